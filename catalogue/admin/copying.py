"""A film as the start of another: the form of a new film, filled with what two films of a series would share."""

from django.contrib.admin.utils import flatten_fieldsets
from django.forms import model_to_dict
from django.urls import reverse

from catalogue.models import CompanyCredit, Credit, FilmCountry, Version

from .scope import within
from .versions import languages_by_use

ASKED = "copy"
ROWS = (Credit, FilmCountry, CompanyCredit, Version)
FIELDS = ("title", "original_title", "title_language", "original_title_language", "year", "running_time")
FACTS = ("colour", "sound", "genres", "themes")


class StartsFromAnother:
    """Of the films' admin: `add/?copy=12` is filled from film 12. Nothing is saved before its editor saves it."""

    def get_changeform_initial_data(self, request):
        film = self._copied(request)
        if film is None:
            return super().get_changeform_initial_data(request)
        return model_to_dict(film, [*FIELDS, *FACTS]) | {
            "languages": [row.language for row in film.original_languages.all()],
            "forms": [row.form for row in film.forms.all()],
        }

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Rows of the other film begin as new rows. They are sent back without `initial`, so that they are saved."""
        options = super().get_formset_kwargs(request, obj, inline, prefix)
        if inline.model in ROWS and (film := self._copied(request)):
            options["initial"] = [*self._rows(film, inline, request)]
        return options

    def _rows(self, film, inline, request):
        names = flatten_fieldsets(inline.get_fieldsets(request))
        for row in inline.model._default_manager.filter(film=film):
            uses = languages_by_use(row) if inline.model is Version else {}
            yield model_to_dict(row, names) | uses

    def _copied(self, request):
        """Return the film that a new one begins with, None where none is asked for."""
        asked = request.GET.get(ASKED, "")
        if request.method != "GET" or "object_id" in request.resolver_match.kwargs or not asked.isdecimal():
            return None
        if not hasattr(request, "copied"):
            film = within(request, self.model.objects.filter(pk=int(asked[:18]))).first()
            request.copied = film if film and self.has_view_permission(request, film) else None
        return request.copied

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_add_permission(request):
            context["copy_url"] = f"{reverse('admin:catalogue_film_add')}?{ASKED}={obj.pk}"
        return super().render_change_form(request, context, add, change, form_url, obj)
