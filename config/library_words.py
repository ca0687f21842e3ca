"""Words of libraries whose French is put right in catalogue/locale: their apostrophes, and names that say one thing.

The catalogue stands before them in INSTALLED_APPS, so that its French is the one that is shown.
"""

from django.utils.translation import gettext_noop

WORDS = [
    gettext_noop("A new set of recovery codes has been generated."),
    gettext_noop("Add Security Key"),
    gettext_noop("An authenticator app is not active."),
    gettext_noop("Authentication using an authenticator app is active."),
    gettext_noop("Authenticator App"),
    gettext_noop("Authenticator app activated."),
    gettext_noop("Authenticator app deactivated."),
    gettext_noop("Authenticator code"),
    gettext_noop("Confirm Access"),
    gettext_noop("Deactivate Authenticator App"),
    gettext_noop(
        "Enabling passwordless operation allows you to sign in using just this key, but imposes additional "
        "requirements such as biometrics or PIN protection."
    ),
    gettext_noop("Enter an authenticator code:"),
    gettext_noop("No security keys have been added."),
    gettext_noop("Please type your current password."),
    gettext_noop("Security Keys"),
    gettext_noop("Two-Factor Authentication"),
    gettext_noop("Use a security key"),
    gettext_noop("Use authenticator app or code"),
    gettext_noop("You are about to deactivate authenticator app based authentication. Are you sure?"),
    gettext_noop("You cannot deactivate two-factor authentication."),
    gettext_noop("You cannot generate recovery codes without having two-factor authentication enabled."),
    gettext_noop(
        "Your account is protected by two-factor authentication. Please enter an authenticator code:"
    ),
]
