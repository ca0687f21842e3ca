"""Labels in English are refused by name: taken for text or for versions, they would say what the page does not."""

import pytest

from tests.importing.source_pages import faults, parse_text

HEAD = "Harbour\n\nRéalisateur\n\nAnna Roy\n\n"


@pytest.mark.parametrize(
    ("line", "french"),
    [
        ("Director", "Réalisateur"),
        ("CAST", "Acteurs"),
        ("Share on:", "Partager sur"),
        ("Product unavailable", "Produit indisponible"),
    ],
)
def test_a_heading_in_english_is_told_with_the_french_one(line, french):
    assert faults(f"{HEAD}{line}\n\n• Année 2021") == [
        f"line 7: Label: found {line!r}, expected labels in French, “{french}”"
    ]


@pytest.mark.parametrize(
    ("line", "french"),
    [
        ("Year 2021", "Année"),
        ("Country: France", "Pays"),
        ("Running time 80", "Durée"),
        ("Producers Nord", "Producteur"),
        ("Language : English", "Langue"),
        ("Subtitles French", "Sous-titres"),
        ("SHORT SUMMARY One day.", "Résumé court"),
    ],
)
@pytest.mark.parametrize(("technical", "place"), [("• {}\n\n• Année 2021", 7), ("• Année 2021\n• {}", 8)])
def test_a_field_in_english_is_told_with_the_french_one(technical, place, line, french):
    assert faults(HEAD + technical.replace("{}", line)) == [
        f"line {place}: Label: found {line!r}, expected labels in French, “{french}”"
    ]


def test_a_version_may_be_called_as_a_label():
    page = parse_text(f"{HEAD}  • Language\n\n    Language\n\n    1h20\n  • Année 2021\n")
    assert [version.label.value for version in page.versions] == ["Language"]


@pytest.mark.parametrize(
    "page",
    [
        "Harbour\n\nCover image Harbour\n\nDirector\n\nAnna Roy\n\nShare on\n\n• Year 2021\n",
        "Harbour\nAnecdotes and secrets about “Harbour” and its shooting\n\nThe director\n\nAnna Roy films.\n",
        "North Shed\n\nNorth Shed\n\nOur films\n\nHarbour\n\nHarbour DVD\n",
    ],
)
def test_a_page_all_in_english_is_of_no_known_layout(page):
    (fault,) = faults(page)
    assert fault.startswith(
        f"line 1: Layout: found {page.split(chr(10))[0]!r}, expected one of these kinds of page"
    )
