import pytest

from catalogue.importing.records import FilmPage, Found
from tests.importing.film_pages import HEAD, LIST, film, version
from tests.importing.source_pages import FIXTURES, codes, parse_file, parse_text, printings, values


@pytest.mark.parametrize("path", printings("film-users.txt"), ids=str)
def test_every_fact_of_the_page_of_users_is_found_on_its_line(path):
    page = parse_file(path)
    assert isinstance(page, FilmPage)
    assert (page.title, page.cover_text) == (Found("Users", 1), Found("Image de couverture Users", 4))
    assert [paragraph.line for paragraph in page.presentation] == [6]
    assert page.supports == (Found("multi", 10),)
    assert (page.availability.available, page.availability.text) == (False, Found("Produit indisponible", 12))
    assert page.directors == (Found("Natalia Almada", 16),)
    assert page.cast == ()
    (text,) = page.guest_texts
    assert [paragraph.line for paragraph in text.paragraphs] == [24, 26, 28, 30, 32]
    author, quality = signatory(path)
    assert (text.author, text.quality) == (Found(author, 36), Found(quality, 37))
    french, english = page.versions
    assert (french.label, french.running_time) == (Found("Français", 42), Found(80, 46))
    assert (french.spoken, french.subtitles) == ((Found("fr", 48),), (Found("fr", 49),))
    assert (english.label, english.running_time) == (Found("English", 50), Found(80, 54))
    assert (english.spoken, english.subtitles) == ((Found("en", 56),), ())
    assert page.year == Found(2021, 57)
    assert page.countries == (Found("US", 58), Found("MX", 58))
    assert page.running_time == Found(80, 59)
    assert page.producers == (Found("The Department of Motion Pictures", 60), Found("Altamura Films", 60))
    assert page.languages == (Found("en", 61),)
    assert page.subtitles == (Found("fr", 62),)
    assert page.short_summary.line == 63


def signatory(path):
    """Who signs the text of the page of Users, and in which quality: nobody real in our own printing of it."""
    is_ours = path.parent == FIXTURES
    return ("Philomène Prête-Plume", "Signataire inventée") if is_ours else ("Danae Elon", "Cinéaste")


@pytest.mark.parametrize("path", printings("film-users.txt"), ids=str)
def test_the_contradictions_of_the_page_of_users_are_told_and_nothing_else(path):
    assert [str(warning) for warning in parse_file(path).warnings] == [
        f"line 20: Acteurs: {signatory(path)[0]} signs a text of this page, and is its author, not cast",
        "line 61: Langue: en for the film, but of its versions 'Français': fr; taken as its original language",
        "line 62: Sous-titres: fr for the film, but of its versions 'English': none;"
        " subtitles are those of each version",
    ]
    assert codes(parse_file(path)) == [
        (20, "signatory-in-cast"),
        (61, "film-language"),
        (62, "film-subtitles"),
    ]


def test_the_first_print_of_the_block_by_itself_is_enough():
    lines = (FIXTURES / "film-users.txt").read_text().split("\n")
    assert parse_text("\n".join(lines[:63])) == parse_file(FIXTURES / "film-users.txt")


def test_a_page_may_have_no_more_than_a_title_and_a_year():
    page = parse_text("Users\n\n• Année 2021")
    empty = dict.fromkeys(("presentation", "supports", "directors", "cast", "guest_texts", "versions"), ())
    empty |= dict.fromkeys(
        ("countries", "forms", "genres", "producers", "languages", "subtitles", "warnings"), ()
    )
    empty |= dict.fromkeys(("cover_text", "availability", "running_time", "short_summary"))
    assert page == FilmPage(title=Found("Users", 1), year=Found(2021, 3), **empty)


@pytest.mark.parametrize(
    ("line", "supports"),
    [
        ("SVODVODDVD", ["svod", "vod", "dvd"]),
        ("BLU-RAY DVD", ["bluray", "dvd"]),
        ("DVD\n\nVOD", ["dvd", "vod"]),
        ("Multi-supports", ["multi"]),
        ("", []),
    ],
)
def test_supports_come_in_any_combination_or_none(line, supports):
    assert values(film(head=HEAD.replace("DVD", line)).supports) == supports


@pytest.mark.parametrize(
    ("line", "available"),
    [("Produit indisponible", False), ("Produit disponible", True), ("Film non disponible", False)],
)
def test_availability_is_what_the_page_says(line, available):
    page = film(head=HEAD.replace("DVD", f"DVD\n\n{line}"))
    assert (page.availability.available, page.availability.text.value) == (available, line)


@pytest.mark.parametrize(
    ("line", "available"),
    [
        ("Produit momentanément indisponible", False),
        ("PRODUIT\u00a0INDISPONIBLE", False),
        ("Produit indisponible actuellement", False),
        ("Produit non-disponible !", False),
    ],
)
def test_unavailable_is_said_in_several_ways(line, available):
    assert film(head=HEAD.replace("DVD", f"DVD\n\n{line}")).availability.available is available


