"""The films most read in the last 30 days, computed from the daily views and kept in one row."""

import json
from datetime import timedelta

from django.db.models import Sum

from catalogue.models import DailyViews, PopularFilms

DAYS = 30
MOST = 100  # films
COLUMN = "(SELECT ids FROM catalogue_popularfilms)"  # read with the publication’s state, by one query


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


def views(films, today):
    """Return {film id: its visitors in the 30 days that end today}."""
    rows = DailyViews.objects.filter(film__in=films, day__gt=today - timedelta(days=DAYS), day__lte=today)
    return dict(rows.values("film").annotate(views=Sum("count")).values_list("film", "views"))


def films(column):
    """Return [film ids, most read first] of what `COLUMN` read."""
    return json.loads(column) if column else []
