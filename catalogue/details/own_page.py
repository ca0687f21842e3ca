"""A page of the site’s own."""

from catalogue.pages import render


def own_page(request, page):
    return render(request, "catalogue/own_page.html", {"page": page.document})
