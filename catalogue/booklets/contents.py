"""All that a booklet says: its films with their texts, indexes, whom to write to. A few queries for a hundred films."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.folding import fold
from catalogue.publication.cards import cards, documents
from catalogue.publication.contributions import contributions, merged
from catalogue.publication.credits import companies, directors
from catalogue.publication.documents.parts import NOTHING
from catalogue.publication.index.reading import read_ids
from catalogue.publication.surroundings import reading_order
from catalogue.reference.roles import CompanyRole

BATCH = 100  # films read at once


@dataclass(frozen=True)
class Entry:
    """A film of a booklet. `number` is its place, from 1."""

    number: int
    film: dict
    directors: list
    note: dict
    texts: list
    asked: list  # references of the companies that distribute it
    availability: object  # what `film_context` of the contributions says of it

    @property
    def anchor(self):
        return f"film-{self.number}"


@dataclass(frozen=True)
class Contact:
    """A company that distributes some of the films."""

    company: dict
    entries: list


@dataclass(frozen=True)
class Index:
    """An index: what it goes by, and [(heading, entries)]."""

    name: str
    title: str
    rows: list


def entries(source, today):
    """Return the Entry of each film of a source, in its order."""
    found = []
    for first in range(0, len(source.ids), BATCH):
        ids = source.ids[first : first + BATCH]
        films = documents({"film": ids})
        texts = _texts(ids)
        for pk in ids:
            if film := films.get(("film", pk)):  # None: taken off the site meanwhile
                note, said = source.notes.get(pk, NOTHING), merged("film_context", film, today)
                rest = (directors(film), note, texts[pk], _asked(film), said.get("availability"))
                found.append(Entry(len(found) + 1, film, *rest))
    return found


def _texts(ids):
    """Return {film id: texts about it, in order}."""
    about = {("text.subject", f"film:{pk}"): pk for pk in ids}
    found, of_film = read_ids(about), defaultdict(list)
    for text in cards("text", [pk for ids in found.values() for pk in ids]):
        of_film[text["film_id"]].append(text)
    return defaultdict(list, {pk: sorted(texts, key=reading_order) for pk, texts in of_film.items()})


def indexes(entries):
    """Return the indexes by director, country and year; those that say nothing are left out."""
    people = {f"person:{card['id']}": card for card in cards("person", sorted(_directors(entries)))}

    def by_director(entry):
        for person in entry.directors:
            card = people.get(person["ref"])
            name = card["sort_name"] if card else person["name"]
            yield fold(name), name

    def by_country(entry):
        for country in entry.film["countries"]:
            name = country["name"][get_language()]
            yield fold(name), name

    def by_year(entry):
        year = entry.film["year"]
        yield (f"{year:04}", str(year)) if year else ("~", _("Year unknown"))

    found = [
        Index("director", _("Directors"), _indexed(entries, by_director)),
        Index("country", _("Countries"), _indexed(entries, by_country)),
        Index("year", _("Years"), _indexed(entries, by_year)),
    ]
    return [index for index in found if len(index.rows) > 1]


def _directors(entries):
    refs = {person["ref"] for entry in entries for person in entry.directors}
    return {int(ref.partition(":")[2]) for ref in refs if ref}


def _indexed(entries, keys):
    rows = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            rows[key].append(entry)
    return [
        (name, sorted(rows[key, name], key=lambda entry: fold(entry.film["sort_title"])))
        for key, name in sorted(rows)
    ]


def contacts(entries):
    """Return the companies that distribute these films, from A to Z, each with its films."""
    by_company = defaultdict(list)
    for entry in entries:
        for ref in (company["ref"] for company in entry.asked):
            by_company[int(ref.partition(":")[2])].append(entry)
    found = documents({"company": sorted(by_company)})
    those = [Contact(company, by_company[pk]) for (_kind, pk), company in found.items()]
    return sorted(those, key=lambda contact: (fold(contact.company["sort_name"]), contact.company["id"]))


def _asked(film):
    found = companies(film, (CompanyRole.DISTRIBUTOR,))
    found += [company for each in contributions() for company in each.companies_to_ask(film)]
    return list({company["ref"]: company for company in found if company["ref"]}.values())
