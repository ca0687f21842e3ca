"""Whom a biography is about, and the works it names. No Django.

Nothing marks the name: it is the first one that can be the subject of a sentence ("…, François-Xavier Destors
explore…"): no preposition precedes it ("diplômé de Sciences Po Paris" names a school) and a verb follows.
"""

import re

from catalogue.folding import fold
from catalogue.importing.parsing.lines import same
from catalogue.importing.parsing.names import PARTICLES, is_capitalised
from catalogue.importing.parsing.values import LONGEST_NAME, LONGEST_TITLE, word_set
from catalogue.importing.records import Found, OutsideWork

QUOTED = re.compile(r"[\"“«]\s*([^\"“”«»]+?)\s*[\"”»]")
ASIDE = re.compile(r"\([^()]*\)|[\"“«][^\"“”«»]*[\"”»]")
TOKEN = re.compile(r"\w[\w.’'-]*\w|\w\.?|\S")
SENTENCE_ENDS = frozenset(".!?…")

BEFORE_NO_SUBJECT = word_set(
    """a apres au aupres aux avant avec chez comme contre d dans de depuis des du durant en entre et jusqu l la le
    les ou par pendant pour sans selon sous sur une un vers"""
)
NO_VERB = word_set("à au aux avec chez d dans de des du en et ou par pour que qui sans sur")
# Words with a capital only because they begin the sentence.
OPENERS = BEFORE_NO_SUBJECT | word_set(
    """ce cet cette ces son sa ses leur leurs il elle ils elles on ne nee nes nees forme formee issu issue
    originaire diplome diplomee auteur autrice auteure realisateur realisatrice cineaste documentariste scenariste
    photographe journaliste plasticien plasticienne artiste monteur monteuse comedien comedienne acteur actrice
    producteur productrice ecrivain ecrivaine ancien ancienne fils fille fondateur fondatrice membre aujourd
    actuellement egalement parallelement puis ensuite enfin quand lorsque tandis si"""
)
INSTITUTIONS = word_set(
    """academie arte centre conservatoire ecole femis festival films fondation grand institut prix production
    productions sciences universite"""
)

WORK_KINDS = (
    (re.compile(r"\b(?:livres?|romans?|ouvrages?|recueils?|bandes? dessinées?|nouvelles?)\b", re.I), "book"),
    (re.compile(r"\bdocumentaires?\b", re.I), "documentary"),
    (
        re.compile(r"\bfilms?(?:[- ]essais?)?\b|\b(?:court|moyen|long)s?[- ]métrages?\b|\bfictions?\b", re.I),
        "film",
    ),
    (re.compile(r"\b(?:séries?|pièces?|albums?|expositions?|installations?|podcasts?)\b", re.I), "other"),
)
LISTED = re.compile(r"\(([^()\"“”«»]+)\)")
SENTENCE_BREAK = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zà-ÿ])")
WORK_YEAR = re.compile(r"(?:,\s*|\s*\(|\s+-\s+)([12][0-9]{3})\)?$")


def subjects(paragraph):
    """Return the names that the text is about: one, two joined by "et", or none when no name can be told."""
    tokens = _tokens(paragraph.value)
    later = ()
    for start in range(len(tokens)):
        if start and is_capitalised(tokens[start - 1]) and not _opens(tokens, start - 1):
            continue  # the middle of a name
        names, after = _joined_names(tokens, start)
        if not names or not _can_be_subject(tokens, start):
            continue
        following = tokens[after] if after < len(tokens) else "."
        if _is_verb(following) or (following in {",", "¤"} and _begins_sentence(tokens, start)):
            return tuple(Found(name, paragraph.line) for name in names)
        if following in {",", "¤"}:
            later = later or tuple(Found(name, paragraph.line) for name in names)
    return later


def _tokens(text):
    """Return words and signs, what stands in quotes or brackets as one "¤"; full stops part from words."""
    tokens = []
    for token in TOKEN.findall(ASIDE.sub(" ¤ ", text)):
        initial = len(token) == 2 and token[0].isupper()
        if token.endswith(".") and len(token) > 1 and not initial:
            tokens += [token[:-1], "."]
        else:
            tokens.append(token)
    return tokens


