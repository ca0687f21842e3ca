"""Who may do what, by keyboard: what each role is offered opens, the rest is refused; a partner's offer is checked."""

import re

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from catalogue.publication.publish import publish
from distributors.models import Partner
from tests.admin.test_matrix import ROLES, SENT, address, admin_addresses, expected, rows  # noqa: F401
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


def tools(html):
    """The pages of the admin that a page offers beside what it shows."""
    found = re.findall(r'(?s)<ul class="object-tools">.*?</ul>', html)
    return dict.fromkeys(re.findall(r'href="(/admin/[^"?#]*)', "".join(found)))


def walk(page, in_browser, app):
    """Open all that the desk offers of an app: lists, a form of each, what is beside both; return what was offered.

    The first list and form by keyboard; the others in the browser, or asked within its session.
    """

    def shown(path):
        if in_browser:
            page.goto(path)
            return page.content()
        answer = page.request.get(path)
        assert answer.status == 200, path
        return answer.text()

    offered = dict.fromkeys(re.findall(rf'href="(/admin/{app}/\w+/(?:add/)?)"', page.inner_html("#content")))
    beside, first = {}, next(iter(offered))
    press(page, f"#content a[href='{first}']")
    press(page, "#result_list tbody th a")
    for path in offered:
        html = shown(path) if not path.endswith("/add/") else ""
        beside |= tools(html) | dict.fromkeys([path])
        if form := re.search(r'<th class="field-[^>]*><a href="(/admin/[^"?]*)', html):
            beside |= tools(shown(form[1])) | dict.fromkeys([form[1]])
    for path in beside:
        assert page.request.get(path).status == 200, path
    return {*beside}


@pytest.mark.parametrize("letter", ROLES)
def test_what_a_role_is_offered_opens_and_the_rest_is_refused(letter, page, rows, caplog):  # noqa: F811
    caplog.set_level("CRITICAL", logger="django.request")
    parameters = admin_addresses()
    refused = {
        address(name, model, parameters[name], rows)
        for name, (model, action, roles) in expected().items()
        if letter not in roles and action not in SENT | {"login"}
    }
    user = User.objects.create_user("anna", password="a-long-passphrase", is_staff=True)
    user.groups.add(Group.objects.get(name=ROLES[letter]))
    if letter == "P":
        Partner.objects.create(user=user, company=rows["catalogue_company"])
    page.goto("/admin/")
    expect(page.locator("[name=login]")).to_be_focused()  # a browser focuses it after the page is loaded
    page.keyboard.type("anna")
    page.keyboard.press("Tab")
    page.keyboard.type("a-long-passphrase")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#logout-form")).to_be_attached()
    # Administrators are offered what editors are, and accounts.
    offered = walk(page, in_browser=letter == "E", app="auth" if letter == "A" else r"\w+")
    assert len(offered) > {"E": 75, "A": 3, "C": 50, "P": 3}[letter]
    assert offered & refused == set()
    opened = [path for path in refused if not is_refused(page.request.get(path, max_redirects=0))]
    assert opened == []


def is_refused(answer):
    return answer.status == 403 or (answer.status == 302 and answer.headers["location"] == "/admin/")
