"""A small catalogue with one of everything that a page can show, for tests of whole pages and of the browser."""

from datetime import date
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from catalogue.models import (
    Company,
    CompanyCredit,
    Credit,
    Film,
    FilmCountry,
    FormerName,
    Genre,
    Identifier,
    LanguageUse,
    OriginalLanguage,
    OtherTitle,
    OutsideWork,
    Person,
    PersonLink,
    SelectedFilm,
    Selection,
    Still,
    Text,
    Theme,
    Version,
)
from catalogue.publication.publish import publish
from distributors.models import Distributor, Offer
from tests.makers import make_film, make_page

# In French alone: in English the page says so.
ALL_OF_MARKDOWN = """\
Un catalogue se lit comme un programme : au hasard, *ou presque*, et **dans le désordre**.

## Chercher

1. des titres,
2. des noms :
   - de personnes,
   - de [sociétés](/fr/companies/) ;
3. des mots.

### Et trouver

> On cherche une lampe.
>
> On trouve la mer.

---

#### Écrire

Coopérative des rivages
1, quai du Nord
bonjour@rivages.example
https://rivages.example/adresse
"""


def picture(colour, width=400, height=600):
    """A small picture as an editor uploads one."""
    data = BytesIO()
    Image.new("RGB", (width, height), colour).save(data, "PNG")
    return ContentFile(data.getvalue(), "from-a-camera.png")


def make_showcase():
    """Make and publish it all; return the film that has everything."""
    ada, bo = _people()
    lampe, phare = _companies()
    film = _film(ada, bo, lampe, phare)
    _texts(film, ada, bo)
    publish(*Person.objects.all(), *Company.objects.all(), film, *Text.objects.all())
    sequel = make_film("Le Retour", 2024, ["FR"], directors=["Ada Lindqvist"], supports=["svod"])
    unknown = make_film("Sans date")
    selection = Selection.objects.create(
        title_fr="Films de neige",
        title_en="Films of snow",
        introduction_fr="Deux films où il neige.",
        introduction_en="Two films in which it snows.",
        curator="Cleo Marchetti",
    )
    SelectedFilm.objects.create(selection=selection, film=sequel, note_fr="Pour la fin.", position=0)
    SelectedFilm.objects.create(selection=selection, film=film, note_en="For the light.", position=1)
    SelectedFilm.objects.create(selection=selection, film=unknown, position=2)
    publish(selection)
    make_page("Mode d’emploi", ALL_OF_MARKDOWN, place="menu")
    return film


def _people():
    ada = Person.objects.create(
        name="Ada Lindqvist",
        qualifier="cinéaste",
        birth_year=1971,
        biography_fr="Ada filme le nord.\n\nElle enseigne aussi.",
        biography_en="Ada films the north.",
        portrait=picture("navy", 90, 90),
        portrait_text_fr="Ada devant la mer",
        portrait_text_en="Ada by the sea",
    )
    PersonLink.objects.create(person=ada, label="Son site", url="https://ada.example/")
    OutsideWork.objects.create(person=ada, title="Carnet de neige", year=2009, kind="book")
    bo = Person.objects.create(name="Bo Okafor", biography_fr="Critique.")
    return ada, bo


def _companies():
    phare = Company.objects.create(name="Phare", full_name="Films du Phare", acronym_meaning_fr="la tour")
    lampe = Company.objects.create(
        name="LAMPE",
        full_name="Libre atelier des montreurs de pellicule",
        acronym_meaning_fr="ce qui éclaire",
        acronym_meaning_en="what gives light",
        predecessor=phare,
        about_fr="Une coopérative.\n\nElle produit.\n\nElle distribue.",
        about_en="A cooperative.\n\nIt produces.\n\nIt distributes.",
        country_id="FR",
        website="https://lampe.example/",
        declared_films=1200,
    )
    FormerName.objects.create(company=lampe, name="Lanterne rouge", until=1974)
    Distributor.objects.create(
        company=lampe,
        introduction_fr="Nous prêtons nos films.",
        contact_email="prets@lampe.example",
        contact_phone="+33 1 00 00 00 00",
        contact_address="1 rue du Phare\nParis",
        terms_fr="Un mois d’avance.",
    )
    return lampe, phare


