"""The site as `python3 run.py` serves it: everything prepared, then gunicorn."""

import os
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from environs import validate

from config.environment import env


class Command(BaseCommand):
    help = "Prepares the site with its demonstration films and serves it with gunicorn (HOST, PORT)."
    requires_system_checks = []

    def handle(self, **options):
        host = env.str("HOST", "127.0.0.1")
        port = env.int("PORT", 8000, validate=validate.Range(1, 65535))
        _refuse_where_taken(host, port)
        call_command("prepare", demonstration=True)
        self.stdout.write("To make an editor's account: python3 run.py createsuperuser")
        self.stdout.write("Starting (Ctrl-C stops the site)")
        self.stdout.flush()
        os.chdir(settings.BASE_DIR)
        command = [sys.executable, "-m", "gunicorn", "-c", str(Path("config", "gunicorn.py")), "config.wsgi"]
        os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell


def _refuse_where_taken(host, port):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        message = f"Port {port} of {host} cannot be used: {error.strerror}. PORT= chooses another one."
        raise CommandError(message) from None
