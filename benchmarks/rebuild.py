"""How long a rebuild of the whole publication takes: `python -m benchmarks.rebuild [films]`, 10,000 unless told."""

import sys
from time import perf_counter

from benchmarks.generate import generate, use_database_of_its_own


def main(films):
    folder = use_database_of_its_own()
    from catalogue.models import Film, Posting
    from catalogue.publication import postings
    from catalogue.publication.publish import publish
    from catalogue.publication.rebuild import publish_all
    from catalogue.publication.state import state

    began = perf_counter()
    generate(films)
    print(f"{films} films made in {perf_counter() - began:.1f} s")
    began = perf_counter()
    pages = publish_all()
    print(f"{pages} pages and {Posting.objects.count()} postings rebuilt in {perf_counter() - began:.1f} s")
    began = perf_counter()
    publish(Film.objects.first())
    print(f"one film published again in {(perf_counter() - began) * 1000:.0f} ms")
    began = perf_counter()
    postings.current(state())
    print(f"postings loaded by a worker in {(perf_counter() - began) * 1000:.0f} ms")
    folder.cleanup()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
