"""The demonstration, loaded once for the tests of a module that read it."""

import io
from functools import partial

import pytest
from django.core.management import call_command


@pytest.fixture(scope="module")
def loaded(shared_rows):
    with shared_rows(partial(call_command, "load_fixtures", stdout=io.StringIO())):
        yield
