"""The Nu HTML Checker finds nothing, no error and no warning, in any kind of page or in the posters of a list."""

import json
import subprocess

from tests import node
from tests.quality.site import LANGUAGES
from tests.quality.site import PAGES_AND_STYLES as PAGES

VNU = node.MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_markup_is_valid(page, tools, tmp_path):
    for lang in LANGUAGES:
        for name, address in PAGES.items():
            answer = page.request.get(f"/{lang}/{address}")
            (tmp_path / f"{name}-{lang}.html").write_bytes(answer.body())
    page.goto(f"/fr/{PAGES['film-list']}")
    for number, poster in enumerate(page.locator("img[src^='/posters/']").all()):
        (tmp_path / f"{number}.svg").write_bytes(page.request.get(poster.get_attribute("src")).body())
    assert len([*tmp_path.glob("*.svg")]) > 20
    command = ["java", "-jar", VNU, "--also-check-svg", "--format", "json", "--stdout", *tmp_path.iterdir()]
    report = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    found = [
        f"{message['url'].rpartition('/')[2]}: {message['message']} {message.get('extract')}"
        for message in report["messages"]
    ]
    assert found == []
