import pytest

from catalogue.reference import countries, languages


def test_every_country_is_found_again_by_its_french_and_its_english_name():
    lost = [
        (code, name)
        for code, french, english, *_rest in countries.names()
        for name in (french, english, french.upper(), french.replace("’", "'"))
        if countries.country_code(name) != code
    ]
    assert lost == []


def test_names_and_codes_of_countries_are_one_to_one():
    rows = countries.names()
    for column in (0, 1, 2):
        assert len({row[column] for row in rows}) == len(rows)


def test_former_states_end_and_are_followed_by_states_of_today():
    today = {code for code, *_names, last_year, _successors in countries.names() if last_year is None}
    for code, _fr, _en, first_year, last_year, successors in countries.historic():
        assert len(code) == 4
        assert first_year < last_year
        assert successors
        assert today.issuperset(successors)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("URSS", "SUHH"),
        ("Union soviétique", "SUHH"),
        ("Tchécoslovaquie", "CSHH"),
        ("Yougoslavie", "YUCS"),
        ("RDA", "DDDE"),
        ("Allemagne de l'Est", "DDDE"),
        ("RFA", "DEBW"),
        ("Allemagne de l’Ouest", "DEBW"),
        ("Serbie-et-Monténégro", "CSXX"),
        ("Zaïre", "ZRCD"),
        ("Haute-Volta", "HVBF"),
        ("Birmanie", "BUMM"),
        ("Empire ottoman", "OTTR"),
        ("Grande-Bretagne", "GB"),
        ("U.S.A.", "US"),
        ("Viet-Nam", "VN"),
        ("le Mexique", "MX"),
        ("Palestine", "PS"),
        ("Syldavie", None),
        ("", None),
    ],
)
def test_countries_are_known_by_the_names_that_film_people_use(name, code):
    assert countries.country_code(name) == code


@pytest.mark.parametrize(
    ("name", "code", "french", "english"),
    [
        ("Français", "fr", "français", "French"),
        ("Spanish", "es", "espagnol", "Spanish"),
        ("русский", "ru", "russe", "Russian"),
        ("PT-br", "pt-BR", "portugais brésilien", "Brazilian Portuguese"),
        ("fra", "fr", "français", "French"),
        ("Sans paroles", "zxx", "sans dialogue", "no dialogue"),
        ("tamasheq", "taq", "tamasheq", "Tamasheq"),
        ("fr-MX", "fr-MX", "français (Mexique)", "French (Mexico)"),
    ],
)
def test_languages_have_a_code_and_names_in_both_languages(name, code, french, english):
    assert languages.language_code(name) == code
    assert (languages.language_name(code, "fr"), languages.language_name(code, "en")) == (french, english)


@pytest.mark.parametrize("name", ["", "Syldave", "fr-ZZZ", "xx-FR", "en_Latn_FR_x"])
def test_a_language_that_does_not_exist_has_no_code(name):
    assert languages.language_code(name) is None


def test_a_code_is_the_code_of_itself():
    for name in ("Français", "fra", "cmn", "mandarin", "flamand", "Sans dialogue", "zh-hant-tw"):
        code = languages.language_code(name)
        assert languages.language_code(code) == code
