"""Invented films, people, companies and texts: what components show of a document."""

from types import SimpleNamespace

from catalogue.addresses import address
from catalogue.publication.facts import example_facts


def both(text):
    return {"fr": text, "en": text}


ADA = {"ref": "person:0", "name": "Ada Lindqvist", "slug": "ada-lindqvist"}
BO = {"ref": "person:0", "name": "Bo Okafor", "slug": None}
LAMPE = {"ref": "company:0", "name": "LAMPE", "slug": "lampe"}
SWEDISH = {"code": "sv", "name": {"fr": "suédois", "en": "Swedish"}}
FRENCH = {"code": "fr", "name": {"fr": "français", "en": "French"}}
SWEDEN = {"code": "SE", "name": {"fr": "Suède", "en": "Sweden"}}
DVD, VOD = {"code": "dvd"}, {"code": "vod"}


def picture(address, width, height, text=""):
    """A picture without renditions: it needs no upload."""
    return {
        "src": address,
        "width": width,
        "height": height,
        "alt": both(text),
        "credit": "",
        "focal": [50, 50],
    }


def card(number, title, language="", **values):
    return {
        "id": number,
        "slug": f"film-{number}",
        "title": title,
        "title_language": language,
        "original_title": "",
        "year": 1895 + number,
        "running_time": 20 + 7 * number,
        "countries": [],
        "directors": [ADA],
        "short_summary": both(""),
        "cover": None,
        "available": [],
        "formats": [],
        "poster_src": address("catalogue:styleguide-poster", number),
    } | values


def cards(cover="", flat=""):
    """Cards in all their states: drawn in several scripts, with a cover upright and flat, and with hardly a fact."""
    return [
        card(
            1,
            "Une lumière au nord",
            "fr",
            available=[VOD],
            formats=[DVD],
            short_summary=both("Une gardienne, un phare."),
        ),
        card(12, "M", "de"),
        card(23, "Jeanne ou le très long voyage d’une gardienne de phare vers le sud", "fr"),
        card(34, "Сталкер", "ru"),
        card(45, "花樣年華", "zh"),
        card(56, "باب الحديد", "ar"),
        card(67, "With a cover", "en", cover=picture(cover, 400, 600)),
        card(78, "With a still", "en", cover=picture(flat, 1200, 900)),
        card(90, "Une ombre", "fr", poster_style="sober", poster_variant=5),
        card(89, "Sans rien", "fr", year=None, running_time=None, directors=[]),
    ]


def text(**values):
    return {
        "heading": "Ce que la nuit montre",
        "slug": "ce-que-la-nuit-montre",
        "kind": "presentation",
        "body": "On voit d’abord une lampe.\n\nPuis on voit la mer, et la lampe dedans.",
        "language": "fr",
        "author": ADA,
        "author_quality": "cinéaste",
        "date": "2022-05-01",
        "source": "Revue du Nord",
    } | values


def film():
    """A film document with one of everything that its head and its facts show."""
    return card(1, "Une lumière au nord", "fr") | {
        "original_title": "Ljus i norr",
        "original_title_language": "sv",
        "other_titles": [
            {"title": "Northern Light", "language": "en", "kind": "translated"},
        ],
        "countries": [SWEDEN],
        "languages": [SWEDISH],
        "forms": [{"code": "documentary"}, {"code": "essay"}],
        "genres": [{"slug": "adventure", "name": {"fr": "Aventures", "en": "Adventure"}}],
        "themes": [{"slug": "winter", "name": {"fr": "Hiver", "en": "Winter"}}],
        **example_facts(),
        "credits": [
            {"role": "director", "people": [ADA]},
            {"role": "cast", "people": [BO | CREDITED]},
        ],
        "companies": [{"role": "producer", "companies": [LAMPE]}],
        "identifiers": [{"scheme": "imdb", "value": "tt0000001", "url": ""}],
    }


CREDITED = {"credited_as": "B. Okafor", "character": "le gardien"}


def versions():
    def use(code, *languages):
        return {"use": code, "languages": list(languages)}

    return [
        {
            "label": "VOSTFR",
            "running_time": 80,
            "uses": [
                use("spoken", SWEDISH),
                use("subtitles", FRENCH),
            ],
        },
        {"label": "VF", "running_time": None, "uses": [use("dubbed", FRENCH)]},
    ]


def availabilities(available, unavailable):
    """A film that can be seen, and one that cannot; each told in one sentence."""

    def line(state, support, price="", when="", address=""):
        offer = {
            "support": support["code"],
            "use": "home",
            "version": None,
            "countries": [SWEDEN],
            "distributor": LAMPE,
            "address": address,
        }
        return SimpleNamespace(offer=offer, state=state, price=price, when=when, link="vod.example")

    lines = [
        line("current", DVD, "12,50 €"),
        line("current", VOD, address="https://vod.example/"),
        line("ended", VOD),
    ]
    return [
        SimpleNamespace(sentence=available, is_available=True, lines=lines),
        SimpleNamespace(sentence=unavailable, is_available=False, lines=lines[2:]),
    ]


def company():
    return {
        "name": "LAMPE",
        "predecessor": {
            **LAMPE,
            "name": "Phare",
            "full_name": "Films du Phare",
            "acronym_meaning": both("la tour"),
        },
        "successors": [{"ref": "company:0", "name": "Veilleuse", "slug": "veilleuse"}],
        "former_names": [{"name": "Lanterne rouge", "until": 1974}],
        "country": SWEDEN,
        "declared_films": 1200,
        "website": "https://lampe.example/",
        "distributor": {
            "introduction": both("Nous prêtons nos films."),
            "terms": both("Un mois d’avance."),
            "contact_email": "prets@lampe.example",
            "contact_phone": "+33 1 00 00 00 00",
            "contact_address": "1 rue du Phare\nParis",
        },
    }


def selections():
    long = "Deux films où il neige, un où il a neigé, et un dernier où l’on attend la neige. " * 3
    return [
        {
            "slug": "neige",
            "title": both("Films de neige"),
            "introduction": both(long),
            "curator": "Cleo",
            "count": 4,
            "posters": cards()[:4],
        },
        {
            "slug": "un",
            "title": both("Un seul"),
            "introduction": both(""),
            "curator": "",
            "count": 1,
            "posters": [],
        },
    ]
