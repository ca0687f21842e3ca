"""What an identity may hold, and the colours that are made of its accent."""

import math
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override
from hypothesis import assume, example, given
from hypothesis import strategies as st

from catalogue import accents
from catalogue.contrast import contrast
from catalogue.models import Identity
from catalogue.posters.inks import mixed
from catalogue.publication.frame import site
from tests.makers import make_identity

TOKENS = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
DARK_INK = "#ece9e1"
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def faults(**columns):
    """{field: messages} of what is wrong with an identity of these columns."""
    with override("en"):
        try:
            identity = Identity(**{"name": "Site"} | columns)
            identity.full_clean(validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            return error.message_dict
    return {}


@pytest.mark.parametrize("name", ["paper", "paper-raised", "paper-sunk", "ink"])
def test_accents_reckon_with_the_colours_of_the_style_sheet(name):
    light, dark = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", TOKENS).groups()
    assert (light in (*accents.LIGHT, accents.INK), dark in (*accents.DARK, DARK_INK)) == (True, True)


@example("#ffc22e")
@example("#0b1f4d")
@example("#8b1a1a")
@given(colours)
def test_an_accepted_accent_gives_colours_that_can_be_read_in_both_themes(accent):
    assume(accents.is_seen(accent))
    for made, papers, ink in zip(
        accents.colours(accent), (accents.LIGHT, accents.DARK), (accents.INK, DARK_INK), strict=True
    ):
        assert contrast(made.on_lamp, made.lamp) >= 4.5
        for paper in papers:
            assert contrast(made.lamp_ink, paper) >= 4.5
            assert contrast(made.bar_on, paper) >= 3
            assert contrast(made.lamp, paper) >= 1.25
            for ground in (made.lamp_pale, made.lamp_glow):
                share = int(ground[7:] or "ff", 16) / 255
                assert contrast(ink, mixed(paper, ground[:7], share)) >= 4.5
    assert accents.colours(accent)[0].lamp == accent


def test_the_colours_of_the_software_itself_are_an_accent_like_another():
    assert faults(accent="#ffc22e") == {}


@pytest.mark.parametrize("accent", ["#fdf6c0", "#ffffff", "#e9e6dc"])
def test_an_accent_that_nobody_would_see_is_refused_with_its_contrast_and_the_one_required(accent):
    [message] = faults(accent=accent)["accent"]
    found = contrast(accent, re.search(r"\((#\w+)\)", message)[1])
    assert f"a contrast of {math.floor(found * 100) / 100:.2f} to 1" in message
    assert "from 1.25 to 1" in message


@pytest.mark.parametrize("accent", ["red", "#f00", "8b1a1a", "#8b1a1g"])
def test_an_accent_is_six_digits(accent):
    assert faults(accent=accent)["accent"] == ["A colour is written as # and six digits, such as #8b1a1a."]


def test_an_accent_is_kept_in_small_letters():
    identity = Identity(name="Site", accent=" #8B1A1A ")
    identity.full_clean(validate_unique=False, validate_constraints=False)
    assert identity.accent == "#8b1a1a"


def test_social_addresses_are_told_by_their_line_and_begin_with_https():
    social = "https://www.instagram.com/rivieres\nhttp://example.org\n\nrivieres"
    assert faults(social=social)["social"] == [
        "Line 2, “http://example.org”: a whole address is expected, with https.",
        "Line 4, “rivieres”: a whole address is expected, with https.",
    ]


def test_an_account_is_called_by_its_network_or_else_by_its_host():
    social = "https://www.instagram.com/rivieres\r\n https://cine.social/@rivieres \n"
    identity = Identity(name="Site", social=social)
    identity.full_clean(validate_unique=False, validate_constraints=False)
    assert identity.social_addresses() == [
        ("Instagram", "https://www.instagram.com/rivieres"),
        ("cine.social", "https://cine.social/@rivieres"),
    ]


@pytest.mark.parametrize("number", [5, 61])
def test_a_page_has_from_6_to_60_films(number):
    assert list(faults(films_a_page=number)) == ["films_a_page"]


@pytest.mark.django_db
def test_there_is_one_identity():
    make_identity()
    with pytest.raises(IntegrityError), transaction.atomic():
        Identity.objects.create(id=2, name="Other")
    with pytest.raises(IntegrityError), transaction.atomic():
        Identity.objects.create(name="Other")
    make_identity("Another name")
    assert Identity.objects.get().name == "Another name"


@pytest.mark.django_db
def test_a_french_number_has_its_comma():
    with override("fr"):
        with pytest.raises(ValidationError) as raised:
            Identity(name="Site", accent="#ffffff").full_clean(validate_unique=False)
        assert "1,25 pour 1" in raised.value.message_dict["accent"][0]


@pytest.mark.django_db
def test_a_frame_has_what_the_identity_says(client):
    make_identity(
        "Trois Rivières",
        motto_fr="Une devise",
        social="https://vimeo.com/x",
        languages="en fr",
        email="a@example.org",
        accent="#8b1a1a",
    )
    client.get("/")
    frame = site()
    assert (frame.name, frame.motto["fr"], frame.languages) == ("Trois Rivières", "Une devise", ("en", "fr"))
    assert frame.social == (("Vimeo", "https://vimeo.com/x"),)
    assert frame.has_contact
    assert frame.theme_url.startswith("/theme-")
