"""The catalogue's blocks of the first page: what waits, what is missing, what was done, what is read."""

from itertools import islice

from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.db.models import F, Value
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue import history
from catalogue.models import Company, Film, Person, PopularFilms, Selection, Text
from catalogue.readership import popularity

from . import gaps
from .checks import may_publish
from .desk import SHOWN, Block, Row, address, list_address, register, sees_all, viewable
from .scope import called, within
from .states import TO_CHECK

KINDS = (Film, Text, Person, Company, Selection)


def _last(request, condition):
    """The last changed of every kind that answer a method's name; one query for each kind."""
    found = []
    for model in KINDS if sees_all(request) else [Film]:
        if viewable(request, model):
            objects = within(request, condition(model.objects)).order_by(F("modified_at").desc(), "-pk")
            objects = objects.select_related("film", "person") if model is Text else objects
            who = history.changed_by(model) if sees_all(request) else Value("")
            found += objects.annotate(who=who)[:SHOWN]
    found.sort(key=lambda obj: obj.modified_at, reverse=True)
    return [Row(str(obj), address(obj), _noted(obj), obj.who, obj.modified_at) for obj in found[:SHOWN]]


def _noted(obj):
    if isinstance(obj, Text):
        return f"{obj.get_text_kind_display()} · {obj.film or obj.person}"
    return obj._meta.verbose_name


def drafts(request):
    return _last(request, lambda objects: objects.filter(published_at=None))


def waiting(request):
    return _last(request, lambda objects: objects.with_changes())


def to_check(request):
    return _last(request, lambda objects: objects.to_check())


def publishes_films(request):
    return may_publish(request) and sees_films(request)


def missing(request):
    return [
        Row(gap.title, list_address(Film, f"missing={gap.name}"), count=count)
        for gap, count in gaps.counted()
    ]


def last_changes(request):
    """Of all editors, whatever they edit and this one may see."""
    entries = LogEntry.objects.select_related("user", "content_type").order_by("-pk")[: SHOWN * 4]
    return list(islice(_told(request, entries), SHOWN))


def _told(request, entries):
    for entry in entries:
        model = entry.content_type and entry.content_type.model_class()
        if model is None or not viewable(request, model):
            continue
        url = "" if entry.action_flag == DELETION else entry.get_admin_url() or ""
        what = _("Added.") if entry.action_flag == ADDITION else entry.get_change_message()
        note = Truncator(what).chars(120)
        yield Row(entry.object_repr, url, note, called(request, entry.user), entry.action_time)


def read_most(request):
    """The films of the page of what is popular, with their visitors of the same days."""
    kept = PopularFilms.objects.first()
    order = kept.ids[:SHOWN] if kept else []
    films = Film.objects.in_bulk(order)
    views = popularity.views(order, localdate())
    return [
        Row(
            str(films[pk]),
            address(films[pk]),
            ngettext("%(num)s visitor", "%(num)s visitors", views[pk]) % {"num": views[pk]},
        )
        for pk in order
        if pk in films and pk in views
    ]


def sees_films(request):
    return viewable(request, Film)


def sees_all_films(request):
    return sees_all(request) and sees_films(request)


register(
    Block(
        "drafts",
        _("Drafts"),
        drafts,
        allowed=sees_films,
        empty=_("No draft."),
        more=lambda request: list_address(Film, "state=draft"),
    )
)
register(
    Block(
        "to_check",
        TO_CHECK,
        to_check,
        allowed=publishes_films,
        empty=_("Nothing from partners is waiting to be checked."),
        more=lambda request: list_address(Film, "state=to_check"),
    )
)
register(
    Block(
        "waiting",
        _("Saved changes that wait"),
        waiting,
        allowed=sees_films,
        empty=_("No saved change waits to be published."),
        more=lambda request: list_address(Film, "state=changed"),
    )
)
register(Block("changes", _("Last changes"), last_changes, empty=_("Nothing was changed yet.")))
register(
    Block(
        "missing",
        _("What is missing of films"),
        missing,
        template="admin/desk/counts.html",
        allowed=sees_all_films,
        empty=_("Nothing: every film has what its page asks for."),
    )
)
register(
    Block(
        "read",
        _("Read most in 30 days"),
        read_most,
        allowed=sees_all_films,
        empty=_("Nobody has read a film’s page in the last 30 days."),
    )
)
