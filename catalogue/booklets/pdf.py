"""A booklet as PDF, by WeasyPrint (see `extra`). Nothing is read but what is this site's own, and that not by HTTP."""

import logging
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import Resolver404, resolve

from catalogue.posters.poster import draw
from catalogue.posters.subject import Film
from catalogue.publication.cards import cards

HERE = Path(__file__).parent
FACES = HERE / "fonts"
SHEETS = (Path(settings.BASE_DIR, "static/css/booklet.css"), HERE / "pdf.css")


def pdf_of(html, origin, progress=lambda step, number: None):
    """Return the booklet as PDF, tagged. `progress` is told the step, "pictures" or "pages", and how many are done."""
    import weasyprint
    from PIL import ImageFile

    # WeasyPrint turns it on for the whole process, which would then take broken uploads for whole ones.
    ImageFile.LOAD_TRUNCATED_IMAGES = False

    class Fetcher(weasyprint.urls.URLFetcher):
        seen = 0

        def fetch(self, url, headers=None):
            body, kind = _own(url, origin)
            if kind == "image/svg+xml":
                self.seen += 1
                progress("pictures", self.seen)
            return weasyprint.urls.URLFetcherResponse(url, body, {"Content-Type": kind})

    fetcher = Fetcher()
    faces = weasyprint.text.fonts.FontConfiguration()
    sheets = [
        weasyprint.CSS(filename=path, url_fetcher=fetcher, base_url=f"{origin}/", font_config=faces)
        for path in SHEETS
    ]
    document = weasyprint.HTML(string=html, base_url=f"{origin}/", url_fetcher=fetcher)
    with _pages_told(progress):
        return document.write_pdf(
            stylesheets=sheets, font_config=faces, pdf_variant="pdf/ua-1", optimize_images=False
        )


def _own(url, origin):
    """Return (content, type) of one of the site's own files; ValueError for any other."""
    if not url.startswith(f"{origin}/"):
        raise ValueError(f"{url} is not this site's own")
    path = unquote(urlsplit(url).path)
    if path.startswith("/faces/"):
        return (FACES / Path(path).name).read_bytes(), "font/ttf"
    if path.startswith(settings.MEDIA_URL):
        with default_storage.open(path.removeprefix(settings.MEDIA_URL)) as file:
            return file.read(), "image/png" if path.endswith(".png") else "image/jpeg"
    try:
        match = resolve(path)
    except Resolver404:
        match = None
    if match is None or match.url_name != "poster":
        raise ValueError(f"{path} is no picture")
    found = cards("film", [match.kwargs["pk"]])
    if not found:
        raise ValueError(f"{path} is the poster of no film")
    return draw(Film.from_card(found[0])).encode(), "image/svg+xml"


@contextmanager
def _pages_told(progress):
    """Tell how many pages are laid out, as WeasyPrint's log has it."""
    logger, pages = logging.getLogger("weasyprint.progress"), []

    class Pages(logging.Handler):
        def emit(self, record):
            if "Page" in record.msg and record.args:
                pages.append(record.args[0])
            if pages:
                progress("pages", max(pages))

    handler = Pages()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logging.getLogger("weasyprint").setLevel(
        logging.ERROR
    )  # it warns of each property that browsers alone know
    try:
        yield
    finally:
        logger.removeHandler(handler)
