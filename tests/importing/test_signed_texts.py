"""A signature or a date below a text of a page of secrets ends that text: it is no heading, and refuses no page."""

import pytest

from tests.importing.source_pages import codes, faults, parse_text, values

TOP = "Le Port\nAnecdotes autour du Port et de son tournage\n\n"
NOTE = "Note d'intention\n\nUn texte.\n\n"
POPULAR = "Les films les plus populaires\n• Le Phare (2024)\n"


def note(signature, below=POPULAR):
    page = parse_text(f"{TOP}{NOTE}{signature}\n\n{below}")
    return page, page.texts[0]


def signed(text):
    return text.author and text.author.value, text.quality and text.quality.value


@pytest.mark.parametrize(
    ("signature", "author", "quality"),
    [
        ("Anna Roy", "Anna Roy", None),
        ("ANNA ROY", "ANNA ROY", None),
        ("— Anna Roy", "Anna Roy", None),
        ("Anna Roy, cinéaste", "Anna Roy", "cinéaste"),
        ("Anna Roy\nCinéaste", "Anna Roy", "Cinéaste"),
        ("\tAnna\u00a0Roy\u200b", "Anna Roy", None),
    ],
)
@pytest.mark.parametrize("below", [POPULAR, "Un hiver\n\nIl neige.\n", ""])
def test_a_signature_ends_its_text(signature, author, quality, below):
    page, text = note(signature, below)
    assert (signed(text), values(text.paragraphs)) == ((author, quality), ["Un texte."])
    assert (len(page.texts), page.warnings) == (1 + below.startswith("Un hiver"), ())


def test_any_headed_text_may_be_signed():
    page = parse_text(
        f"{TOP}Un hiver\n\nIl neige.\n\nAnna Roy\n\nUn été\n\nIl pleut.\n\nPaul Roux\n\n{POPULAR}"
    )
    assert [(text.heading.value, signed(text)[0]) for text in page.texts] == [
        ("Un hiver", "Anna Roy"),
        ("Un été", "Paul Roux"),
    ]


@pytest.mark.parametrize("below", [POPULAR, "Un été\n\nIl pleut.\n\n", ""])
@pytest.mark.parametrize("heading", ["Note d'intention", "Un hiver", "Le réalisateur"])
def test_a_short_text_without_a_full_stop_is_a_text_where_nothing_else_is(heading, below):
    text = (
        "Anna Roy filme le vent et la neige"
        if heading == "Le réalisateur"
        else "Rien que le vent et la neige"
    )
    page = parse_text(f"{TOP}{heading}\n\n{text}\n\n{below}")
    (told, *_others) = page.biographies or page.texts
    assert (told.heading.value, values(told.paragraphs), page.warnings) == (heading, [text], ())


def test_place_and_date_belong_to_the_text_above():
    page, text = note("Anna Roy\n\nParis, mars 2021")
    assert (signed(text)[0], values(text.paragraphs)) == ("Anna Roy", ["Un texte.", "Paris, mars 2021"])
    assert page.warnings == ()


def test_a_name_with_a_text_below_it_is_a_heading():
    page, text = note("Anna Roy", "Elle filme la mer.\n\n" + POPULAR)
    assert signed(text) == (None, None)
    assert [(t.heading.value, values(t.paragraphs)) for t in page.texts[1:]] == [
        ("Anna Roy", ["Elle filme la mer."])
    ]


def test_another_heading_without_text_is_left_out_and_told():
    page, text = note("Propos recueillis par Paul Roux")
    assert (values(text.paragraphs), codes(page)) == (["Un texte."], [(8, "unknown-field")])


def test_a_page_cut_after_a_heading_is_refused():
    assert faults(f"{TOP}{NOTE}Un hiver de tournage\n") == [
        "line 8: Un hiver de tournage: found nothing, expected a text below this heading"
    ]


def test_what_a_site_says_below_the_popular_films_is_no_heading():
    page, _text = note("Anna Roy", POPULAR + "\nContact\n\nMentions légales\n")
    assert (len(page.texts), page.warnings) == (1, ())


def test_a_page_may_have_lost_its_empty_lines():
    page = parse_text(
        "Le Port\nAnecdotes autour du Port et de son tournage\nLe réalisateur\nAnna Roy vit à Lyon.\n"
        f"Note d'intention\nUn texte.\n{POPULAR}"
    )
    assert [values(biography.names) for biography in page.biographies] == [["Anna Roy"]]
    assert [(text.kind, values(text.paragraphs)) for text in page.texts] == [
        ("intention_note", ["Un texte."])
    ]
