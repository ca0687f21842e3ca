"""The list of films: what an address means, and that every link on the page keeps what was chosen."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.lists.filters import film_filter
from catalogue.lists.query import parameters
from catalogue.models import Film
from catalogue.publication.index import postings
from catalogue.publication.publish import publish
from catalogue.publication.state import state
from tests.makers import make_film, make_films
from tests.pages.reading import addresses, all_words, links, notices, read, titles, total, words

pytestmark = pytest.mark.django_db

LIST = "/en/films/"


def chosen(address):
    return {name: values for name, values in parse_qs(urlsplit(address).query).items() if name != "page"}


@pytest.mark.parametrize(("films", "said"), [(1, "1 film"), (3, "3 films")])
def test_the_list_tells_its_total(client, films, said):
    make_films(films)
    assert total(read(client, LIST)) == said


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("title", ["À l’ouest", "L’Été", "The Zoo", "Zorn"]),
        ("-title", ["Zorn", "The Zoo", "L’Été", "À l’ouest"]),
        ("year", ["The Zoo", "L’Été", "À l’ouest", "Zorn"]),
        ("-year", ["À l’ouest", "L’Été", "The Zoo", "Zorn"]),
        ("newest", ["Zorn", "À l’ouest", "L’Été", "The Zoo"]),
    ],
)
def test_titles_sort_without_article_and_accents_and_unknown_years_come_last(client, sort, expected):
    for title, year in (("The Zoo", 1975), ("L’Été", 1980), ("À l’ouest", 1990), ("Zorn", None)):
        make_film(title, year)
    assert titles(read(client, f"{LIST}?sort={sort}")) == expected


def test_a_search_brings_titles_before_names_before_texts(client):
    make_film("Un autre film", short_summary_fr="Une ville appelée Norilsk.")
    make_film("Le Maire", directors=["Ivan Norilsk"])
    make_film("Norilsk, l’étreinte de glace")
    page = read(client, f"{LIST}?q=norilsk")
    assert titles(page) == ["Norilsk, l’étreinte de glace", "Le Maire", "Un autre film"]
    assert words(page.css_first("select[name=sort] option[selected]")) == "Best match"


@pytest.mark.parametrize(
    "phrase", ["ETREINTE", "l’étreinte", "étreintes", "etreinte glace", "Étreinte, de glace!"]
)
def test_a_search_sees_past_accents_case_apostrophes_and_plurals(client, phrase):
    make_film("Norilsk, l’étreinte de glace")
    make_film("Users")
    assert titles(read(client, f"{LIST}?q={phrase}")) == ["Norilsk, l’étreinte de glace"]


def test_small_words_are_looked_for_in_titles(client):
    make_film("The End")
    page = read(client, f"{LIST}?q=the")
    assert (total(page), titles(page)) == ("1 film", ["The End"])


def test_pages_hold_thirty_films_and_every_film_stands_on_one_page(client):
    make_films(65)
    pages = [titles(read(client, f"{LIST}?page={number}")) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [30, 30, 5]
    assert [title for page in pages for title in page] == [f"Film {number:02}" for number in range(65)]


def test_a_page_beyond_the_last_is_the_last_and_says_so(client):
    make_films(31)
    page = read(client, f"{LIST}?page=999")
    assert titles(page) == ["Film 30"]
    assert notices(page) == ["There is no page 999: this is the last."]


def test_filters_survive_paging_and_sorting(client):
    make_films(65)
    asked = "country=FR&director=ada&support=dvd&sort=-year"
    page = read(client, f"{LIST}?{asked}&page=2")
    wanted = parse_qs(asked)
    assert [chosen(address) for address in addresses(page, ".pages") if address[0] == "/"] == 4 * [wanted]
    kept = {
        node.attributes["name"]: [node.attributes["value"]] for node in page.css(".sorts input[type=hidden]")
    }
    assert kept == {name: values for name, values in wanted.items() if name != "sort"}


def test_forms_keep_the_other_filters_and_begin_again_at_the_first_page(client):
    make_films(65)
    page = read(client, f"{LIST}?country=FR&year_from=1970&q=film&page=2")
    kept = [
        sorted(node.attributes["name"] for node in form.css("input[type=hidden]"))
        for form in page.css("form.between")
    ]
    assert kept == [["country", "year_from"], ["country", "q"]]


def test_every_link_of_a_filtered_list_answers(client):
    make_films(35)
    make_film("Autre", None, ["US"], genres=["Essai"], spoken=["en"], subtitles=["fr"], running_time=80)
    for query in (
        "",
        "?country=FR&director=ada&letter=F",
        "?q=film&year_from=1972",
        "?unknown_year=1&genre=essai",
    ):
        page = read(client, LIST + query)
        found = {a for a in addresses(page, "main") if a.startswith("/en/")}
        assert len(found) >= 5
        for address in found:
            read(client, address)


def test_filters_are_removed_one_by_one_or_all_at_once(client):
    make_films(3)
    page = read(client, f"{LIST}?q=film&country=FR&director=ada&year_from=1970")
    removals = [chosen(address) for address in addresses(page, ".chips")]
    everything = {"q": ["film"], "country": ["FR"], "director": ["ada"], "year_from": ["1970"]}
    one_less = [
        {k: v for k, v in everything.items() if k != gone}
        for gone in ("q", "country", "year_from", "director")
    ]
    assert removals == [*one_less, {}]


def test_chips_name_values_as_visitors_do(client):
    make_film("Users", 2021, ["SUHH"], directors=["Natalia Almada"], running_time=80, spoken=["en"])
    asked = "?country=SUHH&director=natalia-almada&running_time=60-89&language=en&year_from=2E3"
    chips = all_words(read(client, LIST + asked), ".chips li")
    assert [chip.partition(" ")[2].rstrip(" ×") for chip in chips[:-1]] == [
        "Country USSR",
        "From year 2000",
        "Director Natalia Almada",
        "Spoken language English",
        "Running time 60 to 89 min",
    ]


def test_a_to_z_leads_to_the_films_of_a_letter_and_nowhere_without_films(client):
    for title in ("Été", "L’Écume", "Users", "1974, une partie de campagne"):
        make_film(title)
    assert not read(client, LIST).css(".letters")  # all of them are on one page
    assert read(client, f"{LIST}?letter=E").css(".letters")
    for number in range(27):
        make_film(f"Userland {number}", published=False)
    publish(*Film.objects.all())
    page = read(client, LIST)
    assert [text for text, _address in links(page, ".letters")] == ["E", "U", "#"]
    assert len(page.css(".letters li")) == 27
    assert titles(read(client, dict(links(page, ".letters"))["E"])) == ["L’Écume", "Été"]
    assert titles(read(client, dict(links(page, ".letters"))["#"])) == ["1974, une partie de campagne"]


def test_films_whose_year_is_not_known_stand_apart(client):
    for year in (1975, 1978, None):
        make_film(f"Film {year}", year)
    assert ("Year unknown 1", f"{LIST}?unknown_year=1") in links(read(client, LIST), ".years")
    assert titles(read(client, f"{LIST}?unknown_year=1")) == ["Film None"]


def test_years_in_the_wrong_order_are_put_right_with_a_notice(client):
    make_films(5)
    page = read(client, f"{LIST}?year_from=1972&year_to=1971")
    assert titles(page) == ["Film 01", "Film 02"]
    assert notices(page) == ["The years were in the wrong order: they have been put right."]


def test_a_choice_that_leaves_no_film_can_be_undone_from_the_page(client):
    make_film("Users", 2021, ["US"])
    make_film("Norilsk", 2018, ["FR"])
    page = read(client, f"{LIST}?country=US&year_from=2018&year_to=2018")
    assert (total(page), titles(page)) == ("0 films", [])
    assert f"{LIST}?country=US&year_to=2018" in addresses(page, ".chips")
    assert f"{LIST}?year_from=2018&year_to=2018" in addresses(page, ".facet")
    assert LIST in addresses(page, ".empty")


def test_search_engines_are_led_to_the_whole_list_and_not_to_its_combinations(client):
    make_films(2)

    def robots(query):
        return [node.attributes["content"] for node in read(client, LIST + query).css("meta[name=robots]")]

    assert [robots(query) for query in ("", "?country=FR", "?sort=year")] == [[], *2 * [["noindex, follow"]]]


def test_an_empty_catalogue_says_so(client):
    page = read(client, LIST)
    assert all_words(page, ".empty") == ["There is no film here yet."]
    assert page.css(".filters") == []


def test_a_filtered_list_says_its_number_of_films_in_its_title(client):
    make_film("Users", 2021, ["US"])
    make_film("Norilsk", 2017, ["FR"])
    title = read(client, "/en/films/?country=FR").css_first("title").text()
    assert title == "French films: 1 film · Film catalogue"


VALUE = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["FR", "1975", "9" * 400, "-1", "1e400", "1e999999", "NaN", "Infinity", "\0", "%00", "١٩٧٥", " "]
    ),
)


@pytest.mark.django_db
class TestAnyQueryString(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        pairs=st.lists(st.tuples(st.sampled_from([*parameters(), "unheard-of"]), VALUE), max_size=6),
        path=st.sampled_from(
            [
                "",
                "films/",
                "films/values/country/",
                "companies/iskra/",
                "people/",
                "selections/",
                "distributors/",
            ]
        ),
    )
    def test_any_query_string_answers_200(self, pairs, path):
        make_film("Users", 1975, ["FR"], producers=["ISKRA"], supports=["dvd"], distributor="ISKRA")
        query = {name: [value for other, value in pairs if other == name] for name, _value in pairs}
        assert self.client.get(f"/fr/{path}", query).status_code == 200

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(query=st.binary(max_size=60))
    def test_any_bytes_as_query_string_answer_200(self, query):
        make_film("Users", 1975, ["FR"])
        assert self.client.get("/fr/films/", QUERY_STRING=query.decode("latin-1")).status_code == 200


def test_a_list_understands_exactly_the_parameters_that_addresses_name():
    asked = film_filter({}, postings.current(state()))
    assert ("as", *type(asked).base_filters) == parameters()


def test_an_empty_list_says_what_there_would_be_without_each_filter(client):
    make_film("Users", 2021, ["FR"], genres=["Essai"])
    make_film("Norilsk", 2017, ["BE"])
    page = read(client, f"{LIST}?q=users&country=BE&genre=essai")
    assert total(page) == "0 films"
    assert [(text, address) for text, address in links(page, ".empty li")] == [
        ("without “Belgium”", f"{LIST}?q=users&genre=essai")
    ]
    page = read(client, f"{LIST}?country=FR&year=2017")
    assert len(links(page, ".empty li")) == 2
    assert all(titles(read(client, address)) for _text, address in links(page, ".empty li"))
