"""The films most read in the last 30 days, computed from the daily views and kept as an ordering."""

from datetime import timedelta

from django.db.models import Subquery, Sum

from catalogue.models import CatalogueState, DailyViews, Ordering
from catalogue.publication.orderings import packed, unpacked

DAYS = 30
MOST = 100  # films
NAME = "popular"


def compute(today):
    """Write the order of the films read in the 30 days that end today; films nobody read are not in it."""
    rows = (
        DailyViews.objects.filter(day__gt=today - timedelta(days=DAYS), day__lte=today)
        .values("film")
        .annotate(views=Sum("count"))
        .filter(views__gt=0)
        .order_by("-views", "film")
    )
    films = packed(row["film"] for row in rows[:MOST])
    Ordering.objects.update_or_create(name=NAME, defaults={"ids": films})


def state():
    """Return (the publication's state, [film ids, most read first]) in one query."""
    films = Ordering.objects.filter(name=NAME).values("ids")
    row = CatalogueState.objects.values_list("number", "changed_at", Subquery(films)).first()
    if row is None:
        return (0, None), []
    number, changed_at, popular = row
    return (number, changed_at), list(unpacked(popular or b""))
