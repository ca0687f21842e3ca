"""The errors of a page, gathered while it is read to its end. No Django."""

from contextlib import contextmanager

from catalogue.importing.records import FaultyPageError, ParseError


class Errors:
    """What is wrong with one page so far. What could not be read is left out of a record that nobody will get."""

    def __init__(self):
        self._found = []

    @contextmanager
    def gathered(self):
        """Keep the ParseError that ends this block, and go on after it."""
        try:
            yield
        except ParseError as error:
            self._found.append(error)

    def value(self, reader, *arguments, **options):
        """Return what a reader of values makes of its arguments; None where it raises a ParseError, which is kept."""
        with self.gathered():
            return reader(*arguments, **options)
        return None

    def raise_any(self):
        if self._found:
            raise FaultyPageError(self._found)
