"""What a source page says of a film's supports, as offers: one for each support, and nothing that it does not say."""

from catalogue.importing.records import Found
from catalogue.importing.store.rows import Item, RowList, merge_rows

from .models import Distributor, Offer


def store_supports(delivery, film, supports, holder, is_available):
    """Bring a film's supports. An offer that is here for whatever use is one of its support and distributor."""
    profile = _profile(delivery, holder) if holder and supports else None
    rows = RowList(
        owner=film,
        name="supports",
        rows=film.offers.all(),
        root=lambda offer: film,
        identity=("support", "distributor"),
        fixed=("film", "support", "distributor"),
        is_ordered=False,
    )
    said = None
    if is_available:
        state = Offer.Availability.AVAILABLE if is_available.value else Offer.Availability.UNAVAILABLE
        said = Found(state.value, is_available.line)
    items = [
        Item(
            f"{support.value} {holder.folded_name}" if holder else support.value,
            support.line,
            lambda support=support.value: {"film": film, "support": support, "distributor": profile},
            {"availability": said},
        )
        for support in supports
    ]
    merge_rows(delivery, rows, items)


def _profile(delivery, company):
    profile, is_new = Distributor.objects.get_or_create(company=company)
    if is_new:
        delivery.touch(company)
    return profile
