"""The main job, on real input: the three pages go in, and every fact on them is on the site, in both languages.

The pages are the demonstration's, and the originals where the folder that holds them is beside the repository.
"""

import re

import pytest
from django.core.management import call_command
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from catalogue.importing.store.popular_films import TITLES
from catalogue.models import Film
from distributors.models import Offer

from .source_pages import FOLDERS, parse_file

pytestmark = pytest.mark.django_db

USERS, SECRETS, ISKRA = "film-users.txt", "shooting-secrets-norilsk.txt", "distributor-iskra.txt"
NORILSK = "norilsk-l-etreinte-de-glace"

POPULAR = [
    *["En fanfare", "Vaiana 2", "Conclave", "La Plus Précieuse Des Marchandises", "Leurs Enfants après eux"],
    *["Wicked", "Gladiator II", "Mufasa : Le Roi Lion", "Juré n°2", "L’Amour ouf", "Vingt dieux"],
    *["Le Seigneur des Anneaux : La Guerre des Rohirrim", "Heretic", "The Substance", "Saint-Ex"],
    *["Jamais sans mon psy", "Kraven The Hunter", "Monsieur Aznavour", "Les Femmes au balcon"],
    "Les Boules de Noël",
]
PRODUCED = {
    "Poumons noirs, ventres d’or": ("SVOD", "VOD"),
    "Pour une poignée de gros sel": ("SVOD", "VOD"),
    "Payer sa vie": ("SVOD", "VOD"),
    "Paysan et Rebelle": ("SVOD", "VOD", "DVD"),
    "Pays rêvé": ("SVOD", "VOD", "DVD"),
    "Plutôt la vie !": ("SVOD", "VOD", "DVD"),
    "Pas de quartier": ("SVOD", "VOD", "DVD"),
}
WORKS = [
    *["Images d’Après. Cinéma et Génocide au Rwanda", "Rwanda, la surface de réparation"],
    *["Les Voix de Srebrenica", "Paris, une histoire capitale", "Les années 1968"],
]


class Site:
    """The site in one language, as a visitor reads it: the words of its pages."""

    def __init__(self, client, language):
        self.client, self.language = client, language

    def page(self, address):
        response = self.client.get(f"/{self.language}/{address}")
        assert response.status_code == 200, (address, response.status_code)
        return LexborHTMLParser(response.content.decode())

    def words(self, address, selector="main"):
        return plain(self.page(address).css_first(selector).text())

    def linked(self, address, selector="main a"):
        """Return {text of a link: its address} of a page."""
        links = self.page(address).css(selector)
        return {plain(link.text()): link.attributes["href"] for link in links}


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


def paragraphs(found):
    return [plain(paragraph.value) for paragraph in found]


def missing(facts, words):
    return [fact for fact in facts if fact not in words]


def import_pages(folder):
    call_command("import_pages", str(folder), verbosity=0)


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.parent.name)
def pages(request, shared_rows):
    """The records of the pages of one folder, imported."""
    with shared_rows(import_pages, request.param):
        yield {name: parse_file(request.param / name) for name in (USERS, SECRETS, ISKRA)}


@pytest.fixture(params=["fr", "en"])
def site(request, client):
    return Site(client, request.param)


def by_language(site, french, english):
    return french if site.language == "fr" else english


def test_the_film_page_shows_what_its_source_shows(pages, site):
    page, words = pages[USERS], site.words("films/users/")
    facts = ["Users", "2021", "Natalia Almada"]
    facts += ["The Department of Motion Pictures", "Altamura Films", "1 h 20"]
    facts += by_language(
        site,
        ["États-Unis", "Mexique", "anglais", "français"],
        ["United States", "Mexico", "English", "French"],
    )
    facts += paragraphs(page.presentation)
    (text,) = page.guest_texts
    facts += [text.author.value, text.quality.value, *paragraphs(text.paragraphs)]
    facts.append(plain(page.short_summary.value))
    assert missing(facts, words) == []


def test_what_cannot_be_had_is_said_to_be_unavailable(pages, site):
    with translation.override(site.language):
        support = str(Offer.Support.MULTI.label)
    see = site.page("films/users/").css_first(".see")
    assert [plain(node.text()) for node in see.css("li.ended b")] == [support]
    assert by_language(site, "indisponible", "unavailable") in see.text().lower()


def test_the_text_of_a_cover_that_is_not_here_is_kept_and_not_shown(pages, site):
    text = pages[USERS].cover_text.value
    assert Film.objects.get(title="Users").cover_text_fr == text
    assert text not in site.page("films/users/").html


