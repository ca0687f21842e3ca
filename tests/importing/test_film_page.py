import pytest

from catalogue.importing.records import FilmPage, Found, ParseError
from tests.importing.source_pages import FIXTURES, codes, parse_file, parse_text, printings, values

HEAD = "Users\n\nImage de couverture Users\n\nUn essai.\n\nDVD\n\nRéalisateur\n\nNatalia Almada\n\nPartager sur\n\n"
LIST = "  • Année 2021\n  • Pays France\n  • Durée 80\n"


def film(below="", head=HEAD, technical=LIST):
    return parse_text(head + below + technical)


def version(label, *details):
    return f"  • {label}\n\n    {label}\n\n" + "".join(f"    {detail}\n" for detail in details)


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
    assert (text.author, text.quality) == (Found("Danae Elon", 36), Found("Cinéaste", 37))
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


@pytest.mark.parametrize("path", printings("film-users.txt"), ids=str)
def test_the_contradictions_of_the_page_of_users_are_told_and_nothing_else(path):
    assert [str(warning) for warning in parse_file(path).warnings] == [
        "line 20: Acteurs: Danae Elon signs a text of this page, and is its author, not cast",
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
    empty |= dict.fromkeys(("countries", "producers", "languages", "subtitles", "warnings"), ())
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


def twice(first, second):
    return parse_text(HEAD + first + "\n" + second)


BLOCK = "Un texte.\n\nAnna Roy\nCritique\n\n" + version("VO", "1h20", "Langue : Anglais") + LIST


@pytest.mark.parametrize(
    ("there", "here", "kept"),
    [
        ("Année 2021", "Année 2022", lambda page: page.year.value == 2021),
        ("Pays France", "Pays Belgique", lambda page: values(page.countries) == ["FR"]),
        ("Langue : Anglais", "Langue : Français", lambda page: values(page.versions[0].spoken) == ["en"]),
        (
            "Un texte.",
            "Un autre texte.",
            lambda page: values(page.guest_texts[0].paragraphs) == ["Un texte."],
        ),
        ("Critique", "Peintre", lambda page: page.guest_texts[0].quality.value == "Critique"),
        ("  • Durée 80\n", "", lambda page: page.running_time.value == 80),
        (
            "  • VO\n\n    VO\n",
            "  • VF\n\n    VF\n",
            lambda page: [v.label.value for v in page.versions] == ["VO", "VF"],
        ),
    ],
)
def test_two_prints_of_the_block_that_differ_are_a_warning_and_the_first_has_the_word(there, here, kept):
    assert twice(BLOCK, BLOCK).warnings == ()
    page = twice(BLOCK, BLOCK.replace(there, here))
    assert [warning.code for warning in page.warnings] == ["doubled-block"]
    assert page.warnings[0].line > len((HEAD + BLOCK).split("\n"))
    assert kept(page)


def test_what_only_the_second_print_says_is_kept():
    page = twice(BLOCK.replace("  • Durée 80\n", "").replace("1h20\n", "\n"), BLOCK)
    assert (page.running_time.value, page.versions[0].running_time.value) == (80, 80)
    assert [warning.code for warning in page.warnings] == ["doubled-block", "doubled-block"]


def test_a_field_said_twice_in_one_print_is_a_warning():
    page = film(technical=LIST + "  • Année 2022\n")
    assert (page.year.value, codes(page)) == (2021, [(18, "doubled-block")])


@pytest.mark.parametrize(
    ("technical", "message"),
    [
        (
            "  • Année 19x9\n",
            "line 15: Année: found '19x9', expected a year of four digits between 1874 and ",
        ),
        (
            "  • Année 1066\n",
            "line 15: Année: found '1066', expected a year of four digits between 1874 and ",
        ),
        ("  • Durée cent sept\n", "line 15: Durée: found 'cent sept', expected a running time such as 80"),
        ("  • Pays Syldavie\n", "line 15: Pays: found 'Syldavie', expected the name of a country"),
        ("  • Langue Syldave\n", "line 15: Langue: found 'Syldave', expected the name of a language"),
        (
            version("VO", "Durée : cent sept"),
            "line 19: Durée: found 'cent sept', expected a running time such as 80",
        ),
        (
            version("VO", "Langue : Syldave"),
            "line 19: Langue: found 'Syldave', expected the name of a language",
        ),
        ("  • Résumé court " + "long " * 61, "line 15: Résumé court: found 'long long"),
        ("  • " + "V" * 61 + "\n", "line 15: Version: found 'VVV"),
    ],
)
def test_impossible_values_are_told_with_their_line(technical, message):
    with pytest.raises(ParseError) as error:
        film(technical=technical)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD + version("VO", "1h20"),
            "line 19: Technical list: found 'the end of the page, within its versions'",
        ),
        (HEAD + "  • VO", "line 15: Technical list: found 'the end of the page, within its versions'"),
        (HEAD + "Un texte.", "line 15: Technical list: found 'the end of the page, before its versions'"),
        (
            "Image de couverture Users\n\n" + LIST,
            "line 1: Title: found 'Image de couverture Users', expected the film's",
        ),
    ],
)
def test_a_truncated_page_is_told_with_its_last_line(text, message):
    with pytest.raises(ParseError) as error:
        parse_text(text)
    assert str(error.value).startswith(message)
