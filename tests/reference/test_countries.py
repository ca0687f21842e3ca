"""Countries in time: which states came after which, and whether a film of a year can be of one."""

import pytest

from catalogue.reference import countries

GERMANIES, REPUBLICS = ("DDDE", "DEBW"), countries.successors("SUHH")


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("RU", ("SUHH", "RUEM")),
        ("DE", GERMANIES),
        ("CZ", ("CSHH", "AHHH")),
        ("RS", ("CSXX", "YUCS")),
        ("DDDE", ("DE",)),
        ("SUHH", REPUBLICS),
        ("FR", ()),
        ("XX", ()),
    ],
)
def test_a_state_is_related_to_those_it_comes_from_and_those_it_has_become(code, others):
    assert countries.related(code) == others


def test_what_is_related_is_so_both_ways():
    for code, *_names in countries.names():
        assert all(code in countries.related(other) for other in countries.related(code))


@pytest.mark.parametrize(
    ("code", "year", "instead"),
    [
        ("DE", 1970, GERMANIES),
        ("DE", 1990, None),  # of which it may be in the year of a change
        ("DE", 1948, None),
        ("RU", 1975, ("SUHH",)),
        ("RU", 1910, ("RUEM",)),
        ("RU", 1920, None),
        ("CZ", 1960, ("CSHH",)),
        ("CZ", 1993, None),
        ("HR", 1985, ("YUCS",)),
        ("HR", 1995, None),  # Yugoslavia went on without it
        ("RS", 1995, ("YUCS",)),
        ("RS", 2004, ("CSXX",)),
        ("EE", 1930, None),
        ("EE", 1950, ("SUHH",)),
        ("IN", 1955, None),  # Sikkim stood beside it
        ("IN", 1940, ("INBR",)),
        ("SUHH", 1975, None),
        ("SUHH", 2001, REPUBLICS),
        ("FR", 1895, None),
        ("XX", 1970, None),
    ],
)
def test_a_film_is_hardly_of_a_state_that_was_not_there(code, year, instead):
    assert countries.doubts(code, year) == instead


def test_years_of_a_part_lie_within_those_of_the_whole():
    whole = {code: (first, last) for code, _fr, _en, first, last, _become in countries.historic()}
    for (state, code), (first, last) in countries.WITHIN.items():
        assert code in countries.successors(state)
        assert whole[state][0] <= first < last <= whole[state][1]
