"""Whoever publishes takes the publication's turn before writing a row: two who write the same rows never wait for each
other in a circle, as they would with rows first and then the turn.
"""

from django.db import transaction

from catalogue.publication.publish import locked_state


class TakesTurn:
    """Of a ModelAdmin whose forms publish, or take off the site what they delete."""

    def publishes(self, request):
        """Whether the form that was sent publishes."""
        return True

    def _changeform_view(self, request, *arguments):
        if request.method == "POST" and self.publishes(request):
            locked_state()  # inside the transaction of the view
        return super()._changeform_view(request, *arguments)

    def _delete_view(self, request, *arguments):
        if request.method == "POST":
            locked_state()
        return super()._delete_view(request, *arguments)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        locked_state()
        super().delete_queryset(request, queryset)
