"""What all tests share: marks that follow from what a test asks for, rows made once for several tests, translations."""

import gc
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import TransactionTestCase
from django.utils.translation.reloader import translation_file_changed
from hypothesis import HealthCheck, settings

from catalogue import answers

# How long an example takes says more of the machine than of the code. On CI the examples are the same each time.
settings.register_profile(
    "lanterne",
    settings.get_profile(settings.get_current_profile_name()),
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("lanterne"), max_examples=10)
settings.load_profile("lanterne")

# mark: the fixtures that bring it. pytest-django lets no test near the database that asks for none of these.
MARKS = {
    "database": {"django_db_setup", "db", "transactional_db", "live_server"},
    "browser": {"browser", "chromium", "public_site"},
    "quality": {"public_site"},
    "node": {"tools"},
    "pdf": {"weasyprint"},
}


def _forgetting(tear_down):
    """A publication that is rolled back is one that no worker has seen."""

    @wraps(tear_down)
    def done(case):
        from catalogue.publication.index import postings  # Django is ready by now

        tear_down(case)
        postings.forget()

    return done


TransactionTestCase._post_teardown = _forgetting(TransactionTestCase._post_teardown)


def pytest_sessionstart():
    call_command("compile_translations", verbosity=0)
    translation_file_changed(None, Path("django.mo"))  # another pass may have made it, after this one looked


def pytest_collection_finish():
    """What is imported stays: looking for garbage among it takes a twentieth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by marks
def pytest_collection_modifyitems(items):
    for item in items:
        marks = [mark for mark, fixtures in MARKS.items() if not fixtures.isdisjoint(item.fixturenames)]
        is_case = item.cls is not None and issubclass(item.cls, TransactionTestCase)
        if is_case or item.get_closest_marker("django_db"):
            marks.append("database")
        if "database" in marks and getattr(item.obj, "is_hypothesis_test", False):
            marks.append("slow")
        for mark in marks:
            item.add_marker(mark)


@pytest.fixture(autouse=True)
def no_kept_answers():
    """Answers of other tests, which may show other templates or settings, are none of this one."""
    answers.kept.clear()


@pytest.fixture(scope="session")
def shared_rows(django_db_setup, django_db_blocker):
    """Rows that several tests only read: `with shared_rows(make, …) as made` in a fixture that outlives a test.

    They are there until the fixture ends; what a test itself writes goes with the test, as ever.
    """

    @contextmanager
    def made(make, *arguments):
        with django_db_blocker.unblock(), transaction.atomic():
            made = make(*arguments)
            with django_db_blocker.block():
                yield made
            transaction.set_rollback(True)

    return made
