"""Lighthouse gives 100 for accessibility, best practices and search engines.

Performance depends on the machine and is no test: `python -m benchmarks.lighthouse` prints it.
"""

from tests.quality import lighthouse

CATEGORIES = ["accessibility", "best-practices", "seo"]


def test_the_main_pages_score_100(public_site, tools):
    reports = lighthouse.reports(public_site.url, lighthouse.ADDRESSES.values(), CATEGORIES)
    found = {
        name: (lighthouse.scores(report), lighthouse.faults(report))
        for name, report in zip(lighthouse.ADDRESSES, reports, strict=True)
    }
    assert found == dict.fromkeys(lighthouse.ADDRESSES, (dict.fromkeys(CATEGORIES, 100), []))