def _film(ada, bo, lampe, phare):
    film = Film.objects.create(
        title="Une lumière au nord",
        title_language="fr",
        original_title="Ljus i norr",
        original_title_language="sv",
        year=2021,
        running_time=80,
        colour="black_and_white",
        sound="sound",
        short_summary_fr="Une gardienne et son phare.",
        short_summary_en="A keeper and her lighthouse.",
        synopsis_fr="Un hiver au nord.\n\nPuis le printemps.",
        synopsis_en="A winter in the north.\n\nThen spring.",
        cover=picture("teal"),
        cover_text_fr="Un phare la nuit",
        cover_text_en="A lighthouse at night",
        cover_credit="Ada Lindqvist",
    )
    for position, code in enumerate(["SE", "SUHH"]):
        FilmCountry.objects.create(film=film, country_id=code, position=position)
    for form in ("documentary", "essay"):
        film.forms.create(form=form)
    film.genres.add(Genre.objects.create(name_fr="Essai", name_en="Essay"))
    film.themes.add(Theme.objects.create(name_fr="Hiver", name_en="Winter"))
    OriginalLanguage.objects.create(film=film, language="sv")
    OtherTitle.objects.create(film=film, title="Northern Light", language="en", kind="translated")
    Identifier.objects.create(film=film, scheme="imdb", value="tt0000001")
    Still.objects.create(film=film, image=picture("grey", 160, 90), text_fr="La mer", text_en="The sea")
    Still.objects.create(film=film, image=picture("olive", 60, 90), credit="Ada Lindqvist", position=1)
    Still.objects.create(
        film=film, image=picture("maroon", 192, 80), text_fr="La côte", focal_x=80, position=2
    )
    Credit.objects.create(film=film, person=ada, role="director")
    Credit.objects.create(film=film, person=bo, role="cast", character="le gardien", credited_as="B. Okafor")
    CompanyCredit.objects.create(film=film, company=lampe, role="producer")
    CompanyCredit.objects.create(film=film, company=phare, role="co_producer")
    _versions(film)
    distributor = lampe.distributor_profile
    Offer.objects.create(
        film=film, support="dvd", distributor=distributor, availability="available", price="12.50"
    )
    Offer.objects.create(
        film=film,
        support="vod",
        distributor=distributor,
        availability="available",
        address="https://vod.example/lumiere",
    )
    Offer.objects.create(
        film=film, support="dcp", use="theatrical", distributor=distributor, availability="unavailable"
    )
    return film


def _versions(film):
    french = Version.objects.create(film=film, position=0)
    LanguageUse.objects.create(version=french, language="sv", use="spoken")
    LanguageUse.objects.create(version=french, language="fr", use="subtitles")
    short = Version.objects.create(film=film, running_time=52, label="Version courte", position=1)
    LanguageUse.objects.create(version=short, language="fr", use="dubbed")


def _texts(film, ada, bo):
    Text.objects.create(
        film=film,
        text_kind="presentation",
        heading="Ce que la nuit montre",
        body="On voit une lampe.\n\nOn voit la mer.",
        author=bo,
        author_quality="critique",
        date=date(2022, 5, 1),
        source="Revue du Nord",
    )
    Text.objects.create(film=film, text_kind="intention_note", body="Je voulais filmer le froid.", author=ada)
    for number in (1, 2):
        Text.objects.create(
            film=film, text_kind="shooting_secret", heading=f"Secret {number}", body=f"Corps {number}."
        )
    Text.objects.create(
        film=film, text_kind="press_quote", body="A quiet film.", language="en", author_name="Dee Quill"
    )
    Text.objects.create(
        person=ada, text_kind="presentation", heading="Portrait d’Ada", body="Elle marche.", author=bo
    )
