"""Addresses of a kept catalogue, drawn at random: films and people that are there, filters that find something."""

import random
from math import exp, log
from urllib.parse import urlencode

from catalogue.folding import fold
from catalogue.models import Company, Credit, Film, Person, Text

from .changes import ADDED

PER_PAGE = 30
SORTS = ["-year", "title", "newest", "year", "-title"]


class Addresses:
    def __init__(self, seed=1):
        self.chance = random.Random(seed)  # noqa: S311 - nothing here is secret
        self.films = Film.objects.published().exclude(title__startswith=ADDED).count()  # from id 1 on
        self.shown = Text.objects.published().filter(film__published_at__isnull=False)
        self.people, self.companies, self.texts = (
            rows.count() for rows in (Person.objects, Company.objects, self.shown)
        )

    def film(self):
        return self.film_page(self._any(self.films))

    def popular_film(self):
        """By Zipf over all films; which of them are the popular ones has nothing to do with their ids."""
        rank = int(exp(self.chance.random() * log(self.films + 1)))
        return rank * 7_919 % self.films + 1

    def film_page(self, pk):
        return f"/{self._language()}/films/{Film.objects.values_list('slug', flat=True).get(pk=pk)}/"

    def person(self):
        return f"/{self._language()}/people/{Person.objects.get(pk=self._any(self.people)).slug}/"

    def company(self):
        return f"/{self._language()}/companies/{Company.objects.get(pk=self._any(self.companies)).slug}/"

    def text(self):
        text = self.shown.select_related("film").order_by("pk")[self._any(self.texts) - 1]
        return f"/{self._language()}/films/{text.film.slug}/texts/{text.slug}/"

    def films_list(self, filters=0, film=None, path="films/", **parameters):
        """With filters that hold for a film: for that one, else for any."""
        chosen = self._filters(film or self._any(self.films), filters) if filters else []
        query = urlencode([*chosen, *parameters.items()])
        return f"/{self._language()}/{path}" + (f"?{query}" if query else "")

    def wide(self):
        """Three filters that leave many films."""
        return {"country": "FR", "language": "fr", "year_from": self.chance.randint(1900, 2000)}

    def searched(self):
        title = Film.objects.values_list("folded_title", flat=True).get(pk=self._any(self.films))
        return self.films_list(q=self.chance.choice(title.split()))

    def question(self, slip=False):
        """Two words of a title and a name of its director; with a letter of one in another place."""
        pk = self._any(self.films)
        title = Film.objects.values_list("folded_title", flat=True).get(pk=pk).split()
        director = Credit.objects.filter(film=pk, role="director").select_related("person")[0].person.name
        words = [*self.chance.sample(title, min(2, len(title))), fold(director).split()[-1]]
        if slip:
            longest = max(words, key=len)
            at = self.chance.randint(1, len(longest) - 2)
            swapped = longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :]
            words[words.index(longest)] = swapped
        return self._search("search/", " ".join(words))

    def suggestion(self):
        """What is asked after two to five letters of a title or a name."""
        film = Film.objects.get(pk=self._any(self.films))
        person = Person.objects.get(pk=self._any(self.people))
        words = self.chance.choice([film.folded_title, fold(person.name)])
        return self._search("search/suggest/", words[: self.chance.randint(2, 5)])

    def _search(self, path, words):
        return f"/{self._language()}/{path}?{urlencode({'q': words})}"

    def any_page(self, last=False):
        pages = -(-self.films // PER_PAGE)
        return self.films_list(page=pages if last else self.chance.randint(1, pages))

    def _filters(self, pk, count):
        film = Film.objects.get(pk=pk)
        found = [("country", code) for code in film.film_countries.values_list("country_id", flat=True)[:1]]
        found += [("genre", slug) for slug in film.genres.values_list("slug", flat=True)[:1]]
        found += [("theme", slug) for slug in film.themes.values_list("slug", flat=True)[:1]]
        found += [
            ("language", code) for code in film.original_languages.values_list("language", flat=True)[:1]
        ]
        if film.year:
            found += [("year_from", film.year // 10 * 10)]
        return self.chance.sample(found, min(count, len(found)))

    def _any(self, last):
        return self.chance.randint(1, last)

    def _language(self):
        return self.chance.choice(["fr", "fr", "en"])
