"""What somebody saves who may not publish waits for a check: an editor reads it, and publishes it or not."""

from django.contrib import messages
from django.db.models.functions import Now
from django.utils.translation import ngettext


def may_publish(request):
    """Whether this editor changes what visitors read; who may not saves drafts."""
    return request.user.has_perm("catalogue.publish")


class WaitsForCheck:
    """Of the admin of what has a page: all that is done to an object is logged, and so is where it begins to wait."""

    def log_addition(self, request, obj, message):
        self._wait(request, obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        self._wait(request, obj)
        return super().log_change(request, obj, message)

    def log_beside(self, request, obj, message):
        """Log what leaves an object as it is: nothing waits for it."""
        return super().log_change(request, obj, message)

    def _wait(self, request, obj):
        if may_publish(request):
            return
        for rows in (self.model.objects.filter(pk=obj.pk), self.belongings([obj])):
            rows.filter(has_changes=True, to_check_since=None).update(to_check_since=Now())

    def checked(self, request, queryset):
        """Of objects to be published together, those that wait for no check; say how many do."""
        waiting = queryset.filter(to_check_since__isnull=False).count()
        if not waiting:
            return queryset
        message = ngettext(
            "%d waits for a check: it is published from its own page.",
            "%d wait for a check: each is published from its own page.",
            waiting,
        )
        self.message_user(request, message % waiting, messages.WARNING)
        return queryset.filter(to_check_since=None)
