"""A partner writes on the films of a company; an editor publishes."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from catalogue.models import Company, CompanyCredit, Film, Page, Snapshot
from catalogue.publication.publish import publish
from distributors.models import Offer, Partner
from distributors.partners import PAGES
from tests.admin.conftest import add_row, editor, form_data, log_in, messages_of  # noqa: F401
from tests.admin.test_matrix import admin_addresses
from tests.admin.test_sharing import at
from tests.makers import make_company, make_distributor, make_film, make_offer, make_text, make_version

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


def texts_of_all_pages(client, film, states):
    """Yield (address, text) of each page of a film that a partner opens, in both languages, and of those around it."""
    values = {"object_id": film.pk, "choice": "classic"}
    found = [
        "/admin/",
        f"{LIST}?q=Users",
        f"{LIST}{film.pk}/history/compare/?from={states[0]}&to={states[1]}",
    ]
    for name, parameters in admin_addresses().items():
        if name in PAGES - {"logout"} and name.startswith("catalogue_film_"):
            known = {one: values[one] for one in parameters & {*values}}
            for language in ("fr", "en") if "language" in parameters else ("",):
                more = {"language": language} if language else {}
                found.append(reverse(f"admin:{name}", kwargs=known | more))
    field = "?app_label=distributors&model_name=offer&field_name="
    found += [f"/admin/autocomplete/{field}{name}&term=" for name in ("distributor", "version", "film")]
    for address in found:
        for answer in (client.get(address), client.post(address)):
            if answer.status_code != 302 and not answer.streaming:
                yield address, answer.content.decode()


def test_nothing_of_another_company_is_told_before_it_is_published(partner, editor, client, film):  # noqa: F811
    others, lumen = make_distributor("Others"), make_distributor("Lumen")
    User.objects.filter(username="editor").update(first_name="Ludivine")
    version = make_version(film, spoken=["fr"])
    make_offer(film, "dcp", distributor=others, address="https://public.example/", version=version)
    make_offer(film, "dvd", distributor=lumen, address="https://own.example/")
    publish(film)
    address = f"{LIST}{film.pk}/change/"
    opened = form_data(partner, address, _opened="")
    data = form_data(
        editor, address, **{"offers-0-address": "https://hidden.example/a", "offers-0-price": "987"}
    )
    add_row(data, "offers", support="35mm", distributor=others.pk, address="https://hidden.example/b")
    editor.post(address, data | {"offers-1-address": "https://mine.example/"})
    hidden = {*Offer.objects.filter(distributor=others).values_list("pk", "address", "price", "version")}
    assert len(hidden) == 2

    told = partner.post(f"{LIST}{film.pk}/share/", {"until": at(days=2)}).content.decode()
    [secret] = [word for word in told.split('"') if "/en/drafts/" in word]
    states = [*Snapshot.objects.of(film).values_list("pk", flat=True)]
    texts = dict(texts_of_all_pages(partner, film, states))
    texts |= {url: client.get(url).content.decode() for url in (secret, secret.replace("/en/", "/fr/"))}
    assert len(texts) > 10
    assert [url for url, text in texts.items() if re.search("hidden.example|987|Ludivine", text)] == []
    assert "The editors" in texts[f"{LIST}{film.pk}/history/"]
    assert "Ludivine" in editor.get(f"{LIST}{film.pk}/history/").content.decode()
    pages = [secret, f"{LIST}{film.pk}/preview/fr/"]
    assert all("mine.example" in texts[url] and "public.example" in texts[url] for url in pages)
    assert "mine.example" in texts[f"{LIST}{film.pk}/history/"]
    assert "hidden.example" in editor.get(f"{LIST}{film.pk}/preview/fr/").content.decode()

    own = [key for key in opened if key.startswith("offers-0")]
    taken = {key.replace("offers-0", "offers-1"): opened[key] for key in own}
    for sent in (
        {"offers-0-address": "https://other.example/"},  # a conflict: it is shown what was saved meanwhile
        {"offers-0-id": min(hidden)[0], "offers-0-address": "https://stolen.example/"},
        {"versions-0-DELETE": "on"},
        taken
        | {"offers-TOTAL_FORMS": 2, "offers-1-id": min(hidden)[0], "offers-1-DELETE": "on"}
        | {"versions-0-DELETE": "on"},
    ):
        text = partner.post(address, opened | {"title": "Mine"} | sent).content.decode()
        assert text
        assert not re.search("hidden.example|987|Ludivine", text)
        assert {
            *Offer.objects.filter(distributor=others).values_list("pk", "address", "price", "version")
        } == hidden


def test_a_partner_restores_no_state_which_holds_the_offers_of_others_too(partner, editor, film):  # noqa: F811
    change(editor, film, title="Changed")
    number = Snapshot.objects.of(film).first().pk
    history = f"{LIST}{film.pk}/history/"
    assert f'href="{number}/"' not in partner.get(history).content.decode()
    assert partner.post(f"{history}{number}/", {"everything": "1"}).status_code == 403


def test_a_link_of_whoever_has_no_account_any_more_shows_the_offers_that_the_site_shows(
    partner, client, film
):
    make_offer(film, address="https://hidden.example/", distributor=make_distributor("Others"))
    Film.objects.update(has_changes=True)
    told = partner.post(f"{LIST}{film.pk}/share/", {"until": at(days=2)}).content.decode()
    [secret] = [word for word in told.split('"') if "/en/drafts/" in word]
    User.objects.get(username="partner").delete()
    answer = client.get(secret)
    assert answer.status_code == 200
    assert "hidden.example" not in answer.content.decode()


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