@pytest.mark.parametrize(
    "line", ["Produit disponible prochainement", "Film disponible en salles", "Produit indisponible en DVD"]
)
def test_what_is_partly_available_is_neither_and_that_is_told(line):
    for place, head in (
        (9, HEAD.replace("DVD", f"DVD\n\n{line}")),
        (13, HEAD.replace("Part", f"{line}\n\nPart")),
    ):
        page = film(head=head)
        assert (page.availability, codes(page)) == (None, [(place, "unknown-field")])
        assert values(page.directors) == ["Natalia Almada"]


@pytest.mark.parametrize("supports", ["Multi-supports", "SVODVODDVD", ""])
def test_nothing_follows_from_what_the_page_does_not_say(supports):
    page = film(head=HEAD.replace("DVD", supports))
    assert (page.availability, page.warnings) == (None, ())


def test_available_and_unavailable_on_one_page_is_a_warning():
    page = film(head=HEAD.replace("DVD", "Produit disponible\n\nProduit indisponible"))
    assert (page.availability.available, codes(page)) == (True, [(9, "doubled-block")])


@pytest.mark.parametrize("share", ["Partager sur\n\n", ""])
def test_bulleted_lists_of_texts_are_text_and_bulleted_names_are_names(share):
    head = f"Le Port\n\nOn y voit :\n\n• la mer ;\n• le vent\n\nActeurs\n\n{'• ' if share else ''}Anna Roy\n\n{share}"
    page = film(
        "Un texte :\n• la mer ;\n• le vent.\n\nPaul Roux, peintre\n\n" if share else "• VO\n\n  VO\n\n", head
    )
    assert (values(page.presentation), values(page.cast)) == (
        ["On y voit :", "la mer ;", "le vent"],
        ["Anna Roy"],
    )
    assert [values(text.paragraphs) for text in page.guest_texts] == (
        [["Un texte :", "la mer ;", "le vent."]] if share else []
    )
    assert ([v.label.value for v in page.versions], page.warnings) == ([] if share else ["VO"], ())


def test_the_role_beside_an_actors_name_is_no_part_of_it_and_that_is_told():
    page = parse_text("Le Port\n\nActeurs\n\nAnna Roy (la mère), Paul Roux\n\n• Année 2021")
    assert (values(page.cast), codes(page)) == (["Anna Roy", "Paul Roux"], [(5, "unknown-field")])


@pytest.mark.parametrize("title", ["Casting", "Avec", "Son", "Interprètes", "Mode"])
def test_a_film_may_be_called_as_a_heading(title):
    for cover in (
        f"Image de couverture {title}\n\n",
        f"{title}\n\nUn essai.\n\nImage de couverture {title}\n\n",
        "",
    ):
        page = parse_text(f"{title}\n\n{cover}Réalisateur\n\nAnna Roy\n\n• Année 2021")
        assert (page.title.value, values(page.directors), page.cast) == (title, ["Anna Roy"], ())


@pytest.mark.parametrize(
    "label",
    ["Sous-titres", "Sous-titre", "SOUS-TITRES\u00a0:", "Sous\u2011titres", "Sous-titrage", "Sous titres"],
)
def test_subtitles_of_a_film_without_versions_are_kept_and_contradict_nothing(label):
    page = film(technical=f"{LIST}  • Langue Arabe\n  • {label} Français, anglais\n")
    assert (page.subtitles, page.warnings) == ((Found("fr", 19), Found("en", 19)), ())


def test_subtitles_of_a_film_are_kept_beside_those_of_its_versions():
    below = version("VOSTFR", "1h20", "Sous-titres : Français")
    page = film(below, technical=f"{LIST}  • Sous-titres anglais\n")
    assert values(page.subtitles) == ["en"]
    assert codes(page) == [(24, "film-subtitles")]


def test_a_film_called_as_a_support_keeps_its_title():
    page = film(head=HEAD.replace("Users", "DVD").replace("\n\nDVD\n", "\n\nVOD\n"))
    assert (page.title.value, values(page.supports)) == ("DVD", ["vod"])


@pytest.mark.parametrize(
    "heading", ["Réalisateurs", "Réalisatrice", "Réalisatrices", "Réalisation", "Réalisateur(s)"]
)
@pytest.mark.parametrize(
    "names", ["Anna Roy\n\nPaul Roux", "Anna RoyAnna Roy\nPaul RouxPaul Roux", "Anna Roy, Paul Roux"]
)
def test_several_directors_and_actors_are_found_however_they_are_printed(heading, names):
    head = f"Users\n\n{heading}\n\n{names}\n\nActeurs\n\n{names}\n\nPartager sur\n\nFacebook\n\n"
    page = film(head=head)
    assert values(page.directors) == values(page.cast) == ["Anna Roy", "Paul Roux"]
    assert (page.guest_texts, page.warnings) == ((), ())


