"""Each save in the admin keeps the whole state of what was saved, in the same transaction (see catalogue.history)."""

from catalogue import history
from catalogue.models import Snapshot


class KeepsStates:
    """Of a ModelAdmin whose objects have a state, or are a part of others'."""

    def kept_with(self, obj):
        """The objects whose states hold this one."""
        raise NotImplementedError

    def kept_before_deleting(self, obj):
        """The others whose states change when this one is deleted."""
        return self.kept_with(obj)

    def get_object(self, request, object_id, from_field=None):
        """Before anything is changed, what nothing is kept of is kept as it is."""
        obj = super().get_object(request, object_id, from_field)
        if obj and request.method == "POST":
            request.kept = {*self.kept_with(obj)}
            for one in request.kept:
                history.begin(one)
        return obj

    def save_related(self, request, form, formsets, change):
        """Rows that have a history of their own, as the texts of a film, are kept in it too."""
        rows = [rows for rows in formsets if issubclass(rows.model, history.ENTITIES)]
        changed = [row.instance for each in rows for row in each.forms if row.has_changed()]
        for obj in changed:
            if obj.pk:
                history.begin(obj)
        super().save_related(request, form, formsets, change)
        request.kept = getattr(request, "kept", set()) | {obj for obj in changed if obj.pk}

    def response_add(self, request, obj, post_url_continue=None):
        self._keep(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        self._keep(request, obj)
        return super().response_change(request, obj)

    def _keep(self, request, obj):
        for one in getattr(request, "kept", set()) | {*self.kept_with(obj)}:
            history.take(one, request.user)

    def delete_model(self, request, obj):
        others = self._before_deleting(request, [obj])
        super().delete_model(request, obj)
        _keep_others(others, request.user)

    def delete_queryset(self, request, queryset):
        others = self._before_deleting(request, queryset)
        super().delete_queryset(request, queryset)
        _keep_others(others, request.user)

    def _before_deleting(self, request, objects):
        others = {other for obj in objects for other in self.kept_before_deleting(obj)} - {*objects}
        for other in others:
            history.begin(other)
        for obj in objects:
            if isinstance(obj, history.ENTITIES):
                history.take(obj, request.user, Snapshot.Origin.DELETION)
        return others


def _keep_others(others, user):
    for other in others:
        history.take(other, user)
