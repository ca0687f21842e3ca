"""The headings of a page, and whether something stands under each."""

from tests.pages.reading import words

LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
SHOWN = {"img", "svg", "input", "select"}


def over_nothing(page):
    """The headings below the first under which nothing is said or shown before the next of their level."""
    found, open_ones = [], []
    for node in page.css_first("main").traverse(include_text=True):
        level = LEVELS.get(node.tag)
        if level and node.css_first("a"):  # leads to what it names
            open_ones = []
        elif level:
            found += [heading for heading, above in open_ones if above >= level]
            open_ones = [(heading, above) for heading, above in open_ones if above < level]
            open_ones += [(node, level)] if level > 1 else []
        elif node.tag in SHOWN or (node.tag == "-text" and node.text().strip() and not _is_aside(node)):
            open_ones = []
    return [words(heading) for heading, _level in [*((one, 0) for one in found), *open_ones]]


def _is_aside(node):
    """Whether a text is a heading’s own, or a button’s."""
    while node := node.parent:
        if node.tag in LEVELS or node.tag == "button":
            return True
    return False


def repeated(page):
    """The headings of the first two levels that a page has twice, apostrophes aside."""
    found = [words(node).replace("'", "’").lower() for node in page.css("main :is(h1, h2)")]
    return sorted({heading for heading in found if found.count(heading) > 1})
