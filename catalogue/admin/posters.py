"""The drawn poster of a film as editors choose it: several drawings side by side, one of them taken."""

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.http import Http404, HttpResponse
from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalogue.models import Film
from catalogue.posters.poster import draw
from catalogue.posters.subject import Film as Subject
from catalogue.publication.documents.parts import in_both
from catalogue.reference.roles import DIRECTING

OFFERED = {Film.PosterStyle.DRAWN: 6, Film.PosterStyle.SOBER: 12}  # drawings to choose from
LARGEST = 32_767  # number that the column of drawings takes


class PosterField(forms.ChoiceField):
    """A style and a drawing, as one choice: "sober-2"."""

    def __init__(self, **options):
        super().__init__(required=False, widget=forms.RadioSelect(attrs={"class": "posters"}), **options)

    def show(self, film):
        """Offer the drawings of this film, and the one it has."""
        numbers = {style: [*range(offered)] for style, offered in OFFERED.items()}
        if film.poster_variant not in numbers[film.poster_style]:
            numbers[film.poster_style].append(film.poster_variant)
        self.choices = [
            (
                style.label,
                [
                    (choice(style, number), _picture_when_shown(film, style, number))
                    for number in numbers[style]
                ],
            )
            for style in OFFERED
        ]

    def has_changed(self, initial, data):
        return bool(data) and data != initial


class PosterForm(forms.ModelForm):
    poster = PosterField(label=_("Drawing"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "poster" in self.fields:
            self.fields["poster"].show(self.instance)
            self.initial["poster"] = choice(self.instance.poster_style, self.instance.poster_variant)

    def clean(self):
        chosen = self.cleaned_data.get("poster")
        if chosen:
            self.instance.poster_style, self.instance.poster_variant = parsed(chosen)
        return super().clean()


class PosterAdmin:
    """The part of the films' admin that shows posters, also of films that are not published."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.poster_view)
        return [
            path("<path:object_id>/poster/<slug:choice>.svg", view, name="catalogue_film_poster"),
            *super().get_urls(),
        ]

    def poster_view(self, request, object_id, choice):
        film = self.get_object(request, unquote(object_id))
        if film is None or not self.has_view_permission(request, film):
            raise Http404
        style, variant = parsed(choice)
        card = _card(film) | {"poster_style": style, "poster_variant": variant}
        return HttpResponse(draw(Subject.from_card(card)), content_type="image/svg+xml; charset=utf-8")

    @admin.display(description=_("Drawing"))
    def poster(self, film):
        return _picture(film, film.poster_style, film.poster_variant) if film.pk else "–"


def choice(style, number):
    return f"{style or 'drawn'}-{number}"


def parsed(value):
    """Return (style, variant) of a choice; 404 for what is none."""
    style, _dash, number = value.partition("-")
    style = "" if style == "drawn" else style
    if style not in Film.PosterStyle.values or not number.isdecimal() or int(number) > LARGEST:
        raise Http404
    return style, int(number)


def _picture(film, style, number):
    address = reverse("admin:catalogue_film_poster", args=[film.pk, choice(style, number)])
    text = _("%(style)s, drawing %(number)s") % {
        "style": Film.PosterStyle(style).label,
        "number": number + 1,
    }
    return format_html('<img src="{}" alt="{}" width="120" height="180" loading="lazy">', address, text)


_picture_when_shown = lazy(_picture, SafeString)  # what is sent is checked without


def _card(film):
    """Return what a poster says of a film as it is saved."""
    return {
        "id": film.pk,
        "title": film.title,
        "title_language": film.title_language,
        "year": film.year,
        "countries": [
            {"code": country.code, "name": in_both(country, "name")}
            for country in film.countries.order_by("film_countries__position", "film_countries__pk")
        ],
        "directors": [
            {"name": credit.person.name}
            for credit in film.credits.select_related("person")
            if credit.role in DIRECTING
        ],
        "cover": {"width": film.cover_width, "height": film.cover_height} if film.cover else None,
    }
