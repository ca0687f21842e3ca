"""The structured data of every page: true to a model of schema.org that is not ours (schema-dts), and to the page."""

import json
import re
import subprocess
from collections import defaultdict
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import node
from tests.quality.site import LANGUAGES, PAGES

TSC = [node.MODULES / "typescript" / "bin" / "tsc", "--noEmit", "--strict", "things.ts"]
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# Kinds of pages that search engines are asked to leave aside, or that are nothing, and booklets.
SILENT = {name for name in PAGES if name.startswith(("search", "booklet", "film-take-along"))} | {"not-found"}
DAY, DURATION = re.compile(r"\d{4}(-\d\d-\d\d)?"), re.compile(r"PT(?=\d)(\d+H)?(\d+M)?")
DAYS = ["dateCreated", "birthDate", "deathDate", "availabilityStarts", "availabilityEnds"]
FORMS = {**dict.fromkeys(DAYS, DAY), "duration": DURATION}
CHOSEN = {"@type", "availability"}  # properties with a list of values
# Properties whose values are the page's own words.
WORDS = {
    *["name", "headline", "alternateName", "version", "roleName", "characterName", "creditText", "genre"],
    *["keywords", "category", "disambiguatingDescription", "value", "email", "telephone", "description"],
}


@pytest.fixture(scope="module")
def pages(browser, public_site):
    """{address: its HTML} of every page of the site in both languages, and the names of kinds by their addresses."""
    context = public_site.visit(browser)

    def entries(address):
        return [loc.text for loc in ElementTree.fromstring(context.request.get(address).body()).iter(LOC)]

    kinds = {f"{public_site.url}/{lang}/{PAGES[name]}": name for lang in LANGUAGES for name in PAGES}
    listed = [address for part in entries("/sitemap.xml") for address in entries(part)]
    yield {address: context.request.get(address).text() for address in [*kinds, *listed]}, kinds
    context.close()


@pytest.fixture(scope="module")
def things(pages):
    """{address: what the page there says it is about}."""
    found = {}
    for address, html in pages[0].items():
        blocks = LexborHTMLParser(html).css('script[type="application/ld+json"]')
        assert len(blocks) <= 1
        found[address] = json.loads(blocks[0].text())["@graph"] if blocks else []
    return found


def values(data, name=""):
    """(name of the property, value) of all that is said, however deep."""
    inside = data.items() if isinstance(data, dict) else ((name, one) for one in data)
    for key, value in inside:
        if isinstance(value, dict | list):
            yield from values(value, key)
        else:
            yield key, value


def shape(data, name=""):
    """Things without their words; a list has each shape once. What an action asks for (…-input) no model knows."""
    if isinstance(data, dict):
        return {key: shape(value, key) for key, value in data.items() if not key.endswith("-input")}
    if isinstance(data, list):
        return [json.loads(one) for one in dict.fromkeys(json.dumps(shape(one, name)) for one in data)]
    return "…" if isinstance(data, str) and name not in CHOSEN else data


def test_every_kind_of_page_says_what_it_is(pages, things):
    assert {pages[1].get(address, address) for address, those in things.items() if not those} == SILENT


def test_all_of_it_is_as_schema_org_has_it(things, tools, tmp_path):
    """Each shape once: to the model one text is as good as another."""
    shapes = {json.dumps(shape(one)): address for address, those in things.items() for one in those}
    types = ", ".join(sorted({json.loads(one)["@type"] for one in shapes}))
    lines = [f"const thing{n}: {json.loads(one)['@type']} = {one};" for n, one in enumerate(shapes)]
    (tmp_path / "things.ts").write_text("\n".join([f'import type {{ {types} }} from "schema-dts";', *lines]))
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "schema-dts").symlink_to(node.MODULES / "schema-dts")
    done = subprocess.run(["node", *TSC], cwd=tmp_path, capture_output=True, text=True)
    wrong = re.findall(r"^things\.ts\((\d+),\d+\): (.*)$", done.stdout, re.MULTILINE)
    assert [([*shapes.values()][int(line) - 2], message) for line, message in wrong] == []
    assert (done.returncode, done.stdout) == (0, "")


def test_it_says_nothing_that_the_page_does_not(pages, things):
    unsaid = defaultdict(set)
    for address, those in things.items():
        html = LexborHTMLParser(pages[0][address])
        for block in html.css("script"):
            block.decompose()
        text = " ".join(html.text().split())
        for name, value in values(those):
            if name in WORDS and " ".join(value.split()) not in text:
                unsaid[address].add((name, value))
    assert unsaid == {}


def test_days_and_durations_are_iso_8601(things):
    said = [pair for those in things.values() for pair in values(those) if pair[0] in FORMS]
    assert {name for name, _value in said} >= {"dateCreated", "birthDate", "duration"}
    assert [(name, value) for name, value in said if not FORMS[name].fullmatch(value)] == []


def test_its_addresses_are_those_of_pages(pages, things, public_site):
    own = {
        value
        for those in things.values()
        for name, value in values(those)
        if name in ("url", "item") and str(value).startswith(public_site.url)
    }
    assert len(own) > 300
    assert own - pages[0].keys() == set()