def test_each_version_keeps_its_own_languages(pages, site):
    rows = [
        [plain(cell.text()) for cell in row.css("th, td")]
        for row in site.page("films/users/").css("table.versions tbody tr")
    ]
    french, english = by_language(site, ("français", "anglais"), ("French", "English"))
    assert rows == [
        [french.capitalize(), "1 h 20", french, french],
        [english.capitalize(), "1 h 20", english, ""],
    ]


def test_a_signatory_is_an_author_and_not_cast(pages, site):
    labels = [plain(node.text()) for node in site.page("films/users/").css("main dl dt")]
    assert not {"Cast", "Interprétation", "Distribution"} & set(labels)
    (text,) = pages[USERS].guest_texts
    author = site.linked("films/users/", ".signature a")[text.author.value]
    assert "Users" in site.words(author.removeprefix(f"/{site.language}/"))


def test_the_director_s_page_has_the_biography_the_film_and_the_works(pages, site):
    words = site.words("people/francois-xavier-destors/")
    biography = [text for part in pages[SECRETS].biographies for text in paragraphs(part.paragraphs)]
    facts = ["François-Xavier Destors", "Norilsk, l’étreinte de glace", *WORKS, *biography]
    assert missing(facts, words) == []


def test_the_intention_note_has_its_own_address_with_every_paragraph(pages, site):
    (note,) = pages[SECRETS].texts
    address = site.linked(f"films/{NORILSK}/")["Note d’intention"]
    words = site.words(address.removeprefix(f"/{site.language}/"))
    assert (
        missing(["Note d’intention", "Norilsk, l’étreinte de glace", *paragraphs(note.paragraphs)], words)
        == []
    )


def test_the_popular_films_are_a_selection_in_their_order_with_their_years(pages, site):
    heading = by_language(site, *map(plain, TITLES.values()))
    address = site.linked("selections/")
    address = next(target for text, target in address.items() if heading in text)
    page = site.page(address.removeprefix(f"/{site.language}/"))
    assert plain(page.css_first("h1").text()) == heading
    cards = [plain(card.text()) for card in page.css("ol.chosen > li")]
    assert len(cards) == len(POPULAR)
    assert [title for title, card in zip(POPULAR, cards, strict=True) if title not in card] == []
    assert all("2024" in card for card in cards)


def test_the_company_s_page_says_what_it_is(pages, site):
    page, words = pages[ISKRA], site.words("companies/iskra/")
    facts = ["ISKRA", "Image, Son, Kinescope et Réalisations Audiovisuelles", "« étincelle » en russe", "160"]
    facts += [
        "Slon",
        "Service de Lancement des Œuvres Nouvelles",
        "« éléphant » en russe",
        *paragraphs(page.about),
    ]
    assert missing(facts, words) == []


def test_the_company_s_films_are_all_there(pages, site):
    page = site.page("companies/iskra/?as=producer")
    titles = {plain(node.text()) for node in page.css("main .card__title")}
    assert titles == PRODUCED.keys()
    assert "7" in plain(page.css_first("main").text())


def test_each_film_of_the_company_has_its_supports_synopsis_and_producer(pages, site):
    entries = {film.title.value: film for listed in pages[ISKRA].lists for film in listed.films}
    assert entries.keys() == PRODUCED.keys()
    links = site.linked("companies/iskra/?as=producer", "main .card__title a")
    for title, supports in PRODUCED.items():
        words = site.words(links[title].removeprefix(f"/{site.language}/"), "article.film")
        facts = [title, "ISKRA", *supports, *paragraphs(entries[title].synopsis)]
        assert missing(facts, words) == []
        assert ("DVD" in words) == ("DVD" in supports)


def test_the_site_says_no_more_of_them_than_the_company_s_page(pages, site):
    """The page names supports, and neither who distributes them, nor for what use, nor that they can be had."""
    assert "ISKRA" not in site.words("distributors/")
    links = site.linked("companies/iskra/?as=producer", "main .card__title a")
    assert "?as=distributor" not in " ".join(links.values())
    see = site.page(links["Payer sa vie"].removeprefix(f"/{site.language}/")).css_first(".see")
    sentence = plain(see.css_first(".see__sentence").text())
    assert sentence == by_language(
        site,
        "Existe en SVOD et VOD ; disponibilité non précisée.",
        "Exists on SVOD and VOD; availability not stated.",
    )
    unstated = by_language(site, "disponibilité non précisée", "availability not stated")
    assert [plain(line.text()) for line in see.css("li")] == [f"SVOD {unstated}", f"VOD {unstated}"]


def test_every_film_of_the_pages_is_in_the_list(pages, site):
    listed = "".join(site.words(f"films/?page={number}") for number in (1, 2))
    assert missing([*POPULAR, *PRODUCED, "Users", "Norilsk, l’étreinte de glace"], listed) == []
