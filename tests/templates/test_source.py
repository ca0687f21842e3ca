"""Rules that every template and style sheet keeps, read from their sources."""

import gzip
import re
from pathlib import Path

import brotli
import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "admin" not in path.parts)
COMPONENTS = sorted((ROOT / "templates" / "components").glob("*.html"))
STYLES = sorted((ROOT / "static" / "css").rglob("*.css"))
PUBLIC = [path for path in STYLES if "admin" not in path.parts]  # without those of parts of the admin
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def named(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_no_template_has_inline_style_or_script(path):
    source = COMMENT.sub("", path.read_text())
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", source) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_begins_with_its_contract(path):
    name = "film_listing" if path.stem == "listing" else path.stem
    assert path.read_text().startswith("{#")
    assert name.split("_")[0] in path.read_text().partition("#}")[0]


@pytest.mark.parametrize("path", COMPONENTS, ids=named)
def test_a_macro_has_a_contract_and_at_most_three_inputs(path):
    source = path.read_text()
    contracts = " ".join(COMMENT.findall(source))
    macros = re.findall(r"\{% macro (\w+)\((.*?)\)", source)
    assert macros
    for name, inputs in macros:
        assert len([one for one in inputs.split(",") if one.strip()]) <= 3, name
        assert f"{name}:" in contracts, name


def test_no_template_and_no_module_of_the_site_has_a_name_for_it():
    """What the site is called is data; Lanterne is the software, and what the terminal says."""
    terminal = {
        *("management", "migrations", "locale", "styleguide", "__pycache__"),
        *(
            "gunicorn.py",
            "wsgi.py",
            "fixtures.py",
            "extra.py",
            "settings.py",
            "apps.py",
            "admin_site.py",
            "styleguide.py",
        ),
    }
    modules = [
        path for part in ("catalogue", "config", "distributors") for path in (ROOT / part).rglob("*.py")
    ]
    templates = [path for path in (ROOT / "templates").rglob("*.*") if path.stem != "styleguide"]
    read = [path for path in [*modules, *templates] if terminal.isdisjoint(path.parts)]
    assert read
    assert [named(path) for path in read if "lanterne" in path.read_text().lower()] == []


@pytest.mark.parametrize("path", STYLES, ids=named)
def test_a_style_sheet_reads_nothing_from_elsewhere(path):
    assert re.findall(r"url\((?!\"\.\./fonts/)|//", path.read_text()) == []


def test_every_style_sheet_is_imported_once_in_a_layer():
    sheets = "".join((ROOT / "static/css" / name).read_text() for name in ("site.css", "charts.css"))
    imported = re.findall(r'@import "([^"]+)" layer\((\w+)\);', sheets)
    others = {str(path.relative_to(ROOT / "static/css")) for path in PUBLIC} - {
        "site.css",
        "charts.css",
        "admin.css",
        "styleguide.css",
        "booklet.css",
        "embed.css",
        "specimens.css",
    }  # the admin, the style page, booklets, cards for other sites and previews link their own
    assert sorted(name for name, _layer in imported) == sorted(others)
    assert {layer for _name, layer in imported} == {
        "reset",
        "tokens",
        "base",
        "layout",
        "components",
        "utilities",
    }


def test_colours_are_named_in_the_tokens_save_on_paper_and_in_the_admin():
    strays = {named(path) for path in PUBLIC if re.search(r"#[0-9a-f]{3,8}\b", path.read_text())} - {
        f"static/css/{name}.css" for name in ("tokens", "print", "booklet", "admin")
    }
    assert strays == set()


def test_the_sites_style_sheet_stays_light():
    """Style sheets are sent as one (see config/static_files.py), without those that some pages link themselves."""
    site = b"".join(
        path.read_bytes()
        for path in PUBLIC
        if path.stem not in {"admin", "styleguide", "booklet", "embed", "specimens", "map", "charts"}
    )
    assert len(gzip.compress(site)) <= 16 * 1024


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_the_scripts_of_a_page_stay_light(path):
    frame = (ROOT / "templates/base.html").read_text()
    scripts = set(re.findall(r'static\("(js/[^"]+)"\)', frame + path.read_text()))
    assert (
        sum(len(brotli.compress((ROOT / "static" / script).read_bytes())) for script in scripts) <= 6 * 1024
    )
