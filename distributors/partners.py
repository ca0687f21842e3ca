"""Partners: accounts of a company, which write on its own films alone. An editor checks what they save."""

from django.db.models import Q
from django.utils.translation import gettext

from catalogue.models import CompanyCredit, Film

from .models import Distributor, Offer, Partner

GROUP = "partners"
# The only pages of the admin that a partner opens, by the names of their addresses.
PAGES = {
    *["index", "logout", "password_change", "password_change_done", "jsi18n", "autocomplete"],
    *["catalogue_languages", "catalogue_text_typeset"],
    *["catalogue_film_changelist", "catalogue_film_change", "catalogue_film_editing"],
    *["catalogue_person_choose", "catalogue_company_choose", "catalogue_country_choose"],
    *["catalogue_genre_choose", "catalogue_theme_choose", "distributors_distributor_choose"],
    *["catalogue_film_history", "catalogue_film_compare", "catalogue_film_poster"],
    *["catalogue_film_preview", "catalogue_film_share"],
}


def is_partner(user):
    return company_of(user) is not None


def company_of(user):
    """The key of the company whose films alone an account has, 0 for a partner of none; None where it has all films.

    Who may publish is no partner, whatever other groups the account is in. Where there is no account any more (None),
    nothing is known of what it had: it has no film.
    """
    if user is None:
        return 0
    if not hasattr(user, "partner_of"):
        user.partner_of = _company_of(user)
    return user.partner_of


def _company_of(user):
    if user.has_perm("catalogue.publish") or not user.groups.filter(name=GROUP).exists():
        return None
    return Partner.objects.filter(user=user).values_list("company", flat=True).first() or 0


def limit(user, model):
    """What a partner has of films, distributors and offers (see catalogue.admin.scope)."""
    if model not in (Film, Distributor, Offer) or (company := company_of(user)) is None:
        return None
    if model is Distributor:
        return Q(company=company)
    if model is Offer:
        return Q(distributor__company=company)
    credited = CompanyCredit.objects.filter(company=company).values("film")
    offered = Offer.objects.filter(distributor__company=company).values("film")
    return Q(pk__in=credited) | Q(pk__in=offered)


def seen(user, states):
    """States of a film as a partner reads them: of their offers, those of its company."""
    if (company := company_of(user)) is None:
        return states
    own = {*Distributor.objects.filter(company=company).values_list("pk", flat=True)}
    return [
        state | {"offers": [row for row in state["offers"] if row["distributor_id"] in own]}
        if "offers" in state
        else state
        for state in states
    ]


def called(reader, user):
    """What a partner is told in the place of a name: who works at the same company keeps theirs, nobody else does."""
    if user is None or (company := company_of(reader)) is None or user.pk == reader.pk:
        return None
    if not hasattr(reader, "all_partners"):
        reader.all_partners = dict(Partner.objects.values_list("user", "company"))
    theirs = reader.all_partners.get(user.pk)
    if theirs is None:
        return gettext("The editors")
    return None if theirs == company else gettext("Another company")
