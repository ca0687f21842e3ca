"""The rules of the house that a program can check. Each test lists what breaks its rule."""

import ast
import os
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TOP_LEVEL = {
    *[
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "run.py",
        "manage.py",
        "pyproject.toml",
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-pdf.txt",
    ],
    *[
        "config",
        "catalogue",
        "distributors",
        "templates",
        "static",
        "fixtures",
        "tests",
        "benchmarks",
        "docs",
    ],
    *["package.json", "package-lock.json", ".npmrc", ".stylelintrc.yaml"],
    *[".ci", ".git", ".gitignore", ".gitattributes"],
}
IGNORED = {line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split()}
LONGEST = 300  # lines
# The floors of the catalogue from the ground up. A module imports from its own package and from the floors below.
FLOORS = (
    ("folding", "dates", "typography", "addresses", "contrast"),
    ("reference", "slugs", "elision", "markdown", "typesetting", "pictures", "accents"),
    ("models",),
    ("history", "publishing_checks", "unfinished"),
    ("publication", "posters"),
    ("lists", "readership", "answers", "gone"),
    ("booklets",),
    (
        "charts",
        "exports",
        "fixtures",
        "share_cards",
        "metadata",
        "own_pages",
        "importing",
        "housekeeping",
        "pages",
        "programme",
    ),
    ("details", "demonstration"),
    ("admin", "management", "styleguide", "apps"),
    ("views",),
    ("urls",),
)
JUNK_DRAWERS = {"services", "selectors", "utils", "util", "helpers", "common", "misc", "tools", "lib"}
WITHOUT_DJANGO = [
    "catalogue/importing/parsing",
    "catalogue/importing/read.py",
    "catalogue/importing/records.py",
]
SCRIPT_OR_STYLE = re.compile(
    r"""<style|<script(?![^>]*\ssrc=)(?![^>]*type="application/ld\+json")|\sstyle=|\son[a-z]+=["']|javascript:""",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"""https?://([\w.-]+)""")
# Names of vocabularies, which nobody fetches, and the sites that a visitor may share a film on.
KNOWN_HOSTS = {
    *["www.w3.org", "schema.org"],
    *["mastodonshare.com", "www.facebook.com", "bsky.app", "www.linkedin.com", "x.com", "twitter.com"],
}


def files(*suffixes, under="."):
    """The project's own files with these suffixes; nothing that .gitignore names, nothing generated."""
    found = []
    for folder, folders, names in os.walk(ROOT / under):
        folders[:] = sorted({*folders} - IGNORED - {".git", "migrations"})
        found += [Path(folder, name) for name in sorted(names) if name.endswith(suffixes)]
    return found


def shown(path):
    return path.relative_to(ROOT).as_posix()


def module_of(path):
    """ "catalogue/lists/films.py" → "catalogue.lists.films"; a package for its __init__.py."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path):
    """The full names of what a Python file imports, wherever in the file it does; "package.name" for a name."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def graph(*folders):
    """{module: the modules of these folders that it imports}."""
    modules = {module_of(path): path for folder in folders for path in files(".py", under=folder)}
    found = {}
    for module, path in modules.items():
        names = {name if name in modules else name.rpartition(".")[0] for name in imports(path)}
        found[module] = names & modules.keys() - {module}
    return found


def importing(paths, package):
    """Which of these files import a package or something in it."""
    return [shown(path) for path in paths if package in {name.partition(".")[0] for name in imports(path)}]


def matches(paths, pattern):
    """ "file:line: text" for every line that matches."""
    lines = ((path, number, line) for path in paths for number, line in enumerate(path.open(), start=1))
    return [f"{shown(path)}:{number}: {line.strip()}" for path, number, line in lines if pattern.search(line)]


def test_the_top_level_holds_what_the_house_holds():
    found = {path.name for path in ROOT.iterdir()}
    assert sorted(found - TOP_LEVEL - IGNORED) == []


def test_no_file_is_long():
    lengths = {
        shown(path): len(path.read_text().splitlines()) for path in files(".py", ".html", ".css", ".js")
    }
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_module_is_a_junk_drawer():
    parts = [(path, {*path.relative_to(ROOT).with_suffix("").parts}) for path in files(".py")]
    assert [shown(path) for path, names in parts if names & JUNK_DRAWERS] == []


def test_the_catalogue_does_not_know_the_distributors():
    assert importing(files(".py", under="catalogue"), "distributors") == []


def test_nothing_points_to_a_floor_above():
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    packages = {module: ([*module.split("."), ""])[1] for module in graph("catalogue")}
    assert {*packages.values()} - {""} == {*floor}
    assert [
        f"{module} -> {other}"
        for module, others in graph("catalogue").items()
        for other in sorted(others)
        if packages[module] != packages[other] and floor[packages[module]] <= floor[packages[other]]
    ] == []


def test_no_module_imports_itself_by_way_of_others():
    """graphlib finds a circle, and names it."""
    TopologicalSorter(graph("catalogue", "distributors", "config")).prepare()


@pytest.mark.parametrize("place", WITHOUT_DJANGO)
def test_reading_and_parsing_know_no_django(place):
    path = ROOT / place
    paths = files(".py", under=place) if path.is_dir() else [path]
    assert paths
    assert importing(paths, "django") == []
    assert [
        shown(path) for path in paths if any(name.startswith("catalogue.models") for name in imports(path))
    ] == []


def test_views_are_functions():
    """A class without a base, such as a record for a template, is no view."""
    folders = [path for path in files(".py") if "views" in {path.stem, path.parent.name}]
    modules = [path for path in folders if not shown(path).startswith(("tests/", "catalogue/models/"))]
    assert modules
    nodes = [(path, node) for path in modules for node in ast.walk(ast.parse(path.read_text()))]
    assert [f"{shown(path)}: {node.name}" for path, node in nodes if getattr(node, "bases", [])] == []


def test_templates_hold_no_script_and_no_style():
    assert matches(files(".html", under="templates"), SCRIPT_OR_STYLE) == []


def test_pages_load_nothing_from_elsewhere():
    paths = files(".html", under="templates") + files(".css", ".js", ".svg", under="static")
    hosts = {(shown(path), host) for path in paths for host in ADDRESS.findall(path.read_text())}
    assert {(path, host) for path, host in hosts if host not in KNOWN_HOSTS} == set()


def test_no_star_imports():
    paths = [path for path in files(".py") if path.name != "settings.py"]  # Django's own way with settings
    assert matches(paths, re.compile(r"^\s*from .* import \*")) == []
