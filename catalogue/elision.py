"""Elision: French writes "un film d’Agnès Varda" but "un film de Chris Marker". No English phrase is concerned.

The rules are those of the Office québécois de la langue française ("Élision avec un nom propre", "Élision interdite"):

- a vowel elides, whatever its accent; an initial ("A. Forcier"), a number and "ou" before a vowel (Ouattara) do not;
- y elides before a consonant (Yves), not before a vowel (Yamamoto);
- h is aspirate in names from languages that sound it (Hitchcock, Hayao, Hong) and in many French ones (Haut et Court),
  so it elides only in the names and words of MUTE_H. Where usage hesitates (Hugo, Hubert), its more frequent form.
"""

import re
import unicodedata
from html import unescape

from catalogue.folding import fold

MUTE_H = frozenset(
    """
    hadrien haiti hector helene heliodore heliotrope heloise henri henriette heraclite hercule hermance hermine hermione
    herode herodote herve hesiode hilaire hippocrate hippolyte hollywood homere honore honorine horace hortense hubert
    hugo hugues huguette hyacinthe hypatie
    habit habitant habitants habitation harmonie heritage heritier heritiers heure heures heureux heroine heroines
    herbe herbes hesitation hexagone hier hirondelle hirondelles histoire histoires hiver hivers hommage homme hommes
    honneur hopital horizon horizons horloge hospitalite hotel huile huissier huitre humain humaine humanite humeur
    humour hydre hymne hypothese
    """.split()
)
LETTERS = {
    "Lu",
    "Ll",
    "Lt",
    "Lo",
    "Nd",
    "Nl",
    "No",
}  # what a name begins with, after quotation marks and the like
WITHOUT_ELISION = re.compile(r"ou[aeio](?!st)|onzes?\b|onzieme|y[aeiou]|y\b")
TAG = re.compile(r"<[^>]*>")
PHRASE = re.compile(r"\b((?:jus|lors|puis|quoi)?qu|d)e (?P<opening>«\s?)?%\((?P<name>\w+)\)s", re.IGNORECASE)


def elides(name):
    """Return whether "de" and "que" lose their e before a name: "Agnès Varda" yes, "Hou Hsiao-hsien" no."""
    at = next((at for at, sign in enumerate(name) if unicodedata.category(sign)[:2] in LETTERS), None)
    if at is None or not unicodedata.name(name[at], "").startswith("LATIN") or name[at + 1 : at + 2] == ".":
        return False
    word = (fold(name[at:]).split() or [""])[0]
    if WITHOUT_ELISION.match(word):
        return False
    return word[:1] in tuple("aeiouy") or word in MUTE_H


def elided(phrase, values):
    """Return a phrase ("Un film de %(names)s") as it stands before these values, which may be marked up."""

    def before(found):
        value = values.get(found["name"], "")
        text = unescape(TAG.sub("", value)) if hasattr(value, "__html__") else str(value)
        if not elides(text):
            return found[0]
        return f"{found[1]}’{found['opening'] or ''}%({found['name']})s"

    return PHRASE.sub(before, phrase) if values else phrase
