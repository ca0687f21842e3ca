"""Finding again the films, people and companies that a page names, accents, case and apostrophes aside."""

from django.utils.translation import gettext as _

from catalogue.folding import fold
from catalogue.importing.records import Found
from catalogue.models import Company, Film, Person
from catalogue.reference.roles import DIRECTING

from .delivery import plain


def film_called(delivery, title, year=None, directors=(), company=None):
    """Return the film of this title, or None where there is none yet.

    A film of another year, or of the same year by other directors, is another film. Where one side has no year,
    there must be one film only that it can be. `directors` are names; `company` helps to choose among several.
    """
    wanted_year = plain(year)
    named = list(Film.objects.known_as(title.value).order_by("pk"))
    possible = [
        film
        for film in named
        if (film.year == wanted_year or None in (film.year, wanted_year))
        and not is_by_others(film, directors)
    ]
    exact = [film for film in possible if wanted_year and film.year == wanted_year]
    pool = exact or possible
    film = pool[0] if len(pool) == 1 else _likeliest(pool, directors, company)
    if film is None and len(pool) > 1:
        first, new = (
            _("{} films are called “{}”: taken for the first"),
            _("{} films are called “{}”: taken for a new one"),
        )
        film = pool[0] if exact else None
        delivery.tell(title.line, (first if exact else new).format(len(pool), title.value))
    elif film is not None and wanted_year is None and film.year:
        delivery.tell(title.line, _("“{}” is taken for the film of {}").format(title.value, film.year))
    if film is None:
        _tell_namesakes(delivery, title, named, directors)
    return film


def person_called(delivery, name, film=None):
    """Return the person of this name, made where there is none. Of several: the one with a credit of the film."""
    people = list(Person.objects.named(name.value).order_by("qualifier", "pk"))
    if len(people) == 1:
        return people[0]
    if people and film is not None:
        credited = [person for person in people if person.credits.filter(film=film).exists()]
        if len(credited) == 1:
            return credited[0]
    if people:
        delivery.tell(
            name.line,
            _("{} people are called “{}”: taken for the one without a qualifier").format(
                len(people), name.value
            ),
        )
        if not people[0].qualifier:
            return people[0]
    return delivery.create(Person, {"name": name.value}, line=name.line)


def company_called(delivery, name):
    """Return the company that bears or bore this name, made where there is none."""
    companies = list(Company.objects.named(name.value).order_by("pk"))
    same = [company for company in companies if company.folded_name == fold(name.value)]
    if len(same or companies) > 1:
        called = _("{} companies are called “{}”: taken for the first").format(len(companies), name.value)
        delivery.tell(name.line, called)
    if companies:
        return (same or companies)[0]
    return delivery.create(Company, {"name": name.value}, line=name.line)


def named_film(delivery, title, year=None, directors=(), company=None, is_subject=False, is_alone=False):
    """Return the film that a page names and whether it is new. The title and the year are brought to it.

    None for a film that was deleted here since, unless it is the page's own subject. `is_alone` says that the page
    names no other film: the one it named last is the one, even if the page calls it otherwise now.
    """
    name = name_of(title, year)
    known = delivery.ledger.meant_by("film", name)
    if is_alone:
        known = next(iter(delivery.ledger.known("film")), None)

    def search():
        return film_called(delivery, title, year, directors, company)

    return brought_film(delivery, title, name, known, search, year, is_subject)


def name_of(title, year=None):
    """Return what a page calls a film, as the facts keep it."""
    return [fold(title.value) or title.value, plain(year)]


def brought_film(delivery, title, name, known, search, year=None, is_subject=False):
    """Return the film that a page means by a name and whether it is new.

    `known` is the id of the one that it meant last, `search` finds one among those that are here.
    """
    film = Film.objects.filter(pk=known).first()
    if known and film is None and not is_subject:
        delivery.ledger.keep_row("film", known)
        delivery.tell(title.line, _("not brought again: the film “{}” was deleted here").format(title.value))
        return None, False
    film = film or search()
    is_new = film is None
    if is_new:
        film = delivery.create(Film, line=title.line, title=title, year=year)
    else:
        delivery.merge(film, title=title, **({"year": year} if year else {}))
    delivery.ledger.bring_name(film, name)
    return film, is_new


def is_by_others(film, directors):
    """True where page and catalogue both name directors, and not one of them is the same."""
    here, page = directors_of(film), _names(directors)
    return bool(here and page and not here & page)


def quoted(film):
    """Return what reports call a film: 'film "Users" (2021)'."""
    return f'film "{film.title}"' + (f" ({film.year})" if film.year else "")


def directors_of(film):
    return {
        credit.person.folded_name
        for credit in film.credits.filter(role__in=DIRECTING).select_related("person")
    }


def _names(directors):
    return {fold(name.value if isinstance(name, Found) else name) for name in directors}


def _likeliest(films, directors, company):
    """Return the one film among several that shares a director or the company, or that has no year yet."""
    tests = (
        lambda film: bool(directors_of(film) & _names(directors)),
        lambda film: company is not None and film.company_credits.filter(company=company).exists(),
        lambda film: film.year is None,
    )
    for test in tests:
        found = [film for film in films if test(film)]
        if len(found) == 1:
            return found[0]
    return None


def _tell_namesakes(delivery, title, named, directors):
    for film in named:
        if directors_of(film) & _names(directors):
            delivery.tell(
                title.line,
                _("another film: “{}” by the same director is of {} here").format(film.title, film.year),
            )
