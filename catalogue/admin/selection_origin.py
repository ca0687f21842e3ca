"""Selections that begin elsewhere: with a list that somebody has filtered, or with a film whose page is read."""

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, Q
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_lazy as _

from catalogue import history
from catalogue.lists.selected import first_of, listing_of
from catalogue.lists.stored import canonical, faults, query_of
from catalogue.models import Film, SelectedFilm
from catalogue.models.selection import LONGEST_FILTER, MOST_FROZEN

from .freezing import freeze, postings_now
from .keys import key_of
from .selection_form import FROZEN, SMART

FEW = 100  # films: of a list that holds no more, they are offered first, and not the filter
OFFERED = 8  # drafts that a film may be added to


class FromElsewhere:
    """For the admin of selections: `add/?list=…` (an address or a code) and `add/?film=…`.

    What a list holds is frozen when the form is saved: nothing is stored before.
    """

    def get_urls(self):
        view = self.admin_site.admin_view(self.add_film_view)
        return [
            path("<path:object_id>/add-film/", view, name="catalogue_selection_add_film"),
            *super().get_urls(),
        ]

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request) | {"curator": request.user.get_full_name()}
        if "list" in request.GET:
            return initial | _of_list(query_of(request.GET["list"]))
        return initial | (_of_film(film) if (film := _film(request)) else {})

    def get_inlines(self, request, obj):
        """The films of a list become rows when it is saved."""
        return [] if obj is None and "list" in request.GET else super().get_inlines(request, obj)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        if (
            request.method == "GET"
            and inline.model is SelectedFilm
            and not obj.pk
            and (film := _film(request))
        ):
            given["initial"] = [{"film": film.pk}]
        return given

    def save_related(self, request, form, formsets, change):
        if not change and form.freezes and form.instance.filter:
            freeze(form.instance)
        super().save_related(request, form, formsets, change)

    def response_post_save_add(self, request, obj):
        """To its own page, where films are put in order and annotated."""
        if {"list", "film"} & request.GET.keys():
            return HttpResponseRedirect(self.address(obj))
        return super().response_post_save_add(request, obj)

    def add_view(self, request, form_url="", extra_context=None):
        film, listed = _film(request), request.GET.get("list", "")[:LONGEST_FILTER]
        more = {"film": film, "listed": listed} if film or listed else {}
        if more:
            more["drafts"] = self._drafts(request.user, film)
        return super().add_view(request, form_url, (extra_context or {}) | more)

    def _drafts(self, user, film):
        """The selections in the making that a curator has had in hand, the last first; and whether they hold a film."""
        entries = LogEntry.objects.filter(
            user=user, content_type=ContentType.objects.get_for_model(self.model)
        )
        pks = [int(pk) for pk in entries.values_list("object_id", flat=True).distinct() if pk.isdecimal()]
        holds = SelectedFilm.objects.filter(selection=OuterRef("pk"), film=film)
        drafts = self.model.objects.filter(Q(published_at=None) | Q(has_changes=True), pk__in=pks, filter="")
        return drafts.annotate(holds_film=Exists(holds)).order_by(F("modified_at").desc(), "-pk")[:OFFERED]

    def add_film_view(self, request, object_id):
        """Put a film, or those of a list, at the end of a selection; those that it holds stay where they are."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        selection = self.get_object(request, unquote(object_id))
        films = _sent(request.POST)
        if selection is None or not films:
            raise Http404
        if not self.has_change_permission(request, selection):
            raise PermissionDenied
        if len(films) > MOST_FROZEN:
            self.message_user(
                request, _("More than %d films: narrow the list.") % MOST_FROZEN, messages.ERROR
            )
        else:
            self._say_added(request, films, self._add(request, selection, films))
        return HttpResponseRedirect(self.address(selection))

    @transaction.atomic
    def _add(self, request, selection, films):
        """Return the films that were added."""
        rows = selection.selected_films
        last, held = rows.aggregate(last=Max("position"))["last"], set(rows.values_list("film", flat=True))
        first = 0 if last is None else last + 1
        new = [film for film in films if film.pk not in held]
        places = enumerate(new, first)
        made = [SelectedFilm(selection=selection, film=film, position=place) for place, film in places]
        SelectedFilm.objects.bulk_create(made, ignore_conflicts=True)
        if new:
            selection.touch()
            history.take(selection, request.user)
            added = [{"added": {"name": "film", "object": str(film)}} for film in new]
            self.log_change(request, selection, added)
        return new

    def _say_added(self, request, films, new):
        if len(films) > 1:
            message = ngettext("%d film was added, at the end.", "%d films were added, at the end.", len(new))
            self.message_user(request, message % len(new), messages.SUCCESS if new else messages.WARNING)
        elif new:
            message = format_html(_("“{}” was added, at the end."), films[0])
            self.message_user(request, message, messages.SUCCESS)
        else:
            self.message_user(request, format_html(_("“{}” is in it already."), films[0]), messages.WARNING)


def _sent(sent):
    """Return the films that a form names, or those of the list that it names, in its order: one too many at most."""
    if not sent.get("list"):
        return Film.objects.filter(pk=key_of(sent.get("film")))
    keys = first_of(listing_of(query_of(sent["list"]), postings_now()), MOST_FROZEN + 1)
    found = Film.objects.in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _of_list(query):
    """Return what the form of a new selection begins with: the list's filter, and its title in both languages."""
    postings, initial = postings_now(), {}
    lasts = not faults(query, postings)
    for language in ("fr", "en"):
        with override(language):
            listing = listing_of(query, postings)
            initial[f"title_{language}"] = listing.title[:200]
    initial["filter"] = canonical(query, postings)[:LONGEST_FILTER]
    return initial | {"keep": FROZEN if listing.total <= FEW or not lasts else SMART, "total": listing.total}


def _of_film(film):
    title, initial = {"title": film.title}, {}
    for language in ("fr", "en"):
        with override(language):
            initial[f"title_{language}"] = (gettext("Around “%(title)s”") % title)[:200]
    return initial


def _film(request):
    return Film.objects.filter(pk=key_of(request.GET.get("film"))).first()
