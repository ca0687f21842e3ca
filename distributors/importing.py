"""What a source page says of a film's supports, as offers: one home offer for each support."""

from catalogue.importing.store.rows import Item, RowList, merge_rows

from .models import Distributor, Offer


def store_supports(delivery, film, supports, company, suspended):
    """Bring a film's supports; who offers them, where it is known, becomes a distributor."""

    def columns(support):
        profile = _profile(delivery, company) if company else None
        return {"film": film, "support": support, "use": Offer.Use.HOME, "distributor": profile}

    rows = RowList(
        owner=film,
        name="supports",
        rows=film.offers.all(),
        root=lambda offer: film,
        identity=("support", "use", "distributor"),
        fixed=("film", "support", "use", "distributor"),
        is_ordered=False,
    )
    items = [
        Item(
            support.value,
            support.line,
            lambda support=support.value: columns(support),
            {"suspended": suspended},
        )
        for support in supports
    ]
    merge_rows(delivery, rows, items)


def _profile(delivery, company):
    profile, is_new = Distributor.objects.get_or_create(company=company)
    if is_new:
        delivery.touch(company)
    return profile
