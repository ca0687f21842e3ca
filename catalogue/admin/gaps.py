"""What is missing of films, by weight: counted on the first page, shown in the list, chosen as its filter.

What that is, is said by the checks before publishing: a film has a gap where one of these fails.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalogue import publishing_checks
from catalogue.models import Film

CHECKS = publishing_checks.named(Film)


@dataclass(frozen=True)
class Gap:
    """Something that films lack: where one of its checks fails."""

    name: str  # of its check, where it has one
    label: str  # beside a film
    checks: tuple = ()
    words: str = ""  # where it has several

    @property
    def title(self):
        """What a list of such films is called."""
        return self.words or CHECKS[self.name].words

    @property
    def films(self):
        """The condition on films that have the gap."""
        return reduce(or_, (CHECKS[name].fails for name in self.checks or (self.name,)))

    def count(self, total):
        """How many of all films have it, read from an index of the rows alone."""
        check = CHECKS.get(self.name)
        if check is None or check.rows is None:
            return Film.objects.filter(self.films).order_by().count()
        films = check.rows.order_by().values("film").distinct().count()
        return total - films if check.is_wanted else films


GAPS = (
    Gap("director", pgettext_lazy("missing", "director")),
    Gap("country", pgettext_lazy("missing", "country")),
    Gap("version", pgettext_lazy("missing", "version")),
    Gap("year", pgettext_lazy("missing", "year")),
    Gap(
        "summary",
        pgettext_lazy("missing", "short summary"),
        ("summary_fr", "summary_en"),
        _("No short summary in one of the languages"),
    ),
    Gap("running_time", pgettext_lazy("missing", "running time")),
    Gap("cover_text", pgettext_lazy("missing", "description of the cover")),
    Gap("still_text", pgettext_lazy("missing", "description of a still")),
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
