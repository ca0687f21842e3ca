"""Films for booklets, and the program that makes PDFs."""

import pytest

from catalogue.publication.publish import publish
from tests.makers import make_film, make_text

TITLES = [
    "Aube",
    "Brume",
    "Cendre",
    "Dune",
    "Écume",
    "Foudre",
    "Givre",
    "Houle",
    "Île",
    "Jonc",
    "Lagune",
    "Marée",
]


def summary_of(title):
    """What the sheet of a film says and nothing else does."""
    return f"Voici le film {title} en une phrase."


def make_films(titles=TITLES, texts=1):
    """Films of several countries, years and directors, the first with a text that fills more than a page."""
    films = []
    for number, title in enumerate(titles):
        film = make_film(
            title,
            1960 + number // 3,
            [["FR"], ["SN", "FR"], ["JP"]][number % 3],
            [f"Réalisatrice {'ABCDE'[number % 5]}"],
            ["Documentaire"],
            spoken=["fr"],
            subtitles=["en"],
            supports=["dvd"],
            distributor="Lucarne",
            short_summary_fr=summary_of(title),
            synopsis_fr=f"Le synopsis de {title}.",
            published=False,
        )
        if number < texts:
            make_text(film, "Un long texte. " * 400 + "Fin du texte.", heading=f"Note sur {title}")
        films.append(film)
    publish(*films)
    return films


@pytest.fixture
def films(db):
    return make_films()


@pytest.fixture(scope="session")
def weasyprint():
    """WeasyPrint; where it is missing, tests that ask for it are left out (tests/__main__.py)."""
    import weasyprint

    return weasyprint
