"""When a state is kept: after each save, in its transaction, and only where something differs."""

import json
import zlib

from django.contrib.auth import get_user_model
from django.db import models

from catalogue.models import Snapshot

from .state import state_of, written

Origin = Snapshot.Origin


def latest(obj):
    """Return the newest snapshot of an object, None without one; one query."""
    return Snapshot.objects.of(obj).select_related("user").first()


def changed_by(objects):
    """Annotate a query with who saved each object last, `changed_by`: without a query of its own."""
    of_each = Snapshot.objects.filter(kind=objects.model._meta.model_name, object_id=models.OuterRef("pk"))
    last = of_each.order_by("-pk").values(f"user__{get_user_model().USERNAME_FIELD}")[:1]
    return objects.annotate(changed_by=models.Subquery(last))


def begin(obj):
    """Keep an object as it is found, before it is changed, where nothing is kept of it; return its newest snapshot."""
    return latest(obj) or take(type(obj)._base_manager.get(pk=obj.pk), origin=Origin.FOUND)


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
