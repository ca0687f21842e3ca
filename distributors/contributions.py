"""What distribution adds to films and companies: offers, supports, availability, a distributor's profile."""

from catalogue.models import Page
from catalogue.publication.contributions import Contribution
from catalogue.publication.documents.film import version_part
from catalogue.publication.documents.parts import in_both, iso, reference

from .availability import availability
from .exports import events
from .metadata import contact, offers
from .models import Distributor, Offer
from .partners import company_of
from .ways import DENIED, HELD, UNSTATED, last_days, window


class Distribution(Contribution):
    def defaults(self, kind):
        return {"film": {"offers": []}, "company": {"distributor": None}}.get(kind, {})

    def film_parts(self, film_ids):
        parts = {pk: {"offers": []} for pk in film_ids}
        for offer in Offer.objects.filter(film__in=film_ids).for_documents():
            parts[offer.film_id]["offers"].append(_offer(offer))
        return parts

    def film_companies(self, film_ids):
        offers = Offer.objects.filter(film__in=film_ids, distributor__isnull=False)
        return list(offers.values_list("distributor__company", flat=True).distinct())

    def company_parts(self, company_ids):
        parts = {pk: {"distributor": None} for pk in company_ids}
        for profile in Distributor.objects.filter(company__in=company_ids):
            parts[profile.company_id]["distributor"] = {
                "introduction": in_both(profile, "introduction"),
                "contact_email": profile.contact_email,
                "contact_phone": profile.contact_phone,
                "contact_address": profile.contact_address,
                "terms": in_both(profile, "terms"),
            }
        return parts

    def film_seen(self, user, document):
        """A partner reads the offers of its company as they are saved, and of the others what the site shows."""
        if (company := company_of(user)) is None:
            return {}
        page = Page.objects.current().filter(kind="film", object_id=document["id"]).first()
        shown = page.document["offers"] if page else []
        own = [offer for offer in document["offers"] if _is_of(offer, company)]
        return {"offers": own + [offer for offer in shown if not _is_of(offer, company)]}

    def film_card(self, document):
        return {"offers": [[offer["support"], *window(offer)] for offer in document["offers"]]}

    def film_card_of_the_day(self, card, today):
        """What can be had today and until when, and beside it the formats of which nobody stated whether they can."""
        now, supports = today.toordinal(), {HELD: {}, UNSTATED: {}, DENIED: {}}
        for support, said, first, after in card["offers"]:
            if first <= now < after:
                supports[said][support] = {"code": support}
        available, unstated, _denied = supports.values()
        formats = [choice for code, choice in unstated.items() if code not in available]
        leaving = [{"code": code, "day": day} for code, day in last_days(card["offers"], today)]
        return {"available": [*available.values()], "formats": formats, "leaving": leaving}

    def film_events(self, document, today):
        return events(document["offers"], today)

    def film_context(self, document, today):
        return {"availability": availability(document["offers"], today)}

    def companies_to_ask(self, document):
        return [offer["distributor"] for offer in document["offers"] if offer["distributor"]]

    def film_metadata(self, document, today, here):
        return offers(document, today, here)

    def company_metadata(self, document):
        return contact(document["distributor"])


def _is_of(offer, company):
    return offer["distributor"] is not None and offer["distributor"]["ref"] == f"company:{company}"


def _offer(offer):
    return {
        "support": offer.support,
        "use": offer.use,
        "distributor": reference("company", offer.distributor.company) if offer.distributor else None,
        "version": version_part(offer.version, offer.film)["label"] if offer.version else "",
        "version_id": offer.version_id,
        "countries": [{"ref": f"country:{country.pk}"} for country in offer.countries.all()],
        "everywhere": offer.everywhere,
        "first_day": iso(offer.first_day),
        "last_day": iso(offer.last_day),
        "price": str(offer.price) if offer.price is not None else "",
        "currency": "EUR",
        "address": offer.address,
        "availability": offer.availability,
    }
