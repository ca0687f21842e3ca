"""The pages of a list, and the ids on the one that is read."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

PAGE_SIZE = 30


@dataclass(frozen=True)
class Ordered:
    """Ids in an order of the publication, read a slice at a time. Of several bitmaps the first comes first."""

    postings: object
    bitmaps: list
    ordering: str
    backwards: bool = False

    def __len__(self):
        return sum(map(len, self.bitmaps))

    def __getitem__(self, part):
        first, count, ids = part.start, part.stop - part.start, []
        for bitmap in self.bitmaps:
            if first < len(bitmap) and len(ids) < count:
                ids += self.postings.page(bitmap, self.ordering, first, count - len(ids), self.backwards)
            first = max(0, first - len(bitmap))
        return ids

    def place(self, pk):
        """Return the place of one of the ids (0 is the first); None where it stands nowhere."""
        before = 0
        for bitmap in self.bitmaps:
            if pk in bitmap:
                place = self.postings.place(bitmap, self.ordering, pk, self.backwards)
                return None if place is None else before + place
            before += len(bitmap)
        return None


class Pages:
    """The pages of some items, and the one that is asked for. A page beyond the last is the last, with a notice."""

    def __init__(self, items, asked, address, size=PAGE_SIZE):
        self.address, self.paginator = address, Paginator(items, size)
        self.page = self.paginator.get_page(asked)
        self.number, self.last, self.items = self.page.number, self.paginator.num_pages, self.page.object_list
        self.notices = []
        if asked > self.last:
            self.notices.append(_("There is no page %(number)s: this is the last.") % {"number": asked})

    @property
    def links(self):
        """(number, address) of the pages worth a link, (None, None) for a gap, the present page without address."""
        numbers = self.paginator.get_elided_page_range(self.number, on_each_side=2, on_ends=1)
        return [
            (None, None) if number == Paginator.ELLIPSIS else (number, self._url(number))
            for number in numbers
        ]

    @property
    def previous_url(self):
        return self._url(self.number - 1) if self.page.has_previous() else None

    @property
    def next_url(self):
        return self._url(self.number + 1) if self.page.has_next() else None

    def _url(self, number):
        return None if number == self.number else self.address.page(number).url
