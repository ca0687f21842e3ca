"""The structured data of each kind of page: what the page says, and what is unknown left out.

That it is true to schema.org, on every page, is tested in tests/quality/test_structured_data.py.
"""

import pytest

from catalogue.publication.publish import publish
from tests.makers import make_film, make_offer, make_person, make_text
from tests.metadata.reading import SITE, listed, things
from tests.pages.reading import read
from tests.showcase import make_showcase

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_a_film_says_all_that_its_page_says(client):
    film = make_showcase()
    movie = things(client, "/en/films/une-lumiere-au-nord/")["Movie"]
    here = f"{SITE}/en/films/une-lumiere-au-nord/"
    ada = {"@type": "Person", "name": "Ada Lindqvist", "url": f"{SITE}/en/people/ada-lindqvist-cineaste/"}
    bo = {"@type": "Person", "name": "Bo Okafor", "url": f"{SITE}/en/people/bo-okafor/"}
    lampe = {"@type": "Organization", "name": "LAMPE", "url": f"{SITE}/en/companies/lampe/"}
    phare = {"@type": "Organization", "name": "Phare", "url": f"{SITE}/en/companies/phare/"}
    assert movie == {
        "@type": "Movie",
        "name": "Une lumière au nord",
        "alternateName": ["Ljus i norr", "Northern Light"],
        "url": here,
        "image": f"{SITE}{film.cover.url}",
        "description": "A keeper and her lighthouse.",
        "dateCreated": "2021",
        "duration": "PT1H20M",
        "countryOfOrigin": [{"@type": "Country", "name": "Sweden"}, {"@type": "Country", "name": "USSR"}],
        "inLanguage": ["sv"],
        "subtitleLanguage": ["fr"],
        "genre": ["Documentary", "Essay"],
        "keywords": ["Winter"],
        "workExample": [
            {
                "@type": "Movie",
                "name": "Une lumière au nord",
                "version": "Original version with French subtitles",
                "inLanguage": ["sv"],
                "subtitleLanguage": ["fr"],
            },
            {
                "@type": "Movie",
                "name": "Une lumière au nord",
                "version": "Version courte",
                "duration": "PT52M",
                "inLanguage": ["fr"],
            },
        ],
        "subjectOf": [
            {
                "@type": "Article",
                "headline": "Ce que la nuit montre",
                "url": f"{here}texts/ce-que-la-nuit-montre/",
                "inLanguage": "fr",
                "author": bo,
            },
            {
                "@type": "Article",
                "headline": "Statement of intent",
                "url": f"{here}texts/intention-note/",
                "inLanguage": "fr",
                "author": ada,
            },
            {
                "@type": "Quotation",
                "headline": "Press quote",
                "url": f"{here}texts/press-quote/",
                "inLanguage": "en",
                "creditText": "Dee Quill",
            },
        ],
        "identifier": [{"@type": "PropertyValue", "propertyID": "IMDb", "value": "tt0000001"}],
        "sameAs": ["https://www.imdb.com/title/tt0000001/"],
        "director": [ada],
        "actor": [
            {
                "@type": "PerformanceRole",
                "characterName": "le gardien",
                "actor": bo | {"name": "B. Okafor"},
            }
        ],
        "productionCompany": [lampe, phare],
        "offers": [
            {
                "@type": "Offer",
                "name": "DVD",
                "availability": "https://schema.org/InStock",
                "price": "12.50",
                "priceCurrency": "EUR",
                "seller": lampe,
            },
            {
                "@type": "Offer",
                "name": "VOD",
                "availability": "https://schema.org/InStock",
                "seller": lampe,
                "url": "https://vod.example/lumiere",
            },
        ],
    }


def test_a_film_is_a_film_for_those_who_read_open_graph(client):
    make_showcase()
    head = read(client, "/en/films/une-lumiere-au-nord/").head
    found = {
        node.attributes["property"]: node.attributes["content"]
        for node in head.css("meta[property^='video:']")
    }
    assert found == {
        "video:director": f"{SITE}/en/people/ada-lindqvist-cineaste/",
        "video:duration": "4800",
    }
    assert read(client, "/en/films/sans-date/").css("meta[property^='video:']") == []


def test_of_a_film_of_which_little_is_known_little_is_said(client):
    make_film("Sans date")
    movie = things(client, "/fr/films/sans-date/")["Movie"]
    assert movie.keys() == {"@type", "name", "url", "image"}
    assert movie["image"].startswith(f"{SITE}/posters/")


def test_offers_are_those_of_the_day_with_their_days_uses_and_countries(client):
    film = make_film("Users", published=False)
    version = film.versions.create(label="VF")
    make_offer(film, "dcp", ["BE", "FR"], use="theatrical", last_day="2999-12-31", version=version)
    make_offer(film, "vod", first_day="2999-01-01")  # not yet
    make_offer(film, "dvd", last_day="2001-01-01")  # no longer
    make_offer(film, "bluray")  # nobody says that it can be had
    make_offer(film, "16mm", availability="unavailable")
    make_offer(film, "svod", availability="available", everywhere=True, price=0)
    publish(film)
    assert things(client, "/en/films/users/")["Movie"]["offers"] == [
        {
            "@type": "Offer",
            "name": "DCP",
            "category": "Cinema",
            "availability": "https://schema.org/InStock",
            "availabilityEnds": "2999-12-31",
            "eligibleRegion": [
                {"@type": "Country", "name": "Belgium"},
                {"@type": "Country", "name": "France"},
            ],
            "itemOffered": {"@type": "Movie", "name": "Users", "version": "French version"},
        },
        {
            "@type": "Offer",
            "name": "SVOD",
            "availability": "https://schema.org/InStock",
            "price": "0.00",
            "priceCurrency": "EUR",
        },
    ]


