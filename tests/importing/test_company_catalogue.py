import pytest

from catalogue.importing.records import CompanyCataloguePage, FaultyPageError, Found
from tests.importing.source_pages import codes, parse_file, parse_text, printings, values

TOP = "ISKRA\n\nISKRA\n\nUne société de production.\n\nen savoir plus...\n\n"


def films(text, announced=None):
    """Return the page of a company that produced the films of this list."""
    count = f"{announced} Films\n" if announced is not None else ""
    return parse_text(f"{TOP}Films produits par ISKRA\n\n{count}{text}")


def listed(page):
    return [
        (film.title.value, values(film.supports), values(film.synopsis))
        for found in page.lists
        for film in found.films
    ]


@pytest.mark.parametrize("path", printings("distributor-iskra.txt"), ids=str)
def test_every_fact_of_the_page_of_iskra_is_found_on_its_line(path):
    page = parse_file(path)
    assert isinstance(page, CompanyCataloguePage)
    assert page.name == Found("ISKRA", 1)
    assert page.acronym.full_name == Found("Image, Son, Kinescope et Réalisations Audiovisuelles", 6)
    assert (page.acronym.meaning, page.acronym.language) == (Found("étincelle", 6), Found("ru", 6))
    assert page.declared_films == Found(160, 6)
    assert page.predecessor.name == Found("Slon", 9)
    assert page.predecessor.full_name == Found("Service de Lancement des Œuvres Nouvelles", 9)
    assert (page.predecessor.meaning, page.predecessor.language) == (Found("éléphant", 9), Found("ru", 9))
    assert [paragraph.line for paragraph in page.about] == [6, 9, 10]
    (produced,) = page.lists
    assert (produced.heading, produced.roles) == (Found("Films produits par ISKRA", 14), ("producer",))
    assert produced.announced == Found(7, 16)
    assert [(film.title.value, film.title.line, values(film.supports)) for film in produced.films] == [
        ("Poumons noirs, ventres d’or", 17, ["svod", "vod"]),
        ("Pour une poignée de gros sel", 23, ["svod", "vod"]),
        ("Payer sa vie", 29, ["svod", "vod"]),
        ("Paysan et Rebelle", 36, ["svod", "vod", "dvd"]),
        ("Pays rêvé", 42, ["svod", "vod", "dvd"]),
        ("Plutôt la vie !", 48, ["svod", "vod", "dvd"]),
        ("Pas de quartier", 55, ["svod", "vod", "dvd"]),
    ]
    assert [film.supports[0].line for film in produced.films] == [19, 25, 31, 38, 44, 50, 57]
    assert [[paragraph.line for paragraph in film.synopsis] for film in produced.films] == [
        [21],
        [27],
        [33, 34],
        [40],
        [46],
        [52, 53],
        [59],
    ]
    assert page.warnings == ()


@pytest.mark.parametrize(
    ("title", "printed", "supports"),
    [
        ("Le VOD", "Le VOD", []),
        ("Le VOD", "Le VOD VOD", ["vod"]),
        ("Le VOD", "Le VODVOD", ["vod"]),
        ("DVD", "DVD DVD", ["dvd"]),
        ("DVD", "DVD", []),
        ("SVOD et DVD", "SVOD et DVD BLU-RAYDVD", ["bluray", "dvd"]),
        ("Pays rêvé", "Pays rêvé BLURAY", ["bluray"]),
        ("Pays rêvé", "Pays rêvéSVODVODDVDBLU-RAY", ["svod", "vod", "dvd", "bluray"]),
        ("L'Été", "L’été VOD", ["vod"]),
        ("Payer (sa vie) [*", "Payer (sa vie) [* DVD", ["dvd"]),
    ],
)
def test_a_title_is_told_from_the_supports_glued_to_it(title, printed, supports):
    assert listed(films(f"{title}\n\n{printed}\n\nUn film.", 1)) == [(title, supports, ["Un film."])]


def test_a_film_may_have_no_synopsis_or_several_paragraphs():
    page = films("A\n\nA VOD\n\nB\n\nB\n\nUn.\nDeux.\n\nTrois.\n\nC\n\nC DVD", 3)
    assert listed(page) == [("A", ["vod"], []), ("B", [], ["Un.", "Deux.", "Trois."]), ("C", ["dvd"], [])]
    assert page.warnings == ()


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Films produits par ISKRA", ("producer",)),
        ("Films distribués par ISKRA", ("distributor",)),
        ("Films diffusés par ISKRA", ("distributor",)),
        ("Films coproduits par ISKRA", ("co_producer",)),
        ("Films co-produits par ISKRA", ("co_producer",)),
        ("Film produit par ISKRA", ("producer",)),
        ("Films vendus par ISKRA", ("sales_agent",)),
        ("Films produits et distribués par ISKRA", ("producer", "distributor")),
    ],
)
def test_the_heading_of_a_list_says_the_companys_role(heading, roles):
    assert parse_text(f"ISKRA\n\n{heading}\n\n1 Film\nA\n\nA VOD").lists[0].roles == roles


