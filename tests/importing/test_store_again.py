"""Whatever pages are imported, in whatever order: imported again, they change nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.importing.outcome import Status
from catalogue.importing.store import store

from .page_records import company_page, film_page, secrets_page
from .snapshots import all_rows

TITLES, NAMES, COMPANIES = ["Users", "Été", "L'Ete", "?"], ["Ana Roy", "Ána Roy", "Zoé Ély"], ["ISKRA", "Slon"]
YEARS, SUPPORTS, LANGUAGES = [None, 1998, 2021], ["svod", "vod", "dvd"], ["fr", "en"]


def some(values, at_most=3):
    return st.lists(st.sampled_from(values), max_size=at_most, unique=True)


versions = st.tuples(st.sampled_from(["VO", "VF"]), st.sampled_from([None, 80, 90]), some(LANGUAGES), some(LANGUAGES))
guest_texts = st.tuples(st.just(["Du bien."]), st.sampled_from([None, *NAMES]), st.sampled_from([None, "Cinéaste"]))
film_pages = st.builds(
    film_page,
    st.sampled_from(TITLES),
    st.sampled_from(YEARS),
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
biographies = st.tuples(some(NAMES), st.just(["Née à Lyon."]), st.lists(st.tuples(st.sampled_from(TITLES), st.just("film"))))
texts = st.tuples(st.sampled_from(["intention_note", "shooting_secret"]), st.sampled_from(["Note", "Été"]), st.just(["Texte."]))
popular = st.none() | st.lists(st.tuples(st.sampled_from(TITLES), st.sampled_from(YEARS)), min_size=1, max_size=4)
secrets_pages = st.builds(
    secrets_page,
    st.sampled_from(TITLES),
    biographies=st.lists(biographies, max_size=2),
    texts=st.lists(texts, max_size=3),
    popular=popular,
)
company_pages = st.builds(
    company_page,
    st.sampled_from(COMPANIES),
    full_name=st.sampled_from([None, "Image, Son"]),
    predecessor=st.none() | st.tuples(st.sampled_from(COMPANIES), st.none()),
    about=some(["Un catalogue."]),
    films=st.lists(st.tuples(st.sampled_from(TITLES), some(SUPPORTS), some(["Un pays.", "Un rêve."])), max_size=4),
    roles=some(["producer", "distributor"]).filter(bool),
)


def source(page):
    """A page says one thing of one subject: two of the same subject are a page that changed."""
    year = page.year.value if hasattr(page, "year") and page.year else None
    subject = next(getattr(page, name).value for name in ("title", "film_title", "name") if hasattr(page, name))
    return type(page), subject.replace("L'Ete", "L'Ete"), year


@pytest.mark.django_db(transaction=False)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(film_pages | secrets_pages | company_pages, max_size=5, unique_by=source))
def test_pages_imported_again_change_nothing(pages):
    for page in pages:
        store(page)
    before = all_rows()
    assert [store(page).status for page in pages] == [Status.UNCHANGED] * len(pages)
    assert all_rows() == before
