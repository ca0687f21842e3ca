"""A form that adds something adds it once, however often and at whatever moment it is sent."""

from django.contrib import messages
from django.contrib.admin.utils import quote
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from catalogue.models import SavedForm


class SavesOnce:
    """Of a ModelAdmin. `request.sent` tells what a form has sent, None where nobody knows who has opened it."""

    def _changeform_view(self, request, object_id, *arguments):
        """Claim what was sent in the transaction that saves it: the same form, sent meanwhile, waits for that."""
        arguments = [object_id, *arguments]
        if request.sent is None or (object_id and not _adds_rows(request.POST)):
            return super()._changeform_view(request, *arguments)
        saved, _is_new = SavedForm.objects.get_or_create(digest=request.sent)
        obj = saved.object_id and self.get_queryset(request).filter(pk=saved.object_id).first()
        if obj:
            return self.sent_again(request, obj, saved.saved_at) or redirect(self.address(obj))
        request.added_to = None
        response = super()._changeform_view(request, *arguments)
        if request.added_to is None:
            saved.delete()
        else:
            saved.object_id, saved.saved_at = str(request.added_to.pk), timezone.now()
            saved.save()
        return response

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change or any(rows.new_objects for rows in formsets):
            request.added_to = form.instance

    def sent_again(self, request, obj, saved_at):
        """Say that a form was saved already; return an answer, None for the page of what it has saved."""
        message = _("“{}” was saved already by this form: nothing was saved a second time.")
        self.message_user(request, format_html(message, obj), messages.INFO)

    def address(self, obj, page="change"):
        """The address of one of an object's pages in the admin."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[quote(obj.pk)])


def _adds_rows(sent):
    """Whether a form that was sent has more rows than it was opened with."""
    inlines = [name.removesuffix("TOTAL_FORMS") for name in sent if name.endswith("-TOTAL_FORMS")]
    return any(sent[f"{each}TOTAL_FORMS"] != sent.get(f"{each}INITIAL_FORMS") for each in inlines)
