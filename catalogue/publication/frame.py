"""The frame of every page: what it shows beside its own content, such as the name of the site.

A worker keeps it in memory. The number by which it last changed is read by every request with the state of the
publication; the rows are read again only when that number is another.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from catalogue import accents
from catalogue.addresses import address
from catalogue.models import CatalogueState, Identity, OwnPage, Page
from catalogue.pictures.addresses import rendition, widths

from .documents.parts import in_both, picture

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
SMALL = 640  # pixels: as wide as a logo or a mark is shown, on a fine screen
NO_PICTURE = {"light": None, "dark": None}
# What can be said of any catalogue.
MOTTO = gettext_noop("Films to discover, the people and companies who make them, and how to see them.")
LETTERHEAD = gettext_noop("A catalogue of films")


@dataclass(frozen=True)
class Frame:
    """What all pages share.

    Texts are {"fr", "en"}; pictures are {"light", "dark"}, each as `sign` returns it or None.
    """

    number: int = 0  # the publication that last changed it
    own_name: str = ""
    own_motto: dict = field(default_factory=dict)
    own_letterhead: dict = field(default_factory=dict)
    logo: dict = field(default_factory=lambda: NO_PICTURE)
    mark: dict = field(default_factory=lambda: NO_PICTURE)
    accent: str = ""  # "#8b1a1a"; empty where the site has the colours of tokens.css
    postal_address: str = ""
    email: str = ""
    telephone: str = ""
    social: tuple = ()  # (name of the network, address)
    languages: tuple = LANGUAGES  # that are offered, in their order
    films_a_page: int = 30
    pages: tuple = ()  # cards of the pages of the site's own that are linked to, in their order
    front_blocks: tuple = ()  # names of blocks of the front page, in their order; none for all of them
    is_demonstration: bool = False

    @property
    def name(self):
        """What the site is called; what it is, in the reader's language, as long as it has no name."""
        return self.own_name or _("Film catalogue")

    @cached_property
    def motto(self):
        return _either(self.own_motto, MOTTO)

    @cached_property
    def letterhead(self):
        return _either(self.own_letterhead, LETTERHEAD)

    @cached_property
    def theme_url(self):
        """The address of the style sheet that brings the accent; None where there is none."""
        return address("theme", accents.digest(self.accent)) if self.accent else None

    def icon_url(self, size):
        """The address of the mark as an icon; None where the site has no mark of its own."""
        mark = self.mark["light"]
        return mark and address("site-icon", size, PurePath(mark["src"]).stem)

    def seen_in(self, theme):
        """This Frame with the pictures of one theme alone, "light" or "dark"."""
        only = {
            name: {"light": pair[theme] or pair["light"], "dark": None}
            for name, pair in (("logo", self.logo), ("mark", self.mark))
        }
        return replace(self, **only)

    @property
    def menu(self):
        """The pages that the menu links to; the footer links to all of them."""
        return [page for page in self.pages if page["place"] == OwnPage.Place.MENU]

    @property
    def has_contact(self):
        return bool(self.postal_address or self.email or self.telephone)


_last = Frame()  # that this process has read
_instead = ContextVar("the frame to show instead", default=None)


def site():
    """Return the Frame, as it was when this process last read the state of the publication."""
    return _instead.get() or _last


def take_up(number):
    """Read the frame anew where it has changed: `number` is the one that the state tells. Three queries, or none."""
    global _last
    if _last.number != number:
        _last = _read(number)


@contextmanager
def shown(frame):
    """Within this, `site` returns another Frame, such as one that is not saved."""
    token = _instead.set(frame)
    try:
        yield
    finally:
        _instead.reset(token)


def sign(file):
    """Return a logo or mark as templates show it, with the address of a small rendition; None where there is none."""
    found = picture(file, "")
    if not found:
        return None
    return found | {"small": rendition(found["src"], widths(found["width"], SMALL)[-1], ".webp")}


def frame_of(identity, number=0, sign=sign):
    """Return the Frame of an Identity, all else as it is now; `sign` makes what templates show of a logo or mark."""

    def pair(name):
        light, dark = (sign(getattr(identity, one)) for one in (name, f"{name}_dark"))
        return {"light": light or dark, "dark": dark if light else None}

    return replace(
        site(),
        number=number,
        own_name=identity.name,
        own_motto=in_both(identity, "motto"),
        own_letterhead=in_both(identity, "letterhead"),
        logo=pair("logo"),
        mark=pair("mark"),
        accent=identity.accent,
        postal_address=identity.postal_address,
        email=identity.email,
        telephone=identity.telephone,
        social=tuple(identity.social_addresses()),
        languages=tuple(identity.languages.split()),
        films_a_page=identity.films_a_page,
        front_blocks=tuple(identity.front_blocks),
    )


def _read(number):
    if not number:
        return Frame()
    identity = Identity.objects.first()
    frame = frame_of(identity, number) if identity else Frame(number=number)
    is_demonstration = CatalogueState.objects.filter(demonstration=True).exists()
    return replace(frame, pages=_linked_pages(), is_demonstration=is_demonstration)


def _linked_pages():
    cards = Page.objects.current().filter(kind=OwnPage.kind).values_list("card", flat=True)
    linked = (card for card in cards if card.get("place", OwnPage.Place.NOWHERE) != OwnPage.Place.NOWHERE)
    return tuple(sorted(linked, key=lambda card: (card.get("position", 0), card["id"])))


def _either(texts, message):
    if any(texts.values()):
        return texts
    return {code: _in(code, message) for code in LANGUAGES}


def _in(code, message):
    with override(code):
        return _(message)
