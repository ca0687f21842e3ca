"""What viewers and curators ask: answered by films of which one version and one offer of it meet it all at once."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone
from pyroaring import BitMap

from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.publication.index import postings
from catalogue.publication.publish import publish
from catalogue.publication.state import state
from tests.makers import make_film, make_offer, make_version

TODAY, DAY = timezone.localdate(), timedelta(days=1)
QUESTIONS = {
    # I read French, I need subtitles for the deaf, for a screening in a library in Belgium, today.
    "A": "reads=fr&accessibility=sdh-fr&use=non_theatrical&territory=BE&available=today",
    "B": "language=en&subtitles=fr&support=dvd",
    # I read French, at home in France, today.
    "C": "reads=fr&use=home&territory=FR&available=today",
    "D": "accessibility=audio_description-fr&use=home&available=today",
    "E": "accessibility=signed-fsl&use=educational",
    "F": "language=fr&language=ar&language_all=1&territory=BE",
    "G": "support=dvd&support=vod&use=home&territory=BE",
    "H": "support=dvd&available=soon",
}


def version(**uses):
    return uses


def offer(of=None, support="dcp", use="non_theatrical", countries=("BE",), **columns):
    """An offer in Belgium, of the version of this number or of any; to be had unless told otherwise."""
    columns = {"availability": "available"} | columns
    return {"of": of, "support": support, "use": use, "countries": countries, **columns}


SDH, SUBTITLED = version(spoken=["en"], sdh=["fr"]), version(spoken=["en"], subtitles=["fr"])
GERMAN = version(spoken=["en"], subtitles=["de"])
AT_HOME_IN_FRANCE = offer(use="home", countries=["FR"])
UNSTATED = {"availability": ""}
# The film, how it sounds, its versions, its offers, the questions that it answers.
FILMS = [
    ("Tout à la fois", "", [SDH], [offer()], "A"),
    ("Tenu partout", "", [SDH], [offer(countries=(), everywhere=True)], "A"),
    ("Tenu on ne sait où", "", [SDH], [offer(countries=())], ""),
    ("Usage non précisé", "", [SDH], [offer(use="")], ""),
    ("Disponible ou non, qui sait", "", [SDH], [offer(**UNSTATED)], ""),
    ("Un autre pays", "", [SDH], [offer(countries=["FR"])], ""),
    ("Chez soi en Belgique", "", [SDH], [offer(use="home", support="dvd")], "BG"),
    ("Deux offres", "", [SDH], [offer(use="home"), offer(countries=["FR"])], ""),
    ("Deux versions", "", [SDH, GERMAN], [offer(of=1)], ""),
    ("L’offre de l’autre", "", [SUBTITLED, SDH], [offer(of=0), AT_HOME_IN_FRANCE | {"of": 1}], "C"),
    ("La bonne version", "", [GERMAN, SDH], [offer(of=1)], "A"),
    ("Pas encore", "", [SDH], [offer(first_day=TODAY + DAY)], ""),
    ("Fini", "", [SDH], [offer(last_day=TODAY - DAY)], ""),
    ("Le dernier jour", "", [SDH], [offer(last_day=TODAY, **UNSTATED)], "A"),
    ("Le premier jour", "", [SDH], [offer(first_day=TODAY, **UNSTATED)], "A"),
    ("Suspendu", "", [SDH], [offer(availability="unavailable")], ""),
    ("Suspendu ici", "", [SDH], [offer(availability="unavailable"), offer(countries=["FR"])], ""),
    ("Hier ici, demain là", "", [SDH], [offer(last_day=TODAY - DAY), offer(countries=["FR"], last_day=TODAY)], ""),
    ("Sourds de langue allemande", "", [version(spoken=["en"], subtitles=["fr"], sdh=["de"])], [offer()], ""),
    ("Sans offre", "", [SDH], [], ""),
    ("Deux offres, deux jours", "", [SDH], [offer(first_day=TODAY + DAY), offer(use="home")], ""),
    ("Cartons français", "silent", [version(intertitles=["fr"])], [AT_HOME_IN_FRANCE], "C"),
    ("Cartons russes", "silent", [version(intertitles=["ru"])], [AT_HOME_IN_FRANCE], ""),
    ("Cartons traduits", "silent", [version(intertitles=["ru"], subtitles=["fr"])], [AT_HOME_IN_FRANCE], "C"),
    ("Parlant, avec un carton", "", [version(spoken=["en"], intertitles=["fr"])], [AT_HOME_IN_FRANCE], ""),
    ("Muet, sans rien dire des cartons", "silent", [], [AT_HOME_IN_FRANCE], ""),
    ("Cartons d’une autre copie", "silent", [version(intertitles=["fr"]), version(intertitles=["ru"])],
     [AT_HOME_IN_FRANCE | {"of": 1}], ""),
    ("Parlé ici, sous-titré là", "", [version(spoken=["en"]), version(spoken=["de"], subtitles=["fr"])],
     [offer(support="dvd")], ""),
    ("Anglais sous-titré", "", [SUBTITLED], [offer(support="dvd")], "B"),
    ("Sous-titré en VOD", "", [SUBTITLED, GERMAN], [offer(0, "vod"), offer(1, "dvd")], ""),
    ("Plusieurs supports", "", [SUBTITLED], [offer(support="multi", use="home")], ""),
    ("DVD en classe, VOD en France", "", [GERMAN],
     [offer(support="dvd", use="educational"), offer(support="vod", use="home", countries=["FR"])], ""),
    ("Décrit et chez soi", "", [version(spoken=["fr"], audio_description=["fr"]), version(spoken=["fr"])],
     [offer(0, use="home")], "D"),
    ("Décrit en salle", "", [version(spoken=["fr"], audio_description=["fr"]), version(spoken=["fr"])],
     [offer(0, use="theatrical"), offer(1, use="home")], ""),
    ("Signé en classe", "", [version(spoken=["fr"], signed=["fsl"])], [offer(use="educational")], "E"),
    ("Signé, et en classe", "", [version(signed=["fsl"]), version(spoken=["fr"])],
     [offer(0, use="home"), offer(1, use="educational")], ""),
    ("Bilingue", "", [version(spoken=["fr", "ar"])], [offer()], "F"),
    ("Deux langues, deux versions", "", [version(spoken=["fr"]), version(spoken=["ar"])], [offer()], ""),
    ("Bilingue en France", "", [version(spoken=["fr", "ar"]), version(spoken=["fr"])],
     [offer(0, countries=["FR"]), offer(1)], ""),
    ("DVD bientôt", "", [], [offer(support="dvd", first_day=TODAY + DAY), offer(support="vod")], "H"),
    ("VOD bientôt", "", [], [offer(support="vod", first_day=TODAY + DAY), offer(support="dvd")], ""),
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def films(shared_rows):
    with shared_rows(make_films) as made:
        yield made


def make_films():
    """Make them all; return {title: id}."""
    made = []
    for title, sound, versions, offers, _answers in FILMS:
        film = make_film(title, sound=sound, published=False)
        numbered = [make_version(film, **uses) for uses in versions]
        for columns in offers:
            of = columns["of"]
            columns = {key: value for key, value in columns.items() if key != "of"}
            make_offer(film, version=None if of is None else numbered[of], **columns)
        made.append(film)
    publish(*made)
    return {film.title: film.pk for film in made}


def found(query):
    """The films that a question finds."""
    current = postings.current(state())
    return Listing(film_filter(QueryDict(query), current), current.all_films(), "/fr/films/").films


def found_by_condition(query):
    """The films that each of its conditions finds alone."""
    asked = QueryDict(query)
    alone = []
    for name in asked:
        if name.endswith("_all"):
            continue
        one = QueryDict(mutable=True)
        for value in asked.getlist(name):
            one.appendlist(name, value)
        alone.append(found(one.urlencode()))
    return BitMap.intersection(*alone)


@pytest.mark.django_db
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_by_one_version_and_one_offer_of_it(films, question):
    expected = {title for title, *_rest, answers in FILMS if question in answers}
    answered = found(QUESTIONS[question])
    assert {title for title, pk in films.items() if pk in answered} == expected != set()


@pytest.mark.django_db
def test_condition_by_condition_the_answers_would_be_wrong(films):
    assert len(FILMS) >= 30
    wrong = {
        title
        for query in QUESTIONS.values()
        for title, pk in films.items()
        if pk in found_by_condition(query) - found(query)
    }
    assert len(wrong) >= 12, wrong
    for query in QUESTIONS.values():
        assert found(query) <= found_by_condition(query) or "available=soon" in query
        assert found(query) != found_by_condition(query)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("territory=unknown&accessibility=sdh-fr", "Tenu on ne sait où"),
        ("use=unknown&accessibility=sdh-fr&territory=BE", "Usage non précisé"),
        ("available=unknown&accessibility=sdh-fr&territory=BE", "Disponible ou non, qui sait"),
        ("available=unavailable&territory=BE&accessibility=sdh-fr", "Suspendu"),
        ("support=multi", "Plusieurs supports"),
        ("territory=everywhere", "Tenu partout"),
    ],
)
def test_what_is_not_stated_can_be_asked_for_as_such(films, query, title):
    assert films[title] in found(query)
