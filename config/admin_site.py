"""The admin under the name of the site."""

from functools import wraps

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from catalogue.publication.frame import site
from catalogue.publication.state import state
from distributors.partners import PAGES, is_partner


def _list_of(model):
    return f"{model._meta.app_label}_{model._meta.model_name}_changelist"


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

    def admin_view(self, view, cacheable=False):
        """A page that is not said to be a partner's is refused to partners."""

        @wraps(view)
        def for_this_role(request, *args, **kwargs):
            if is_partner(request.user) and request.resolver_match.url_name not in PAGES:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return super().admin_view(for_this_role, cacheable)

    def get_app_list(self, request, app_label=None):
        """Without the lists that this account may only choose from."""
        apps = super().get_app_list(request, app_label)
        if not is_partner(request.user):
            return apps
        for app in apps:
            app["models"] = [model for model in app["models"] if _list_of(model["model"]) in PAGES]
        return [app for app in apps if app["models"]]

    def each_context(self, request):
        state()
        name = site().name
        return super().each_context(request) | {"site_header": name, "site_title": name}
