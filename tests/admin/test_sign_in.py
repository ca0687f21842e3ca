"""Signing in: limits, second factor, sessions, a new password. Other tests sign in with `client.force_login`, and
tests/settings.py asks for no second factor."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

pytestmark = pytest.mark.once

PASSWORD = "a-long-passphrase"
ACCOUNT = "/admin/account/"


@pytest.fixture
def user(db):
    user = User.objects.create_user("anna", "anna@films.example", PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    return user


def sign_in(client, password=PASSWORD, **more):
    return client.post("/admin/login/", {"login": "anna", "password": password}, **more)


def code_now(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def enrol(client):
    """Set up an application that shows codes; return its secret and the recovery codes."""
    page = client.get(f"{ACCOUNT}second-factor/totp/activate/")
    secret = page.context["form"].secret
    told = client.post(f"{ACCOUNT}second-factor/totp/activate/", {"code": code_now(secret)}, follow=True)
    return secret, told.context["unused_codes"]


def test_attempts_are_limited_by_name_and_address_together(user, monkeypatch):
    client = Client()
    assert [sign_in(client, "wrong").status_code for _ in range(6)] == [200] * 5 + [429]
    hashed = []
    monkeypatch.setattr(User, "check_password", lambda *args: hashed.append(args))
    assert sign_in(client).status_code == 429
    assert not hashed
    monkeypatch.undo()
    assert sign_in(client, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_the_address_is_the_one_that_the_proxy_tells(user, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for _ in range(6):
        refused = sign_in(Client(), "wrong", headers={"x-forwarded-for": "198.51.100.1, 192.0.2.7"})
    assert refused.status_code == 429
    assert sign_in(Client(), headers={"x-forwarded-for": "192.0.2.7, 192.0.2.8"}).status_code == 302


def test_whoever_may_publish_sets_up_a_second_factor_and_is_asked_for_it(user, settings):
    settings.SECOND_FACTOR = True
    client = Client()
    assert sign_in(client)["Location"] == "/admin/"
    assert client.get("/admin/catalogue/film/")["Location"] == f"{ACCOUNT}second-factor/"
    assert client.get(f"{ACCOUNT}second-factor/").status_code == 200
    _secret, codes = enrol(client)
    assert len(codes) == 10
    assert client.get("/admin/catalogue/film/").status_code == 200

    other = Client()
    assert sign_in(other)["Location"] == f"{ACCOUNT}second-factor/authenticate/"
    assert other.get("/admin/")["Location"].startswith("/admin/login/")
    assert other.post(f"{ACCOUNT}second-factor/authenticate/", {"code": "000000"}).status_code == 200
    assert other.post(f"{ACCOUNT}second-factor/authenticate/", {"code": codes[0]}).status_code == 302
    assert other.get("/admin/catalogue/film/").status_code == 200
    again = Client()
    sign_in(again)
    assert again.post(f"{ACCOUNT}second-factor/authenticate/", {"code": codes[0]}).status_code == 200


def test_the_code_of_the_application_signs_in(user, settings, monkeypatch):
    settings.SECOND_FACTOR = True
    client, other = Client(), Client()
    sign_in(client)
    secret, _codes = enrol(client)
    later = time.time() + 60  # a code is taken once
    monkeypatch.setattr(time, "time", lambda: later)
    sign_in(other)
    assert other.post(f"{ACCOUNT}second-factor/authenticate/", {"code": code_now(secret)}).status_code == 302
    assert other.get("/admin/").status_code == 200


def test_whoever_may_not_publish_needs_none(user, settings):
    settings.SECOND_FACTOR = True
    user.groups.set(Group.objects.filter(name="partners"))
    client = Client()
    sign_in(client)
    assert client.get("/admin/").status_code == 200


def test_a_second_factor_that_was_lost_is_removed_and_its_sessions_end(user):
    client = Client()
    sign_in(client)
    enrol(client)
    call_command("remove_second_factor", "anna")
    assert not Authenticator.objects.exists()
    assert client.get("/admin/").status_code == 302
    with pytest.raises(CommandError, match="bob"):
        call_command("remove_second_factor", "bob")


def test_sessions_are_listed_and_ended(user):
    client, other = Client(), Client()
    sign_in(client, headers={"user-agent": "Here"})
    sign_in(other, headers={"user-agent": "Elsewhere"})
    page = client.get(f"{ACCOUNT}sessions/").content.decode()
    assert "Elsewhere" in page
    client.post(f"{ACCOUNT}sessions/")
    assert UserSession.objects.get().user_agent == "Here"
    assert (client.get("/admin/").status_code, other.get("/admin/").status_code) == (200, 302)


def test_a_new_password_is_sent_where_mail_is_set_up(user, settings):
    client = Client(headers={"accept-language": "fr"})
    assert "Demandez à l’administration" in client.get(f"{ACCOUNT}password/").content.decode()
    settings.EMAIL_URL, settings.DEFAULT_FROM_EMAIL = "memory:", "films@films.example"
    client.post(f"{ACCOUNT}password/", {"email": "anna@films.example"})
    link = re.search(r"/admin/account/password/\S+", mail.outbox[0].body).group()
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    client.post(address, {"new_password1": "another-passphrase", "new_password2": "another-passphrase"})
    assert sign_in(Client(), "another-passphrase").status_code == 302


def test_who_does_not_work_here_is_told_so(db):
    User.objects.create_user("anna", password=PASSWORD)
    client = Client()
    sign_in(client)
    assert client.get("/admin/").status_code == 403


def test_the_admin_speaks_the_language_that_an_editor_has_switched_to(user):
    client = Client(headers={"accept-language": "fr"})
    sign_in(client)
    assert '<html lang="fr"' in client.get("/admin/catalogue/film/").content.decode()
    answer = client.post("/admin/language/", {"language": "en", "next": "/admin/catalogue/film/"})
    assert answer["Location"] == "/admin/catalogue/film/"
    assert answer.cookies["django_language"]["path"] == "/admin/"
    assert '<html lang="en"' in client.get("/admin/catalogue/film/").content.decode()


def test_its_french_is_typeset_and_names_browsers_as_people_do(user):
    client = Client(headers={"accept-language": "fr"})
    agent = (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0"
    )
    sign_in(client, headers={"user-agent": agent})
    own = [
        "second-factor/",
        "second-factor/totp/activate/",
        "second-factor/webauthn/",
        "second-factor/webauthn/add/",
    ]
    pages = [client.get(f"{ACCOUNT}{page}") for page in own]
    enrol(client)
    later = ["", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/", "webauthn/"]
    pages += [client.get(f"{ACCOUNT}second-factor/{page}") for page in later]
    pages += [client.get(f"{ACCOUNT}sessions/"), client.get("/admin/catalogue/film/")]
    asked = Client(headers={"accept-language": "fr"})
    pages.append(asked.get(sign_in(asked)["Location"]))
    texts = [re.sub(r"(?s)<script.*?</script>|<[^>]*>", "\n", page.content.decode()) for page in pages]
    assert [page.status_code for page in pages] == [200] * len(pages)
    assert [found for text in texts for found in re.findall(r".*\w(?:'|&#x27;)\w.*", text)] == []
    assert "Edge, Windows" in texts[-3]
    assert 'alt="Rechercher"' in pages[-2].content.decode()
