"""A partner writes on the films of a company; an editor publishes."""

import pytest
from django.contrib.auth.models import User

from catalogue.models import Company, CompanyCredit, Film, Page
from distributors.models import Offer, Partner
from tests.admin.conftest import add_row, editor, form_data, log_in, messages_of  # noqa: F401
from tests.makers import make_company, make_distributor, make_film, make_offer, make_text

LIST = "/admin/catalogue/film/"


@pytest.fixture
def partner(db):
    client = log_in("partner", group="partners")
    Partner.objects.create(user=User.objects.get(username="partner"), company=make_company("Lumen"))
    return client


@pytest.fixture
def film(db):
    film = make_film("Users", year=2000)
    CompanyCredit.objects.create(film=film, company=make_company("Lumen"))
    return film


def change(client, film, **changes):
    address = f"{LIST}{film.pk}/change/"
    return client.post(address, form_data(client, address, **changes), follow=True)


def test_a_partner_sees_the_films_of_the_company_alone(partner, film):
    make_offer(make_film("Offered"), distributor=make_distributor("Lumen"))
    other = make_film("Other")
    assert {row.title for row in partner.get(LIST).context["cl"].result_list} == {"Users", "Offered"}
    assert partner.get(f"{LIST}{film.pk}/preview/fr/").status_code == 200
    assert partner.get(f"{LIST}{film.pk}/share/").status_code == 200
    for page in ("change", "history", "preview/fr", "share", "changes"):
        assert partner.get(f"{LIST}{other.pk}/{page}/").status_code in (302, 403, 404)
    assert [
        model["object_name"] for app in partner.get("/admin/").context["app_list"] for model in app["models"]
    ] == ["Film"]


@pytest.mark.django_db
def test_a_partner_of_no_company_sees_nothing(film):
    assert not log_in("nobody", group="partners").get(LIST).context["cl"].result_list


def test_what_a_partner_saves_waits_for_a_check_until_an_editor_publishes_it(partner, editor, film):  # noqa: F811
    text = make_text(film, "Body.")
    answer = change(partner, film, title="Mine", _publish="1", **{"texts-0-body": "Mine too."})
    assert messages_of(answer)[0] == "Saved. An editor reads it before it is shown on the site."
    film.refresh_from_db()
    text.refresh_from_db()
    assert (film.title, film.has_changes) == ("Mine", True)
    assert film.to_check_since
    assert text.to_check_since
    assert Page.objects.get(kind="film").document["title"] == "Users"
    assert [*Film.objects.to_check()] == [film]

    together = {"_selected_action": [film.pk], "action": "publish_selected"}
    told = messages_of(editor.post(LIST, together, follow=True))
    assert told[0] == "1 waits for a check: it is published from its own page."
    assert Page.objects.get(kind="film").document["title"] == "Users"
    assert "It waits for a check since" in editor.get(f"{LIST}{film.pk}/change/").content.decode()

    change(editor, film, _publish="1")
    assert Page.objects.get(kind="film").document["title"] == "Mine"
    assert not Film.objects.to_check().exists()


def test_a_partner_writes_the_offers_of_the_company_and_sees_no_others(partner, film):
    other = make_offer(film, distributor=make_distributor("Others"), price="18.50")
    lumen = make_distributor("Lumen")
    address = f"{LIST}{film.pk}/change/"
    data = form_data(partner, address)
    assert "18" not in str([value for name, value in data.items() if name.startswith("offers")])
    add_row(data, "offers", support="dvd", distributor=other.distributor.pk, use="", availability="")
    assert partner.post(address, data).status_code == 200  # not one of the choices
    partner.post(address, data | {"offers-0-distributor": lumen.pk})
    assert {*Offer.objects.values_list("distributor__company__name", flat=True)} == {"Others", "Lumen"}
    chosen = partner.get(
        "/admin/autocomplete/?app_label=distributors&model_name=offer&field_name=distributor"
    ).json()
    assert [row["text"] for row in chosen["results"]] == ["Lumen"]


def test_an_administrator_makes_accounts_and_touches_none_of_who_may_do_more(db):
    administrator, root = log_in("adele", group="administrators"), User.objects.create_superuser("root")
    address = "/admin/auth/user/"
    typed = {"username": "pat", "password1": "a-long-passphrase", "password2": "a-long-passphrase"}
    typed |= {"usable_password": "true", "groups": [str(_group("partners"))]}
    assert administrator.post(f"{address}add/", typed).status_code == 302
    pat = User.objects.get(username="pat")
    assert (pat.is_staff, pat.is_superuser, pat.groups.get().name) == (True, False, "partners")
    page = f"{address}{pat.pk}/change/"
    data = form_data(administrator, page, groups=[_group("partners")], is_superuser="on")
    add_row(data, "partner", company=Company.objects.create(name="Lumen").pk)
    assert administrator.post(page, data).status_code == 302
    pat = User.objects.get(username="pat")
    assert (pat.is_superuser, pat.partner.company.name) == (False, "Lumen")
    for page in ("change", "password"):
        data = {"username": "root", "password1": "other-passphrase", "password2": "other-passphrase"}
        assert administrator.post(f"{address}{root.pk}/{page}/", data).status_code == 403


def _group(name):
    from django.contrib.auth.models import Group

    return Group.objects.get(name=name).pk
