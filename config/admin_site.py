"""The admin under the name of the site."""

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.utils.translation import gettext_lazy as _

from catalogue.publication.frame import site
from catalogue.publication.state import state

LONGEST_PASSWORD = 1024  # letters: hashing a longer one would cost the site more than its sender


class LogInForm(AdminAuthenticationForm):
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class LanterneAdminSite(AdminSite):
    index_title = _("The catalogue")
    enable_nav_sidebar = True
    login_form = LogInForm

    def index(self, request, extra_context=None):
        from catalogue.admin import desk  # the admin of the catalogue is registered on this site

        lists = desk.arranged(self.get_app_list(request))
        context = {"blocks": desk.blocks(request), "lists": lists, "title": _("Editors’ desk")}
        return super().index(request, context | (extra_context or {}))

    def each_context(self, request):
        state()
        name = site().name
        return super().each_context(request) | {"site_header": name, "site_title": name}