def test_films_produced_and_films_distributed_are_two_lists():
    page = films("A\n\nA VOD\n\nFilms distribués par ISKRA\n\n2 Films\nB\n\nB DVD\n\nC\n\nC", 1)
    assert [(found.roles, [film.title.value for film in found.films]) for found in page.lists] == [
        (("producer",), ["A"]),
        (("distributor",), ["B", "C"]),
    ]


def test_a_count_that_the_films_do_not_match_is_a_warning_on_its_line():
    page = films("A\n\nA VOD\n\nUn film.\n\nB\n\nB VOD\n\nUn film.", 7)
    assert codes(page) == [(11, "film-count")]
    assert str(page.warnings[0]) == "line 11: Films produits par ISKRA: 7 films are announced, 2 follow"
    assert len(page.lists[0].films) == 2


def test_a_synopsis_that_is_printed_twice_is_no_film_and_links_are_no_text():
    synopsis = "Un port où rien n’arrive que la pluie. " * 4 + "On attend."
    page = films(
        f"A\n\nA VOD\n\n{synopsis}\n\n{synopsis}\n\nLire la suite\n\nB\n\nB\n\nUn.\n\nen savoir plus…", 2
    )
    assert listed(page) == [("A", ["vod"], [synopsis]), ("B", [], ["Un."])]
    assert page.warnings == ()


@pytest.mark.parametrize("count", ["0 Films", "Aucun film"])
def test_a_list_may_be_empty(count):
    page = films(f"A\n\nA VOD\n\nFilms distribués par ISKRA\n\n{count}\n")
    assert [(found.roles, len(found.films)) for found in page.lists] == [
        (("producer",), 1),
        (("distributor",), 0),
    ]
    assert page.warnings == ()


def test_two_prints_of_a_title_that_differ_are_a_warning():
    page = films("Pays rêvé\n\nPays rêvés SVODVOD\n\nUn film.", 1)
    assert listed(page) == [("Pays rêvé", ["svod", "vod"], ["Un film."])]
    assert codes(page) == [(14, "doubled-name")]


def test_two_prints_of_the_name_that_differ_are_a_warning():
    page = parse_text("ISKRA\n\nISKRAS\n\nFilms produits par ISKRA\n\nA\n\nA VOD")
    assert (page.name.value, page.about, codes(page)) == ("ISKRA", (), [(3, "doubled-name")])


def test_a_company_without_story_has_none():
    page = parse_text("ISKRA\n\nFilms produits par ISKRA\n\nA\n\nA VOD")
    assert (page.acronym, page.declared_films, page.predecessor, page.about) == (
        None,
        None,
        None,
        (),
    )
    assert page.lists[0].announced is None


def test_a_company_is_not_born_of_any_acronym_it_names():
    about = "ISKRA (Images et Sons) est membre du GNCR (Groupement National des Cinémas de Recherche)."
    page = parse_text(f"ISKRA\n\n{about}\n\nFilms produits par ISKRA\n\nA\n\nA VOD")
    assert (page.acronym.full_name.value, page.acronym.meaning, page.predecessor) == (
        "Images et Sons",
        None,
        None,
    )


def test_brackets_with_a_year_are_no_acronym():
    page = parse_text("ISKRA\n\nISKRA (1974) produit 1 200 films.\n\nFilms produits par ISKRA\n\nA\n\nA VOD")
    assert (page.acronym, page.declared_films.value) == (None, 1200)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"{TOP}Films produits par ISKRA\n\n7 Films\n",
            "line 11: Films produits par ISKRA: found nothing, expected films, 7 of them are announced",
        ),
        (
            f"{TOP}Films produits par ISKRA\n",
            "line 9: Films produits par ISKRA: found nothing, expected the films",
        ),
        (f"{TOP}7 Films\nA\n\nA VOD", "line 9: Films: found '7 Films', expected a heading above"),
        (
            "Films produits par ISKRA\n\nA\n\nA VOD",
            "line 1: Name: found 'Films produits par ISKRA', expected the company",
        ),
        (
            f"{TOP}Films produits par ISKRA\n\n2 Films\nA\n\nA VOD\n\nUn film.\n\nPas de quartier",
            "line 18: Title: found 'Pas de quartier', expected this title a second time, the page ends here",
        ),
    ],
)
def test_a_truncated_page_is_told_with_its_line(text, message):
    with pytest.raises(FaultyPageError) as error:
        parse_text(text)
    assert str(error.value).startswith(message)
