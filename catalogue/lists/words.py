"""A list of films in words: "French documentaries, 1968–1981, with English subtitles".

What is chosen of a field is said as its `in_title` has it (see publication/saying.py); where it has none, by its name:
"Films, colour: black and white". That is right whatever the field, in any number and gender.
"""

from babel.lists import format_list
from django.utils.translation import ngettext, pgettext

from catalogue.dates import locale
from catalogue.elision import elided
from catalogue.publication.fields import UNKNOWN, chosen_fields
from catalogue.publication.saying import ADJECTIVE, APART, FIRST, IN_TURN, NOUN, Saying

MOST_NAMED = 4  # values of a field; of more, some are named and the others counted


def title(chosen, label, scope=None, within=""):
    """Return a list in words, in the reader's language.

    `chosen` are the parameters that were understood, `label` tells what a value of a field is called, `scope` are the
    values by field that the list is limited to, and `within` says a limit that no field has.
    """
    said = [(APART, within)] if within else []
    for parameters in (scope or {}, chosen):
        said += [_said(field, parameters, label) for field in chosen_fields()]
    if words := chosen.get("q"):
        said.append((FIRST, pgettext("title of a list", "matching “%(words)s”") % {"words": words}))
    return _put_together([found for found in said if found])


def _put_together(said):
    """Return the title of (place, phrase)."""
    films = next((phrase for place, phrase in said if place == NOUN), pgettext("title of a list", "films"))
    for place, phrase in said:
        if place == ADJECTIVE:
            words = {"adjective": phrase, "films": films}
            films = pgettext("title of a list", "%(adjective)s %(films)s") % words
    rest = [found for found in said if found[0] == FIRST]
    rest += [found for found in said if found[0] in (IN_TURN, APART)]
    for number, (place, phrase) in enumerate(rest):
        films += f", {phrase}" if number or place == APART else f" {phrase}"
    return films[:1].upper() + films[1:]


def _said(field, chosen, label):
    """Return (where it stands, what is said) of the choices of a field; None where there are none."""
    values, ranges = list(chosen.get(field.name, [])), []
    if field.range:
        _name, first, last, unknown = field.parameters
        ranges = _range_said(field.range, chosen.get(first), chosen.get(last))
        values += [UNKNOWN] if chosen.get(unknown) else []
    if not values and not ranges:
        return None
    is_all_of = len(values) > 1 and bool(field.all_of and chosen.get(field.parameters[-1]))
    named = {value: label(field.name, value) for value in values}
    return _as_declared(field.in_title, ranges, named, is_all_of) or (
        APART,
        _plainly(field, ranges, named, is_all_of),
    )


def _as_declared(saying, ranges, named, is_all_of):
    """Return (place, phrase) as a Saying has them; None where it cannot say it all."""
    if saying and saying.counted:
        return (saying.place, str(saying.counted)) if len(named) > 1 else None
    if not saying or len(named) > MOST_NAMED:
        return None
    parts, wholes = list(ranges), []
    for value, name in named.items():
        if value in saying.whole:
            wholes.append(str(saying.whole[value]))
            continue
        text = None if value == UNKNOWN else saying.says(value) if saying.says else name
        if text is None:
            return None
        parts.append(_filled(saying.each, value=text))
    if not is_all_of:
        if parts and saying.phrase != Saying.phrase:
            parts = [_filled(saying.phrase, values=_joined(parts))]
        return saying.place, _joined(parts + wholes)
    if wholes or not saying.together:
        return None
    place = FIRST if saying.place == ADJECTIVE else saying.place
    return place, _filled(saying.together, values=_joined(parts, "standard"))


def _plainly(field, ranges, named, is_all_of):
    """Return "colour: black and white", "country: Guam, Samoa, Togo or 3 others"."""
    names = [_lowered(name) if field.says or value == UNKNOWN else name for value, name in named.items()]
    if len(names) > MOST_NAMED:
        others = len(names) - MOST_NAMED + 1
        names[MOST_NAMED - 1 :] = [ngettext("%(n)s other", "%(n)s others", others) % {"n": others}]
    words = {
        "filter": _lowered(str(field.label)),
        "values": _joined(ranges + names, "standard" if is_all_of else "or"),
        "how": field.all_of,
    }
    if is_all_of:
        return pgettext("title of a list", "%(filter)s: %(values)s (%(how)s)") % words
    return pgettext("title of a list", "%(filter)s: %(values)s") % words


def _range_said(asked, first, last):
    if first and last:
        return [str(first) if first == last else f"{first}–{last}"]
    return [str(asked.since) % first] if first else [str(asked.until) % last] if last else []


def _joined(words, style="or"):
    return words[0] if len(words) == 1 else format_list(words, style=style, locale=locale())


def _filled(phrase, **values):
    return elided(str(phrase), values) % values


def _lowered(text):
    """Return words as they stand within a sentence; "DVD" and "35 mm" stay."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2].isspace() else text
