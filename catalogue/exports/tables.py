"""Films as a table: CSV, XLSX and JSON, one row a film. All but XLSX are sent while they are made.

Spreadsheets take a text that begins with "=" or the like for a formula, which a title could smuggle in: in CSV such
texts get an apostrophe in front (OWASP, "CSV Injection"), in XLSX every text is marked as one.
"""

import csv
import json
import tempfile
from io import StringIO

import xlsxwriter

from .columns import column_names, columns

SEPARATOR = "; "  # between several values in one cell
FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
LONGEST_CELL = 32_767  # letters that a cell of XLSX takes
WIDTHS = {"address": 40, "title": 36, "original_title": 30, "directors": 28, "summary": 60}


def as_csv(films):
    """Yield the pieces of a CSV file: RFC 4180, UTF-8 with a byte order mark, by which Excel knows it."""
    yield "\ufeff" + _lines([column_names()])
    for batch in _batches(films):
        yield _lines([list(map(_harmless, row)) for row in batch])


def as_json(films):
    """Yield the pieces of a JSON file: an object that describes the list, and its films, several values as arrays."""
    names = column_names()
    about = {
        "title": films.title,
        "address": films.address,
        "language": films.reader.language,
        "total": len(films.ids),
        "published": films.published.isoformat() if films.published else None,
    }
    yield json.dumps(about, ensure_ascii=False, indent=1)[:-2] + ',\n "films": ['
    between = "\n"
    for batch in _batches(films):
        rows = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in batch]
        if rows:
            yield between + ",\n".join(rows)
            between = ",\n"
    yield "\n]}\n"


def as_xlsx(films):
    """Return an XLSX file, open at its beginning, that is on the disk until it is closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    book.set_properties({"title": films.title, "comments": films.address, "created": films.published})
    sheet = book.add_worksheet("films")
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for place, name in enumerate(column_names()):
        sheet.set_column(place, place, WIDTHS.get(name, 16))
        sheet.write_string(0, place, name, bold)
    number = 0
    for batch in _batches(films):
        for row in batch:
            number += 1
            for place, value in enumerate(map(_flat, row)):
                if isinstance(value, int):
                    sheet.write_number(number, place, value)
                elif value:
                    sheet.write_string(number, place, value[:LONGEST_CELL])
    book.close()
    file.seek(0)
    return file


def _batches(films):
    """Yield lists of rows: what all columns say of each film."""
    parts, reader = [some.values for some in columns()], films.reader
    for batch in films.batches():
        yield [[value for values in parts for value in values(film, reader)] for film in batch]


def _flat(value):
    return SEPARATOR.join(value) if type(value) is list else value


def _harmless(value):
    """Return a value as a cell of CSV has it."""
    if type(value) is list:
        value = SEPARATOR.join(value)
    return f"'{value}" if type(value) is str and value[:1] in FORMULA else value


def _lines(rows):
    file = StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()
