"""What the editors' lists of films are read by, and what films may lack, counted by an index."""

from django.db import models
from django.db.models.expressions import RawSQL

from .publishable import waiting_indexes

# SQLite uses an index of some rows where the text they are compared with is written in the query as in the index,
# and not where it is a parameter: queries ask with NOTHING.
NOTHING = RawSQL("''", ())


def without_text_of_cover(nothing=NOTHING):
    return ~models.Q(cover=nothing) & (models.Q(cover_text_fr=nothing) | models.Q(cover_text_en=nothing))


def without_text_of_still(nothing=NOTHING):
    return models.Q(text_fr=nothing) | models.Q(text_en=nothing)


FILM_INDEXES = [
    *waiting_indexes("film"),
    models.Index(fields=["sort_title", "year", "id"], name="film_by_title"),
    models.Index(fields=["year"], name="film_by_year"),
    models.Index(fields=["folded_title", "folded_original_title"], name="film_by_titles"),
    models.Index(
        fields=["id"],
        name="film_without_summary",
        condition=models.Q(short_summary_fr="") | models.Q(short_summary_en=""),
    ),
    models.Index(fields=["id"], name="film_without_running_time", condition=models.Q(running_time=None)),
    models.Index(fields=["id"], name="film_without_text_of_cover", condition=without_text_of_cover("")),
]
STILL_INDEXES = [
    models.Index(fields=["film"], name="still_without_text", condition=without_text_of_still(""))
]
