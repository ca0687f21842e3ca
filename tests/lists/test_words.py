"""A list in words: grammatical in both languages, whatever is chosen, and nothing of it left out."""

from collections import Counter

import pytest
from django.utils.translation import get_language, override
from hypothesis import given
from hypothesis import strategies as st

from catalogue.lists.words import MOST_NAMED, title
from catalogue.models import Person
from catalogue.publication.fields import UNKNOWN, Field, chosen_fields, field, register, unregister
from catalogue.reference import countries
from catalogue.reference.demonyms import ADJECTIVES, adjective


def in_words(language, chosen, scope=None, within=""):
    with override(language):
        return title(chosen, label, scope, within)


def label(name, value):
    return field(name).called(value, {}, get_language())


# What is chosen, then how it is said in French and in English; "~" is a no-break space.
CASES = [
    ({}, "Films", "Films"),
    (
        {"form": ["documentary"], "country": ["FR"], "year_from": 1968, "year_to": 1981, "subtitles": ["en"]},
        "Documentaires français, 1968–1981, sous-titrés en anglais",
        "French documentaries, 1968–1981, with English subtitles",
    ),
    ({"country": ["SN"]}, "Films sénégalais", "Senegalese films"),
    ({"country": ["FR", "SN"]}, "Films français ou sénégalais", "French or Senegalese films"),
    (
        {"country": ["FR", "SN", "DE"], "form": ["documentary", "essay"]},
        "Documentaires ou essais français, sénégalais ou allemands",
        "French, Senegalese or German documentaries or essay films",
    ),
    (
        {"country": ["FR", "SN"], "country_all": "1"},
        "Films à la fois français et sénégalais",
        "Films that are French and Senegalese at once",
    ),
    ({"country": ["GU"]}, "Films, pays~: Guam", "Films, country: Guam"),
    ({"country": ["FR", "CD"]}, "Films, pays~: France ou République démocratique du Congo", None),
    ({"country": ["FR", "GU"], "country_all": "1"}, "Films, pays~: France et Guam (tous à la fois)", None),
    (
        {"country": ["FR", UNKNOWN]},
        "Films, pays~: France ou sans indication",
        "Films, country: France or unknown",
    ),
    (
        {"country": ["FR", "SN", "DE", "BE", "MA"]},
        "Films, pays~: France, Sénégal, Allemagne ou 2~autres",
        "Films, country: France, Senegal, Germany or 2 others",
    ),
    ({"country": ["SUHH"]}, "Films soviétiques", "Soviet films"),
    ({"form": ["fiction"], "country": ["IT"]}, "Films de fiction italiens", "Italian fiction films"),
    ({"form": ["animation"]}, "Films d’animation", "Animated films"),
    (
        {"form": ["performance"], "country": ["US"]},
        "Films américains, forme~: captation",
        "American films, form: recorded performance",
    ),
    ({"form": [UNKNOWN]}, "Films, forme~: sans indication", "Films, form: unknown"),
    ({"year": ["1975"]}, "Films, 1975", "Films, 1975"),
    ({"year": ["1975", "1977"]}, "Films, 1975 ou 1977", "Films, 1975 or 1977"),
    ({"year_from": 1975, "year_to": 1975}, "Films, 1975", "Films, 1975"),
    ({"year_from": 1975}, "Films, à partir de~1975", "Films, from 1975"),
    ({"year_to": 1975}, "Films, jusqu’en~1975", "Films, until 1975"),
    (
        {"year": ["1955"], "year_from": 1968, "year_to": 1981, "unknown_year": "1"},
        "Films, 1968–1981, 1955 ou d’année inconnue",
        "Films, 1968–1981, 1955 or of an unknown year",
    ),
    ({"genre": ["Comédie"]}, "Films du genre «~Comédie~»", "Films of the genre “Comédie”"),
    (
        {"theme": ["Travail", "Luttes"]},
        "Films sur le thème «~Travail~» ou «~Luttes~»",
        "Films on the theme “Travail” or “Luttes”",
    ),
    ({"director": ["Agnès Varda"]}, "Films d’Agnès Varda", "Films by Agnès Varda"),
    (
        {"director": ["Chris Marker", "Agnès Varda"], "country": ["FR"], "form": ["documentary"]},
        "Documentaires français de Chris Marker ou d’Agnès Varda",
        "French documentaries by Chris Marker or by Agnès Varda",
    ),
    ({"director_gender": [Person.Gender.WOMAN]}, "Films réalisés par une femme", None),
    (
        {"director_gender": [Person.Gender.WOMAN, UNKNOWN]},
        "Films réalisés par une femme ou réalisés par quelqu’un dont le genre n’est pas indiqué",
        "Films directed by a woman or directed by someone whose gender is not recorded",
    ),
    ({"producer": ["ISKRA"]}, "Films produits par ISKRA", "Films produced by ISKRA"),
    ({"distributor": ["ISKRA"]}, "Films distribués par ISKRA", "Films distributed by ISKRA"),
    ({"language": ["wo"]}, "Films en wolof", "Films in Wolof"),
    ({"language": ["zxx"]}, "Films sans dialogue", "Films without dialogue"),
    (
        {"language": ["fr", "wo"], "language_all": "1"},
        "Films en français et en wolof dans une même version",
        "Films in French and in Wolof in one version",
    ),
    (
        {"language": ["fr", "zxx"], "language_all": "1"},
        "Films, langue parlée~: français et sans dialogue (toutes dans une même version)",
        None,
    ),
    (
        {"subtitles": ["en", "de"]},
        "Films sous-titrés en anglais ou en allemand",
        "Films with English or German subtitles",
    ),
    ({"subtitles": [UNKNOWN]}, "Films sans sous-titres indiqués", "Films with no subtitles stated"),
    (
        {"reads": ["fr", "en"]},
        "Films avec sous-titres ou intertitres en français ou en anglais",
        "Films with subtitles or intertitles in French or English",
    ),
    ({"reads": ["zxx"]}, "Films sans rien à lire", "Films with nothing to read"),
    ({"available": ["today"]}, "Films visibles aujourd’hui", "Films available today"),
    (
        {"country": ["FR"], "available": ["today", "soon"], "use": ["theatrical"]},
        "Films français à montrer en salle, visibles aujourd’hui ou bientôt visibles",
        "French films for cinemas, available today or available soon",
    ),
    (
        {"accessibility": ["sdh-fr", "audio_description-en", "signed-fsl"]},
        "Films avec sous-titres SME en français, avec audiodescription en anglais "
        "ou signés en langue des signes française",
        None,
    ),
    ({"support": ["dvd", "35mm"]}, "Films en DVD ou en 35~mm", "Films on DVD or on 35 mm"),
    ({"support": ["file"]}, "Films en fichier numérique", "Films on digital file"),
    ({"colour": ["black_and_white"]}, "Films en noir et blanc", "Films in black and white"),
    ({"colour": [UNKNOWN]}, "Films, couleur~: sans indication", "Films, colour: unknown"),
    ({"running_time": ["0-29"]}, "Films, jusqu’à 29~min", "Films, up to 29 min"),
    (
        {"selection": ["Images de femmes"]},
        "Films dans la sélection «~Images de femmes~»",
        "Films in the selection “Images de femmes”",
    ),
    ({"selection": [UNKNOWN]}, "Films hors de toute sélection", "Films in no selection"),
    ({"letter": ["A", "#"]}, "Films à la lettre~A ou hors de l’alphabet", None),
    ({"q": "tarkovski"}, "Films répondant à «~tarkovski~»", "Films matching “tarkovski”"),
    (
        {"q": "usine", "country": ["FR"], "year_from": 1968},
        "Films français répondant à «~usine~», à partir de~1968",
        "French films matching “usine”, from 1968",
    ),
    ({"territory": ["BE"]}, "Films, territoire~: Belgique", "Films, territory: Belgium"),
    (
        {"film": ["1", "2"], "country": ["FR"]},
        "Films français choisis un à un",
        "French films chosen one by one",
    ),
    ({"sort": "year", "page": 2}, "Films", "Films"),
]


