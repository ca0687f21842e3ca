"""How what a page says meets what the catalogue holds: a page updates what it brought, an editor's change stays.

Three sides: what is `here` now, what the page brought `last`, and what the `page` says now. No Django, no database.
"""


def is_empty(value):
    return value is None or value == ""


def settled(here, last, page):
    """Return the value to keep: the page's where nobody else has spoken since, otherwise the one that is here."""
    if here == last or (is_empty(here) and is_empty(last)):
        return page
    return here


def rearranged(here, last, page):
    """Return in which order to keep the items that a page brought.

    All three are lists of items, `here` those that are left of them. In the page's order, unless an editor has
    changed the order in which the page brought them: then new ones come after.
    """
    brought = [item for item in last if item in here]
    if [item for item in here if item in brought] == brought:
        return [item for item in page if item in here]
    return list(here)
