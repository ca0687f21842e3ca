"""Companies and distributors: what they are, and the films they produced and distribute, kept apart."""

import pytest

from catalogue.models import Company, CompanyCredit
from catalogue.publication.publish import publish
from tests.makers import make_company, make_film
from tests.pages.reading import addresses, all_words, facts, links, read, titles, words
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

LAMPE = "/en/companies/lampe/"


def make_iskra():
    """One company with two films produced, three distributed, of which one is both, and one it sells."""
    make_film("Produit", 1975, ["FR"], producers=["ISKRA"])
    make_film("Les deux", 1980, ["US"], producers=["ISKRA"], supports=["dvd"], distributor="ISKRA")
    make_film("Distribué", 1990, ["FR"], supports=["vod"], distributor="ISKRA")
    make_film("Nommé", 1995, ["FR"], published=False)
    sold = make_film("Vendu", 1999, published=False)
    CompanyCredit.objects.create(film=sold, company=make_company("ISKRA"), role="sales_agent")
    publish(sold)


def tabs(page):
    return [(words(a), a.attributes["href"], "aria-current" in a.attributes) for a in page.css(".tabs a")]


def test_the_page_says_what_the_company_is_in_the_readers_language(client):
    make_showcase()
    for lang, meaning, about in (
        ("en", "what gives light", ["A cooperative.", "It produces.", "It distributes."]),
        ("fr", "ce qui éclaire", ["Une coopérative.", "Elle produit.", "Elle distribue."]),
    ):
        head = read(client, LAMPE.replace("/en/", f"/{lang}/")).css_first("header.company")
        assert words(head.css_first("h1")) == "LAMPE"
        assert words(head.css_first(".company__full")) == "Libre atelier des montreurs de pellicule"
        assert words(head.css_first(".soft")) == meaning
        assert all_words(head, ".company__about .prose p") == about


def test_the_rest_of_a_long_text_unfolds_without_script(client):
    rest = "It distributes. " * 20
    company = make_company("Lampe", about_en=f"A cooperative.\n\nIt produces.\n\n{rest}")
    publish(company)
    more = read(client, LAMPE).css_first("header.company details")
    assert words(more.css_first("summary")) == "Read more"
    assert all_words(more, "p") == ["It produces.", rest.strip()]
    Company.objects.update(about_en="A cooperative.\n\nIt produces.")
    publish(Company.objects.get())
    page = read(client, LAMPE)
    assert (page.css(".company__about details"), len(page.css(".company__about p"))) == ([], 2)


def test_facts_name_predecessor_former_names_country_own_count_and_website(client):
    make_showcase()
    page = read(client, LAMPE)
    found = facts(page)
    assert found["Successor to"] == "Phare Films du Phare la tour"
    assert found["Former name"] == "Lanterne rouge until 1974"
    assert (found["Country"], found["Catalogue"]) == ("France", "1,200 films, according to the company")
    assert ("lampe.example", "https://lampe.example/") in links(page, ".facts")
    assert ("Phare", "/en/companies/phare/") in links(page, ".facts")
    assert facts(read(client, LAMPE.replace("/en/", "/fr/")))  # numbers of thousands in French
    assert "1\u202f200" in read(client, LAMPE.replace("/en/", "/fr/")).css_first("header.company").text()


def test_a_distributor_says_how_to_reach_it_and_its_terms(client):
    make_showcase()
    contact = read(client, LAMPE).css_first(".contact")
    assert addresses(contact, "dl") == ["mailto:prets@lampe.example", "tel:+33100000000"]
    assert "1 rue du Phare" in words(contact)
    assert all_words(contact, ".prose p") == ["Nous prêtons nos films.", "Un mois d’avance."]
    assert contact.css_first(".prose").attributes["lang"] == "fr"
    assert read(client, "/en/companies/phare/").css(".contact") == []


def test_whom_to_write_to_stands_right_behind_the_name(client):
    make_showcase()
    head = read(client, LAMPE).css_first(".company")
    assert [part.attributes["class"] for part in head.css(".company > *")] == [
        "company__name",
        "contact",
        "company__about",
        "facts",
    ]


def test_cards_say_in_a_line_what_a_film_is_and_lead_to_all_of_its_formats(client):
    long = "Un hiver au nord. La gardienne attend un bateau qui ne vient pas."
    for title, columns in (
        ("Court", {"short_summary_fr": "En bref.", "synopsis_fr": long}),
        ("Long", {"synopsis_fr": f"{long} {long}\n\nPuis le printemps."}),
        ("Muet", {}),
    ):
        make_film(title, producers=["Lampe"], supports=["dvd", "svod"], **columns)
    make_film("Autre", producers=["Lampe"], supports=["dvd"])
    page = read(client, "/fr/companies/lampe/")
    assert all_words(page, ".card__line") == ["En bref.", long]
    card = next(card for card in page.css(".card") if "Muet" in words(card))
    assert links(card, "p:last-child") == [
        ("DVD", "/fr/companies/lampe/?as=producer&support=dvd"),
        ("SVOD", "/fr/companies/lampe/?as=producer&support=svod"),
    ]
    assert titles(read(client, links(card, "p:last-child")[1][1])) == ["Court", "Long", "Muet"]


