"""A page pasted into a box becomes a draft: first what is understood of it is shown, then it is stored as imports are.

The page is kept among the facts that it brought, so that each field can show the line it came from.
"""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.importing.outcome import Status
from catalogue.importing.parsing import parse
from catalogue.importing.read import pasted
from catalogue.importing.records import PageError
from catalogue.importing.store import store
from catalogue.importing.store.ledger import facts_of_pasted, pages_of

from .desk import sees_all
from .pasted_facts import understood
from .pasted_faults import faults

LARGEST = 200_000  # bytes; the longest real page has some 10,000
BROUGHT = ("film", "person", "company", "text")  # what a page may add or change


class PageForm(forms.Form):
    page = forms.CharField(
        label=_("Text of the page"),
        strip=False,  # lines keep their numbers
        help_text=_("The whole page as a browser shows it: select all, copy, paste. 200 KB at most."),
        widget=forms.Textarea(attrs={"rows": 18, "class": "vLargeTextField", "spellcheck": "false"}),
    )

    def clean_page(self):
        page = self.cleaned_data["page"]
        size = len(page.encode())
        if size > LARGEST:
            message = _("This text has %(size)s KB, and a page 200 KB at most.")
            raise ValidationError(message, code="large", params={"size": -(-size // 1000)})
        return page


def may_paste(request):
    """Whether this account may add and change all that a page can bring, in the whole catalogue."""
    names = [f"catalogue.{action}_{model}" for action in ("add", "change") for model in BROUGHT]
    return sees_all(request) and request.user.has_perms(names)


class PastesPages:
    """Of the films' admin: `paste/`."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.paste_view)
        return [path("paste/", view, name="catalogue_film_paste"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        paste_url = reverse("admin:catalogue_film_paste") if may_paste(request) else None
        return super().changelist_view(request, {"paste_url": paste_url} | (extra_context or {}))

    def paste_view(self, request):
        """Show what is understood of a page, without writing; then make a draft of it."""
        if not may_paste(request):
            raise PermissionDenied
        form = PageForm(request.POST or None)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form}
        context |= {"title": _("Paste a page")}
        if form.is_valid():
            text = form.cleaned_data["page"]
            try:
                source = pasted(text)
                record = parse(source)
                if "_draft" in request.POST:
                    return self._make_draft(request, record, source)
                outcome = store(record, draft=True, dry=True, language=get_language())
            except PageError as error:
                context["faults"] = faults(error, text)
            else:
                context |= _shown(record, source, outcome)
                if outcome.status != Status.CREATED:
                    context |= {"entity": outcome.entity, "entity_url": self._form_of(outcome.entity)}
        return TemplateResponse(request, "admin/pasting/paste.html", context)

    def _make_draft(self, request, record, source):
        """Store a page without publishing it, and lead to the form of what it is about."""
        text = "\n".join(source.lines)
        with transaction.atomic():
            outcome = store(record, draft=True, text=text, user=request.user, language=get_language())
            entity = outcome.entity
            admin = self.admin_site.get_model_admin(type(entity))
            if outcome.status != Status.UNCHANGED:
                admin.log_change(request, entity, str(_("Made of a pasted page.")))
        self._tell(request, outcome, admin.address(entity, "sources"))
        return HttpResponseRedirect(self._form_of(entity))

    def _tell(self, request, outcome, url):
        said = {
            Status.CREATED: _("“{}” is a draft, made of the page."),
            Status.UPDATED: _("“{}” was here already: it has what the page adds, and is not published."),
            Status.UNCHANGED: _("“{}” was here already: the page adds nothing to it."),
        }[outcome.status]
        link = format_html('<a href="{}">{}</a>', url, _("The line each field came from"))
        self.message_user(request, format_html("{} {}", format_html(said, outcome.entity), link))
        for message in outcome.messages:
            self.message_user(request, _said_of(message), messages.WARNING)

    def _form_of(self, entity):
        return self.admin_site.get_model_admin(type(entity)).address(entity)


class ComesFromPages:
    """Of a ModelAdmin: `<id>/sources/` shows the pages that were pasted and brought something to an object."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.sources_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_sources"
        return [path("<path:object_id>/sources/", view, name=name), *super().get_urls()]

    def get_queryset(self, request):
        """In a form, with whether there is such a page: asked in the same query."""
        objects = super().get_queryset(request)
        if request.resolver_match and "object_id" in request.resolver_match.kwargs:
            pages = facts_of_pasted(self.opts.model_name).filter(object_id=OuterRef("pk"))
            objects = objects.annotate(is_from_pages=Exists(pages))
        return objects

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if getattr(obj, "is_from_pages", False):
            context["sources_url"] = self.address(obj, "sources")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def sources_view(self, request, object_id):
        obj = self.in_hand(request, object_id, is_changed=False)
        if not sees_all(request):
            raise PermissionDenied
        pages = []
        for text in pages_of(self.opts.model_name, obj.pk):
            source = pasted(text)
            try:
                pages.append({"understood": understood(parse(source), source)})
            except PageError as error:  # written for an earlier parser
                pages.append({"faults": faults(error, text)})
        context = {"title": _("Where it comes from"), "pages": pages}
        return self.beside(request, obj, "admin/pasting/sources.html", **context)


def _shown(record, source, outcome):
    kept = [message for message in outcome.messages if message.kept]
    others = [_said_of(message) for message in outcome.messages if not message.kept]
    return {"understood": understood(record, source, kept), "others": others}


def _said_of(message):
    text = message.text
    if kept := message.kept:
        text = _("“{field}” stays as it is here: {here}. The page says: {page}.").format(
            field=kept.field, here=kept.here or _("empty"), page=kept.page
        )
    if message.line is None:
        return text
    return _("Line {line}: {text}").format(line=message.line, text=text)
