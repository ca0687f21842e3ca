"""Whom a biography is about, and the works it names. No Django.

Nothing marks the name: it is the first one that can be the subject of a sentence ("…, François-Xavier Destors
explore…"): no preposition precedes it ("diplômé de Sciences Po Paris" names a school) and a verb follows.
"""

import re
from itertools import dropwhile

from catalogue.folding import fold
from catalogue.importing.parsing.lines import same
from catalogue.importing.parsing.names import PARTICLES, is_capitalised
from catalogue.importing.parsing.values import LONGEST_NAME, LONGEST_TITLE, word_set
from catalogue.importing.records import Found, OutsideWork

QUOTED = re.compile(r"[\"“«]\s*([^\"“”«»]+?)\s*[\"”»]")
ASIDE = re.compile(r"\([^()]*\)|[\"“«][^\"“”«»]*[\"”»]")
INITIALS = re.compile(r"(?:[^\W\d_a-zà-öø-ÿ]\.)+")
TOKEN = re.compile(rf"\b{INITIALS.pattern}(?!\w)|\w[\w.’'-]*\w|\w\.?|\S")
ELIDED = re.compile(r"\b((?:[Ll]ors|[Pp]uis|[Jj]us)?[Qq]u)['’](?=[^\W\d_a-z])")
SENTENCE_ENDS = frozenset(".!?…")
CLAUSE_ENDS = SENTENCE_ENDS | {",", ";"}
ASIDES = frozenset(",:¤–—")  # what may stand between a name and its verb
AND = frozenset({"et", "&", "and"})
MOST_JOINED = 8
LONGEST_APPOSITION = 15  # words
RELATED_WITHIN = 30  # words

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
MADE_OF = re.compile(r"(?:formee?s? par|composee?s? de)")
RELATIVES = word_set(
    "frere freres soeur soeurs jumeaux jumelles couple epoux mari femme fils fille pere mere"
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
    """Return the names that the text is about: one, several that are joined, or none when no name can be recognised."""
    tokens = _tokens(paragraph.value)
    later = ()
    for start in range(len(tokens)):
        names, after = _names_of_subject(tokens, start)
        if not names:
            continue
        found = tuple(Found(name, paragraph.line) for name in names)
        following = tokens[after] if after < len(tokens) else "."
        opens = _begins_sentence(tokens, start)
        if _is_verb(following) or (following in ASIDES and opens) or (following in AND and opens):
            return found
        if following in ASIDES or start == 0:
            later = later or found
    return later


def openings(paragraph):
    """Return the names with which sentences of the text begin and that their verbs follow."""
    tokens, found = _tokens(paragraph.value), {}
    for start in range(len(tokens)):
        names, after = _names_of_subject(tokens, start) if _begins_sentence(tokens, start) else ((), start)
        if after < len(tokens) and (_is_verb(tokens[after]) or tokens[after] in ASIDES):
            found |= {fold(name): Found(name, paragraph.line) for name in names}
    return tuple(found.values())


def _tokens(text):
    """Return words and signs, what stands in quotes or brackets as one "¤"; full stops part from words."""
    tokens = []
    for token in TOKEN.findall(ELIDED.sub(r"\1 ", ASIDE.sub(" ¤ ", text))):
        if token.endswith(".") and len(token) > 1 and not _is_initial(token):
            tokens += [token[:-1], "."]
        else:
            tokens.append(token)
    return tokens


def _names_of_subject(tokens, start):
    """Return the names that begin here, if they can be what a sentence is about, and the place after them."""
    if start and is_capitalised(tokens[start - 1]) and not _opens(tokens, start - 1):
        return [], start  # the middle of a name
    name, after = _name_at(tokens, start)
    names = [name] if name else []
    if not names:
        names, after = _relatives(tokens, start)
    if not names or not _can_be_subject(tokens, start):
        return [], start
    for _more in range(MOST_JOINED):
        others, end = _joined(tokens, after)
        if not others:
            break
        names, after = [*names, *others], end
    return names, after


def _joined(tokens, after):
    """Return the names that the text joins here to the one before, "X (…), Y et Z" or "X, née à Lyon, et Z"."""
    listed = []
    for _more in range(MOST_JOINED):
        after += tokens[after : after + 1] == ["¤"]
        comma = tokens[after : after + 1] == [","]
        name, end = _name_at(tokens, after + 1) if comma else ("", after)
        if not name:
            break
        listed.append(name)
        after = end
    if comma and not listed:
        clause = range(after + 1, min(after + LONGEST_APPOSITION, len(tokens)))
        closing = next((place for place in clause if tokens[place] in CLAUSE_ENDS), after)
        after = closing if tokens[closing] == "," else after
    after += tokens[after : after + 1] == [","]
    if after < len(tokens) and tokens[after] in AND:
        name, end = _name_at(tokens, after + 1)
        if name:
            return [*listed, name], end
    return [], after


def _relatives(tokens, start):
    """Return the names of two who share the last one, "Jean-Luc et Pierre Dardenne", if the text says why."""
    first, second = tokens[start], _name_at(tokens, start + 2)
    joined = tokens[start + 1 : start + 2] and tokens[start + 1] in AND and _is_name_word(first)
    words = second[0].split()
    if not joined or _opens(tokens, start) or len(words) != 2 or first.isupper() != second[0].isupper():
        return [], start
    around = fold(" ".join(tokens[max(0, start - RELATED_WITHIN) : start + RELATED_WITHIN])).split()
    if RELATIVES.isdisjoint(around):
        return [], start
    return [f"{first} {words[1]}", second[0]], second[1]


def _name_at(tokens, start):
    """Return the name of two to five words that begins here ("" if none) and the place after it."""
    if start >= len(tokens) or not tokens[start][:1].isupper() or _opens(tokens, start):
        return "", start
    end = start + 1
    while end < len(tokens) and end - start < 6:
        # "de la" before a name is of the name, "et" is not.
        words = dropwhile(lambda token: token in PARTICLES - AND, tokens[end : end + 3])
        if not _is_name_word(next(words, "")):
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
    words = fold(tokens[place]).split()[:1] if _begins_sentence(tokens, place) else ()
    return bool(words) and words[0] in OPENERS and not _is_initial(tokens[place])


def _is_initial(token):
    return bool(INITIALS.fullmatch(token))


def _begins_sentence(tokens, place):
    return place == 0 or tokens[place - 1] in SENTENCE_ENDS


def _can_be_subject(tokens, start):
    if start == 0:
        return True
    before = fold(" ".join(tokens[max(0, start - 2) : start]))
    return bool(MADE_OF.fullmatch(before)) or BEFORE_NO_SUBJECT.isdisjoint(
        fold(tokens[start - 1]).split()[-1:]
    )


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
