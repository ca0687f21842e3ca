"""What differs between two states, in words of the form."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .parts import many_to_many, relations
from .state import plain
from .words import Words, shown

EDITED_BESIDE = {"position"}  # told as the order of all rows, not as a number of each


@dataclass(frozen=True)
class Change:
    """One difference. `name` is the field or relation of the object that holds it, which `restore` takes."""

    name: str
    label: str
    before: str
    after: str


def differences(model, before, after, words=None):
    """Return the changes from one state of an object to another, in the order of its columns.

    A state is None where the object was not there. `words` may be those of many states, looked up at once.
    """
    before, after = before or {}, after or {}
    words = words or Words(model, before, after)
    found = [
        Change(field.attname, words.label(model, field.name), was, now)
        for field, was, now in _fields(words, model, before, after)
    ]
    for name, relation in relations(model, deleting=True).items():
        if _is_known(name, before, after):
            rows = _rows(words, relation, before.get(name, []), after.get(name, []))
            found += [Change(name, label, was, now) for label, was, now in rows]
    return found


def _is_known(name, before, after):
    """Whether both states tell of it: one may be of a time when there was no such column."""
    return not (before and after) or (name in before and name in after)


def _fields(words, model, before, after, relation=None):
    """Yield (field, its value before, after) where they differ."""
    for field in shown(model, relation):
        was, now = (_value(state, field) for state in (before, after))
        if was != now and _is_known(field.attname, before, after):
            yield field, words.value(field, was, before), words.value(field, now, after)
    for field in many_to_many(model):
        was, now = before.get(field.name, []), after.get(field.name, [])
        if was != now:
            yield field, words.values(field, was), words.values(field, now)


def _value(state, field):
    """Return the value of a column; where the object was not there, the one that it begins with, which tells nothing.

    A choice always tells something, as in `Words.row`.
    """
    return state.get(field.attname) if state or field.flatchoices else plain(field.get_default())


def _rows(words, relation, before, after):
    """Yield (label, before, after) of the rows of a relation: taken away, changed, added, put in another order."""
    model = relation.related_model
    was, now = ({row["pk"]: row for row in rows} for rows in (before, after))
    name = capfirst(str(model._meta.verbose_name))
    for pk in was | now:
        if pk not in now:
            yield name, words.row(model, was[pk], relation), ""
        elif pk not in was:
            yield name, "", words.row(model, now[pk], relation)
        elif was[pk] != now[pk]:
            yield from _row(words, model, relation, was[pk], now[pk])
    both = was.keys() & now.keys()
    if _order(was, both) != _order(now, both):
        label = _("%(rows)s: order") % {"rows": words.label(relation.model, relation.name)}
        told = (
            "; ".join(words.row(model, rows[pk], relation) for pk in _order(rows, rows))
            for rows in (was, now)
        )
        yield label, *told


def _row(words, model, relation, was, now):
    name = words.called(model, was, relation)
    for field, before, after in _fields(words, model, was, now, relation):
        if field.name not in EDITED_BESIDE:
            yield _label(name, words.label(model, field.name)), before, after
    for inner_name, inner in relations(model).items():
        for label, before, after in _rows(words, inner, was.get(inner_name, []), now.get(inner_name, [])):
            yield _label(name, label), before, after


def _label(name, inner):
    return _("%(name)s: %(part)s") % {"name": name, "part": inner[:1].lower() + inner[1:]}


def _order(rows, pks):
    """Return these keys in the order of their rows."""
    return sorted(pks, key=lambda pk: (rows[pk].get("position") or 0, pk))
