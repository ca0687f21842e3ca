"""Accounts that have a part of the catalogue only.

An app says which part by appending a function to `limits`: given an account and a model, it returns the Q of the rows
that the account has, or None where it has all of them.
"""

limits = []


def within(request, queryset):
    """The rows of a queryset that this account has."""
    for limit in limits:
        condition = limit(request.user, queryset.model)
        if condition is not None:
            queryset = queryset.filter(condition)
    return queryset


class Scoped:
    """Of a ModelAdmin: its list, its pages and its choices hold what an account has, and nothing else."""

    def get_queryset(self, request):
        return within(request, super().get_queryset(request))

    def _has(self, request, obj):
        rows = self.model._base_manager.all()
        if obj is None or not any(limit(request.user, self.model) is not None for limit in limits):
            return True
        return within(request, rows.filter(pk=obj.pk)).exists()

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and self._has(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._has(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._has(request, obj)
