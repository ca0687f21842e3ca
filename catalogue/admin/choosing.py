"""What is found while an editor types a name in a form, what is made in place, and what was used last."""

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Q, When
from django.http import JsonResponse
from django.urls import path

from catalogue import history
from catalogue.folding import fold

from .combobox import ChoiceByTyping, ChoicesByTyping, Combobox, is_new
from .scope import within

SHOWN = 8
KEPT = "chosen"  # in the session: what this editor chose last, by table


class Chosen:
    """For an admin: its objects are chosen by typing their name in the forms of others."""

    choose_columns = []  # folded columns of the table itself

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_choose"
        return [
            path("choose/", self.admin_site.admin_view(self.choose_view), name=name),
            *super().get_urls(),
        ]

    def choose_view(self, request):
        """What answers a term: eight at most, each with what tells it from its namesakes."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        term = request.GET.get("term", "").strip()[:200]
        objects = list(within(request, self.found(term))[:SHOWN]) if term else self.used_last(request)
        notes = self.notes(objects)
        rows = [
            {
                "key": str(obj.pk),
                "text": self.label(obj),
                "written": self.written(obj),
                "note": notes.get(obj.pk, ""),
            }
            for obj in objects
        ]
        return JsonResponse({"term": term, "rows": rows})

    def found(self, term):
        """Return what the term finds, best first: the same, those that begin so, those that hold its words."""
        folded = fold(term)
        if not self.choose_columns:
            return self.get_search_results(None, self.model.objects.all(), term)[0]
        if not folded:
            return self.model.objects.none()
        holds = Q()
        for column in self.choose_columns:
            holds |= Q(*[(f"{column}__contains", word) for word in folded.split()])
        first = self.choose_columns[0]
        rank = Case(
            When(**{first: folded}, then=0), When(**{f"{first}__startswith": folded}, then=1), default=2
        )
        return self.model.objects.filter(holds).order_by(rank, first, "pk")

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
