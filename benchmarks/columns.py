"""The columns of the editors' tables that an invented catalogue fills; the others have their defaults."""

from catalogue.models import (
    Company,
    CompanyCredit,
    Credit,
    DailyViews,
    Film,
    FilmCountry,
    FormOfFilm,
    Genre,
    LanguageUse,
    OriginalLanguage,
    Person,
    Text,
    Theme,
    Version,
)
from distributors.models import Distributor, Offer

COLUMNS = {
    Genre: ["id", "slug", "name_fr", "name_en"],
    Theme: ["id", "slug", "name_fr", "name_en"],
    Company: ["id", "name", "slug", "country_id", "about_fr", "published_at", "has_changes"],
    Distributor: ["id", "company_id", "contact_email"],
    Person: ["id", "name", "slug", "gender", "birth_year", "biography_fr", "published_at", "has_changes"],
    Film: [
        *["id", "title", "slug", "year", "running_time", "colour", "sound", "short_summary_fr"],
        *["short_summary_en", "synopsis_fr", "synopsis_en", "published_at", "has_changes"],
    ],
    FilmCountry: ["film_id", "country_id", "position"],
    FormOfFilm: ["film_id", "form"],
    OriginalLanguage: ["film_id", "language", "position"],
    Film.genres.through: ["film_id", "genre_id"],
    Film.themes.through: ["film_id", "theme_id"],
    Credit: ["film_id", "person_id", "role", "position"],
    CompanyCredit: ["film_id", "company_id", "role", "position"],
    Version: ["id", "film_id", "position"],
    LanguageUse: ["version_id", "language", "use", "position"],
    Offer: ["film_id", "distributor_id", "support", "use", "first_day", "last_day", "price", "availability"],
    Text: [
        *["film_id", "text_kind", "heading", "slug", "body", "author_id", "author_name", "language"],
        *["published_at", "has_changes"],
    ],
    DailyViews: ["film_id", "day", "count"],
}
