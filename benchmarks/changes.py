"""What editors do to a kept catalogue: each saves a change, and returns what is then to be published."""

from django.db.models import Count

from catalogue.models import CompanyCredit, Credit, Film, FilmCountry, LanguageUse, Person, Version

from .names import WORDS

ADDED = "Film des mesures "  # the title of a film that was added begins so


def new_text(film, number):
    film.synopsis_fr = f"{film.synopsis_fr.partition(' Mesure ')[0]} Mesure {number}."
    film.save()
    return film


def new_title(film, number):
    film.title = f"{WORDS[number * 101 % len(WORDS)].capitalize()} {film.title.rpartition(' ')[2]}"
    film.save()
    return film


def new_film(number):
    """Made by people and companies that are there."""
    film = Film.objects.create(
        title=f"{ADDED}{number}", year=2025, synopsis_fr=" ".join(WORDS[:40]), running_time=80
    )
    people, companies = Person.objects.count(), CompanyCredit.objects.values_list("company", flat=True)
    for place, role in enumerate(["director", "cast", "cast", "editor"]):
        person = (number * 7_919 + place) % people + 1
        Credit.objects.create(film=film, person_id=person, role=role, position=place)
    CompanyCredit.objects.create(film=film, company_id=companies[number % 100], role="producer")
    FilmCountry.objects.create(film=film, country_id="FR")
    version = Version.objects.create(film=film)
    LanguageUse.objects.create(version=version, language="fr", use="spoken")
    return film


def new_name(person, number):
    person.name = f"{WORDS[number * 103 % len(WORDS)].capitalize()} {person.name.rpartition(' ')[2]}"
    person.save()
    return person


def person_with_films(films):
    """Somebody with about as many films, and how many these are."""
    credited = Credit.objects.values("person").annotate(films=Count("film", distinct=True))
    found = (
        credited.filter(films__gte=films).order_by("films", "person").first()
        or credited.order_by("-films").first()
    )
    return Person.objects.get(pk=found["person"]), found["films"]


def remove_added():
    """Take the films that were added off the catalogue again."""
    for film in Film.objects.filter(title__startswith=ADDED):
        film.delete()
