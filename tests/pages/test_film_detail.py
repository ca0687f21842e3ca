"""A film's page shows everything that is known of the film, in the reader's language, and nothing that is not."""

import pytest

from catalogue.models import Text
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_film, make_text
from tests.pages.reading import addresses, all_words, facts, links, read, words
from tests.showcase import make_showcase, picture

pytestmark = pytest.mark.django_db

FILM = "/fr/films/une-lumiere-au-nord/"
NO_BREAK = "\u00a0"


def in_language(lang):
    return FILM.replace("/fr/", f"/{lang}/")


def test_the_head_says_title_original_title_director_year_countries_and_running_time(client):
    make_showcase()
    head = read(client, FILM).css_first(".film__head")
    assert words(head.css_first("h1")) == "Une lumière au nord"
    assert words(head.css_first(".film__original")) == "Ljus i norr"
    assert links(head, ".film__by") == [("Ada Lindqvist", "/fr/people/ada-lindqvist-cineaste/")]
    assert links(head, ".meta") == [
        ("2021", "/fr/films/?year_from=2021&year_to=2021"),
        ("Suède", "/fr/films/?country=SE"),
        ("URSS", "/fr/films/?country=SUHH"),
    ]
    assert f"1{NO_BREAK}h{NO_BREAK}20" in words(head.css_first(".meta"))


def test_countries_and_languages_are_in_the_readers_language(client):
    make_showcase()
    french, english = (facts(read(client, in_language(lang))) for lang in ("fr", "en"))
    assert "Suède, URSS" in french.values()
    assert "suédois" in french.values()
    assert (english["Countries"], english["Original language"]) == ("Sweden, USSR", "Swedish")


def test_a_title_tells_its_language_where_it_is_not_the_pages(client):
    make_showcase()
    for element in ("h1", "title"):
        assert read(client, in_language("en")).css_first(element).attributes["lang"] == "fr"
        assert "lang" not in read(client, FILM).css_first(element).attributes


def test_the_original_title_tells_its_language_when_it_is_known(client):
    make_showcase()
    original = read(client, FILM).css_first(".film__original i")
    assert original.attributes.get("lang") == "sv"


def test_the_language_of_an_original_title_is_never_that_of_the_film_by_guess(client):
    film = make_film("Solaris", original_title="Soliaris", published=False)
    film.original_languages.create(language="ru")
    publish(film)
    page = read(client, "/en/films/solaris/")
    assert "lang" not in page.css_first(".film__original i").attributes
    assert "Soliaris" in words(page.css_first(".film__original"))


def test_the_heading_of_a_reading_bears_the_language_of_its_text(client):
    make_text(make_film("Norilsk"), "Filmer.", heading="Note d’intention")
    assert words(read(client, "/en/films/norilsk/").css_first(".readings [lang=fr]")) == "Note d’intention"


def test_credits_name_people_as_printed_with_their_characters_and_companies_by_role(client):
    make_showcase()
    page = read(client, in_language("en"))
    found = facts(page)
    assert found["Director"] == "Ada Lindqvist"
    assert found["Cast"] == "B. Okafor (le gardien)"
    assert (found["Production company"], found["Co-production"]) == ("LAMPE", "Phare")
    assert ("B. Okafor", "/en/people/bo-okafor/") in links(page, ".facts")


def test_facts_hold_other_titles_genres_themes_colour_sound_and_numbers(client):
    make_showcase()
    found = facts(read(client, in_language("en")))
    assert found["Translated title"] == "Northern Light English"
    assert (found["Genre"], found["Theme"]) == ("Essay", "Winter")
    assert (found["Colour"], found["Sound"]) == ("Black and white", "With sound")
    assert found["IMDb"] == "tt0000001"


def test_the_cover_has_its_text_its_size_and_comes_at_once(client):
    make_showcase()
    for lang, text in (("fr", "Un phare la nuit"), ("en", "A lighthouse at night")):
        cover = read(client, in_language(lang)).css_first(".film__head img").attributes
        assert (cover["alt"], cover["width"], cover["height"], cover["loading"]) == (
            text,
            "400",
            "600",
            "eager",
        )
        picture = client.get(cover["src"])
        assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")


@pytest.mark.parametrize("size", [(400, 600), (640, 360)])
def test_a_cover_is_shown_with_its_credit(client, size):
    make_film("Users", cover=picture("teal", *size), cover_credit="Ada Lindqvist")
    make_film("Uncredited", cover=picture("teal", *size))
    assert all_words(read(client, "/en/films/users/"), ".film__head figcaption") == ["Ada Lindqvist"]
    assert all_words(read(client, "/en/films/uncredited/"), ".film__head figcaption") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "Affiche dessinée pour «\u00a0Users\u00a0»"), ("en", "Poster drawn for “Users”")],
)
def test_a_film_without_cover_says_nothing_of_one(client, lang, text):
    make_film("Users", cover_text_fr="Image de couverture Users", cover_credit="Ada Lindqvist")
    page = read(client, f"/{lang}/films/users/")
    assert [image.attributes["alt"] for image in page.css(".film__head img")] == [text]
    assert page.css(".film__head figcaption") == []
    assert "couverture" not in page.html


@pytest.mark.parametrize(
    ("lang", "directors", "said"),
    [
        ("fr", ["Agnès Varda", "Chris Marker"], "Un film d’Agnès Varda, Chris Marker"),
        ("fr", ["Yasujirō Ozu"], "Un film de Yasujirō Ozu"),
        ("en", ["Agnès Varda"], "A film by Agnès Varda"),
    ],
)
def test_a_film_is_of_its_directors_as_the_language_says_it(client, lang, directors, said):
    make_film("Users", directors=directors)
    assert all_words(read(client, f"/{lang}/films/users/"), ".film__by") == [said]


