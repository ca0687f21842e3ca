from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "catalogue"
    verbose_name = _("Catalogue")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from catalogue.publication import deletion, film_fields, highlights

        film_fields.connect()
        deletion.connect()
        highlights.connect()
