"""Pages beside the form of an object, which show something of it or ask before something is done to it."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path


class HasPages:
    """Of a ModelAdmin."""

    pages = {}  # {name: what follows it in the address}; the view of each is the method “name_view”

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrapped = [
            path(
                f"<path:object_id>/{page}/{rest}",
                self.admin_site.admin_view(getattr(self, f"{page}_view")),
                name=f"{name}_{page}",
            )
            for page, rest in self.pages.items()
        ]
        return [*wrapped, *super().get_urls()]

    def in_hand(self, request, object_id, *rights, is_changed=True):
        """Return the object of such a page, for who may change it, or see it, and has these rights too."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        may = self.has_change_permission if is_changed else self.has_view_permission
        if not (may(request, obj) and all(right(request) for right in rights)):
            raise PermissionDenied
        return obj

    def beside(self, request, obj, template, **context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        context |= {"object": obj, "back": self.address(obj)}
        return TemplateResponse(request, template, context)
