"""How a title and a question are read: the same words, whatever the accents, signs, numbers and scripts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.publication.search.words import asked, indexed, key, parts_of, read, titles_of

LATIN = st.text(
    "abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïôöœùûüÿñßABCÉÀÇŒ0123456789 '’-,.!&«»\u00a0", max_size=40
)


def found_by(question, title):
    """Whether each word of a question is one of those that find a title."""
    words = indexed(title)
    return all(words & {*word.forms} for word in asked(question))


SAME = [
    ("8½", "8 1/2"),
    ("8½", "8.5"),
    ("8½", "8,5"),
    ("8½", "huit et demi"),
    ("8½", "Eight and a half"),
    ("2 ¾", "2.75"),
    ("1,000 miles up the Nile", "1000 miles up the nile"),
    ("Onoda, 10 000 nuits dans la jungle", "onoda 10.000 nuits dans la jungle"),
    ("10 000 nuits", "10\u202f000 nuits"),
    ("Thelma & Louise", "Thelma et Louise"),
    ("Thelma & Louise", "thelma and louise"),
    ("Romeo+Juliet", "Roméo & Juliet"),
    ("Rosemary’s Baby", "rosemarys baby"),
    ("Rosemary's Baby", "Rosemary’s baby"),
    ("Spider-Man", "spiderman"),
    ("Spider-Man", "Spider Man"),
    ("WALL·E", "wall-e"),
    ("M*A*S*H", "mash"),
    ("S.O.S. Fantômes", "SOS fantomes"),
    ("L’Avventura", "lavventura"),
    ("Rocky II", "rocky 2"),
    ("Henry V", "henry 5"),
    ("Les Quatre Cents Coups", "les 400 coups"),
    ("Deux jours, une nuit", "2 jours une nuit"),
    ("Seven Days", "7 days"),
    ("Douze Hommes en colère", "12 hommes en colere"),
    ("One Hundred and One Dalmatians", "101 dalmatians"),
    ("Vingt mille lieues sous les mers", "20 000 lieues sous les mers"),
    ("Quatre-vingt-dix-neuf francs", "99 francs"),
    ("Soixante-dix", "70"),
    ("vingt et un", "21"),
    ("Œuvre", "oeuvre"),
    ("Ærø, Łódź, Straße, Đà", "aero lodz strasse da"),
    ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
    ("Зеркало", "zerkalo"),
    ("Ο Θίασος", "O Thiasos"),
    ("سينما", "سِينِما"),
    ("שָׁלוֹם", "שלום"),
    ("東京物語", "東京物語"),
]


@pytest.mark.parametrize(("title", "other"), SAME)
def test_two_ways_to_write_a_title_are_one(title, other):
    assert key(title) == key(other)


FOUND = [
    ("rosemary baby", "Rosemary’s Baby"),
    ("l aventure", "L’Aventure"),
    ("aventure", "L’Aventure"),
    ("rocky ii", "Rocky II"),
    ("deux jours", "Deux jours, une nuit"),
    ("quatre cents", "Les Quatre Cents Coups"),
    ("東京", "東京物語"),
    ("物語", "東京物語"),
    ("京", "東京物語"),
    ("七人", "Les Sept Samouraïs = 七人の侍"),
    ("m a s h", "M*A*S*H"),
    ("hui", "Aujourd’hui"),
    ("extraterrestre", "E.T. l’extra-terrestre"),
    ("thelma", "Thelma & Louise"),
    ("?", "?"),
    ("$", "$"),
    ("x", "X"),
    ("z", "Z"),
]
NOT_FOUND = [
    ("東語", "東京物語"),
    ("university", "Universe"),
    ("3", "Deux jours, une nuit"),
    ("80", "Quatre-vingt-dix"),
    ("?", "Who?"),
    ("10", "X"),
]


@pytest.mark.parametrize(("question", "title"), FOUND)
def test_a_part_finds_a_title(question, title):
    assert found_by(question, title)


@pytest.mark.parametrize(("question", "title"), NOT_FOUND)
def test_what_is_no_part_of_it_does_not(question, title):
    assert not found_by(question, title)


@pytest.mark.parametrize(
    ("title", "forms"),
    [
        ("The Third Man", ["The Third Man", "Third Man"]),
        ("Amour ouf (L')", ["L'Amour ouf", "Amour ouf"]),
        ("Comte de Monte-Cristo (Le)", ["Le Comte de Monte-Cristo", "Comte de Monte-Cristo"]),
        ("Third Man, The", ["The Third Man", "Third Man"]),
        ("The", ["The"]),
    ],
)
def test_an_article_may_be_left_out_or_stand_behind(title, forms):
    assert titles_of(title) == forms


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Sunrise = 日出", ["Sunrise", "日出"]),
        ("Ariel: a history", ["Ariel", "a history"]),
        ("Betty Blue = 37.2 Le Matin [DVD]", ["Betty Blue = 37.2 Le Matin", "Betty Blue", "37.2 Le Matin"]),
        ("Spider-Man", []),
        ("Amour ouf (L')", []),
    ],
)
def test_a_title_has_whole_parts(title, parts):
    assert parts_of(title) == parts


@given(st.text(max_size=60))
def test_every_text_is_found_by_itself(text):
    assert found_by(text, text)
    assert all(form for word in read(text) for form in (*word.forms, *word.also))


@given(LATIN)
def test_case_accents_and_apostrophes_are_no_matter(text):
    other = unicodedata.normalize("NFD", text).replace("'", "’")
    assert key(other) == key(text)
    assert key(text.upper()) == key(text.lower())
    assert indexed(other) == indexed(text)
