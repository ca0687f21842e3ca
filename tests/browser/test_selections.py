"""A curator's way from a list to a signed page, by keyboard and without JavaScript."""

import pytest
from django.contrib.auth.models import Group, User

from catalogue.models import Selection
from tests import chromium as machines_own
from tests.makers import make_film

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)  # groups are there


@pytest.fixture
def plain(chromium, live_server):
    """A page in a window without scripts, for an English reader."""
    context = machines_own.window(
        chromium, base_url=live_server.url, locale="en-GB", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def press(page, selector, key="Enter"):
    """Give something the focus and press a key on it; the page that follows has come."""
    page.focus(selector)
    with page.expect_navigation():
        page.keyboard.press(key)


def type_into(page, selector, text):
    page.focus(selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_a_list_is_kept_signed_put_in_order_annotated_shared_and_published(plain):
    user = User.objects.create_user("cleo", password="a-long-passphrase", is_staff=True)
    user.groups.add(Group.objects.get(name="curators"))
    for year in (1963, 1973):
        make_film(f"Film {year}", year, ["SN"])
    plain.goto("/en/films/?country=SN&sort=year")
    press(plain, "a[href*='/selection/add/']")
    type_into(plain, "[name=login]", "cleo")
    type_into(plain, "[name=password]", "a-long-passphrase")
    press(plain, "[type=submit]")
    press(plain, "[name=_save]")
    type_into(plain, "#id_curator", "Cleo Marchetti")
    type_into(plain, "#id_selected_films-0-position", "5")
    type_into(plain, "#id_selected_films-0-note_en", "The older one.")
    press(plain, "[name=_continue]")
    press(plain, "a[href$='/share/']")
    press(plain, "#content [type=submit]")
    plain.goto(plain.input_value("#secret"))
    assert "Draft, not published." in plain.inner_text("main")
    assert plain.locator(".card__title").all_inner_texts() == ["Film 1973", "Film 1963"]
    selection = Selection.objects.get()
    plain.goto(f"/admin/catalogue/selection/{selection.pk}/change/")
    press(plain, "[name=_publish]")
    plain.goto("/en/selections/")
    press(plain, ".selections a")
    assert plain.locator(".selection__by").inner_text() == "A selection by Cleo Marchetti"
    assert plain.locator(".chosen .prose").all_inner_texts() == ["The older one."]
