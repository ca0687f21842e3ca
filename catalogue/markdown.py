"""Markdown, as editors write long texts in it: the HTML and the plain text that it becomes.

Headings, emphasis, links, lists, quotations and rules, and nothing else: HTML is shown as it was typed.
"""

import re
from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt

from catalogue import typography
from catalogue.typography import unbroken

BLOCKS = ["heading", "list", "blockquote", "hr"]
INLINES = ["emphasis", "link", "autolink", "linkify", "newline", "escape", "entity"]
INLINES_AFTER = ["balance_pairs", "emphasis", "fragments_join"]
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "*": set()}
TAGS = {"p", "br", "h2", "h3", "h4", "h5", "h6", "em", "strong", "a", "ul", "ol", "li", "blockquote", "hr"}
SCHEMES = {"http", "https", "mailto", "tel"}
ELSEWHERE = ("http:", "https:", "//")  # how the address of another site begins
TITLE_LEVEL = 1  # of the heading of the page, which is not in the text
LOWEST_LEVEL = 6
MARKS = re.compile(r"[*_\[\]<>#`\\&\r\0\t]|^ *(?:[-+]|\d+[.)])(?:\s|$)|^ *-|^ +| +$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A paragraph, of which `html` is what stands in it; or a heading, a list, a quotation… as a whole."""

    html: str
    text: str
    is_paragraph: bool


def html(text):
    """Return the HTML of a text: headings follow each other from h2 on, whatever level they are written at."""
    return _cleaned(_parser.parse(text))


def blocks(text, above=TITLE_LEVEL):
    """Return the blocks of a text. Their places, from 1, are addresses. `above` is the level of the heading above."""
    found, tokens = [], []
    for token in _parser.parse(text, {"above": above}):
        tokens.append(token)
        if token.level == 0 and token.nesting <= 0:
            is_paragraph = tokens[0].type == "paragraph_open"
            inner = tokens[1:-1] if is_paragraph else tokens
            if is_paragraph or token.type == "hr" or _text(tokens):
                found.append(Block(_cleaned(inner), _text(tokens), is_paragraph))
            tokens = []
    return found


def paragraphs(text):
    """Return the texts of the blocks, without marks."""
    if not MARKS.search(text):  # nearly all are so, and lists read many
        return typography.paragraphs(text)
    return [block.text for block in blocks(text)]


def plain(text):
    """Return a text without its marks, an empty line between its blocks."""
    return _text(_parser.parse(text)) if MARKS.search(text) else "\n\n".join(typography.paragraphs(text))


def _cleaned(tokens):
    made = _parser.renderer.render(tokens, _parser.options, {})
    return nh3.clean(made, TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def _text(tokens):
    return "\n\n".join(
        "".join("\n" if token.type.endswith("break") else token.content for token in block.children)
        for block in tokens
        if block.type == "inline"
    )


def _set(state):
    """Set the levels of headings, the spaces of French punctuation, and what links say of themselves."""
    above, level_above = [], state.env.get("above", TITLE_LEVEL)
    for token in state.tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            above = [*(other for other in above if other < level), level]
        if token.type.startswith("heading"):
            token.tag = f"h{min(level_above + len(above), LOWEST_LEVEL)}"
        for inner in token.children or ():
            if inner.type == "text":
                inner.content = unbroken(inner.content)
            elif inner.type == "link_open" and inner.attrs["href"].lower().startswith(ELSEWHERE):
                inner.attrs["rel"] = "noreferrer"


def _made():
    made = MarkdownIt("zero", {"linkify": True, "breaks": True})
    made.enable([*BLOCKS, *INLINES, *INLINES_AFTER])
    made.linkify.set({"fuzzy_link": False})  # "film.fr" may be a title: an address begins with https://
    made.core.ruler.push("set", _set)
    return made


_parser = _made()
