"""The page of a company and its films, into the catalogue."""

from catalogue.importing.records import Found, body
from catalogue.models import Company, Film
from catalogue.publication.contributions import contributions
from catalogue.reference.languages import language_name
from catalogue.reference.roles import CompanyRole

from .credits import store_films_of_company
from .finding import company_called, named_film
from .ledger import source_name
from .rows import key_of

LAYOUT = "company_catalogue"


def source_of(page):
    return source_name(LAYOUT, page.name.value)


def store(delivery, page):
    """Bring a company's page; return what it is about, and whether the company is new."""
    company, is_new = _company(delivery, page.name)
    about = Found(body(page.about), page.about[0].line) if page.about else None
    delivery.merge(company, about_fr=about, declared_films=page.declared_films, **_acronym(page.acronym))
    _store_predecessor(delivery, company, page.predecessor)
    films = _films(delivery, company, page)
    for role in CompanyRole.values:
        titles = [entry.title for listed in page.lists if role in listed.roles for entry in listed.films]
        known = {title: films[key_of(title.value)] for title in titles if key_of(title.value) in films}
        store_films_of_company(delivery, company, role, known)
    for pk in delivery.ledger.no_longer("film"):
        for film in Film.objects.filter(pk=pk):
            _store_supports(delivery, film, (), company)
    return f'company "{company.name}"', is_new


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
        delivery.tell(acronym.name.line, f"“{acronym.name.value}” cannot be its own predecessor")
        acronym = None

    def predecessor():
        return company_called(delivery, acronym.name)

    known = delivery.refer(company, "predecessor", acronym.name if acronym else None, predecessor)
    for former in Company.objects.filter(pk=known).exclude(pk=company.pk):
        delivery.merge(former, **_acronym(acronym))


def _films(delivery, company, page):
    """Bring the films of all lists, once each; return {folded title: film}."""
    entries = {}
    for entry in (entry for listed in page.lists for entry in listed.films):
        entries.setdefault(key_of(entry.title.value), []).append(entry)
    films = {}
    for key, same in entries.items():
        film, _is_new = named_film(delivery, same[0].title, company=company)
        if film is None:
            continue
        synopsis = next((entry.synopsis for entry in same if entry.synopsis), ())
        text = Found(body(synopsis), synopsis[0].line) if synopsis else None
        delivery.merge(film, synopsis_fr=text)
        _store_supports(delivery, film, [support for entry in same for support in entry.supports], company)
        films[key] = film
    return films


def _store_supports(delivery, film, supports, company):
    for contribution in contributions():
        contribution.store_supports(delivery, film, supports, company, None)