def test_only_signatories_leave_the_cast():
    head = HEAD.replace("Partager", "Acteurs\n\nAnna RoyAnna Roy\n\nDanaé Elon\n\nPartager")
    page = film("Un texte.\n\nDanae Elon\nCinéaste\n\n", head=head)
    assert values(page.cast) == ["Anna Roy"]
    assert codes(page) == [(17, "signatory-in-cast")]


def test_a_name_whose_prints_differ_is_a_warning():
    page = film(head=HEAD.replace("Natalia Almada", "Natalia AlmadaNathalia Almada"))
    assert (values(page.directors), codes(page)) == (["Natalia Almada"], [(11, "doubled-name")])


def test_a_cover_of_another_title_is_a_warning():
    page = film(head=HEAD.replace("couverture Users", "couverture Losers"))
    assert (page.title.value, codes(page)) == ("Users", [(3, "doubled-name")])


@pytest.mark.parametrize(
    ("below", "texts"),
    [
        ("Un.\n\nDeux.\n\nAnna Roy\nCritique\n\n", [(["Un.", "Deux."], "Anna Roy", "Critique")]),
        ("Un.\n\nAnna Roy, critique\n\n", [(["Un."], "Anna Roy", "critique")]),
        ("Un.\n\n— Anna Roy\n\n", [(["Un."], "Anna Roy", None)]),
        ("Un.\n\n", [(["Un."], None, None)]),
        (
            "Un.\n\nAnna Roy\nCritique\n\nDeux.\n\nPaul Roux\nPeintre\n\n",
            [(["Un."], "Anna Roy", "Critique"), (["Deux."], "Paul Roux", "Peintre")],
        ),
        ("", []),
    ],
)
def test_guest_texts_end_with_their_signature(below, texts):
    found = [
        (values(text.paragraphs), text.author and text.author.value, text.quality and text.quality.value)
        for text in film(below).guest_texts
    ]
    assert found == texts


def test_a_film_has_any_number_of_versions():
    page = film(
        version("VO", "52min", "Langue : Sans dialogue")
        + version("VOSTFR", "1h47", "Langues : Anglais, Espagnol", "Sous-titres : Français et anglais")
        + version("Langue des signes", "Durée : 1h05")
        + version("VF"),
        technical="  • Année 2021\n",
    )
    assert [
        (v.label.value, v.running_time and v.running_time.value, values(v.spoken), values(v.subtitles))
        for v in page.versions
    ] == [
        ("VO", 52, ["zxx"], []),
        ("VOSTFR", 107, ["en", "es"], ["fr", "en"]),
        ("Langue des signes", 65, [], []),
        ("VF", None, [], []),
    ]
    assert page.warnings == ()


def test_margins_may_be_lost():
    text = HEAD + version("VO", "1h20", "Langue : Anglais") + LIST
    page = parse_text("\n".join(line.lstrip() for line in text.split("\n")))
    assert [(v.label.value, v.running_time.value, values(v.spoken)) for v in page.versions] == [
        ("VO", 80, ["en"])
    ]


@pytest.mark.parametrize(("printed", "warned"), [("80", []), ("1h20", []), ("1h47", [(19, "running-time")])])
def test_a_running_time_is_a_contradiction_only_when_it_differs(printed, warned):
    page = film(version("VO", "1h20"), technical=f"  • Année 2021\n  • Durée {printed}\n")
    assert codes(page) == warned


def test_languages_that_the_versions_confirm_are_no_contradiction():
    technical = LIST + "  • Langue Anglais\n  • Sous-titres Français\n"
    page = film(version("VOSTFR", "1h20", "Langue : English", "Sous-titres : Français"), technical=technical)
    assert (values(page.languages), values(page.subtitles), page.warnings) == (["en"], ["fr"], ())


def test_states_that_are_gone_and_several_producers_are_read():
    technical = "  • Année 1970\n  • Pays URSS, Tchécoslovaquie\n  • Producteurs Mosfilm, Barrandov\n"
    page = film(technical=technical)
    assert (values(page.countries), values(page.producers)) == (["SUHH", "CSHH"], ["Mosfilm", "Barrandov"])


def test_a_field_without_a_value_is_absent():
    page = film(technical="  • Année\n  • Pays\n  • Durée 1h47\n")
    assert (page.year, page.countries, page.running_time.value) == (None, (), 107)


def test_what_the_parser_does_not_know_is_told_and_never_dropped_in_silence():
    page = film(
        head=HEAD.replace("Partager", "Scénaristes\n\nAnna Roy\n\nPartager"),
        technical=LIST + "  • Visa 123456\n",
    )
    assert values(page.directors) == ["Natalia Almada"]
    assert codes(page) == [(15, "unknown-field"), (22, "unknown-field")]
