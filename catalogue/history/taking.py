"""When a state is kept: after each save, in its transaction, and only where something differs."""

import json
import zlib

from django.db.models import CharField, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim

from catalogue.models import Snapshot

from .state import state_of, written

Origin = Snapshot.Origin


def latest(obj):
    """Return the newest snapshot of an object, None without one; one query."""
    return Snapshot.objects.of(obj).select_related("user").first()


def changed_by(model):
    """An expression: the name of whoever saved an object last, empty where nobody is known."""
    full = NullIf(Trim(Concat("user__first_name", Value(" "), "user__last_name")), Value(""))
    newest = Snapshot.objects.filter(kind=model._meta.model_name, object_id=OuterRef("pk")).order_by("-pk")
    newest = newest.annotate(who=Coalesce(full, F("user__username"), output_field=CharField()))
    return Coalesce(Subquery(newest.values("who")[:1]), Value(""))


def begin(obj):
    """Keep an object as it is found, before it is changed, where nothing is kept of it; return its newest snapshot.

    That is marked where the site shows it: nothing else says, once the object is saved, what the site goes on showing.
    """
    newest = latest(obj) or take(type(obj)._base_manager.get(pk=obj.pk), origin=Origin.FOUND)
    if obj.published_at and not obj.has_changes and not newest.was_public:
        newest.was_public = True
        newest.save(update_fields=["was_public"])
    return newest


def take(obj, user=None, origin=Origin.ADMIN):
    """Keep the state of an object as it is saved now; return its newest snapshot.

    Before a deletion (`origin`) it is kept with all that goes with the object, whether or not it has changed.
    """
    deleting = origin == Origin.DELETION
    before, state = latest(obj), state_of(obj, deleting)
    text = written(state)
    if before and not deleting and before.text == text:
        return before
    return Snapshot.objects.create(
        kind=obj._meta.model_name,
        object_id=obj.pk,
        name=str(obj)[:300],
        user=user if user and user.is_authenticated else None,
        origin=origin,
        changed=_changed(before.state, json.loads(text)) if before else [],
        packed=zlib.compress(text.encode(), 6),
    )


def _changed(former, state):
    return sorted(name for name in former.keys() & state.keys() if former[name] != state[name])
