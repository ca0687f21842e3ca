"""The admin under Lanterne's name."""

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.utils.translation import gettext_lazy as _

LONGEST_PASSWORD = 1024  # letters: hashing a longer one would cost the site more than its sender


class LogInForm(AdminAuthenticationForm):
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class LanterneAdminSite(AdminSite):
    site_header = site_title = "Lanterne"
    index_title = _("The catalogue")
    enable_nav_sidebar = True
    login_form = LogInForm
