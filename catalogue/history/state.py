"""The state of an object, read from the tables: {column: value}, {relation: [rows]}, in one query a table."""

import json
from collections import defaultdict

from .parts import columns, many_to_many, relations


def state_of(obj, deleting=False):
    """Return the state of an object as it is saved; None where it is not there any more."""
    rows = _read(type(obj), {"pk": obj.pk}, columns(type(obj)), deleting)
    return next(iter(rows.values()), None)


def states_of(model, pks):
    """Return {pk: state} of objects as they are saved, in as many queries as for one."""
    return _read(model, {"pk__in": [*pks]}, columns(model), deleting=False)


def written(state):
    """Return a state as JSON, the same for the same state."""
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _read(model, wanted, fields, deleting):
    """Return {pk: row} with all that belongs to each."""
    names = [field.attname for field in fields]
    found = model._base_manager.filter(**wanted).order_by("pk").values_list("pk", *names)
    rows = {pk: {"pk": pk, **dict(zip(names, map(plain, values), strict=True))} for pk, *values in found}
    if not rows:
        return rows
    for field in many_to_many(model):
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        pairs = field.remote_field.through._base_manager.filter(**{f"{source}__in": rows})
        _hang(rows, field.name, pairs.order_by(target).values_list(f"{source}_id", f"{target}_id"))
    for name, relation in relations(model, deleting).items():
        child, owner = relation.related_model, relation.field.attname
        found = _read(
            child,
            {f"{owner}__in": [*rows]},
            [*columns(child, relation), relation.field],
            deleting,
        )
        _hang(rows, name, ((row.pop(owner), row) for row in found.values()))
    return rows


def plain(value):
    """Return a value as JSON holds it: what it does not know, days and prices, as text."""
    return value if value is None or isinstance(value, str | int) else str(value)


def _hang(rows, name, pairs):
    hanging = defaultdict(list)
    for owner, one in pairs:
        hanging[owner].append(one)
    for pk, row in rows.items():
        row[name] = hanging[pk]