def test_summary_and_synopsis_are_in_the_readers_language_paragraph_by_paragraph(client):
    make_showcase()
    page = read(client, FILM)
    assert all_words(page, ".lead p") == ["Une gardienne et son phare."]
    assert all_words(page, "section[aria-labelledby=synopsis] .prose p") == [
        "Un hiver au nord.",
        "Puis le printemps.",
    ]
    english = read(client, in_language("en"))
    assert all_words(english, ".lead p") == ["A keeper and her lighthouse."]
    assert all_words(english, "section[aria-labelledby=synopsis] .prose p") == [
        "A winter in the north.",
        "Then spring.",
    ]


def test_a_presentation_is_signed_with_its_author_quality_day_and_source(client):
    make_showcase()
    text = read(client, FILM).css_first(".signed")
    assert words(text.css_first("h2")) == "Ce que la nuit montre"
    assert all_words(text, ".prose p") == ["On voit une lampe.", "On voit la mer."]
    assert links(text, ".signature") == [("Bo Okafor", "/fr/people/bo-okafor/")]
    assert all_words(text, ".signature p") == [
        "Bo Okafor",
        "critique",
        f"1er{NO_BREAK}mai 2022",
        "Revue du Nord",
    ]


def test_versions_are_a_table_with_a_heading_for_each_column_and_row(client):
    make_showcase()
    table = read(client, in_language("en")).css_first("table.versions")
    assert all_words(table, "thead th[scope=col]") == [
        "Version",
        "Running time",
        "Spoken",
        "Subtitles",
        "Also",
    ]
    rows = [all_words(row, "th[scope=row], td") for row in table.css("tbody tr")]
    hour = f"1{NO_BREAK}h{NO_BREAK}20"
    assert rows == [
        ["Original version with French subtitles", hour, "Swedish", "French", ""],
        ["Version courte", f"52{NO_BREAK}min", "", "", "Dubbed: French"],
    ]


def test_where_to_see_it_is_one_sentence_and_every_offer(client):
    make_showcase()
    see = read(client, in_language("en")).css_first(".see")
    assert all_words(see, ".see__sentence") == ["Available on DVD and VOD."]
    dvd, vod, dcp = all_words(see, "li")
    assert "€12.50" in dvd
    assert addresses(see, "li:nth-child(2)") == [
        "/en/films/?support=vod",
        "/en/companies/lampe/",
        "https://vod.example/lumiere",
    ]
    assert "unavailable at present" in dcp
    assert (vod.startswith("VOD"), dcp.startswith("DCP")) == (True, True)


def test_sharing_is_plain_links_that_name_the_page(client):
    make_showcase()
    page = read(client, FILM)
    *shared, curators = addresses(page, ".share")
    assert curators.startswith("/admin/")
    assert [address.partition(":")[0] for address in shared] == ["mailto", "https", "https"]
    assert all("http%3A//testserver" in address and "une-lumiere-au-nord" in address for address in shared)
    outside = [node.attributes["href"] for node in page.css("a[href^='https:']")]
    assert {node.attributes.get("rel") for node in page.css("a[href^='https:']")} == {"noreferrer"}
    assert outside


def test_other_texts_are_named_with_their_address_and_secrets_are_counted(client):
    make_showcase()
    readings = read(client, FILM).css_first(".readings")
    assert addresses(readings, "li") == [
        f"{FILM}texts/intention-note/",
        f"{FILM}texts/press-quote/",
        f"{FILM}shooting-secrets/",
        f"{FILM}booklet/?length=long",
    ]
    note, quote, secrets, _booklet = all_words(readings, "li")
    assert (note.endswith("Ada Lindqvist"), quote.endswith("Dee Quill"), secrets.endswith(" 2")) == (
        True,
        True,
        True,
    )


def test_what_is_not_known_leaves_no_trace(client):
    make_film("Muet")
    page = read(client, "/en/films/muet/")
    assert facts(page) == {"Year": "unknown"}
    assert all_words(page, ".see__sentence") == ["We don’t yet know where this film can be seen."]
    assert page.css("table, .readings, .signed, .stills, img:not(.poster__drawn), .film__by") == []
    assert "None" not in words(page.body)


def test_a_text_in_the_other_language_only_falls_back_visibly(client):
    make_film("Seul", synopsis_fr="Un texte.")
    page = read(client, "/en/films/seul/")
    prose = page.css_first("section[aria-labelledby=synopsis] .prose")
    assert (prose.attributes["lang"], words(prose)) == ("fr", "Un texte.")
    assert all_words(page, ".note") == ["Text in French"]


def test_an_unpublished_text_is_not_named(client):
    film = make_film("Users")
    text = make_text(film, "Une note.")
    unpublish(text)
    assert read(client, "/fr/films/users/").css(".readings") == []
    assert Text.objects.exists()


def test_a_draft_answers_404_and_so_does_a_film_taken_off_the_site(client):
    make_film("Brouillon", published=False)
    film = make_film("Retiré")
    unpublish(film)
    answers = [client.get(f"/fr/films/{slug}/").status_code for slug in ("brouillon", "retire", "nothing")]
    assert answers == [404, 404, 404]


def test_what_editors_write_is_never_markup(client):
    make_film("<b>Gras</b>", short_summary_fr="<script>alert(1)</script>", directors=["<i>Ada</i>"])
    page = read(client, "/fr/films/b-gras-b/")
    assert words(page.css_first("h1")) == "<b>Gras</b>"
    assert page.css("h1 b, .lead script, .film__by i") == []
