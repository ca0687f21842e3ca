"""The editors' tables, and the publication that visitors read."""

from .booklet import Booklet
from .company import Company, CompanyCredit, FormerName
from .editing import Editing
from .film import Film, FilmCountry, OriginalLanguage, OtherTitle, Still
from .form import FormOfFilm
from .highlight import FrontPage, Highlight
from .housekeeping import Turn
from .identifier import Identifier
from .identity import Identity
from .imports import ImportedFact
from .jobs import Job, Refusal
from .own_page import OwnPage
from .person import Credit, OutsideWork, Person, PersonCountry, PersonLink
from .publication import CatalogueState, OrderingBlock, Page, Posting, Rebuild, Task
from .publishable import FormerSlug
from .published_anyway import PublishedAnyway
from .readership import DailyViews, PopularFilms, Viewing
from .scheduled import Scheduled
from .selection import SelectedFilm, Selection
from .shared_draft import SharedDraft
from .snapshot import Snapshot
from .text import Text
from .unfinished import SavedForm, UnfinishedEntry
from .version import LanguageUse, Version
from .vocabulary import Country, Genre, Theme

__all__ = [
    "Booklet",
    "CatalogueState",
    "Company",
    "CompanyCredit",
    "Country",
    "Credit",
    "DailyViews",
    "Editing",
    "Film",
    "FilmCountry",
    "FormOfFilm",
    "FormerName",
    "FormerSlug",
    "FrontPage",
    "Genre",
    "Highlight",
    "Identifier",
    "Identity",
    "ImportedFact",
    "Job",
    "LanguageUse",
    "OrderingBlock",
    "OriginalLanguage",
    "OtherTitle",
    "OutsideWork",
    "OwnPage",
    "Page",
    "Person",
    "PersonCountry",
    "PersonLink",
    "PopularFilms",
    "Posting",
    "PublishedAnyway",
    "Rebuild",
    "Refusal",
    "SavedForm",
    "Scheduled",
    "SelectedFilm",
    "Selection",
    "SharedDraft",
    "Snapshot",
    "Still",
    "Task",
    "Text",
    "Theme",
    "Turn",
    "UnfinishedEntry",
    "Version",
    "Viewing",
]
