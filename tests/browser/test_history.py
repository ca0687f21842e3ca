"""Nothing is lost, as editors see it, by keyboard: a field and a deleted film restored; two editors on one film."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from catalogue import history
from catalogue.models import Film
from tests.chromium import follow, said_by, window
from tests.history.films import make_whole_film

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def sign_in(page, name):
    editor = User.objects.create_user(name, password="a-long-passphrase", is_staff=True)
    editor.groups.add(Group.objects.get(name="editors"))
    page.goto("/admin/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", "a-long-passphrase")
    follow(page, "[type=submit]")
    return page


def press(page, selector, key="Enter"):
    """Do with the keyboard what leads to another page."""
    page.locator(selector).first.focus()
    with page.expect_navigation():
        page.keyboard.press(key)


def unfold(page):
    """Open every section of the form."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def test_a_field_and_a_deleted_film_with_its_versions_and_offers_are_restored(page):
    desk, film = sign_in(page, "anna"), make_whole_film()
    before = history.state_of(film)
    desk.goto(f"/admin/catalogue/film/{film.pk}/change/")
    desk.fill("#id_year", "1990")
    desk.fill("#id_title", "Mona")
    press(desk, "[name=_continue]")
    press(desk, ".historylink")
    expect(desk.locator(".history-said")).to_contain_text("1990")
    press(desk, ".history-entry:last-child a")
    desk.focus("#restore-year")
    desk.keyboard.press("Space")
    press(desk, "[name=ticked]")
    assert desk.input_value("#id_year") == "1985"
    assert desk.input_value("#id_title") == "Mona"
    press(desk, ".historylink")
    press(desk, ".history-entry:last-child a")
    press(desk, "[name=everything]")
    press(desk, ".deletelink")
    press(desk, "#content [type=submit]")
    assert not Film.objects.exists()
    press(desk, ".object-tools a[href$='/bin/']")
    press(desk, ".history-changes a")
    press(desk, "[name=everything]")
    expect(desk.locator(".messagelist .success")).to_contain_text("Sans toit ni loi")
    assert history.state_of(Film.objects.get()) == before


def test_two_editors_on_one_film_see_each_other_and_lose_nothing(page, chromium, live_server):
    film = make_whole_film()
    address = f"/admin/catalogue/film/{film.pk}/change/"
    anna = sign_in(page, "anna")
    there = window(chromium, base_url=live_server.url, locale="fr-FR")
    said = said_by(bruno := there.new_page())
    sign_in(bruno, "bruno").goto(address)
    expect(bruno.locator(".who-edits")).to_be_hidden()
    anna.goto(address)
    expect(anna.locator(".who-edits")).to_contain_text("bruno")
    unfold(bruno)
    unfold(anna)
    bruno.fill("#id_title", "Sans toit")
    bruno.fill("#id_credits-1-character", "Mona Bergeron")
    bruno.check("#id_other_titles-0-DELETE")
    press(bruno, "[name=_save]")
    anna.fill("#id_title", "Ni toit ni loi")
    anna.fill("#id_other_titles-0-title", "The Vagabond")
    anna.fill("#id_short_summary_fr", "Une longue phrase que personne ne veut taper deux fois.")
    press(anna, "[name=_save]")
    expect(anna.locator(".conflict")).to_contain_text("bruno")
    assert anna.input_value("#id_short_summary_fr").startswith("Une longue phrase")
    for name, chosen in {"title": "theirs", "other_titles-0-_gone": "mine"}.items():
        anna.focus(f"[name='{name}-_choice'][value={chosen}]")
        anna.keyboard.press("Space")
    press(anna, "[name=_save]")
    film.refresh_from_db()
    assert (film.title, film.short_summary_fr[:9]) == ("Sans toit", "Une longu")
    assert film.credits.get(role="cast").character == "Mona Bergeron"
    assert film.other_titles.get().title == "The Vagabond"
    there.close()
    assert said == []
