"""Markdown, as editors write it: the HTML and the plain text that it becomes.

Headings, emphasis, links, lists, quotations and rules, and nothing else: HTML is shown as it was typed.
"""

import nh3
from markdown_it import MarkdownIt

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


def html(text):
    """Return the HTML of a text: headings follow each other from h2 on, whatever level they are written at."""
    return nh3.clean(_parser.render(text), TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def plain(text):
    """Return a text without its marks, an empty line between its blocks."""
    blocks = [token.children for token in _parser.parse(text) if token.type == "inline"]
    return "\n\n".join(
        "".join("\n" if token.type.endswith("break") else token.content for token in block)
        for block in blocks
    )


def _set(state):
    """Set the levels of headings, the spaces of French punctuation, and what links say of themselves."""
    above = []
    for token in state.tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            above = [*(other for other in above if other < level), level]
        if token.type.startswith("heading"):
            token.tag = f"h{min(TITLE_LEVEL + len(above), LOWEST_LEVEL)}"
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
