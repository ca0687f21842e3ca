"""What an answer costs as a ratio to a bare view: `python -m benchmarks.pages [--rounds N]`, on a kept catalogue.

Processor time of gunicorn and the database for a burst of requests, against the burst of the bare view right after
it, which answers as many bytes. Kept: the same address again. Not kept: addresses never asked before.
"""

import argparse
from statistics import median

from .generate import set_up
from .site import served

BURST = {"kept": 40, "not kept": 15}


def pages(addresses):
    """{name: a function that draws an address}."""
    films = addresses.films_list
    return {
        "list": films,
        "list, one filter": lambda: films(1),
        "list, three filters, by year": lambda: films(3, sort="-year"),
        "list, three wide filters": lambda: films(sort="-year", **addresses.wide()),
        "list, by year": lambda: films(sort="-year"),
        "list, page 5": lambda: films(page=5),
        "list, any page": addresses.any_page,
        "list, last page": lambda: addresses.any_page(last=True),
        "list, searched": addresses.searched,
        "feed": lambda: films(1, path="films/list.atom"),
        "calendar": lambda: films(1, path="films/list.ics"),
        "take along": lambda: films(1, path="films/take-along/"),
        "search, three words": addresses.question,
        "search, a slip": lambda: addresses.question(slip=True),
        "suggestion": addresses.suggestion,
        "film": addresses.film,
        "person": addresses.person,
        "company": addresses.company,
        "text": addresses.text,
        "home": lambda: "/fr/",
        "charts": lambda: films(path="films/charts/"),
        "charts, one filter": lambda: films(1, path="films/charts/"),
        "portrait": lambda: "/fr/portrait/",
    }


def main(rounds):
    set_up()
    from django.db import connection

    from .addresses import Addresses

    addresses = Addresses()
    found = {}
    with served() as site:
        drawn = pages(addresses)
        kept = {name: draw() for name, draw in drawn.items()}
        for number in range(rounds + 1):
            for name, draw in drawn.items():
                again = [(kept[name], "localhost", {})] * BURST["kept"]
                others = [(draw(), site.new_name(), {}) for _request in range(BURST["not kept"])]
                bursts = {(name, "kept"): again, (name, "not kept"): others}
                if name in ("list", "film"):
                    etag = {"If-None-Match": site.get(kept[name]).etag}
                    bursts[f"304 {name}", "kept"] = [(kept[name], "localhost", etag)] * BURST["kept"]
                for key, burst in bursts.items():
                    measured = ratio(site, burst, 304 if "304" in key[0] else 200)
                    if number:  # the first round warms up
                        found.setdefault(key, []).append(measured)
    print(
        f"{addresses.films} films, {connection.vendor}; ratio to a bare view, {rounds} rounds; Accept-Encoding: br"
    )
    print(f"{'page':<30}{'':<10}{'least':>8}{'median':>8}{'most':>8}{'ms':>8}{'bare ms':>9}{'bytes':>8}")
    for (name, how), measures in found.items():
        ratios = [page / bare for page, bare, _size in measures]
        ms, bare, size = (median(values) for values in zip(*measures, strict=True))
        print(
            f"{name:<30}{how:<10}{min(ratios):>8.1f}{median(ratios):>8.1f}{max(ratios):>8.1f}"
            f"{ms * 1000:>8.2f}{bare * 1000:>9.2f}{size:>8.0f}"
        )


def ratio(site, burst, status):
    """(processor seconds of an answer, of a bare one as large, bytes of it)."""
    seconds, sizes = spent(site, burst, status)
    size = round(sum(sizes) / len(sizes))
    bare, _sizes = spent(site, [(f"/bare/{size}", "localhost", {})] * BURST["kept"], 200)
    return seconds, bare, size


def spent(site, requests, status):
    """Ask; return the processor seconds of one answer, and the sizes of all."""
    sizes, before = [], site.processor()
    for address, host, headers in requests:
        answer = site.get(address, host, **headers)
        if answer.status != status:
            raise SystemExit(f"{address} was answered with {answer.status}, not {status}.")
        sizes.append(answer.size)
    return (site.processor() - before) / len(requests), sizes


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    main(parser.parse_args().rounds)
