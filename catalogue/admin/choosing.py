"""What is found while an editor types a name in a form, what is made in place, and what was used last."""

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from catalogue import history
from catalogue.folding import fold

from .combobox import ChoiceByTyping, ChoicesByTyping, Combobox, is_new
from .scope import within

SHOWN = 8
SHORTEST, COMPARED, ALIKE = 4, 1500, 85  # letters; names; how much of two names is the same, of a hundred
KEPT = "chosen"  # in the session: what this editor chose last, by table


class Chosen:
    """For an admin: its objects are chosen by typing their name in the forms of others."""

    choose_columns = []  # folded columns of the table itself
    alike_by = ""  # the field that tells, while it is typed, what is there already

    def get_urls(self):
        pages = {"choose": self.choose_view} | ({"alike": self.alike_view} if self.alike_by else {})
        return [
            *(
                path(f"{page}/", self.admin_site.admin_view(view), name=self._named(page)[len("admin:") :])
                for page, view in pages.items()
            ),
            *super().get_urls(),
        ]

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == self.alike_by:
            field.widget.attrs |= {
                "data-alike": reverse(self._named("alike")),
                "data-alike-but": request.resolver_match.kwargs.get("object_id", ""),
                "data-alike-words": _("Looks like:"),
            }
        return field

    def choose_view(self, request):
        """What answers a term: eight at most, each with what tells it from its namesakes."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        term = request.GET.get("term", "").replace("\0", "").strip()[:200]
        rows = within(request, self.model.objects.all())
        objects = self.best(rows, term) if term else self.used_last(request)
        near = [] if objects or not term else self.alike(request, term)
        return JsonResponse({"term": term, "rows": self._told(objects), "near": self._told(near)})

    def alike_view(self, request):
        """Those that a name which is being typed looks like, maybe the same thing entered twice."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        name = request.GET.get("term", "").replace("\0", "").strip()[:200]
        found = [obj for obj in self.alike(request, name) if str(obj.pk) != request.GET.get("but")]
        told = self._told(found[:3])
        for row, obj in zip(told, found, strict=False):
            row["address"] = reverse(f"{self._named('change')}", args=[quote(obj.pk)])
        return JsonResponse({"term": name, "rows": told})

    def alike(self, request, name):
        """Return those of this name, then of names that differ by a letter or two and begin alike."""
        folded = fold(name)
        if len(folded) < SHORTEST or not self.choose_columns:
            return []
        column = self.choose_columns[0]
        objects = within(request, self.model.objects.all())
        # Read from the first that may begin so: for LIKE, SQLite would read the index to its end.
        beside = objects.filter(**{f"{column}__gte": folded[:2]}).order_by(column).values_list("pk", column)
        names = {pk: other for pk, other in beside[:COMPARED] if other.startswith(folded[:2])}
        found = process.extract(folded, {*names.values()}, scorer=fuzz.ratio, limit=3, score_cutoff=ALIKE)
        near = [other for other, _score, _key in found]
        # Not in the order of the list: a database would walk through all of it for three.
        same = sorted(within(request, self.called(name)).order_by()[:50], key=lambda obj: obj.pk)[:3]
        others = objects.filter(pk__in=[pk for pk, other in names.items() if other in near][:5])
        return list(dict.fromkeys([*same, *others]))

    def _told(self, objects):
        notes = self.notes(objects) if objects else {}
        return [
            {
                "key": str(obj.pk),
                "text": self.label(obj),
                "written": self.written(obj),
                "note": notes.get(obj.pk, ""),
            }
            for obj in objects
        ]

    def _named(self, page):
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"

    def best(self, rows, term):
        """Return the first of what the term finds. Where enough begin so, no others are looked for."""
        folded, first = fold(term), next(iter(self.choose_columns), None)
        if not (first and folded):
            return list(self.found(rows, term)[:SHOWN])
        # Those that begin so are the first from there in the index; looked for, it would be read to its end.
        begin = rows.filter(**{f"{first}__gte": folded}).order_by(first, "pk")[:SHOWN]
        begin = [obj for obj in begin if getattr(obj, first).startswith(folded)]
        if len(begin) == SHOWN:
            return begin
        others = self.found(rows.exclude(pk__in=[obj.pk for obj in begin]), term)
        return [*begin, *others[: SHOWN - len(begin)]]

    def found(self, rows, term):
        """Return what the term finds beside what begins so: what holds its words."""
        folded = fold(term)
        if not self.choose_columns:
            return self.get_search_results(None, rows, term)[0]
        if not folded:
            return rows.none()
        holds = Q()
        for column in self.choose_columns:
            holds |= Q(*[(f"{column}__contains", word) for word in folded.split()])
        return rows.filter(holds).order_by(self.choose_columns[0], "pk")  # an index is in this order

    def label(self, obj):
        return str(obj)

    def written(self, obj):
        """Return how an object is written among others between commas: a name that leads back to it, or its key."""
        name = self.label(obj)
        return f"#{obj.pk}" if "," in name else name

    def notes(self, objects):
        """Return {pk: what tells it from its namesakes}."""
        return {}

    def called(self, text):
        """Return those of exactly this name."""
        return self.model.objects.none()

    def made(self, name):
        """Return somebody new of this name, not saved."""
        raise NotImplementedError(type(self))

    def check_made(self, obj):
        """Refuse what could not be saved."""
        obj.full_clean(exclude=["slug"])

    def keep(self, request, obj):
        """Save somebody new, unless the same form has just done so; return who is kept."""
        obj.save()
        self.log_addition(request, obj, [{"added": {}}])
        if isinstance(obj, history.ENTITIES):
            history.take(obj, request.user)
        return obj

    # What this editor used last

    def used_last(self, request):
        keys = request.session.get(KEPT, {}).get(self.opts.label_lower, [])
        found = {str(obj.pk): obj for obj in self.model.objects.filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]

    def remember(self, request, obj):
        kept = request.session.get(KEPT, {})
        key = str(obj.pk)
        others = [other for other in kept.get(self.opts.label_lower, []) if other != key]
        request.session[KEPT] = kept | {self.opts.label_lower: [key, *others][:SHOWN]}


