"""The demonstration catalogue: how its source pages become fixtures, the same to the byte each time."""

import csv
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings

from catalogue.folding import fold
from catalogue.models.derived import derived_fields
from catalogue.slugs import slug_of

FOLDER = Path(settings.BASE_DIR, "fixtures")
SOURCES = FOLDER / "sources"
PROGRAMME = (
    FOLDER / "programme"
)  # pages in the same layouts: a hundred films to browse, and who distributes them

# What editors keep, one file a subject. The rest is made by migrations (countries), by publishing, or by visitors.
FILES = {
    "people": ["person", "personcountry", "personlink", "outsidework"],
    "companies": ["company", "formername"],
    "films": [
        *[
            "genre",
            "theme",
            "film",
            "filmcountry",
            "formoffilm",
            "originallanguage",
            "othertitle",
            "identifier",
            "still",
        ],
        *["credit", "companycredit", "version", "languageuse"],
    ],
    "texts": ["text"],
    "selections": ["selection", "selectedfilm"],
    "pages": ["ownpage"],
    "highlights": ["highlight"],
    "identity": ["identity"],
    "imports": ["importedfact"],
}
# What is recorded by hand: tables of the programme, each with its model and the column that tells the rows apart.
RECORDED = [
    ("directors.csv", "catalogue.person", "name"),
    ("people.csv", "catalogue.person", "name"),
    ("titles.csv", "catalogue.film", "title"),
    ("posters.csv", "catalogue.film", "title"),
]
SELECTIONS = "selections.json"  # that a curator would make
ARRIVALS = (
    "arrivals.csv"  # how many days before the demonstration was loaded a film or a selection was published
)
HIGHLIGHTS = "highlights.toml"  # what the front page opens on
IDENTITY = "identity.json"  # what the demonstration is called
DAY = "2026-01-01T00:00:00Z"  # of everything: the clock must not show in the fixtures
DAYS = ("first_day", "last_day", "published_at")
FIRST_DAY = datetime.fromisoformat(DAY)


def fixture_files():
    """Return the fixtures that are there, in the order in which they were written."""
    return [FOLDER / f"{name}.json" for name in _models() if (FOLDER / f"{name}.json").exists()]


def days_moved_to(today):
    """Move what begins, ends or was published on a day by as much as today is after `DAY`, from which tables count."""
    distance = today - FIRST_DAY.date()
    for model in (model for app in _apps() for model in apps.get_app_config(app).get_models()):
        days = [field.name for field in model._meta.concrete_fields if field.name in DAYS]
        for row in model.objects.exclude(**dict.fromkeys(days)) if days else ():
            moved = {name: day + distance for name in days if (day := getattr(row, name))}
            model.objects.filter(pk=row.pk).update(**moved)


def built():
    """Return {file name: text} made anew from the source pages. Raises CalledProcessError with what went wrong."""
    with tempfile.TemporaryDirectory(prefix="lanterne-fixtures-") as folder:
        rows = _with_recorded_facts(_rows(Path(folder)))
    rows += _recorded_selections(rows)
    rows += _recorded_highlights(rows)
    _with_times(rows)
    rows.append(_recorded_identity())
    return {
        f"{name}.json": _text([row for row in rows if row["model"] in models])
        for name, models in _models().items()
    }


def _models():
    """Return {file: labels of its models}: the catalogue's, then one file for every other app of ours."""
    files = {name: [f"catalogue.{model}" for model in models] for name, models in FILES.items()}
    for app in _apps()[1:]:
        files[app] = [model._meta.label_lower for model in apps.get_app_config(app).get_models()]
    return files


def _apps():
    """Return the labels of our apps that have tables, the catalogue first."""
    ours = [app for app in apps.get_app_configs() if Path(app.path).parent == Path(settings.BASE_DIR)]
    return sorted(
        (app.label for app in ours if list(app.get_models())), key=lambda label: label != "catalogue"
    )


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
        # What is published at the end need not be published page by page.
        [
            "import_pages",
            "--draft",
            *(os.path.relpath(pages, settings.BASE_DIR) for pages in (SOURCES, PROGRAMME)),
        ],
        *(["shell", "-c", f"from {app}.programme import complete; complete()"] for app in _apps()),
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


