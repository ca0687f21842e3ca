"""The page of a company and its films, into the catalogue."""

from django.utils.translation import gettext as _

from catalogue.importing.records import Found, body
from catalogue.models import Company, Film
from catalogue.reference.languages import language_name
from catalogue.reference.roles import CompanyRole

from .credits import store_films_of_company
from .finding import company_called
from .ledger import source_name
from .namesakes import films_of_one_title
from .rows import key_of
from .supports import store_supports

LAYOUT = "company_catalogue"


def source_of(page):
    return source_name(LAYOUT, page.name.value)


def store(delivery, page):
    """Bring a company's page; return what it is about, its row, and whether the company is new."""
    company, is_new = _company(delivery, page.name)
    about = Found(body(page.about), page.about[0].line) if page.about else None
    delivery.merge(company, about_fr=about, declared_films=page.declared_films, **_acronym(page.acronym))
    _store_predecessor(delivery, company, page.predecessor)
    films = _films(delivery, company, page)
    for role in CompanyRole.values:
        listed = [(entry.title, films[entry]) for entry in _listed_as(page, role) if entry in films]
        store_films_of_company(delivery, company, role, listed)
    for film in Film.objects.filter(pk__in=delivery.ledger.no_longer("film")).order_by("pk"):
        store_supports(delivery, film, ())
    return company, is_new


def _company(delivery, name):
    known = delivery.ledger.known("company", name=name.value)
    company = Company.objects.filter(pk__in=known).order_by("pk").first()
    is_new = company is None and not Company.objects.named(name.value).exists()
    company = company or company_called(delivery, name)
    delivery.bring(company, name=name)
    return company, is_new


def _acronym(acronym):
    """Return the columns that say what a name stands for; what it means is said in French, as the page does."""
    if acronym is None:
        return {"full_name": None, "acronym_meaning_fr": None}
    meaning = acronym.meaning
    if meaning:
        words = f"«\u00a0{meaning.value}\u00a0»"
        if acronym.language:
            words += f" en {language_name(acronym.language.value, 'fr')}"
        meaning = Found(words, meaning.line)
    return {"full_name": acronym.full_name, "acronym_meaning_fr": meaning}


def _store_predecessor(delivery, company, acronym):
    """Bring the company that was there before, as a company of its own."""
    if acronym and key_of(acronym.name.value) == key_of(company.name):
        delivery.tell(acronym.name.line, _("“{}” cannot be its own predecessor").format(acronym.name.value))
        acronym = None

    def predecessor():
        return company_called(delivery, acronym.name)

    known = delivery.refer(company, "predecessor", acronym.name if acronym else None, predecessor)
    for former in Company.objects.filter(pk=known).exclude(pk=company.pk):
        delivery.merge(former, **_acronym(acronym))


def _listed_as(page, role):
    """Return the films that stand under a heading which says this role, and no others."""
    return [entry for listed in page.lists if role in listed.roles for entry in listed.films]


def _films(delivery, company, page):
    """Bring the films of all lists, once each; return {entry: film}."""
    by_title = {}
    for entry in page.films:
        by_title.setdefault(key_of(entry.title.value), []).append(entry)
    films = {}
    for same in by_title.values():
        films |= films_of_one_title(delivery, same, company)
    distributed = set(_listed_as(page, CompanyRole.DISTRIBUTOR))
    entries_of = {}
    for entry, film in films.items():
        entries_of.setdefault(film, []).append(entry)
    for film, entries in entries_of.items():
        synopsis = next((entry.synopsis for entry in entries if entry.synopsis), ())
        text = Found(body(synopsis), synopsis[0].line) if synopsis else None
        delivery.merge(film, synopsis_fr=text)
        holder = company if distributed.intersection(entries) else None
        store_supports(delivery, film, [support for entry in entries for support in entry.supports], holder)
    return films
