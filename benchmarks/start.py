"""How soon a start of the site answers, and the memory of its workers: `python -m benchmarks.start [workers]`."""

import sys
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from .generate import set_up
from .processes import memory
from .site import served

STARTS, READERS, LISTS = 3, 4, 40


def main(workers):
    set_up()
    from .addresses import Addresses

    addresses, starts, held = Addresses(), [], []
    for _start in range(STARTS):
        with served(workers) as site:
            starts.append(site.started)
            lists = [addresses.films_list(number % 4) for number in range(LISTS)]
            with ThreadPoolExecutor(
                READERS
            ) as readers:  # more than workers, so that each of these has to answer
                list(readers.map(site.get, lists))
            held.append(memory(site.server))
    print(f"{addresses.films} films; of {STARTS} starts the median (and the most):")
    print(f"first list of films answered after {median(starts):.2f} s ({max(starts):.2f})")
    print(
        f"gunicorn and its {workers} workers hold {median(held):.0f} MB ({max(held):.0f}), what they share once"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
