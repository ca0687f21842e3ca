"""The texts of a film: notes, presentations, shooting secrets, each with its signatory as author."""

from dataclasses import dataclass

from catalogue.folding import fold
from catalogue.importing.records import Found, Paragraphs, body

from .finding import person_called
from .rows import Item, RowList, merge_rows

LANGUAGE = "fr"  # of the source pages


@dataclass(frozen=True)
class PageText:
    """A text as a page has it; `key` names it in the page, `kind` is one of Text.Kind."""

    key: str
    kind: str
    paragraphs: Paragraphs
    heading: Found[str] | None = None
    author: Found[str] | None = None
    quality: Found[str] | None = None


def store_texts(delivery, film, texts):
    """Bring the texts of a film, in the page's order. One with a heading is known again by it, another by its words."""
    rows = RowList(
        owner=film,
        name="texts",
        rows=film.texts.all(),
        root=lambda text: None,
        fixed=("film", "person", "text_kind", "language"),
    )
    merge_rows(delivery, rows, [_item(delivery, film, text) for text in texts])


def _item(delivery, film, text):
    line = text.paragraphs[0].line
    whole = body(text.paragraphs)
    heading = text.heading.value if text.heading else ""

    def is_alike(row):
        same_heading = row.text_kind == text.kind and fold(row.heading) == fold(heading)
        return same_heading and (bool(heading) or fold(row.body) == fold(whole))

    def author():
        return person_called(delivery, text.author, film)

    return Item(
        key=text.key,
        line=line,
        columns=lambda: {"film": film, "text_kind": text.kind, "language": LANGUAGE},
        values={"heading": text.heading, "body": Found(whole, line), "author_quality": text.quality},
        is_alike=is_alike,
        fill=lambda row: _sign(delivery, row, text.author, author),
    )


def _sign(delivery, row, name, author):
    """Make the signatory the text's author, unless an editor wrote another name."""
    if not row.author_name:
        delivery.refer(row, "author", name, author)
    elif name and fold(row.author_name) != fold(name.value):
        delivery.tell_kept(name.line, row, "author", row.author_name, name.value)
