"""The films of a list that came into the catalogue last, as an Atom feed."""

from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.publication.credits import directors

from .columns import names, people_named, summary

ENTRIES = 30
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])  # what no XML may hold


def newest(ids, postings):
    """Return the ids of a list's films that came into the catalogue last, the latest first."""
    return postings.page(ids, "newest", 0, ENTRIES)


def as_atom(films, feed_url, site):
    """Return the feed of films, the newest first, in the reader's language; `site` signs what nobody directed.

    An entry has the same id for ever, and its date is that on which its film came into the catalogue: what is corrected
    later is no news.
    """
    reader = films.reader
    with override(reader.language):
        subtitle = _("The latest films in the catalogue")
        feed = _Feed(
            films.title,
            films.address,
            None,
            reader.language,
            subtitle=subtitle,
            feed_url=feed_url,
            author_name=site,
        )
        for batch in films.batches():
            for film in batch:
                feed.add_item(**_entry(film, reader))
    return feed.writeString("utf-8")


def _entry(film, reader):
    date = datetime.fromisoformat(film["published_at"])
    facts = [
        *names(film["countries"], reader),
        film["year"],
        film["running_time"] and f"{film['running_time']}\u00a0min",
    ]
    told = [", ".join(str(fact) for fact in facts if fact), summary(film, reader)[0]]
    return {
        "title": f"{film['title']} ({film['year']})" if film["year"] else film["title"],
        "link": reader.address(film),
        "description": "".join(f"<p>{escape(text)}</p>" for text in told if text),
        "unique_id": reader.tag(f"film:{film['id']}"),
        "pubdate": date,
        "updateddate": date,
        "authors": people_named(directors(film)),
    }


class _Feed(Atom1Feed):
    """Entries of several authors, no sign that XML refuses, and a date that does not change with each reading."""

    def add_item_elements(self, handler, item):
        cleaned = {
            key: value.translate(CONTROLS) if isinstance(value, str) else value for key, value in item.items()
        }
        super().add_item_elements(handler, cleaned)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name.translate(CONTROLS))
            handler.endElement("author")

    def latest_post_date(self):
        return super().latest_post_date() if self.items else EPOCH
