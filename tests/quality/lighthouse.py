"""Lighthouse in the machine's Chromium: a phone on a slow network, its own preset."""

import json
import os
import subprocess
from pathlib import Path

from tests import chromium
from tests.quality.site import PAGES

PROGRAM = Path(__file__).with_suffix(".mjs")
ADDRESSES = {name: f"/fr/{PAGES[name]}" for name in ["home", "film-list", "film", "person", "distributor"]}


def reports(site, addresses, categories):
    """What Lighthouse reports of pages, in their order.

    Categories are "accessibility", "best-practices", "performance", "seo".
    """
    asked = {
        "urls": [site + address for address in addresses],
        "categories": categories,
        "flags": chromium.ARGUMENTS,
    }
    environment = os.environ | {"CHROME_PATH": chromium.program()}
    done = subprocess.run(
        ["node", PROGRAM, json.dumps(asked)], env=environment, check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout)


def scores(report):
    """Each category's score, 0 to 100; 0 too where Lighthouse could not measure it."""
    return {name: round(100 * (category["score"] or 0)) for name, category in report["categories"].items()}


def faults(report):
    """What keeps a score from 100, in Lighthouse's own words."""
    return [audit["title"] for audit in report["audits"].values() if audit["score"] not in (None, 1)]
