"""The site's typefaces: they weigh little, are loaded with the page, and have the letters that a catalogue needs."""

import json
import re

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont
from selectolax.lexbor import LexborHTMLParser

from tests.makers import make_film

FONTS = sorted((settings.BASE_DIR / "static/fonts").glob("*.woff2"))
MOST_BYTES = 45_000
LATIN = re.compile(r"[^\W\d_]|[\d.,:;!?’“”«»()–—…&·×€]")
NAMES = [
    "Věra Chytilová, Jiří Menzel, Štefan Uher, Dušan Hanák",
    "Krzysztof Kieślowski, Agnieszka Żuławska, Łódź",
    "Cristian Mungiu, Rădulescu, Țăranu, Șerban",
    "Béla Tarr, Ildikó Enyedi, Őze, Szűcs",
    "Yılmaz Güney, Nuri Bilge Ceylan, Şoray, Doğan, İpekçi",
    "Roy Andersson, Jørgen Leth, Ægir, Hrafn Gunnlaugsson, Þórðarson",
    "Šarūnas Bartas, Jānis Streičs, Ķēniņš, Õunpuu",
    "Đặng Nhật Minh, Trần Anh Hùng, Phạm Ngọc Lân",
    "João César Monteiro, Almodóvar, Núria, L·lull",
    "Nagisa Ōshima, Yasujirō Ozu",
]


def letters_of(path):
    return {chr(code) for code in TTFont(path).getBestCmap()}


def written_in(fixture):
    return {letter for letter in json.dumps(fixture, ensure_ascii=False) if LATIN.match(letter)}


def test_both_weigh_less_than_the_budget_together():
    assert len(FONTS) == 2
    assert sum(path.stat().st_size for path in FONTS) <= MOST_BYTES


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_weight_varies_and_the_licence_is_beside(path):
    font = TTFont(path)
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [
        ("wght", 400, 700)
    ]
    assert "SIL Open Font License" in path.with_suffix(".OFL.txt").read_text()


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_names_of_a_film_catalogue_can_be_written(path):
    assert {letter for name in NAMES for letter in name} - letters_of(path) == set()


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_all_of_the_demonstration_can_be_written(path):
    missing = {
        fixture.name: found
        for fixture in sorted((settings.BASE_DIR / "fixtures").glob("*.json"))
        if (found := written_in(json.loads(fixture.read_text())) - letters_of(path))
    }
    assert missing == {}


def test_figures_of_labels_align():
    font = TTFont(settings.BASE_DIR / "static/fonts/hanken-grotesk.woff2")
    assert len({font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/fr/", "/fr/films/booklet/"])
def test_a_page_preloads_what_its_style_sheet_names(client, address):
    make_film("Users")
    head = LexborHTMLParser(client.get(address).text).css("link[rel=preload][as=font][crossorigin]")
    named = re.findall(r'url\("\.\./(fonts/.+?)"\)', (settings.BASE_DIR / "static/css/fonts.css").read_text())
    assert [link.attributes["href"].partition("/static/")[2] for link in head] == named
    assert [f"fonts/{path.name}" for path in FONTS] == sorted(named)
