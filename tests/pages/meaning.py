"""What the filters of a list mean, told of a film as a test describes it: plainly, one way after another."""

from django.utils import timezone

OF_FILMS = {
    "q",
    "letter",
    "country",
    "form",
    "colour",
    "director",
    "person",
    "producer",
    "genre",
    "running_time",
}
YEARS = {"year", "year_from", "year_to"}


def lets_through(known, film):
    """Whether {parameter: values} lets a film through."""
    ways = {name: values for name, values in known.items() if not is_of_films(name)}
    plain = (_holds(name, values, film, known) for name, values in known.items() if name in OF_FILMS)
    return all(plain) and _is_of_the_years(known, film["year"]) and (not ways or _has_a_way(ways, film))


def is_of_films(name):
    return name in OF_FILMS | YEARS | {"country_all"}


def _holds(name, values, film, known):
    if name == "q":
        names = " ".join([film["title"], *film["directors"], *film["producers"]]).lower()
        return values[0].removeprefix("the ") in names
    if name == "letter":
        return film["title"].removeprefix("L’").removeprefix("The ").replace("É", "E")[0] == values[0]
    if name == "running_time":
        return {None: "unknown", 12: "0-29", 200: "120-"}[film["running_time"]] in values
    held = {
        "country": film["countries"],
        "form": film["forms"],
        "colour": [film["colour"]] if film["colour"] else [],
        "director": [value.lower() for value in film["directors"]],
        "person": [value.lower() for value in film["directors"]],
        "producer": [value.lower() for value in film["producers"]],
        "genre": [value.lower() for value in film["genres"]],
    }[name]
    return _meets(held or ["unknown"], values, f"{name}_all" in known)


def _meets(held, values, is_all_of):
    return {*values} <= {*held} if is_all_of else bool({*values} & {*held})


def _is_of_the_years(known, year):
    """Years one by one and a range add up."""
    first, last = (int(known[name][0]) if name in known else None for name in ("year_from", "year_to"))
    inside = (first or last) and year and (first or 0) <= year <= (last or 9999)
    return not YEARS & known.keys() or bool(inside) or str(year) in known.get("year", [])


def ways_of(film):
    """All ways of a film: {field: values} of each version with each offer that holds for it."""
    for number, version in enumerate(film["versions"] or [None]):
        offers = [o for o in film["offers"] if o["of"] >= len(film["versions"]) or o["of"] == number]
        for offer in offers or [None]:
            yield {
                name: held or ["unknown"] for name, held in (_version(film, version) | _offer(offer)).items()
            }


def _version(film, version):
    heard = [*version["spoken"], *version["signed"]] if version else []
    if not any(other["spoken"] or other["signed"] for other in film["versions"]):
        heard = ["zxx"] if film["sound"] == "silent" else []
    if not version:
        unread = ["zxx"] if heard == ["zxx"] and film["sound"] != "silent" else []
        return {"language": heard, "subtitles": [], "reads": unread, "accessibility": []}
    written = [*version["subtitles"], *version["sdh"]]
    read = [*written]
    if {*heard} == {"zxx"}:
        read += version["intertitles"]
        read = read or ([] if film["sound"] == "silent" else ["zxx"])
    accessible = [f"{use}-{code}" for use in ("sdh", "signed") for code in version[use]]
    return {"language": heard, "subtitles": written, "reads": read, "accessibility": accessible}


def _offer(offer):
    if not offer:
        return dict.fromkeys(("support", "use", "territory", "available"), ())
    is_later = offer["first_day"] and offer["first_day"] > timezone.localdate()
    state = {"available": "today", "unavailable": "unavailable", "": "today" if offer["first_day"] else ""}
    available = state[offer["availability"]]
    if is_later and available != "unavailable":
        available = "soon"
    return {
        "support": [offer["support"]],
        "use": [offer["use"]] if offer["use"] else [],
        "territory": ["everywhere"] if offer["everywhere"] else offer["countries"],
        "available": [available] if available else [],
    }


def _has_a_way(asked, film):
    """Whether one way meets all of it. An offer that is known to be closed counts where its state is asked for."""
    asked = dict(asked)
    if {"support", "use", "territory"} & asked.keys():
        asked.setdefault("available", ["today", "unknown"])
    return any(all(_way_meets(way, name, asked) for name in asked) for way in ways_of(film))


def _way_meets(way, name, asked):
    if name == "language_all":
        return True
    held = way[name]
    if name == "territory" and held == ["everywhere"]:
        return bool({*asked[name]} - {"unknown"})
    return _meets(held, asked[name], f"{name}_all" in asked)
