#!/usr/bin/env python
"""Django's command line for Lanterne; a wrong setting ends it with one line that names the variable."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from environs import EnvError


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        from django.conf import settings

        settings.configured or settings.INSTALLED_APPS  # noqa: B018 - reads the settings before any command does
        execute_from_command_line(sys.argv)
    except (EnvError, ImproperlyConfigured) as error:
        sys.exit(f"Lanterne cannot start: {error}")


if __name__ == "__main__":
    main()
