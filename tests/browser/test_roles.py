"""Who may do what, by keyboard: a partner changes an offer, an editor checks it and publishes it."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from catalogue.publication.publish import publish
from distributors.models import Partner
from tests.browser.test_history import press, sign_in, unfold
from tests.chromium import said_by, window
from tests.makers import make_distributor, make_film, make_offer

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_what_a_partner_changes_is_on_the_site_once_an_editor_has_checked_it(page, chromium, live_server):
    offered = {"supports": ["dvd"], "distributor": "Lumen", "published": False}
    film = make_film("Users", 2021, ["FR"], ["Ada"], **offered)
    make_offer(film, "dcp", distributor=make_distributor("Others"))
    publish(film)
    page.goto("/fr/")
    page.goto(page.get_attribute("a[href*='/fr/films/users']", "href"))
    visited = page.url
    expect(page.locator("main")).not_to_contain_text("12,50")

    there = window(chromium, base_url=live_server.url, locale="fr-FR")
    said = said_by(partner := there.new_page())
    sign_in(partner, "pat")
    pat = User.objects.get(username="pat")
    pat.groups.set(Group.objects.filter(name="partners"))
    Partner.objects.create(user=pat, company=make_distributor("Lumen").company)
    partner.goto("/admin/")
    press(partner, ".desk__group a")
    press(partner, "#result_list tbody th a")
    unfold(partner)
    assert partner.locator("[name=offers-TOTAL_FORMS]").input_value() == "1"
    partner.focus("#id_offers-0-price")
    partner.keyboard.type("12,50")
    press(partner, "#id_offers-0-price", "Control+s")
    expect(partner.locator(".messagelist")).to_contain_text("La rédaction relit")
    page.reload()
    expect(page.locator("main")).not_to_contain_text("12,50")
    there.close()

    desk = sign_in(page, "anna")
    desk.goto("/admin/")
    waiting = desk.locator(".desk__block--to_check")
    expect(waiting).to_contain_text("pat")
    press(desk, ".desk__block--to_check a[href*='/film/']")
    press(desk, ".state-banner a[href$='/changes/']")
    expect(desk.locator(".history-changes")).to_contain_text("12,5")
    press(desk, ".publish")
    expect(desk.locator(".state-banner")).not_to_contain_text("attente")
    desk.goto(visited)
    expect(desk.locator("main")).to_contain_text("12,50")
    assert said == []
