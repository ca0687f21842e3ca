"""What a source brought to the catalogue: read when one of its pages arrives, written when the page is stored."""

import hashlib
import json

from catalogue.folding import fold
from catalogue.models import ImportedFact

LONGEST_SUBJECT = 100
NAMES = "names"  # the fact that keeps what the page calls a row
PAGE = ("page", 0, "text")  # the fact that keeps a page that was pasted, as a whole


def source_name(layout, *parts):
    """Return the name of a source, "film_page:users:2021": its layout and what identifies its subject."""
    subject = ":".join(fold(part) or part.casefold() for part in parts)
    if len(subject) > LONGEST_SUBJECT:
        digest = hashlib.sha256(subject.encode()).hexdigest()[:12]
        subject = f"{subject[: LONGEST_SUBJECT - 13]}-{digest}"
    return f"{layout}:{subject}"


class Ledger:
    """The facts of one source. `last` returns what it brought before, `bring` records what it brings now.

    A fact belongs to a field of a row (model name, id); its value is anything that JSON holds. What is not brought
    again is forgotten by `save`.
    """

    def __init__(self, source):
        self.source = source
        self._rows = {
            (fact.kind, fact.object_id, fact.field): fact
            for fact in ImportedFact.objects.filter(source=source)
        }
        self._last = {place: json.loads(fact.value) for place, fact in self._rows.items()}
        self._brought = {}

    def last(self, row, field):
        """Return what the source last brought to a field, None for nothing."""
        return self.last_of(row._meta.model_name, row.pk, field)

    def last_of(self, kind, pk, field):
        return self._last.get((kind, pk, field))

    def bring(self, row, field, value):
        self._brought[row._meta.model_name, row.pk, field] = value

    def bring_page(self, text):
        """Remember the page itself: its lines say where each field comes from."""
        self._brought[PAGE] = text

    def has_brought(self, row, field):
        return (row._meta.model_name, row.pk, field) in self._brought

    def keep(self):
        """Bring again all that was brought last: the page has nothing new to say."""
        self._brought = {**self._last, **self._brought}

    def keep_row(self, kind, pk):
        """Bring again what was brought last to a row that is here no longer."""
        self._brought |= {place: value for place, value in self._last.items() if place[:2] == (kind, pk)}

    def known(self, kind, **values):
        """Return the ids, in order, of the rows of a kind to which these values were brought; names are folded."""
        ids = sorted({object_id for k, object_id, _field in self._last if k == kind})
        return [pk for pk in ids if all(_same(self._last.get((kind, pk, f)), v) for f, v in values.items())]

    def bring_name(self, row, name):
        """Remember that the page means a row by a name, a list such as [title, year]; it may do so by several."""
        place = (row._meta.model_name, row.pk, NAMES)
        names = self._brought.setdefault(place, [])
        if name not in names:
            names.append(name)

    def meant_by(self, kind, name):
        """Return the id of the row that the page last meant by a name, or means above; None where it did not say it."""
        places = [*self._last.items(), *self._brought.items()]
        return next((pk for (k, pk, f), names in places if k == kind and f == NAMES and name in names), None)

    def meant_by_title(self, kind, title):
        """Return the ids of the rows that the page last meant by a title and no year, in its order."""
        places = {
            pk: (name[2] if len(name) > 2 else 0)
            for (k, pk, field), names in self._last.items()
            if k == kind and field == NAMES
            for name in names
            if name[:2] == [title, None]
        }
        return sorted(places, key=places.get)

    def no_longer(self, kind):
        """Return the ids of the rows of a kind to which the source brought something last, and nothing now."""
        last = {object_id for k, object_id, _field in self._last if k == kind}
        return sorted(last - {object_id for k, object_id, _field in self._brought if k == kind})

    def save(self):
        """Write what changed, and nothing where nothing did."""
        gone = [self._rows[place].pk for place in self._rows if place not in self._brought]
        if gone:
            ImportedFact.objects.filter(pk__in=gone).delete()
        for place, value in self._brought.items():
            fact = self._rows.get(place)
            if fact is None:
                kind, object_id, field = place
                fact = ImportedFact(source=self.source, kind=kind, object_id=object_id, field=field)
            elif self._last[place] == value:
                continue
            fact.value = json.dumps(value, ensure_ascii=False)
            fact.save()


def _same(brought, value):
    if isinstance(brought, str) and isinstance(value, str):
        return brought == value or (fold(brought) == fold(value) != "")
    return brought == value


def claimed_elsewhere(source, row):
    """True where another source, too, has brought something to a row."""
    facts = ImportedFact.objects.filter(kind=row._meta.model_name, object_id=row.pk)
    return facts.exclude(source=source).exists()


def brought_by_others(source, row, field):
    """Return {source: value} for what other sources last brought to a field."""
    facts = ImportedFact.objects.filter(kind=row._meta.model_name, object_id=row.pk, field=field)
    facts = facts.exclude(source=source).values_list("source", "value")
    return {other: json.loads(value) for other, value in facts}


def _pasted():
    kind, number, field = PAGE
    return ImportedFact.objects.filter(kind=kind, object_id=number, field=field)


def facts_of_pasted(kind):
    """Return the facts that pasted pages brought to rows of a kind."""
    return ImportedFact.objects.filter(kind=kind, source__in=_pasted().values("source"))


def pages_of(kind, pk):
    """Return the pages that were pasted and brought something to a row, the last one first."""
    brought = ImportedFact.objects.filter(kind=kind, object_id=pk).values("source")
    pages = _pasted().filter(source__in=brought).order_by("-pk")
    return [json.loads(text) for text in pages.values_list("value", flat=True)]


def renamed(source, former):
    """Let a source take over the facts of the one it was before ("film_page:users" once its year is known)."""
    ImportedFact.objects.filter(source=former).update(source=source)


def sources_of(layout, subject):
    """Return the names of the sources of a subject, whatever their last part."""
    prefix = source_name(layout, subject)
    sources = ImportedFact.objects.filter(source__startswith=f"{prefix}:").values_list("source", flat=True)
    return sorted(set(sources))
