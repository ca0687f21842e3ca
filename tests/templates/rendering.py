"""How tests of components render one: alone, from a small visible document."""

import re

from django.template import engines
from django.utils import translation

from catalogue.lists.pages import Pages

CARD = {
    "id": 7,
    "slug": "users",
    "title": "Users",
    "title_language": "",
    "original_title": "",
    "year": 2021,
    "running_time": 80,
    "countries": [],
    "directors": [{"ref": "person:1", "name": "Natalia Almada", "slug": "natalia-almada"}],
    "short_summary": {"fr": "", "en": ""},
    "cover": None,
    "available": [{"code": "vod"}],
    "formats": [],
}


class Thing:
    """A view's dataclass, with only what a component reads."""

    def __init__(self, **values):
        vars(self).update(values)


def render(component, call, lang="en", **values):
    """Render one macro as a page in this language does."""
    name = call.partition("(")[0]
    source = f'{{% from "components/{component}.html" import {name} %}}{{{{ {call} }}}}'
    with translation.override(lang):
        return engines[f"jinja2-{lang}"].env.from_string(source).render(**values)


def links(html):
    return re.findall(r'<a [^>]*href="([^"]*)"', html)


def choice(**values):
    common = {
        "value": "FR",
        "label": "France",
        "count": 3,
        "added": None,
        "url": "?country=FR",
        "selected": False,
    }
    return Thing(**common | values)


def listing(**values):
    return Thing(
        **{
            "total": 0,
            "cards": [],
            "pages": Pages(range(3), 1, None),
            "facets": [],
            "years": None,
            "chips": [],
            "clear_url": "/en/films/",
            "charts_url": None,
            "is_small": False,
            "selection_url": None,
            "take_along_url": None,
            "sorts": [],
            "letters": [],
            "notices": [],
            "query": "",
            "found": None,
            "without": [],
            "hidden": [],
            "kept": lambda name, make: make(),
        }
        | values
    )
