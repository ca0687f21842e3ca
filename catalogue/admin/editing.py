"""Who else has a form open: said when it is opened, and by a script while it is."""

from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.db.models import Q, Subquery
from django.http import Http404, JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

from catalogue.models import Editing, Snapshot
from catalogue.models.editing import say_editing

from .conflicts import OPENED
from .scope import called


class SaysWhoEdits:
    """Of a ModelAdmin whose objects have a history."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.editing_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_editing"
        return [path("<path:object_id>/editing/", view, name=name), *super().get_urls()]

    def editing_view(self, request, object_id):
        """Note that the form is open; return the names of the others who have it open."""
        obj = (
            self.get_queryset(request).filter(pk=unquote(object_id)).first()
            if object_id.isdecimal()
            else None
        )
        if obj is None or not self.has_change_permission(request, obj):
            raise Http404
        say_editing(obj, request.user)
        editors = get_user_model().objects.filter(pk__in=Editing.objects.of(obj).values("user"))
        names = [called(request, user) for user in editors.exclude(pk=request.user.pk).order_by("pk")]
        return JsonResponse({"names": names})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_change_permission(request, obj):
            context |= {"editing_url": self.address(obj, "editing"), **_opened(request, obj)}
        return super().render_change_form(request, context, add, change, form_url, obj)


def _opened(request, obj):
    """Return the state that a form is opened with, and who else has it open; one query."""
    newest = Snapshot.objects.of(obj).values("pk")[:1]
    everybody = get_user_model().objects.filter(
        Q(pk=request.user.pk) | Q(pk__in=Editing.objects.of(obj).values("user"))
    )
    found = list(everybody.annotate(newest=Subquery(newest)).order_by("pk"))
    opened = request.POST.get(OPENED, found[0].newest or "")
    return {"opened": opened, "others": [called(request, user) for user in found if user != request.user]}
