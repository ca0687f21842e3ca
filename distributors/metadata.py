"""What machines read of distribution, in the words of schema.org: offers, and how to reach a distributor."""

from django.utils.translation import get_language

from catalogue.metadata.things import organization, said, thing
from catalogue.publication.labels import label
from catalogue.reference.versions import version_name

from .availability import state_of

IN_STOCK = "https://schema.org/InStock"


def offers(film, today, here):
    """Return the offers of a film that its page says are to be had today."""
    current = [offer for offer in film["offers"] if state_of(offer, today) == "current"]
    return {"offers": [_offer(film, offer, here) for offer in current]} if current else {}


def _offer(film, offer, here):
    version = version_name(offer["version"], get_language()) if offer["version"] else ""
    its = thing("Movie", name=film["title"], version=version) if version else None
    return thing(
        "Offer",
        name=label("support", offer["support"]),
        category=label("offer_use", offer["use"]) if offer["use"] else "",
        availability=IN_STOCK,
        availabilityStarts=offer["first_day"],
        availabilityEnds=offer["last_day"],
        eligibleRegion=[thing("Country", name=said(country["name"])) for country in offer["countries"]],
        price=offer["price"],
        priceCurrency=offer["currency"] if offer["price"] else "",
        seller=organization(offer["distributor"], here) if offer["distributor"] else None,
        url=offer["address"],
        itemOffered=its,
    )


def contact(distributor):
    """Return how a company's page says that it can be reached as a distributor."""
    if not distributor:
        return {}
    point = thing("ContactPoint", email=distributor["contact_email"], telephone=distributor["contact_phone"])
    return {"contactPoint": point} if len(point) > 1 else {}
