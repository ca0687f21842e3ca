"""Words are marked in a text as they are written there, however they were typed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.folding import fold
from catalogue.publication.search.marking import LINE, excerpt, marks, pieces


def marked(text, *words):
    return [piece for piece, is_marked in pieces(text, {*words}) if is_marked]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Un été à Norilsk.", ["ete"], ["été"]),
        ("L’Été, l’été.", ["ete"], ["Été", "été"]),
        ("un cœur, une sœur", ["coeur"], ["cœur"]),
        ("Straße, Łódź, Ærø", ["strasse", "lodz", "aero"], ["Straße", "Łódź", "Ærø"]),
        ("e\u0301te\u0301 d’hiver", ["ete"], ["e\u0301te\u0301"]),
        ("ÉTÉ", ["ete"], ["ÉTÉ"]),
        ("étés", ["ete"], []),
        ("porte-avions", ["porteavions"], ["porte-avions"]),
        ("porte-avions", ["avions"], ["avions"]),
        ("porte avions", ["porteavions"], []),
        ("in 2001, 2001", ["2001"], ["2001", "2001"]),
        ("Сталкер", ["stalker"], ["Сталкер"]),
        ("花樣年華", ["花樣"], ["花樣"]),
        ("花樣年華", ["花樣", "樣年"], ["花樣年"]),
        ("花", ["花"], ["花"]),
        ("", ["ete"], []),
        ("rien", [], []),
    ],
)
def test_a_word_is_marked_as_it_is_written(text, words, found):
    assert marked(text, *words) == found


TEXT = st.text(st.sampled_from("aeéèœßÉ łБ花樣\u0301’'-., \n1"), max_size=60) | st.text(max_size=60)


@given(text=TEXT, wanted=st.sets(st.text("aeobs1", min_size=1, max_size=3)))
def test_the_pieces_are_the_text_and_the_marked_ones_are_what_was_looked_for(text, wanted):
    found = pieces(text, wanted)
    assert "".join(piece for piece, _is_marked in found) == text
    assert all(piece for piece, _is_marked in found)
    for piece, is_marked in found:
        if is_marked:
            assert fold(piece).replace(" ", "") in wanted


@given(text=TEXT)
def test_every_word_of_a_text_can_be_found_in_it(text):
    spans = marks(text, {*fold(text).split()})
    assert all(first < end for first, end in spans)
    assert all(end <= first for (_first, end), (first, _end) in pairwise(spans))


@given(words=st.lists(st.sampled_from(["un", "été", "œuvre", "Norilsk", "froid"]), min_size=1, max_size=200))
def test_a_line_shows_the_words_and_says_what_it_leaves_out(words):
    text = " ".join(words)
    found = excerpt([text], [{"oeuvre"}])
    line = "".join(piece for piece, _is_marked in found.pieces)
    assert len(line) <= LINE + 2
    assert line.strip("…") in text
    assert line.startswith("…") == (not text.startswith(line.strip("…")))
    assert line.endswith("…") == (not text.endswith(line.strip("…")))
    assert any(is_marked for _piece, is_marked in found.pieces) == ("œuvre" in words)


def test_the_line_is_of_the_paragraph_that_holds_most_of_the_words():
    paragraphs = ["Un été.", "Un hiver à Norilsk.", "Norilsk."]
    assert excerpt(paragraphs, [{"hiver"}, {"norilsk"}]).paragraph == 2
    assert excerpt(paragraphs, [{"nothing"}]).paragraph == 1
    assert excerpt([], [{"nothing"}]).pieces == []