def _joined_names(tokens, start):
    """Return the name that begins here, with the one that "et" joins to it, and the place after them."""
    name, after = _name_at(tokens, start)
    if name and tokens[after : after + 1] == ["et"]:
        second, end = _name_at(tokens, after + 1)
        if second:
            return [name, second], end
    return [name] if name else [], after


def _name_at(tokens, start):
    """Return the name of two to five words that begins here ("" if none) and the place after it."""
    if start >= len(tokens) or not tokens[start][:1].isupper() or _opens(tokens, start):
        return "", start
    end = start + 1
    while end < len(tokens) and end - start < 6:
        particle = tokens[end] in PARTICLES and tokens[end] != "et"
        if not _is_name_word(tokens[end]) and not (
            particle and _is_name_word("".join(tokens[end + 1 : end + 2]))
        ):
            break
        end += 1
    words = tokens[start:end]
    name = " ".join(words)
    institution = not INSTITUTIONS.isdisjoint(fold(name).split())
    return ("" if institution or not 2 <= len(words) <= 5 or len(name) > LONGEST_NAME else name), end


def _is_name_word(token):
    return token[:1].isalpha() and is_capitalised(token)


def _opens(tokens, place):
    """Whether the word has its capital only because it begins a sentence."""
    return (
        _begins_sentence(tokens, place)
        and fold(tokens[place]).split()[:1]
        and (fold(tokens[place]).split()[0] in OPENERS)
    )


def _begins_sentence(tokens, place):
    return place == 0 or tokens[place - 1] in SENTENCE_ENDS


def _can_be_subject(tokens, start):
    if start == 0:
        return True
    before = fold(tokens[start - 1]).split()
    return not (before and before[-1] in BEFORE_NO_SUBJECT)


def _is_verb(token):
    """Whether the word after a name may be its verb: no capital, and not one of the small words."""
    return token[:1].islower() and re.split("['’]", token)[0] not in NO_VERB


def works(paragraph, film_title):
    """Return the works that a paragraph names with their kind, each once, the film of the page left out."""
    found = {}
    for title, kind, _place in sorted(
        [*_quoted(paragraph.value), *_listed(paragraph.value)], key=lambda w: w[2]
    ):
        year = WORK_YEAR.search(title)
        plain_title = title[: year.start()].strip() if year else title
        if plain_title and len(plain_title) <= LONGEST_TITLE and not same(plain_title, film_title):
            work = OutsideWork(Found(plain_title, paragraph.line), kind, int(year[1]) if year else None)
            found.setdefault(fold(plain_title), work)
    return tuple(found.values())


def _quoted(text):
    """Yield the titles in quotes that a word such as "film" or "livre" announces in the same sentence."""
    for quote in QUOTED.finditer(text):
        kind = _kind(SENTENCE_BREAK.split(text[max(0, quote.start() - 300) : quote.start()])[-1])
        year = re.match(r"\s*\(([12][0-9]{3})\)", text[quote.end() : quote.end() + 10])
        if kind:
            yield quote[1] + (f" ({year[1]})" if year else ""), kind, quote.start()


def _listed(text):
    """Yield the titles of a list in brackets after such a word: "documentaires (A ; B, une histoire ; C)"."""
    for bracket in LISTED.finditer(text):
        kind = _kind(re.split("[.!?()]", text[max(0, bracket.start() - 60) : bracket.start()])[-1])
        inside = bracket[1].strip()
        if not kind or not inside[:1].isupper():
            continue
        titles = inside.split(";")
        if len(titles) == 1 and all(part.strip()[:1].isupper() for part in inside.split(",")):
            titles = inside.split(",")
        for title in titles:
            yield title.strip(), kind, bracket.start()


def _kind(before):
    """Return the kind that the last kind word before a title says, "" when there is none."""
    last = max(
        ((match.start(), kind) for pattern, kind in WORK_KINDS for match in pattern.finditer(before)),
        default=(0, ""),
    )
    return last[1]
