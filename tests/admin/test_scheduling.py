"""Publication and withdrawal at a time, asked for in the admin."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalogue.models import Film, Scheduled
from catalogue.publication import background
from tests.makers import make_film

pytestmark = pytest.mark.django_db
LIST = "/admin/catalogue/film/"


@pytest.fixture
def film():
    return make_film("Users", 2021, published=False)


def at(**distance):
    return f"{timezone.localtime() + timedelta(**distance):%Y-%m-%dT%H:%M}"


def page(film):
    return f"/admin/catalogue/film/{film.pk}/schedule/"


def test_a_time_is_given_seen_in_form_and_list_and_cancelled(admin_client, film):
    sent = {"action": "publish", "at": at(days=2)}
    assert admin_client.post(page(film), sent).status_code == 302
    row = Scheduled.objects.get()
    assert f"{timezone.localtime(row.at):%Y-%m-%dT%H:%M}" == sent["at"]
    for address in (f"/admin/catalogue/film/{film.pk}/change/", "/admin/catalogue/film/"):
        assert "Publication prévue le" in admin_client.get(address).content.decode(), address
    admin_client.post(page(film), {"action": "publish", "at": at(days=3)})
    assert Scheduled.objects.count() == 1
    admin_client.post(page(film), {"cancel": "publish"})
    assert not Scheduled.objects.exists()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"action": "publish", "at": at(days=-1)}, "Ce moment est passé"),
        ({"action": "publish", "at": "demain"}, "Saisissez une date et une heure valides."),
        ({"action": "withdraw", "at": at(days=1)}, "Il n’est pas sur le site"),
        ({"action": "burn", "at": at(days=1)}, "Sélectionnez un choix valide"),
    ],
)
def test_what_cannot_be_done_is_told_beside_its_field(admin_client, film, sent, told):
    answer = admin_client.post(page(film), sent)
    assert told in answer.content.decode()
    assert not Scheduled.objects.exists()


def test_it_is_not_taken_off_before_it_is_published(admin_client, film):
    admin_client.post(page(film), {"action": "publish", "at": at(days=3)})
    answer = admin_client.post(page(film), {"action": "withdraw", "at": at(days=2)})
    assert "retiré avant d’être publié" in answer.content.decode()
    admin_client.post(page(film), {"action": "withdraw", "at": at(days=4)})
    assert Scheduled.objects.count() == 2


def test_any_number_of_films_is_scheduled_in_the_background(admin_client, film):
    other, early = make_film("Norilsk", published=False), make_film("Early", published=False)
    begin = timezone.now() + timedelta(days=1)
    for obj, action in ((other, "publish"), (early, "withdraw")):
        Scheduled.objects.create(kind="film", object_id=obj.pk, action=action, at=begin)
    asked = {"action": "schedule_selected", "_selected_action": [film.pk], "select_across": "1"}
    assert "3 fiches choisies." in admin_client.post(LIST, asked).content.decode()
    asked |= {"_asked": "1", "schedule-action": "publish"}
    late = admin_client.post(LIST, asked | {"schedule-at": at(days=-1)})
    assert "Ce moment est passé" in late.content.decode()
    answer = admin_client.post(LIST, asked | {"schedule-at": at(days=3)})
    background.work_off()
    rows = Scheduled.objects.filter(action="publish").order_by("object_id")
    assert [row.object_id for row in rows] == [film.pk, other.pk]
    assert {f"{timezone.localtime(row.at):%Y-%m-%dT%H:%M}" for row in rows} == {at(days=3)}
    page = admin_client.get(answer["Location"]).content.decode()
    assert "Publication prévue le" in page
    assert "retiré avant d’être publié" in page
    assert "Early" in page
    assert LogEntry.objects.filter(object_id=film.pk).count() == 1


def test_a_list_of_scheduled_films_asks_no_more_than_another(admin_client, django_assert_num_queries):
    films = [make_film(f"Film {number}", published=False) for number in range(4)]
    with CaptureQueriesContext(connection) as before:
        admin_client.get("/admin/catalogue/film/")
    for film in films:
        Scheduled.objects.create(
            kind="film", object_id=film.pk, action="publish", at=timezone.now() + timedelta(1)
        )
    with django_assert_num_queries(len(before)):
        admin_client.get("/admin/catalogue/film/")
    assert Film.objects.count() == 4
