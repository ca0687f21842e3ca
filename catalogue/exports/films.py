"""The films of a list as exports read them: in its order, a few hundred at a time, each as it is published now."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from catalogue.addresses import address_in
from catalogue.publication.cards import documents

BATCH = 500  # films that are in memory at once


@dataclass(frozen=True)
class Reader:
    """For whom films are described: in which language, on which day, and where the site is (no slash at its end)."""

    language: str
    today: date
    origin: str

    def address(self, film):
        """Return the address of a film's page."""
        return self.origin + address_in(self.language, "catalogue:film-detail", film["slug"])

    def tag(self, name):
        """Return a name of something of this site that is its own for ever (RFC 4151)."""
        return f"tag:{self.host},2026:{name}"

    @property
    def host(self):
        return urlsplit(self.origin).hostname


@dataclass(frozen=True)
class Films:
    """A list of films: its title in words, its address, the ids of its films in order, and when it was published."""

    title: str
    address: str
    ids: list
    published: datetime | None
    reader: Reader

    def batches(self):
        """Yield lists of documents; one query each. A film that is taken off the site meanwhile is left out."""
        for start in range(0, len(self.ids), BATCH):
            ids = self.ids[start : start + BATCH]
            found = documents({"film": ids})
            yield [found["film", pk] for pk in ids if ("film", pk) in found]
