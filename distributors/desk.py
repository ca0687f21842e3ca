"""What ends soon: on the editors' first page, and the filter of the list that it leads to."""

from datetime import timedelta

from django.contrib import admin
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from catalogue.admin import desk
from catalogue.dates import fdate

from .models import Offer

DAYS = 30


def ends_soon(offers):
    today = localdate()
    return offers.filter(last_day__range=(today, today + timedelta(days=DAYS)))


class EndsFilter(admin.SimpleListFilter):
    title = _("end")
    parameter_name = "ends"

    def lookups(self, request, model_admin):
        return [("soon", _("Within 30 days")), ("ended", _("Ended"))]

    def queryset(self, request, queryset):
        match self.value():
            case "soon":
                return ends_soon(queryset)
            case "ended":
                return queryset.filter(last_day__lt=localdate())
        return queryset


def rows(request):
    offers = ends_soon(Offer.objects).select_related("film").order_by("last_day", "pk")[: desk.SHOWN]
    return [
        desk.Row(str(offer.film), desk.address(offer), str(offer), _("until %s") % fdate(offer.last_day))
        for offer in offers
    ]


desk.register(
    desk.Block(
        "ends",
        _("Ends within 30 days"),
        rows,
        allowed=lambda request: desk.sees_all(request) and desk.viewable(request, Offer),
        empty=_("No offer ends within 30 days."),
        more=lambda request: desk.list_address(Offer, "ends=soon"),
    ),
    before="missing",
)
