"""The index in a worker: pages of any list, words of the search, and never older than the publication."""

import threading
from array import array

import pytest
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from catalogue.models import CatalogueState
from catalogue.publication.index import ordered, postings
from catalogue.publication.index.ordered import Ordering
from catalogue.publication.index.snapshot import Postings
from catalogue.publication.index.values import Values
from catalogue.publication.orderings import packed, unpacked
from catalogue.publication.posting_rows import Value
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.rebuild import publish_all
from catalogue.publication.state import BEFORE_ALL, state
from tests.makers import make_film
from tests.pages.reading import read, titles

IDS = st.lists(st.integers(0, 2**32 - 1), unique=True, max_size=60)


@given(
    order=IDS,
    data=st.data(),
    first=st.integers(0, 70),
    count=st.integers(1, 40),
    size=st.integers(1, 8),
    backwards=st.booleans(),
)
def test_a_page_is_a_slice_of_the_wanted_ids_in_order_whatever_is_skipped(
    order, data, first, count, size, backwards
):
    wanted = data.draw(st.sets(st.sampled_from(order)) if order else st.just(set()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordered, "GROUP", 3)
        ordering = Ordering.of(in_blocks(order, size))
    index = Postings(BEFORE_ALL, {"all": Values({"film": Value(BitMap(order), {})})}, {"title": ordering})
    turned = order[::-1] if backwards else order
    found = index.page(BitMap(wanted), "title", first, count, backwards)
    assert found == [pk for pk in turned if pk in wanted][first : first + count]
    assert index.page(index.all_films(), "title", first, count, backwards) == turned[first : first + count]


def in_blocks(order, size):
    """{first key: ids} of an order that is cut into pieces; keys are numbers."""
    return {b"%04d" % start: array("I", order[start : start + size]) for start in range(0, len(order), size)}


@given(order=IDS, size=st.integers(1, 8), data=st.data())
def test_an_ordering_takes_up_blocks_that_have_changed_and_blocks_between(order, size, data):
    before = in_blocks(order, size)
    changes = data.draw(st.dictionaries(st.integers(0, 80).map(lambda n: b"%04d" % n), st.just(array("I"))))
    for number, first in enumerate(changes):
        changes[first] = array("I", [2**31 + number])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordered, "GROUP", 3)
        changed = Ordering.of(before).changed(changes)
    blocks = before | changes
    expected = [pk for first in sorted(blocks) for pk in blocks[first]]
    assert changed.page(BitMap(expected), 0, 1000) == expected


@given(order=IDS)
def test_an_order_is_packed_and_unpacked_without_loss(order):
    assert list(unpacked(packed(order))) == order
    assert len(packed(order)) == 4 * len(order)


@given(holders=st.dictionaries(st.sampled_from("abcd"), st.sets(st.integers(0, 30))), data=st.data())
def test_values_add_up_and_what_nobody_holds_is_empty(holders, data):
    index = Postings(BEFORE_ALL, {"f": Values({v: Value(BitMap(ids), {}) for v, ids in holders.items()})}, {})
    asked = data.draw(st.lists(st.sampled_from("abcdxyz"), max_size=5))
    assert set(index.any_of("f", asked)) == set().union(*(holders.get(value, set()) for value in asked))
    assert (index.ids("g", "a"), len(index.values("g")), index.page(BitMap([1]), "none", 0, 9)) == (
        BitMap(),
        0,
        [],
    )


@pytest.mark.django_db
def test_a_worker_loads_the_index_once_for_each_publication(django_assert_num_queries):
    film = make_film("Users")
    first = postings.current(state())
    with django_assert_num_queries(1):
        assert postings.current(state()) is first
    publish(film)
    assert postings.current(state()) is not first


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", [publish, unpublish, lambda film: film.delete(), lambda film: publish_all()]
)
def test_whatever_changes_the_publication_moves_its_state(change):
    film = make_film("Users")
    before = state()
    change(film)
    assert state() != before


@pytest.mark.django_db
def test_a_restored_backup_with_as_many_changes_is_another_state():
    make_film("Users")
    held = postings.current(state())
    row = CatalogueState.objects.get()
    row.changed_at = row.changed_at.replace(year=2001)
    row.save()
    assert postings.current(state()) is not held


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_another_process_publishes_is_on_the_next_page_that_is_read(client):
    make_film("Users", countries=["FR"])
    assert titles(read(client, "/fr/films/?country=FR")) == ["Users"]
    in_another_connection(lambda: make_film("Norilsk", countries=["FR"]))
    assert titles(read(client, "/fr/films/?country=FR")) == ["Norilsk", "Users"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_publication_that_fails_halfway_changes_nothing_for_readers(client, monkeypatch):
    film = make_film("Users")
    etag = client.get("/fr/films/users/")["ETag"]
    monkeypatch.setattr("catalogue.publication.writing.posting_rows.apply", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(film)
    assert Client().get("/fr/films/users/", headers={"If-None-Match": etag}).status_code == 304


def in_another_connection(work):
    def run():
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
