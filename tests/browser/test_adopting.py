"""A site of one's own from an empty database: all of it in the admin, then seen by a visitor in each language."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from catalogue.contrast import channels
from tests import chromium as machines_own
from tests.chromium import follow
from tests.showcase import picture

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)  # countries are there

NAME = "Festival des Trois Rivières"
ACCENT = "#8b1a1a"
IDENTITY = {
    "name": NAME,
    "motto_fr": "Le cinéma au confluent.",
    "motto_en": "Cinema where rivers meet.",
    "accent": ACCENT,
    "postal_address": "3 quai du Confluent\nLyon",
    "email": "bonjour@rivieres.example",
    "telephone": "+33 4 00 00 00 00",
    "social": "https://www.instagram.com/troisrivieres",
}
SENTENCE = {"fr": "Un film à voir avant la crue.", "en": "A film to see before the flood."}
SUMMARY = {"fr": "Un passeur et son fleuve.", "en": "A ferryman and his river."}
SELECTION = {"fr": "Films d’eau", "en": "Films of water"}
LEGAL = {"fr": "Mentions légales", "en": "Legal notice"}


@pytest.fixture
def desk(page):
    """The admin of an empty site, after its owner has signed in by the link on the front page."""
    User.objects.create_superuser("owner", password="a-long-passphrase")
    page.goto("/fr/")
    follow(page, "main a[href^='/admin/']")
    page.fill("[name=login]", "owner")
    page.fill("[name=password]", "a-long-passphrase")
    follow(page, "[type=submit]")
    return page


def open_form(desk, model):
    desk.goto("/admin/")
    follow(desk, f".desk__lists a[href$='/{model}/add/']")


def fill(desk, values):
    for name, value in values.items():
        desk.fill(f"#id_{name}", value)


def in_both(name, words):
    return {f"{name}_{language}": said for language, said in words.items()}


def choose(desk, field, typed):
    """Type into a combobox and take what it finds."""
    desk.click(f"#id_{field}")
    desk.keyboard.type(typed)
    desk.click(f".combobox__list:visible [role=option]:has-text('{typed}')")


def name_the_site(desk, logo):
    """Fill in the identity, look at its preview, save it."""
    desk.goto("/admin/")
    follow(desk, ".desk__lists a[href$='/identity/']")
    fill(desk, IDENTITY)
    desk.set_input_files("#id_logo", logo)
    with desk.expect_popup() as opened:
        desk.click("[formtarget=_blank]")
    preview = opened.value
    expect(preview.locator(".specimen")).to_have_count(4)
    expect(preview.locator(".specimen img.logo").first).to_have_js_property("naturalWidth", 360)
    preview.close()
    follow(desk, "[name=_save]")


def publish_the_legal_notice(desk):
    """Make the drafts, replace the placeholders of one by words, publish it."""
    desk.goto("/admin/")
    follow(desk, ".desk__lists a[href$='/ownpage/']")
    follow(desk, "form[action$='/begin/'] button")
    follow(desk, f"#result_list a:text-is('{LEGAL['fr']}')")
    for language in LEGAL:
        body = desk.input_value(f"#id_body_{language}")
        desk.fill(f"#id_body_{language}", body.replace("[cnil.fr](", "(").replace("[", "").replace("]", ""))
    desk.select_option("#id_place", "footer")
    follow(desk, "[name=_publish]")


def publish_a_film(desk):
    open_form(desk, "film")
    fill(desk, {"title": "Le Passeur", "year": "2024"} | in_both("short_summary", SUMMARY))
    choose(desk, "film_countries-0-country", "Sénégal")
    choose(desk, "credits-0-person", "Awa Diop")
    follow(desk, "[name=_publish]")


def publish_a_selection(desk):
    open_form(desk, "selection")
    fill(desk, in_both("title", SELECTION))
    choose(desk, "selected_films-0-film", "Le Passeur")
    follow(desk, "[name=_publish]")


def open_the_front_page_on_the_film(desk):
    open_form(desk, "highlight")
    choose(desk, "film", "Le Passeur")
    fill(desk, in_both("sentence", SENTENCE))
    follow(desk, "[name=_save]")


def read(page):
    """The words of a page of the festival's; its title has its name and nothing has the software's."""
    words = page.inner_text("body")
    assert NAME in page.title()
    assert "lanterne" not in (words + page.title()).lower()
    return words


@pytest.mark.usefixtures("chromium")
def test_a_festival_makes_the_site_its_own_without_touching_a_file(
    desk, chromium, live_server, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    logo = tmp_path / "logo.png"
    logo.write_bytes(picture("maroon", 360, 90).read())
    name_the_site(desk, logo)
    publish_the_legal_notice(desk)
    publish_a_film(desk)
    publish_a_selection(desk)
    open_the_front_page_on_the_film(desk)
    for language in ("fr", "en"):
        visit(chromium, live_server.url, language)


def visit(chromium, url, language):
    """Walk through the site as a visitor who reads a language."""
    context = machines_own.window(chromium, base_url=url, locale=language, color_scheme="light")
    page = context.new_page()
    said = machines_own.said_by(page)
    page.goto("/")
    assert page.get_attribute("html", "lang") == language
    opening = page.inner_text(".opening__film")
    assert "Le Passeur" in opening
    assert SENTENCE[language] in opening
    assert IDENTITY[f"motto_{language}"] in page.inner_text(".footer")
    assert "bonjour@rivieres.example" in page.inner_text(".footer address")
    expect(page.locator(".footer a[href*='instagram.com']")).to_have_text("Instagram")
    read(page)
    follow(page, ".opening__film h2 a")
    assert [words for words in ("Le Passeur", "Awa Diop", SUMMARY[language]) if words not in read(page)] == []
    expect(page.locator(".header img.logo")).to_have_attribute("alt", NAME)
    expect(page.locator(".header img.logo")).to_have_js_property("naturalWidth", 360)
    line = page.locator(".nav [aria-current]").evaluate("one => getComputedStyle(one).boxShadow")
    assert tuple(map(int, re.findall(r"\d+", line)[:3])) == channels(ACCENT)
    follow(page, f".footer a:text-is('{LEGAL[language]}')")
    assert page.inner_text("h1") == LEGAL[language]
    read(page)
    follow(page, f".nav a[href='/{language}/selections/']")
    follow(page, f"main a:text-is('{SELECTION[language]}')")
    assert "Le Passeur" in read(page)
    follow(page, "main a[href$='/take-along/']")
    follow(page, "main a[href$='/booklet/']")
    booklet = page.inner_text("main")
    assert [words for words in ("Le Passeur", NAME, SUMMARY[language]) if words not in booklet] == []
    assert "lanterne" not in (page.inner_text("body") + page.title()).lower()
    context.close()
    assert said == []
