"""What it costs to take all films along: `python -m benchmarks.exports`, on a kept catalogue.

Processor time of this process, which does what a worker does, and how much more memory it needs at most than for a page.
"""

import gc
import resource
from time import process_time

from .generate import set_up


def main():
    set_up()
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.get("/fr/films/")
    gc.collect()
    gc.freeze()  # as config/gunicorn.py does
    held = peak()
    for format in ("csv", "json", "xlsx"):
        began, size = process_time(), 0
        for piece in client.get(f"/fr/films/list.{format}"):
            size += len(piece)
        spent = process_time() - began
        print(
            f"{format}: {size / 1e6:.1f} MB, {spent:.1f} s of processor, {peak() - held:.0f} MB more",
            flush=True,
        )


def peak():
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
