"""What the demonstration has brought to a site, what of it is in use since, and how the rest leaves.

Every page of the demonstration says that it was created on `fixtures.DAY`; one that was saved since bears another day
of modification. Rows that have no such days (themes…) are the demonstration's as long as they are as it brought them.
What belongs to a row (credits, offers…) goes with it.
"""

from collections import defaultdict
from datetime import datetime
from functools import cache
from graphlib import TopologicalSorter

from django.apps import apps
from django.core import serializers
from django.db import models, transaction

from catalogue.fixtures import DAY, fixture_files
from catalogue.models import CatalogueState, FormerSlug, Genre, ImportedFact, Snapshot
from catalogue.models.publishable import Publishable
from catalogue.publication import background
from catalogue.publication.publish import publication, unpublish

CREATED = datetime.fromisoformat(DAY)
STEP = 25  # rows that leave in one transaction
STAY = (Genre, ImportedFact)  # a vocabulary that every catalogue needs; what goes with the rows it tells of


def changed():
    """Return {model: ids} of the pages that were saved since they were loaded."""
    return _by_model((model, _pages_of(model).exclude(modified_at=CREATED)) for model in _pages())


def removable(with_changed=False):
    """Return ({model: ids} of what can go, {model: ids} of what something that stays needs).

    Whatever an editor has added or changed stays, and all that it refers to; `with_changed` lets what was changed go.
    """
    going = _by_model((model, _pages_of(model)) for model in _pages())
    if not with_changed:
        for model, ids in changed().items():
            going[model] -= ids
    for model, rows in _loaded().items():
        if model not in STAY and not issubclass(model, Publishable) and not _owner(model)[1]:
            going[model] = unchanged(model, rows)
    needed = defaultdict(set)
    while found := list(_in_use(going)):
        for model, pk in found:
            going[model].discard(pk)
            needed[model].add(pk)
    return {model: ids for model, ids in going.items() if ids}, dict(needed)


def remove(going, progress=lambda done: None):
    """Take these rows off the site and delete them, some at a time: what was stopped can be begun again."""
    for model in sorted(going, key=_order().index):
        ids = sorted(going[model])
        for start in range(0, len(ids), STEP):
            _remove(model, ids[start : start + STEP])
            progress(len(ids[start : start + STEP]))
    _forget_imports()
    if CatalogueState.objects.filter(demonstration=True).exists():
        say_whether(False)
    background.work_off()


def say_whether(is_one):
    """Let every page say, or no longer say, that the catalogue is a demonstration."""
    with publication() as writing:
        CatalogueState.objects.update(demonstration=is_one)
        writing.changes_frame = True


def holds_other_rows():
    """Return whether loading would meet rows that are not as the demonstration has them."""
    return any(
        model._default_manager.exclude(pk__in=unchanged(model, rows)).exists()
        for model, rows in _loaded().items()
    )


def unchanged(model, rows):
    """Return the ids of the rows of a model that are as loaded, days aside: loading moves them."""
    names = [
        field.attname for field in model._meta.concrete_fields if not isinstance(field, models.DateField)
    ]
    there = model._default_manager.in_bulk(list(rows))
    return {pk for pk, row in there.items() if all(getattr(row, n) == getattr(rows[pk], n) for n in names)}


def _remove(model, ids):
    with transaction.atomic():
        rows = model._default_manager.filter(pk__in=ids)
        if issubclass(model, Publishable):
            unpublish(*rows)
            FormerSlug.objects.filter(kind=model.kind, object_id__in=ids).delete()
            Snapshot.objects.filter(kind=model._meta.model_name, object_id__in=ids).delete()
        rows.delete()


def _forget_imports():
    """Delete what is known of the import of rows that are gone: their pages can be imported anew."""
    sources = {fact.source for fact in _loaded().get(ImportedFact, {}).values()}
    facts = ImportedFact.objects.filter(source__in=sources)
    for kind in set(facts.values_list("kind", flat=True)):
        [model] = [model for model in apps.get_models() if model._meta.model_name == kind]
        facts.filter(kind=kind).exclude(object_id__in=model._default_manager.values("pk")).delete()


def _pages():
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


def _pages_of(model):
    return model.objects.filter(created_at=CREATED)


def _by_model(rows):
    return defaultdict(set, {model: {*found.values_list("pk", flat=True)} for model, found in rows})


def _loaded():
    """Return {model: {id: row}} of what the fixtures hold."""
    found = defaultdict(dict)
    for path in fixture_files():
        for row in serializers.deserialize("json", path.read_text()):
            found[type(row.object)][row.object.pk] = row.object
    return found


@cache
def _owner(model):
    """Return (the model that rows of this one belong to, the lookup that leads there).

    A row belongs to what its first foreign key names that it cannot be without. One that has none belongs to nothing:
    the model itself and "".
    """
    for field in () if issubclass(model, Publishable) else model._meta.concrete_fields:
        if field.is_relation and field.remote_field.on_delete is models.CASCADE and not field.null:
            owner, path = _owner(field.related_model)
            return owner, f"{field.name}__{path}" if path else field.name
    return model, ""


@cache
def _references():
    """Return [(model, what its rows belong to, the lookup that leads there, what they refer to, the lookup)]."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        owner, own = _owner(model)
        for field in model._meta.concrete_fields:
            if field.is_relation:
                target, path = _owner(field.related_model)
                path = f"{field.name}__{path}" if path else field.name
                if path != own:
                    found.append((model, owner, own or "pk", target, path))
    return found


def _in_use(going):
    """Yield (model, id) of what would go and is referred to by something that stays."""
    for model, owner, own, target, path in _references():
        if ids := going.get(target):
            rows = model._default_manager.filter(**{f"{path}__in": ids}).order_by()
            for by, pk in rows.values_list(own, path).distinct():
                if by not in going.get(owner, ()):
                    yield target, pk


def _order():
    """Return all models in an order in which nothing leaves before what refers to it."""
    graph = {model: set() for model in apps.get_models(include_auto_created=True)}
    for _model, owner, _own, target, _path in _references():
        if owner is not target:
            graph[target].add(owner)
    return [*TopologicalSorter(graph).static_order()]
