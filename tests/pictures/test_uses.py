"""How large a picture is and of which shape is judged by its use; words say what was found and is expected."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from PIL import Image

from catalogue.models import Company, Film, Person, Still
from catalogue.pictures.uses import MOST_BYTES
from tests.pictures.files import noise, sent, with_place

COLUMNS = {Film: "cover", Still: "image", Person: "portrait", Company: "logo"}


def refusal(model, file, language="en"):
    """What an editor is told who sends this; empty where it is taken."""
    row = model(**{COLUMNS[model]: file})
    others = {field.name for field in model._meta.fields} - {COLUMNS[model]}
    with translation.override(language):
        try:
            row.clean_fields(exclude=others)
        except ValidationError as error:
            return error.message_dict[COLUMNS[model]][0]
    return ""


@pytest.mark.parametrize(
    ("model", "least", "smaller"),
    [
        (Film, (300, 400), (299, 400)),
        (Film, (400, 300), (20, 20)),
        (Still, (480, 270), (480, 269)),
        (Person, (240, 240), (240, 239)),
        (Company, (120, 32), (119, 32)),
    ],
)
def test_each_use_has_its_least_size(model, least, smaller):
    assert refusal(model, sent(Image.new("RGB", least))) == ""
    assert refusal(model, sent(Image.new("RGB", smaller))).startswith(
        f"This picture is {smaller[0]} × {smaller[1]} pixels and would be blurred on the site: at least"
    )


def test_shape_and_size_are_those_that_the_picture_is_seen_in():
    lying = sent(Image.new("RGB", (1300, 400)), exif=with_place(6))
    assert (
        refusal(Film, lying)
        == "This picture is 400 × 1300 pixels; no side may be more than 3 times the other."
    )


def test_more_than_ten_megabytes_are_refused_unread(monkeypatch):
    monkeypatch.setattr("PIL.Image.open", lambda *_: pytest.fail("opened"))
    file = sent(noise())
    file.size = MOST_BYTES + 1
    assert refusal(Film, file).startswith("This file has 10.1 MB; at most 10 are accepted.")
    assert refusal(Film, file, "fr").startswith("Ce fichier fait 10,1\u00a0Mo")
