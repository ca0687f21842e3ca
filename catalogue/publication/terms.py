"""All that finds and lists a page, derived from its document and the day, and from nothing else.

A term is (field, value, labels): one posting that holds the page. `labels` is {"fr", "en"} where visitors choose the
value, else {}. To add a facet, add a line to `_film_terms` and to catalogue.lists.facets.FACETS.
"""

from dataclasses import dataclass
from datetime import date, datetime

from catalogue.folding import fold, letter, words
from catalogue.reference.roles import DIRECTING, PRODUCING_COMPANY, CompanyRole

from .contributions import contributions, merged
from .references import references_in

UNKNOWN = "unknown"
RUNNING_TIMES = ((0, 29), (30, 59), (60, 89), (90, 119), (120, None))  # minutes, both ends included


@dataclass(frozen=True)
class Derived:
    """The columns of a Page that its document decides."""

    slug: str
    card: dict
    terms: list
    sort_key: str
    year: int | None
    published_at: datetime
    next_change: date | None


def derive(kind, document, today):
    """Return what a document decides on this day."""
    changes = [c.film_next_change(document, today) for c in contributions()] if kind == "film" else []
    terms = {(field, value): labels for field, value, labels in _TERMS[kind](document, today)}
    shows = {reference["ref"] for reference in references_in(document)}
    terms |= {(f"{kind}.shows", ref): {} for ref in shows}
    return Derived(
        slug=_slug(kind, document),
        card=_CARDS[kind](document),
        terms=[[field, value, terms[field, value]] for field, value in sorted(terms)],
        sort_key=_sort_key(kind, document)[:250],
        year=document.get("year"),
        published_at=datetime.fromisoformat(document["published_at"]),
        next_change=min((day for day in changes if day), default=None),
    )


def running_time_band(minutes):
    """Return the band a running time belongs to, "60-89" or "120-"; "unknown" where there is none."""
    for first, last in RUNNING_TIMES:
        if minutes is not None and (last is None or minutes <= last):
            return f"{first}-{last or ''}"
    return UNKNOWN


def _slug(kind, document):
    if kind != "text":
        return document["slug"]
    subject = f"film-{document['film_id']}" if document["film_id"] else f"person-{document['person_id']}"
    return f"{subject}/{document['slug']}"  # found by its subject's id, so a renamed film keeps its texts


def _sort_key(kind, document):
    if kind == "film":
        return fold(document["sort_title"]) or document["sort_title"].casefold()
    if kind == "selection":
        return fold(document["title"]["fr"])
    return fold(document.get("sort_name") or document.get("heading") or "")


def _film_terms(film, today):
    same = {"fr": "", "en": ""}
    yield "all", "film", {}
    yield "letter", film["letter"], same
    yield "year", str(film["year"] or UNKNOWN), same
    yield "running_time", running_time_band(film["running_time"]), same
    for country in film["countries"]:
        yield "country", country["code"], country["name"]
    for field, key in (("genre", "genres"), ("theme", "themes")):
        for term in film[key]:
            yield field, term["slug"], term["name"]
    for version in film["versions"]:
        for use in version["uses"]:
            field = USES.get(use["use"])
            for language in use["languages"] if field else ():
                yield field, language["code"], language["name"]
    if not film["versions"]:
        for language in film["languages"]:
            yield "language", language["code"], language["name"]
    yield from _credit_terms(film)
    yield from _word_terms(film)
    for contribution in contributions():
        yield from contribution.film_terms(film, today)


USES = {
    "spoken": "language",
    "sung": "language",
    "signed": "language",
    "dubbed": "language",
    "voice_over": "language",
    "subtitles": "subtitles",
    "sdh": "subtitles",
}


def _credit_terms(film):
    for credit in film["credits"]:
        for person in credit["people"]:
            yield "person_role", f"{person['ref']}:{credit['role']}", {}
            if credit["role"] in DIRECTING:
                yield "director", facet_value(person), _name_labels(person)
                yield "director_gender", person.get("gender") or UNKNOWN, {"fr": "", "en": ""}
    for credit in film["companies"]:
        for company in credit["companies"]:
            yield "company_role", f"{company['ref']}:{credit['role']}", {}
            if credit["role"] in PRODUCING_COMPANY:
                yield "producer", facet_value(company), _name_labels(company)
            if credit["role"] == CompanyRole.DISTRIBUTOR:
                yield "distributor", facet_value(company), _name_labels(company)


def facet_value(reference):
    """Return how a person or company is named in an address: its slug, or its number where it has no page."""
    return reference["slug"] or reference["ref"].partition(":")[2]


def _name_labels(reference):
    return {"fr": reference["name"], "en": reference["name"]}


def _word_terms(film):
    titles = [film["title"], film["original_title"], *(other["title"] for other in film["other_titles"])]
    people = [
        name
        for credit in [*film["credits"], *film["companies"]]
        for row in credit.get("people") or credit.get("companies")
        for name in (row["name"], row.get("credited_as") or "")
    ]
    texts = [*film["short_summary"].values(), *film["synopsis"].values()]
    for field, found in (("word_title", titles), ("word_people", people), ("word_text", texts)):
        for word in words(" ".join(found)):
            yield field, word[:150], {}


def _text_terms(text, _today):
    subject = f"film:{text['film_id']}" if text["film_id"] else f"person:{text['person_id']}"
    yield "text.subject", subject, {}
    if text["author"] and text["author"]["ref"]:
        yield "text.author", text["author"]["ref"], {}


def _person_terms(person, _today):
    yield "person.letter", letter(fold(person["sort_name"])), {}


def _company_terms(company, _today):
    yield "company.letter", letter(company["sort_name"]), {}


def _selection_terms(_selection, _today):
    yield "selection.all", "selection", {}


_TERMS = {
    "film": _film_terms,
    "person": _person_terms,
    "company": _company_terms,
    "text": _text_terms,
    "selection": _selection_terms,
}


def _film_card(film):
    plain = ("id", "slug", "title", "title_language", "original_title", "year", "running_time", "countries")
    directors = [
        person for credit in film["credits"] if credit["role"] in DIRECTING for person in credit["people"]
    ]
    card = {key: film[key] for key in plain}
    card |= {key: film[key] for key in ("poster_style", "poster_variant") if film.get(key)}
    card |= {"directors": directors, "short_summary": film["short_summary"], "cover": film["cover"]}
    return card | merged("film_card", film)


def _keys(*keys):
    return lambda document: {key: document[key] for key in keys}


_CARDS = {
    "film": _film_card,
    "person": lambda person: {
        **_keys("id", "slug", "name", "sort_name", "qualifier", "portrait")(person),
        "gender": person.get("gender", ""),  # documents of before it was recorded have none
    },
    "company": _keys("id", "slug", "name", "sort_name", "full_name", "country"),
    "text": lambda document: document,
    "selection": lambda selection: {
        **_keys("id", "slug", "title", "introduction", "curator", "first_day", "last_day")(selection),
        "count": len(selection["films"]),
    },
}
