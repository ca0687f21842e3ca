"""Numbers as titles write them: in words, Roman numerals, with fractions or marks of thousands. All become digits."""

import re
import unicodedata

UNITS = {
    **{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15},
    **{"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19},
    **{"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11},
    **{"douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16},
}
TENS = {
    **{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80},
    **{"ninety": 90, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50},
    **{"soixante": 60, "septante": 70, "huitante": 80, "nonante": 90},
}
SCALES = {"hundred": 100, "cent": 100, "cents": 100, "thousand": 1000, "mille": 1000}
NUMBER_WORDS = UNITS.keys() | TENS.keys() | SCALES.keys()
ONES = {"one", "un", "une", "et", "and"}  # inside a number, never at its end or alone but for "one"
ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
ROMAN_SIGNS = {"i": 1, "v": 5, "x": 10}
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,\s]\d{3})+(?![\d.,]?\d)")
DECIMALS = re.compile(r"(?<![\d.,])(\d+)[.,](5|25|75|33|66|67)(?![\d.,]?\d)")
FRACTIONS = {"5": "1/2", "25": "1/4", "75": "3/4", "33": "1/3", "66": "2/3", "67": "2/3"}
FRACTION_SIGNS = re.compile("[\u00bc-\u00be\u2150-\u215e\u2189]")
HALVES = re.compile(r"\b(?:et demie?|and[ -]a[ -]half)\b", re.IGNORECASE)


def in_digits(text):
    """Return text with fractions as "1/2" and thousands without a mark: "8½", "8.5" → "8 1/2"; "1,000" → "1000"."""
    if not text.isascii():
        text = FRACTION_SIGNS.sub(_fraction, text)
    text = THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), text)
    text = DECIMALS.sub(lambda found: f"{found[1]} {FRACTIONS[found[2]]}", text)
    return HALVES.sub("1/2", text)


def _fraction(found):
    return f" {unicodedata.normalize('NFKC', found[0])} ".replace("\N{FRACTION SLASH}", "/")


def number_at(words, start):
    """Return (number, how many words) of a number in French or English words; (None, 0) where none begins there."""
    total = part = 0
    end = start
    for place in range(start, len(words)):
        word = words[place]
        if word in SCALES and (place == start or SCALES[word] > part or part < 100):
            if SCALES[word] == 1000:
                total, part = total + (part or 1) * 1000, 0
            else:
                part = (part or 1) * 100
        elif word in TENS and place > start and words[place - 1] == "quatre" and part % 100 == 4:
            part += 76  # quatre-vingts
        elif word in TENS and part % 100 == 0 and place == end:
            part += TENS[word]
        elif word in UNITS and _fits(part, UNITS[word]):
            part += UNITS[word]
        elif word in ONES and place > start and _goes_on(words, place):
            part += word not in ("et", "and")
            end = place + (word not in ("et", "and"))
            continue
        else:
            break
        end = place + 1
    return (total + part, end - start) if end > start else (None, 0)


def _fits(part, unit):
    """Whether a unit can follow: "soixante" takes up to nineteen, "vingt" up to nine, a unit none ("sept huit")."""
    last = part % 100
    if last in (60, 80) or last == 0:
        return unit < 20
    return unit < 10 if last % 10 == 0 and last >= 20 else last == 10 and unit in (7, 8, 9)


def _goes_on(words, place):
    """Whether what may be a "one" or an "and" stands inside a number: "vingt et un", "one hundred and one"."""
    before = words[place - 1]
    after = words[place + 1] if place + 1 < len(words) else ""
    if words[place] in ("et", "and"):
        fits = before in TENS and after in ("un", "une", "onze", "one")
        return fits or (before in ("hundred", "thousand") and after in UNITS.keys() | TENS.keys() | {"one"})
    return before in TENS or before in ("et", "and", "cent", "hundred")


def roman(word):
    """Return the number that a Roman numeral up to 39 writes, None for another word."""
    if not word or not ROMAN.fullmatch(word):
        return None
    values = [ROMAN_SIGNS[sign] for sign in word]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
