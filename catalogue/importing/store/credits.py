"""Who made a film: the people and companies that a page names, in their roles."""

from catalogue.models import CompanyCredit

from .finding import company_called, person_called
from .rows import Item, RowList, key_of, merge_rows, told_apart


def store_credits(delivery, film, role, names):
    """Bring the people whom a page names in a role, in its order."""

    def columns(name):
        person = person_called(delivery, name, film)
        printed = name.value if name.value != person.name else ""
        return {"film": film, "person": person, "role": role, "credited_as": printed}

    rows = RowList(
        owner=film,
        name=f"credits {role}",
        rows=film.credits.filter(role=role).select_related("person"),
        root=lambda credit: film,
        identity=("person",),
        fixed=("film", "person", "role", "credited_as"),
    )
    merge_rows(delivery, rows, _items(names, columns))


def store_company_credits(delivery, film, role, names):
    """Bring the companies that a film's page names in a role, in its order."""

    def columns(name):
        return {"film": film, "company": company_called(delivery, name), "role": role}

    rows = RowList(
        owner=film,
        name=f"companies {role}",
        rows=film.company_credits.filter(role=role).select_related("company"),
        root=lambda credit: film,
        identity=("company",),
        fixed=("film", "company", "role"),
    )
    merge_rows(delivery, rows, _items(names, columns))


def store_films_of_company(delivery, company, role, films):
    """Bring the films that a company's page lists under a role: (title as found, film); titles may be the same."""

    def item(title, film):
        return Item(told_apart(key_of(title.value), film.pk), title.line, lambda: columns(film))

    def columns(film):
        return {"film": film, "company": company, "role": role, "position": film.company_credits.count()}

    rows = RowList(
        owner=company,
        name=f"films {role}",
        rows=CompanyCredit.objects.filter(company=company, role=role).select_related("film"),
        root=lambda credit: credit.film,
        identity=("film",),
        fixed=("film", "company", "role"),
        is_ordered=False,
    )
    merge_rows(delivery, rows, [item(title, film) for title, film in films])


def _items(names, columns):
    return [Item(key_of(name.value), name.line, lambda name=name: columns(name)) for name in names]
