"""One page on its way into the catalogue: what it writes, what it leaves alone, the messages about it."""

from django.db import DataError, IntegrityError

from catalogue import history
from catalogue.folding import fold
from catalogue.importing.merging import is_empty, settled
from catalogue.importing.outcome import Kept, Message, StoreError
from catalogue.importing.records import Found, shortened
from catalogue.models import Snapshot
from catalogue.models.publishable import Publishable
from catalogue.publication.publish import forget, publish

from .checks import problem_before_saving, problem_of_length
from .ledger import Ledger


class Delivery:
    """Writes rows for one source, and remembers which entities with a page of their own it changed.

    Values are `Found`, so that a message can say the line, or plain; None means that the page does not say it.
    """

    def __init__(self, source, beside=None):
        self.ledger = Ledger(source)
        self.messages = beside.messages if beside else []
        self._touched = beside._touched if beside else {}  # {(kind, pk): (entity, may be published)}
        self._deleted = beside._deleted if beside else []
        self._ledgers = beside._ledgers if beside else []
        self._ledgers.append(self.ledger)

    def beside(self, source):
        """Return a delivery of another source that belongs to the same page."""
        return Delivery(source, self)

    @property
    def has_changed_something(self):
        return bool(self._touched or self._deleted)

    def tell(self, line, text, kept=None):
        self.messages.append(Message(line, text, kept))

    def create(self, model, columns=None, root=None, line=None, **values):
        """Make a row and remember what the source brought to it: `values`, not the `columns` that make it what it is.

        `root` is the entity whose page shows it, None for one that has a page of its own.
        """
        said = {name: plain(found) for name, found in values.items() if plain(found) is not None}
        row = model(**(columns or {}), **said)
        self._save(row, values, line)
        self.bring(row, **values)
        if isinstance(row, Publishable):
            self._touched.setdefault((row.kind, row.pk), (row, True))
        if root is not None:
            self.touch(root)
        return row

    def merge(self, row, root=None, **values):
        """Bring values to the columns of a row, except where somebody else changed them.

        Where a page says a value twice, the first one counts.
        """
        values = {name: found for name, found in values.items() if not self.ledger.has_brought(row, name)}
        changed = {}
        for name, found in values.items():
            field = row._meta.get_field(name)
            here, last = getattr(row, field.attname), self.ledger.last(row, name)
            value = _empty(field) if plain(found) is None else plain(found)
            keep = settled(here, last, value)
            if keep != here:
                changed[name] = found
                setattr(row, field.attname, keep)
            elif not (is_empty(value) or _alike(value, here)):
                self.tell_kept(line_of(found), row, name, here, value)
        self.bring(row, **values)
        if changed:
            if root is None:
                self._before_change(row)
            self._save(row, changed)
            if root is not None:
                self.touch(root)

    def tell_kept(self, line, row, name, here, value):
        shown = "empty" if is_empty(here) else _shown(here)
        kept = Kept(_label(row, name), "" if is_empty(here) else str(here), str(value))
        self.tell(
            line, f"kept: {name.replace('_', ' ')} is {shown} here, the page says {_shown(value)}", kept
        )

    def bring(self, row, **values):
        """Remember what the source says of a row, whatever the row holds."""
        for name, found in values.items():
            if not is_empty(plain(found)):
                self.ledger.bring(row, name, plain(found))

    def refer(self, row, name, found, resolve):
        """Bring a reference that the page makes by a name; `resolve` finds or makes the row it names.

        A name that was brought before is not looked up again: what it names may bear another name by now.
        Returns the id of what the page names.
        """
        field = row._meta.get_field(name)
        said, brought = self.ledger.last(row, name) or (None, None)
        if plain(found) == said:
            if said is not None:
                self.ledger.bring(row, name, [said, brought])
            return brought
        target = resolve() if found else None
        here, value = getattr(row, field.attname), target.pk if target else None
        if settled(here, brought, value) != here:
            self._before_change(row)
            setattr(row, field.attname, value)
            self._save(row, {name: found})
        elif value is not None and value != here:
            kept = Kept(_label(row, name), str(getattr(row, name)), str(plain(found)))
            message = f"kept: another {name} is here, the page says {_shown(plain(found))}"
            self.tell(line_of(found), message, kept)
        if found:
            self.ledger.bring(row, name, [plain(found), value])
        return value

    def move(self, row, position, root=None):
        row.position = position
        row.save(update_fields=["position"])
        self.touch(row if root is None else root)

    def delete(self, row, root=None):
        self._deleted.append(row)
        if isinstance(row, Publishable):
            history.take(row, origin=Snapshot.Origin.DELETION)
            self._touched.pop((row.kind, row.pk), None)
            forget(row.kind, row.pk)
        row.delete()
        if root is not None:
            self.touch(root)

    def touch(self, entity):
        """Say that something which an entity's page shows has changed."""
        if (entity.kind, entity.pk) not in self._touched:
            self._before_change(entity)
            entity.touch()

    def finish(self, draft=False, user=None):
        """Remember what every source brought, and publish what changed. Returns nothing; reports what waits."""
        for ledger in self._ledgers:
            ledger.save()
        for entity, _may_be_published in self._touched.values():
            history.take(entity, user, Snapshot.Origin.IMPORT)
        ready = [entity for entity, may_be_published in self._touched.values() if may_be_published]
        if ready and not draft:
            publish(*ready)
        for entity, may_be_published in self._touched.values():
            if not may_be_published and not draft:
                why = "has changes that are not published yet" if entity.published_at else "is a draft"
                self.tell(None, f"stored but not published: the {entity.kind} “{entity}” {why}")

    def _before_change(self, entity):
        """What an editor has in hand is not published by an import; what is not kept yet is kept as it is found."""
        may_be_published = entity.published_at is not None and not entity.has_changes
        if (entity.kind, entity.pk) not in self._touched:
            history.begin(entity)
        self._touched.setdefault((entity.kind, entity.pk), (entity, may_be_published))

    def _save(self, row, values, line=None):
        problem = problem_before_saving(row)
        try:
            if not problem:
                row.save()
                problem = problem_of_length(row)
        except (DataError, IntegrityError) as error:
            problem = (row._meta.verbose_name_raw, str(error).splitlines()[0])
        if problem:
            field, text = problem
            raise StoreError(line_of(values.get(field)) or line, field.replace("_", " "), text)


def plain(found):
    return found.value if isinstance(found, Found) else found


def line_of(found):
    return found.line if isinstance(found, Found) else None


def _label(row, name):
    """Return what the form of a row calls a field."""
    return str(row._meta.get_field(name).verbose_name)


def _empty(field):
    return None if field.null else field.get_default()


def _alike(value, here):
    if isinstance(value, str) and isinstance(here, str):
        return value == here or (fold(value) == fold(here) and len(value) < 300)
    return value == here


def _shown(value):
    return shortened(value) if isinstance(value, str) else str(value)
