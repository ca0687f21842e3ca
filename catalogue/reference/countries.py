"""Countries: the states of today (ISO 3166-1) and those that are gone, in French and English. No Django.

Names come from CLDR, those of former states from ISO 3166-3 as pycountry translates it; what is typed by hand
is what neither has: years, successors, states that were gone before ISO began, and the words people use.
"""

import gettext
import re
from functools import cache

import pycountry
from babel import Locale

from catalogue.folding import fold

KOSOVO = "XK"  # no ISO code, but the one CLDR and the European Union use

# Former states of ISO 3166-3: first year, last year, successors. Their names come from pycountry.
YEARS = {
    "AIDJ": (1967, 1977, ("DJ",)),
    "ANHH": (1954, 2010, ("BQ", "CW", "SX")),
    "BUMM": (1948, 1989, ("MM",)),
    "BYAA": (1919, 1991, ("BY",)),
    "CSHH": (1918, 1992, ("CZ", "SK")),
    "CSXX": (2003, 2006, ("RS", "ME")),
    "DDDE": (1949, 1990, ("DE",)),
    "DYBJ": (1958, 1975, ("BJ",)),
    "GEHH": (1916, 1979, ("KI", "TV")),
    "HVBF": (1958, 1984, ("BF",)),
    "NHVU": (1906, 1980, ("VU",)),
    "RHZW": (1923, 1980, ("ZW",)),
    "SKIN": (1642, 1975, ("IN",)),
    "SUHH": (
        1922,
        1991,
        ("RU", "UA", "BY", "MD", "EE", "LV", "LT", "GE", "AM", "AZ", "KZ", "KG", "TJ", "TM", "UZ"),
    ),
    "VDVN": (1945, 1976, ("VN",)),
    "YDYE": (1967, 1990, ("YE",)),
    "YUCS": (1918, 2003, ("SI", "HR", "BA", "MK", "RS", "ME", KOSOVO)),
    "ZRCD": (1971, 1997, ("CD",)),
}

# The years in which a successor belonged to a state that is gone, where these are not all the years of that state.
WITHIN = {
    ("SUHH", "EE"): (1940, 1991),
    ("SUHH", "LV"): (1940, 1991),
    ("SUHH", "LT"): (1940, 1990),
    ("SUHH", "MD"): (1940, 1991),
    ("YUCS", "SI"): (1918, 1991),
    ("YUCS", "HR"): (1918, 1991),
    ("YUCS", "MK"): (1918, 1991),
    ("YUCS", "BA"): (1918, 1992),
}
# States that stood beside what they became a part of: a film of their years may be of the other one.
BESIDE = ("SKIN", "YDYE")

# Names as film people write them, where the library's are official, inverted or abbreviated.
PREFERRED = {
    "BUMM": ("Birmanie", "Burma"),
    "BYAA": ("RSS de Biélorussie", "Byelorussian SSR"),
    "CSXX": ("Serbie-et-Monténégro", "Serbia and Montenegro"),
    "DDDE": ("République démocratique allemande (RDA)", "East Germany (GDR)"),
    "SUHH": ("URSS", "USSR"),
    "VDVN": ("Viêt Nam du Nord", "North Vietnam"),
    "YDYE": ("Yémen du Sud", "South Yemen"),
    "CD": ("République démocratique du Congo", "Democratic Republic of the Congo"),
    "CG": ("Congo", "Congo"),
    "HK": ("Hong Kong", "Hong Kong"),
    "MO": ("Macao", "Macao"),
    "PS": ("Palestine", "Palestine"),
}

# States gone before ISO 3166-3 began, or that it never had, under codes of ours that look like its own.
BEFORE_ISO = (
    ("AHHH", "Autriche-Hongrie", "Austria-Hungary", 1867, 1918, ("AT", "HU", "CZ", "SK", "SI", "HR")),
    ("DEBW", "Allemagne de l’Ouest (RFA)", "West Germany (FRG)", 1949, 1990, ("DE",)),
    ("INBR", "Inde britannique", "British India", 1858, 1947, ("IN", "PK", "BD")),
    ("OTTR", "Empire ottoman", "Ottoman Empire", 1299, 1922, ("TR",)),
    ("PSMD", "Palestine mandataire", "Mandatory Palestine", 1920, 1948, ("IL", "PS")),
    ("RUEM", "Empire russe", "Russian Empire", 1721, 1917, ("RU",)),
    ("VNSV", "Viêt Nam du Sud", "South Vietnam", 1955, 1975, ("VN",)),
)

ALIASES = {
    "DDDE": "rda; allemagne de l est; republique democratique allemande; gdr; east germany; ddr",
    "DEBW": "rfa; allemagne de l ouest; allemagne federale; frg; west germany; brd",
    "SUHH": "union sovietique; u r s s; u s s r; soviet union; cccp",
    "CSHH": "tcheco slovaquie; republique socialiste tchecoslovaque",
    "YUCS": "republique federale de yougoslavie; ex yougoslavie",
    "CSXX": "serbie montenegro; serbie et montenegro",
    "VDVN": "vietnam du nord; republique democratique du vietnam; nord vietnam",
    "VNSV": "vietnam du sud; sud vietnam; republique du vietnam",
    "YDYE": "republique democratique populaire du yemen",
    "BUMM": "union de birmanie",
    "RUEM": "russie imperiale; russie tsariste; imperial russia",
    "PSMD": "palestine sous mandat britannique; mandat britannique",
    "RHZW": "rhodesie",
    "US": "usa; u s a; us; etats unis d amerique; united states of america; amerique",
    "GB": "grande bretagne; uk; u k; great britain; angleterre; england; ecosse; scotland; pays de galles",
    "NL": "hollande; holland",
    "CZ": "tchequie; republique tcheque",
    "CN": "republique populaire de chine",
    "KR": "coree; republique de coree; south korea",
    "KP": "republique populaire democratique de coree; north korea",
    "CD": "rdc; rd congo; congo kinshasa",
    "CG": "congo brazzaville; republique du congo",
    "MM": "myanmar",
    "MK": "macedoine; macedonia",
    "PS": "territoires palestiniens; palestinian territories; territoires occupes",
    "AE": "emirats; emirats arabes unis; uae",
    "VN": "vietnam; viet nam",
    "SY": "syrie",
    "LA": "laos",
    "CI": "cote d ivoire; ivory coast",
    "CV": "cap vert; cape verde",
    "SZ": "swaziland; eswatini",
    "BY": "bielorussie; belarus",
    "RU": "russie; federation de russie",
    "IR": "iran",
    "BO": "bolivie",
    "TW": "taiwan",
    "VA": "vatican",
    "BA": "bosnie; bosnie herzegovine; bosnie et herzegovine",
    "TR": "turquie; turkey",
}

