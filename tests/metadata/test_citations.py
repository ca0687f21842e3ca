"""Citations: the sentence on the page, and the files, read by libraries that are not ours (rispy, bibtexparser)."""

import re
from datetime import date

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st

from catalogue.metadata.citations import bibtex, ris
from catalogue.metadata.citations.cited import Author, Cited, one_line
from catalogue.publication.publish import publish
from tests.makers import make_film, make_person, make_text
from tests.metadata.reading import SITE
from tests.pages.reading import links, read, words
from tests.showcase import make_showcase

pytestmark = pytest.mark.once

FILM = "films/une-lumiere-au-nord/"
TODAY = date(2024, 5, 1)
HOSTILE = [
    "{Braces} } and { open {",
    "Back\\slash \\LaTeX{} \\\\",
    "50 % of #1 & $2_3 ~ ^",
    "Two\nlines\r\nER  - \r\nTY  - BOOK",
    "}\n}\n@book{other, title={x}}",
    'A "quoted" title, = # @',
    "\u202eفيلم عن الشمال\u202c",
    "A and B, and C",
    "l'Été – “À l’ouest” 北",
]
PRINTED = {
    **{"textbraceleft": "{", "textbraceright": "}", "textbackslash": "\\"},
    **{"textasciitilde": "~", "textasciicircum": "^"},
}
anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(one_line)


def by_rispy(text):
    [entry] = rispy.loads(text)
    return entry


def unescaped(text):
    """What LaTeX prints: no reader of BibTeX knows all of these commands."""
    bare = text[1:-1] if text.startswith("{") else text
    text = re.sub(r"\\(text\w+)\{\}", lambda found: PRINTED[found[1]], bare)
    return re.sub(r"\\([#$%&_])", r"\1", text)


def by_bibtexparser(text):
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert library.failed_blocks == []
    [entry] = library.entries
    return entry.entry_type, {
        field.key: field.value if field.key == "author" else unescaped(field.value) for field in entry.fields
    }


@pytest.mark.django_db
def test_a_film_in_ris(client):
    make_showcase()
    response = client.get(f"/en/{FILM}cite.ris")
    assert response["Content-Disposition"] == 'attachment; filename="une-lumiere-au-nord.ris"'
    text = response.content.decode()
    assert text.startswith("TY  - MPCT\r\n")
    assert text.endswith("ER  - \r\n")
    assert text.count("\n") == text.count("\r\n")
    assert by_rispy(text) == {
        "type_of_reference": "MPCT",
        "id": "une-lumiere-au-nord",
        "title": "Une lumière au nord",
        "authors": ["Lindqvist, Ada"],
        "year": "2021",
        "publisher": "LAMPE, Phare",
        "place_published": "Sweden, USSR",
        "language": "sv",
        "notes": ["Original title: Ljus i norr", "80 min"],
        "name_of_database": "Film catalogue",
        "urls": [f"{SITE}/en/{FILM}"],
        "access_date": timezone.localdate().strftime("%Y/%m/%d"),
    }


@pytest.mark.django_db
def test_a_film_in_bibtex(client):
    make_showcase()
    response = client.get(f"/fr/{FILM}cite.bib")
    assert response["Content-Disposition"] == 'attachment; filename="une-lumiere-au-nord.bib"'
    kind, fields = by_bibtexparser(response.content.decode())
    [author] = fields.pop("author")
    assert (kind, author.first, author.last) == ("misc", ["Ada"], ["Lindqvist"])
    assert fields == {
        "title": "Une lumière au nord",
        "howpublished": "Film",
        "organization": "LAMPE, Phare",
        "address": "Suède, URSS",
        "year": "2021",
        "note": "Titre original : Ljus i norr. 80 min",
        "language": "sv",
        "url": f"{SITE}/fr/{FILM}",
        "urldate": timezone.localdate().isoformat(),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "fr",
            "Une lumière au nord (Ljus i norr), un film d’Ada Lindqvist, LAMPE, Phare, Suède, URSS, 2021, 80 min."
            " Catalogue de films, {address} (consulté le {day}).",
        ),
        (
            "en",
            "Une lumière au nord (Ljus i norr), a film by Ada Lindqvist, LAMPE, Phare, Sweden, USSR, 2021, 80 min."
            " Film catalogue, {address} (accessed on {day}).",
        ),
    ],
)
def test_a_page_shows_how_it_is_cited_and_leads_to_the_files(client, lang, sentence):
    make_showcase()
    page = read(client, f"/{lang}/{FILM}")
    said = sentence.format(address=f"{SITE}/{lang}/{FILM}", day="…")
    shown = words(page.css_first(".citing p"))
    assert (
        shown.partition(" (cons")[0].partition(" (acc")[0]
        == said.partition(" (cons")[0].partition(" (acc")[0]
    )
    assert client.get(f"/{lang}/{FILM}cite.txt").content.decode().split() == shown.split()
    assert links(page, ".citing") == [
        ("BibTeX", f"/{lang}/{FILM}cite.bib"),
        ("RIS", f"/{lang}/{FILM}cite.ris"),
    ]


