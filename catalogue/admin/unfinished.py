"""Nothing typed is lost: a form that is refused, left, or sent when a session has ended is kept for its author.

A form is filled with what was kept as if that were sent, so that everything comes back, rows and conflicts included; it
is not saved before its author saves it.
"""

import uuid

from django.contrib import messages
from django.http import HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.csrf import csrf_failure as csrf_refused
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from catalogue import unfinished
from catalogue.models import UnfinishedEntry
from catalogue.unfinished import FILE, SIGNED, Opened

from .saving_once import SavesOnce

GO_ON = "unfinished"  # in the address of a form: the key of what it is filled with
DISCARD = "_discard"


class NotSent:
    """Of a form that is filled with what was kept: nobody has sent it."""

    def is_valid(self):
        return False


class KeepsUnfinished(SavesOnce):
    """Of a ModelAdmin whose forms hold no secret."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.opened = request.goes_on = request.sent = None
        if request.method == "POST" and SIGNED in request.POST:
            form = unfinished.opened(request.POST)
            if form and form.user_id != request.user.pk:
                return kept_for_author(request) or redirect(form.path)
            if form and form.path == request.path:
                request.opened = form
                request.sent = unfinished.digest(form, request.POST, request.FILES)
                _use_kept_files(request, form)
        elif request.method == "GET" and (entry := _asked_for(request)):
            request.opened, request.goes_on = _opening_of(entry), entry
            unfinished.into(entry, request)
            request.POST[SIGNED] = request.opened.token
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change=change, **options)
        goes_on = getattr(request, "goes_on", None)
        return type(form.__name__, (NotSent, form), {}) if goes_on else form

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if request.opened:
            unfinished.discard(request.opened.entries)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if self.has_add_permission(request) if add else self.has_change_permission(request, obj):
            entry, others = request.goes_on, []
            if entry:
                _without_errors(context)
            elif request.opened:
                entry = _keep_refused(request, context)
            elif request.method == "GET":
                others = UnfinishedEntry.objects.of(request.user).filter(path=request.path)
            _say_kept_files(context, entry)
            context |= {
                "opened_by": request.opened or _opening(request),
                "goes_on": request.goes_on,
                "others_unfinished": [(other, _opening_of(other)) for other in others],
                "is_unsaved": request.method == "POST",
            }
        return super().render_change_form(request, context, add, change, form_url, obj)


def kept_for_author(request):
    """Keep what a form has sent from which its author is not signed in any more; return where that leads.

    Return None where nothing was sent by a form that somebody has opened.
    """
    if request.method != "POST" or SIGNED not in request.POST:
        return None
    form = unfinished.opened(request.POST)
    entry = form and unfinished.keep(form, request.POST, request.FILES)
    if not entry:
        message = _(
            "Nothing was saved: this form was opened too long ago. Go back to it in your browser, and copy what you "
            "typed."
        )
        messages.warning(request, message)
        return None
    if request.user.is_authenticated and request.user.pk != form.user_id:
        message = _("This form was opened from another account: what it held is kept for that account alone.")
        messages.warning(request, message)
        return redirect(form.path)
    messages.info(request, _("Your session had ended. What you typed is kept: check it, then save it again."))
    return redirect(entry.address)


def csrf_failure(request, reason=""):
    """Who has signed in again in another tab sends a form of before: it is kept, and shown to be saved again."""
    return kept_for_author(request) or csrf_refused(request, reason)


@csrf_exempt  # the signed field says more than Django's token, which changes when somebody signs in again
@require_POST
def unfinished_view(request):
    """Keep what is being typed in a form, or discard what was kept; whoever holds its signed field may."""
    form = unfinished.opened(request.POST)
    if form is None:
        return HttpResponseBadRequest()
    is_author = request.user.pk == form.user_id
    if DISCARD in request.POST:
        if is_author:
            unfinished.discard(form.entries)
        return redirect(form.path)
    entry = unfinished.keep(form, request.POST, request.FILES)
    kept = [name for name in request.FILES if entry and name in entry.files]
    return JsonResponse(
        {"signed_in": is_author, "at": time_format(timezone.localtime(), "H:i"), "kept": kept}
    )


def _opening(request):
    query = request.GET.copy()
    query.pop(GO_ON, None)
    return Opened(request.user.pk, request.path, query.urlencode(), uuid.uuid4())


def _opening_of(entry):
    return Opened(entry.user_id, entry.path, entry.query, entry.key)


def _asked_for(request):
    """Return the entry that an address names, of this account and this form."""
    try:
        key = uuid.UUID(request.GET.get(GO_ON, ""))
    except ValueError:
        return None
    return UnfinishedEntry.objects.filter(key=key, user=request.user, path=request.path).first()


def _use_kept_files(request, form):
    """Send the files that were kept, of the fields that ask for them."""
    asked = {name.removesuffix(FILE) for name in request.POST if name.endswith(FILE)}
    if asked and (entry := form.entries.first()):
        unfinished.files_into(entry, request, asked)


def _keep_refused(request, context):
    """Keep what was refused, without the files that it was refused for; return its entry."""
    refused = {form.add_prefix(name) for form in _forms(context) for name in form.errors}
    sent = request.POST.copy()
    for name in refused:
        sent.pop(f"{name}{FILE}", None)
    files = {name: file for name, file in request.FILES.items() if name not in refused}
    return unfinished.keep(request.opened, sent, files)


def _forms(context):
    yield context["adminform"].form
    for rows in context["inline_admin_formsets"]:
        yield from rows.formset.forms


def _without_errors(context):
    """What nobody has sent yet is not refused either."""
    context["errors"] = []
    for form in _forms(context):
        form.errors.clear()
    for rows in context["inline_admin_formsets"]:
        rows.formset.non_form_errors().clear()


def _say_kept_files(context, entry):
    """Say beside a field which file of it is kept; it is used unless that is unticked, or another chosen."""
    for form in _forms(context) if entry and entry.files else ():
        for name in form.fields:
            if kept := entry.files.get(form.add_prefix(name)):
                said = format_html(
                    '<label class="kept-file"><input type="checkbox" name="{}{}" checked> {}</label>',
                    form.add_prefix(name),
                    FILE,
                    format_html(_("“{}” is kept, and used unless you choose another."), kept[0]),
                )
                form[name].help_text = format_html("{} {}", form[name].help_text, said)
