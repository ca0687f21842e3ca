"""The page of one film: what is above "Partager sur", then the block that is printed twice. No Django."""

import re

from catalogue.folding import fold
from catalogue.importing.parsing import values
from catalogue.importing.parsing.doubled_blocks import merged, values_of
from catalogue.importing.parsing.english import refuse_heading
from catalogue.importing.parsing.film_block import LABELS, blocks, field_of
from catalogue.importing.parsing.lines import last_number, same
from catalogue.importing.parsing.names import names_in
from catalogue.importing.records import Availability, FilmPage, Found, PageWarning, ParseError

NAME = "a film"

COVER = re.compile(r"Image de couverture\b\s*:?\s*(?P<title>.*)", re.IGNORECASE)
AVAILABILITY = re.compile(
    r"(?:produit|film|titre)(?: (?:actuellement|momentanément|temporairement))? (?P<un>in|non[ -])?disponible"
    r"(?P<more>.*)",
    re.IGNORECASE,
)
# What may follow and changes nothing; any other words ("prochainement", "en salles") make another statement of it.
NOTHING_MORE = re.compile(
    r"(?: (?:actuellement|momentanément|temporairement|pour le moment))?\W*", re.IGNORECASE
)
PEOPLE = {
    "directors": re.compile(
        r"(?:co ?)?realisat(?:eurs?|rices?)(?: (?:s|trices?|rices?|et realisatrices?))?|realisation"
    ),
    "cast": re.compile(
        r"act(?:eurs?|rices?)(?: (?:s|trices?|rices?|et actrices?))?|avec|interpretes?|casting"
    ),
    "other": re.compile(
        r"scenaristes?|scenario|auteurs?|autrices?|musique|composit(?:eurs?|rices?)|image|son|montage|mont(?:eurs?|euses?)"
        r"|narrat(?:eurs?|rices?)|voix|product(?:eurs?|rices?)|distribut(?:eurs?|rices?)|genres?|themes?"
    ),
}
HIGHEST_COVER = 10  # lines, within which a page has its cover
SHARE = re.compile(r"Partager(?: sur)?\s*:?", re.IGNORECASE)
NETWORKS = values.word_set(
    "facebook twitter x linkedin whatsapp email mail courriel pinterest instagram mastodon bluesky"
)


def _people_heading(line):
    """Return "directors", "cast" or "other" for a heading with people under it, None for another line."""
    if line.bullet or len(line.text) > 40:
        return None
    folded = fold(line.text)
    return next((kind for kind, heading in PEOPLE.items() if heading.fullmatch(folded)), None)


MARKS = {
    "“Image de couverture …”": lambda line: bool(COVER.fullmatch(line.text)),
    "“Réalisateur”": lambda line: _people_heading(line) == "directors",
    "“Acteurs”": lambda line: _people_heading(line) == "cast",
    "“Partager sur”": lambda line: bool(SHARE.fullmatch(line.text)),
    "“Produit indisponible”": lambda line: bool(AVAILABILITY.fullmatch(line.text)),
    "“• Année …”, “• Pays …”, “• Durée …”": lambda line: field_of(line)[0] is not None,
}


def _is_any_mark(line):
    return any(is_mark(line) for is_mark in MARKS.values())


def parse(lines, source, errors):
    if not _is_title(lines):
        raise ParseError(lines[0].number, "Title", lines[0].text, "the film's title first")
    title = lines[0].found()
    errors.value(values.title, title.value, title.line)
    head, rest = _head(title, lines[1:], errors)
    block = merged(blocks(rest, errors))
    if not block.fields:
        where = "within its versions" if block.versions else "before its versions"
        found = f"the end of the page, {where}"
        raise ParseError(last_number(source), "Technical list", found, f"• {', • '.join(LABELS.values())}")
    cast, signatories = _without_signatories(head["cast"], block.guest_texts)
    warnings = [
        *head["warnings"],
        *signatories,
        *block.warnings,
        *_contradictions(block.fields, block.versions),
    ]
    more_forms, genres = values.forms_among(block.fields.get("genres") or ())
    lists = {
        name: block.fields.get(name, ()) for name in ("countries", "producers", "languages", "subtitles")
    }
    return FilmPage(
        title=title,
        cover_text=head["cover_text"],
        presentation=tuple(head["presentation"]),
        supports=tuple(head["supports"]),
        availability=head["availability"],
        directors=_once(head["directors"]),
        cast=cast,
        guest_texts=block.guest_texts,
        versions=block.versions,
        year=block.fields.get("year"),
        forms=_once([*(block.fields.get("forms") or ()), *more_forms]),
        genres=genres,
        running_time=block.fields.get("running_time"),
        short_summary=block.fields.get("short_summary"),
        warnings=tuple(sorted(warnings, key=lambda warning: warning.line)),
        **lists,
    )


def _is_title(lines):
    """Whether a page begins with its film's title: "Casting" is one where the cover or the next line says so."""
    first = lines[0]
    if not _is_any_mark(first):
        return True
    covers = (COVER.fullmatch(line.text) for line in lines[1:HIGHEST_COVER])
    if any(cover and same(cover["title"], first.text) for cover in covers):
        return True
    return _people_heading(first) is not None and len(lines) > 1 and _is_any_mark(lines[1])


