"""Films in the admin: everything of a film on one page. Other apps add sections of theirs."""

import re

from django.contrib import admin
from django.db.models import Max, Min, Q, prefetch_related_objects
from django.forms import CheckboxSelectMultiple, MultipleChoiceField, Textarea
from django.urls import path
from django.utils.translation import gettext_lazy as _

from catalogue.folding import fold
from catalogue.models import Credit, Film, OtherTitle, Person
from catalogue.publication.facts import FACTS
from catalogue.reference.forms import Form
from catalogue.reference.roles import DIRECTING

from . import gaps
from .changing import ChangesMany
from .copying import StartsFromAnother
from .film_rows import (
    CompanyCreditInline,
    CreditInline,
    FilmCountryInline,
    IdentifierInline,
    OtherTitleInline,
    StillInline,
)
from .former_states import CountriesInTimeAdmin, ToBeDecidedFilter
from .gaps import GapFilter
from .languages import LanguagesField, NamedLanguages, keep_languages, languages_view, shown
from .lists import InUseFilter
from .pasting import ComesFromPages, PastesPages
from .posters import PosterAdmin, PosterForm
from .previews import preview
from .publishing import PublishableAdmin, PublishableForm
from .search import FoldedSearch
from .sections import Fields, Section, Sectioned
from .states import StateFilter
from .texts import TextInline
from .versions import VersionInline

TITLED = re.compile(r"(.+) \((\d{4})\)")


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
            if not self.is_bound:  # read once for the form and what its rows say
                prefetch_related_objects([self.instance], "original_languages")
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
class FilmAdmin(
    PastesPages,
    ComesFromPages,
    ChangesMany,
    StartsFromAnother,
    Sectioned,
    CountriesInTimeAdmin,
    PosterAdmin,
    NamedLanguages,
    FoldedSearch,
    PublishableAdmin,
):
    form = FilmForm
    list_display = ["listed_title", "year", "directors", "state", "lacking", "changed_by", "modified"]
    list_filter = [
        StateFilter,
        GapFilter,
        DecadeFilter,
        ToBeDecidedFilter,
        ("countries", InUseFilter),
        ("genres", InUseFilter),
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
    choose_columns = ["folded_title", "folded_original_title"]
    alike_by = "title"
    actions = [*ChangesMany.actions, "schedule_selected"]
    changed_together = ["colour", "sound"]
    autocomplete_fields = ["genres", "themes"]
    readonly_fields = ["cover_preview"]
    sections = [
        Section(
            "essential",
            _("The essential"),
            [
                Fields("title", ("original_title", "year")),
                CreditInline,
                FilmCountryInline,
                Fields(("running_time", "languages")),
                VersionInline,
                Fields(("short_summary_fr", "short_summary_en")),
            ],
            short=True,
            wanted=(
                *("title", "year", "credits", "film_countries", "running_time", "languages", "versions"),
                *("short_summary_fr", "short_summary_en"),
            ),
        ),
        Section("companies", _("Companies"), [CompanyCreditInline]),
        Section(
            "subjects",
            _("Forms, subjects and technique"),
            [Fields("forms", ("genres", "themes"), tuple(fact.column for fact in FACTS))],
        ),
        Section("texts", _("Texts"), [Fields(("synopsis_fr", "synopsis_en")), TextInline]),
        Section(
            "pictures",
            _("Cover and stills"),
            [
                Fields(
                    "cover_preview",
                    "cover",
                    ("cover_text_fr", "cover_text_en"),
                    "cover_credit",
                ),
                StillInline,
            ],
        ),
        Section(
            "titles",
            _("Titles"),
            [Fields(("title_language", "original_title_language", "sort_title")), OtherTitleInline],
        ),
        Section("registers", _("Numbers and address"), [IdentifierInline, Fields("year_is_unknown", "slug")]),
    ]
    poster_section = Section(
        "poster",
        _("Poster"),
        [
            Fields(
                "poster",
                description=_(
                    "Where a film has no cover, or has one that lies flat, the site shows a poster drawn from what is "
                    "saved here. Choose another drawing, or a sober one."
                ),
            )
        ],
    )

    def shown(self, films):
        return gaps.annotated(super().shown(films)).for_list()

    def get_sections(self, request, obj=None):
        """Without posters until there is a film to draw them of."""
        sections = super().get_sections(request, obj)
        return [*sections, self.poster_section] if obj else sections

    def get_urls(self):
        return [
            path("languages/", self.admin_site.admin_view(languages_view), name="catalogue_languages"),
            *super().get_urls(),
        ]

    def namesakes(self, film):
        """Films of the same title, of the same years or so, or whose year is not known."""
        same_title = Film.objects.known_as(film.title)
        if film.year is None:
            return same_title
        return same_title.filter(Q(year=None) | Q(year__range=(film.year - 1, film.year + 1)))

    @admin.display(description=_("title"), ordering="sort_title")
    def listed_title(self, film):
        return film.title

    @admin.display(description=_("what is missing"))
    def lacking(self, film):
        return gaps.said_of(film)

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

    # Chosen by typing

    def found(self, rows, term):
        """By a title of theirs, or by a director."""
        words = fold(term).split()
        if not words:
            return rows.none()
        held = {
            column: Q(*[(f"{column}__contains", word) for word in words])
            for column in ("folded_title", "folded_original_title", "folded_name")
        }
        own = rows.filter(held["folded_title"] | held["folded_original_title"])
        others = OtherTitle.objects.filter(held["folded_title"])
        people = (
            Person.objects.filter(held["folded_name"]).order_by("folded_name").values_list("pk", flat=True)
        )
        directed = Credit.objects.filter(person__in=[*people[:20]], role__in=DIRECTING)
        # Keys alone, from indexes.
        found = [
            *own.order_by("folded_title", "folded_original_title", "pk").values_list("pk", flat=True)[:50],
            *others.values_list("film", flat=True)[:50],
            *directed.values_list("film", flat=True)[:50],
        ]
        return rows.filter(pk__in=found).order_by("sort_title", "pk")

    def notes(self, films):
        credits = Credit.objects.filter(film__in=films, role__in=DIRECTING).order_by("position")
        told = {}
        for pk, name in credits.values_list("film", "person__name"):
            told.setdefault(pk, []).append(name)
        return {pk: ", ".join(names) for pk, names in told.items()}

    def called(self, text):
        found = TITLED.fullmatch(text)
        same = Film.objects.filter(title=found[1], year=found[2]) if found else Film.objects.none()
        return same if same.exists() else Film.objects.known_as(text)
