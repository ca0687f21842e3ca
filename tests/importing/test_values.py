import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.importing.parsing import values
from catalogue.importing.parsing.lines import Line
from catalogue.importing.parsing.names import looks_like_name, names_in
from catalogue.importing.records import ParseError
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

SUPPORTS = {"svod": "SVOD", "vod": "VOD", "dvd": "DVD", "bluray": "BLU-RAY"}


def a_line(text):
    return Line(1, text, 0, False, True, text)


def names(text):
    return [name.value for name in names_in(a_line(text), "Acteurs")[0]]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("80", 80),
        ("1h20", 80),
        ("1 h 20", 80),
        ("1H20", 80),
        ("1h20min", 80),
        ("1\u00a0h\u00a020", 80),
        ("1:20", 80),
        ("80 min", 80),
        ("80 minutes", 80),
        ("1 heure 20", 80),
        ("1 heure et 20 minutes", 80),
        ("52min", 52),
        ("52'", 52),
        ("1h47", 107),
        ("1h05", 65),
        ("1h5", 65),
        ("2h", 120),
        ("0h45", 45),
    ],
)
def test_a_running_time_is_minutes(text, minutes):
    assert values.minutes(text, 1) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "cent sept",
        "",
        "0",
        "-80",
        "1h75",
        "0h00",
        "1h20h",
        "80,5",
        "99999",
        "٨٠",
        "80 films",
        "h20",
        "1h20m30s",
    ],
)
def test_what_is_no_running_time_is_told(text):
    with pytest.raises(ParseError) as error:
        values.minutes(text, 12)
    assert str(error.value).startswith("line 12: Durée: found ")
    assert str(error.value).endswith("expected a running time such as 80, 52min or 1h20")


@given(st.integers(1, 6000))
def test_minutes_and_hours_say_the_same(total):
    hours, rest = divmod(total, 60)
    printed = [str(total), f"{total} min", f"{total}min"]
    printed += [f"{hours}h{rest:02}", f"{hours} h {rest}"] if hours < 100 else []
    assert {values.minutes(text, 1) for text in printed} == {total}


@given(st.integers(0, 9999))
def test_a_year_is_taken_between_the_first_film_and_the_next_decade(number):
    if FIRST_FILM_YEAR <= number <= LAST_FILM_YEAR:
        assert values.year(f"{number:04}", 1) == number
    else:
        with pytest.raises(ParseError):
            values.year(f"{number:04}", 1)


@pytest.mark.parametrize("text", ["19x9", "", "202", "20211", "2020-2021", "２０２１", "vers 1970"])
def test_what_is_no_year_is_told(text):
    with pytest.raises(ParseError) as error:
        values.year(text, 12)
    assert str(error.value) == (
        f"line 12: Année: found {repr(text) if text else 'nothing'},"
        f" expected a year of four digits between {FIRST_FILM_YEAR} and {LAST_FILM_YEAR}"
    )


@given(st.lists(st.sampled_from(sorted(SUPPORTS)), unique=True), st.sampled_from(["", " ", ", ", " / "]))
def test_supports_are_parted_however_they_are_glued(codes, glue):
    assert values.supports(glue.join(SUPPORTS[code] for code in codes)) == tuple(codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("SVODVODDVD", ("svod", "vod", "dvd")),
        ("VODSVOD", ("vod", "svod")),
        ("DVDBLURAY", ("dvd", "bluray")),
        ("Blu-ray DVD", ("bluray", "dvd")),
        ("Blu ray", ("bluray",)),
        ("Multi-supports", ("multi",)),
        ("VODVOD", ("vod",)),
        ("", ()),
        (" ", ()),
        ("SVODX", None),
        ("en VOD", None),
        ("VO", None),
    ],
)
def test_supports_are_supports_and_nothing_else(text, codes):
    assert values.supports(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("États-Unis, Mexique", ["US", "MX"]),
        ("ETATS-UNIS / mexique", ["US", "MX"]),
        ("France et Belgique", ["FR", "BE"]),
        ("Trinité-et-Tobago, Bosnie et Herzégovine", ["TT", "BA"]),
        ("URSS; Tchécoslovaquie", ["SUHH", "CSHH"]),
        ("Yougoslavie, RDA, RFA", ["YUCS", "DDDE", "DEBW"]),
        ("Côte d'Ivoire, Cote d’Ivoire", ["CI"]),
        ("United Kingdom and Ireland", ["GB", "IE"]),
    ],
)
def test_countries_are_codes(text, codes):
    assert [country.value for country in values.countries(text, 1)] == codes


