"""What README and docs/ say is there: files, headings, commands, variables, packages, versions."""

import re
import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT = Path(settings.BASE_DIR)
PAPERS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
COMMAND = re.compile(r"(?:run|manage)\.py (\w+)")
OF_RUN = {"test", "screenshots"}  # those that run.py has itself
VARIABLE = re.compile(r"""env\.\w+\(\s*["']([A-Z_]+)["']|database\(["']([A-Z_]+)["']""")


def of(path):
    return path.relative_to(ROOT).as_posix()


def headings(path):
    """The anchors of a paper, as GitHub makes them."""
    lines = re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("paper", PAPERS, ids=of)
def test_links_lead_somewhere(paper):
    lost = []
    for address, heading in LINK.findall(paper.read_text()):
        target = paper.parent / address if address else paper
        if not target.exists() or (heading and heading not in headings(target)):
            lost.append(f"{address}#{heading}")
    assert lost == []


@pytest.mark.parametrize("paper", PAPERS, ids=of)
def test_commands_exist(paper):
    assert set(COMMAND.findall(paper.read_text())) - OF_RUN - get_commands().keys() - {"COMMAND"} == set()


def test_readme_leads_to_every_document():
    text = (ROOT / "README.md").read_text()
    assert [of(paper) for paper in PAPERS[1:] if f"({of(paper)})" not in text] == []


def test_readme_shows_the_pictures_that_are_made_for_it():
    from tests.quality import screenshots

    shown = re.findall(r"static/img/readme/([\w-]+)\.webp", (ROOT / "README.md").read_text())
    assert sorted(shown) == sorted([*screenshots.README_PAGES, screenshots.FORM_IN_README])
    assert sorted(shown) == sorted(path.stem for path in screenshots.README.iterdir())


def test_readme_can_be_read_at_one_go():
    assert len((ROOT / "README.md").read_text().splitlines()) <= 120


def test_every_variable_is_explained():
    files = [*(ROOT / "config").glob("*.py"), *(ROOT / "catalogue/management/commands").glob("*.py")]
    found = {name for path in files for pair in VARIABLE.findall(path.read_text()) for name in pair if name}
    table = [
        line.split("|")[1] for line in (ROOT / "docs/operate.md").read_text().splitlines() if "| `" in line
    ]
    assert set(re.findall(r"`([A-Z_]+)`", "".join(table))) == found


def test_every_package_of_the_catalogue_is_explained():
    text = (ROOT / "docs/develop.md").read_text()
    packages = [path.parent.name for path in (ROOT / "catalogue").glob("*/__init__.py")]
    assert [name for name in packages if f" {name}/" not in text and name != "migrations"] == []


def test_the_version_is_that_of_the_changelog():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    [first, *_] = re.findall(
        r"^## (\S+) – \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE
    )
    assert first == version
    assert f"Version {version}." in (ROOT / "README.md").read_text()
