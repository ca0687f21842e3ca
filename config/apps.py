"""The admin as an installed app, with Lanterne's own site in the place of Django's."""

from django.contrib.admin.apps import AdminConfig


class LanterneAdminConfig(AdminConfig):
    default_site = "config.admin_site.LanterneAdminSite"
