"""What is missing of films, by weight: counted on the first page, shown in the list, chosen as its filter."""

from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalogue.models import Credit, Film, FilmCountry, Still, Version
from catalogue.models.film_indexes import without_summary, without_text_of_cover, without_text_of_still
from catalogue.reference.roles import DIRECTING


@dataclass(frozen=True)
class Gap:
    """Something that films lack: rows of theirs, or what a condition says of their own."""

    name: str
    title: str  # of a list of them
    label: str  # beside one of them
    condition: Q | None = None
    rows: QuerySet | None = None  # those that films have
    bad_rows: QuerySet | None = None  # those that films should not have

    @property
    def films(self):
        """The condition on films that have the gap."""
        if self.condition is not None:
            return self.condition
        if self.rows is not None:
            return ~Q(Exists(self.rows.filter(film=OuterRef("pk"))))
        return Q(Exists(self.bad_rows.filter(film=OuterRef("pk"))))

    def count(self, total):
        """How many of all films have it, read from an index of the rows alone."""
        if self.condition is not None:
            return Film.objects.filter(self.condition).order_by().count()
        rows = self.rows if self.rows is not None else self.bad_rows
        films = rows.order_by().values("film").distinct().count()
        return films if self.rows is None else total - films


GAPS = (
    Gap(
        "director",
        _("No director"),
        pgettext_lazy("missing", "director"),
        rows=Credit.objects.filter(role__in=DIRECTING),
    ),
    Gap("country", _("No country"), pgettext_lazy("missing", "country"), rows=FilmCountry.objects.all()),
    Gap("version", _("No version"), pgettext_lazy("missing", "version"), rows=Version.objects.all()),
    Gap("year", _("No year"), pgettext_lazy("missing", "year"), Q(year=None)),
    Gap(
        "summary",
        _("No short summary in one of the languages"),
        pgettext_lazy("missing", "short summary"),
        without_summary(),
    ),
    Gap("running_time", _("No running time"), pgettext_lazy("missing", "running time"), Q(running_time=None)),
    Gap(
        "cover_text",
        _("A cover without its description"),
        pgettext_lazy("missing", "description of the cover"),
        without_text_of_cover(),
    ),
    Gap(
        "still_text",
        _("A still without its description"),
        pgettext_lazy("missing", "description of a still"),
        bad_rows=Still.objects.filter(without_text_of_still()),
    ),
)
BY_NAME = {gap.name: gap for gap in GAPS}


def annotated(films):
    """These films, each told apart by what it lacks; `of` reads it."""
    return films.annotate(**{f"lacks_{gap.name}": gap.films for gap in GAPS})


def of(film):
    """Return the gaps of an annotated film, the heaviest first."""
    return [gap for gap in GAPS if getattr(film, f"lacks_{gap.name}")]


def said_of(film):
    """What an annotated film lacks, in words; the first two, and how many more."""
    found = of(film)
    words = ", ".join(str(gap.label) for gap in found[:2])
    if len(found) > 2:
        words = _("%(words)s and %(num)s more") % {"words": words, "num": len(found) - 2}
    return words or "–"


def counted():
    """Return [(gap, number of films)] of those that some film has; one query each."""
    total = Film.objects.count()
    counts = [(gap, gap.count(total)) for gap in GAPS]
    return [(gap, count) for gap, count in counts if count]


class GapFilter(admin.SimpleListFilter):
    title = _("what is missing")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return [(gap.name, gap.title) for gap in GAPS]

    def queryset(self, request, queryset):
        return queryset.filter(BY_NAME[self.value()].films) if self.value() in BY_NAME else queryset
