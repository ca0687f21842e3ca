"""The block of the editors' first page that leads back to what this editor has typed and not saved."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from catalogue.models import UnfinishedEntry

from .desk import SHOWN, Block, Row, register


def has_unfinished(request):
    return UnfinishedEntry.objects.of(request.user).exists()


def unfinished(request):
    for entry in UnfinishedEntry.objects.of(request.user)[:SHOWN]:
        kind = apps.get_model(*entry.path.split("/")[2:4])._meta.verbose_name  # /admin/catalogue/film/add/
        yield Row(entry.name or str(_("Without a title")), entry.address, kind, when=entry.kept_at)


register(Block("unfinished", _("Typed, not saved"), unfinished, allowed=has_unfinished), before="drafts")
