"""What an invented search has found: tabs, lines of texts, suggestions."""

from types import SimpleNamespace

from catalogue.lists.search import Section
from catalogue.publication.search.marking import excerpt

from .films import ADA, LAMPE, cards, text

HERE = "#lists"


def search():
    sections = [Section("film", 1234, HERE, False, []), Section("text", 2, HERE, True, [])]
    return SimpleNamespace(kind="text", total=1236, all_url=HERE, sections=sections)


def texts():
    """One with a line of its second paragraph, and one in which no word is marked."""
    signed = text(film_id=1, person_id=None, about=cards()[0], url=HERE)
    lines = [excerpt(signed["body"].split("\n\n"), words) for words in ([{"lampe"}, {"mer"}], [{"rien"}])]
    return [signed | {"line": lines[0]}, signed | {"heading": "", "line": lines[1]}]


def suggested():
    person = {"id": 0, "name": ADA["name"], "slug": ADA["slug"], "qualifier": "cinéaste"}
    company = {"id": 0, "name": LAMPE["name"], "slug": LAMPE["slug"], "full_name": "Les Amis de la lampe"}
    return {"film": cards()[:3], "person": [person], "company": [company]}
