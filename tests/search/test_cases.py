"""Questions as people type them, over real titles (see films.py): which films they lead to, on both databases."""

import pytest

from catalogue.models import Film, OtherTitle
from catalogue.publication.index import postings
from catalogue.publication.rebuild import publish_all
from catalogue.publication.search.find import search
from catalogue.publication.state import state
from tests.makers import make_film

from .cases import CASES, MENDED, NOTHING, SAME
from .films import FILMS, TEXTS

pytestmark = pytest.mark.django_db


def make_catalogue():
    for line in FILMS.strip().splitlines():
        title, year, director, country, *other = line.split("|")
        film = make_film(
            title,
            int(year),
            [country] if country else [],
            [director] if director else [],
            published=False,
            synopsis_fr=TEXTS.get(title, ""),
        )
        for name in other:
            OtherTitle.objects.create(film=film, title=name)
    Film.objects.update(published_at="2026-01-01T00:00Z", has_changes=False)
    publish_all()
    return postings.current(state()), {film.pk: f"{film.title} ({film.year})" for film in Film.objects.all()}


def test_every_question_leads_to_the_film_that_is_meant():
    """All of them over one catalogue: a list of what went wrong says more than the first."""
    index, names = make_catalogue()
    wrong = []
    for question, expected in {
        **CASES,
        **{question: expected for question, (expected, _said) in MENDED.items()},
    }.items():
        found = search(question, index, ("film",))
        titles = [names[pk] for pk in found.kinds["film"].first(len(expected))]
        if titles != expected:
            wrong.append((question, titles))
    wrong += [
        (question, search(question, index, ("film",)).phrase)
        for question, (_expected, said) in MENDED.items()
        if search(question, index, ("film",)).phrase != said
    ]
    for questions in SAME:
        answers = {
            tuple(search(question, index, ("film",)).kinds["film"].first(30)) for question in questions
        }
        if len(answers) > 1:
            wrong.append((questions, answers))
    wrong += [question for question in NOTHING if search(question, index, ("film",)).kinds["film"].total]
    assert not wrong, "\n".join(map(str, wrong))
    assert len(CASES) + len(MENDED) + len(SAME) + len(NOTHING) >= 120
