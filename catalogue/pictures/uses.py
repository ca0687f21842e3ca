"""What a picture is used for: how large it has to be there, and of which shape. A smaller one is blurred on the site.

Only what is sent is judged. Imports bring no pictures, and what has been kept already stays.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .checking import too_thin

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
TOO_HEAVY = gettext_lazy(
    "This file has %(found)s MB; at most %(limit)d are accepted. Save the picture as a JPEG, or smaller."
)
TOO_SMALL = gettext_lazy(
    "This picture is %(width)d × %(height)d pixels and would be blurred on the site: at least %(longer)d on the longer "
    "side and %(shorter)d on the other are expected."
)


@dataclass(frozen=True)
class Use:
    """The least pixels of the longer and the shorter side, and how many times the longer may be the shorter."""

    longer: int
    shorter: int
    times: float = 3
    shape: str = ""  # "square" or "wide"

    def check(self, width, height):
        size = {"width": width, "height": height}
        if self.shape == "square" and max(width, height) > 1.02 * min(width, height):
            message = _("This picture is %(width)d × %(height)d pixels; a mark is square.")
            raise ValidationError(message, params=size, code="shape")
        if self.shape == "wide" and width <= height:
            message = _(
                "This picture is %(width)d × %(height)d pixels; a logo is wider than high. A square one is a mark."
            )
            raise ValidationError(message, params=size, code="shape")
        if max(width, height) > self.times * min(width, height):
            raise too_thin(width, height, self.times)
        if max(width, height) < self.longer or min(width, height) < self.shorter:
            params = {**size, "longer": self.longer, "shorter": self.shorter}
            raise ValidationError(TOO_SMALL, params=params, code="small")

    @property
    def help_text(self):
        return format_lazy(
            gettext_lazy(
                "JPEG, PNG or WebP; from {longer} × {shorter} pixels to 40 megapixels, 10 MB at most."
            ),
            longer=self.longer,
            shorter=self.shorter,
        )


# Each fills the place that it has on a screen of plain resolution (USES of templates/components/picture.html), or
# nearly: posters of archives are often 300 pixels wide.
USES = {
    "cover": Use(400, 300),
    "still": Use(480, 270, 4),
    "portrait": Use(240, 240),
    "logo": Use(120, 32, 12),
    "wide logo": Use(120, 32, 12, "wide"),
    "mark": Use(180, 180, shape="square"),
}


def check_bytes(file):
    if file.size > MOST_BYTES:
        tenths = -(-file.size * 10 // MEGABYTE)  # rounded up: no file of “10.0” is too large
        raise ValidationError(
            _(
                "This file has %(found)s MB; at most %(limit)d are accepted. Save the picture as a JPEG, or smaller."
            ),
            params={"found": number_format(tenths / 10, 1), "limit": MOST_BYTES // MEGABYTE},
            code="bytes",
        )
