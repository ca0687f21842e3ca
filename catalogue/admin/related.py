"""What an editor may do, from one page, to what another page is about."""

from django.db import models

SECURE_ADDRESSES = {models.URLField: {"assume_scheme": "https"}}  # for one typed without its scheme


class RelatedStay:
    """For an admin or an inline: related people, companies… are added and corrected from here, never deleted."""

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if hasattr(getattr(field, "widget", None), "can_delete_related"):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field
