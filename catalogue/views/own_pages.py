"""Pages of the site’s own."""

from catalogue.pages import public, read_page, render


@public
def page_detail(request, slug):
    page = read_page(request, "page", slug)
    return render(request, "catalogue/own_page.html", {"page": page.document, "preview": None})
