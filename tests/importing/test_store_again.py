"""Whatever pages are imported, in whatever order: imported again, they change nothing."""

from itertools import permutations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from catalogue.importing.outcome import Status
from catalogue.importing.store import store

from .page_records import company_page, film_page, secrets_page
from .snapshots import all_rows

TITLES, NAMES, COMPANIES = (
    ["Users", "Été", "L'Ete", "?"],
    ["Ana Roy", "Ána Roy", "Zoé Ély"],
    ["ISKRA", "Slon"],
)
YEARS, SUPPORTS, LANGUAGES = [None, 1998, 2021], ["svod", "vod", "dvd"], ["fr", "en"]
ROLES = ["producer", "distributor"]


def some(values, at_least=0):
    """A few of these values, in any order."""
    sizes = range(at_least, len(values) + 1)
    return st.sampled_from([list(chosen) for size in sizes for chosen in permutations(values, size)])


versions = st.tuples(
    st.sampled_from(["VO", "VF"]), st.sampled_from([None, 80, 90]), some(LANGUAGES), some(LANGUAGES)
)
guest_texts = st.tuples(
    st.just(["Du bien."]), st.sampled_from([None, *NAMES]), st.sampled_from([None, "Cinéaste"])
)
film_pages = st.builds(
    film_page,
    st.sampled_from(TITLES),
    st.sampled_from(YEARS[1:]),
    presentation=some(["Un essai."]),
    supports=some(SUPPORTS),
    available=st.sampled_from([None, True, False]),
    directors=some(NAMES),
    cast=some(NAMES),
    guest_texts=st.lists(guest_texts, max_size=2),
    versions=st.lists(versions, max_size=3),
    countries=some(["US", "MX", "SUHH"]),
    running_time=st.sampled_from([None, 80]),
    producers=some(COMPANIES),
    languages=some(LANGUAGES),
    subtitles=some(LANGUAGES),
    short_summary=st.sampled_from([None, "Court.", "Long. " * 60]),
)
biographies = st.tuples(
    some(NAMES), st.just(["Née à Lyon."]), st.lists(st.tuples(st.sampled_from(TITLES), st.just("film")))
)
texts = st.tuples(
    st.sampled_from(["intention_note", "shooting_secret"]),
    st.sampled_from(["Note", "Été"]),
    st.just(["Texte."]),
)
popular = st.none() | st.lists(
    st.tuples(st.sampled_from(TITLES), st.sampled_from(YEARS)), min_size=1, max_size=4
)
secrets_pages = st.builds(
    secrets_page,
    st.sampled_from(TITLES),
    biographies=st.lists(biographies, max_size=2),
    texts=st.lists(texts, max_size=3),
    popular=popular,
)
listed = st.lists(
    st.tuples(st.sampled_from(TITLES), some(SUPPORTS), some(["Un pays.", "Un rêve."])), max_size=4
)
company_pages = st.builds(
    company_page,
    st.sampled_from(COMPANIES),
    full_name=st.sampled_from([None, "Image, Son"]),
    predecessor=st.none() | st.tuples(st.sampled_from(COMPANIES), st.none()),
    about=some(["Un catalogue."]),
    films=listed,
    roles=some(ROLES, at_least=1),
) | st.builds(
    company_page,
    st.sampled_from(COMPANIES),
    lists=st.lists(st.tuples(some(ROLES, at_least=1), listed), min_size=2, max_size=3),
)


def source(page):
    """What tells pages apart: two of the same subject would be one page that changed."""
    subject = next(
        getattr(page, name).value for name in ("title", "film_title", "name") if hasattr(page, name)
    )
    return type(page), subject, page.year.value if hasattr(page, "year") else None


@pytest.mark.django_db
@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pages=st.lists(film_pages | secrets_pages | company_pages, max_size=5, unique_by=source))
def test_pages_imported_again_change_nothing(pages):
    with transaction.atomic():
        for page in pages:
            store(page)
        before = all_rows()
        assert [store(page).status for page in pages] == [Status.UNCHANGED] * len(pages)
        assert all_rows() == before
        transaction.set_rollback(True)
