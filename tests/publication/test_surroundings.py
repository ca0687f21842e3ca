"""Companies before and after a company: as published pages say, whatever was published first."""

from itertools import permutations

import pytest
from django.utils import timezone

from catalogue.models import Company, Page
from catalogue.pages import PublicPage
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.state import state
from catalogue.publication.surroundings import company_surroundings
from tests.makers import make_company

pytestmark = pytest.mark.django_db


def around(name):
    """{"predecessor": (name, full name, address) or None, "successors": [(name, address)]} of a company's page."""
    page = Page.objects.get(kind="company", card__name=name)
    page = PublicPage(page.object_id, page.document, page.card, state(), timezone.localdate())
    found, _films = company_surroundings(page, {})
    before = found["predecessor"]
    return {
        "predecessor": before and (before["name"], before["full_name"], before["slug"]),
        "successors": [(card["name"], card["slug"]) for card in found["successors"]],
    }


def make_line():
    slon = make_company("Slon", full_name="Service de lancement")
    return [slon, make_company("ISKRA", predecessor=slon), make_company("Autre", predecessor=slon)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_company_and_those_that_follow_it_name_each_other_in_whatever_order_they_are_published(order):
    companies = make_line()
    for place in order:
        publish(companies[place])
    assert around("Slon") == {"predecessor": None, "successors": [("Autre", "autre"), ("ISKRA", "iskra")]}
    assert around("ISKRA") == {"predecessor": ("Slon", "Service de lancement", "slon"), "successors": []}


def test_what_is_not_published_is_not_told():
    slon, iskra, _other = make_line()
    publish(iskra)
    assert around("ISKRA")["predecessor"] == ("Slon", "", None)
    publish(slon)
    assert around("Slon")["successors"] == [("ISKRA", "iskra")]
    iskra.refresh_from_db()
    iskra.predecessor = None
    iskra.save()
    assert around("Slon")["successors"] == [("ISKRA", "iskra")]
    publish(iskra)
    assert around("Slon")["successors"] == []


def test_a_company_that_is_renamed_taken_off_or_deleted_is_told_so_at_once():
    slon, iskra, other = make_line()
    publish(slon, iskra, other)
    slon = Company.objects.get(pk=slon.pk)
    slon.name, slon.full_name = "Slon 67", "Autre nom"
    slon.save()
    assert around("ISKRA")["predecessor"] == ("Slon", "Service de lancement", "slon")
    publish(slon)
    assert around("ISKRA")["predecessor"] == ("Slon 67", "Autre nom", "slon-67")
    unpublish(iskra)
    assert around("Slon 67")["successors"] == [("Autre", "autre")]
    Company.objects.get(pk=other.pk).delete()
    assert around("Slon 67")["successors"] == []
