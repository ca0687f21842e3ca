"""Citations of films and texts, each beside its page: cite.ris, cite.bib, cite.txt."""

from django.http import Http404, HttpResponse

from catalogue.addresses import address
from catalogue.metadata.citations import bibtex, cited, plain, ris
from catalogue.pages import found, public, read_page
from catalogue.publication.cards import cards
from catalogue.publication.credits import directors
from catalogue.publication.surroundings import texts_about

# {form: (how it is written, its type, whether a browser keeps it as a file)}
FORMS = {
    "ris": (ris.write, "application/x-research-info-systems; charset=utf-8", True),
    "bib": (bibtex.write, "application/x-bibtex; charset=utf-8", True),
    "txt": (lambda *those: plain.write(*those) + "\n", "text/plain; charset=utf-8", False),
}


@public
def film(request, slug, form):
    page = read_page(request, "film", slug)
    those = directors(page.document)
    url = _url(request, "catalogue:film-detail", slug)
    return _citation(request, form, cited.film(page.document, those, url, _sort_names(those)))


@public
def film_secrets(request, slug, form):
    page = read_page(request, "film", slug)
    texts = found(texts_about(page, "film", kind="shooting_secret"))
    url = _url(request, "catalogue:film-secrets", slug)
    sort_names = _sort_names(text["author"] for text in texts)
    return _citation(request, form, cited.secrets(texts, page.card, url, sort_names))


@public
def text(request, kind, slug, text_slug, form):
    """A text about a "film" or a "person"."""
    page = read_page(request, kind, slug)
    text = found(texts_about(page, kind, slug=text_slug))[0]
    url = _url(request, f"catalogue:{kind}-text", slug, text_slug)
    return _citation(request, form, cited.text(text, page.card, url, _sort_names([text["author"]])))


def _url(request, view, *slugs):
    return request.build_absolute_uri(address(view, *slugs))


def _sort_names(references):
    """{reference: sort name} of those who have a page; one query where there are any."""
    refs = [one["ref"] for one in references if one and one["ref"]]
    people = cards("person", [int(ref.partition(":")[2]) for ref in refs])
    return {f"person:{card['id']}": card["sort_name"] for card in people}


def _citation(request, form, what):
    if form not in FORMS:
        raise Http404
    write, content_type, is_file = FORMS[form]
    response = HttpResponse(write(what, request.today), content_type=content_type)
    if is_file:
        response["Content-Disposition"] = f'attachment; filename="{what.key}.{form}"'
    response["X-Robots-Tag"] = "noindex"
    return response
