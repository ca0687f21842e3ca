"""Small makers of catalogue rows: what a test does not name is left empty."""

from catalogue.models import (
    Company,
    CompanyCredit,
    Credit,
    Film,
    FilmCountry,
    Genre,
    Identity,
    LanguageUse,
    OwnPage,
    Person,
    SelectedFilm,
    Selection,
    Text,
    Version,
)
from catalogue.publication.publish import publish, publish_frame
from distributors.models import Distributor, Offer


def make_film(
    title,
    year=None,
    countries=(),
    directors=(),
    producers=(),
    genres=(),
    spoken=(),
    subtitles=(),
    supports=(),
    distributor=None,
    forms=(),
    published=True,
    **columns,
):
    """Make a film, with all that is named here by name; publish it unless told otherwise."""
    film = Film.objects.create(title=title, year=year, **columns)
    for position, code in enumerate(countries):
        FilmCountry.objects.create(film=film, country_id=code, position=position)
    for name in directors:
        Credit.objects.create(film=film, person=make_person(name), role="director")
    for name in producers:
        CompanyCredit.objects.create(film=film, company=make_company(name), role="producer")
    for name in genres:
        film.genres.add(Genre.objects.get_or_create(name_fr=name, defaults={"name_en": f"{name} (en)"})[0])
    for code in forms:
        film.forms.create(form=code)
    if spoken or subtitles:
        make_version(film, spoken=spoken, subtitles=subtitles)
    profile = make_distributor(distributor) if distributor else None
    for support in supports:
        Offer.objects.create(film=film, support=support, distributor=profile, availability="available")
    if published:
        publish(film)
    return film


def make_films(count):
    """Film 00 of 1970, Film 01 of 1971… all French, by Ada, on DVD."""
    columns = {"countries": ["FR"], "directors": ["Ada"], "supports": ["dvd"], "published": False}
    publish(*[make_film(f"Film {number:02}", 1970 + number, **columns) for number in range(count)])


def make_version(film, **uses):
    """Make a version of {use: codes of languages}; the film is not published by it."""
    version = Version.objects.create(film=film, position=film.versions.count())
    rows = [(use, code) for use, codes in uses.items() for code in codes]
    for position, (use, code) in enumerate(rows):
        LanguageUse.objects.create(version=version, use=use, language=code, position=position)
    return version


def make_offer(film, support="dvd", countries=(), **columns):
    """Make an offer, of which nothing is stated but what is named; the film is not published by it."""
    offer = Offer.objects.create(film=film, support=support, **columns)
    offer.countries.set(countries)
    return offer


def make_person(name, **columns):
    return Person.objects.filter(name=name).first() or Person.objects.create(name=name, **columns)


def make_company(name, **columns):
    return Company.objects.filter(name=name).first() or Company.objects.create(name=name, **columns)


def make_distributor(name):
    return Distributor.objects.get_or_create(company=make_company(name))[0]


def make_text(film, body, published=True, **columns):
    columns = {"text_kind": "intention_note", **columns}
    text = Text.objects.create(film=film, body=body, **columns)
    if published:
        publish(text)
    return text


def make_page(title, body="Un texte.", published=True, **columns):
    """Make a page of the site's own, in French unless told otherwise."""
    page = OwnPage.objects.create(title_fr=title, body_fr=body, **columns)
    if published:
        publish(page)
    return page


def make_identity(name="Festival des Trois Rivières", **columns):
    """Give the site an identity, in the place of the one it may have."""
    identity = Identity(name=name, **columns)
    identity.full_clean(validate_unique=False, validate_constraints=False)
    identity.save(force_update=Identity.objects.exists())
    publish_frame()
    return identity


def make_selection(title, films, published=True, **columns):
    selection = Selection.objects.create(title_fr=title, **columns)
    for position, film in enumerate(films):
        SelectedFilm.objects.create(selection=selection, film=film, position=position)
    if published:
        publish(selection)
    return selection
