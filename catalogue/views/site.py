"""What the site has outside its languages: the way in, robots, sitemap, favicon."""

from django.http import HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from catalogue.models import Page
from catalogue.pages import public

ADDRESSES = {
    "film": "catalogue:film-detail",
    "person": "catalogue:person-detail",
    "company": "catalogue:company-detail",
    "selection": "catalogue:selection-detail",
}
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
MOST = 25_000  # addresses a sitemap may hold, in two languages each; the format's limit is 50,000


@public
def language(request):
    """Lead to the visitor's own language."""
    code = translation.get_language_from_request(request)
    return HttpResponseRedirect(f"/{code}/", headers={"Vary": "Accept-Language", "Cache-Control": "no-cache"})


@public
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@public
def sitemap(request):
    entries = [(_in_both(name), None) for name in LISTS] + _page_entries()
    context = {"entries": entries, "origin": request.build_absolute_uri("/").rstrip("/")}
    return HttpResponse(
        render_to_string("sitemap.xml", context, using="jinja2"), content_type="application/xml"
    )


def _page_entries():
    """[(addresses of a page, day of its last change)]; a text's address begins with that of its film or person."""
    pages = Page.objects.filter(kind__in=[*ADDRESSES, "text"]).order_by("kind", "object_id")
    rows = pages.values_list("kind", "object_id", "slug", "updated_at")[: MOST - len(LISTS)]
    subjects = {f"{kind}-{pk}": (kind, slug) for kind, pk, slug, _updated_at in rows}
    entries = []
    for kind, _pk, slug, updated_at in rows:
        name, arguments = ADDRESSES.get(kind), [slug]
        if kind == "text":
            subject, _slash, text_slug = slug.partition("/")
            if subject not in subjects:
                continue
            subject_kind, subject_slug = subjects[subject]
            name, arguments = f"catalogue:{subject_kind}-text", [subject_slug, text_slug]
        entries.append((_in_both(name, *arguments), updated_at.date().isoformat()))
    return entries


@public
def favicon(request):
    return HttpResponseRedirect(static("img/favicon.ico"))


def _in_both(name, *args):
    """Return {language: path}."""
    paths = {}
    for code in ("fr", "en"):
        with translation.override(code):
            paths[code] = reverse(name, args=args)
    return paths
