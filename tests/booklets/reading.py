"""What a PDF says, read by a library that has no part in making it."""

import io
import re
from collections import defaultdict

from pypdf import PdfReader


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def texts(reader):
    """The text of each page, spaces of all kinds made plain."""
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def page_of_sheets(pages, summaries):
    """{film: number of the page that has its summary}, of {film: what its sheet alone says}."""
    return {
        film: next(number for number, text in enumerate(pages, start=1) if summary in text)
        for film, summary in summaries.items()
    }


def numbers_after(text, films):
    """{film: numbers that follow its title}, of a text such as that of an index."""
    found = defaultdict(set)
    for film in films:
        for number in re.findall(rf"{re.escape(film)}(?: ?[^\d,]+, \d{{4}})?,? (\d+)(?!\d)", text):
            found[film].add(int(number))
    return dict(found)


def elements(node, kind):
    """All elements of a kind ("/Figure") in the structure of a tagged PDF."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child, kind)
    elif isinstance(node, dict):
        if node.get("/S") == kind:
            yield node
        if "/K" in node:
            yield from elements(node["/K"], kind)
