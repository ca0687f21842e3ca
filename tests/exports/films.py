"""Films whose texts are awkward for files, and how tests read a list that is taken along."""

from datetime import timedelta

from django.utils import timezone

from catalogue.models import OtherTitle
from catalogue.publication.publish import publish
from tests.makers import make_film, make_offer

TODAY, DAY = timezone.localdate(), timedelta(days=1)
AWKWARD = [
    "=1+1",
    "+33",
    "-30-",
    "@SUM(A1)",
    "\t=1",
    "«\u00a0Non\u00a0», dit-elle",
    'A "b"; c, d',
    "𝔉ilm\nen deux",
]


def make_films():
    """Seventy films, of which all but three are French."""
    for number, title in enumerate(AWKWARD):
        make_film(title, 1950 + number, ["FR"], short_summary_fr=f"={title}")
    whole = make_film(
        "Le Joli Mai",
        1963,
        ["FR", "BE"],
        directors=["Chris Marker", "Pierre Lhomme"],
        producers=["Sofracima"],
        genres=["Essai"],
        forms=["documentary"],
        spoken=["fr"],
        subtitles=["en", "de"],
        supports=["dvd", "vod"],
        distributor="ISKRA",
        running_time=165,
        colour="black_and_white",
        original_title="Le Joli Mai (VO)",
        short_summary_fr="Paris en mai 1962.",
        published=False,
    )
    OtherTitle.objects.create(film=whole, title="The Lovely Month of May", language="en")
    publish(whole)
    for number in range(58):
        make_film(f"Film {number:02}", 1900 + number, ["FR"])
    for title in ("Ailleurs", "Loin", "Plus loin"):
        make_film(title, None, ["SN"])


def make_offers():
    """Films that come and leave; what each says is told by `tests/exports/test_calendar.py`."""
    leaves = make_film("Part bientôt", 1999, ["FR"], published=False)
    make_offer(leaves, "dvd", use="home", last_day=TODAY + 10 * DAY)
    comes = make_film("Vient", 2001, ["FR"], published=False)
    make_offer(comes, "vod", countries=["FR"], first_day=TODAY + 5 * DAY, last_day=TODAY + 20 * DAY)
    stays = make_film("Reste", 2002, ["FR"], published=False)
    make_offer(stays, "dvd", first_day=TODAY - DAY)
    goes_on = make_film("Continue; sans fin", 2003, ["SN"], published=False)
    make_offer(goes_on, "dvd", last_day=TODAY + 3 * DAY)
    make_offer(goes_on, "dvd", first_day=TODAY + 4 * DAY)
    ended = make_film("Fini", 2004, ["FR"], published=False)
    make_offer(ended, "dvd", last_day=TODAY - DAY)
    for film in (leaves, comes, stays, goes_on, ended):
        publish(film)


def taken(client, address):
    """Return the whole body of an answer that may be streamed."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return b"".join(response) if response.streaming else response.content
