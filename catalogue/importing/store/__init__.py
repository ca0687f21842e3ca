"""Third stage of an import: a record becomes rows of the editors' tables, and pages of the site.

`store` knows no file and no text. One module a layout says what becomes of its facts; `delivery` and `rows` write
them as `catalogue.importing.merging` decides, `ledger` remembers what each source brought.
"""

from django.db import DatabaseError, transaction
from django.utils import translation

from catalogue.importing.outcome import Outcome, Status, StoreError
from catalogue.importing.records import CompanyCataloguePage, FilmPage, ShootingSecretsPage
from catalogue.models import Film
from catalogue.publication.publish import locked_state

from . import company_catalogue, film_page, shooting_secrets
from .delivery import Delivery
from .finding import quoted

LAYOUTS = {
    CompanyCataloguePage: company_catalogue,
    FilmPage: film_page,
    ShootingSecretsPage: shooting_secrets,
}


def store(record, draft=False, dry=False, text="", user=None, language="en"):
    """Store a page and publish what it changed, unless `draft`; all of it or nothing. Raises StoreError.

    With `dry` the outcome is returned and nothing is written. `text` is that of a page which somebody, the `user`,
    has pasted: it is kept. Messages are in a `language`.
    """
    layout = LAYOUTS[type(record)]
    try:
        with translation.override(language), transaction.atomic():
            locked_state()  # of two imports at once the second sees what the first brought
            delivery = Delivery(layout.source_of(record))
            entity, is_new = layout.store(delivery, record)
            if text:
                delivery.ledger.bring_page(text)
            delivery.finish(draft, user)
            subject = _called(entity)
            transaction.set_rollback(dry)
    except DatabaseError as error:
        raise StoreError(None, "database", str(error).splitlines()[0]) from error
    status = Status.UNCHANGED
    if delivery.has_changed_something:
        status = Status.CREATED if is_new else Status.UPDATED
    return Outcome(status, subject, tuple(delivery.messages), entity)


def _called(entity):
    return quoted(entity) if isinstance(entity, Film) else f'company "{entity.name}"'
