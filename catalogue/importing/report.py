"""One page from its file to the catalogue, and the lines that report it."""

from dataclasses import dataclass

from .outcome import Status, StoreError
from .parsing import parse
from .read import pages, read
from .records import PageError, ReadError
from .store import store


@dataclass(frozen=True)
class PageReport:
    """What became of a page: `lines` for who reads the report, `errors` for who must act."""

    status: Status
    lines: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


def files_in(paths):
    """Return the pages to import, and the reports of the paths where there is none."""
    there, missing = [], []
    for path in paths:
        try:
            pages([path])
        except (ReadError, OSError) as error:
            problem = str(error).removeprefix(f"{path}: ")
            missing.append(PageReport(Status.FAILED, (f"failed {path}",), (f"{path}: error: {problem}",)))
        else:
            there.append(path)
    return pages(there), missing


def import_page(path, draft=False, dry=False):
    """Import a page, completely or not at all, and report the result. No fault of a page raises an exception.

    With `dry` the result is reported and nothing is written.
    """
    try:
        record = parse(read(path))
        outcome = store(record, draft, dry)
    except (PageError, StoreError) as error:
        return _failure(path, *((each.line, str(each)) for each in error.errors))
    except Exception as error:  # a fault of the program: it is reported, and the other pages are imported
        return _failure(path, (None, f"unexpected {type(error).__name__}: {error}"))
    messages = [(warning.line, warning.message) for warning in record.warnings]
    messages += [(message.line, message.text) for message in outcome.messages]
    warnings = [f"{_place(path, line)}: warning: {text}" for line, text in messages]
    return PageReport(outcome.status, (f"{outcome.status} {path}: {outcome.subject}", *warnings))


def summary(counts):
    """Return the last line of a report: how many pages there are of each status."""
    total = counts.total()
    parts = ", ".join(f"{counts[status]} {status}" for status in Status)
    return f"{total} page{'' if total == 1 else 's'}: {parts}"


def _failure(path, *faults):
    """Return the report of a page that is refused; `faults` are (line, text), each on a line of its own."""
    errors = [f"{_place(path, line)}: error: {text.removeprefix(f'line {line}: ')}" for line, text in faults]
    return PageReport(Status.FAILED, (f"failed {path}",), tuple(errors))


def _place(path, line):
    return f"{path}:{line}" if line else str(path)
