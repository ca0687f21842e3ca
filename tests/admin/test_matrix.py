"""Every address of the admin × every role. An address without an expectation fails, and so does one that is gone.

E: editors, A: administrators, C: curators, P: partners, on a film of their company. Whoever is not named is refused.
"""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from catalogue import history
from catalogue.models import Country, DailyViews, Film, Genre, Highlight, Job, Snapshot, Theme
from config import sign_in_urls
from distributors.models import Partner
from tests.makers import (
    make_company,
    make_distributor,
    make_film,
    make_identity,
    make_offer,
    make_page,
    make_person,
    make_selection,
    make_text,
)

pytestmark = pytest.mark.once

ROLES = {"E": "editors", "A": "administrators", "C": "curators", "P": "partners"}
READING = {"changelist": "EAC", "change": "EAC", "history": "EAC"}
STATES = {"bin": "EAC", "compare": "EAC", "restore": "EA", "restore_deleted": "EA"}
WRITING = {"add": "EA", "delete": "EA"}
PAGE = READING | WRITING | STATES | {"unpublish": "EA", "editing": "EA", "choose": "EAC"}
PAGE |= {"preview": "EAC", "share": "EA", "changes": "EAC"}
CHOSEN = {"choose": "EACP"}  # in the form of a film
EXPECTED = {
    "catalogue_film": PAGE
    | {"schedule": "EA"}
    | dict.fromkeys(["changelist", "change", "history", "compare", "poster", "preview"], "EACP")
    | {"editing": "EAP", "share": "EAP", "alike": "EAC", "paste": "EA", "sources": "EAC"},
    "catalogue_person": PAGE | CHOSEN | {"alike": "EAC", "schedule": "EA", "sources": "EAC"},
    "catalogue_company": PAGE | CHOSEN | {"alike": "EAC", "schedule": "EA", "sources": "EAC"},
    "catalogue_text": PAGE | {"schedule": "EA", "typeset": "EACP"},
    "catalogue_ownpage": PAGE | {"begin": "EA"},
    "catalogue_selection": READING
    | dict.fromkeys(
        [
            *WRITING,
            "restore",
            "restore_deleted",
            "unpublish",
            "schedule",
            "share",
            "freeze",
            "add_film",
            "editing",
            "choose",
        ],
        "EAC",
    )
    | {"bin": "EAC", "compare": "EAC", "preview": "EAC", "changes": "EAC"},
    "catalogue_highlight": READING | WRITING | {"preview": "EAC"},
    "catalogue_dailyviews": READING | {"add": "", "delete": ""},
    "catalogue_country": READING | {"add": "EA", "delete": ""} | CHOSEN,
    "catalogue_genre": READING | WRITING | CHOSEN,
    "catalogue_theme": READING | WRITING | CHOSEN,
    "catalogue_identity": {
        **dict.fromkeys(["changelist", "change", "history", "preview"], "EA"),
        **{"add": "", "delete": "", "theme": "EAC"},  # there is one identity, always
    },
    "distributors_distributor": READING | WRITING | CHOSEN,
    "distributors_offer": READING | WRITING,
    "catalogue_job": READING | {"progress": "EAC", "stop": "EAC", "add": "", "delete": ""},
    "auth_user": dict.fromkeys(["changelist", "add", "change", "history", "delete", "password_change"], "A"),
    "": {
        **dict.fromkeys(["index", "autocomplete", "jsi18n", "logout", "catalogue_languages"], "EACP"),
        **dict.fromkeys(["password_change", "password_change_done"], "EACP"),
        **dict.fromkeys(["app_list"], "EAC"),
        "view_on_site": "EAC",
        "login": "-",  # who is signed in is led on
        "unfinished": "EACP-",  # answers to what the site has signed alone
    },
}
SENT = {
    "typeset",
    "begin",
    "add_film",
    "editing",
    "logout",
    "stop",
    "unfinished",
}  # what is asked with POST alone
# What visitors read. The style page is tried in tests/pages/test_styleguide.py.
PUBLIC = {
    *["language", "short-address", "healthz", "readyz", "robots", "sitemap"],
    *["sitemap-part", "oembed", "favicon", "manifest", "theme", "site-icon", "poster", "share-card", "media"],
}

# Of oneself, for everybody; tried in tests/admin/test_sign_in.py.
SIGNING_IN = {
    *[
        "admin-language",
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reauthenticate",
        "usersessions_list",
    ],
    *["account_reset_password", "password_reset_done", "password_reset_confirm", "password_reset_complete"],
    *["mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp"],
    *["mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes"],
    *["mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn", "mfa_remove_webauthn"],
    *["mfa_edit_webauthn", "mfa_login_webauthn"],
}


