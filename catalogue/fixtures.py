"""The demonstration catalogue: how its source pages become fixtures, the same to the byte each time."""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.apps import apps
from django.conf import settings

FOLDER = Path(settings.BASE_DIR, "fixtures")
SOURCES = FOLDER / "sources"
PROGRAMME = (
    FOLDER / "programme"
)  # pages in the same layouts: a hundred films to browse, and who distributes them

# What editors keep, one file a subject. The rest is made by migrations (countries), by publishing, or by visitors.
FILES = {
    "people": ["person", "personlink", "outsidework"],
    "companies": ["company", "formername"],
    "films": [
        *["genre", "theme", "film", "filmcountry", "originallanguage", "othertitle", "identifier", "still"],
        *["credit", "companycredit", "version", "languageuse"],
    ],
    "texts": ["text"],
    "selections": ["selection", "selectedfilm"],
    "imports": ["importedfact"],
}
DAY = "2026-01-01T00:00:00Z"  # of everything: the clock must not show in the fixtures
TIMES = ("created_at", "modified_at", "published_at")


def fixture_files():
    """Return the fixtures that are there, in the order in which they were written."""
    return [FOLDER / f"{name}.json" for name in _models() if (FOLDER / f"{name}.json").exists()]


def built():
    """Return {file name: text} made anew from the source pages. Raises CalledProcessError with what went wrong."""
    with tempfile.TemporaryDirectory(prefix="lanterne-fixtures-") as folder:
        rows = _with_choices(_rows(Path(folder)))
    return {
        f"{name}.json": _text([row for row in rows if row["model"] in models])
        for name, models in _models().items()
    }


def _models():
    """Return {file: labels of its models}: the catalogue's, then one file for every other app of ours."""
    files = {name: [f"catalogue.{model}" for model in models] for name, models in FILES.items()}
    for app in apps.get_app_configs():
        models = [model._meta.label_lower for model in app.get_models()]
        is_ours = Path(app.path).parent == Path(settings.BASE_DIR) and app.label != "catalogue"
        if is_ours and models:
            files[app.label] = models
    return files


def _rows(folder):
    """Import the source pages into a database of their own, with commands of their own, and return all its rows."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "yes",
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'fixtures.sqlite3'}",
    }
    dump = folder / "dump.json"
    labels = [label for models in _models().values() for label in models]
    for command in (
        ["migrate", "--verbosity=0"],
        ["import_pages", *(os.path.relpath(pages, settings.BASE_DIR) for pages in (SOURCES, PROGRAMME))],
        ["dumpdata", *labels, f"--output={dump}", "--verbosity=0"],
    ):
        subprocess.run(  # noqa: S603 - our own interpreter and commands
            [sys.executable, "manage.py", *command],
            cwd=settings.BASE_DIR,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
    return json.loads(dump.read_text())


def _with_choices(rows):
    """Add what no page says and an editor would: the directors' genders, which posters are sober."""
    genders = {line["name"]: line["gender"] for line in _lines("directors.csv")}
    posters = {(line["title"], line["year"]): line for line in _lines("posters.csv")}
    for row in rows:
        fields = row["fields"]
        if row["model"] == "catalogue.person" and fields["name"] in genders:
            fields["gender"] = genders[fields["name"]]
        if row["model"] == "catalogue.film" and (fields["title"], str(fields["year"])) in posters:
            line = posters[fields["title"], str(fields["year"])]
            fields |= {"poster_style": line["style"], "poster_variant": int(line["variant"])}
    return rows


def _lines(name):
    with open(PROGRAMME / name, newline="") as file:
        return list(csv.DictReader(file))


def _text(rows):
    for row in rows:
        fields = row["fields"]
        fields |= {name: DAY for name in TIMES if fields.get(name)}
    rows = sorted(rows, key=lambda row: (row["model"], row["pk"]))
    return json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
