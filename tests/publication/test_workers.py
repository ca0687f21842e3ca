"""Two workers: each has what was published as soon as it is, and holds what a worker that starts now would load."""

import gc
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pyroaring import BitMap

from catalogue.models import CatalogueState, Film, OrderingBlock, Person, Posting
from catalogue.publication import orderings, posting_rows
from catalogue.publication.fields import way_fields
from catalogue.publication.index import columns, values
from catalogue.publication.index.loading import load, written_after
from catalogue.publication.index.postings import Holding
from catalogue.publication.index.snapshot import WORDS
from catalogue.publication.publish import publish, publish_vocabulary, unpublish
from catalogue.publication.rebuild import publish_all
from catalogue.publication.state import state
from catalogue.publication.ways import WAY
from config import gunicorn
from tests.makers import make_film

TITLES = ["Users", "L’Été", "Norilsk", "Shoah", "Sans soleil"]
NAMES = ["Ada", "Eva", "Zoé", "Élan"]


def published(step, title, name):
    """Do one step of what editors do."""
    film = Film.objects.filter(title=title).first()
    if step == "make":
        make_film(title, 2000, ["FR"], directors=[name], producers=[f"Films {name}"], genres=[name])
    elif step == "rebuild":
        publish_all()
    elif film is None:
        return
    elif step == "delete":
        film.delete()
    elif step == "unpublish":
        unpublish(film)
    elif step == "retitle":
        film.title = f"{name} {title}"
        film.save()
        publish(film)
    elif step == "rename" and (person := Person.objects.filter(name=name).first()):
        person.name = f"{title} {name}"
        person.save()
        publish(person)
    elif step == "rename genre" and (genre := film.genres.first()):
        genre.name_en = f"{title} {name}"
        genre.save()
        publish_vocabulary(genre)


STEPS = ["make", "make", "make", "rebuild", "delete", "unpublish", "retitle", "rename", "rename genre"]


def told(fields, indexed):
    """All that a snapshot holds, as it can be compared."""
    values = {
        name: {value: (set(held.ids(value)), held.labels(value)) for value in held}
        for name, held in fields.items()
        if name not in (WAY.name, WORDS)
    }
    for field in way_fields():
        ways = fields[WAY.name].values(field.name, BitMap(range(10_000)), None)
        values["ways of", field.name] = {value: (set(ids), {}) for value in ways if (ids := ways.ids(value))}
    ordered = {name: ordering.page(BitMap(range(10_000)), 0, 10_000) for name, ordering in indexed.items()}
    return (
        {name: held for name, held in values.items() if held},
        {name: ids for name, ids in ordered.items() if ids},
        {word: fields[WORDS].magnitudes(word) for word in fields[WORDS]},
    )


def counted(postings):
    """What the column of directors counts, and what counting them one by one gives."""
    held, films = postings.values("director"), postings.all_films()
    brute = {value: len(held.ids(value) & films) for value in held}
    return dict(held.counts(postings.matches(films))), {
        value: count for value, count in brute.items() if count
    }


@pytest.mark.django_db
class TestWorkers(TestCase):
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        steps=st.lists(
            st.tuples(
                st.sampled_from(STEPS), st.sampled_from(TITLES), st.sampled_from(NAMES), st.integers(0, 3)
            ),
            max_size=12,
        )
    )
    def test_what_a_worker_has_taken_up_is_what_another_loads(self, steps):
        workers = [Holding(), Holding()]
        with small_blocks():
            for *step, readers in steps:
                published(*step)
                for number, worker in enumerate(workers):
                    if readers >> number & 1:  # one reads now, another only later
                        held = worker.current(state())
                        assert told(held.fields, held.orderings) == told(*load())
                        counts, expected = counted(held)
                        assert counts == expected


