"""Lighthouse gives 100 for accessibility, best practices and search engines.

Performance depends on the machine and is no test: `python -m benchmarks.lighthouse` prints it.
"""

import pytest

from tests.quality import lighthouse

CATEGORIES = ["accessibility", "best-practices", "seo"]


@pytest.mark.node
def test_the_main_pages_score_100(site, tools):
    reports = lighthouse.reports(site.url, lighthouse.ADDRESSES.values(), CATEGORIES)
    found = {
        name: (lighthouse.scores(report), lighthouse.faults(report))
        for name, report in zip(lighthouse.ADDRESSES, reports, strict=True)
    }
    assert found == dict.fromkeys(lighthouse.ADDRESSES, (dict.fromkeys(CATEGORIES, 100), []))
