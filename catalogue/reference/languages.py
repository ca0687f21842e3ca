"""Languages: their codes (BCP 47), their French and English names from CLDR, then ISO 639-3. No Django."""

import gettext
import re
from functools import cache, lru_cache
from threading import Lock

import pycountry
from babel import Locale, UnknownLocaleError

from catalogue.folding import fold

NO_DIALOGUE = "zxx"

NO_DIALOGUE_NAMES = {"fr": "sans dialogue", "en": "no dialogue"}

# What film people write and CLDR does not, each with the code CLDR has for it.
ALIASES = {
    "aucune langue": NO_DIALOGUE,
    "muet": NO_DIALOGUE,
    "sans dialogue": NO_DIALOGUE,
    "sans dialogues": NO_DIALOGUE,
    "sans parole": NO_DIALOGUE,
    "sans paroles": NO_DIALOGUE,
    "no dialogue": NO_DIALOGUE,
    "no dialogues": NO_DIALOGUE,
    "silent": NO_DIALOGUE,
    "mandarin": "zh",
    "cantonais": "yue",
    "farsi": "fa",
    "castillan": "es",
    "moldave": "ro",
    "langue des signes francaise": "fsl",
    "lsf": "fsl",
    "amazigh": "zgh",
    "creole haitien": "ht",
    "inuktitut": "iu",
}

_LOADING = Lock()
TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?", re.IGNORECASE)


def language_code(name):
    """Return the BCP 47 code of a language from its French, English or own name, or a code; or None."""
    return _code_of_tag(name.strip()) or _names().get(fold(name)) or _own_names().get(_own_key(name))


@lru_cache(maxsize=20_000)  # visitors may ask for any tag
def language_name(code, locale):
    """Return the name of a language in "fr" or "en", or the code itself where nobody has named it."""
    if code == NO_DIALOGUE:
        return NO_DIALOGUE_NAMES[locale]
    named = _cldr(locale)
    if code in named:
        return named[code]
    language, *rest = code.split("-")
    if rest:
        details = [_cldr_part(locale, part) for part in rest]
        return f"{language_name(language, locale)} ({', '.join(details)})"
    entry = pycountry.languages.get(alpha_3=language)
    if entry is None:
        return code
    if locale == "en":
        return entry.name
    name = _iso_in_french().gettext(entry.name).replace("'", "’")
    return name[:1].lower() + name[1:]  # ISO has a capital there, French and CLDR have none


def languages_found(text, locale, most=8):
    """Return the codes of the languages that a text may begin to name, in any language: the likeliest first."""
    folded = fold(text)
    exact = _code_of_tag(text.strip()) or _names().get(folded)
    of_locale = {code: fold(name) for code, name in _cldr(locale).items()}
    begun = [code for code, name in of_locale.items() if folded and name.startswith(folded)]
    begun.sort(key=lambda code: (len(code), of_locale[code]))
    held = [
        (name.startswith(folded), code)
        for name, code in _names().items()
        if folded and f" {folded}" in f" {name}"
    ]
    others = [code for _begins, code in sorted(held, key=lambda row: not row[0])]
    found = list(dict.fromkeys(filter(None, [exact, *begun, *others])))[:most]
    return found or [code for code in [language_code(text)] if code]


def _code_of_tag(text):
    """Return a tag as CLDR writes it ("FRA" is "fr", "pt-br" is "pt-BR"), None for what is not a tag."""
    tag = TAG.fullmatch(text)
    if not tag:
        return None
    language, script, region = tag[1].lower(), tag[2], tag[3]
    if language not in _codes():
        return None
    if (script and not pycountry.scripts.get(alpha_4=script.title())) or (region and not _is_region(region)):
        return None
    return "-".join(filter(None, [_codes()[language], script and script.title(), region and region.upper()]))


def _is_region(region):
    return region.upper() in Locale("en").territories


@cache
def _codes():
    """Return every code of a language, two letters or three, with the code to use for it (two if it has)."""
    codes = {code: code for code in _cldr("en") if "-" not in code}
    for entry in pycountry.languages:
        codes[entry.alpha_3] = getattr(entry, "alpha_2", entry.alpha_3)
    return codes | {code: code for code in codes.values()}


@cache
def _cldr(locale):
    return {code.replace("_", "-"): name for code, name in Locale(locale).languages.items() if code != "root"}


def _cldr_part(locale, part):
    """Return the name of the script or region in a tag."""
    where = Locale(locale)
    return where.scripts.get(part) or where.territories.get(part) or part


@cache
def _iso_in_french():
    return gettext.translation("iso639-3", pycountry.LOCALES_DIR, languages=["fr"])


@cache
def _names():
    """Return folded French and English names with their codes; CLDR's wins over ISO's where both have one."""
    names = {}
    french = _iso_in_french().gettext
    for entry in pycountry.languages:
        code = _codes()[entry.alpha_3]
        names.setdefault(fold(entry.name), code)
        names.setdefault(fold(french(entry.name)), code)
    for locale in ("en", "fr"):
        names |= {fold(name): code for code, name in reversed(_cldr(locale).items())}
    names.pop("", None)
    return names | ALIASES


def _own_key(name):
    """Return a name as own names are compared: they keep their script, folding would make them Latin."""
    return name.strip().casefold()


def _own_names():
    with _LOADING:  # babel keeps what it reads in a dictionary that two threads must not fill at once
        return _own_names_read()


@cache
def _own_names_read():
    """Return what languages call themselves ("español", "русский"), with their codes. Slow, so asked last."""
    own = {}
    for code in _cldr("en"):
        try:
            locale = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        name = locale.languages.get(code.replace("-", "_"))
        if name:
            own.setdefault(_own_key(name), code)
    return own
