"""The PDF of a booklet: its page numbers are right, it is tagged, and says all that it should."""

from datetime import date

import pytest
from django.utils.translation import override

from catalogue.booklets.html import html
from catalogue.booklets.pdf import pdf_of
from catalogue.booklets.sources import source_at
from catalogue.publication.publish import publish
from tests.booklets.conftest import TITLES, make_films, summary_of
from tests.booklets.reading import elements, numbers_after, page_of_sheets, read, texts
from tests.makers import make_selection

ORIGIN = "https://films.example"
DAY = date(2026, 3, 1)


def made(address, language="fr", length="long"):
    with override(language):
        source = source_at(address)
        return read(pdf_of(html(source, length, ORIGIN, DAY, "1er mars 2026"), ORIGIN))


def check_numbers(reader, films):
    """Contents and indexes have for each film the page that its sheet begins on; and pages their own number."""
    pages = texts(reader)
    begins = page_of_sheets(pages, {film: summary_of(film) for film in films})
    last = max(begins.values())
    contents = " ".join(pages[1 : min(begins.values()) - 1])
    indexes = " ".join(pages[last:])
    assert numbers_after(contents, films) == {film: {number} for film, number in begins.items()}
    assert numbers_after(indexes, films) == {film: {number} for film, number in begins.items()}
    for number, text in enumerate(pages[1:], start=2):
        assert text.startswith(f"{number} ") or text.endswith(f" {number}") or f" {number} " in text
    return begins


@pytest.mark.parametrize("length", ["short", "long"])
def test_numbers_in_contents_and_indexes_are_those_of_the_pages(weasyprint, films, length):
    reader = made("films/", length=length)
    begins = check_numbers(reader, TITLES)
    if length == "short":  # two films a page
        assert len({*begins.values()}) == len(TITLES) / 2
    else:  # a page each, and more where the texts need it
        assert begins["Brume"] > begins["Aube"] + 1
        assert len({*begins.values()}) == len(TITLES)
        assert "Fin du texte." in " ".join(texts(reader))


def test_it_is_tagged_and_named_as_pdf_ua_wants_it(weasyprint, films):
    reader = made("films/?country=SN", "en")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Senegal" in reader.metadata.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    figures = list(elements(root["/StructTreeRoot"], "/Figure"))
    assert len(figures) == 1 + 4  # the cover, and the films from Senegal
    assert all(figure["/Alt"] for figure in figures)
    assert len(list(elements(root["/StructTreeRoot"], "/H2"))) >= 4
    bookmarks = str([entry["/Title"] for entry in flat(reader.outline)])
    assert all(title in bookmarks for title in ("Brume", "Écume", "Houle", "Lagune"))


def flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def test_it_says_what_it_is(weasyprint, films):
    pages = texts(made("films/?country=SN&sort=-year"))
    colophon = pages[-1]
    assert "Sénégal" in colophon
    assert f"{ORIGIN}/fr/films/?country=SN&sort=-year" in colophon.replace("- ", "-").replace("= ", "=")
    assert "1er mars 2026" in colophon
    assert "Lucarne" in " ".join(pages)


def test_a_selection_keeps_its_order_and_its_notes(weasyprint, films):
    selection = make_selection("Par le vent", films[:3])
    rows = list(selection.selected_films.order_by("position"))
    for place, row in enumerate(reversed(rows)):
        row.position, row.note_fr = place, f"Une note pour {row.film.title}."
        row.save()
    publish(selection)
    pages = texts(made(f"selections/{selection.slug}/", length="short"))
    whole = " ".join(pages)
    notes = [whole.index(f"Une note pour {title}.") for title in ("Cendre", "Brume", "Aube")]
    assert notes == sorted(notes)


def test_nothing_is_asked_of_another_host(weasyprint, films, monkeypatch):
    asked = []
    monkeypatch.setattr("socket.socket.connect", lambda _socket, where: asked.append(where))
    page = '<!doctype html><html lang="fr"><title>x</title><p>y<img alt="z" src="https://elsewhere.example/a.png">'
    assert len(read(pdf_of(page, ORIGIN)).pages) == 1
    assert asked == []


@pytest.mark.slow
def test_eighty_films(weasyprint, db):
    titles = [f"Film{first}{second}" for first in "ABCDEFGH" for second in "abcdefghij"]
    make_films(titles, texts=0)
    check_numbers(made("films/", length="short"), titles)
