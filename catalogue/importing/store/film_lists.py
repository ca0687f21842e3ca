"""A film's countries, original languages and versions."""

from catalogue.folding import fold
from catalogue.models import LanguageUse

from .rows import Item, RowList, merge_rows


def store_countries(delivery, film, countries):
    """Bring the codes of countries of production, in the page's order."""
    _store_codes(delivery, film, "countries", film.film_countries.all(), "country_id", countries)


def store_languages(delivery, film, languages):
    """Bring the codes of original languages, in the page's order."""
    _store_codes(delivery, film, "original languages", film.original_languages.all(), "language", languages)


def store_forms(delivery, film, forms):
    """Bring the codes of forms, which have an order of their own."""
    _store_codes(delivery, film, "forms", film.forms.all(), "form", forms, is_ordered=False)


def _store_codes(delivery, film, name, rows, column, codes, is_ordered=True):
    """Bring rows that are nothing but a code, which `column` holds."""
    rows = RowList(
        owner=film,
        name=name,
        rows=rows,
        root=lambda row: film,
        identity=(column,),
        fixed=("film", column.removesuffix("_id")),
        is_ordered=is_ordered,
    )
    items = [
        Item(code.value, code.line, lambda code=code.value: {"film": film, column: code}) for code in codes
    ]
    merge_rows(delivery, rows, items)


def store_versions(delivery, film, page):
    """Bring the versions of a film page. A version is known by its label, and by its place among those of its label."""
    rows = RowList(
        owner=film,
        name="versions",
        rows=film.versions.all(),
        root=lambda version: film,
        fixed=("film",),
        nested=lambda version: _uses(film, version),
    )
    merge_rows(delivery, rows, list(_versions(delivery, film, page)))


def _film_minutes(page):
    return page.running_time.value if page.running_time else None


def _versions(delivery, film, page):
    seen = {}
    for version in page.versions:
        label = fold(version.label.value)
        seen[label] = seen.get(label, 0) + 1
        differs = version.running_time and _film_minutes(page) != version.running_time.value
        yield Item(
            key=label if seen[label] == 1 else f"{label} {seen[label]}",
            line=version.label.line,
            columns=lambda: {"film": film},
            values={"label": version.label, "running_time": version.running_time if differs else None},
            is_alike=lambda row, label=label: fold(row.label) == label,
            fill=lambda row, page_version=version: _store_uses(
                delivery, film, row, page_version.spoken, page_version.subtitles
            ),
        )
    if page.subtitles and not page.versions:
        # Subtitles need a version to belong to: the only one, which has no name.
        yield Item(
            key="",
            line=page.subtitles[0].line,
            columns=lambda: {"film": film},
            is_alike=lambda row: not row.label,
            fill=lambda row: _store_uses(delivery, film, row, page.languages, page.subtitles),
        )


def _uses(film, version):
    return RowList(
        owner=version,
        name="languages",
        rows=version.language_uses.all(),
        root=lambda row: film,
        identity=("language", "use"),
        fixed=("version", "language", "use"),
    )


def _store_uses(delivery, film, version, spoken, subtitles):
    def columns(use, code):
        return {"version": version, "language": code, "use": use}

    use = LanguageUse.Use
    said = [(use.SPOKEN, code) for code in spoken] + [(use.SUBTITLES, code) for code in subtitles]
    items = [
        Item(f"{use} {code.value}", code.line, lambda use=use, code=code.value: columns(use, code))
        for use, code in said
    ]
    merge_rows(delivery, _uses(film, version), items)
