"""Second stage of an import: the text of a page becomes a frozen record. No Django, no file, no database."""

from catalogue.importing.parsing import company_catalogue, film_page, shooting_secrets
from catalogue.importing.parsing.errors import Errors
from catalogue.importing.parsing.lines import lines_of
from catalogue.importing.records import PageRecord, ParseError

# Every module here has a NAME, its MARKS (what its kind is recognised by, by name) and `parse(lines, source, errors)`.
KINDS = (shooting_secrets, film_page, company_catalogue)


def parse(source) -> PageRecord:
    """Return the record of a page, whose kind is recognised by its content. Raises FaultyPageError with all faults."""
    errors = Errors()
    record = errors.value(_record, source, errors)
    errors.raise_any()
    return record


def _record(source, errors):
    lines = lines_of(source)
    if not lines:
        raise ParseError(1, "Page", "", "a page that says something")
    kind = max(KINDS, key=lambda module: len(marks_on(lines, module)))
    if not marks_on(lines, kind):
        looked_for = "; ".join(f"{module.NAME}: {', '.join(module.MARKS)}" for module in KINDS)
        raise ParseError(
            lines[0].number, "Layout", lines[0].text, f"one of these kinds of page ({looked_for})"
        )
    return kind.parse(lines, source, errors)


def marks_on(lines, kind):
    """Return the names of the marks of a kind of page that these lines bear."""
    return [name for name, is_mark in kind.MARKS.items() if any(is_mark(line) for line in lines)]
