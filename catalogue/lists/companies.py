"""The films of a company, in three lists that are kept apart."""

from django.utils.translation import gettext_lazy

from catalogue.reference.roles import PRODUCING_COMPANY, CompanyRole

SECTIONS = {
    "producer": PRODUCING_COMPANY,
    "distributor": (CompanyRole.DISTRIBUTOR,),
    "other": tuple(role for role in CompanyRole if role not in (*PRODUCING_COMPANY, CompanyRole.DISTRIBUTOR)),
}
LABELS = {
    "producer": gettext_lazy("Films produced"),
    "distributor": gettext_lazy("Films distributed"),
    "other": gettext_lazy("Other films"),
}


def sections_held(films):
    """Return the sections that hold films, of {section: films}; the first where none does."""
    return [name for name in SECTIONS if films[name]] or ["producer"]