@pytest.mark.parametrize(("chosen", "french", "english"), CASES)
def test_a_list_in_words(chosen, french, english):
    assert in_words("fr", chosen) == french.replace("~", "\u00a0")
    if english:
        assert in_words("en", chosen) == english.replace("~", "\u00a0")


def test_a_list_within_something_says_that_too():
    assert in_words("fr", {"country": ["FR"]}, {"producer": ["ISKRA"]}) == "Films français produits par ISKRA"
    assert (
        in_words("en", {"year": ["1999"]}, None, "other films of ISKRA")
        == "Films, other films of ISKRA, 1999"
    )


def test_a_new_field_needs_no_declaration():
    register(Field("sound", "Bande son", says={"mute": "Muette"}.get))
    try:
        assert in_words("fr", {"sound": ["mute"]}) == "Films, bande son\u00a0: muette"
    finally:
        unregister("sound")


CODES = [code for code, *_rest in countries.names()]
CHOICES = {
    "country": st.sampled_from(CODES),
    "form": st.sampled_from(["documentary", "fiction", "actuality", "performance"]),
    "director": st.sampled_from(["Agnès Varda", "Wang Bing", "Ousmane Sembène", "Hayao", "É. de, ou", "a b"]),
    "language": st.sampled_from(["fr", "en", "wo", "fsl", "zxx", "ary", UNKNOWN]),
    "subtitles": st.sampled_from(["fr", "en", "ja", UNKNOWN]),
    "genre": st.sampled_from(["Comédie", "Western", UNKNOWN]),
    "support": st.sampled_from(["dvd", "vod", "bluray", "file", "multi", "35mm", UNKNOWN]),
    "accessibility": st.sampled_from(["sdh-fr", "audio_description-en", UNKNOWN]),
    "colour": st.sampled_from(["colour", "black_and_white", "both", "tinted", UNKNOWN]),
}
CHOSEN = st.fixed_dictionaries(
    {}, optional={name: st.lists(one, min_size=1, max_size=7, unique=True) for name, one in CHOICES.items()}
)


