"""What two editors have both written, as choices: found in what the second one has sent, and written into it.

A choice is sent under the name of its field with a suffix, and what is known of a row under a name of the row's, so
that they move with it.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue import history

from .shown_values import column_of, is_as_saved, shown_value

CHOICE, GONE = "-_choice", "-_gone"
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Choice:
    """A field by its name in the form, or a row: one that others have deleted, or changed while it was deleted here."""

    name: str
    label: str
    theirs: str
    mine: str
    chosen: str = ""


def choices_of_form(mine, theirs, before, now, title=""):
    """Yield the fields of a form that others have changed and that stand otherwise in what was sent.

    Theirs is chosen already of what the editor has not touched.
    """
    mine.is_valid()
    for name in mine.changed_data:
        kept = getattr(mine, "kept_as", {}).get(name) or [column_of(mine, name)]
        if any(before.get(column) != now.get(column) for column in kept):
            bound = mine[name]
            chosen = mine.data.get(
                f"{bound.html_name}{CHOICE}", THEIRS if is_as_saved(mine, name, before) else ""
            )
            label = f"{title}{bound.label}"
            yield Choice(bound.html_name, label, shown_value(theirs[name]), shown_value(bound), chosen)


def choices_of_rows(mine, theirs, before, now):
    """Yield the same of the rows of an inline."""
    relation = mine.fk.remote_field
    was, is_now = ({row["pk"]: row for row in state.get(relation.name, ())} for state in (before, now))
    words = history.Words(relation.model, before, now)
    saved = {form.instance.pk: form for form in theirs.initial_forms}
    for form in mine.initial_forms:
        pk = form.instance.pk
        if pk not in saved or pk not in is_now or was.get(pk) == is_now[pk]:
            continue
        called = words.called(mine.model, is_now[pk], relation)
        name = f"{form.prefix}-DELETE"
        if mine.data.get(name):
            yield Choice(name, called, _("changed"), _("deleted"), mine.data.get(f"{name}{CHOICE}", ""))
        else:
            title = _("%(row)s: ") % {"row": called}
            yield from choices_of_form(form, saved[pk], was.get(pk, {}), is_now[pk], title)


def gone_rows(sent, formsets, before):
    """Make of sent rows that others have deleted rows that are added, and say so in what was sent."""
    for rows in formsets:
        prefix, key = rows.prefix, rows.model._meta.pk.name
        there = {str(form.instance.pk) for form in rows.initial_forms}
        for number in reversed(range(sent.count(prefix, "INITIAL"))):
            pk = sent.data.get(f"{prefix}-{number}-{key}", "")
            if pk not in there and sent.data.get(f"{prefix}-{number}-DELETE"):
                sent.drop(prefix, number)  # both have deleted it
            elif pk not in there:
                row = _row_of(rows, pk, before)
                sent.data[f"{prefix}-{number}{GONE}"] = _name_of(rows, row, before)
                if row and not _is_touched(rows, row, sent, number):
                    sent.data[f"{prefix}-{number}{GONE}{CHOICE}"] = THEIRS
                sent.make_new(prefix, number, key)


def settle(sent, saved, choices):
    """Write theirs into what was sent, wherever that is chosen."""
    form, formsets = saved
    theirs = [choice.name for choice in choices if choice.chosen == THEIRS]
    gone = [name.removesuffix(GONE).rpartition("-") for name in theirs if name.endswith(GONE)]
    own = {form[name].html_name: form[name] for name in form.fields}
    for name in theirs:
        if name in own:
            sent.fill(name, own[name])
        elif not name.endswith(GONE):
            _settle_row(sent, formsets, name)
    for prefix, _dash, number in sorted(gone, key=lambda row: int(row[2]), reverse=True):
        sent.drop(prefix, int(number))


def _settle_row(sent, formsets, name):
    """Write their value of a field of a row, or the whole row where it was to be deleted."""
    for rows in formsets:
        key = rows.model._meta.pk.name
        saved = {str(form.instance.pk): form for form in rows.initial_forms}
        for number in range(sent.count(rows.prefix, "INITIAL")):
            row = f"{rows.prefix}-{number}"
            form = saved.get(sent.data.get(f"{row}-{key}"))
            if form is None or not name.startswith(f"{row}-"):
                continue
            part = name.removeprefix(f"{row}-")
            for each in form.fields.keys() - {"DELETE", key, rows.fk.name} if part == "DELETE" else {part}:
                sent.fill(f"{row}-{each}", form[each])
            sent.data.pop(f"{row}-DELETE", None)


def _row_of(rows, pk, before):
    """Return a row as it was when the form was opened."""
    kept = before.state.get(rows.fk.remote_field.name, ())
    return next((row for row in kept if str(row["pk"]) == pk), None)


def _name_of(rows, row, before):
    """Return what a deleted row was called."""
    words = history.Words(before.model, before.state)
    return words.called(rows.model, row, rows.fk.remote_field) if row else str(rows.model._meta.verbose_name)


def _is_touched(rows, row, sent, number):
    """Whether a row was sent otherwise than it was when the form was opened."""
    columns = {
        column.attname: row[column.attname] for column in rows.model._meta.fields if column.attname in row
    }
    form = rows.form(sent.data, sent.files, prefix=f"{rows.prefix}-{number}", instance=rows.model(**columns))
    return form.has_changed()
