"""Films of one title on one page: each is a film of its own, and the same one when the page comes again.

On such a page their synopses distinguish them, so they are found again by these; one whose synopsis has changed, by
its place among those that are left.
"""

from django.utils.translation import gettext as _

from catalogue.folding import fold
from catalogue.importing.records import body
from catalogue.models import Film

from .finding import brought_film, name_of, named_film


def films_of_one_title(delivery, entries, company):
    """Yield (entry, film) for the entries of a company's page that share a title; none for a film deleted here."""
    title = entries[0].title
    last = delivery.ledger.meant_by_title("film", name_of(title)[0])
    if len(entries) == 1 and not last:
        film, _is_new = named_film(delivery, title, company=company)
        if film is not None:
            yield entries[0], film
        return
    known = _again(delivery.ledger, entries, last)
    taken = set(last)
    for place, entry in enumerate(entries):
        name = [*name_of(entry.title), *([place] if place else [])]
        film, _is_new = brought_film(
            delivery, entry.title, name, known.get(place), lambda entry=entry: _same(delivery, entry, taken)
        )
        if film is not None:
            taken.add(film.pk)
            yield entry, film


def _again(ledger, entries, last):
    """Return {place of an entry: the id of its film} for those that the page brought before."""
    found, left = {}, list(last)
    for place, entry in enumerate(entries):
        synopsis = body(entry.synopsis)
        same = [pk for pk in left if synopsis and ledger.last_of("film", pk, "synopsis_fr") == synopsis]
        if same:
            found[place] = same[0]
            left.remove(same[0])
    unknown = [place for place in range(len(entries)) if place not in found]
    return found | dict(zip(unknown, left, strict=False))


def _same(delivery, entry, taken):
    """Return the film that is here and has the same synopsis, or None."""
    here = [film for film in Film.objects.known_as(entry.title.value).order_by("pk") if film.pk not in taken]
    synopsis = fold(body(entry.synopsis))
    same = [film for film in here if synopsis and fold(film.synopsis_fr) == synopsis]
    if here and not same:
        delivery.tell(
            entry.title.line,
            _(
                "several films of this page are called “{}”: this one is taken for a new one, not for one that is here"
            ).format(entry.title.value),
        )
    return same[0] if same else None
