"""The block that a film page prints twice: guest texts, versions, technical list. No Django."""

import re
from dataclasses import dataclass, field, replace

from catalogue.importing.parsing import values
from catalogue.importing.parsing.english import french_field, refuse_field
from catalogue.importing.parsing.guest_texts import guest_texts
from catalogue.importing.parsing.lines import same
from catalogue.importing.records import Found, PageVersion, PageWarning, ParseError

LONGEST_LABEL = 60
MOST_PRINTS = 20  # far more than the two there are, few enough to compare
LONGEST_SUMMARY = 300

LABELS = {
    "year": "Année",
    "countries": "Pays",
    "forms": "Forme",
    "genres": "Genre",
    "running_time": "Durée",
    "producers": "Producteur",
    "languages": "Langue",
    "subtitles": "Sous-titres",
    "short_summary": "Résumé court",
}
OF_VERSIONS = {"languages": "spoken", "subtitles": "subtitles"}  # what versions call it
FIELD = re.compile(
    r"(?:(?P<year>ann[ée]e(?: de production)?)|(?P<countries>pays(?: de production)?)|(?P<running_time>dur[ée]e)"
    r"|(?P<forms>formes?)|(?P<genres>genres?)"
    r"|(?P<producers>product(?:eur|rice)(?:s|\(s\))?|soci[ée]t[ée]s? de production|production)"
    r"|(?P<languages>langues?(?: originales?)?)|(?P<subtitles>sous[- ‐‑]?titr(?:es?|e\(s\)|age))"
    r"|(?P<short_summary>r[ée]sum[ée] court))(?:\s*:\s*|\s+|$)",
    re.IGNORECASE,
)
KEYED = re.compile(r"(?P<key>[^:]{1,40}?)\s*:\s*(?P<value>.*)")


@dataclass
class Block:
    """One print of the block, its facts by name, and the warnings about it."""

    guest_texts: tuple = ()
    versions: tuple = ()
    fields: dict = field(default_factory=dict)
    warnings: list = field(default_factory=list)


def field_of(line):
    """Return (name, value) of a line of the technical list such as "• Année 2021", (None, "") for another line."""
    match = FIELD.match(line.text) if line.bullet else None
    return (_name_of(match), line.text[match.end() :]) if match else (None, "")


def _name_of(match):
    return next(name for name in LABELS if match[name])


def blocks(lines, errors):
    """Return the prints of the block: texts, then bulleted items with their details; text again begins another."""
    found, texts, items = [], [], []
    for line in lines:
        if line.bullet and not (not items and _is_of_text(line)):
            items.append([line])
        elif items and _belongs_to(line, items[-1]):
            items[-1].append(line)
        else:
            if items:
                found.append(_block(texts, items, errors))
                texts, items = [], []
            texts.append(line)
        if len(found) > MOST_PRINTS:
            raise ParseError(
                line.number, "Page", f"more than {MOST_PRINTS} blocks of texts and items", "two at most"
            )
    return [*found, _block(texts, items, errors)] if texts or items else found


def _is_of_text(line):
    """Whether a bulleted line above all items is one of a text's own list: it ends like a part of a sentence."""
    return line.text.endswith(tuple(".;,!?…")) and not (field_of(line)[0] or french_field(line))


def _belongs_to(line, item):
    """Whether a line is a detail of the item above: further to the right, or by its look where margins are lost."""
    if line.indent > item[0].indent:
        return True
    if _is_field(item):
        return False
    keyed = KEYED.fullmatch(line.text)
    known = bool(keyed and FIELD.fullmatch(keyed["key"]))
    return same(line.text, item[0].text) or values.looks_like_minutes(line.text) or known


def _is_field(item):
    """Whether an item is of the technical list: it names a field, and its label is not printed again below it."""
    return field_of(item[0])[0] is not None and not (len(item) > 1 and same(item[0].text, item[1].text))


def _block(texts, items, errors):
    block = Block(guest_texts=guest_texts(texts))
    printed = {}
    for item in items:
        if _is_field(item):
            _note_field(item, printed, block)
            continue
        if len(item) == 1:
            with errors.gathered():
                refuse_field(item[0])
        if len(item) == 1 and printed:
            _warn_unknown(item[0], block)
        else:
            block.versions += (_version(item, block, errors),)
    for name in sorted(printed, key=lambda name: name != "year"):  # the year says which country a name meant
        block.fields[name] = errors.value(_value, name, *printed[name], block.fields.get("year"))
    return block


def _note_field(item, printed, block):
    """Keep the words of a field; a second value for it is a contradiction inside the block."""
    name, text = field_of(item[0])
    more = item[1:]
    if name == "short_summary":
        text, more = " ".join([text, *(line.text for line in more)]), ()
    for line in more:
        _warn_unknown(line, block)
    if not text.strip():
        return
    if name in printed and not same(printed[name][0], text):
        message = f"{LABELS[name]}: {printed[name][0]!r} above and {text!r} here; the first is kept"
        sides = (Found(*printed[name]), Found(text, item[0].number))
        block.warnings.append(PageWarning(item[0].number, "doubled-block", message, sides))
    printed.setdefault(name, (text, item[0].number))


def _value(name, text, line, year):
    match name:
        case "year":
            return Found(values.year(text, line), line)
        case "countries":
            return values.countries(text, line, in_year=year and year.value)
        case "forms":
            return values.forms(text, line)
        case "genres":
            return values.genres(text, line)
        case "running_time":
            return Found(values.minutes(text, line), line)
        case "producers":
            return values.companies(text, line)
        case "languages":
            return values.languages(text, line)
        case "subtitles":
            return values.languages(text, line, "Sous-titres")
    return Found(values.short(text, line, "Résumé court", LONGEST_SUMMARY), line)


def _version(item, block, errors):
    """Return a version: its label (printed twice), running time, languages."""
    bullet, *details = item
    label = bullet.text
    errors.value(values.short, label, bullet.number, "Version", LONGEST_LABEL)
    version = PageVersion(Found(label, bullet.number), None, (), ())
    for place, line in enumerate(details):
        keyed = KEYED.fullmatch(line.text)
        name = keyed and FIELD.fullmatch(keyed["key"])
        name = _name_of(name) if name else None
        if name == "running_time" or values.looks_like_minutes(line.text):
            with errors.gathered():
                version = _timed(version, keyed["value"] if name else line.text, line, block)
        elif name in OF_VERSIONS:
            said = errors.value(values.languages, keyed["value"], line.number, LABELS[name])
            version = replace(version, **{OF_VERSIONS[name]: said or ()})
        elif place == 0 and not keyed and not same(line.text, label):
            message = f"Version: its label is printed twice, {label!r} and {line.text!r}; the first is kept"
            block.warnings.append(
                PageWarning(line.number, "doubled-name", message, (version.label, line.found()))
            )
        elif not same(line.text, label):
            _warn_unknown(line, block)
    return version


def _timed(version, text, line, block):
    """Return the version with its running time; another one, further down, is a contradiction."""
    minutes = values.minutes(text, line.number)
    if version.running_time is None:
        return replace(version, running_time=Found(minutes, line.number))
    if version.running_time.value != minutes:
        message = f"Durée: {version.running_time.value} and {minutes} minutes for {version.label.value!r}"
        sides = (version.running_time, Found(minutes, line.number))
        block.warnings.append(
            PageWarning(line.number, "running-time", f"{message}; the first is kept", sides)
        )
    return version


def _warn_unknown(line, block):
    message = f"{line.text!r} is of no known field; it is left out"
    block.warnings.append(PageWarning(line.number, "unknown-field", message))
