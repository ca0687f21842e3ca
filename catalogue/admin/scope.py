"""Accounts that have a part of the catalogue only.

An app says which part by appending functions. Of `limits`: given an account and a model, it returns the Q of the rows
that the account has, or None where it has all of them. Of `parts`: given an account and states of history, it returns
these without what the account does not have. Of `callings`: given the account that reads and another, it returns what
the other is called, or None where that is by its name. What a page shows before it is published is told apart by the
contributions of apps (`catalogue.publication.contributions`).
"""

limits, parts, callings = [], [], []


def sees_all(request, model):
    """Whether this account has all rows of a model."""
    return all(limit(request.user, model) is None for limit in limits)


def within(request, queryset):
    """The rows of a queryset that this account has."""
    for limit in limits:
        condition = limit(request.user, queryset.model)
        if condition is not None:
            queryset = queryset.filter(condition)
    return queryset


def seen(request, *snapshots):
    """Leave out of the states of these what this account does not have. They are to be read, not to be restored."""
    for part in parts:
        states = part(request.user, [snapshot.state for snapshot in snapshots])
        for snapshot, state in zip(snapshots, states, strict=True):
            snapshot.state = state


def called(request, user):
    """What another account is called to this one; empty for nobody."""
    found = (name for calling in callings if (name := calling(request.user, user)) is not None)
    return next(found, None) or ((user.get_full_name() or user.get_username()) if user else "")


class Scoped:
    """Of a ModelAdmin: its list, its pages and its choices hold what an account has, and nothing else."""

    def get_queryset(self, request):
        return within(request, super().get_queryset(request))

    def _has(self, request, obj):
        rows = self.model._base_manager.all()
        if obj is None or sees_all(request, self.model):
            return True
        return within(request, rows.filter(pk=obj.pk)).exists()

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and self._has(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._has(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._has(request, obj)
