"""Films: the document of a page, and what lists show of it."""

from itertools import groupby

from django.db.models import Prefetch

from catalogue.folding import fold, letter
from catalogue.markdown import plain
from catalogue.models import CompanyCredit, Credit, Film, Genre, LanguageUse, Theme
from catalogue.publication import mentions
from catalogue.publication.contributions import contributions, merged
from catalogue.publication.credits import directors
from catalogue.publication.facts import FACTS, facts_of
from catalogue.publication.fields import film_terms, next_change
from catalogue.publication.search.fields import COMPLETENESS
from catalogue.publication.search.terms import search_terms
from catalogue.publication.ways import way_terms
from catalogue.reference.countries import all_names
from catalogue.reference.forms import Form
from catalogue.reference.roles import CompanyRole, Role
from catalogue.typography import beginning

from .kind import Kind, newest
from .parts import NOTHING, in_both, iso, language, picture, reference

SHORT = 200  # letters of a synopsis that stand for a summary
LAST = 10_000  # a year after all others: films whose year is unknown come last, whichever way one looks


def _rows(relation, rows=None):
    """Have the rows of a relation in a list: managers of a thousand films take longer to make than rows to read."""
    return Prefetch(relation, rows, to_attr=f"{relation}_rows")


PEOPLE = Credit.objects.select_related("person")
COMPANIES = CompanyCredit.objects.select_related("company")
RELATIONS = (
    _rows("film_countries"),
    _rows("forms"),
    # In an order that a new name does not change: pages that only take up the name keep theirs.
    _rows("genres", Genre.objects.order_by("slug")),
    _rows("themes", Theme.objects.order_by("slug")),
    _rows("other_titles"),
    _rows("stills"),
    _rows("identifiers"),
    # Joined: to prefetch a thousand people by their ids is more than SQLite's parser takes.
    _rows("credits", PEOPLE.only("film", "role", "credited_as", "character", "person__name")),
    _rows("company_credits", COMPANIES.only("film", "role", "company__name")),
    "original_languages",
    "versions__language_uses",
)
DEFAULTS = {
    "title_language": "",
    "original_title": "",
    "original_title_language": "",
    "other_titles": [],
    "letter": "#",
    "year": None,
    "countries": [],
    "forms": [],
    "genres": [],
    "themes": [],
    "languages": [],
    "running_time": None,
    **{fact.column: None for fact in FACTS},
    "short_summary": NOTHING,
    "synopsis": NOTHING,
    "cover": None,
    "poster_style": "",
    "poster_variant": 0,
    "stills": [],
    "credits": [],
    "companies": [],
    "versions": [],
    "identifiers": [],
    mentions.REF: mentions.NOBODY,
}


def film_documents(ids):
    """Return {id: document} of these films, as they are in the editors' tables."""
    films = Film.objects.filter(pk__in=ids).prefetch_related(*RELATIONS)
    documents = {film.pk: _document(film) for film in films}
    for contribution in contributions():
        for pk, parts in contribution.film_parts(list(documents)).items():
            documents[pk] |= parts
    return documents


def _document(film):
    return {
        "id": film.pk,
        "slug": film.slug,
        "title": film.title,
        "title_language": film.title_language,
        "original_title": film.original_title,
        "original_title_language": film.original_title_language,
        "other_titles": [
            {"title": title.title, "language": title.language, "kind": title.kind}
            for title in film.other_titles_rows
        ],
        "sort_title": film.sort_title,
        "letter": letter(fold(film.sort_title)),
        "year": film.year,
        "countries": [{"ref": f"country:{row.country_id}"} for row in film.film_countries_rows],
        "forms": _forms(film),
        "genres": [{"ref": f"genre:{genre.pk}"} for genre in film.genres_rows],
        "themes": [{"ref": f"theme:{theme.pk}"} for theme in film.themes_rows],
        "languages": [language(row.language) for row in film.original_languages.all()],
        "running_time": film.running_time,
        **facts_of(film),
        "short_summary": in_both(film, "short_summary"),
        "synopsis": in_both(film, "synopsis"),
        "cover": picture(
            film.cover,
            in_both(film, "cover_text"),
            film.cover_credit,
            (film.cover_focal_x, film.cover_focal_y),
        ),
        "poster_style": film.poster_style,
        "poster_variant": film.poster_variant,
        "stills": [_still(still) for still in film.stills_rows],
        "credits": _credits(film),
        "companies": _companies(film),
        "versions": [version_part(version, film) for version in film.versions.all()],
        "identifiers": [_identifier(identifier) for identifier in film.identifiers_rows],
        mentions.REF: {"ref": f"{mentions.REF}:{film.pk}", **mentions.NOBODY},
        "published_at": iso(film.published_at),
    }


def _forms(film):
    """The codes of a film's forms, in the order of the controlled list."""
    codes = {row.form for row in film.forms_rows}
    return [{"code": code} for code in Form.values if code in codes]


def _still(still):
    text = in_both(still, "text")
    focal = (still.focal_x, still.focal_y)
    return picture(still.image, text, still.credit, focal)


