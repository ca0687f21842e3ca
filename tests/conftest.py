"""What all tests share: the translations are compiled before the first of them."""

from django.core.management import call_command
from hypothesis import settings

# How long an example takes says more of the machine than of the code. On CI the examples are the same each time.
settings.register_profile(
    "lanterne", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("lanterne")


def pytest_sessionstart():
    call_command("compile_translations", verbosity=0)
