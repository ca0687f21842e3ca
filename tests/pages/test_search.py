"""The search page: the best of each kind, all of one kind, and what is said of what was looked for."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalogue.models import Text
from catalogue.publication.publish import publish
from tests.makers import make_company, make_film, make_person, make_selection, make_text
from tests.pages.reading import addresses, all_words, links, read, titles

pytestmark = pytest.mark.django_db

NOTE = "On part au nord.\n\nÀ Norilsk, l’été est court ; l’hiver, la nuit dure des semaines."


@pytest.fixture
def catalogue():
    film = make_film("Norilsk, l’étreinte de glace", 2018, ["FR"], directors=["François Norilsky"])
    make_film("Stalker", 1979, original_title="Pique-nique", directors=["Andreï Tarkovski"])
    make_text(film, NOTE, heading="Note d’intention", language="fr")
    company = make_company("Norilsk Films")
    publish(company)
    make_selection("De Norilsk à la mer", [film])


def tabs(page):
    return [text.rsplit(" ", 1) for text, _address in links(page, ".tabs")]


def test_the_best_of_each_kind_stand_on_one_page_with_their_numbers(client, catalogue):
    page = read(client, "/fr/search/?q=norilsk")
    assert page.css_first(".asking [name=q]").attributes["value"] == "norilsk"
    assert tabs(page) == [
        ["Tout", "5"],
        ["Films", "1"],
        ["Personnes", "1"],
        ["Sociétés", "1"],
        ["Textes", "1"],
        ["Sélections", "1"],
    ]
    assert addresses(page, ".tabs")[1:3] == [
        "/fr/films/?q=norilsk",
        "/fr/search/?q=norilsk&kind=person",
    ]
    found = addresses(page, "main .band")
    for address in (
        "/fr/films/norilsk-l-etreinte-de-glace/",
        "/fr/people/francois-norilsky/",
        "/fr/companies/norilsk-films/",
        "/fr/films/norilsk-l-etreinte-de-glace/texts/note-d-intention/#p2",
        "/fr/selections/de-norilsk-a-la-mer/",
    ):
        assert address in found


def test_what_the_words_name_most_exactly_comes_first(client, catalogue):
    make_film("Tarkovski en exil", 1990)
    make_person("Tarkovski")
    assert all_words(read(client, "/en/search/?q=stalker"), ".band h2")[0].startswith("Films")
    page = read(client, "/en/search/?q=andrei+tarkovski")
    assert all_words(page, ".band h2")[0].startswith("People")


@pytest.mark.parametrize("kind", ["person", "company", "text", "selection"])
def test_a_tab_holds_all_of_its_kind(client, catalogue, kind):
    page = read(client, f"/fr/search/?q=norilsk&kind={kind}")
    assert [a.attributes["href"] for a in page.css('.tabs [aria-current="page"]')] == [
        f"/fr/search/?q=norilsk&kind={kind}"
    ]
    assert len(page.css(".results li")) == 1


def test_people_and_companies_are_found_with_what_they_did(client):
    make_film("Norilsk", 2018, directors=["Ada Dor"], producers=["Dor Films"])
    assert all_words(read(client, "/fr/search/?q=dor"), ".names li") == [
        "Dor Films Société de production 1 film",
        "Ada Dor Réalisation 1 film",
    ]


def test_a_kind_goes_on_over_several_pages(client):
    publish(*[make_person(f"Ada Numéro {number}") for number in range(35)])
    first, second = (read(client, f"/en/search/?q=ada&kind=person{page}") for page in ("", "&page=2"))
    names = [text for page in (first, second) for text, _address in links(page, ".names")]
    assert (len(names), len(set(names))) == (35, 35)
    assert [a.attributes["href"] for a in first.css("a[rel=next]")] == [
        "/en/search/?q=ada&kind=person&page=2#results"
    ]
    assert "no page 9" in all_words(read(client, "/en/search/?q=ada&kind=person&page=9"), ".notices")[0]


def test_a_line_of_a_text_shows_the_words_and_leads_to_their_paragraph(client, catalogue):
    page = read(client, "/fr/search/?q=nuit+hiver&kind=text")
    assert all_words(page, ".line-found mark") == ["hiver", "nuit"]
    (address,) = addresses(page, ".lines-found")
    path, _hash, paragraph = address.partition("#")
    text = read(client, path)
    assert "la nuit dure des semaines" in all_words(text, f"#{paragraph}")[0]


def test_every_paragraph_has_an_address_wherever_the_text_is_shown(client, catalogue):
    film = make_film("Autre")
    for number in (1, 2):
        make_text(film, "Un.\n\nDeux.", text_kind="shooting_secret", heading=f"Secret {number}")
    make_text(film, "Un.\n\nDeux.", text_kind="presentation", heading="Présentation")
    secrets = read(client, "/en/films/autre/shooting-secrets/")
    assert [p.id for p in secrets.css(".prose > p")] == [
        "secret-1-p1",
        "secret-1-p2",
        "secret-2-p1",
        "secret-2-p2",
    ]
    assert [a.attributes["href"] for a in secrets.css(".cite")][:2] == ["#secret-1-p1", "#secret-1-p2"]
    assert [p.id for p in read(client, "/en/films/autre/texts/presentation/").css(".prose > p")] == [
        "p1",
        "p2",
    ]
    assert read(client, "/en/films/autre/").css_first("#presentation-p2") is not None


def test_a_mended_word_is_said_and_can_be_taken_as_it_was_typed(client, catalogue):
    page = read(client, "/fr/search/?q=tarkovksi")
    assert all_words(page, ".said") == [
        "Résultats pour «\u00a0tarkovski\u00a0». Chercher plutôt «\u00a0tarkovksi\u00a0»"
    ]
    (instead,) = addresses(page, ".said")
    page = read(client, instead)
    assert all_words(page, ".said") == ["Aucun résultat pour «\u00a0tarkovksi\u00a0»."]
    assert links(page, ".empty")[0] == ("tarkovski", "/fr/search/?q=tarkovski")


def test_a_word_that_was_left_out_is_said(client, catalogue):
    page = read(client, "/en/search/?q=stalker+xyzzyq")
    assert "without “xyzzyq”" in all_words(page, ".said")[0]
    assert titles(page) == ["Stalker"]


def test_of_a_long_question_it_says_how_much_was_looked_for(client, catalogue):
    long = "+".join(["stalker", *"bcdefghijklm"])
    assert "its first 12 words" in all_words(read(client, f"/en/search/?q={long}"), ".said")[0]
    assert all_words(read(client, "/en/search/?q=stalker"), ".said") == []


def test_where_nothing_is_found_it_says_what_would_be(client, catalogue):
    page = read(client, "/en/search/?q=stalker+norilsk&literally=1")
    assert all_words(page, ".said") == ["No results for “stalker norilsk”."]
    assert all_words(page, ".empty li") == ["without “stalker” 5 results", "without “norilsk” 1 result"]
    assert addresses(page, ".empty li")[1] == "/en/search/?q=stalker&literally=1"


def test_a_film_that_was_found_by_another_title_says_which(client, catalogue):
    for address in ("/en/search/?q=pique", "/en/films/?q=pique"):
        assert "Found as: Pique-nique" in all_words(read(client, address), ".card .label")
    assert all_words(read(client, "/en/search/?q=stalker"), ".card .label") == []


@pytest.mark.parametrize("phrase", ["", "  ", "%00%01"])
def test_an_empty_question_is_told_what_can_be_looked_for(client, catalogue, phrase):
    page = read(client, f"/en/search/?q={phrase}")
    assert page.css(".tabs") == []
    assert "names of people and companies" in all_words(page, ".empty")[0] or phrase == "%00%01"


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "+".join(["norilsk"] * 500),
        "q=%27%3Cscript%3E&kind=nonsense&page=x",
        "q=norilsk&page=99999999999",
        "q=norilsk&kind=film",
        "kind=film&page=2",
        "q=%F0%9F%8E%A5",
        "q=%22&literally=2",
    ],
)
def test_hostile_questions_are_answered(client, catalogue, query):
    page = read(client, f"/fr/search/?{query}")
    assert "<script>" not in page.css_first("main").html


def test_search_engines_keep_no_search(client, catalogue):
    page = read(client, "/en/search/?q=norilsk")
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex, follow"


def test_every_box_leads_to_the_search_and_no_page_has_two(client, catalogue):
    for address, boxes in {"/en/": 1, "/en/films/": 1, "/en/search/?q=a": 1, "/en/nothing/": 1}.items():
        forms = LexborHTMLParser(client.get(address).content.decode()).css("form[role=search]")
        assert [form.attributes["action"] for form in forms] == ["/en/search/"] * boxes


def test_suggestions_are_films_people_and_companies(client, catalogue):
    page = read(client, "/en/search/suggest/?q=nori")
    assert [node.attributes["aria-label"] for node in page.css("[role=group]")] == [
        "Films",
        "People",
        "Companies",
    ]
    options = [(a.attributes["href"], a.attributes["role"]) for a in page.css("a")]
    assert options == [
        ("/en/films/norilsk-l-etreinte-de-glace/", "option"),
        ("/en/people/francois-norilsky/", "option"),
        ("/en/companies/norilsk-films/", "option"),
        ("/en/search/?q=nori", "option"),
    ]
    assert all_words(page, "[role=option] small")[0] == "2018 · François Norilsky"
    assert page.css_first("[data-said]").attributes["data-said"] == "3 suggestions"
    assert len({a.id for a in page.css("a")}) == 4


def test_a_suggestion_says_by_which_other_title_it_is_meant(client, catalogue):
    assert "Pique-nique" in all_words(read(client, "/en/search/suggest/?q=piq"), "[role=option] small")


@pytest.mark.parametrize("query", ["", "?q=n", "?q=zzzz", "?q=%00%00"])
def test_less_than_two_letters_suggest_nothing(client, catalogue, query):
    page = read(client, f"/en/search/suggest/{query}")
    assert page.css("a") == []
    assert page.css_first("[data-said]").attributes["data-said"] == "No suggestion"


def test_suggestions_can_be_kept_as_other_pages_are(client, catalogue):
    first = client.get("/en/search/suggest/?q=nori")
    assert (
        client.get("/en/search/suggest/?q=nori", headers={"If-None-Match": first["ETag"]}).status_code == 304
    )
    make_film("Noria")
    assert client.get("/en/search/suggest/?q=nori")["ETag"] != first["ETag"]


def test_a_list_of_films_is_as_honest_about_its_words(client, catalogue):
    said = all_words(read(client, "/en/films/?q=tarkovksi"), ".said")
    assert said == ["Results for “tarkovski”. Search for “tarkovksi” instead"]
    assert all_words(read(client, "/en/films/?q=tarkovski"), ".said") == []


LONG = "Un autre paragraphe.\n\n" + "Avant. " * 40 + "Le phare éclaire la baie. " + "Après. " * 40


def test_a_page_that_its_text_was_found_by_shows_the_line_and_leads_to_it(client):
    publish(
        make_film("Film", synopsis_fr=LONG, published=False),
        make_film("Gardien", short_summary_fr="Avant. Le phare éclaire la baie.", published=False),
        make_person("Ada", biography_fr=LONG),
        make_company("Lampe", about_fr=LONG),
    )
    page = read(client, "/fr/search/?q=phare")
    found = links(page, ".line-found")
    assert [address for _text, address in found] == [
        "/fr/films/film/#synopsis-p2",
        "/fr/films/gardien/#short_summary-p1",
        "/fr/people/ada/#biography-p2",
        "/fr/companies/lampe/#about-p2",
    ]
    for text, address in found:
        assert "Le phare éclaire la baie." in text
        path, _hash, paragraph = address.partition("#")
        assert "Le phare éclaire la baie." in all_words(read(client, path), f"#{paragraph}")[0]
    assert all_words(page, "mark") == ["phare"] * 4
    assert all_words(read(client, "/fr/search/?q=film"), ".line-found") == []


def test_a_text_about_a_person_leads_to_its_own_page(client):
    ada = make_person("Ada")
    text = Text.objects.create(
        person=ada, body="Elle allume une lampe.", text_kind="presentation", heading="Elle"
    )
    hidden = make_film("Pas encore", published=False)
    publish(ada, text, make_text(hidden, "Une autre lampe.", published=False))
    page = read(client, "/en/search/?q=lampe&kind=text")
    assert addresses(page, ".lines-found") == ["/en/people/ada/texts/elle/#p1"]


@pytest.mark.parametrize(
    "phrase", ["norilsk", "tarkovksi", "stalker xyzzyq", "norilsky", "1979", "de la mer"]
)
def test_the_number_of_films_is_that_of_the_list_it_leads_to(client, catalogue, phrase):
    found = [link for link in links(read(client, f"/en/search/?q={phrase}"), ".tabs") if "/films/" in link[1]]
    for text, address in found:
        assert all_words(read(client, address), "#results")[0].split()[0] == text.split()[-1]
    assert found or phrase == "de la mer"
