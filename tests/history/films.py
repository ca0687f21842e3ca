"""A film with something in every table that belongs to it."""

from catalogue.models import Highlight, Identifier, OtherTitle, SelectedFilm
from tests.makers import make_film, make_offer, make_person, make_selection, make_text, make_version


def make_whole_film(title="Sans toit ni loi"):
    film = make_film(
        title,
        1985,
        ["FR", "GB"],
        ["Agnès Varda"],
        ["Ciné-Tamaris"],
        ["Drame"],
        forms=["fiction"],
        published=False,
    )
    film.original_languages.create(language="fr")
    film.credits.create(person=make_person("Sandrine Bonnaire"), role="cast", character="Mona", position=1)
    original, dubbed = make_version(film, spoken=["fr"]), make_version(film, dubbed=["en"], subtitles=["fr"])
    make_offer(film, "dcp", ["FR", "BE"], version=original, price="18.50", first_day="2026-01-01")
    make_offer(film, "dvd", version=dubbed)
    OtherTitle.objects.create(film=film, title="Vagabond", language="en")
    Identifier.objects.create(film=film, scheme="imdb", value="tt0089960")
    make_text(film, "Pourquoi ce film.", published=False)
    return film


def shown_elsewhere(film):
    """Put a film into what would be deleted with it."""
    selection = make_selection("Été", [film], published=False)
    SelectedFilm.objects.filter(selection=selection).update(note_fr="À voir.")
    Highlight.objects.create(film=film, sentence_fr="À la une.")
    return selection
