"""A film in the words of schema.org: `Movie`, with its versions as works of their own."""

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.addresses import address
from catalogue.posters.addresses import poster_url
from catalogue.publication.contributions import merged
from catalogue.publication.labels import label
from catalogue.reference.roles import PRODUCING_COMPANY, CompanyRole, Role
from catalogue.reference.versions import version_name

from .texts import work
from .things import organization, person, picture, said, thing, trail

# What schema.org calls a role. Who has another part in a film is a contributor, in the part that the page names.
OF_PEOPLE = {
    Role.DIRECTOR: "director",
    Role.CO_DIRECTOR: "director",
    Role.CAST: "actor",
    Role.WRITER: "author",
    Role.COMPOSER: "musicBy",
    Role.PRODUCER: "producer",
    Role.TRANSLATOR: "translator",
}
OF_COMPANIES = {
    **dict.fromkeys(PRODUCING_COMPANY, "productionCompany"),
    CompanyRole.FUNDER: "funder",
    CompanyRole.RIGHTS_HOLDER: "copyrightHolder",
}
HEARD = ("spoken", "sung", "signed", "dubbed", "voice_over", "intertitles")
WRITTEN = ("subtitles", "sdh")
FEATURES = {"audio_description": "audioDescription", "sdh": "captions"}


def film(here, film, directors, texts):
    """A film's page: `texts` are those that it shows or names."""
    titles = [film["original_title"], *(other["title"] for other in film["other_titles"])]
    cover = picture(film["cover"], here) or here["origin"] + poster_url(film, directors)
    forms = [label("form", form["code"]) for form in film["forms"]]
    movie = thing(
        "Movie",
        name=film["title"],
        alternateName=[title for title in dict.fromkeys(titles) if title not in ("", film["title"])],
        url=here["canonical_url"],
        image=cover,
        description=said(film["short_summary"]),
        dateCreated=str(film["year"] or ""),
        duration=_duration(film["running_time"]),
        countryOfOrigin=[thing("Country", name=said(country["name"])) for country in film["countries"]],
        inLanguage=_codes(film["languages"]),
        subtitleLanguage=_languages(film["versions"], WRITTEN),
        genre=list(dict.fromkeys(forms + _names(film["genres"]))),
        keywords=_names(film["themes"]),
        workExample=[_version(film, version) for version in film["versions"]],
        subjectOf=[work(text, "film", film["slug"], here) for text in texts],
        identifier=[
            thing("PropertyValue", propertyID=label("identifier", one["scheme"]), value=one["value"])
            for one in film["identifiers"]
        ],
        sameAs=[one["url"] for one in film["identifiers"] if one["url"]],
    )
    movie |= _credits(film, here) | merged("film_metadata", film, timezone.localdate(), here)
    return [movie, trail(here, film["title"], (_("Films"), address("catalogue:film-list")))]


def _credits(film, here):
    """What people and companies did, {property: things}."""
    found = {}
    for credit in film["credits"]:
        cast = credit["role"] == Role.CAST
        people = [_actor(one, here) if cast else person(one, here) for one in credit["people"]]
        _add(found, OF_PEOPLE.get(credit["role"]), label("role", credit["role"]), people)
    for credit in film["companies"]:
        companies = [organization(one, here) for one in credit["companies"]]
        _add(found, OF_COMPANIES.get(credit["role"]), label("company_role", credit["role"]), companies)
    return found


def _add(found, name, role, those):
    """Add them under the name that the vocabulary has for their role, or else as contributors."""
    if not name:
        name, those = "contributor", [thing("Role", roleName=role, contributor=one) for one in those]
    found.setdefault(name, []).extend(those)


def _actor(reference, here):
    somebody = person(reference, here)
    if not reference.get("character"):
        return somebody
    return thing("PerformanceRole", characterName=reference["character"], actor=somebody)


def _version(film, version):
    uses = {use["use"] for use in version["uses"]}
    return thing(
        "Movie",
        name=film["title"],
        version=version_name(version["label"], get_language()),
        duration=_duration(version["running_time"]),
        inLanguage=_languages([version], HEARD),
        subtitleLanguage=_languages([version], WRITTEN),
        accessibilityFeature=[feature for use, feature in FEATURES.items() if use in uses],
    )


def _languages(versions, uses):
    """The codes of the languages that versions have for these uses."""
    found = [
        one
        for version in versions
        for use in version["uses"]
        if use["use"] in uses
        for one in use["languages"]
    ]
    return list(dict.fromkeys(_codes(found)))


def _codes(languages):
    return [language["code"] for language in languages]


def _names(terms):
    return [said(term["name"]) for term in terms]


def _duration(minutes):
    """A running time as ISO 8601 has it: 80 → "PT1H20M"."""
    hours, rest = divmod(minutes or 0, 60)
    parts = f"{hours}H" * bool(hours) + f"{rest}M" * bool(rest)
    return f"PT{parts}" if parts else ""
