"""An invented catalogue as rows of the editors' tables: a function of its size, and of nothing else."""

import random
from datetime import UTC, date, datetime, timedelta
from itertools import count

from catalogue.models import (
    Company,
    CompanyCredit,
    Credit,
    DailyViews,
    Film,
    FilmCountry,
    FormOfFilm,
    Genre,
    LanguageUse,
    OriginalLanguage,
    Person,
    Text,
    Theme,
    Version,
)
from catalogue.reference.forms import Form
from catalogue.slugs import slug_of
from distributors.models import Distributor, Offer

from . import names
from .chance import Careers, Zipf
from .columns import COLUMNS
from .names import CREW, FIRST_COUNTRIES, GENRES, LANGUAGES, MAKING, SUPPORTS

COLOURS, SOUNDS = ["", "colour", "black_and_white"], ["", "sound", "silent"]
FIRST_DAY = datetime(2023, 1, 1, tzinfo=UTC)
LATEST_YEAR, DISTRIBUTORS, POPULAR = 2026, 150, 300


class Catalogue:
    """`parts` yields {model: rows}, a few thousand films at a time; a row has the values of COLUMNS[model]."""

    def __init__(self, films, country_codes, today, seed=1):
        self.films, self.today = films, today
        self.chance = random.Random(seed)  # noqa: S311 - nothing here is secret
        self.lives = random.Random(seed + 1)  # noqa: S311 - people are the same however films are divided
        self.forming = random.Random(seed + 2)  # noqa: S311 - all else is as it was before films had forms
        self.forms = Zipf(Form.values, 1.2)
        known = [code for code in FIRST_COUNTRIES if code in country_codes]
        self.countries = Zipf([*known, *sorted({*country_codes} - {*known})][:120], 1.1)
        self.languages, self.supports = Zipf(LANGUAGES, 1.1), Zipf(SUPPORTS, 0.7)
        self.words = Zipf(names.WORDS, 1)
        self.genres, self.themes = Zipf(range(1, len(GENRES) + 1), 0.8), Zipf(range(1, 201), 0.7)
        self.companies = Zipf(range(1, max(20, films // 15) + 1), 0.6)
        self.distributors = Zipf(range(1, min(DISTRIBUTORS, len(self.companies.values)) + 1), 0.8)
        people = count(1)
        self.directing, self.playing = Careers(0.6, people), Careers(0.5, people)
        self.versions, self.people = count(1), 0

    def parts(self, size=10_000):
        yield self._vocabulary()
        for first in range(1, self.films + 1, size):
            part = {model: [] for model in COLUMNS}
            for number in range(first, min(first + size, self.films + 1)):
                self._film(number, part)
            newest = max(row[1] for row in part[Credit])
            part[Person] = [
                self._person(number) for number in range(self.people + 1, max(self.people, newest) + 1)
            ]
            self.people = max(self.people, newest)
            yield part

    def _vocabulary(self):
        chance = self.chance
        themes = [names.WORDS[rank * 3 + 500] for rank in range(len(self.themes.values))]
        companies = [(n, names.company(n), self.countries.one(chance)) for n in self.companies.values]
        return {
            Genre: [(i, slug_of(name, "genre"), name, f"{name} (en)") for i, name in enumerate(GENRES, 1)],
            Theme: [(i, f"theme-{i}", name, f"{name} (en)") for i, name in enumerate(themes, 1)],
            Company: [
                (number, name, f"{slug_of(name, 'company')}-{number}", country, self._text(30), FIRST_DAY, False)
                for number, name, country in companies
            ],
            Distributor: [(number, number, f"films{number}@lanterne.example") for number in self.distributors.values],
        }  # fmt: skip

    def _person(self, number):
        chance, name = self.lives, names.person(number)
        [gender] = chance.choices(["man", "woman", "", "non_binary"], [50, 35, 14, 1])
        biography = self._text(60, chance) if chance.random() < 0.1 else ""
        birth = chance.randint(1870, 2000) if chance.random() < 0.4 else None
        slug = f"{slug_of(name, 'person')}-{number}"
        return (number, name, slug, gender, birth, biography, FIRST_DAY, False)

    def _film(self, number, part):
        chance = self.chance
        title, colour, sound = self._title(), chance.choice(COLOURS), chance.choice(SOUNDS)
        texts = [self._text(18)[:300], "", self._text(40), ""]  # in French and English
        if chance.random() < 0.4:
            texts[1::2] = self._text(18)[:300], self._text(40)
        slug, published = f"{slug_of(title, 'film')}-{number}", FIRST_DAY + timedelta(minutes=number)
        columns = (title, slug, self._year(), self._running_time(), colour, sound, *texts, published, False)
        part[Film].append((number, *columns))
        countries = self.countries.some(chance, self._few(0.25))
        languages = self.languages.some(chance, self._few(0.1))
        part[FilmCountry] += [(number, code, place) for place, code in enumerate(countries)]
        forms = self.forms.some(self.forming, self.forming.choice([0, 1, 1, 1, 1, 1, 2]))
        part[FormOfFilm] += [(number, form) for form in forms]
        part[OriginalLanguage] += [(number, code, place) for place, code in enumerate(languages)]
        part[Film.genres.through] += [(number, pk) for pk in self.genres.some(chance, self._few(0.4))]
        part[Film.themes.through] += [(number, pk) for pk in self.themes.some(chance, self._few(0.5) - 1)]
        directors = self._credits(number, part)
        companies = self.companies.some(chance, self._few(0.45))
        part[CompanyCredit] += [
            (number, pk, MAKING[min(place, chance.randrange(len(MAKING)))], place)
            for place, pk in enumerate(companies)
        ]
        self._versions(number, languages, part[Version], part[LanguageUse])
        if chance.random() < 0.4:
            part[Offer] += [
                self._offer(number, support) for support in self.supports.some(chance, self._few(0.5))
            ]
        if chance.random() < 0.1:
            part[Text].append((number, *self._note(directors[0]), published, False))
        if number <= POPULAR:
            days = [self.today - timedelta(days=day) for day in range(1, 4)]
            part[DailyViews] += [(number, day, 1 + POPULAR // number) for day in days]

    def _credits(self, film, part):
        """Most are directed by one; a part of the cast and crew are directors too."""
        chance = self.chance
        directors = self.directing.some(chance, self._few(0.08))
        cast = self.playing.some(chance, self._few(0.6) - 1)
        crew = [
            (chance.choice([*directors, self.playing.one(chance)]), role)
            for role in CREW[: self._few(0.5) - 1]
        ]
        everybody = [*((pk, "director") for pk in directors), *((pk, "cast") for pk in cast), *crew]
        part[Credit] += [(film, pk, role, place) for place, (pk, role) in enumerate(everybody)]
        return directors

    def _versions(self, film, languages, versions, uses):
        for place in range(min(3, self._few(0.35))):
            version = next(self.versions)
            versions.append((version, film, place))
            found = [(code, "spoken" if place < 2 else "dubbed") for code in languages]
            found += [
                (code, "subtitles")
                for code in self.languages.some(self.chance, self._few(0.4) - (place == 0))
            ]
            uses += [(version, code, use, position) for position, (code, use) in enumerate(found)]

    def _offer(self, film, support):
        chance = self.chance
        first = date(2020, 1, 1) + timedelta(days=chance.randrange(2_200)) if chance.random() < 0.3 else None
        last = first + timedelta(days=chance.randrange(90, 2_000)) if first else None
        use = chance.choice(["home", "home", "non_theatrical", "theatrical", "educational", ""])
        price = chance.choice([None, 3, 5, 15])
        availability = chance.choice(["available", "available", "unavailable", ""])
        return (film, self.distributors.one(chance), support, use, first, last, price, availability)

    def _note(self, director):
        signed = (
            (director, "")
            if self.chance.random() < 0.5
            else (None, names.person(self.chance.randrange(10_000)))
        )
        kind, heading = self.chance.choice([("intention_note", ""), ("presentation", self._title())])
        return (kind, heading, slug_of(heading, "intention-note"), self._text(120), *signed, "fr")

    def _few(self, again):
        """One, and another as long as chance will have it; eight at most."""
        found = 1
        while found < 8 and self.chance.random() < again:
            found += 1
        return found

    def _text(self, words, chance=None):
        return " ".join(self.words.many(chance or self.chance, words)).capitalize() + "."

    def _title(self):
        """One to six words, half of them behind an article."""
        found = self.words.many(self.chance, self.chance.choice([1, 1, 2, 2, 2, 3, 3, 4, 5, 6]))
        if self.chance.random() < 0.5:
            return " ".join([self.chance.choice(names.ARTICLES), *found])
        return " ".join(found).capitalize()

    def _year(self):
        return None if self.chance.random() < 0.02 else LATEST_YEAR - int(131 * self.chance.random() ** 1.6)

    def _running_time(self):
        if self.chance.random() < 0.03:
            return None
        return self.chance.randint(2, 40) if self.chance.random() < 0.4 else self.chance.randint(52, 150)
