"""The ways in which a film can be seen: a version of it, and an offer that holds for that version.

What is asked of a way is asked of all of it: a film with one version in English and another one subtitled in French is
no answer to English with French subtitles. So a film has a term for each of its ways: a digest, with all that the way
holds in the place of labels.
"""

from functools import lru_cache
from hashlib import blake2b

from .fields import NO_LABELS, UNKNOWN, WAYS, Field, way_fields

WAY = Field("way", held_as=WAYS)
_offers = []


def register(offers):
    """Let another app tell what it offers: `offers` is given a film's document and a version of it, or None."""
    _offers.append(offers)


def ways(film):
    """Yield (version, offer) of a document; None for what it does not have."""
    for version in film["versions"] or [None]:
        found = [offer for offers in _offers for offer in offers(film, version)]
        for offer in found or [None]:
            yield version, offer


def way_terms(film, today):
    """Yield (field, value, labels) of a film's ways on a day, and of each way as a whole."""
    declared = way_fields()
    for version, offer in ways(film):
        held = {}
        for field in declared:
            held[field.name] = dict(field.way(film, version, offer, today)) or {UNKNOWN: NO_LABELS}
        for field in declared:
            if _is_counted(field, held):
                for value, labels in held[field.name].items():
                    yield field.name, value, field.checked(value, labels)
        way = tuple((name, tuple(sorted(values))) for name, values in sorted(held.items()))
        yield WAY.name, _digest(way), {name: list(values) for name, values in way}


def _is_counted(field, held):
    """Whether a way counts where nothing but this field is chosen."""
    return all(not held[other].keys().isdisjoint(values) for other, values in field.assumes)


@lru_cache(maxsize=50_000)
def _digest(way):
    return blake2b(repr(way).encode(), digest_size=8).hexdigest()
