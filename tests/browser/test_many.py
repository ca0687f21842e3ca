"""Three thousand films are published with a progress bar, while visitors read."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from catalogue.models import Credit, Film, Job
from catalogue.publication import background
from tests.chromium import follow
from tests.makers import make_film, make_person

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
MANY = 3000


@pytest.fixture
def drafts():
    """Films as an import leaves them: saved, with a year and a director, and not on the site."""
    ada = make_person("Ada Lindqvist")
    films = Film.objects.bulk_create(
        Film(title=f"Brouillon {number}", slug=f"brouillon-{number}", year=1990 + number % 30)
        for number in range(MANY)
    )
    Credit.objects.bulk_create(Credit(film=film, person=ada, role="director") for film in films)


def test_thousands_of_films_are_published_by_keyboard_while_pages_are_read(page, drafts, live_server):
    make_film("Déjà là", 2001)
    editor = User.objects.create_user("anna", password="a-long-passphrase", is_staff=True)
    editor.groups.add(Group.objects.get(name="editors"))
    page.goto("/admin/catalogue/film/?state=draft")
    page.fill("[name=login]", "anna")
    page.fill("[name=password]", "a-long-passphrase")
    follow(page, "[type=submit]")

    page.focus("#action-toggle")
    page.keyboard.press("Space")
    page.locator(".actions .question a").press("Enter")
    page.select_option("[name=action]", "publish_selected")
    with page.expect_navigation():
        page.press("[name=index]", "Enter")
    bar, words = page.locator("progress"), page.locator("[data-words]")
    assert (bar.get_attribute("value"), bar.get_attribute("max")) == ("0", str(MANY))

    visitor = page.context.browser.new_context(base_url=live_server.url)
    reading, totals, positions = visitor.new_page(), [], []
    while background.is_wanted():
        background.work_off(1)
        assert reading.goto("/fr/films/deja-la/").ok
        reading.goto("/fr/films/")
        totals.append(reading.locator(".results .card").count() and reading.inner_text("#results"))
        positions.append(bar.evaluate("bar => bar.value") if bar.count() else MANY)
    visitor.close()
    assert len({*totals}) > 2
    assert positions == sorted(positions)
    assert len({*positions}) > 2
    expect(words).to_have_text(f"Terminé\u00a0: {MANY} pages.")
    assert Job.objects.get().done == MANY == Film.objects.published().count() - 1
