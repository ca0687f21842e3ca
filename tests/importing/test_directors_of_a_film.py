"""Whom a text is about when a film has several directors: as many as it names, and nobody it does not."""

import pytest

from tests.importing.source_pages import codes, parse_text, values

TOP = "Le Port\nAnecdotes autour du Port et de son tournage\n\n"


def biographies(text, heading="Les réalisateurs"):
    """Return the page, and for each biography the names of whom it is about."""
    page = parse_text(f"{TOP}{heading}\n\n{text}\n")
    return page, [values(biography.names) for biography in page.biographies]


@pytest.mark.parametrize("heading", ["Le réalisateur", "Les réalisateurs"])
@pytest.mark.parametrize(
    "text",
    [
        "Anna Roy et Paul Roux tournent ensemble.",
        "Anna Roy & Paul Roux tournent ensemble.",
        "Anna Roy et Paul Roux",
        "Anna Roy et Paul Roux. Elle est monteuse, il est ingénieur du son.",
        "Anna Roy (1970) et Paul Roux (1972) tournent ensemble.",
        "Anna Roy, née à Lyon, et Paul Roux, né à Brest, tournent ensemble.",
        "Anna Roy, monteuse, et Paul Roux, ingénieur, vivent à Lyon.",
        "Le couple formé par Anna Roy et Paul Roux tourne depuis vingt ans.",
        "C’est à Lyon qu’Anna Roy et Paul Roux se rencontrent.",
        "Nés à Lyon, Anna\u00a0Roy et\u00a0Paul Roux ont fait trois films.",
    ],
)
def test_two_who_are_joined_are_both_found(heading, text):
    page, names = biographies(text, heading)
    assert (names, page.warnings) == ([["Anna Roy", "Paul Roux"]], ())


def test_initials_and_three_directors_are_found():
    assert biographies("A. Roy et P. Roux tournent.")[1] == [["A. Roy", "P. Roux"]]
    assert biographies("J.A.D. Roy et P.M. Roux tournent.")[1] == [["J.A.D. Roy", "P.M. Roux"]]
    assert biographies("Anna Roy, Paul Roux et Marie Dol tournent.")[1] == [
        ["Anna Roy", "Paul Roux", "Marie Dol"]
    ]


def test_relatives_may_share_their_last_name():
    page, names = biographies("Frère et sœur, Anna et Paul Roux tournent ensemble.")
    assert (names, page.warnings) == ([["Anna Roux", "Paul Roux"]], ())


@pytest.mark.parametrize(
    "text", ["Anna et Paul Roux tournent ensemble.", "JR et Anna Roy, sa sœur, tournent."]
)
def test_nobody_is_given_a_last_name_that_the_text_does_not_give(text):
    page, names = biographies(text)
    assert names == [[]]
    assert codes(page) == [(6, "no-director-name")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Roy est monteuse. Paul Roux est ingénieur du son.",
        "Anna Roy, monteuse, vit à Lyon. Paul Roux, né à Brest, l’a rejointe.",
    ],
)
def test_under_a_plural_who_else_opens_a_sentence_is_the_other_one(text):
    page, names = biographies(text)
    assert (names, page.warnings) == ([["Anna Roy", "Paul Roux"]], ())
    assert biographies(text, "Le réalisateur")[1] == [["Anna Roy"]]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Roy est monteuse. Ils vivent à Lyon.",
        "Anna Roy est monteuse. Paul Roux la filme. Marie Dol la produit.",
    ],
)
def test_under_a_plural_one_name_only_is_told(text):
    page, names = biographies(text)
    assert (names, codes(page)) == ([["Anna Roy"]], [(6, "no-director-name")])


def test_each_director_may_have_a_heading():
    page, names = biographies(
        "Anna Roy\n\nElle est monteuse.\n\nPaul Roux\n\nIl est ingénieur.\n\nUn vent\n\nIl souffle."
    )
    assert names == [["Anna Roy"], ["Paul Roux"]]
    assert [values(biography.paragraphs) for biography in page.biographies] == [
        ["Elle est monteuse."],
        ["Il est ingénieur."],
    ]
    assert [text.heading.value for text in page.texts] == ["Un vent"]


@pytest.mark.parametrize("below", ["", "\n\nNote d'intention\n\nUn texte."])
@pytest.mark.parametrize(
    ("line", "names"), [("Anna Roy", ["Anna Roy"]), ("Anna Roy, Paul Roux", ["Anna Roy", "Paul Roux"])]
)
def test_directors_may_have_nothing_but_a_name(line, names, below):
    page, found = biographies(line + below)
    assert (found, page.biographies[0].paragraphs, page.warnings) == ([names], (), ())


@pytest.mark.parametrize("line", ["Anna Roy et Paul Roux", "Anna Roy & Paul Roux", "Anna Roy and Paul Roux"])
def test_a_film_page_may_join_names_too(line):
    page = parse_text(f"Le Port\n\nRéalisateurs\n\n{line}\n\nActeurs\n\n{line}\n\n• Année 2021")
    assert values(page.directors) == values(page.cast) == ["Anna Roy", "Paul Roux"]


@pytest.mark.parametrize("name", ["Straub et Huillet", "Kervern & Delépine", "Simon et Garfunkel"])
def test_half_names_are_not_parted(name):
    assert values(parse_text(f"Le Port\n\nRéalisateurs\n\n{name}\n\n• Année 2021").directors) == [name]