def addresses(patterns):
    """Yield (name, its parameters) of all that have a name; an address without one leads to another."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name, {*pattern.pattern.regex.groupindex}


def admin_addresses():
    return dict(addresses(admin.site.urls[0]))


def expected():
    return {
        f"{model}_{action}".removeprefix("_"): (model, action, roles)
        for model, actions in EXPECTED.items()
        for action, roles in actions.items()
    }


def test_every_address_of_the_admin_has_an_expectation():
    assert {*admin_addresses()} ^ {*expected()} == set()


def test_what_is_public_is_known():
    """The pages of visitors are all under /fr/ and /en/."""
    parts = get_resolver().url_patterns
    outside = [part for part in parts if not isinstance(part, URLResolver)]
    signing_in = [part for part in parts if getattr(part, "urlconf_name", None) is sign_in_urls]
    assert {part.name for part in outside} == PUBLIC
    assert {name for name, _parameters in addresses(signing_in)} == SIGNING_IN


@pytest.fixture
def rows(db):
    """An object of each model, all drafts, with a state that was kept; the film is of a partner's company."""
    film = make_film("Users", published=False)
    rows = {
        "catalogue_film": film,
        "catalogue_person": make_person("Ada"),
        "catalogue_company": make_company("Lumen"),
        "catalogue_text": make_text(film, "Body.", published=False),
        "catalogue_ownpage": make_page("About", published=False),
        "catalogue_selection": make_selection("Été", [], published=False),
        "catalogue_highlight": Highlight.objects.create(film=film),
        "catalogue_dailyviews": DailyViews.objects.create(film=film, day="2026-11-01", count=3),
        "catalogue_country": Country.objects.first(),
        "catalogue_genre": Genre.objects.get_or_create(slug="war", name_fr="Guerre", name_en="War")[0],
        "catalogue_theme": Theme.objects.create(slug="sea", name_fr="Mer", name_en="Sea"),
        "catalogue_identity": make_identity(),
        "distributors_distributor": (distributor := make_distributor("Lumen")),
        "distributors_offer": make_offer(film, distributor=distributor),
        "catalogue_job": Job.objects.create(action="publish", total=0),
        "auth_user": User.objects.create_user("somebody"),
    }
    return rows


def sign_in(role, rows):
    client = Client(headers={"accept-language": "en"})
    if role == "-":
        return client
    user = User.objects.create_user(ROLES[role], is_staff=True)
    user.groups.add(Group.objects.get(name=ROLES[role]))
    if role == "P":
        Partner.objects.create(user=user, company=rows["catalogue_company"])
    client.force_login(user)
    return client


def address(name, model, parameters, rows):
    row = rows.get(model)
    number = None
    if "number" in parameters:
        deleting = name.endswith("restore_deleted")
        origin = Snapshot.Origin.DELETION if deleting else Snapshot.Origin.ADMIN
        number = history.take(row, None, origin).pk
    values = {"object_id": row and row.pk, "id": row and row.pk, "pk": row and row.pk, "number": number}
    values |= {"language": "fr", "choice": "classic", "colour": "aa0000", "app_label": "catalogue"}
    if name == "view_on_site":
        values |= {"content_type_id": ContentType.objects.get_for_model(Film).pk, "object_id": 1}
    url = reverse(f"admin:{name}", kwargs={parameter: values[parameter] for parameter in parameters})
    return url + "?app_label=catalogue&model_name=credit&field_name=person" * (name == "autocomplete")


def opens(client, url, action):
    """Whether a page is not refused; a form that was not filled is no refusal."""
    response = (client.post if action in SENT else client.get)(url)
    refusals = (403, 404) if action == "editing" else (403,)
    leads = response.get("Location", "")
    return (
        response.status_code not in refusals and not leads.startswith("/admin/login/") and leads != "/admin/"
    )


def test_each_address_opens_to_its_roles_alone(rows, monkeypatch, caplog):
    caplog.set_level("CRITICAL", logger="django.request")
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")  # what pages show is tested elsewhere
    parameters = admin_addresses()
    urls = [
        (address(name, model, parameters[name], rows), action, roles)
        for name, (model, action, roles) in expected().items()
    ]
    urls.sort(key=lambda told: told[1] == "logout")  # it comes last
    wrong = []
    for role in "EACP-":
        client = sign_in(role, rows)
        for url, action, roles in urls:
            if opens(client, url, action) != (role in roles):
                wrong.append((role, url, roles))
    assert wrong == [], wrong
