"""What becomes of a company's page, and of one that changed."""

import pytest

from catalogue.importing.outcome import Status
from catalogue.importing.store import store
from catalogue.models import Company, Film, Page
from distributors.models import Distributor, Offer
from tests.pages.reading import read, titles

from .page_records import company_page, film_page
from .snapshots import all_rows

pytestmark = pytest.mark.django_db

PAYS = ("Pays rêvé", ["svod", "vod", "dvd"], ["Un pays.", "Un rêve."])
SEL = ("Pour une poignée de gros sel", ["svod"], ["En 1975."])
WHOLE = {
    "full_name": "Image, Son, Kinescope",
    "meaning": "étincelle",
    "language": "ru",
    "declared_films": 160,
    "predecessor": ("Slon", "Service de lancement"),
    "about": ["ISKRA, c’est un catalogue.", "Et une histoire."],
    "films": [PAYS, SEL],
}


def films_of(company, role="producer"):
    return sorted(company.credits.filter(role=role).values_list("film__title", flat=True))


def supports_of(film):
    return [offer.support for offer in film.offers.all()]


def test_every_fact_of_a_company_s_page_arrives():
    outcome = store(company_page(**WHOLE))
    company = Company.objects.get(name="ISKRA")
    assert (outcome.status, outcome.subject, outcome.messages) == (Status.CREATED, 'company "ISKRA"', ())
    assert company.full_name == "Image, Son, Kinescope"
    assert (company.acronym_meaning_fr, company.acronym_meaning_en) == (
        "«\u00a0étincelle\u00a0» en russe",
        "",
    )
    assert company.about_fr == "ISKRA, c’est un catalogue.\n\nEt une histoire."
    assert (company.declared_films, company.country) == (160, None)
    assert (company.predecessor.name, company.predecessor.full_name) == ("Slon", "Service de lancement")
    assert films_of(company) == ["Pays rêvé", "Pour une poignée de gros sel"]
    film = Film.objects.get(title="Pays rêvé")
    assert (film.synopsis_fr, film.year) == ("Un pays.\n\nUn rêve.", None)
    assert supports_of(film) == ["svod", "vod", "dvd"]


def test_a_list_of_several_roles_gives_the_films_all_of_them():
    store(company_page(**WHOLE, roles=["producer", "distributor"]))
    company = Company.objects.get(name="ISKRA")
    assert films_of(company, "producer") == films_of(company, "distributor") != []


def test_the_same_page_twice_writes_nothing():
    store(company_page(**WHOLE))
    before = all_rows()
    outcome = store(company_page(**WHOLE))
    assert (outcome.status, outcome.messages) == (Status.UNCHANGED, ())
    assert all_rows() == before


def test_a_film_that_left_the_list_loses_the_role_and_the_offers_and_stays_a_film():
    store(company_page(**WHOLE))
    outcome = store(company_page(**{**WHOLE, "films": [SEL], "predecessor": None, "declared_films": 170}))
    company = Company.objects.get(name="ISKRA")
    assert outcome.status == Status.UPDATED
    assert films_of(company) == ["Pour une poignée de gros sel"]
    assert (company.declared_films, company.predecessor) == (170, None)
    film = Film.objects.get(title="Pays rêvé")
    assert film.offers.count() == 0
    assert Page.objects.get(kind="film", object_id=film.pk).document["offers"] == []


def test_offers_follow_the_page_and_an_editor_has_the_last_word():
    store(company_page(**WHOLE))
    film = Film.objects.get(title="Pays rêvé")
    film.offers.filter(support="vod").delete()
    film.offers.filter(support="dvd").update(price=20)
    store(company_page(**{**WHOLE, "films": [("Pays rêvé", ["vod", "bluray"], PAYS[2]), SEL]}))
    assert sorted(film.offers.values_list("support", flat=True)) == ["bluray", "dvd"]


def test_supports_make_nobody_a_distributor_whom_the_page_does_not_call_so(client):
    store(company_page(**WHOLE))
    assert {offer.distributor for offer in Offer.objects.all()} == {None}
    assert (Distributor.objects.count(), films_of(Company.objects.get(name="ISKRA"), "distributor")) == (
        0,
        [],
    )
    assert titles(read(client, "/fr/companies/iskra/?as=producer")) == ["Pays rêvé", SEL[0]]
    assert client.get("/fr/distributors/").content.decode().count("ISKRA") == 0


