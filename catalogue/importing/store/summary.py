"""A short summary that is longer than lists can show: nothing of it is lost."""

from django.utils.translation import gettext as _

from catalogue.importing.records import Found
from catalogue.models import Film

LONGEST = Film._meta.get_field("short_summary_fr").max_length
SENTENCE_ENDS = (". ", "! ", "? ", "… ")


def summary_and_synopsis(delivery, found):
    """Return a page's short summary and None, or its beginning and the whole of it as a synopsis."""
    if found is None or len(found.value) <= LONGEST:
        return found, None
    delivery.tell(
        found.line,
        _("the short summary has {} letters, {} at most: kept whole as the synopsis").format(
            len(found.value), LONGEST
        ),
    )
    return Found(beginning(found.value), found.line), found


def beginning(text):
    """Return the first sentences of a text, or its first words, in at most LONGEST letters."""
    start = text[: LONGEST + 1]
    end = max(start.rfind(mark) for mark in SENTENCE_ENDS)
    if end > 0:
        return start[: end + 1]
    return (
        start[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"
        if " " in start[: LONGEST - 1]
        else start[: LONGEST - 1] + "…"
    )
