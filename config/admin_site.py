"""The admin under the name of the site."""

from functools import wraps

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from config.sign_in import lacks_second_factor, site_names
from distributors.partners import PAGES, is_partner


def _list_of(model):
    return f"{model._meta.app_label}_{model._meta.model_name}_changelist"


class LanterneAdminSite(AdminSite):
    index_title = _("The catalogue")
    enable_nav_sidebar = True

    def index(self, request, extra_context=None):
        from catalogue.admin import desk  # the admin of the catalogue is registered on this site

        context = {"blocks": desk.blocks(request), "title": _("Editors’ desk")}
        return super().index(request, context | (extra_context or {}))

    def get_urls(self):
        from catalogue.admin.unfinished import unfinished_view

        return [path("unfinished/", unfinished_view, name="unfinished"), *super().get_urls()]

    def admin_view(self, view, cacheable=False):
        """Refuse who may not work here; and to partners, each page that is not said to be theirs."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def for_this_role(request, *args, **kwargs):
            from catalogue.admin.unfinished import kept_for_author

            user, name = request.user, request.resolver_match.url_name
            if not user.is_authenticated and (kept := kept_for_author(request)):
                return kept
            if user.is_authenticated and name != "logout":
                if not self.has_permission(request) or (is_partner(user) and name not in PAGES):
                    raise PermissionDenied
                if lacks_second_factor(request):
                    return redirect("mfa_index")
            return inner(request, *args, **kwargs)

        return for_this_role

    def get_app_list(self, request, app_label=None):
        """Without the lists that this account may only choose from."""
        apps = super().get_app_list(request, app_label)
        if not is_partner(request.user):
            return apps
        for app in apps:
            app["models"] = [model for model in app["models"] if _list_of(model["model"]) in PAGES]
        return [app for app in apps if app["models"]]

    def each_context(self, request):
        from catalogue.admin import desk

        context = super().each_context(request)
        return context | {"lists": desk.arranged(context["available_apps"])} | site_names()
