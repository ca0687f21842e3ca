"""The admin under Lanterne's name."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class LanterneAdminSite(AdminSite):
    site_header = site_title = "Lanterne"
    index_title = _("The catalogue")
    enable_nav_sidebar = True


class LanterneAdminConfig(AdminConfig):
    default_site = "config.admin_site.LanterneAdminSite"