def _with_recorded_facts(rows):
    """Add what no page says and an editor would: genders and years, sort names, languages of titles, posters."""
    for name, model, key in RECORDED:
        with open(PROGRAMME / name, newline="") as file:
            facts = {line[key]: _values(model, line) for line in csv.DictReader(file)}
        for row in rows:
            if row["model"] == model:
                row["fields"] |= facts.get(row["fields"][key], {})
    for row in rows:  # loaddata makes no derived columns
        fields = row["fields"]
        for derived in derived_fields(apps.get_model(row["model"]), editable=False):
            fields[derived.name] = derived.by(fields[derived.source])
    return rows


def _recorded_selections(rows):
    """Return the rows of selections that a curator would make, with their films."""
    films = {row["fields"]["title"]: row["pk"] for row in rows if row["model"] == "catalogue.film"}
    last, last_film = (
        max(row["pk"] for row in rows if row["model"] == f"catalogue.{name}")
        for name in ("selection", "selectedfilm")
    )
    state = {"first_day": None, "last_day": None, "has_changes": False}
    state |= dict.fromkeys(("created_at", "modified_at", "published_at"), DAY)
    found = []
    for pk, told in enumerate(json.loads((PROGRAMME / SELECTIONS).read_text()), start=last + 1):
        held = told.pop("films")
        slug = slug_of(told["title_fr"], "selection")
        found.append({"model": "catalogue.selection", "pk": pk, "fields": told | state | {"slug": slug}})
        for position, row in enumerate(held):
            last_film += 1
            fields = row | {"selection": pk, "position": position, "film": films[row["title"]]}
            fields.pop("title")
            found.append({"model": "catalogue.selectedfilm", "pk": last_film, "fields": fields})
    return found


def _recorded_highlights(rows):
    """Return the rows of highlights that an editor would make; their days are counted from the day of loading."""
    keys = {"film": "title", "selection": "title_fr"}
    named = {
        (kind, fold(row["fields"][key])): row["pk"]
        for kind, key in keys.items()
        for row in rows
        if row["model"] == f"catalogue.{kind}"
    }
    found = []
    for pk, told in enumerate(tomllib.loads((PROGRAMME / HIGHLIGHTS).read_text())["highlights"], start=1):
        fields = {kind: named[kind, fold(told[kind])] if kind in told else None for kind in keys}
        for column, name in (("first_day", "from"), ("last_day", "to")):
            fields[column] = (
                (FIRST_DAY + timedelta(days=told[name])).date().isoformat() if name in told else None
            )
        fields |= {name: told[name] for name in ("sentence_fr", "sentence_en", "signed_by")}
        found.append({"model": "catalogue.highlight", "pk": pk, "fields": fields | {"position": 0}})
    return found


def _with_times(rows):
    """Say when each row was published: a text with its film, what no table tells when the catalogue began."""
    with open(PROGRAMME / ARRIVALS, newline="") as file:
        arrivals = {fold(line["title"]): int(line["days"]) for line in csv.DictReader(file)}
    titles = {row["pk"]: row["fields"]["title"] for row in rows if row["model"] == "catalogue.film"}
    began = max(arrivals.values())
    for row in rows:
        fields = row["fields"]
        fields |= {name: DAY for name in ("created_at", "modified_at") if fields.get(name)}
        if fields.get("published_at"):
            title = fields.get("title") or fields.get("title_fr") or titles.get(fields.get("film"), "")
            day = FIRST_DAY - timedelta(days=arrivals.get(fold(title), began))
            fields["published_at"] = day.isoformat().replace("+00:00", "Z")


def _recorded_identity():
    return {"model": "catalogue.identity", "pk": 1, "fields": json.loads((PROGRAMME / IDENTITY).read_text())}


def _values(model, line):
    """A line of a table, each column as its field keeps it. An empty cell says nothing."""
    fields = apps.get_model(model)._meta
    return {name: fields.get_field(name).to_python(value) for name, value in line.items() if value}


def _text(rows):
    rows = sorted(rows, key=lambda row: (row["model"], row["pk"]))
    return json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
