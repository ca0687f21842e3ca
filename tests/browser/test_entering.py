"""A film is entered by keyboard, as an editor would from a page in front of them; keys beside the text are counted."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from catalogue.models import Film, Person
from tests.chromium import follow
from tests.makers import make_distributor, make_person
from tests.quality.test_axe import OPTIONS, violations
from tests.showcase import picture

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MOST_KEYS = 330


class Keyboard:
    """What an editor does with it: text is typed, every other key is counted."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, *keys):
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)

    def type(self, text, *keys):
        self.page.keyboard.type(text)
        self.press(*keys)

    def at(self, field):
        """Every step begins where the one before has led."""
        expect(self.page.locator(f"#id_{field}")).to_be_focused()

    def tab_to(self, field):
        for _time in range(60):
            if self.page.evaluate("document.activeElement.id") == f"id_{field}":
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {field}")


@pytest.fixture
def desk(page):
    editor = User.objects.create_user("anna", password="a-long-passphrase", is_staff=True)
    editor.groups.add(Group.objects.get(name="editors"))
    page.goto("/admin/")
    page.fill("[name=login]", "anna")
    page.fill("[name=password]", "a-long-passphrase")
    follow(page, "[type=submit]")
    page.goto("/admin/catalogue/film/add/")
    return page


@pytest.fixture
def pictures(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    paths = []
    for colour in ("teal", "navy", "maroon"):
        paths.append(tmp_path / f"{colour}.png")
        paths[-1].write_bytes(picture(colour).read())
    return paths


def test_a_film_is_entered_and_published_by_keyboard(desk, pictures):
    make_person("Zoé Œil")
    make_distributor("Circuit")
    keyboard = Keyboard(desk)
    keyboard.at("title")
    keyboard.type("Le Passage du gué", "Tab")
    keyboard.type("Hansaplassen", "Tab")
    keyboard.type("2021", "Tab")
    keyboard.at("credits-0-person")
    keyboard.type("zoe oeil", "Enter", "Enter")
    keyboard.at("credits-1-person")
    keyboard.type("Alès Navumik", "Enter", "Enter", "Enter")  # somebody new; the row after is empty: done
    keyboard.at("film_countries-0-country")
    keyboard.type("norvege", "Enter", "Enter")
    keyboard.type("BY", "Enter", "Enter")
    keyboard.type("Germany", "Enter", "Enter", "Enter")
    keyboard.at("running_time")
    keyboard.type("1h32", "Tab")
    keyboard.type("norv", "Enter")
    keyboard.type(", bielor", "Enter", "Tab")
    keyboard.at("versions-0-spoken")
    keyboard.type("norv", "Tab")
    keyboard.type("fr", "Enter", "Enter")
    keyboard.at("versions-1-spoken")
    keyboard.type("français", "Enter", "Enter", "Enter")
    keyboard.at("short_summary_fr")
    keyboard.type("Un gué, deux rives.", "Tab")
    keyboard.type("A ford, two banks.", "Alt+PageDown")
    keyboard.at("offers-0-support")
    keyboard.type("DCP")
    keyboard.tab_to("offers-0-version")
    keyboard.type("norv", "Tab")
    keyboard.type("circuit", "Tab")
    keyboard.tab_to("offers-0-price")
    keyboard.type("18,50", "Alt+PageDown", "Alt+PageDown", "Alt+PageDown")
    keyboard.tab_to("synopsis_en")
    keyboard.press("Tab", "Enter")
    keyboard.at("texts-0-text_kind")
    keyboard.type("Note d")
    keyboard.tab_to("texts-0-body")
    keyboard.type("Pourquoi ce film.", "Alt+PageDown")
    keyboard.tab_to("cover")
    desk.set_input_files("#id_cover", pictures[0])
    desk.click("#stills-group .rows__add")
    desk.set_input_files("#id_stills-0-image", pictures[1])
    desk.click("#stills-group .rows__add")
    desk.set_input_files("#id_stills-1-image", pictures[2])
    with desk.expect_navigation():
        keyboard.press("Control+Enter")
    assert desk.locator(".errorlist").all_inner_texts() == []
    film = Film.objects.get()
    assert [credit.person.name for credit in film.credits.all()] == ["Zoé Œil", "Alès Navumik"]
    assert list(film.film_countries.values_list("country", flat=True)) == ["NO", "BY", "DE"]
    assert film.running_time == 92
    versions = [
        [(use.use, use.language) for use in version.language_uses.all()] for version in film.versions.all()
    ]
    assert versions == [[("spoken", "no"), ("subtitles", "fr")], [("spoken", "fr")]]
    offer = film.offers.get()
    assert (offer.version, offer.price, offer.distributor.company.name) == (
        film.versions.first(),
        18.5,
        "Circuit",
    )
    assert film.texts.get().text_kind == "intention_note"
    assert (bool(film.cover), film.stills.count(), bool(film.published_at)) == (True, 2, True)
    assert keyboard.keys <= MOST_KEYS
    print("keys:", keyboard.keys)


def test_enter_waits_for_the_answer_to_what_was_typed(desk):
    people = [make_person(name) for name in ("Jane Doe", "Jane Dupont")]
    desk.route("**/choose/**", lambda route: (desk.wait_for_timeout(300), route.continue_()))
    desk.click("#id_credits-0-person")
    desk.keyboard.type("Jane Do")
    desk.wait_for_timeout(150)
    desk.keyboard.press("Backspace")
    desk.keyboard.type("upont")
    desk.keyboard.press("Enter")
    chosen = desk.locator("[type=hidden][name=credits-0-person]")
    expect(chosen).to_have_value(str(people[1].pk))
    desk.keyboard.press("Escape")
    expect(desk.locator("#id_credits-0-person")).to_have_value("Jane Dupont")
    assert Person.objects.count() == 2
    desk.unroute_all()
    desk.click("#id_film_countries-0-country")
    desk.keyboard.type("fran")
    expect(desk.locator("[role=listbox]:visible [role=option]").first).to_be_visible()
    desk.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
    desk.evaluate(Axe().axe_script)
    assert violations(desk, "form", OPTIONS) == []
