"""Signing in, by django-allauth: attempts are limited, and whoever may publish shows a second factor.

Nobody signs up here. An attempt counts for the name and the address together, before a password is hashed: guesses from
elsewhere keep no editor out.
"""

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import respond_429
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms import TextInput
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalogue.publication.frame import site
from catalogue.publication.state import state

JUST_NOW = 300  # seconds
LONGEST_PASSWORD = 1024  # letters: hashing a longer one would cost the site more than its sender
UNKNOWN = "0.0.0.0"  # noqa: S104 - where a server does not tell who asks


class Plain:
    """Of a form: labels alone name its fields, and what is typed goes into the first."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number, field in enumerate(self.fields.values()):
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs["autofocus"] = number == 0


class SignInForm(Plain, LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].validators.append(MaxLengthValidator(LONGEST_PASSWORD))
        self.fields["password"].help_text = ""
        self.fields["login"].label = pgettext_lazy("of an account", "Username")


class CodeForm(Plain, AuthenticateForm):
    pass


class NewCodesForm(Plain, ActivateTOTPForm):
    pass


class Named(Plain):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")


class NewKeyForm(Named, AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A second field of text, though hidden: Enter sends a form that has one alone, before the device has answered.
        self.fields["credential"].widget = TextInput(attrs={"hidden": True})
        self.fields["credential"].label = ""


class KeyForm(Named, EditWebAuthnForm):
    pass


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return (request.META.get("REMOTE_ADDR") and super().get_client_ip(request)) or UNKNOWN

    def pre_authenticate(self, request, **credentials):
        """Answer 429 to whoever has tried a name too often from one address."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            raise ImmediateHttpResponse(respond_429(request)) from None

    def is_reauthentication_required(self, *, app):
        """Who has just signed in sets up a second factor without typing the password twice."""
        records = get_authentication_records(context.request, context.request.user)
        is_recent = records and time.time() - records[-1]["at"] < JUST_NOW
        return not is_recent and super().is_reauthentication_required(app=app)

    def _get_login_attempts_cache_key(self, request, **credentials):
        name = credentials.get("username", "").casefold()
        return f"{name} {self.get_client_ip(request)}"


class SecondFactorAdapter(DefaultMFAAdapter):
    def _get_site_name(self):
        return site_names()["site_title"]


def lacks_second_factor(request):
    """Whether this account may publish, and has no second factor yet. One that has it was asked when it signed in."""
    if not (settings.SECOND_FACTOR and request.user.has_perm("catalogue.publish")):
        return False
    methods = {record["method"] for record in get_authentication_records(request, request.user)}
    return "mfa" not in methods and not is_mfa_enabled(request.user)


def site_names():
    """The name of the site, for pages in the look of the admin."""
    state()
    name = site().name
    return {"site_header": name, "site_title": name}


def refused(request, exception):
    """The page that says, in the look of the admin, that an account may not open another."""
    context = {**site_names(), "has_permission": request.user.is_staff}
    return render(request, "403.html", context, status=403)


def names(request):
    """For the pages of signing in, which are none of the admin's."""
    match = request.resolver_match
    if match is None or match.namespace or not request.path.startswith("/admin/"):
        return {}
    return {**site_names(), "has_permission": request.user.is_staff, "mail": bool(settings.EMAIL_URL)}
