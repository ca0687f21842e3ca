"""The page of a film's shooting secrets, into the catalogue."""

from catalogue.folding import fold
from catalogue.importing.records import Found, body
from catalogue.models import Person, Text
from catalogue.reference.roles import Role

from .credits import store_credits
from .finding import named_film, person_called
from .ledger import source_name
from .popular_films import store_popular_films
from .rows import Item, RowList, key_of, merge_rows
from .texts import PageText, store_texts

LAYOUT = "shooting_secrets"


def source_of(page):
    return source_name(LAYOUT, page.film_title.value)


def store(delivery, page):
    """Bring a page of shooting secrets; return what it is about, its row, and whether the film is new."""
    directors = {key_of(name.value): name for biography in page.biographies for name in biography.names}
    film, is_new = named_film(delivery, page.film_title, directors=directors.values(), is_subject=True)
    store_credits(delivery, film, Role.DIRECTOR, directors.values())
    for name in directors.values():
        _store_biography(delivery, film, name, [b for b in page.biographies if _is_of(b, name)])
    for pk in delivery.ledger.no_longer("person"):
        for person in Person.objects.filter(pk=pk):
            delivery.merge(person, biography_fr=None)
            _store_works(delivery, person, ())
    store_texts(delivery, film, _texts(page))
    store_popular_films(delivery, page.popular)
    return film, is_new


def _is_of(biography, name):
    return key_of(name.value) in {key_of(other.value) for other in biography.names}


def _store_biography(delivery, film, name, biographies):
    """Bring what the page says about a director: the text, and the works it names that are not this film."""
    known = delivery.ledger.known("person", name=name.value)
    person = Person.objects.filter(pk__in=known).first() or person_called(delivery, name, film)
    delivery.bring(person, name=name)
    paragraphs = [paragraph for biography in biographies for paragraph in biography.paragraphs]
    text = Found(body(paragraphs), paragraphs[0].line) if paragraphs else None
    delivery.merge(person, biography_fr=text)
    works = [work for biography in biographies for work in biography.works]
    _store_works(delivery, person, [work for work in works if fold(work.title.value) != film.folded_title])


def _store_works(delivery, person, works):
    rows = RowList(
        owner=person,
        name="works",
        rows=person.outside_works.all(),
        root=lambda work: person,
        fixed=("person",),
    )
    merge_rows(delivery, rows, [_work(person, work) for work in works])


def _work(person, work):
    title = key_of(work.title.value)
    return Item(
        key=f"{title} {work.kind}",
        line=work.title.line,
        columns=lambda: {"person": person},
        values={"title": work.title, "year": work.year, "kind": work.kind},
        is_alike=lambda row: key_of(row.title) == title and row.kind == work.kind,
    )


def _texts(page):
    """Yield the page's texts; a biography of nobody in particular is kept under its heading, as a secret."""
    seen = {}
    nameless = [b for b in page.biographies if not b.names and b.paragraphs]
    texts = [(b.heading, Text.Kind.SHOOTING_SECRET, b.paragraphs, None, None) for b in nameless]
    texts += [(t.heading, t.kind, t.paragraphs, t.author, t.quality) for t in page.texts if t.paragraphs]
    for heading, kind, paragraphs, author, quality in texts:
        key = f"{kind} {key_of(heading.value)}"
        seen[key] = seen.get(key, 0) + 1
        place = f" {seen[key]}" if seen[key] > 1 else ""
        yield PageText(f"{key}{place}", kind, paragraphs, heading, author, quality)
