"""Markdown, as editors write long texts in it: the HTML and the plain text that it becomes.

Headings, emphasis, links, lists, quotations, rules and notes (where the text has [^1], a line of its own begins with
[^1] and a colon), and nothing else: HTML is shown as it was typed.
"""

import re
from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt

from catalogue import typography
from catalogue.typography import NO_BREAK_SPACE, unbroken

BLOCKS = ["heading", "list", "blockquote", "hr"]
INLINES = ["emphasis", "link", "autolink", "linkify", "newline", "escape", "entity"]
INLINES_AFTER = ["balance_pairs", "emphasis", "fragments_join"]
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "li": {"id"}, "*": set()}
TAGS = {
    "p",
    "br",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "em",
    "strong",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "sup",
}
SCHEMES = {"http", "https", "mailto", "tel"}
ELSEWHERE = ("http:", "https:", "//")  # how the address of another site begins
NOTE = re.compile(r"^\[\^(\w{1,20})\]: +(\S.*)\n?", re.MULTILINE)
REFERENCE = re.compile(r"\[\^(\w{1,20})\]")
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
    return _cleaned(_parsed(text))


def blocks(text, above=TITLE_LEVEL, name=""):
    """Return the blocks of a text. Their places, from 1, are addresses.

    `above` is the level of the heading above it, `name` what the addresses of its notes begin with.
    """
    found, tokens = [], []
    for token in _parsed(text, above, name):
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
    return _text(_parsed(text)) if MARKS.search(text) else "\n\n".join(typography.paragraphs(text))


def _parsed(text, above=TITLE_LEVEL, name=""):
    """The tokens of a text; its notes are a list at its end, in the order in which it names them."""
    named = {*REFERENCE.findall(NOTE.sub("", text))}
    notes = {label: note for label, note in NOTE.findall(text) if label in named}
    text = NOTE.sub(lambda found: "" if found[1] in notes else found[0], text)
    env = {"above": above, "notes": notes, "cited": [], "name": f"{name}-note" if name else "note"}
    tokens = _parser.parse(text, env)
    cited = [*env["cited"], *(label for label in notes if label not in env["cited"])]
    listed = _parser.parse("\n".join(f"{at}. {notes[label]}" for at, label in enumerate(cited, start=1)))
    items = [token for token in listed if token.type == "list_item_open" and token.level == 1]
    for number, item in enumerate(items, start=1):
        item.attrSet("id", f"{env['name']}-{number}")
    return tokens + listed


def _note(state, silent):
    """The number of a note, where the text has that note."""
    found = REFERENCE.match(state.src, state.pos)
    if not found or found[1] not in state.env.get("notes", ()):
        return False
    if not silent:
        cited = state.env["cited"]
        if found[1] not in cited:
            cited.append(found[1])
        number = cited.index(found[1]) + 1
        state.push("note", "", 0).meta = {"number": number, "id": f"{state.env['name']}-{number}"}
    state.pos = found.end()
    return True


def _number(_renderer, tokens, at, _options, _env):
    return '<sup><a href="#{id}">{number}</a></sup>'.format(**tokens[at].meta)


def _cleaned(tokens):
    made = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(made, TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return clean.replace("&nbsp;", NO_BREAK_SPACE)  # a third of the bytes


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
    made.inline.ruler.before("link", "note", _note)
    made.add_render_rule("note", _number)
    made.core.ruler.push("set", _set)
    return made


_parser = _made()
