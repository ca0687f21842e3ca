"""Where an entity stands between draft and site, in words."""

from django.contrib import admin
from django.db.models import Case, SmallIntegerField, When
from django.utils.translation import gettext_lazy as _

STATES = {
    "draft": _("Draft"),
    "published": _("Published"),
    "changed": _("Published, with unpublished changes"),
}
ORDER = Case(  # of a list, by state
    When(published_at=None, then=0),
    When(has_changes=True, then=1),
    default=2,
    output_field=SmallIntegerField(),
)
TO_CHECK = _("Waiting to be checked")  # beside one of the others


def state_of(obj):
    if obj.published_at is None:
        return "draft"
    return "changed" if obj.has_changes else "published"


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [*STATES.items(), ("to_check", TO_CHECK)]

    def queryset(self, request, queryset):
        match self.value():
            case "draft":
                return queryset.filter(published_at=None)
            case "published":
                return queryset.published().filter(has_changes=False)
            case "changed":
                return queryset.with_changes()
            case "to_check":
                return queryset.filter(to_check_since__isnull=False)
        return queryset
