"""The identity of the site: one row, one page, with a preview. What is saved is on every page at once."""

import base64

from csp.decorators import csp_update
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from catalogue import accents
from catalogue.addresses import address_in
from catalogue.models import Identity, Page
from catalogue.publication.cards import cards
from catalogue.publication.frame import frame_of, shown, sign
from catalogue.publication.publish import publish_frame

from .front_blocks import OrdersBlocks
from .previews import preview
from .turns import TakesTurn

THEMES = {"light": _("Light theme"), "dark": _("Dark theme")}
PICTURES = ("logo", "logo_dark", "mark", "mark_dark")


@admin.register(Identity)
class IdentityAdmin(TakesTurn, OrdersBlocks, admin.ModelAdmin):
    change_form_template = "admin/identity/change_form.html"
    fieldsets = [
        (None, {"fields": ["name", ("motto_fr", "motto_en"), ("letterhead_fr", "letterhead_en")]}),
        (
            _("Look"),
            {
                "fields": [
                    "accent",
                    *("logo_preview", "logo", "logo_dark_preview", "logo_dark"),
                    *("mark_preview", "mark", "mark_dark_preview", "mark_dark"),
                ]
            },
        ),
        (_("Contact"), {"fields": ["postal_address", ("email", "telephone"), "social"]}),
        (_("Pages"), {"fields": ["languages", "films_a_page"]}),
    ]
    readonly_fields = [f"{name}_preview" for name in PICTURES]

    # One row, one page

    def changelist_view(self, request, extra_context=None):
        """The list has one row at most: its page is shown in its place."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(self._address())

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Identity.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def response_post_save_add(self, request, obj):
        return HttpResponseRedirect(self._address())

    response_post_save_change = response_post_save_add

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change or form.has_changed():  # every kept page is made anew
            publish_frame()

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name.startswith("motto"):
            field.widget.attrs["class"] = "vLargeTextField"
        return field

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {
            "title": _("Identity of the site"),
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # The preview

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("preview/", wrap(self.preview_view), name="catalogue_identity_preview"),
            path("preview-<slug:colour>.css", wrap(self.theme_view), name="catalogue_identity_theme"),
            *super().get_urls(),
        ]

    @method_decorator(csp_update({"img-src": ["data:"]}))  # pictures that are sent and not kept
    def preview_view(self, request):
        """Show what the form would make of the site: in both themes and every language, and store nothing."""
        identity = Identity.objects.first()
        if not (self.has_change_permission(request, identity) or self.has_add_permission(request)):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(self._address())
        form = self.get_form(request, identity, change=bool(identity))(
            request.POST, request.FILES, instance=identity or Identity()
        )
        context = {"form": form, "title": _("Preview"), "specimens": []}
        if form.is_valid():
            frame = frame_of(form.instance, sign=_sign)
            context["specimens"] = [
                _specimen(frame, lang, theme) for lang in frame.languages for theme in THEMES
            ]
            context["theme_url"] = frame.accent and reverse(
                "admin:catalogue_identity_theme", args=[frame.accent.removeprefix("#")]
            )
        return TemplateResponse(request, "admin/identity/preview.html", context)

    def theme_view(self, request, colour):
        """The style sheet of an accent that is not saved."""
        if not accents.HEX.fullmatch(f"#{colour}"):
            raise Http404
        return HttpResponse(accents.sheet(f"#{colour}"), content_type="text/css; charset=utf-8")

    def _address(self):
        identity = Identity.objects.first()
        page, arguments = ("change", [identity.pk]) if identity else ("add", [])
        return reverse(f"admin:catalogue_identity_{page}", args=arguments)


def _picture_preview(name, label):
    @admin.display(description=label)
    def shown_in_form(self, identity):
        return preview(getattr(identity, name), identity.name)

    return shown_in_form


for _name in PICTURES:
    setattr(IdentityAdmin, f"{_name}_preview", _picture_preview(_name, _("preview")))


def _sign(file):
    """A logo or mark for a preview: one that was sent and is not kept is in the page itself."""
    if not file or file._committed:
        return sign(file)
    made = file.made
    kind = "png" if made.name.endswith("png") else "jpeg"
    data = base64.b64encode(made.files[made.name]).decode()
    address = f"data:image/{kind};base64,{data}"
    return {"src": address, "small": address, "width": made.width, "height": made.height}


def _specimen(frame, language, theme):
    """(language, theme, its name, what pages look like in them)"""
    with override(language), shown(frame.seen_in(theme)):
        template = engines[f"jinja2-{language}"].env.get_template("catalogue/specimen.html")
        page = template.render({"here": _here(frame, language), "card": _newest_film()})
    return language, theme, THEMES[theme], mark_safe(page)  # noqa: S308 - it has escaped


def _here(frame, language):
    home = address_in(language, "catalogue:home")
    other = next((code for code in frame.languages if code != language), None)
    return {"path": home, "canonical_url": "", "other_lang": other, "alternate_url": home}


def _newest_film():
    pages = Page.objects.current().filter(kind="film").order_by("-published_at", "-object_id")
    return next(iter(cards("film", pages.values_list("object_id", flat=True)[:1])), None)
