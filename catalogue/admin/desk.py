"""The editors' first page: blocks of what waits, what is missing and what was done. Apps register theirs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue.models import Film

from . import scope

SHOWN = 8  # rows of a block
FIRST = ("film", "text", "person", "company", "selection")
LAST = ("genre", "theme", "country")


@dataclass(frozen=True)
class Row:
    """A line of a block: what it is about, and what is said of it."""

    text: str
    url: str = ""
    note: str = ""
    who: str = ""
    when: datetime | None = None
    count: int | None = None


def sees_all(request):
    """Whether this account has the whole catalogue, not a part of it."""
    return scope.sees_all(request, Film)


@dataclass(frozen=True)
class Block:
    """A part of the first page. `template` is given `block` and `rows`; `more` returns the address of all of them."""

    name: str
    title: str
    rows: Callable[..., Iterable]
    template: str = "admin/desk/rows.html"
    allowed: Callable[..., bool] = sees_all
    empty: str = _("Nothing for the moment.")
    more: Callable[..., str] = lambda request: ""


@dataclass(frozen=True)
class Shown:
    block: Block
    rows: list
    more: str


_blocks: list[Block] = []


def register(block, before=None):
    """Add a block at the end, or before the one of a name."""
    names = [one.name for one in _blocks]
    _blocks.insert(names.index(before) if before in names else len(names), block)


def blocks(request):
    """Return what the first page shows this editor."""
    return [
        Shown(block, list(block.rows(request)), block.more(request))
        for block in _blocks
        if block.allowed(request)
    ]


def viewable(request, model):
    """Whether this editor sees the list of a model."""
    return admin.site.is_registered(model) and admin.site.get_model_admin(
        model
    ).has_view_or_change_permission(request)


def address(obj):
    """The address of an object's form."""
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])


def list_address(model, query=""):
    listing = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{listing}?{query}" if query else listing


def arranged(apps):
    """Return [(heading, models)] of the admin's lists: films and what is told of them first, vocabularies last."""
    models = {model["object_name"].lower(): model for app in apps for model in app["models"]}
    catalogue = {model["object_name"].lower() for app in apps for model in app["models"] if _is_ours(app)}
    groups = [
        (_("Catalogue"), [models[name] for name in FIRST if name in catalogue]),
        *((app["name"], app["models"]) for app in apps if app["app_label"] == "distributors"),
        (
            _("The site"),
            [models[name] for name in sorted(catalogue - {*FIRST, *LAST}, key=list(models).index)],
        ),
        (_("Vocabularies"), [models[name] for name in LAST if name in catalogue]),
        *(
            (_("Accounts"), app["models"])
            for app in apps
            if app["app_label"] not in ("catalogue", "distributors")
        ),
    ]
    return [(heading, rows) for heading, rows in groups if rows]


def _is_ours(app):
    return app["app_label"] == "catalogue"
