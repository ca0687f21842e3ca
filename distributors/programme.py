"""What editors would add to the demonstration’s programme: offers of films told whole, how to reach distributors."""

from datetime import date, timedelta

from catalogue.fixtures import DAY
from catalogue.models import Company
from catalogue.programme import FOLDER, films, put_on_site, table

from .models import Distributor, Offer

FIRST_DAY = date.fromisoformat(
    DAY[:10]
)  # the day on which the tables count days: loading moves them (see fixtures)


def complete():
    """Write what the tables say in the place of what the pages said."""
    for name, told in table(FOLDER / "distributors.toml").items():
        company = Company.objects.get(name=name)
        company.country_id, company.full_name = told["country"], told.get("full_name", "")
        company.about_fr, company.about_en = told["about_fr"].strip(), told["about_en"].strip()
        company.save()
        profile = Distributor.objects.get(company=company)
        for column in ("introduction_fr", "introduction_en", "terms_fr", "terms_en"):
            setattr(profile, column, told[column].strip())
        profile.contact_email, profile.contact_phone = told["email"], told.get("phone", "")
        profile.contact_address = told["address"]
        profile.save()
    for film, told in films():
        film.offers.all().delete()
        for offer in told["offers"]:
            _add(film, offer)
    put_on_site(Company)


def _add(film, told):
    distributor = Distributor.objects.get(company__name=told["distributor"])
    offer = Offer.objects.create(
        film=film,
        distributor=distributor,
        support=told["support"],
        use=told["use"],
        everywhere=told.get("everywhere", False),
        first_day=_day(told.get("from")),
        last_day=_day(told.get("to")),
        price=told.get("price"),
        availability=told.get("availability", ""),
    )
    offer.countries.set(told.get("countries", ()))


def _day(days):
    return None if days is None else FIRST_DAY + timedelta(days=days)
