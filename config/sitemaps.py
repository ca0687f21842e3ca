"""The sitemap: an index of parts, each of a bounded number of pages in both languages, however many there are."""

from typing import NamedTuple

from django.contrib.sitemaps import Sitemap, views
from django.core.paginator import Paginator
from django.urls import reverse

from catalogue.models import Page
from catalogue.pages import check_fresh, public
from catalogue.publication.frame import site
from catalogue.publication.state import state

LISTS = (
    "catalogue:home",
    "catalogue:film-list",
    "catalogue:film-charts",
    "catalogue:portrait",
    "catalogue:person-list",
    "catalogue:company-list",
    "catalogue:selection-list",
    "distributors:distributor-list",
)


class Pages(Sitemap):
    """Pages in every language that the site is in."""

    i18n = True

    @property
    def languages(self):
        return site().languages

    @property
    def alternates(self):
        return len(self.languages) > 1

    x_default = alternates


class Lists(Pages):
    """Those that are there whatever is published."""

    def items(self):
        return LISTS

    def location(self, name):
        return reverse(name)


class Entry(NamedTuple):
    name: str
    arguments: list
    updated_at: object


class Published(Pages):
    """All published ones, by kind and age: a new one comes last of its kind, and moves few into another part."""

    limit = 2500  # pages, each in every language

    def items(self):
        return (
            Page.objects.current()
            .order_by("kind", "object_id")
            .values_list("kind", "object_id", "slug", "updated_at")
        )

    def location(self, entry):
        return reverse(entry.name, args=entry.arguments)

    def lastmod(self, entry):
        return entry.updated_at

    def get_latest_lastmod(self):
        return state().changed_at  # to look for the page that changed last would read them all

    @property
    def paginator(self):
        return Parts(self.items(), self.limit)


class Parts(Paginator):
    """Asks the database for the pages of one part alone."""

    def page(self, number):
        part = super().page(number)
        part.object_list = [(entry, code) for entry in _entries(list(part)) for code in site().languages]
        return part


def _entries(rows):
    """Yield the entry of each row of a page; a text's address begins with that of its film or person."""
    subjects = {slug.partition("/")[0] for kind, _pk, slug, _updated_at in rows if kind == "text"}
    ids = {subject.partition("-")[2] for subject in subjects}
    named = Page.objects.current().filter(kind__in=["film", "person"], object_id__in=ids)
    slugs = {f"{kind}-{pk}": slug for kind, pk, slug in named.values_list("kind", "object_id", "slug")}
    for kind, _pk, slug, updated_at in rows:
        subject, _slash, text_slug = slug.partition("/")
        if kind != "text":
            yield Entry(f"catalogue:{kind}-detail", [slug], updated_at)
        elif subject in slugs:
            yield Entry(
                f"catalogue:{subject.partition('-')[0]}-text", [slugs[subject], text_slug], updated_at
            )


SITEMAPS = {"lists": Lists, "pages": Published}


@public
def index(request):
    now = state()
    check_fresh(request, now, now.number)  # also texts, and when each page was changed
    return views.index(request, SITEMAPS, sitemap_url_name="sitemap-part")


@public(parameters=("p",))
def part(request, section):
    now = state()
    check_fresh(request, now, now.number)  # also texts, and when each page was changed
    return views.sitemap(request, SITEMAPS, section)
