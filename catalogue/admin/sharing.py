"""What is not published yet, shown: to editors as a preview, to others at secret addresses with an end."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from catalogue.addresses import address
from catalogue.dates import fdate
from catalogue.details.saved import saved_page
from catalogue.models import SharedDraft
from catalogue.models.shared_draft import share_draft

from .keys import key_of
from .moments import FORMAT, MomentField
from .scope import sees_all

DAYS, MOST_DAYS = 30, 365
OTHER = {"fr": "en", "en": "fr"}


class ShareForm(forms.Form):
    until = MomentField(label=_("Good until"))

    def clean_until(self):
        until, last = self.cleaned_data["until"], timezone.localtime() + timedelta(days=MOST_DAYS)
        if until > last:
            message = _("Give a time within a year: %(day)s at the latest.")
            raise ValidationError(message, code="late", params={"day": fdate(last.date())})
        return until


class SharesDrafts:
    """Of a ModelAdmin of what has a page."""

    def preview_view(self, request, object_id, language):
        """The public page as it would be if it were published now, in a language of the site."""
        obj = self.in_hand(request, object_id, is_changed=False)
        if language not in OTHER:
            raise Http404
        other = self.preview_url(obj, OTHER[language])
        with translation.override(language):
            return saved_page(request, obj, other, request.user, back=self.address(obj))

    def preview_url(self, obj, language):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
        return reverse(name, args=[obj.pk, language])

    def share_view(self, request, object_id):
        """Make a secret address, told this once; or withdraw one."""
        obj, told = self.in_hand(request, object_id), None
        rows = SharedDraft.objects.of(obj).open().select_related("user")
        if not sees_all(request, self.model):
            rows = rows.filter(user=request.user)
        if request.method == "POST" and "revoke" in request.POST:
            if rows.filter(pk=key_of(request.POST["revoke"])).update(revoked_at=timezone.now()):
                self.log_beside(request, obj, str(_("Withdrew a secret address of the draft.")))
            return HttpResponseRedirect(self.address(obj, "share"))
        usual = f"{timezone.localtime() + timedelta(days=DAYS):{FORMAT}}"
        form = ShareForm(request.POST or None, initial={"until": usual})
        if request.method == "POST" and form.is_valid():
            until = form.cleaned_data["until"]
            with transaction.atomic():
                secret = share_draft(obj, until, request.user)
                self.log_beside(request, obj, str(_("Shared the draft at a secret address.")))
            told = {"address": request.build_absolute_uri(address("catalogue:draft", secret)), "until": until}
        context = {"title": _("Share this draft"), "form": form, "told": told, "rows": rows}
        return self.beside(request, obj, "admin/publishing/share.html", **context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_change_permission(request, obj):
            context["share_url"] = self.address(obj, "share")
        if obj and self.has_view_permission(request, obj):
            context["preview_url"] = self.preview_url(obj, translation.get_language())
        return super().render_change_form(request, context, add, change, form_url, obj)
