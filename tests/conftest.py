"""What all tests share: the translations are compiled before the first of them."""

from django.core.management import call_command


def pytest_sessionstart():
    call_command("compile_translations", verbosity=0)