def test_what_is_produced_and_what_distributed_is_as_the_headings_say(client):
    other = ("Marée haute", ["dcp"], ["La mer."])
    lists = [(["producer"], [PAYS, SEL]), (["distributor"], [SEL, other])]
    store(company_page(lists=lists))
    assert titles(read(client, "/fr/companies/iskra/?as=producer")) == ["Pays rêvé", SEL[0]]
    assert titles(read(client, "/fr/companies/iskra/?as=distributor")) == ["Marée haute", SEL[0]]
    holders = {
        (offer.film.title, getattr(offer.distributor, "company", None)) for offer in Offer.objects.all()
    }
    iskra = Company.objects.get()
    assert holders == {("Pays rêvé", None), (SEL[0], iskra), ("Marée haute", iskra)}
    before = all_rows()
    assert store(company_page(lists=lists)).status == Status.UNCHANGED
    assert all_rows() == before


def test_a_film_that_moves_to_another_heading_takes_its_offers_with_it():
    store(company_page(films=[SEL], roles=["distributor"]))
    store(company_page(films=[SEL], roles=["producer"]))
    film = Film.objects.get()
    assert [(offer.support, offer.distributor) for offer in film.offers.all()] == [("svod", None)]
    assert (films_of(Company.objects.get(), "distributor"), film.company_credits.count()) == ([], 1)


@pytest.mark.parametrize("support", ["dcp", "dvd", "multi"])
def test_neither_use_nor_availability_follows_from_a_support(support):
    store(company_page(films=[("Pays rêvé", [support], [])]))
    offer = Offer.objects.get()
    assert (offer.support, offer.use, offer.availability) == (support, "", "")


def test_an_offer_that_an_editor_described_is_the_page_s_too():
    film = Film.objects.create(title="Pays rêvé")
    film.offers.create(support="dvd", use="home", availability="available")
    store(company_page(films=[("Pays rêvé", ["dvd"], [])]))
    offer = film.offers.get()
    assert (offer.use, offer.availability) == ("home", "available")


def test_a_synopsis_that_an_editor_wrote_stays():
    Film.objects.create(title="Pays rêvé", synopsis_fr="Le mien.")
    outcome = store(company_page(**WHOLE))
    assert Film.objects.get(title="Pays rêvé").synopsis_fr == "Le mien."
    assert "kept: synopsis fr is 'Le mien.' here, the page says" in outcome.messages[0].text


def test_companies_are_found_again_by_every_name_they_bear():
    iskra = Company.objects.create(name="Iskra")
    iskra.former_names.create(name="Slon")
    store(company_page("ISKRA", about=["Un catalogue."]))
    store(film_page(producers=["SLON", "Iskra"]))
    assert Company.objects.get() == iskra
    assert [credit.company for credit in Film.objects.get().company_credits.all()] == [iskra]


def test_a_credit_that_a_film_page_says_too_is_one_and_stays_for_the_other():
    store(company_page(**WHOLE))
    store(film_page("Pays rêvé", 2011, producers=["ISKRA"]))
    film = Film.objects.get(title="Pays rêvé")
    assert (film.year, film.company_credits.count()) == (2011, 1)
    store(company_page(**{**WHOLE, "films": [SEL]}))
    assert film.company_credits.count() == 1


def test_a_company_is_not_its_own_predecessor():
    outcome = store(company_page(predecessor=("Iskra", None), about=["Un catalogue."]))
    assert Company.objects.get().predecessor is None
    assert [message.text for message in outcome.messages] == ["“Iskra” cannot be its own predecessor"]


def test_a_predecessor_that_an_editor_changed_stays():
    store(company_page(**WHOLE))
    other = Company.objects.create(name="Other")
    Company.objects.filter(name="ISKRA").update(predecessor=other)
    store(company_page(**{**WHOLE, "predecessor": ("Slon 2", None)}))
    assert Company.objects.get(name="ISKRA").predecessor == other
