"""What an object should have before it comes onto the site. Some checks forbid that, others only tell.

What an editor has published anyway, saying why, is not asked for again. Imports and commands publish without checks:
they are those of the admin, and of what is scheduled there. Other apps `register` checks of theirs.
"""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from catalogue.models import Credit, Film, FilmCountry, Person, PublishedAnyway, Still, Version
from catalogue.models.film_indexes import NOTHING, without_text_of_cover, without_text_of_still
from catalogue.reference.roles import DIRECTING


@dataclass(frozen=True)
class Check:
    """Something that is asked: of the columns of an object, or of rows of a film."""

    name: str
    words: str  # what is missing
    field: str  # of the form: the id of an element
    condition: Q | None = None  # of those that lack it
    rows: QuerySet | None = None  # of which a film should have some…
    is_wanted: bool = True  # …or none
    forbids: bool = False
    otherwise: tuple = ()  # (id of an element, words): another way to answer it

    @property
    def fails(self):
        if self.rows is None:
            return self.condition
        has_some = Exists(self.rows.filter(film=OuterRef("pk")))
        return ~has_some if self.is_wanted else has_some


_checks = {}


def register(model, *checks):
    _checks.setdefault(model, []).extend(checks)


def named(model):
    """Return {name: check} of a model."""
    return {check.name: check for check in _checks.get(model, [])}


def failing(model, pks):
    """Return {pk: the checks that fail} of objects of a model; one query."""
    checks = _checks.get(model, [])
    if not checks:
        return {}
    told = {f"fails_{check.name}": check.fails for check in checks}
    rows = model._base_manager.filter(pk__in=pks).order_by().annotate(**told).values_list("pk", *told)
    return {pk: [check for check, fails in zip(checks, each, strict=True) if fails] for pk, *each in rows}


def forbidding(model, pks):
    """Return {pk: the checks that forbid to publish it} of those that are not on the site yet."""
    return not_accepted(
        model, failing(model, model._base_manager.filter(pk__in=pks, published_at=None).values("pk"))
    )


def not_accepted(model, failing):
    """Return {pk: the checks that forbid to publish it} of those that fail, without what was published anyway."""
    found = {pk: [check for check in checks if check.forbids] for pk, checks in failing.items()}
    found = {pk: checks for pk, checks in found.items() if checks}
    for each in PublishedAnyway.objects.filter(kind=model.kind, object_id__in=found):
        found[each.object_id] = [check for check in found[each.object_id] if check.name not in each.checks]
    return {pk: checks for pk, checks in found.items() if checks}


def words_of(kind, names):
    """What checks say that failed once."""
    words = {
        check.name: str(check.words)
        for model, checks in _checks.items()
        if model.kind == kind
        for check in checks
    }
    return [words.get(name, name) for name in names]


SAME_FILM = Film.objects.filter(folded_title=OuterRef("folded_title"), year=OuterRef("year"))
SAME_PERSON = Person.objects.filter(folded_name=OuterRef("folded_name"), qualifier=OuterRef("qualifier"))

register(
    Film,
    Check(
        "director",
        _("No director"),
        "credits-group",
        rows=Credit.objects.filter(role__in=DIRECTING),
        forbids=True,
    ),
    Check(
        "year",
        _("No year"),
        "id_year",
        Q(year=None, year_is_unknown=False),
        forbids=True,
        otherwise=("id_year_is_unknown", _("say that it is unknown")),
    ),
    Check("country", _("No country"), "film_countries-group", rows=FilmCountry.objects.all()),
    Check("version", _("No version"), "versions-group", rows=Version.objects.all()),
    Check("summary_fr", _("No short summary in French"), "id_short_summary_fr", Q(short_summary_fr=NOTHING)),
    Check("summary_en", _("No short summary in English"), "id_short_summary_en", Q(short_summary_en=NOTHING)),
    Check("running_time", _("No running time"), "id_running_time", Q(running_time=None)),
    Check(
        "cover_text",
        _("A cover without its description"),
        "id_cover_text_fr",
        without_text_of_cover(),
    ),
    Check(
        "cover_credit", _("A cover without its credit"), "id_cover_credit", ~Q(cover="") & Q(cover_credit="")
    ),
    Check(
        "cover_flat",
        _("A cover that lies flat: lists show it within a drawn poster"),
        "id_cover",
        ~Q(cover="") & Q(cover_width__gt=F("cover_height")),
    ),
    Check(
        "still_text",
        _("A still without its description"),
        "stills-group",
        rows=Still.objects.filter(without_text_of_still()),
        is_wanted=False,
    ),
    Check(
        "still_credit",
        _("A still without its credit"),
        "stills-group",
        rows=Still.objects.filter(credit=""),
        is_wanted=False,
    ),
    Check(
        "double",
        _("Another film has the same title and year"),
        "id_title",
        Q(Exists(SAME_FILM.exclude(pk=OuterRef("pk")))),
    ),
)
register(
    Person,
    Check(
        "double",
        _("Somebody else has the same name"),
        "id_name",
        Q(Exists(SAME_PERSON.exclude(pk=OuterRef("pk")))),
    ),
)
