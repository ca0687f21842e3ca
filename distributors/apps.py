from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DistributorsConfig(AppConfig):
    name = "distributors"
    verbose_name = _("Distribution")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from catalogue import history
        from catalogue.admin import scope
        from catalogue.importing.store import supports
        from catalogue.models import Company, Film
        from catalogue.publication import labels
        from catalogue.publication.contributions import register

        from . import contributions, exports, fields, front, importing, partners
        from .models import Distributor, Offer

        labels.register(support=Offer.Support, offer_use=Offer.Use)
        scope.limits.append(partners.limit)
        scope.parts.append(partners.seen)
        scope.callings.append(partners.called)
        fields.connect()
        front.connect()
        exports.connect()
        register(contributions.Distribution())
        supports.register(importing.store_supports)
        history.register(Film, "offers")
        history.register(Company, "distributor_profile")
        history.register(Distributor, lost_with=["offers"])
