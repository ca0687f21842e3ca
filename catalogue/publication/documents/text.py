"""Texts: the document of a page, which is its card too."""

from catalogue.folding import fold
from catalogue.markdown import plain
from catalogue.models import Text
from catalogue.publication.search.terms import search_terms

from .kind import Kind, newest
from .parts import iso, reference

OF_FILMS = "text.of_films"  # by their kind
IN_LANGUAGE = "text.in_language"  # by the language they are written in
DEFAULTS = {
    "heading": "",
    "author": None,
    "author_quality": "",
    "language": "",
    "date": None,
    "source": "",
    "position": 0,
}


def text_documents(ids):
    """Return {id: document} of these texts, as they are in the editors' tables."""
    return {text.pk: _document(text) for text in Text.objects.filter(pk__in=ids).select_related("author")}


def _document(text):
    author = reference("person", text.author) if text.author else None
    if text.author_name:
        author = {"ref": None, "name": text.author_name, "slug": None}
    return {
        "id": text.pk,
        "slug": text.slug,
        "kind": text.text_kind,
        "heading": text.heading,
        "body": text.body,
        "author": author,
        "author_quality": text.author_quality,
        "language": text.language,
        "date": iso(text.date),
        "source": text.source,
        "position": text.position,
        "film_id": text.film_id,
        "person_id": text.person_id,
        "published_at": iso(text.published_at),
    }


def _terms(text, _today):
    yield "text.subject", ":".join(_subject(text)), {}
    if text["film_id"]:
        yield OF_FILMS, text["kind"], {}
        yield IN_LANGUAGE, text["language"], {}
    if text["author"] and text["author"]["ref"]:
        yield "text.author", text["author"]["ref"], {}
    author = text["author"]["name"] if text["author"] else ""
    for field, word in search_terms("text", [text["heading"]], [author], [plain(text["body"])]):
        yield field, word, {}


def _slug(text):
    return (
        f"{'-'.join(_subject(text))}/{text['slug']}"  # by the subject's id, so a renamed film keeps its texts
    )


def _subject(text):
    """What it is about: ("film", id) or ("person", id)."""
    return ("film", str(text["film_id"])) if text["film_id"] else ("person", str(text["person_id"]))


TEXT = Kind(
    Text,
    text_documents,
    DEFAULTS,
    card=lambda text: text,
    terms=_terms,
    sort_key=lambda text: fold(text["heading"]),
    slug=_slug,
    orderings={"text.newest": newest},
    held=(OF_FILMS, IN_LANGUAGE),
)