def test_whoever_has_a_part_that_the_vocabulary_has_no_word_for_is_a_contributor(client):
    film = make_film("Users", producers=["ISKRA"], published=False)
    person = film.credits.create(person=make_showcase().credits.first().person, role="editor").person
    publish(film)
    movie = things(client, "/en/films/users/")["Movie"]
    assert movie["contributor"] == [
        {
            "@type": "Role",
            "roleName": "Editing",
            "contributor": {
                "@type": "Person",
                "name": person.name,
                "url": f"{SITE}/en/people/{person.slug}/",
            },
        }
    ]


def test_a_person_who_produces_is_no_company(client):
    film = make_film("Users", producers=["ISKRA"], published=False)
    film.credits.create(person=make_person("Inger Servolin"), role="producer")
    publish(film)
    movie = things(client, "/en/films/users/")["Movie"]
    assert [(one["@type"], one["name"]) for one in movie["producer"]] == [("Person", "Inger Servolin")]
    assert [(one["@type"], one["name"]) for one in movie["productionCompany"]] == [("Organization", "ISKRA")]


def test_what_ends_an_element_or_a_line_elsewhere_is_written_otherwise(client):
    title = '</script><!--<script>&amp; \u2028\u2029 \\" «é»'
    make_film(title, slug="users")
    assert things(client, "/fr/films/users/")["Movie"]["name"] == title
    source = client.get("/fr/films/users/").content.decode().partition("ld+json")[2].partition("</script>")[0]
    assert not {*"<&\u2028\u2029"} & {*source.partition(">")[2]}


def test_a_person_and_the_films_by_role(client):
    make_showcase()
    found = things(client, "/fr/people/ada-lindqvist-cineaste/")
    person = found["Person"]
    assert person.pop("image").startswith(f"{SITE}/media/")
    assert person == {
        "@type": "Person",
        "name": "Ada Lindqvist",
        "url": f"{SITE}/fr/people/ada-lindqvist-cineaste/",
        "description": "Ada filme le nord.",
        "disambiguatingDescription": "cinéaste",
        "birthDate": "1971",
        "sameAs": ["https://ada.example/"],
    }
    films = found["ItemList"]
    assert (films["name"], films["numberOfItems"]) == ("Réalisation", 2)
    assert films["itemListElement"] == listed(
        [f"{SITE}/fr/films/le-retour/", f"{SITE}/fr/films/une-lumiere-au-nord/"]
    )


def test_a_company_and_how_it_is_reached(client):
    make_showcase()
    found = things(client, "/en/companies/lampe/")
    assert found["Organization"] == {
        "@type": "Organization",
        "name": "LAMPE",
        "alternateName": ["Libre atelier des montreurs de pellicule", "what gives light"],
        "url": f"{SITE}/en/companies/lampe/",
        "description": "A cooperative.",
        "location": {"@type": "Country", "name": "France"},
        "sameAs": "https://lampe.example/",
        "contactPoint": {
            "@type": "ContactPoint",
            "email": "prets@lampe.example",
            "telephone": "+33 1 00 00 00 00",
        },
    }


def test_a_text_names_its_author_its_day_and_what_it_is_about(client):
    make_showcase()
    found = things(client, "/en/films/une-lumiere-au-nord/texts/ce-que-la-nuit-montre/")
    text = found["Article"]
    assert (text["genre"], text["dateCreated"], text["author"]["name"]) == (
        "Presentation",
        "2022-05-01",
        "Bo Okafor",
    )
    film = f"{SITE}/en/films/une-lumiere-au-nord/"
    assert text["about"] == {"@type": "Movie", "name": "Une lumière au nord", "url": film}
    assert found["BreadcrumbList"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Films", "item": f"{SITE}/en/films/"},
        {"@type": "ListItem", "position": 2, "name": "Une lumière au nord", "item": film},
        {"@type": "ListItem", "position": 3, "name": "Ce que la nuit montre", "item": text["url"]},
    ]
    about = things(client, "/en/people/ada-lindqvist-cineaste/texts/portrait-d-ada/")["Article"]["about"]
    assert about["@type"] == "Person"


def test_shooting_secrets_are_a_collection(client):
    film = make_film("Users")
    make_text(film, "Un secret.", text_kind="shooting_secret", heading="La pluie")
    found = things(client, "/fr/films/users/shooting-secrets/")["CollectionPage"]
    assert [part["headline"] for part in found["hasPart"]] == ["La pluie"]
    assert found["about"]["name"] == "Users"


def test_the_first_page_tells_how_the_site_is_searched(client):
    make_film("Users")
    site = things(client, "/en/")["WebSite"]
    action = site["potentialAction"]
    assert (site["name"], action["@type"]) == ("Film catalogue", "SearchAction")
    assert action["query-input"] == "required name=search_term_string"
    address = action["target"]["urlTemplate"].replace("{search_term_string}", "users")
    assert [a.text() for a in read(client, address.removeprefix(SITE)).css(".card__title a")] == ["Users"]
