"""Which prints of a title on a company's page are one film, and what the page says that the company is for it."""

import pytest

from tests.importing.source_pages import codes, faults, parse_text, values

NAME = "Atelier Nord"
PRODUCED, DISTRIBUTED = f"Films produits par {NAME}", f"Films distribués par {NAME}"


def page(*lists):
    """Return the page of a company: lists are a heading and what stands below it."""
    return parse_text(f"{NAME}\n\n{NAME}\n\n" + "\n\n".join(lists))


def film(title, supports="", synopsis=""):
    return f"\n\n{title}\n\n{title} {supports}\n\n{synopsis}"


def roles(page, film):
    """What the lists that a film stands in say that the company is for it."""
    return tuple(role for listed in page.lists if film in listed.films for role in listed.roles)


def said(page, film):
    return film.title.value, values(film.supports), values(film.synopsis), roles(page, film)


def test_two_films_of_one_title_are_two():
    found = page(
        f"{PRODUCED}\n\n2 Films{film('Le Port', 'VOD', 'Un quai.')}{film('Le Port', 'DVD', 'Une île.')}"
    )
    assert [said(found, one) for one in found.films] == [
        ("Le Port", ["vod"], ["Un quai."], ("producer",)),
        ("Le Port", ["dvd"], ["Une île."], ("producer",)),
    ]
    assert found.warnings == ()


def test_without_a_text_other_supports_make_another_film_of_a_list():
    found = page(f"{PRODUCED}\n\n2 Films{film('Le Port', 'VOD')}{film('Le Port', 'DVD')}")
    assert [values(one.supports) for one in found.films] == [["vod"], ["dvd"]]


@pytest.mark.parametrize("announced", [1, 2])
def test_a_film_that_is_printed_again_is_one(announced):
    found = page(f"{PRODUCED}\n\n{announced} Films" + film("Le Port", "VOD", "Un quai.") * 2)
    assert [said(found, one) for one in found.films] == [("Le Port", ["vod"], ["Un quai."], ("producer",))]
    assert found.warnings == ()


def test_a_list_that_is_printed_again_is_one():
    produced = f"{PRODUCED}\n\n2 Films{film('Le Port', 'VOD', 'Un quai.')}{film('Le Phare', 'DVD')}"
    found = page(produced, produced)
    assert [len(listed.films) for listed in found.lists] == [2]
    assert found.warnings == ()


def test_a_film_that_is_printed_again_with_other_supports_has_them_all_and_that_is_told():
    found = page(f"{PRODUCED}{film('Le Port', 'VOD', 'Un quai.')}{film('Le Port', 'DVD', 'Un quai.')}")
    assert [values(one.supports) for one in found.films] == [["vod", "dvd"]]
    assert codes(found) == [(13, "doubled-block")]


@pytest.mark.parametrize("synopsis", ["Un quai.", ""])
def test_a_film_of_two_lists_is_one_with_the_roles_of_both(synopsis):
    found = page(
        f"{PRODUCED}\n\n2 Films{film('Le Port', 'VOD', 'Un quai.')}{film('Le Phare', '', 'Une île.')}",
        f"{DISTRIBUTED}\n\n2 Films{film('Le Port', 'DVD', synopsis)}{film('La Digue', '', 'Un mur.')}",
    )
    assert [said(found, one) for one in found.films] == [
        ("Le Port", ["vod", "dvd"], ["Un quai."], ("producer", "distributor")),
        ("Le Phare", [], ["Une île."], ("producer",)),
        ("La Digue", [], ["Un mur."], ("distributor",)),
    ]
    assert [[one.title.value for one in listed.films] for listed in found.lists] == [
        ["Le Port", "Le Phare"],
        ["Le Port", "La Digue"],
    ]
    assert found.lists[0].films[0] == found.lists[1].films[0]
    assert found.warnings == ()


def test_two_films_of_one_title_in_two_lists_are_two():
    found = page(
        f"{PRODUCED}{film('Le Port', 'VOD', 'Un quai.')}",
        f"{DISTRIBUTED}{film('Le Port', 'DVD', 'Une île.')}",
    )
    assert [(roles(found, one), values(one.synopsis)) for one in found.films] == [
        (("producer",), ["Un quai."]),
        (("distributor",), ["Une île."]),
    ]


def test_where_two_films_of_a_title_may_be_meant_neither_is():
    two = film("Le Port", "VOD", "Un quai.") + film("Le Port", "DVD", "Une île.")
    found = page(f"{PRODUCED}{two}", f"{DISTRIBUTED}{film('Le Port', 'DCP')}")
    assert [(roles(found, one), values(one.supports)) for one in found.films] == [
        (("producer",), ["vod"]),
        (("producer",), ["dvd"]),
        (("distributor",), ["dcp"]),
    ]


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("« L’ÉTÉ »", '"L\'ÉTÉ" VOD'),
        ("«\u00a0L’Été\u00a0»", "«L'été» VOD"),
        ("Que faire ?", "Que faire? VOD"),
        ("PAYS RÊVÉ", "Pays rêvé VOD"),
        ("\tLe Port\u00a0", "Le\u00a0Port\u200b\nVOD"),
    ],
)
def test_two_prints_of_a_title_are_told_whatever_their_signs(title, again):
    found = page(f"{PRODUCED}\n\n1 Film\n{title}\n\n{again}\n\nUn quai.")
    assert [(values(one.supports), values(one.synopsis)) for one in found.films] == [(["vod"], ["Un quai."])]
    assert found.warnings == ()


@pytest.mark.parametrize("blank", ["\u200b", "\u200b\u200e", "\u3164", "\u00ad"])
def test_a_title_that_cannot_be_seen_is_refused(blank):
    top = f"{NAME}\n\n{PRODUCED}\n\n2 Films\n"
    hidden = f"{blank}\n\n{blank} VOD\n\nUn quai."
    expected = "Title: found nothing, expected a film's title above and before 'VOD'"
    assert faults(f"{top}{hidden}{film('Le Phare', 'DVD')}") == [f"line 8: {expected}"]
    assert faults(f"{top}Le Phare\n\nLe Phare\n\n{hidden}") == [f"line 12: {expected}"]


def test_a_title_that_cannot_be_seen_is_refused_where_a_film_is_missing():
    top = f"{NAME}\n\n{PRODUCED}\n\n{{}} Films{film('Le Phare', 'DVD', 'Un quai.')}\n\n\u200b\n\n\u200b\n\nUne île.\n"
    assert faults(top.replace("{}", "2")) == [
        "line 13: Title: found '\\u200b', expected a title that can be seen"
    ]
    assert values(parse_text(top.replace("{}", "1")).films[0].synopsis) == ["Un quai.", "Une île."]
