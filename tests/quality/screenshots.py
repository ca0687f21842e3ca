"""Pictures of every kind of page, three widths, two themes, two languages: `python3 run.py screenshots`.

They go to screenshots/, with index.html to see them all. `--readme` makes those of README.md anew instead: the
demonstration as visitors and as editors see it.
"""

import sys
from html import escape
from io import BytesIO

from PIL import Image
from tqdm import tqdm

from tests import chromium
from tests.quality.site import LANGUAGES, PAGES_AND_STYLES, ROOT, served

FOLDER = ROOT / "screenshots"
WIDTHS = {360: 800, 768: 1024, 1440: 900}  # width: height of the window, in pixels
THEMES = ["light", "dark"]
README = ROOT / "static" / "img" / "readme"
README_WINDOW, README_SIZE = {"width": 1280, "height": 960}, (1000, 750)
README_PAGES = {
    "home": ("en/", "light"),
    "film": ("en/films/cleo-de-5-a-7/", "light"),
    "films": ("en/films/?country=FR", "dark"),
    "charts": ("en/films/charts/", "light"),
    "admin-films": ("admin/catalogue/film/", "light"),
}
FORM_IN_README, FILM_IN_README = "admin-film", "cleo"  # the editors' form of the film that this finds
# What is loaded when it comes into view is loaded before the picture is taken.
SHOW_ALL = """async () => {
  const seen = [...document.images].filter(image => image.checkVisibility());
  for (const image of seen) image.loading = "eager";
  await Promise.all([document.fonts.ready, ...seen.map(image => image.decode())]);
}"""


def main(arguments):
    for_readme = arguments == ["--readme"]
    with served(*["--demonstration"] * for_readme) as site, chromium.running() as browser:
        page = site.visit(browser, locale="en-GB").new_page()
        make_those_of_readme(page) if for_readme else make_all(page)


def make_all(page):
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tqdm(
        total=len(PAGES_AND_STYLES) * len(LANGUAGES) * len(WIDTHS) * len(THEMES), unit="picture"
    ) as progress:
        for name, address in PAGES_AND_STYLES.items():
            for lang in LANGUAGES:
                page.goto(f"/{lang}/{address}")
                page.evaluate(SHOW_ALL)
                for picture, width, theme in variants(name, lang):
                    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
                    page.emulate_media(color_scheme=theme)
                    page.evaluate(SHOW_ALL)
                    page.screenshot(path=FOLDER / picture, full_page=True)
                    progress.update()
    (FOLDER / "index.html").write_text(contact_sheet())
    print(f"To see them all: {FOLDER / 'index.html'}")


def variants(name, lang):
    """The pictures of a page in one language, as (file, width, theme)."""
    return [(f"{name}-{lang}-{width}-{theme}.png", width, theme) for theme in THEMES for width in WIDTHS]


def contact_sheet():
    rows = [
        f"<h2>{escape(name)}</h2><p>"
        + "".join(
            f'<a href="{file}"><img src="{file}" alt="{file}" width="{width // 4}" loading="lazy"></a> '
            for lang in LANGUAGES
            for file, width, _theme in variants(name, lang)
        )
        for name in PAGES_AND_STYLES
    ]
    return '<!doctype html><html lang="en"><meta charset="utf-8"><title>Lanterne</title>' + "\n".join(rows)


def make_those_of_readme(page):
    page.set_viewport_size(README_WINDOW)
    page.goto("/en/")  # the browser keeps the typefaces from here on
    page.evaluate(SHOW_ALL)
    for name, (address, theme) in README_PAGES.items():
        page.emulate_media(color_scheme=theme)
        page.goto(f"/{address}")
        keep_for_readme(page, name)
    page.goto(f"/{README_PAGES['admin-films'][0]}?q={FILM_IN_README}")
    chromium.follow(page, "#result_list tbody a")
    keep_for_readme(page, FORM_IN_README)


def keep_for_readme(page, name):
    page.evaluate(SHOW_ALL)
    picture = Image.open(BytesIO(page.screenshot()))
    picture.convert("RGB").resize(README_SIZE, Image.Resampling.LANCZOS).save(
        README / f"{name}.webp", quality=78
    )


if __name__ == "__main__":
    main(sys.argv[1:])
