"""French texts are put right as they come in: what changes, what never does, and that twice is once."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.typesetting import LEFT_ALONE, changes, typeset

NB, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Quoi? Non! Oui; et: la suite", f"Quoi{THIN}? Non{THIN}! Oui{THIN}; et{NB}: la suite"),
        ("Quoi ? Non ?!", f"Quoi{THIN}? Non{THIN}?!"),
        ('Il dit "oui", puis «non».', f"Il dit «{NB}oui{NB}», puis «{NB}non{NB}»."),
        ("“Oui”", f"«{NB}Oui{NB}»"),
        ('« Il dit "oui". »', f"«{NB}Il dit “oui”.{NB}»"),
        ("L'été d'une fille...", "L’été d’une fille…"),
        ("**Titre**: *fin*!", f"**Titre**{NB}: *fin*{THIN}!"),
        ('**"Oui"**', f"**«{NB}Oui{NB}»**"),
        ('Voir [le "film"](/fr/films/?a=b!): ici', f"Voir [le «{NB}film{NB}»](/fr/films/?a=b!){NB}: ici"),
        ("Déjà à https://x.org !", f"Déjà à https://x.org{THIN}!"),
    ],
)
def test_what_is_put_right(typed, made):
    assert typeset(typed) == made


@pytest.mark.parametrize(
    "typed",
    [
        *[
            "https://x.org/a?b=c;d!e:f",
            "https://x.org/l'eau",
            "a.b@c.org",
            "<https://x.org>",
            "www.x.org/?q='a'",
        ],
        *[
            "20:30",
            "16:9",
            "`a ? \"b\" : 'c'`",
            "&amp;",
            "&#39; &quot;",
            "[1]: https://x.org",
            'un écran de 12"',
        ],
        *[
            r"\"sic\"",
            f"Déjà{NB}? «{NB}Oui{NB}»{NB}: l’eau…",
            "....",
            "- a\n- b\n\n---\n\n> c",
            "«",
            '"',
            "a '90",
        ],
    ],
)
def test_what_stays_as_it_is(typed):
    assert typeset(typed) == typed


PIECES = [
    *["« ", " »", "«", "»", '"', "“", "”", "'", "’", " ", "  ", "\n", "\n\n", NB, THIN, "...", "…", ".", ",", "(", ")"],
    *[":", ";", "!", "?", " :", " ?", "*", "**", "_", "[", "](", "]: ", "`", "<", ">", "&amp;", "\\", "20:30", "# "],
    *["- ", "https://x.org/?a;b!", "a@b.org", "mot", "l'eau", "Été", "12", "\ue000", "%"],
]  # fmt: skip
TYPED = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=20).map("".join)


@settings(max_examples=150)
@given(TYPED)
def test_twice_is_once_and_nothing_else_is_lost(typed):
    made = typeset(typed)
    assert typeset(made) == made
    assert LEFT_ALONE.findall(made) == LEFT_ALONE.findall(typed)
    marks = re.compile(r"[\s\"'“”«»’….]")
    assert marks.sub("", made) == marks.sub("", typed)


def test_what_has_changed_is_told_word_by_word():
    typed = "L'eau monte : voilà... Quoi?"
    assert changes(typed, typeset(typed)) == (
        [("L'eau", "L’eau"), ("voilà... Quoi?", f"voilà… Quoi{THIN}?")],
        1,
    )
    assert changes("Rien.", "Rien.") == ([], 0)
