"""The structured data of a page: one block of JSON-LD, which is data and no script."""

import json

from markupsafe import Markup

from . import collections, films, names, texts

# Each makes the things that a page is about, of `here` (see base.html) and what the page shows.
ABOUT = {
    "home": collections.site,
    "list": collections.item_list,
    "selection": collections.selection,
    "crumbs": collections.crumbs,
    "film": films.film,
    "text": texts.text,
    "secrets": texts.secrets,
    "person": names.person,
    "company": names.company,
}
# In JSON these mean the same, and end neither the element nor a line.
ESCAPES = [(character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029"]


def json_ld(kind, here, **shown):
    """Return the structured data of a page of this kind, for its head."""
    data = {"@context": "https://schema.org", "@graph": ABOUT[kind](here, **shown)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES:
        text = text.replace(character, escaped)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - escaped
