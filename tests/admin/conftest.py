"""People who work in the admin, and forms as a browser would send them back."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import File
from django.test import Client


def log_in(name, group=None):
    user = User.objects.create_user(name, password="a-long-passphrase", is_staff=True, is_superuser=not group)
    if group:
        user.groups.add(Group.objects.get(name=group))
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


@pytest.fixture
def editor(db):
    return log_in("editor", group="editors")


@pytest.fixture
def curator(db):
    return log_in("curator", group="curators")


@pytest.fixture
def administrator(db):
    return log_in("administrator")


@pytest.fixture
def media(settings, tmp_path):
    """An empty folder of pictures."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def form_data(client, address, **changes):
    """What the form at this address sends when only `changes` are typed in, lines as a browser ends them."""
    context = client.get(address).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {}
    for form in forms:
        for field in form:
            value = field.value()
            if value is None or value is False or isinstance(value, File):
                continue
            data[field.html_name] = value.replace("\n", "\r\n") if isinstance(value, str) else value
    return data | changes


def add_row(data, prefix, **values):
    """Type a new row into an inline."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = number + 1
    data |= {f"{prefix}-{number}-{name}": value for name, value in values.items()}


def messages_of(response):
    return [str(message) for message in response.context["messages"]]
