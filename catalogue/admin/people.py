"""People in the admin."""

import re

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalogue.models import Credit, OutsideWork, Person, PersonCountry, PersonLink

from .changing import ChangesMany
from .ordered import Ordered
from .pasting import ComesFromPages
from .previews import preview
from .publishing import PublishableAdmin
from .related import SECURE_ADDRESSES, RelatedStay
from .rows import Rows
from .search import FoldedSearch
from .sections import Fields, Section, Sectioned
from .states import StateFilter
from .texts import TextInline

NAMED = re.compile(r"(.*?)(?:\s*\(([^()]+)\))?", re.DOTALL)


class PersonCountryInline(Ordered, admin.TabularInline):
    add_words = _("Add a country")
    begins = in_lines = True
    model = PersonCountry
    fields = ["country", "position"]
    autocomplete_fields = ["country"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("country")


class PersonLinkInline(Rows, RelatedStay, admin.TabularInline):
    model = PersonLink
    add_words = _("Add a link")
    in_lines = True
    fields = ["label", "url"]
    formfield_overrides = SECURE_ADDRESSES


class OutsideWorkInline(Ordered, admin.TabularInline):
    model = OutsideWork
    add_words = _("Add a work")
    in_lines = True
    fields = ["title", "year", "kind", "position"]


class TextAboutInline(TextInline):
    fk_name = "person"  # its subject; another column names its author


@admin.register(Person)
class PersonAdmin(ComesFromPages, ChangesMany, Sectioned, FoldedSearch, PublishableAdmin):
    list_display = ["__str__", "sort_name", "birth_year", "death_year", "state", "changed_by", "modified"]
    list_filter = [StateFilter]
    search_fields = ["name"]
    folded_columns = ["folded_name"]
    year_columns = ["birth_year"]
    choose_columns = ["folded_name"]
    alike_by = "name"
    changed_together = ["gender"]
    readonly_fields = ["portrait_preview"]
    sections = [
        Section(
            "essential",
            _("The essential"),
            [
                Fields("name", ("birth_year", "death_year", "gender")),
                PersonCountryInline,
                Fields("qualifier"),
            ],
            short=True,
            wanted=("birth_year", "person_countries"),
        ),
        Section("biography", _("Biography"), [Fields(("biography_fr", "biography_en"))]),
        Section("texts", _("Texts"), [TextAboutInline]),
        Section(
            "portrait",
            _("Portrait"),
            [
                Fields(
                    "portrait_preview",
                    "portrait",
                    ("portrait_text_fr", "portrait_text_en"),
                    ("portrait_credit", "portrait_focal_x", "portrait_focal_y"),
                )
            ],
        ),
        Section("elsewhere", _("Other works, links"), [OutsideWorkInline, PersonLinkInline]),
        Section("address", _("Address and order"), [Fields("slug", "sort_name")]),
    ]

    def namesakes(self, person):
        return Person.objects.named(person.name)

    @admin.display(description=_("preview"))
    def portrait_preview(self, person):
        return preview(person.portrait, person.portrait_text_fr)

    # Chosen by typing

    def notes(self, people):
        """Their years, and two films."""
        credits = Credit.objects.filter(person__in=people).order_by("-film__year", "film__sort_title")
        films = {}
        for pk, title, year in credits.values_list("person", "film__title", "film__year").distinct():
            if len(told := films.setdefault(pk, [])) < 2:
                told.append(f"{title} ({year})" if year else title)
        return {
            person.pk: " · ".join([*filter(None, [_years(person)]), *films.get(person.pk, [])])
            for person in people
        }

    def called(self, text):
        made = self.made(text)
        same = Person.objects.filter(name=made.name, qualifier=made.qualifier)
        return same if same.exists() else Person.objects.named(text)

    def made(self, name):
        """A name, and in brackets what tells it from its namesakes."""
        name, qualifier = NAMED.fullmatch(name).groups()
        return Person(name=name, qualifier=qualifier or "")

    def keep(self, request, person):
        same = Person.objects.filter(name=person.name, qualifier=person.qualifier).first()
        return same or super().keep(request, person)


def _years(person):
    if person.birth_year or person.death_year:
        return f"{person.birth_year or '?'}–{person.death_year or ''}"
    return ""
