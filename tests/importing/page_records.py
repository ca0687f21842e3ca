"""Records of small pages, as parsers would give them: what a test does not say, the page does not have."""

from catalogue.importing.records import (
    Acronym,
    Availability,
    Biography,
    CatalogueFilm,
    CompanyCataloguePage,
    FilmList,
    FilmPage,
    Found,
    GuestText,
    OutsideWork,
    PageVersion,
    PopularFilm,
    PopularList,
    ShootingSecretsPage,
    TextSection,
)

LINE = 7


def found(value):
    return None if value is None else Found(value, LINE)


def all_found(values):
    return tuple(Found(value, LINE) for value in values)


def film_page(
    title="Users",
    year=2021,
    *,
    cover_text=None,
    presentation=(),
    supports=(),
    available=None,
    directors=(),
    cast=(),
    guest_texts=(),
    versions=(),
    countries=(),
    forms=(),
    genres=(),
    running_time=None,
    producers=(),
    languages=(),
    subtitles=(),
    short_summary=None,
):
    """`guest_texts` are (paragraphs, author, quality), `versions` (label, minutes, spoken, subtitles)."""
    words = "Produit disponible" if available else "Produit indisponible"
    return FilmPage(
        title=found(title),
        cover_text=found(cover_text),
        presentation=all_found(presentation),
        supports=all_found(supports),
        availability=None if available is None else Availability(available, found(words)),
        directors=all_found(directors),
        cast=all_found(cast),
        guest_texts=tuple(GuestText(all_found(p), found(author), found(q)) for p, author, q in guest_texts),
        versions=tuple(
            PageVersion(found(label), found(minutes), all_found(spoken), all_found(written))
            for label, minutes, spoken, written in versions
        ),
        year=found(year),
        countries=all_found(countries),
        forms=all_found(forms),
        genres=all_found(genres),
        running_time=found(running_time),
        producers=all_found(producers),
        languages=all_found(languages),
        subtitles=all_found(subtitles),
        short_summary=found(short_summary),
    )


def secrets_page(title="Norilsk", *, biographies=(), texts=(), popular=None, days=30):
    """`biographies` are (names, paragraphs, works), works (title, kind); `texts` (kind, heading, paragraphs);
    `popular` (title, year).
    """
    return ShootingSecretsPage(
        film_title=found(title),
        biographies=tuple(
            Biography(
                found("Le réalisateur"),
                all_found(names),
                all_found(paragraphs),
                tuple(OutsideWork(found(work), kind) for work, kind in works),
            )
            for names, paragraphs, works in biographies
        ),
        texts=tuple(TextSection(found(heading), kind, all_found(p)) for kind, heading, p in texts),
        popular=None
        if popular is None
        else PopularList(
            found(f"Les films les plus populaires des {days} derniers jours"),
            days,
            tuple(PopularFilm(found(film), found(year)) for film, year in popular),
        ),
    )


def company_page(
    name="ISKRA",
    *,
    full_name=None,
    meaning=None,
    language=None,
    declared_films=None,
    predecessor=None,
    about=(),
    films=(),
    roles=("producer",),
    lists=(),
):
    """`films` are (title, supports, synopsis paragraphs), `predecessor` (name, full name).

    `roles` are those of the list that holds the films; `lists` (roles, films) are there where a page has several.
    """
    acronym = Acronym(found(name), found(full_name), found(meaning), found(language))
    return CompanyCataloguePage(
        name=found(name),
        acronym=acronym if full_name or meaning else None,
        declared_films=found(declared_films),
        predecessor=Acronym(found(predecessor[0]), found(predecessor[1]), None, None)
        if predecessor
        else None,
        about=all_found(about),
        lists=tuple(_film_list(name, *each) for each in (lists or [(roles, films)]) if each[1]),
    )


def _film_list(name, roles, films):
    listed = tuple(CatalogueFilm(found(t), all_found(s), all_found(synopsis)) for t, s, synopsis in films)
    return FilmList(found(f"Films de {name}"), tuple(roles), found(len(listed)), listed)
