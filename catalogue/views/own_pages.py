"""Pages of the site’s own."""

from catalogue.details.own_page import own_page
from catalogue.pages import public, read_page


@public
def page_detail(request, slug):
    return own_page(request, read_page(request, "page", slug))
