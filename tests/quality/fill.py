"""Fills the empty database of the site that the quality tests read: the demonstration, and one of everything.

With `--demonstration` it is the demonstration alone, and the editor has every right; with `--drafts` the demonstration
and thousands of films that are not on the site. Prints the key of an editor's session, on a line of its own at the end.
"""

import os
import sys
from io import BytesIO

import django
from django.core.files.base import ContentFile
from PIL import Image

TIMES_LARGER = 10
DRAFTS = 3000


def main(arguments):
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    from django.contrib.auth.models import Group, User
    from django.core.management import call_command
    from django.test import Client

    call_command("prepare", demonstration=True)
    alone = "--demonstration" in arguments
    if "--drafts" in arguments:
        add_drafts()
    elif not alone:
        add_showcase()
    editor = Client()
    anna = User.objects.create_user("anna", is_staff=True, is_superuser=alone)
    anna.groups.add(Group.objects.get(name="editors"))
    editor.force_login(anna)
    print(editor.cookies["sessionid"].value)


def add_showcase():
    """Add what the tests read beside the demonstration."""
    from catalogue.models import Booklet
    from tests import showcase

    showcase.picture = photograph
    showcase.make_showcase()
    Booklet.objects.create(
        key="ready",
        title="Films de neige",
        path="/fr/selections/films-de-neige/",
        films=2,
        step=Booklet.Step.MADE,
    )


def add_drafts():
    """Add films as an import leaves them: saved, with a year and a director, and not on the site."""
    from catalogue.models import Credit, Film
    from tests.makers import make_person

    ada = make_person("Ada Lindqvist")
    films = Film.objects.bulk_create(
        Film(title=f"Brouillon {number}", slug=f"brouillon-{number}", year=1990 + number % 30)
        for number in range(DRAFTS)
    )
    Credit.objects.bulk_create(Credit(film=film, person=ada, role="director") for film in films)


def photograph(colour, width=100, height=150):
    """A picture as large as those that people upload: light falls into the colour."""
    size = width * TIMES_LARGER, height * TIMES_LARGER
    light = Image.linear_gradient("L").rotate(180).resize(size)
    data = BytesIO()
    Image.composite(Image.new("RGB", size, "white"), Image.new("RGB", size, colour), light).save(data, "JPEG")
    return ContentFile(data.getvalue(), "from-a-camera.jpg")


if __name__ == "__main__":
    main(sys.argv[1:])