def test_a_state_that_is_gone_gives_way_to_its_only_successor():
    assert values.countries("Birmanie", 1, in_year=1970)[0].value == "BUMM"
    assert values.countries("Birmanie", 1, in_year=2015)[0].value == "MM"
    assert values.countries("URSS", 1, in_year=1992)[0].value == "SUHH"


def test_a_country_or_a_language_that_does_not_exist_is_told():
    with pytest.raises(ParseError) as error:
        values.countries("France, Syldavie", 58)
    assert str(error.value) == "line 58: Pays: found 'Syldavie', expected the name of a country"
    with pytest.raises(ParseError) as error:
        values.languages("Syldave", 61)
    assert str(error.value) == "line 61: Langue: found 'Syldave', expected the name of a language"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Français", ["fr"]),
        ("English", ["en"]),
        ("anglais, Español et русский", ["en", "es", "ru"]),
        ("Sans dialogue", ["zxx"]),
        ("fr", ["fr"]),
        ("aucun", []),
    ],
)
def test_languages_are_codes(text, codes):
    assert [language.value for language in values.languages(text, 1)] == codes


def test_companies_of_a_comma_string_are_parted_and_their_legal_form_is_not():
    names = values.companies("The Department of Motion Pictures, Altamura Films, Inc., A & B", 60)
    assert [name.value for name in names] == [
        "The Department of Motion Pictures",
        "Altamura Films, Inc.",
        "A & B",
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Danae ElonDanae Elon", ["Danae Elon"]),
        ("Danae Elon Danae Elon", ["Danae Elon"]),
        ("Danae Elon", ["Danae Elon"]),
        ("Danae ElonDanae ElonAbel RoyAbel Roy", ["Danae Elon", "Abel Roy"]),
        ("Danae ElonDanae Elon, Abel Roy", ["Danae Elon", "Abel Roy"]),
        ("Danae Elon, Danae Elon", ["Danae Elon"]),
        ("Duran Duran", ["Duran Duran"]),
        ("Mimi Mimi", ["Mimi Mimi"]),
        ("JoJo", ["JoJo"]),
        ("JRJR", ["JR"]),
        ("MAMANEMAMANE", ["MAMANE"]),
        ("anna Royanna Roy", ["anna Roy"]),
        ("Ian McDonald", ["Ian McDonald"]),
        ("Costa-GavrasCosta-Gavras", ["Costa-Gavras"]),
    ],
)
def test_a_name_printed_twice_is_one_name(printed, read):
    assert names(printed) == read


def test_a_name_whose_two_prints_differ_is_its_first_print_with_a_warning():
    found, warnings = names_in(a_line("Danae ElonDanaé Elon"), "Acteurs")
    assert [name.value for name in found] == ["Danae Elon"]
    assert [(warning.line, warning.code) for warning in warnings] == [(1, "doubled-name")]


@given(
    st.lists(
        st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True), min_size=1, max_size=4, unique=True
    )
)
def test_doubled_names_are_undoubled_and_single_ones_kept(people):
    assert names("".join(name * 2 for name in people)) == people
    assert names(", ".join(people)) == people


@pytest.mark.parametrize(
    "name", ["Danae Elon", "Jean de La Rue", "Antoine d'Agata", "J. R. Roy", "Łukasz Żal"]
)
def test_a_name_looks_like_one(name):
    assert looks_like_name(name)


@pytest.mark.parametrize("text", ["Elon", "cinéaste et peintre", "Le temps passe", "Apollo 13", "", "A b"])
def test_other_words_do_not_look_like_a_name(text):
    assert not looks_like_name(text)
