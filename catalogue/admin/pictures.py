"""Pictures in forms: what the script has to know to judge one as it is chosen, and to show how the site crops it.

Without script a picture is judged when it is sent, and its focal point is two numbers.
"""

import json

from django.forms import ClearableFileInput
from django.utils.html import format_html
from django.utils.translation import gettext as _

from catalogue.pictures.uses import MOST_BYTES, TOO_HEAVY, TOO_SMALL, USES

# Where the site crops a picture, by its use (components/gallery.css, names.css): the shape, and where that is.
CROPS = {
    "still": ("focal", lambda: [("5/3", _("On a screen")), ("3/2", _("On a phone"))]),
    "portrait": ("portrait_focal", lambda: [("2/3", _("In lists of names"))]),
}


class PictureInput(ClearableFileInput):
    """What is kept is shown above it: its file is not named."""

    template_name = "django/forms/widgets/file.html"

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        if self.is_required or not self.is_initial(value):
            return field
        box = self.clear_checkbox_name(name)
        label = _("Take this picture away")
        identifier = self.clear_checkbox_id(box)
        html = '{}<span class="picture-clear"><input type="checkbox" name="{}" id="{}"><label for="{}">{}</label>'
        return format_html(html + "</span>", field, box, identifier, identifier, label)


def attributes(field):
    """What the script has to know of a column with a picture."""
    use = USES[field.use]
    told = {
        "data-picture": field.use,
        "data-most": MOST_BYTES,
        "data-longer": use.longer,
        "data-shorter": use.shorter,
        "data-heavy-words": TOO_HEAVY,
        "data-small-words": TOO_SMALL,
        "data-sending-words": _("The pictures are being sent…"),
    }
    if field.use == "still":
        told |= {
            "data-several-words": _("Drop several pictures here, or choose them"),
            "data-whole-words": _("Upright: shown whole"),
        }
    if field.use in CROPS:
        focal, crops = CROPS[field.use]
        told |= {
            "data-focal": focal,
            "data-crops": json.dumps(crops()),
            "data-focal-words": _(
                "Focal point: {x} per cent from the left, {y} per cent from the top. Arrow keys move it."
            ),
        }
    return told