ARTICLE = re.compile(r"^(?:the|les|le|la|l) ")


def country_code(name, year=None):
    """Return the code of a country from its French or English name, None for a country that does not exist.

    A state that was gone in `year` and has one successor is that one: a film of 2015 from Birmanie is of MM.
    """
    folded = fold(name)
    code = _codes().get(folded) or _codes().get(ARTICLE.sub("", folded))
    last_year, successors = _ends().get(code, (None, ()))
    if year and last_year and year > last_year and len(successors) == 1:
        return successors[0]
    return code


@cache
def names():
    """Return all countries as (code, French name, English name, first year, last year, successors), by code.

    The years are None and the successors empty for a state that exists today.
    """
    today = [(code, *_today(code), None, None, ()) for code in _codes_of_today()]
    return tuple(sorted([*today, *historic()]))


@cache
def historic():
    """Return the states that are gone, as `names` does."""
    french = gettext.translation("iso3166-3", pycountry.LOCALES_DIR, languages=["fr"])
    former = []
    for code, (first_year, last_year, successors) in YEARS.items():
        name = pycountry.historic_countries.get(alpha_4=code).name
        in_both = PREFERRED.get(code) or (_plain(french.gettext(name)), _plain(name))
        former.append((code, *in_both, first_year, last_year, successors))
    return (*former, *BEFORE_ISO)


def name(code, language):
    """Return the name of a country, in "fr" or "en", from its code."""
    return _by_code()[code][0 if language == "fr" else 1]


def successors(code):
    """Return the codes of the states that a state has become; none for one of today, or one that is not known here."""
    return _ends().get(code, (None, ()))[1]


def last_year(code):
    """Return the last year of a state that is gone, None for one of today."""
    return _ends().get(code, (None, ()))[0]


def predecessors(code):
    """Return the codes of the states that a state has come from, the latest first; none for most."""
    return _beginnings().get(code, ())


def related(code):
    """Return the codes of the states that a state has come from and those it has become."""
    return (*predecessors(code), *successors(code))


@cache
def misplaced():
    """Return [(code, first year, last year, state)]: a film of these years is hardly of `code`, which was not there.

    Its land belonged to `state`, which is gone; where `code` is gone itself, `state` is None, and so is a year without
    end. In the last year of a state a film may be of what it has become.
    """
    found = []
    for state, _fr, _en, first, last, become in historic():
        found += [(state, None, first - 1, None), (state, last + 1, None, None)]
        for code in become if state not in BESIDE else ():
            since, until = WITHIN.get((state, code), (first, last))
            found.append((code, since, until - 1, state))
    return found


def doubts(code, year):
    """Return None where a film of this year can be of a state, else the codes of those it may be of in its place."""
    if not (states := _states_in_the_place_of(code, year)):
        return None
    named = tuple(state for state in states if state)
    return named or tuple(other for other in related(code) if not _states_in_the_place_of(other, year))


def _states_in_the_place_of(code, year):
    return [
        state
        for other, first, last, state in misplaced()
        if other == code and (first is None or first <= year) and (last is None or year <= last)
    ]


def _plain(name):
    """Return "Zaïre" for "Zaïre, République du"."""
    return name.partition(",")[0]


def _today(code):
    return PREFERRED.get(code) or (Locale("fr").territories[code], Locale("en").territories[code])


def _codes_of_today():
    return [country.alpha_2 for country in pycountry.countries] + [KOSOVO]


@cache
def _codes():
    """Return folded names and aliases with their codes; of two that claim a name, the later here has it."""
    codes = {}
    french = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["fr"]).gettext
    for country in pycountry.countries:
        for name in (getattr(country, field, "") for field in ("official_name", "common_name", "name")):
            codes |= {fold(name): country.alpha_2, fold(french(name) if name else ""): country.alpha_2}
    for code in _codes_of_today():
        codes |= {fold(Locale(locale).territories[code]): code for locale in ("en", "fr")}
    for code, french_name, english_name, *_years in names():
        codes |= {fold(french_name): code, fold(english_name): code}
    for code, words in ALIASES.items():
        codes |= dict.fromkeys(words.split("; "), code)
    codes.pop("", None)
    return codes


@cache
def _by_code():
    return {code: (french, english) for code, french, english, *_years in names()}


@cache
def _beginnings():
    found = {}
    for state, *_rest, become in sorted(historic(), key=lambda row: -row[4]):
        for code in become:
            found[code] = (*found.get(code, ()), state)
    return found


@cache
def _ends():
    return {code: (last_year, successors) for code, _fr, _en, _first, last_year, successors in historic()}


@cache
def all_names(code):
    """Return all folded names by which a country is known here, in no language in particular."""
    return tuple(sorted(name for name, found in _codes().items() if found == code))
