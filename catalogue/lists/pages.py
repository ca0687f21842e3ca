"""Which pages a list has, and which of them are worth a link."""

from django.utils.translation import gettext as _

PAGE_SIZE = 30


class Pager:
    """One page of `total` items. A page beyond the last is the last, with a notice."""

    def __init__(self, total, asked, address):
        self.total, self.address = total, address
        self.pages = max(1, -(-total // PAGE_SIZE))
        self.page = min(max(1, asked), self.pages)
        self.first = (self.page - 1) * PAGE_SIZE
        self.notices = []
        if asked > self.pages:
            self.notices.append(_("There is no page %(number)s: this is the last.") % {"number": asked})

    @property
    def page_links(self):
        """(number, address) of the pages worth a link, (None, None) for a gap, the present page without address."""
        near = {1, self.pages, *range(self.page - 2, self.page + 3)}
        links, previous = [], 0
        for number in sorted(number for number in near if 1 <= number <= self.pages):
            if number > previous + 1:
                links.append((None, None))
            links.append((number, None if number == self.page else self.address.page(number).url))
            previous = number
        return links

    @property
    def previous_url(self):
        return self.address.page(self.page - 1).url if self.page > 1 else None

    @property
    def next_url(self):
        return self.address.page(self.page + 1).url if self.page < self.pages else None
