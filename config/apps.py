"""The admin as an installed app, with Lanterne's own site in the place of Django's."""

from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.apps import AuthConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AuthConfig):
    verbose_name = _("Accounts")


class LanterneAdminConfig(AdminConfig):
    default_site = "config.admin_site.LanterneAdminSite"

    def ready(self):
        """Discover, then leave out what django-allauth shows of its own tables."""
        super().ready()
        from django.contrib import admin

        for model in [*admin.site._registry]:
            if model._meta.app_label in ("account", "mfa", "usersessions"):
                admin.site.unregister(model)
