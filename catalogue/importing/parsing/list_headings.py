"""The headings of a company's lists of films, distinguished from text that resembles one. No Django."""

import re

from catalogue.folding import fold
from catalogue.importing.parsing.film_prints import is_title_again
from catalogue.importing.parsing.lines import same
from catalogue.importing.records import ParseError

LONGEST_HEADING = 250
HEADING = re.compile(
    r"(?:les )?films?\s+(?P<roles>.{5,80}?)\s+(?P<by>par|by)\s+(?P<company>.+)", re.IGNORECASE
)
BETWEEN_ROLES = re.compile(r"\s*,\s*(?:(?:et|ou|and|or)\s+)?|\s+(?:et|ou|and|or|&)\s+|\s*/\s*", re.IGNORECASE)
ROLES = {
    "produit": "producer",
    "coproduit": "co_producer",
    "co produit": "co_producer",
    "distribue": "distributor",
    "diffuse": "distributor",
    "edite": "distributor",
    "vendu": "sales_agent",
    "produced": "producer",
    "coproduced": "co_producer",
    "co produced": "co_producer",
    "distributed": "distributor",
    "released": "distributor",
    "sold": "sales_agent",
}
COUNT = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,6}|aucun) films?", re.IGNORECASE)


def roles_in(line):
    """Return the roles that words such as "Films produits et distribués par ISKRA" give, () for another line."""
    match = _match(line)
    words = [fold(word) for word in BETWEEN_ROLES.split(match["roles"])] if match else ()
    roles = [
        ROLES.get(word) or ROLES.get(re.sub("e?s?$", "", word)) or ROLES.get(word.rstrip("s"))
        for word in words
    ]
    return tuple(dict.fromkeys(roles)) if all(roles) else ()


def refuse_english(line):
    """Raise ParseError for a heading in English: the texts below it would be taken as French."""
    if _match(line)["by"].lower() == "by":
        raise ParseError(
            line.number, "Heading", line.text, "a heading in French, such as Films produits par …"
        )


def _match(line):
    return HEADING.fullmatch(line.text) if len(line.text) <= LONGEST_HEADING and not line.bullet else None


def count_in(line):
    """Return how many films a line such as "7 Films" announces, None for another line."""
    match = COUNT.fullmatch(line.text) if len(line.text) <= LONGEST_HEADING else None
    if match is None:
        return None
    return int(match[1].replace(" ", "")) if match[1][0].isdigit() else 0


def count_below(lines, place):
    """Return what the line at a place announces, None if it is the title of a film ("7 Films") that follows twice."""
    if place >= len(lines) or (is_title_again(lines, place) and not is_title_again(lines, place + 1)):
        return None
    return count_in(lines[place])


def names_company(line, name):
    """Whether a heading ends in this name, and not in the rest of a sentence."""
    company = _match(line)["company"]
    return same(company, name) and (company[-1].isalnum() or company[-1] == name[-1])


def list_starts(lines, name):
    """Return the places of the headings of this company's lists, and of those of other companies' lists.

    A heading has its count below it, or stands alone above a film or another heading. What names another company
    is text, unless a count below it says that a list begins.
    """
    own, others = {"sure": [], "likely": [], "possible": []}, []
    for place, line in enumerate(lines):
        if not roles_in(line):
            continue
        has_count = count_below(lines, place + 1) is not None
        if not names_company(line, name):
            others += [place] if has_count else []
        elif has_count or (line.after_blank and _begins_list(lines, place + 1)):
            own["sure"].append(place)
        else:
            is_likely = place + 1 < len(lines) and _begins_list(lines, place + 1)
            own["likely" if is_likely else "possible"].append(place)
    is_spaced = any(line.after_blank for line in lines[1:])
    if not is_spaced:
        return sorted(own["sure"] + own["likely"]) or own["possible"][-1:], others
    return own["sure"] or own["likely"] or own["possible"][-1:], others


def _begins_list(lines, place):
    return place == len(lines) or is_title_again(lines, place) or bool(roles_in(lines[place]))
