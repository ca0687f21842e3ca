"""The addresses of signing in: of those that django-allauth and Django bring, the ones that editors need."""

from allauth.account import views as account
from allauth.core.ratelimit import consume_or_429
from django.conf import settings
from django.contrib.auth import views as auth
from django.shortcuts import render
from django.urls import include, path
from django.views.i18n import set_language


def password_reset(request):
    """Ask for a message with a link; where the site sends none, say whom to ask."""
    if not settings.EMAIL_URL:
        return render(request, "registration/ask_an_administrator.html")
    if request.method == "POST" and (refused := consume_or_429(request, action="reset_password")):
        return refused
    return auth.PasswordResetView.as_view()(request)


urlpatterns = [
    path("language/", set_language, name="admin-language"),
    path("login/", account.login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("account/password/", password_reset, name="account_reset_password"),
    path("account/password/sent/", auth.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "account/password/<uidb64>/<token>/",
        auth.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path(
        "account/password/changed/",
        auth.PasswordResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
    path("account/second-factor/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
]
