"""Countries in time: films of a year in which one of their countries was not there. Editors decide; nothing changes."""

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from catalogue.models import Country, FilmCountry
from catalogue.reference.countries import doubts, misplaced


def to_be_decided(films):
    """Return those of a query's films that are hardly of one of their countries, in their year."""
    rows = Q()
    for code, first, last, _state in misplaced():
        years = Q() if first is None else Q(film__year__gte=first)
        years &= Q() if last is None else Q(film__year__lte=last)
        rows |= Q(country=code) & years
    return films.filter(Exists(FilmCountry.objects.filter(rows, film=OuterRef("pk"))))


class ToBeDecidedFilter(admin.SimpleListFilter):
    title = _("country and year")
    parameter_name = "countries_in_time"

    def lookups(self, request, model_admin):
        return [("undecided", _("To be decided"))]

    def queryset(self, request, queryset):
        return to_be_decided(queryset) if self.value() == "undecided" else queryset


class CountriesInTimeAdmin:
    """The part of the films' admin that tells editors so when they save."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        film = form.instance
        for row in film.film_countries.select_related("country") if film.year else ():
            if (others := doubts(row.country_id, film.year)) is not None:
                self.message_user(request, _told(row.country, film.year, others), messages.WARNING)


def _told(country, year, others):
    names = Country.objects.in_bulk(others)
    named = [str(names[code]) for code in others if code in names]
    said = format_html(_("To be decided: is a film of {} of “{}”?"), year, country)
    return format_html("{} {}", said, format_html(_("Or of: {}."), ", ".join(named))) if named else said
