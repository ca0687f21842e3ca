"""What a poster says of a film, from its card."""

from dataclasses import dataclass

from .chance import Chance
from .sheet import WIDTH

MOST_COUNTRIES = 3
ANOTHER = 351  # of the steps tried, one whose first six drawings of a film have six families and six palettes


@dataclass(frozen=True)
class Film:
    id: int
    title: str
    language: str  # of the title, or ""
    directors: tuple
    year: int | None
    countries: tuple
    window: int = 0  # height of the place for a picture that lies flat, on a sheet 600 wide
    style: str = ""  # "sober", or "" for one of the drawn families
    variant: int = 0  # another drawing of the same film

    @classmethod
    def from_card(cls, card, directors=None):
        """Read a card, or a document beside its directors.

        A poster is the same on French and English pages: countries are in English under an English title, else in
        French.
        """
        language = card.get("title_language") or ""
        shown = "en" if language == "en" else "fr"
        return cls(
            id=card["id"],
            title=" ".join(card["title"].split()) or "·",
            language=language,
            directors=tuple(
                person["name"] for person in (card["directors"] if directors is None else directors)
            ),
            year=card.get("year"),
            countries=tuple(
                country["name"].get(shown) or country["name"].get("fr") or country["code"]
                for country in card.get("countries") or ()
            ),
            window=_window(card.get("cover")),
            style=card.get("poster_style", ""),  # cards of before have neither
            variant=card.get("poster_variant", 0),
        )

    @property
    def seed(self):
        """The number that all choices of a drawing follow from."""
        return self.id + ANOTHER * self.variant

    @property
    def chance(self):
        return Chance(f"{self.seed}")

    @property
    def words(self):
        return self.title.split()

    @property
    def names(self):
        return ", ".join(self.directors)

    @property
    def origin(self):
        """ "France, Suisse 1974"; no more countries than a line holds."""
        countries = ", ".join(self.countries[:MOST_COUNTRIES]) + (
            " …" if len(self.countries) > MOST_COUNTRIES else ""
        )
        return " ".join(part for part in (countries, str(self.year or "")) if part)

    @property
    def sentence(self):
        """All of it in a row, for those who cannot see the poster."""
        return ", ".join(part for part in (self.title, self.names, self.origin) if part)


def _window(cover):
    """Return the height at which a flat cover fills the sheet's width; 0 for a cover that stands upright."""
    if not cover or cover["height"] >= cover["width"]:
        return 0
    return round(WIDTH * cover["height"] / cover["width"])