def _head(title, lines, errors):
    """Return what stands above "Partager sur" (or above the first text or bullet after the people), and the rest."""
    head = {"cover_text": None, "presentation": [], "supports": [], "availability": None}
    head |= {"directors": [], "cast": [], "other": [], "warnings": []}
    people = None
    if lines and same(lines[0].text, title.value):
        lines = lines[1:]
    ends = [place for place, line in enumerate(lines) if SHARE.fullmatch(line.text)]
    ends = ends or [place for place, line in enumerate(lines) if _people_heading(line)] or [-1]
    for place, line in enumerate(lines):
        heading = _people_heading(line)
        with errors.gathered():
            refuse_heading(line)
        if SHARE.fullmatch(line.text):
            after = place + 1
            while after < len(lines) and _is_network(lines[after]):
                after += 1
            return head, lines[after:]
        starts_block = line.bullet and (place > ends[0] or field_of(line)[0])
        if starts_block or (people and not heading and _is_sentence(line) and not _is_availability(line)):
            return head, lines[place:]
        if heading:
            people = heading
        elif _take_product_line(line, title, head, errors):
            continue
        elif people == "other":
            message = f"{line.text!r} is of no known field; it is left out"
            head["warnings"].append(PageWarning(line.number, "unknown-field", message))
        elif people:
            with errors.gathered():
                names, odd = names_in(line, "Réalisateur" if people == "directors" else "Acteurs")
                head[people] += names
                head["warnings"] += odd
        else:
            head["presentation"].append(line.paragraph())
    return head, []


def _is_network(line):
    return not line.bullet and fold(line.text).replace(" ", "") in NETWORKS


def _is_sentence(line):
    return len(line.text) > 80 and line.text.endswith(tuple(".!?…»”"))


def _is_availability(line):
    is_short = len(line.text) <= 100 and not line.text.endswith((".", "…"))
    return is_short and bool(AVAILABILITY.fullmatch(line.text))


def _take_product_line(line, title, head, errors):
    """Note a line about the product (cover, supports, availability); return whether it was one."""
    cover = COVER.fullmatch(line.text) if not head["cover_text"] and len(line.text) <= 300 else None
    if cover:
        head["cover_text"] = line.found()
        errors.value(values.short, line.text, line.number, "Cover", values.LONGEST_TITLE)
        if cover["title"] and not same(cover["title"], title.value):
            message = f"Title: printed twice, {title.value!r} and {cover['title']!r}; the first is kept"
            sides = (title, Found(cover["title"], line.number))
            head["warnings"].append(PageWarning(line.number, "doubled-name", message, sides))
        return True
    supports = values.supports(line.text) if len(line.text) <= 100 else None
    if supports:
        head["supports"] += [Found(code, line.number) for code in supports]
        return True
    if not _is_availability(line):
        return False
    said = AVAILABILITY.fullmatch(line.text)
    if not NOTHING_MORE.fullmatch(said["more"]):
        message = f"{line.text!r} is neither available nor unavailable; it is left out"
        head["warnings"].append(PageWarning(line.number, "unknown-field", message))
    elif head["availability"] and head["availability"].available is bool(said["un"]):
        message = f"{head['availability'].text.value!r} above and {line.text!r} here; the first is kept"
        sides = (head["availability"].text, line.found())
        head["warnings"].append(PageWarning(line.number, "doubled-block", message, sides))
    else:
        head["availability"] = head["availability"] or Availability(not said["un"], line.found())
    return True


def _once(names):
    return tuple({fold(name.value) or name.value: name for name in reversed(names)}.values())[::-1]


def _without_signatories(cast, texts):
    """Return the cast without those who only signed a text, and a warning for each: an author is not cast."""
    authors = {fold(text.author.value): text.author for text in texts if text.author}
    kept = tuple(name for name in _once(cast) if fold(name.value) not in authors)
    return kept, [
        PageWarning(
            name.line,
            "signatory-in-cast",
            f"Acteurs: {name.value} signs a text of this page, and is its author, not cast",
            (authors[fold(name.value)], name),
        )
        for name in _once(cast)
        if fold(name.value) in authors
    ]


def _contradictions(fields, versions):
    """Return the warnings for what is said of the film and otherwise of its versions, where it belongs."""
    warnings = []
    languages, subtitles, minutes = (fields.get(name) for name in ("languages", "subtitles", "running_time"))
    if languages:
        spoken = [
            (v, v.spoken)
            for v in versions
            if v.spoken and set(values_of(v.spoken)) != set(values_of(languages))
        ]
        told = "taken as its original language"
        warnings += _contradiction(languages, "film-language", "Langue", spoken, told)
    if subtitles:
        written = [
            (v, v.subtitles) for v in versions if set(values_of(v.subtitles)) != set(values_of(subtitles))
        ]
        told = "subtitles are those of each version"
        warnings += _contradiction(subtitles, "film-subtitles", "Sous-titres", written, told)
    for version in versions if minutes else ():
        if version.running_time and version.running_time.value != minutes.value:
            message = f"Durée: {version.running_time.value} minutes for the version {version.label.value!r}"
            message += f", {minutes.value} for the film (line {minutes.line}); both are kept"
            sides = (minutes, version.running_time)
            warnings.append(PageWarning(version.running_time.line, "running-time", message, sides))
    return warnings


def _contradiction(of_film, code, field, versions, told):
    if not versions:
        return []
    film = ", ".join(values_of(of_film))
    others = "; ".join(f"{v.label.value!r}: {', '.join(values_of(said)) or 'none'}" for v, said in versions)
    message = f"{field}: {film} for the film, but of its versions {others}; {told}"
    sides = [*of_film]
    for version, said in versions:
        sides += said or [Found(f"{version.label.value} (–)", version.label.line)]
    return [PageWarning(of_film[0].line, code, message, tuple(sides))]
