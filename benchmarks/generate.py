"""Make a large catalogue of invented films, the same each time, in a database of its own."""

import os
import random
import tempfile

FIRST = "Ada Ines Karim Lucia Marek Nour Oleg Paula Rosa Samir Tove Uma Victor Yuki Zora Anton Bruna".split()
LAST = "Almeida Bauer Costa Diallo Eriksen Ferrer Garnier Haddad Ivanova Janssen Keita Lefort Moreau".split()
GENDERS = {"A": "woman", "U": ""}  # by the first letter: as good as any
WORDS = (
    "ville neige mer usine route mémoire enfance travail exil rivière nuit lumière machine forêt voyage maison silence "
    "guerre paix montagne port atelier école jardin frontière chantier colère fête village lettre image musique"
).split()
COUNTRIES = "FR US MX BE CH DE IT ES PT GB CA BR AR SN MA DZ TN LB RU SUHH CSHH YUCS JP CN IN".split()
LANGUAGES = "fr en es pt de it ar ru ja zh".split()
SUPPORTS = "svod vod dvd bluray dcp".split()


def use_database_of_its_own():
    """Point Django at an empty SQLite file that goes away with the process, unless DATABASE_URL names another."""
    folder = tempfile.TemporaryDirectory(prefix="lanterne-benchmark-")
    os.environ.setdefault("DEBUG", "no")
    os.environ.setdefault("SECRET_KEY", "benchmark")
    os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost")
    os.environ.setdefault("HTTPS", "no")
    os.environ.setdefault("DATA_DIR", folder.name)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

    call_command("migrate", verbosity=0)
    return folder


def generate(films, seed=1):
    """Write `films` films with credits, versions, genres and offers, marked as published, without their pages."""
    from django.utils import timezone

    from catalogue.folding import fold
    from catalogue.models import (
        Company,
        CompanyCredit,
        Credit,
        Film,
        FilmCountry,
        Genre,
        LanguageUse,
        Person,
        Version,
    )
    from distributors.models import Distributor, Offer

    chance, now = random.Random(seed), timezone.now()  # noqa: S311 - nothing here is secret
    on_site = {"published_at": now, "has_changes": False}
    names = [
        f"{first} {last} {number}"
        for number in range(max(1, films // 300))
        for first in FIRST
        for last in LAST
    ]
    people = Person.objects.bulk_create(
        [
            Person(
                name=n,
                gender=GENDERS.get(n[0], "man"),
                sort_name=n,
                slug=fold(n).replace(" ", "-"),
                **on_site,
            )
            for n in names
        ],
        batch_size=500,
    )
    companies = Company.objects.bulk_create(
        [
            Company(
                name=f"Films {n}",
                slug=f"films-{n}",
                **on_site,
            )
            for n in range(max(20, films // 20))
        ],
        batch_size=500,
    )
    distributors = Distributor.objects.bulk_create(Distributor(company=company) for company in companies[:40])
    genres = [Genre.objects.create(name_fr=name, name_en=f"{name} (en)") for name in WORDS[:12]]
    made = []
    for number in range(films):
        title = f"{chance.choice(['Le', 'La', 'Les', 'Un'])} {' '.join(chance.sample(WORDS, 3))} {number}"
        made.append(
            Film(
                title=title,
                slug=f"film-{number}",
                year=min(2026, int(1920 + 106 * chance.random() ** 0.4)),
                running_time=chance.randint(5, 180),
                short_summary_fr=" ".join(chance.choices(WORDS, k=20)),
                synopsis_fr=" ".join(chance.choices(WORDS, k=60)) + f" synopsis{number % 997}",
                **on_site,
            )
        )
    made = Film.objects.bulk_create(made, batch_size=500)

    def some(values, most, spread=2.0):
        count = chance.randint(1, most)
        return list({values[int(len(values) * chance.random() ** spread)] for _n in range(count)})

    rows = {model: [] for model in (FilmCountry, Credit, CompanyCredit, Film.genres.through, Version, Offer)}
    for film in made:
        rows[FilmCountry] += [FilmCountry(film=film, country_id=code) for code in some(COUNTRIES, 2)]
        rows[Credit] += [Credit(film=film, person=person, role="director") for person in some(people, 2, 1.2)]
        rows[Credit] += [Credit(film=film, person=person, role="cast") for person in some(people, 8, 1.2)]
        rows[CompanyCredit] += [CompanyCredit(film=film, company=company) for company in some(companies, 2)]
        rows[Film.genres.through] += [
            Film.genres.through(film=film, genre=genre) for genre in some(genres, 2)
        ]
        rows[Version] += [Version(film=film, position=position) for position in range(chance.randint(1, 2))]
        rows[Offer] += [
            Offer(film=film, distributor=chance.choice(distributors), support=s) for s in some(SUPPORTS, 3)
        ]
    for model, instances in rows.items():
        rows[model] = model.objects.bulk_create(instances, batch_size=500)
    uses = []
    for version in rows[Version]:
        uses += [LanguageUse(version=version, use="spoken", language=code) for code in some(LANGUAGES, 2)]
        uses += [LanguageUse(version=version, use="subtitles", language=code) for code in some(LANGUAGES, 2)]
    LanguageUse.objects.bulk_create(uses, batch_size=500)
