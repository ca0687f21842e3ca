"""Third stage of an import: a record becomes rows of the editors' tables, and pages of the site.

`store` knows no file and no text. One module a layout says what becomes of its facts; `delivery` and `rows` write
them as `catalogue.importing.merging` decides, `ledger` remembers what each source brought.
"""

from django.db import DatabaseError, transaction
from django.utils import translation

from catalogue.importing.outcome import Outcome, Status, StoreError
from catalogue.importing.records import CompanyCataloguePage, FilmPage, ShootingSecretsPage
from catalogue.publication.publish import locked_state

from . import company_catalogue, film_page, shooting_secrets
from .delivery import Delivery

LAYOUTS = {
    CompanyCataloguePage: company_catalogue,
    FilmPage: film_page,
    ShootingSecretsPage: shooting_secrets,
}


def store(record, draft=False, dry=False):
    """Store a page and publish what it changed, unless `draft`; all of it or nothing. Raises StoreError.

    With `dry` the outcome is returned and nothing is written.
    """
    layout = LAYOUTS[type(record)]
    try:
        with translation.override("en"), transaction.atomic():
            locked_state()  # of two imports at once the second sees what the first brought
            delivery = Delivery(layout.source_of(record))
            subject, is_new = layout.store(delivery, record)
            delivery.finish(draft)
            transaction.set_rollback(dry)
    except DatabaseError as error:
        raise StoreError(None, "database", str(error).splitlines()[0]) from error
    status = Status.UNCHANGED
    if delivery.has_changed_something:
        status = Status.CREATED if is_new else Status.UPDATED
    return Outcome(status, subject, tuple(delivery.messages))
