"""French elides before a name where it should, in every phrase of every page; English never."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from catalogue.elision import elided, elides
from catalogue.management.commands.update_translations import current, extracted

ELIDING = [
    *[
        "Agnès Varda",
        "Éric Rohmer",
        "Ève",
        "Ingmar Bergman",
        "Otar Iosseliani",
        "Ousmane Sembène",
        "Uwe Boll",
    ],
    *[
        "Ágnes Kocsis",
        "Østen",
        "Åsa",
        "Œuvres sociales",
        "Ælita",
        "Íñigo",
        "Ömer Kavur",
        "İlker",
        "É́́",
        "Aï Keïta",
    ],
    *["Hélène Cattet", "HÉLÈNE CATTET", "Henri-Georges Clouzot", "Hervé", "Hugo Santiago", "Hubert Sauper"],
    *["Histoires", "Hippolyte Girardot", "Honoré", "Héliotrope"],
    *["Yves Robert", "Ysé Tran", "Yvonne", "Ypsilon"],
    *[
        "« Une ombre »",
        "“Avant”",
        "‘Avant’",
        "(Anonyme)",
        "’Amélie",
        "\u00abAvant»",
        "ʿAbbas",
        "Ouest",
        "O’Hara",
    ],
    *["El Hadji Samba Sarr", "À bout de souffle", "Un chien andalou", "ISKRA"],
]
WHOLE = [
    *["Chris Marker", "F. W. Murnau", "Werner Herzog", "Çiçek", "Ñandú", "Łucja", "Žiga"],
    *["Hitchcock", "Hayao Miyazaki", "Hou Hsiao-hsien", "Hong Sang-soo", "Howard Hawks", "Hafsia Herzi"],
    *["Haut et Court", "Hors champ", "Helke Sander", "Hanoï", "HBO", "H", "Herbert"],
    *["Yasujirō Ozu", "Yamamoto", "Youssef Chahine", "Yolande Moreau", "Yi Yi", "Y", "Yılmaz"],
    *[
        "A. Forcier",
        "É. Rohmer",
        "« A. Forcier »",
        "8 ½",
        "11 minutes",
        "(2001)",
        "Onze",
        "Oui",
        "Ouagadougou",
    ],
    *[
        "d’Ormesson",
        "De Broca",
        "’t Hooft",
        "王家衛",
        "Άγγελος",
        "Андрей",
        "アニメ",
        "",
        "…",
        "« »",
        "\u0301",
    ],
]
PHRASES = [
    ("Un film de %(name)s", "Agnès Varda", "Un film d’Agnès Varda"),
    ("Un film de %(name)s", "Chris Marker", "Un film de Chris Marker"),
    ("De %(name)s", "Yves Robert", "D’Yves Robert"),
    ("Autour de « %(name)s »", "Aurore", "Autour d’« Aurore »"),
    ("Autour de «\u00a0%(name)s\u00a0»", "L’Aurore", "Autour de «\u00a0L’Aurore\u00a0»"),
    ("plus que %(name)s", "Hélène", "plus qu’Hélène"),
    ("lorsque %(name)s", "Anna", "lorsqu’Anna"),
    ("jusque %(name)s", "Hong", "jusque Hong"),
    ("presque %(name)s", "Anna", "presque Anna"),
    ("par %(name)s", "Anna", "par Anna"),
    ("A side %(name)s", "Anna", "A side Anna"),
    ("A film by %(name)s", "Anna", "A film by Anna"),
    ("%(name)s de retour", "Anna", "Anna de retour"),
    ("Un film de %(name)s", Markup('<a href="/fr/">Agnès</a>'), 'Un film d’<a href="/fr/">Agnès</a>'),
    ("Un film de %(name)s", Markup("<a>&amp; Hélène</a>"), "Un film d’<a>&amp; Hélène</a>"),
]


@pytest.mark.parametrize("name", ELIDING)
def test_before_these_names_french_elides(name):
    assert elides(name)


@pytest.mark.parametrize("name", WHOLE)
def test_before_these_names_it_does_not(name):
    assert not elides(name)


@pytest.mark.parametrize(("phrase", "name", "said"), PHRASES)
def test_a_phrase_is_said_as_it_stands_before_the_name(phrase, name, said):
    assert elided(phrase, {"name": name}) % {"name": name} == said


@given(name=st.text(max_size=30))
def test_any_name_is_kept_as_it_is_after_one_or_the_other(name):
    said = elided("Un film de %(name)s", {"name": name}) % {"name": name}
    assert said == ("Un film d’" if elides(name) else "Un film de ") + name


@given(name=st.text(max_size=30), sign=st.sampled_from("«“‘( \u00a0\u202f"))
def test_quotation_marks_and_case_of_the_first_word_change_nothing(name, sign):
    assert elides(sign + name) == elides(name)


@given(letter=st.sampled_from("aàâäéèêëîïôöœùûüåøæíóúāēīōū"), rest=st.text("bcdfglmnprstv", min_size=1))
def test_a_vowel_elides_whatever_its_accent_and_case(letter, rest):
    assert elides(letter + rest)
    assert elides((letter + rest).upper())


@given(letter=st.sampled_from("bcçdfgjklmnñpqrsštvwxzž"), rest=st.text("abcdeéèiou"))
def test_a_consonant_does_not(letter, rest):
    assert not elides(letter + rest)


def shown(lang, source, **values):
    with translation.override(lang):
        return engines[f"jinja2-{lang}"].env.from_string(source).render(**values)


@pytest.mark.parametrize(
    ("lang", "name", "said"),
    [
        ("fr", "Agnès Varda", "Un film d’<b>Agnès Varda</b>"),
        ("fr", "Hayao Miyazaki", "Un film de <b>Hayao Miyazaki</b>"),
        ("en", "Agnès Varda", "A film by <b>Agnès Varda</b>"),
    ],
)
def test_templates_elide_by_themselves_and_escape_what_is_not_marked_up(lang, name, said):
    source = '{{ _("A film by %(names)s", names=names) }}'
    assert shown(lang, source, names=Markup("<b>{}</b>").format(name)) == said
    assert "<b>" not in shown(lang, source, names=f"<b>{name}</b>")


def french():
    for message in current():
        for text in message.string if isinstance(message.string, tuple | list) else [message.string]:
            yield message, text


def test_no_french_phrase_ends_before_a_name_that_it_cannot_see():
    """A label such as “Un film de”, with the name after it in the template, would never elide."""
    assert [
        text for m, text in french() if re.search(r"\b(?:de|du|d’|que|qu’)$", text) and m.context is None
    ] == []


def _calls_elided(path):
    return "elided(" in Path(settings.BASE_DIR, path).read_text()


def test_only_templates_say_phrases_that_elide():
    """In Python nothing elides by itself: `elided` is called, or the phrase is written otherwise.

    What fields of films say is put together where lists are told in words.
    """
    places = {message.id: [path for path, _line in message.locations] for message in extracted()}
    found = [m for m, text in french() if re.search(r"(?i)\b(?:d|qu)e (?:«.)?%\(", text)]
    assert found
    elide = {
        path for paths in places.values() for path in paths if path.endswith(".html") or _calls_elided(path)
    }
    elide |= {"catalogue/publication/film_fields.py"}
    assert [m.id for m in found if not {*places[m.id]} <= elide] == []
