from django.urls import path

from catalogue.views import (
    booklets,
    charts,
    citations,
    companies,
    films,
    home,
    people,
    search,
    selections,
    styleguide,
)

app_name = "catalogue"
urlpatterns = [
    path("", home.home, name="home"),
    path("films/", films.film_list, name="film-list"),
    path("films/booklet/", booklets.booklet, {"of": "film-list"}, name="film-list-booklet"),
    path("films/values/<slug:field>/", films.film_values, name="film-values"),
    path("films/charts/", charts.film_charts, name="film-charts"),
    path("films/<slug:slug>/", films.film_detail, name="film-detail"),
    path("films/<slug:slug>/shooting-secrets/", films.film_secrets, name="film-secrets"),
    path("films/<slug:slug>/texts/<slug:text_slug>/", films.film_text, name="film-text"),
    path("films/<slug:slug>/cite.<slug:form>", citations.film, name="film-cite"),
    path(
        "films/<slug:slug>/shooting-secrets/cite.<slug:form>",
        citations.film_secrets,
        name="film-secrets-cite",
    ),
    path(
        "films/<slug:slug>/texts/<slug:text_slug>/cite.<slug:form>",
        citations.text,
        {"kind": "film"},
        name="film-text-cite",
    ),
    path("people/", people.person_list, name="person-list"),
    path("people/<slug:slug>/", people.person_detail, name="person-detail"),
    path("people/<slug:slug>/texts/<slug:text_slug>/", people.person_text, name="person-text"),
    path(
        "people/<slug:slug>/texts/<slug:text_slug>/cite.<slug:form>",
        citations.text,
        {"kind": "person"},
        name="person-text-cite",
    ),
    path("companies/", companies.company_list, name="company-list"),
    path("companies/<slug:slug>/", companies.company_detail, name="company-detail"),
    path(
        "companies/<slug:slug>/booklet/", booklets.booklet, {"of": "company-detail"}, name="company-booklet"
    ),
    path("companies/<slug:slug>/portrait/", charts.company_portrait, name="company-portrait"),
    path("portrait/", charts.portrait, name="portrait"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("styleguide/posters/<int:number>.svg", styleguide.poster, name="styleguide-poster"),
    path("search/", search.search_page, name="search"),
    path("search/suggest/", search.suggestions, name="suggest"),
    path("selections/", selections.selection_list, name="selection-list"),
    path("selections/drafts/<slug:secret>/", selections.selection_draft, name="selection-draft"),
    path("selections/<slug:slug>/", selections.selection_detail, name="selection-detail"),
    path(
        "selections/<slug:slug>/booklet/",
        booklets.booklet,
        {"of": "selection-detail"},
        name="selection-booklet",
    ),
    path("booklets/", booklets.booklet_ask, name="booklet-ask"),
    path("booklets/<slug:key>/", booklets.booklet_state, name="booklet-state"),
    path("booklets/<slug:key>.pdf", booklets.booklet_file, name="booklet-file"),
]