class ChoosesByTyping:
    """For an admin or an inline: what is in `autocomplete_fields` is chosen by typing, and may be made in place."""

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name in self.get_autocomplete_fields(request):
            options |= self._by_typing(db_field, request, ChoiceByTyping)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name in self.get_autocomplete_fields(request):
            options |= self._by_typing(db_field, request, ChoicesByTyping, many=True)
        return super().formfield_for_manytomany(db_field, request, **options)

    def _by_typing(self, db_field, request, form_class, many=False):
        admin = self.admin_site._registry[db_field.remote_field.model]
        name = f"admin:{admin.opts.app_label}_{admin.opts.model_name}"
        creates = not many and type(admin).made is not Chosen.made and admin.has_add_permission(request)
        opens = "" if many else f"{name}_change"
        return {
            "form_class": form_class,
            "admin": admin,
            "widget": Combobox(f"{name}_choose", creates=creates, many=many, opens=opens),
        }


class SavesChosen:
    """For an admin: who is new in its form or its rows is saved before them, in the same transaction."""

    def save_model(self, request, obj, form, change):
        self._keep_chosen(request, form)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        for row in formset.forms:
            if row.has_changed() and row not in formset.deleted_forms:
                self._keep_chosen(request, row)
        super().save_formset(request, form, formset, change)

    def _keep_chosen(self, request, form):
        for name in form.changed_data:
            value = form.cleaned_data.get(name)
            if value is None or not isinstance(form.fields[name], ChoiceByTyping):
                continue
            admin = form.fields[name].admin
            if is_new(value):
                value = form.cleaned_data[name] = admin.keep(request, value)
                setattr(form.instance, name, value)
            admin.remember(request, value)