def test_a_filter_that_leads_to_the_same_list_is_left_out(client):
    for number in range(3):
        make_film(f"Film {number}", countries=["FR"], producers=["Lampe"], supports=["dvd", "svod"])
    page = read(client, "/fr/companies/lampe/")
    assert page.css(".filters .facet:not(.facet--words)") == []
    make_film("Film 4", 1990, countries=["FR"], producers=["Lampe"], supports=["dvd"])
    page = read(client, "/fr/companies/lampe/")
    assert all_words(page, ".filters .facet:not(.facet--words, :has(.facet)) > summary") == [
        "Année",
        "Support",
    ]


def test_films_produced_distributed_and_others_are_kept_apart_and_counted(client):
    make_iskra()
    page = read(client, "/en/companies/iskra/")
    assert tabs(page) == [
        ("Films produced 2", "/en/companies/iskra/?as=producer", True),
        ("Films distributed 2", "/en/companies/iskra/?as=distributor", False),
        ("Other films 1", "/en/companies/iskra/?as=other", False),
    ]
    assert titles(page) == ["Les deux", "Produit"]
    assert titles(read(client, "/en/companies/iskra/?as=distributor")) == ["Les deux", "Distribué"]
    assert titles(read(client, "/en/companies/iskra/?as=other")) == ["Vendu"]


@pytest.mark.parametrize("asked", ["nonsense", "", "other"])
def test_a_section_that_is_not_there_is_the_first_one(client, asked):
    make_film("Distribué", supports=["vod"], distributor="ISKRA")
    publish(make_company("ISKRA"))
    page = read(client, f"/en/companies/iskra/?as={asked}")
    assert titles(page) == ["Distribué"]
    assert tabs(page) == [
        ("Films distributed", "/en/companies/iskra/?as=distributor", True)
    ]  # the list counts


def test_the_filters_of_the_film_list_stay_inside_the_company_and_its_section(client):
    make_iskra()
    make_film("Ailleurs", 1990, ["FR"])
    page = read(client, "/en/companies/iskra/?as=distributor&country=FR")
    assert titles(page) == ["Distribué"]
    assert [words(a) for a in page.css(".facet a[aria-current=true]")] == ["France (chosen, remove)"]
    inside = [a for a in addresses(page, ".listing") if a.startswith("/en/companies/")]
    assert inside
    assert all("as=distributor" in address for address in inside)
    kept = {node.attributes["value"] for node in page.css("form.between input[name=as]")}
    assert kept == {"distributor"}


def test_every_link_of_a_company_answers(client):
    make_iskra()
    for query in ("", "?as=distributor&country=FR", "?as=other"):
        for address in addresses(read(client, f"/en/companies/iskra/{query}"), "main"):
            if address.startswith("/en/"):
                read(client, address)


@pytest.mark.parametrize(
    ("lang", "name", "said"),
    [
        ("en", "ISKRA", "No film of ISKRA is in the catalogue yet."),
        ("fr", "ISKRA", "Aucun film d’ISKRA n’est encore au catalogue."),
        ("fr", "Slon", "Aucun film de Slon n’est encore au catalogue."),
    ],
)
def test_a_company_without_films_says_so_and_offers_no_filter(client, lang, name, said):
    publish(make_company(name))
    address = f"/{lang}/companies/{name.lower()}/"
    page = read(client, address)
    assert (tabs(page), titles(page)) == ([], [])
    assert all_words(page, ".empty") == [said]
    assert page.css(".filters") == []
    assert page.css_first("link[rel=canonical]").attributes["href"].endswith(address)


def test_the_lists_count_films_in_any_role_and_films_distributed(client):
    make_iskra()
    publish(make_company("ISKRA"), make_company("Slon", full_name="Société de lancement"))
    companies = read(client, "/en/companies/")
    assert all_words(companies, ".names li") == [
        "ISKRA Production company, Distribution, International sales 4 films",
        "S Slon Société de lancement",
    ]
    assert all_words(read(client, "/en/distributors/"), ".names li") == ["ISKRA 2 films"]


def test_a_company_that_only_distributes_is_listed_once_it_is_published(client):
    make_film("Distribué", supports=["vod"], distributor="ISKRA")
    assert links(read(client, "/en/distributors/"), ".names") == [("ISKRA", "/en/companies/iskra/")]
