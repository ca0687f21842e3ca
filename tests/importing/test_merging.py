"""The rules of a three-way merge."""

import pytest

from catalogue.importing.merging import rearranged, settled


@pytest.mark.parametrize(
    ("here", "last", "page", "kept"),
    [
        (None, None, 2021, 2021),  # nothing was here
        ("", None, "new", "new"),
        (2021, 2021, 2022, 2022),  # nobody touched what the page brought
        (2021, 2021, None, None),  # the page says it no longer
        (2020, 2021, 2021, 2020),  # an editor corrected it
        (2020, 2021, 2022, 2020),
        (None, 2021, 2021, None),  # an editor emptied it
        (2020, None, 2021, 2020),  # it was here before the page
        (False, None, True, False),
        (True, True, False, False),
    ],
)
def test_a_page_has_its_say_where_nobody_else_had(here, last, page, kept):
    assert settled(here, last, page) == kept


@pytest.mark.parametrize(
    ("here", "last", "page", "kept"),
    [
        ("", "", "", ""),
        ("ab", "ab", "ba", "ba"),  # the page changed its order
        ("ba", "ab", "ab", "ba"),  # an editor changed it
        ("abc", "ab", "cab", "cab"),  # a new one, at the page's place
        ("bac", "ab", "cab", "bac"),  # a new one comes after what an editor ordered
        ("b", "ab", "b", "b"),
    ],
)
def test_items_stand_in_the_order_of_the_page_unless_an_editor_moved_them(here, last, page, kept):
    assert "".join(rearranged(list(here), list(last), list(page))) == kept
