"""The page of one film, into the catalogue."""

from django.utils.translation import gettext as _

from catalogue.importing.records import Found
from catalogue.models import Film
from catalogue.reference.roles import CompanyRole, Role

from . import film_lists
from .credits import store_company_credits, store_credits
from .finding import is_by_others, named_film
from .genres import store_genres
from .ledger import Ledger, renamed, source_name, sources_of
from .summary import summary_and_synopsis
from .supports import store_supports
from .texts import PageText, store_texts

LAYOUT = "film_page"


def source_of(page):
    """Return the name of a film page's source: two films of one title are distinguished by their years.

    A page that has gained or lost its year is still the same page, where there is only one that it can be and its
    film is not by others.
    """
    source = source_name(LAYOUT, page.title.value, str(page.year.value) if page.year else "")
    known = sources_of(LAYOUT, page.title.value)
    without_year = source_name(LAYOUT, page.title.value, "")
    former = known if page.year is None else [without_year] if without_year in known else []
    if source not in known and len(former) == 1:
        films = Film.objects.filter(pk__in=Ledger(former[0]).known("film"))
        if not any(is_by_others(film, page.directors) for film in films):
            renamed(source, former[0])
    return source


def store(delivery, page):
    """Bring a film page; return what it is about, its row, and whether the film is new."""
    film, is_new = named_film(delivery, page.title, page.year, page.directors, is_subject=True, is_alone=True)
    summary, synopsis = summary_and_synopsis(delivery, page.short_summary)
    delivery.merge(
        film,
        title=page.title,
        year=page.year,
        running_time=page.running_time,
        short_summary_fr=summary,
        synopsis_fr=synopsis,
        cover_text_fr=page.cover_text,
    )
    store_credits(delivery, film, Role.DIRECTOR, page.directors)
    store_credits(delivery, film, Role.CAST, page.cast)
    store_company_credits(delivery, film, CompanyRole.PRODUCER, page.producers)
    film_lists.store_countries(delivery, film, page.countries)
    film_lists.store_forms(delivery, film, page.forms)
    store_genres(delivery, film, page.genres)
    film_lists.store_languages(delivery, film, page.languages)
    film_lists.store_versions(delivery, film, page)
    store_texts(delivery, film, _texts(page))
    _store_supports(delivery, film, page)
    return film, is_new


def _texts(page):
    if page.presentation:
        yield PageText("presentation", "presentation", page.presentation)
    for number, text in enumerate(page.guest_texts, start=1):
        yield PageText(
            f"guest text {number}", "presentation", text.paragraphs, author=text.author, quality=text.quality
        )


def _store_supports(delivery, film, page):
    is_available = None
    if page.availability:
        is_available = Found(page.availability.available, page.availability.text.line)
        if not page.supports:
            delivery.tell(
                is_available.line, _("{}: the page names no support").format(page.availability.text.value)
            )
    store_supports(delivery, film, page.supports, is_available=is_available)
