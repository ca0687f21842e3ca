"""From a snapshot back to the tables: a field, a relation, or all. Rows that are gone come back under their keys."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalogue.models import Snapshot
from catalogue.models.derived import derived_fields
from catalogue.models.publishable import Publishable

from .parts import columns, many_to_many, naming, relations
from .state import state_of
from .taking import begin, take
from .words import Words


def restore(snapshot, names=None, user=None):
    """Restore these fields and relations of an object, or all of them; return what was left out, sentences.

    Left out is what refers to something that was deleted meanwhile, and what another object has taken. The object is
    a draft, or has unpublished changes, afterwards. Raises ValidationError, and changes nothing, where what is
    restored contradicts what is there.
    """
    try:
        with transaction.atomic():
            restoring = _Restoring(snapshot, names)
            take(restoring.run(), user, Snapshot.Origin.RESTORE)
    except IntegrityError as error:
        raise ValidationError(
            _("it contradicts what is here now (%(error)s)."), params={"error": error}
        ) from error
    return restoring.left_out


class _Restoring:
    def __init__(self, snapshot, names):
        self.model, self.pk, state = snapshot.model, snapshot.object_id, snapshot.state
        self.asked = {name: value for name, value in state.items() if names is None or name in names}
        self.words = Words(self.model, state)
        self.left_out = []
        self.added_since = []  # rows that are deleted when all others are written: something may name them still

    def run(self):
        saved = self.model._base_manager.filter(pk=self.pk).first()
        now = {}
        if saved:
            begin(saved)
            now = state_of(saved)
        obj = self._object(saved)
        self._save_many_to_many(obj, self.asked)
        for name, relation in relations(self.model, deleting=not saved).items():
            if name in self.asked:
                self._rows(relation, obj, self.asked[name], now.get(name, []))
        for relation, row in self.added_since:
            self._delete_unless_named(relation, row)
        return obj

    def _object(self, saved):
        """Write the object's own columns."""
        obj = self.model._base_manager.get(pk=self.pk) if saved else self.model(pk=self.pk)
        self._fill(obj, self.asked)
        if obj.is_slug_taken(obj.slug):
            self.left_out.append(_("the address “%(slug)s” is another page’s now.") % {"slug": obj.slug})
            obj.slug = saved.slug if saved else ""
        if not saved or obj.slug != saved.slug:
            obj._settle_slug(saved)
        obj.validate_unique()
        obj.validate_constraints()
        self._save(obj, is_new=not saved)
        return obj

    def _rows(self, relation, owner, rows, now):
        """Make the rows of a relation be these."""
        model, now = relation.related_model, {row["pk"]: row for row in now}
        wanted = {row["pk"]: row for row in rows}
        changed = {pk: row for pk, row in wanted.items() if now.get(pk) != row}
        moved = model._base_manager.filter(pk__in=changed.keys() - now.keys())
        for pk in moved.values_list("pk", flat=True):
            self._leave(_("%(row)s belongs to another page now."), relation, changed.pop(pk))
        for row in (row for pk, row in now.items() if pk not in wanted):
            self._take_away(relation, row)
        objects = [
            obj
            for pk, row in changed.items()
            if (obj := self._row(relation, owner, row, is_new=pk not in now))
        ]
        if swaps := _may_swap(model):
            model._base_manager.filter(pk__in=[obj.pk for obj in objects]).delete()
        for obj in objects:
            self._save(obj, is_new=swaps or obj.pk not in now)
            self._save_many_to_many(obj, changed[obj.pk])
            for name, inner in relations(model, deleting=True).items():
                if name in changed[obj.pk]:
                    self._rows(inner, obj, changed[obj.pk][name], now.get(obj.pk, {}).get(name, []))

    def _row(self, relation, owner, row, is_new):
        """Return a row as it is to be written; None where what it must refer to is not there."""
        model = relation.related_model
        obj = model(pk=row["pk"]) if is_new else model._base_manager.get(pk=row["pk"])
        setattr(obj, relation.field.attname, owner.pk)
        if isinstance(obj, Publishable) and not is_new:
            begin(obj)
        if not self._fill(obj, row, relation):
            return None
        if isinstance(obj, Publishable) and obj.is_slug_taken(obj.slug):
            obj.slug = ""
            obj._settle_slug(None)
        return obj

    def _fill(self, obj, row, relation=None):
        """Set the columns of a row; return whether all that it must refer to is there."""
        for field in columns(type(obj), relation):
            if field.attname not in row:
                continue
            value = field.to_python(row[field.attname])
            if field.remote_field and value is not None and not _is_there(field.related_model, value):
                self._tell_missing(field, value)
                if not field.null:
                    return False
                value = None
            setattr(obj, field.attname, value)
        return True

    def _save(self, obj, is_new):
        """Write a row as it is: nothing is made anew but what editors never see."""
        for field in derived_fields(type(obj), editable=False):
            setattr(obj, field.attname, field.made_for(obj))
        if isinstance(obj, Publishable):
            obj.has_changes, obj.modified_at = True, timezone.now()
        obj.save_base(raw=True, force_insert=is_new)

    def _save_many_to_many(self, obj, row):
        for field in (field for field in many_to_many(type(obj)) if field.name in row):
            missing = [pk for pk in row[field.name] if not _is_there(field.related_model, pk)]
            for pk in missing:
                self._tell_missing(field, pk)
            getattr(obj, field.name).set([pk for pk in row[field.name] if pk not in missing])

    def _take_away(self, relation, row):
        """Delete a row that was added since; not a page of its own, which is deleted on its own page."""
        model = relation.related_model
        if issubclass(model, Publishable):
            self._leave(_("%(row)s was added since, and stays."), relation, row)
        elif naming(model):
            self.added_since.append((relation, row))
        else:
            model._base_manager.filter(pk=row["pk"]).delete()

    def _delete_unless_named(self, relation, row):
        model = relation.related_model
        by = [(other.related_model, other.field.name) for other in naming(model)]
        if any(other._base_manager.filter(**{name: row["pk"]}).exists() for other, name in by):
            self._leave(_("%(row)s was added since and is named elsewhere: it stays."), relation, row)
        else:
            model._base_manager.filter(pk=row["pk"]).delete()

    def _leave(self, sentence, relation, row):
        words = Words(self.model, {relation.name: [row]})
        self.left_out.append(sentence % {"row": words.called(relation.related_model, row, relation)})

    def _tell_missing(self, field, pk):
        told = {"field": capfirst(str(field.verbose_name)), "name": self.words.name(field.related_model, pk)}
        self.left_out.append(_("%(field)s: %(name)s.") % told)


def _is_there(model, pk):
    return model._base_manager.filter(pk=pk).exists()


def _may_swap(model):
    """Whether rows may take from each other what must be unique, and nothing else hangs on them."""
    return bool(model._meta.constraints) and not (
        model._meta.related_objects or issubclass(model, Publishable)
    )
