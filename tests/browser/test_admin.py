"""An editor's day in a real browser: the admin works whole under the site's policy, in which nothing inline may run."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from catalogue.models import Film, Person
from tests.chromium import follow
from tests.makers import make_person
from tests.showcase import picture

pytestmark = pytest.mark.django_db(
    transaction=True, serialized_rollback=True
)  # countries and groups are there


@pytest.fixture
def desk(page):
    """The admin, after an editor has logged in."""
    editor = User.objects.create_user("anna", password="a-long-passphrase", is_staff=True)
    editor.groups.add(Group.objects.get(name="editors"))
    page.goto("/admin/")
    page.fill("[name=login]", "anna")
    page.fill("[name=password]", "a-long-passphrase")
    follow(page, "[type=submit]")
    return page


def choose(page, field, typed, found):
    """Type into a combobox and take what it finds."""
    page.click(f"#id_{field}")
    page.keyboard.type(typed)
    page.click(f".combobox__list:visible [role=option]:has-text('{found}')")


def test_a_film_with_a_credit_a_version_and_a_cover_is_added_and_published_on_one_page(
    desk, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    cover = tmp_path / "cover.png"
    cover.write_bytes(picture("teal").read())
    make_person("Zoé Œil")
    desk.goto("/admin/catalogue/film/add/")
    desk.fill("#id_title", "Users")
    desk.fill("#id_year", "2021")
    desk.set_input_files("#id_cover", cover)
    choose(desk, "film_countries-0-country", "etats unis", "États-Unis")
    choose(desk, "credits-0-person", "zoe oeil", "Zoé Œil")
    desk.click("#credits-group .rows__add")
    choose(desk, "credits-1-person", "Jane Doe", "Créer")
    desk.select_option("#id_credits-1-role", "cast")
    desk.fill("#id_versions-0-spoken", "anglais")
    desk.fill("#id_versions-0-subtitles", "français")
    follow(desk, "[name=_publish]")
    follow(desk, "#result_list tbody th a")
    desk.click("#section-pictures summary")
    expect(desk.locator(".picture-preview")).to_have_js_property("naturalWidth", 400)
    assert desk.input_value("#id_versions-0-subtitles") == "français"
    desk.goto(desk.get_attribute(".viewsitelink", "href"))
    shown = desk.inner_text("main")
    assert [name for name in ["Users", "Zoé Œil", "Jane Doe", "États-Unis"] if name not in shown] == []
    assert Film.objects.get().versions.get().language_uses.count() == 2


def test_a_person_is_published_and_taken_off_the_site(desk):
    person = make_person("Jane Doe")
    desk.goto(f"/admin/catalogue/person/{person.pk}/change/")
    follow(desk, "[name=_publish]")
    desk.goto(f"/admin/catalogue/person/{person.pk}/change/")
    follow(desk, "a[href$='/unpublish/']")
    assert Person.objects.published().exists()
    follow(desk, "#content [type=submit]")
    assert not Person.objects.published().exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_forms_and_lists_fit_the_screen(desk, width, scheme):
    make_person("Jane Doe")
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    for address in ["", "catalogue/person/", "catalogue/film/add/", "catalogue/selection/add/"]:
        desk.goto(f"/admin/{address}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, address
