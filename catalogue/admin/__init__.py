"""The editors' tool: Django's admin, where saving and publishing are two things."""

from . import (
    accounts,
    companies,
    daily_views,
    desk_blocks,
    desk_coming,
    desk_unfinished,
    films,
    highlights,
    identity,
    jobs,
    own_pages,
    people,
    selections,
    texts,
    vocabulary,
)

__all__ = [
    "accounts",
    "companies",
    "daily_views",
    "desk_blocks",
    "desk_coming",
    "desk_unfinished",
    "films",
    "highlights",
    "identity",
    "jobs",
    "own_pages",
    "people",
    "selections",
    "texts",
    "vocabulary",
]
