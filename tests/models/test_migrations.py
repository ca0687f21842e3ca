"""What migrations ask for, beside the columns."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command

from catalogue.models import CatalogueState, Rebuild
from catalogue.publication import rebuild
from tests.makers import make_film
from tests.publication.snapshots import publication

pytestmark = pytest.mark.django_db
forms = import_module("catalogue.migrations.0011_forms")


def test_a_catalogue_of_before_is_rebuilt_once_prepared():
    make_film("Users", forms=["fiction"])
    wanted, generation = publication(), CatalogueState.objects.get().generation
    for _time in range(2):  # one that was left unfinished begins again
        forms.begin_a_rebuild(apps, None)
        assert publication() == wanted
    call_command("prepare")
    assert not rebuild.unfinished()
    assert publication() == wanted
    assert CatalogueState.objects.get().generation > generation


def test_an_empty_catalogue_needs_no_rebuild():
    forms.begin_a_rebuild(apps, None)
    assert not Rebuild.objects.exists()