def _identifier(identifier):
    return {
        "scheme": identifier.scheme,
        "value": identifier.value,
        "url": identifier.address(),
    }


def _by_role(rows, roles):
    """Group credits by role, in the order of the controlled list."""
    order = {role: place for place, role in enumerate(roles.values)}
    ordered = sorted(rows, key=lambda row: order[row.role])
    return ((role, list(rows)) for role, rows in groupby(ordered, key=lambda row: row.role))


def _credits(film):
    return [
        {
            "role": role,
            "people": [
                reference("person", row.person) | {"credited_as": row.credited_as, "character": row.character}
                for row in rows
            ],
        }
        for role, rows in _by_role(film.credits_rows, Role)
    ]


def _companies(film):
    return [
        {
            "role": role,
            "companies": [reference("company", row.company) for row in rows],
        }
        for role, rows in _by_role(film.company_credits_rows, CompanyRole)
    ]


def version_part(version, film):
    """Return what a page says of a version; its label is computed from its languages where no editor wrote one."""
    uses = {}
    for row in version.language_uses.all():
        uses.setdefault(row.use, []).append(row.language)
    original = {row.language for row in film.original_languages.all()}
    return {
        "id": version.pk,
        "label": version.label or version_label(uses, original),
        "running_time": version.running_time,
        "uses": [
            {"use": use, "languages": [language(code) for code in uses[use]]}
            for use in LanguageUse.Use.values
            if use in uses
        ],
    }


def version_label(uses, original):
    """Return the label that French cinemas give a version: VO, VOSTFR, VF, VFSTF, with AD for audio description.

    `uses` is {use: [language codes]}, `original` the film's original languages. Where the original language is not
    known, what is spoken is taken for it.
    """
    heard = [*uses.get("dubbed", []), *uses.get("voice_over", [])]
    spoken = heard or uses.get("spoken", [])
    written = [*uses.get("subtitles", []), *uses.get("sdh", [])]
    is_original = not heard and (not original or not spoken or bool(original & set(spoken)))
    short = (
        "VO" if is_original and spoken != ["fr"] else "V" + (spoken[0].upper() if spoken != ["fr"] else "F")
    )
    if written:
        languages = "/".join(dict.fromkeys(code.upper() for code in written))
        short += "STF" if short == "VF" and languages == "FR" else "ST" + languages
    if uses.get("audio_description"):
        short += " AD"
    return short


def _card(film):
    plain = ("id", "slug", "title", "title_language", "original_title", "year", "running_time", "countries")
    card = {key: film[key] for key in plain}
    card |= {key: film[key] for key in ("poster_style", "poster_variant") if film[key]}
    if film["other_titles"]:
        card["other_titles"] = [
            {key: title[key] for key in ("title", "language")} for title in film["other_titles"]
        ]
    card |= {"directors": directors(film), "short_summary": _in_short(film), "cover": film["cover"]}
    return card | merged("film_card", film)


def _in_short(film):
    """What a film is, in few words: its summary, or how its synopsis begins."""
    return {
        code: summary or beginning(plain(film["synopsis"][code]), SHORT)
        for code, summary in film["short_summary"].items()
    }


def _terms(film, today):
    yield from film_terms(film, today)
    yield from way_terms(film, today)
    yield COMPLETENESS, str(_completeness(film)), {}
    for field, word in _words(film):
        yield field, word, {}


def _completeness(film):
    """How much the page says, from 0 to 5."""
    says = (
        film["cover"],
        any(film["short_summary"].values()),
        any(film["synopsis"].values()),
        film["versions"],
    )
    return sum(map(bool, (*says, len(film["credits"]) > 1)))


def _words(film):
    titles = [film["title"], film["original_title"], *(other["title"] for other in film["other_titles"])]
    names = [
        name
        for credit in [*film["credits"], *film["companies"]]
        for row in credit.get("people") or credit.get("companies")
        for name in (row["name"], row.get("credited_as"))
    ]
    countries = [name for country in film["countries"] for name in all_names(country["code"])]
    choices = [name for row in [*film["genres"], *film["themes"]] for name in row["name"].values()]
    texts = [*film["short_summary"].values(), *map(plain, film["synopsis"].values()), *countries, *choices]
    return search_terms("film", titles, [*names, str(film["year"] or "")], texts)


FILM = Kind(
    Film,
    film_documents,
    DEFAULTS,
    card=_card,
    of_the_day=lambda card, today: merged("film_card_of_the_day", card, today),
    terms=_terms,
    next_change=next_change,
    held=(COMPLETENESS,),
    sort_key=lambda film: fold(film["sort_title"]) or film["sort_title"].casefold(),
    orderings={
        "title": lambda page: (page.sort_key, page.year or LAST, page.object_id),
        "year": lambda page: (page.year or LAST, page.sort_key, page.object_id),
        "-year": lambda page: (-(page.year or -LAST), page.sort_key, page.object_id),
        "newest": newest,
    },
)