@contextmanager
def small_blocks():
    """Blocks that are split and columns that are packed while a few films are published."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(orderings, "SIZE", 1)
        patch.setattr(orderings, "MOST", 2)
        patch.setattr(columns, "MOST", 2)
        patch.setattr(values, "MOST", 2)
        patch.setattr(values, "SMALL", 0)
        yield


@pytest.mark.django_db
def test_a_worker_reads_what_has_changed_and_nothing_else(django_assert_num_queries):
    for title in TITLES:
        make_film(title, countries=["FR"], directors=["Ada"], producers=["ISKRA"])
    worker = Holding()
    before = worker.current(state())
    make_film("Autre", countries=["US"], directors=["Eva"])
    now = state()
    with django_assert_num_queries(3):  # postings, blocks, and the state again
        after = worker.current(now)
    assert [*after.values("company.letter")] == ["I"]
    assert after.values("company.letter") is before.values("company.letter")
    with django_assert_num_queries(0):
        assert worker.current(now) is after


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "index"), [(Posting, "postings_by_number"), (OrderingBlock, "blocks_by_number")]
)
def test_databases_find_what_has_changed_by_its_number(model, index):
    make_film("Users")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # which it prefers for a table of a few rows
    assert index in written_after(model, 1).explain()


@pytest.mark.parametrize("generation", [3, None])
def test_rows_of_several_fields_are_found_by_their_whole_keys_whatever_the_planner_knows(db, generation):
    found = ["(generation=? AND field=? AND value=?)"] * 3
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            found = ["one_posting_per_value"]  # once for all, where the table is as small as here
    wanted = {name: [str(number) for number in range(60)] for name in ("film.shows", "text.film", "words")}
    plan = posting_rows.held_by(wanted, generation).explain()
    assert plan.count(found[0]) == len(found)


@pytest.mark.django_db
def test_a_reader_that_met_a_former_state_has_what_another_one_took_up(django_assert_num_queries):
    make_film("Users")
    former, worker = state(), Holding()
    make_film("Norilsk")
    held = worker.current(state())
    with django_assert_num_queries(2):
        assert worker.current(former) is held


@pytest.mark.django_db
def test_what_is_published_while_a_worker_reads_is_there_with_the_next_answer(monkeypatch):
    make_film("Users")
    worker, met = Holding(), state()
    from catalogue.publication.index import postings

    def read_and_published():
        found = load()
        monkeypatch.setattr(postings, "load", load)
        make_film("Norilsk")
        publish_all()
        return found

    monkeypatch.setattr(postings, "load", read_and_published)
    assert len(worker.current(met).all_films()) == 2


@pytest.mark.django_db
def test_packing_loses_nothing_that_is_published_meanwhile(monkeypatch):
    monkeypatch.setattr(columns, "MOST", 1)
    make_film("Users", directors=["Ada"])
    worker = Holding()
    worker.current(state())
    make_film("Norilsk", directors=["Eva", "Zoé"])
    pack = columns.Column.packed_anew

    def packed_and_published(column):
        packed = pack(column)
        monkeypatch.setattr(columns.Column, "packed_anew", pack)
        make_film("Shoah", directors=["Eva"])
        worker.current(state())
        return packed

    monkeypatch.setattr(columns.Column, "packed_anew", packed_and_published)
    worker.prepare()
    held = worker.current(state())
    assert told(held.fields, held.orderings) == told(*load())
    assert not held.values("director").is_to_pack


class Server:
    """What the server's hooks see of it."""

    def __init__(self):
        self.said = []
        self.log = self

    def warning(self, *words):
        self.said.append(words)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_server_loads_the_index_before_it_makes_a_worker(django_assert_num_queries):
    make_film("Users")
    server = Server()
    gunicorn.pre_fork(server, None)
    gc.unfreeze()
    from catalogue.publication.index import postings

    now = state()
    with django_assert_num_queries(0):
        assert len(postings.current(now).all_films()) == 1
    assert server.said == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_server_starts_without_a_database_that_answers(monkeypatch):
    from catalogue.publication.index import postings

    def away():
        raise DatabaseError("it is away")

    monkeypatch.setattr(postings, "prepare", away)
    server = Server()
    gunicorn.pre_fork(server, None)
    gc.unfreeze()
    assert len(server.said) == 1


@pytest.mark.django_db
def test_nothing_is_there_before_the_first_publication():
    CatalogueState.objects.all().delete()
    worker = Holding()
    worker.prepare()
    assert len(worker.current(state()).all_films()) == 0
