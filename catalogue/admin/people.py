"""People in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalogue.models import OutsideWork, Person, PersonCountry, PersonLink

from .ordered import Ordered, RowsWhenAdding
from .previews import preview
from .publishing import PublishableAdmin
from .related import SECURE_ADDRESSES
from .search import FoldedSearch
from .states import StateFilter
from .texts import TextInline


class PersonCountryInline(Ordered, RowsWhenAdding, admin.TabularInline):
    model = PersonCountry
    fields = ["country", "position"]
    autocomplete_fields = ["country"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("country")


class PersonLinkInline(admin.TabularInline):
    model = PersonLink
    extra = 0
    fields = ["label", "url"]
    formfield_overrides = SECURE_ADDRESSES


class OutsideWorkInline(Ordered, admin.TabularInline):
    model = OutsideWork
    extra = 0
    fields = ["title", "year", "kind", "position"]


class TextAboutInline(TextInline):
    fk_name = "person"  # its subject; another column names its author


@admin.register(Person)
class PersonAdmin(FoldedSearch, PublishableAdmin):
    texts_by = "person"
    list_display = ["__str__", "sort_name", "birth_year", "death_year", "state"]
    list_filter = [StateFilter]
    search_fields = ["name"]
    folded_columns = ["folded_name"]
    year_columns = ["birth_year"]
    inlines = [PersonCountryInline, TextAboutInline, OutsideWorkInline, PersonLinkInline]
    readonly_fields = ["portrait_preview"]
    fieldsets = [
        (None, {"fields": ["name", ("sort_name", "qualifier"), ("birth_year", "death_year"), "gender"]}),
        (_("Biography"), {"fields": ["biography_fr", "biography_en"]}),
        (
            _("Portrait"),
            {
                "fields": [
                    "portrait_preview",
                    "portrait",
                    ("portrait_text_fr", "portrait_text_en"),
                    "portrait_credit",
                ]
            },
        ),
        (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def namesakes(self, person):
        return Person.objects.named(person.name)

    @admin.display(description=_("preview"))
    def portrait_preview(self, person):
        return preview(person.portrait, person.portrait_text_fr)
