"""Markdown: what it becomes, and that nothing else comes through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from catalogue.markdown import blocks, html, paragraphs, plain
from catalogue.typography import unbroken

NO_BREAK = "\u00a0"
PLAIN = "p br h2 h3 h4 h5 h6 em strong ul blockquote hr sup"  # elements without attributes
ALLOWED = {tag: set() for tag in PLAIN.split()} | {"a": {"href", "rel"}, "ol": {"start"}, "li": {"id"}}
PIECES = [
    *["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>"],
    *["<svg/onload=alert(1)>", "<!--", "-->", "&lt;", "&#106;", '"', "'", "<", ">", "&", "javascript:"],
    *["[a](javascript:alert(1))", "[a](JaVaScRiPt&colon;x)", "[a](https://x.org 't')", "[a]: javascript:x"],
    *["<style>*{}</style>", "<javascript:x>", "data:text/html,", "\0", "« "],
    *["![a](x.png)", "https://x.org", "a@b.org", "//x.org", "<https://x.org>", "`", "```", "|", "~~~", "    "],
    *["[^1]", "[^1]: ", "\n[^a]: ", "[^a]"],
    *["# ", "## ", "- ", "1. ", "> ", "**", "*", "_", "[", "]", "(", ")", "\\", "\n", "\n\n", " ", "mot", "é"],
]  # fmt: skip
TYPED = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map("".join)
MARKUP = re.compile("<[^>]*>")


def elements(made):
    tree = LexborHTMLParser(f"<main>{made}</main>").css_first("main")
    return [node for node in tree.traverse() if node != tree]


@given(TYPED)
def test_whatever_is_typed_nothing_comes_out_but_what_markdown_may_become(typed):
    for node in elements(html(typed)):
        assert node.tag in ALLOWED
        assert node.attributes.keys() <= ALLOWED[node.tag]
        address = (node.attributes.get("href") or "").strip()
        assert re.match(r"(https?|mailto|tel):", address, re.IGNORECASE) or not re.match(
            r"[\w.+-]*:", address
        )


@given(TYPED)
def test_headings_follow_each_other_below_that_of_the_page(typed):
    levels = [int(node.tag[1]) for node in elements(html(typed)) if re.fullmatch("h[1-6]", node.tag)]
    for before, level in zip([1, *levels], levels, strict=False):
        assert 2 <= level <= before + 1


@given(TYPED)
def test_plain_text_is_read_without_fault(typed):
    assert isinstance(plain(typed), str)


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Un *mot* **fort**.", "<p>Un <em>mot</em> <strong>fort</strong>.</p>"),
        ("12, rue X\n75011 Paris", "<p>12, rue X<br>\n75011 Paris</p>"),
        ("### A\n# B\n## C", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a\n---", "<p>a</p>\n<hr>"),
        ("    a", "<p>a</p>"),
        ("[films](/fr/films/)", '<p><a href="/fr/films/">films</a></p>'),
        ("[x](https://x.org/)", '<p><a href="https://x.org/" rel="noreferrer">x</a></p>'),
        ("https://x.org/", '<p><a href="https://x.org/" rel="noreferrer">https://x.org/</a></p>'),
        ("à a@b.org", '<p>à <a href="mailto:a@b.org">a@b.org</a></p>'),
        ("Norilsk.film", "<p>Norilsk.film</p>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        (r"\[sic\]", "<p>[sic]</p>"),
    ],
)
def test_what_it_becomes(typed, made):
    assert html(typed).strip() == made


def test_french_punctuation_never_begins_a_line():
    [paragraph] = elements(html("« *Oui* » **Titre** : fin !"))[:1]
    assert paragraph.text() == f"«{NO_BREAK}Oui{NO_BREAK}» Titre{NO_BREAK}: fin{NO_BREAK}!"


def test_plain_text_has_neither_marks_nor_addresses():
    assert (
        plain("# Titre\n\nUn [lien](https://x.org) *ici*\nlà\n\n- a\n- b")
        == "Titre\n\nUn lien ici\nlà\n\na\n\nb"
    )


def test_blocks_have_their_places_and_stand_below_the_heading_above_them():
    made = blocks("Un *mot*.\n\n# Titre\n\n- a\n- b\n\nFin.", above=2)
    assert [(block.html.strip(), block.is_paragraph) for block in made] == [
        ("Un <em>mot</em>.", True),
        ("<h3>Titre</h3>", False),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", False),
        ("Fin.", True),
    ]
    assert paragraphs("Un *mot*.\n\n# Titre\n\n- a\n- b\n\nFin.") == ["Un mot.", "Titre", "a\n\nb", "Fin."]


@given(TYPED)
def test_a_text_without_marks_is_read_the_same_without_the_parser(typed):
    texts = [block.text for block in blocks(typed)]
    if "---" not in typed and texts != [""]:
        assert [" ".join(unbroken(one).split()) for one in paragraphs(typed)] == [
            " ".join(one.split()) for one in texts
        ]


def test_notes_stand_at_the_end_in_the_order_of_the_text():
    text = "Un[^b] deux[^a] un[^b] trois[^c].\n[^a]: *Note* a.\n[^b]: Note b.\n\n[^d]: Rien.\n\nFin."
    first, kept, last, notes = blocks(text, name="synopsis")
    assert first.html == (
        'Un<sup><a href="#synopsis-note-1">1</a></sup> deux<sup><a href="#synopsis-note-2">2</a></sup> '
        'un<sup><a href="#synopsis-note-1">1</a></sup> trois[^c].'
    )
    assert (kept.text, last.text) == ("[^d]: Rien.", "Fin.")
    assert (
        '<li id="synopsis-note-1">Note b.</li>\n<li id="synopsis-note-2"><em>Note</em> a.</li>' in notes.html
    )
    assert plain(text).endswith("Note b.\n\nNote a.")
