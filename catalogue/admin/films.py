"""Films in the admin: everything of a film on one page. Other apps add inlines of theirs to `FilmAdmin.inlines`."""

from django.contrib import admin
from django.db.models import Max, Min, Q
from django.forms import CheckboxSelectMultiple, MultipleChoiceField, Textarea
from django.utils.translation import gettext_lazy as _

from catalogue.models import Film
from catalogue.publication.facts import FACTS
from catalogue.reference.forms import Form

from .film_rows import (
    CompanyCreditInline,
    CreditInline,
    FilmCountryInline,
    IdentifierInline,
    OtherTitleInline,
    StillInline,
)
from .former_states import CountriesInTimeAdmin, ToBeDecidedFilter
from .languages import LanguagesField, NamedLanguages, keep_languages, shown
from .posters import PosterAdmin, PosterForm
from .previews import preview
from .publishing import PublishableAdmin, PublishableForm
from .search import FoldedSearch
from .states import StateFilter
from .texts import TextInline
from .versions import VersionInline


class FilmForm(PosterForm, PublishableForm):
    languages = LanguagesField(
        label=_("Original languages"),
        help_text=_("What the film was made in, between commas: French, English. zxx: nobody speaks."),
    )

    forms = MultipleChoiceField(
        label=_("Forms"), choices=Form.choices, widget=CheckboxSelectMultiple, required=False
    )

    kept_as = {  # in a state
        "languages": ["original_languages"],
        "forms": ["forms"],
        "poster": ["poster_style", "poster_variant"],
    }

    class Meta:
        widgets = {
            f"short_summary_{code}": Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
            for code in ("fr", "en")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["languages"] = [row.language for row in self.instance.original_languages.all()]
            self.initial["forms"] = [row.form for row in self.instance.forms.all()]

    def _save_m2m(self):
        super()._save_m2m()
        if "languages" in self.changed_data:
            keep_languages(self.instance.original_languages, self.cleaned_data["languages"])
        if "forms" in self.changed_data:
            keep_forms(self.instance.forms, self.cleaned_data["forms"])


def keep_forms(rows, codes):
    """Make a film's forms be these."""
    rows.exclude(form__in=codes).delete()
    for code in codes:
        rows.get_or_create(form=code)


class DecadeFilter(admin.SimpleListFilter):
    title = _("year")
    parameter_name = "decade"

    def lookups(self, request, model_admin):
        years = Film.objects.aggregate(first=Min("year"), last=Max("year"))
        if years["first"] is None:
            return []
        first, last = (year // 10 * 10 for year in years.values())
        decades = [(str(year), f"{year}–{year + 9}") for year in range(last, first - 1, -10)]
        return [*decades, ("unknown", _("unknown"))]

    def queryset(self, request, queryset):
        if self.value() == "unknown":
            return queryset.filter(year=None)
        if self.value() and self.value().isdecimal():
            return queryset.filter(year__range=(int(self.value()), int(self.value()) + 9))
        return queryset


@admin.register(Film)
class FilmAdmin(CountriesInTimeAdmin, PosterAdmin, NamedLanguages, FoldedSearch, PublishableAdmin):
    texts_by = "film"
    form = FilmForm
    list_display = ["title", "year", "directors", "state", "modified_at"]
    list_filter = [
        StateFilter,
        DecadeFilter,
        ToBeDecidedFilter,
        ("countries", admin.RelatedOnlyFieldListFilter),
        ("genres", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["title"]
    search_help_text = _("Title, director or year; accents and case do not matter.")
    folded_columns = [
        "folded_title",
        "folded_original_title",
        "other_titles__folded_title",
        "credits__person__folded_name",
    ]
    year_columns = ["year"]
    autocomplete_fields = ["genres", "themes"]
    readonly_fields = ["cover_preview"]
    inlines = [
        FilmCountryInline,
        CreditInline,
        CompanyCreditInline,
        VersionInline,
        TextInline,
        StillInline,
        OtherTitleInline,
        IdentifierInline,
    ]
    fieldsets = [
        (
            _("Identity"),
            {
                "fields": [
                    ("title", "title_language"),
                    ("original_title", "original_title_language"),
                    "sort_title",
                    ("year", "running_time"),
                ]
            },
        ),
        (_("Languages, forms and subjects"), {"fields": ["languages", "forms", ("genres", "themes")]}),
        (
            _("Texts"),
            {"fields": ["short_summary_fr", "short_summary_en", "synopsis_fr", "synopsis_en"]},
        ),
        (
            _("Cover"),
            {
                "fields": [
                    "cover_preview",
                    "cover",
                    ("cover_text_fr", "cover_text_en"),
                    ("cover_credit", "cover_focal_x", "cover_focal_y"),
                ]
            },
        ),
        (
            _("Poster"),
            {
                "fields": ["poster"],
                "description": _(
                    "Where a film has no cover, or has one that lies flat, the site shows a poster drawn from what is "
                    "saved here. Choose another drawing, or a sober one."
                ),
            },
        ),
        (_("Technical"), {"fields": [tuple(fact.column for fact in FACTS)]}),
        (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    def get_fieldsets(self, request, obj=None):
        """Without posters until there is a film to draw them of."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else [part for part in fieldsets if "poster" not in part[1]["fields"]]

    def namesakes(self, film):
        """Films of the same title, of the same years or so, or whose year is not known."""
        same_title = Film.objects.known_as(film.title)
        if film.year is None:
            return same_title
        return same_title.filter(Q(year=None) | Q(year__range=(film.year - 1, film.year + 1)))

    @admin.display(description=_("Director"))
    def directors(self, film):
        return ", ".join(credit.person.name for credit in film.director_credits)

    @admin.display(description=_("original languages"))
    def languages(self, film):
        return ", ".join(shown(row.language) for row in film.original_languages.all())

    @admin.display(description=_("forms"))
    def forms(self, film):
        return ", ".join(map(str, film.forms.all()))

    @admin.display(description=_("preview"))
    def cover_preview(self, film):
        return preview(film.cover, film.cover_text_fr)
