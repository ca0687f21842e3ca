"""What drawing costs: `python -m benchmarks.posters [posters]`; milliseconds and sizes, least, usual and most."""

import gzip
import sys
from statistics import median
from time import process_time

from catalogue.posters.families import FAMILIES
from catalogue.posters.poster import compose
from catalogue.posters.subject import Film

TITLES = ["M", "Sans soleil", "Le Fond de l’air est rouge", "Человек с киноаппаратом", "花樣年華", "La Jetée"]
NAMES = [("Ada Lindqvist",), ("Chris Marker", "Pierre Lhomme"), ("Dziga Vertov",)]


def main(count):
    times, sizes = [], []
    for number in range(-len(FAMILIES) * 4, count):  # the first ones warm up
        title = f"{TITLES[number % len(TITLES)]} {number % 7 or ''}"
        film = Film(abs(number), title, "", NAMES[number % 3], 1920 + number % 100, ("France",))
        began = process_time()
        drawn = compose(film).svg(film.sentence)
        if number >= 0:
            times.append((process_time() - began) * 1000)
            sizes.append(len(gzip.compress(drawn.encode())) / 1000)
    for name, found in (("ms", times), ("KB gzip", sizes)):
        print(f"{name:<8} least {min(found):.2f}  usual {median(found):.2f}  most {max(found):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