@pytest.mark.django_db
def test_texts_of_films_and_people_and_secrets_are_cited_with_what_they_are_about(client):
    make_showcase()
    presentation = by_rispy(client.get(f"/fr/{FILM}texts/ce-que-la-nuit-montre/cite.ris").content.decode())
    assert (presentation["type_of_reference"], presentation["authors"]) == ("ELEC", ["Okafor, Bo"])
    assert (presentation["title"], presentation["date"], presentation["year"]) == (
        "Ce que la nuit montre",
        "2022/05/01",
        "2022",
    )
    assert presentation["notes"] == ["Sur « Une lumière au nord »", "Revue du Nord"]
    _kind, quote = by_bibtexparser(client.get(f"/en/{FILM}texts/press-quote/cite.bib").content.decode())
    assert (quote["title"], [" ".join(name.last) for name in quote["author"]]) == (
        "Press quote",
        ["{Dee Quill}"],
    )
    secrets = client.get(f"/en/{FILM}shooting-secrets/cite.txt").content.decode()
    assert secrets.startswith("“Shooting secrets”, on “Une lumière au nord”. Film catalogue, ")
    portrait = "people/ada-lindqvist-cineaste/texts/portrait-d-ada/"
    sentence = client.get(f"/en/{portrait}cite.txt").content.decode().strip()
    assert sentence == words(read(client, f"/en/{portrait}").css_first(".citing p"))
    assert sentence.startswith(
        f"Bo Okafor, “Portrait d’Ada”, on “Ada Lindqvist”. Film catalogue, {SITE}/en/{portrait}"
    )


@pytest.mark.django_db
def test_a_name_without_a_given_name_keeps_its_order(client):
    film = make_film("À l’ouest des rails", directors=["Wang Bing"], published=False)
    person = make_person("Wang Bing")
    person.sort_name = "Wang Bing"
    person.save()
    publish(person, film)
    _kind, fields = by_bibtexparser(client.get("/fr/films/a-l-ouest-des-rails/cite.bib").content.decode())
    assert [name.last for name in fields["author"]] == [["{Wang Bing}"]]


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["ris", "bib", "txt"])
def test_a_citation_is_kept_as_its_page_is_and_no_search_engine_lists_it(client, form):
    make_text(make_film("Users"), "Une note.")
    for address in (f"/fr/films/users/cite.{form}", f"/fr/films/users/texts/intention-note/cite.{form}"):
        response = client.get(address)
        assert (response["X-Robots-Tag"], response["Cache-Control"]) == ("noindex", "public, no-cache")
        assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["users/cite.pdf", "nothing/cite.ris", "users/shooting-secrets/cite.ris"])
def test_what_is_not_there_is_not_cited(client, path):
    make_film("Users")
    assert client.get(f"/fr/films/{path}").status_code == 404


def cited(title, author, more=""):
    return Cited("film", "key", title, [Author(author)], "https://films.example/", more, (more,) * bool(more))


@given(anything, anything)
@example("{", "}")
@example("0", "0,\x1b")
@example("0", ",")
@example(HOSTILE[4], HOSTILE[7])
def test_whatever_a_title_or_a_name_holds_comes_out_of_bibtex_as_it_went_in(title, author):
    _kind, fields = by_bibtexparser(bibtex.write(cited(title, author), TODAY))
    assert _told(fields["title"]) == _told(title)
    assert len(fields["author"]) == 1
    assert fields["url"] == "https://films.example/"


@given(anything, anything)
def test_whatever_a_title_or_a_name_holds_comes_out_of_ris_as_it_went_in(title, author):
    entry = by_rispy(ris.write(cited(title, author), TODAY))
    assert _told(entry["title"]) == _told(title)
    assert [_told(name) for name in entry["authors"]] == [_told(author)]
    assert entry["access_date"] == "2024/05/01"


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_what_they_were(title):
    what = cited(title, title, title)
    assert by_rispy(ris.write(what, TODAY))["title"] == one_line(title)
    _kind, fields = by_bibtexparser(bibtex.write(what, TODAY))
    assert (fields["title"], fields["organization"]) == (one_line(title), one_line(title))


def _told(text):
    """What the readers, which trim and unite spaces, tell of a text."""
    return " ".join(one_line(text).split())