@given(CHOSEN, st.sampled_from(["fr", "en"]), st.booleans())
def test_every_choice_is_named_or_counted(chosen, language, is_all_of):
    asked = dict(chosen)
    if is_all_of:
        asked |= {f"{name}_all": "1" for name in chosen if field(name).all_of}
    said = in_words(language, asked).lower()
    assert said == said.strip()
    assert "%" not in said
    assert "  " not in said
    for name, values in chosen.items():
        declared = field(name)
        with override(language):
            for value in values[: len(values) if len(values) <= MOST_NAMED else MOST_NAMED - 1]:
                called = {label(name, value).lower(), *whole_words(declared, value)}
                assert any(words in said for words in called), (value, said)
            if len(values) > MOST_NAMED:
                assert str(len(values) - MOST_NAMED + 1) in said


def whole_words(declared, value):
    """What a declaration says in the place of a value's name."""
    saying = declared.in_title
    found = (
        [saying.whole.get(value), saying.says(value) if saying.says and value != UNKNOWN else None]
        if saying
        else []
    )
    return {str(words).lower() for words in found if words}


def test_two_fields_are_never_said_alike():
    """One value of each field: all titles differ."""
    said = [
        in_words(language, {declared.name: ["x"]})
        for language in ("fr", "en")
        for declared in chosen_fields()
        if not declared.says and not declared.range and not declared.way
    ]
    assert len(said) == len({*said})


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_adjective_means_one_country(language):
    codes = [line.partition(" ")[0] for line in ADJECTIVES.split("\n") if line]
    found = Counter(adjective(code, language) for code in codes)
    assert len(codes) == len({*codes})
    assert {*codes} <= {*CODES}
    assert found.most_common(1)[0][1] == 1
