"""How a film can be seen on a day, in one true sentence.

    sentence  = "Available" ways, or what there is instead of it
    way       = supports [for uses] [(free, versions, countries)] days

What is available comes first, then what is coming, then formats of which it is not stated. A sentence tells a few ways;
where there are more it says that the offers below tell them.
"""

from datetime import date
from functools import lru_cache, reduce

from babel.lists import format_list
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from catalogue.dates import fdate, locale
from catalogue.publication.labels import label
from catalogue.reference.versions import version_said

from .ways import ALWAYS, NEVER, ways

MOST_WAYS = 4
MOST_NAMED = 4  # versions or countries of a way
# What a way is for, in the order of how many people it concerns; nothing is said where it is not stated.
USES = {
    "home": gettext_lazy("at home"),
    "theatrical": gettext_lazy("in cinemas"),
    "non_theatrical": gettext_lazy("for non-theatrical screenings"),
    "educational": gettext_lazy("for teaching"),
    "": "",
}
ORDER = {use: place for place, use in enumerate(USES)}


def sentence(offers, today):
    """Return what is true of all of a film's offers on a day, in the reader's language."""
    found = ways(offers, today)
    told = _Telling(_countries(offers))
    current, coming, unstated = told.all(found.current), told.all(found.coming), told.all(found.unstated)
    if current:
        clauses = [_("Available %(ways)s") % {"ways": _parts(current + coming)}]
        clauses += [_("also exists %(ways)s, availability not stated") % {"ways": w} for w in unstated]
    elif unstated:  # before what denies: it may be available
        clauses = [_("Exists %(ways)s; availability not stated") % {"ways": _parts(unstated)}]
        clauses += [_("available %(ways)s") % {"ways": _parts(coming)}] if coming else []
    elif coming:
        clauses = [_opening(found) % {"ways": _parts(coming)}]
    elif denied := told.all(found.denied):
        clauses = [_("Currently unavailable %(ways)s") % {"ways": _parts(denied)}]
    elif found.gone:
        clauses = [_("Not available since %(day)s") % {"day": fdate(found.gone)}]
    else:
        return _("We don’t yet know where this film can be seen.")
    if told.has_more:
        clauses.append(_("the other offers are listed below"))
    return _("%(sentence)s.") % {"sentence": _parts(clauses)}


def way_said(way, offers):
    """Return one way of some offers as the sentence tells it, with the first of its windows."""
    return _Telling(_countries(offers)).way(way)


def _countries(offers):
    return {c["code"]: c["name"][get_language()] for offer in offers for c in offer["countries"]}


def _opening(found):
    if found.gone:
        return _("Available again %(ways)s")
    return _("Not available at present: %(ways)s") if found.denied else _("Not available yet: %(ways)s")


def _parts(parts):
    return reduce(lambda said, part: _("%(sentence)s; %(part)s") % {"sentence": said, "part": part}, parts)


class _Telling:
    """Tells ways as long as there is room; `has_more` once something was left out. `countries` are names by code."""

    def __init__(self, countries):
        self.countries, self.room, self.has_more = countries, MOST_WAYS, False

    def all(self, found):
        """Return what is said of these ways, those first that come first and concern most people."""
        found = sorted(found, key=lambda way: (way.days[0][0], min(map(ORDER.get, way.uses))))
        told = [self.way(way) for way in found[: self.room]]
        self.has_more |= len(found) > self.room
        self.room -= len(told)
        return told

    def way(self, way):
        """Tell a way; the days of one that is coming stand first."""
        days = [self.days(way)]
        said = [_("on %(supports)s") % {"supports": _supports(way.supports)}, _uses(way.uses)]
        said += [f"({', '.join(limits)})"] if (limits := self.limits(way)) else []
        return " ".join(filter(None, said + days if way.is_current else days + said))

    def limits(self, way):
        """What a way is limited to."""
        free = [pgettext("price", "free")] if way.is_free else []
        versions = [version_said(version, get_language()) for version in way.versions if version]
        if len(versions) > MOST_NAMED:
            versions = [ngettext("%(n)s version", "%(n)s versions", len(versions)) % {"n": len(versions)}]
        names = [self.countries.get(code) or _("everywhere") for code in way.countries]
        if len(names) > MOST_NAMED:
            names = [ngettext("%(n)s country", "%(n)s countries", len(names)) % {"n": len(names)}]
        return free + [_listed(those) for those in (versions, names) if those]

    def days(self, way):
        """The first window that is not over, and for one that has begun that there is another."""
        (first, after), *later = way.days
        self.has_more |= len(later) > way.is_current
        said = window_said(first, after)
        if way.is_current and later:
            again = window_said(*later[0])
            said = _("%(days)s and again %(later_days)s") % {"days": said, "later_days": again}
        return said


def window_said(first, after):
    """Return a window in words; nothing of one without an end."""
    if first == ALWAYS:
        return "" if after == NEVER else _("until %(day)s") % {"day": _day(after - 1)}
    if after == NEVER:
        return _("from %(day)s") % {"day": _day(first)}
    if after - first == 1:
        return _("on %(day)s only") % {"day": _day(first)}
    return _("from %(first)s to %(last)s") % {"first": _day(first), "last": _day(after - 1)}


def _day(ordinal):
    return fdate(date.fromordinal(ordinal))


def _supports(codes):
    """Name them as a sentence does: "DVD, VOD and other formats"."""
    labels = {code: label("support", code) for code in codes}
    if "file" in labels:
        labels["file"] = pgettext("available on", "digital file")
    if labels.pop("multi", None):
        labels["multi"] = (
            pgettext("available on", "other formats")
            if labels
            else pgettext("available on", "several formats")
        )
    return _listed(labels.values())


def _uses(codes):
    """Say what it is for; nothing of a use that is not stated."""
    return _listed(str(USES[code]) for code in USES if code and code in codes)


def _listed(words):
    return _joined(tuple(words), locale())


@lru_cache(maxsize=1024)
def _joined(words, locale):
    return words[0] if len(words) == 1 else format_list(words, locale=locale)
