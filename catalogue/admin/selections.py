"""Selections: what curators put together."""

from django import forms
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from catalogue.details.public import public_slug
from catalogue.metadata.oembed import embed_code
from catalogue.models import SelectedFilm, Selection

from .combobox import ChosenForm
from .freezing import held_now
from .ordered import Ordered
from .publishing import PublishableAdmin
from .selection_form import SelectionForm
from .selection_freezing import Freezes
from .selection_origin import FromElsewhere
from .states import StateFilter


class FilmName(forms.Widget):
    """A film that is in a row already: its name, and no list of all the others."""

    def __init__(self, film):
        super().__init__()
        self.film = film

    def render(self, name, value, attrs=None, renderer=None):
        address = reverse("admin:catalogue_film_change", args=[self.film.pk])
        return format_html('<a id="{}" href="{}">{}</a>', attrs["id"], address, self.film)


class SelectedFilmForm(ChosenForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["film"].disabled = True
            self.fields["film"].widget = FilmName(self.instance.film)


class SelectedFilmInline(Ordered, admin.TabularInline):
    add_words = _("Add a film")
    begins = in_lines = True
    model = SelectedFilm
    form = SelectedFilmForm
    fields = ["film", "note_fr", "note_en", "position"]
    autocomplete_fields = ["film"]
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 2})}}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("film")


class KeptFilter(admin.SimpleListFilter):
    """Those that collect, or those that hold what was put into them."""

    title = _("films")
    parameter_name = "films"

    def lookups(self, request, model_admin):
        return [("frozen", _("Frozen")), ("smart", _("Collected by a filter"))]

    def queryset(self, request, queryset):
        match self.value():
            case "frozen":
                return queryset.filter(filter="")
            case "smart":
                return queryset.exclude(filter="")
        return queryset


@admin.register(Selection)
class SelectionAdmin(FromElsewhere, Freezes, PublishableAdmin):
    pages = PublishableAdmin.pages | {"freeze": ""}
    form = SelectionForm
    change_form_template = "admin/selections/change_form.html"
    list_display = ["title_fr", "curator", "film_count", "state", "changed_by", "modified"]
    list_filter = [StateFilter, KeptFilter, "curator"]
    search_fields = ["title_fr", "title_en", "curator"]
    readonly_fields = ["collected"]
    inlines = [SelectedFilmInline]

    def get_fieldsets(self, request, obj=None):
        signed, films = [("title_fr", "title_en"), "curator", ("first_day", "last_day")], ["filter"]
        from_list = obj is None and "list" in request.GET
        if obj and obj.filter:
            films.append("collected")
        return [
            (None, {"fields": [*signed, "keep", "filter"] if from_list else signed}),
            (_("Introduction"), {"fields": [("introduction_fr", "introduction_en")], "classes": ["in-both"]}),
            *([] if from_list else [(_("Films that answer a filter"), {"fields": films, **_placed(obj)})]),
            (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
        ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(film_count=models.Count("selected_films"))

    def called(self, text):
        return Selection.objects.filter(models.Q(title_fr=text) | models.Q(title_en=text))

    @admin.display(description=_("films"), ordering="film_count")
    def film_count(self, selection):
        return _("by a filter") if selection.filter else selection.film_count

    @admin.display(description=_("what it holds now"))
    def collected(self, selection):
        listing = held_now(selection)
        count = ngettext("%(num)s film", "%(num)s films", listing.total) % {"num": listing.total}
        return format_html('{}: <a href="{}">{}</a>', count, listing.address.url, listing.title)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_change_permission(request, obj):
            context |= {
                "freeze_url": self.address(obj, "freeze") if obj.filter else None,
                "embed": self._embed(request, obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _embed(self, request, selection):
        """What shows the selection on another site; None where it is not on this one."""
        slug = public_slug(selection.kind, selection.pk)
        here = {"origin": request.build_absolute_uri("/").rstrip("/")}
        title = getattr(selection, f"title_{get_language()}") or selection.title_fr
        return slug and embed_code("selection", here, slug, title)


def _placed(selection):
    """How the filter stands in the form: folded away where there is none."""
    if not (selection and selection.filter):
        return {"classes": ["collapse"]}
    return {"description": _("The rows below are notes: each is shown where its film is among these.")}
