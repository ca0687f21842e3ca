"""Which films of a company's lists are one film: printed again, or standing in two lists. No Django."""

from dataclasses import replace

from catalogue.folding import fold
from catalogue.importing.parsing.doubled_blocks import values_of
from catalogue.importing.records import PageWarning


def once_each(films):
    """Return the films of a list without those that are printed again, and a warning where supports differ.

    What has another text is another film of this title, and so is what has other supports and no text.
    """
    kept, warnings = {}, []
    for film in films:
        title = _title(film)
        supports, synopsis = values_of(film.supports), _synopsis(film)
        key = (title, synopsis or supports)
        known = kept.get(key)
        if known is None:
            kept[key] = film
        elif set(supports) != set(values_of(known.supports)):
            kept[key] = replace(known, supports=_joined(known, film))
            message = f"{film.title.value!r} is printed again with other supports; all of them are kept"
            warnings.append(
                PageWarning(film.title.line, "doubled-block", message, (*known.supports, *film.supports))
            )
    return tuple(kept.values()), warnings


def films_of_page(lists):
    """Return the lists with every film in as many of them as it stands in, whole in each.

    A film of two lists is one if both have the same text for it, or one has none and no other film has its title.
    """
    films = []  # [film, {place of a list: place of the film in it}]
    namesakes, told_alike = {}, {}  # those of a title, those of a title and a text
    for number, listed in enumerate(lists):
        for place, film in enumerate(listed.films):
            title, text = _title(film), (_title(film), _synopsis(film))
            known = _known(film, number, namesakes.get(title, ()), told_alike.get(text, ()))
            if known is None:
                known = [film, {number: place}]
                films.append(known)
                namesakes.setdefault(title, []).append(known)
                told_alike.setdefault(text, []).append(known)
            else:
                supports, synopsis = _joined(known[0], film), known[0].synopsis or film.synopsis
                known[0] = replace(known[0], supports=supports, synopsis=synopsis)
                known[1][number] = place
    complete = [list(listed.films) for listed in lists]
    for film, places in films:
        for number, place in places.items():
            complete[number][place] = film
    return tuple(replace(listed, films=tuple(own)) for listed, own in zip(lists, complete, strict=True))


def _known(film, number, namesakes, told_alike):
    """Return the entry that a film of another list is, None if it is none of them or could be several."""
    possible = [entry for entry in told_alike if number not in entry[1]]
    if not possible and len(namesakes) == 1 and number not in namesakes[0][1]:
        possible = [entry for entry in namesakes if not film.synopsis or not entry[0].synopsis]
    return possible[0] if len(possible) == 1 else None


def _joined(one, other):
    known = values_of(one.supports)
    return one.supports + tuple(support for support in other.supports if support.value not in known)


def _title(film):
    return fold(film.title.value) or film.title.value


def _synopsis(film):
    return tuple(fold(text) or text for text in values_of(film.synopsis))
