"""The films most read in the last 30 days, computed from the daily views and kept in one row."""

from datetime import timedelta

from django.db.models import Sum

from catalogue.models import DailyViews, PopularFilms

DAYS = 30
MOST = 100  # films


def compute(today):
    """Write the order of the films read in the 30 days that end today; films nobody read are not in it."""
    rows = (
        DailyViews.objects.filter(day__gt=today - timedelta(days=DAYS), day__lte=today)
        .values("film")
        .annotate(views=Sum("count"))
        .filter(views__gt=0)
        .order_by("-views", "film")
    )
    films = [row["film"] for row in rows[:MOST]]
    PopularFilms.objects.update_or_create(pk=1, defaults={"ids": films})


def films():
    """Return [film ids, most read first]; one query."""
    return PopularFilms.objects.values_list("ids", flat=True).first() or []
