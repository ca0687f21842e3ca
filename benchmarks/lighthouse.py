"""Lighthouse's performance of the main pages, the median of three: `python -m benchmarks.lighthouse`.

A phone on a slow network as Lighthouse imagines it, on the site that the quality tests read. Let nothing else run.
"""

import sys
from statistics import median

from tests import node
from tests.quality import lighthouse
from tests.quality.site import served

ROUNDS = 3
PAINT, BLOCKED, SHIFT = "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"


def main():
    node.install()
    print(f"{'page':<14}{'median':>8}{'of':>14}{'LCP s':>8}{'TBT ms':>8}{'CLS':>8}")
    with served() as site:
        for name, address in lighthouse.ADDRESSES.items():
            reports = measured(site.url, address)
            scores = [lighthouse.scores(report)["performance"] for report in reports]
            paint, blocked, shift = (
                median(report["audits"][audit]["numericValue"] for report in reports)
                for audit in (PAINT, BLOCKED, SHIFT)
            )
            of = " ".join(map(str, scores))
            print(
                f"{name:<14}{median(scores):>8}{of:>14}{paint / 1000:>8.2f}{blocked:>8.0f}{shift:>8.3f}",
                flush=True,
            )


def measured(site, address):
    """Three reports of a page; a round in which Lighthouse lost sight of the first paint is run again."""
    found = []
    for _round in range(2 * ROUNDS):
        [report] = lighthouse.reports(site, [address], ["performance"])
        if report["categories"]["performance"]["score"] is not None:
            found.append(report)
        if len(found) == ROUNDS:
            return found
    sys.exit(f"Lighthouse could not measure {address}.")


if __name__ == "__main__":
    main()
