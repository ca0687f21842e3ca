"""Small field makers that several tables share: years, languages, running times, pictures."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.pictures.field import PictureField
from catalogue.pictures.keeping import FOLDER as PICTURES
from catalogue.pictures.uses import USES
from catalogue.reference.languages import language_code


def validate_language(code):
    if language_code(code) != code:
        raise ValidationError(
            _(
                "“%(code)s” is not the code of a language (BCP 47), such as fr, en, pt-BR; zxx means no dialogue."
            ),
            params={"code": code},
        )


def validate_picture(file):
    """Refuse an upload that cannot be shown; what has been kept since an earlier one was looked at then."""
    if not file._committed:
        file.prepare()


def picture_path(instance, filename):
    """Return the path of a picture, whose name is made of its digest: nothing of the sender's name."""
    return f"{PICTURES}/{filename}"


def picture(verbose_name, prefix, use, **options):
    """Return a picture described by the columns <prefix>_width, <prefix>_height and <prefix>_colour.

    `use` is one of USES: how large it has to be.
    """
    return PictureField(
        verbose_name,
        upload_to=picture_path,
        blank=True,
        width_field=f"{prefix}_width",
        height_field=f"{prefix}_height",
        colour_field=f"{prefix}_colour",
        use=use,
        validators=[validate_picture],
        **{"help_text": USES[use].help_text, **options},
    )


def pixels():
    return models.PositiveIntegerField(null=True, blank=True, editable=False)


def dominant_colour():
    """ "#rrggbb", or empty as long as the picture has no renditions."""
    return models.CharField(max_length=7, blank=True, editable=False)


def percent(verbose_name):
    return models.PositiveSmallIntegerField(
        verbose_name,
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("Per cent from the left or top: what must stay visible when the picture is cropped."),
    )


def language(verbose_name, **options):
    return models.CharField(verbose_name, max_length=35, validators=[validate_language], **options)


def running_time(**options):
    return models.PositiveSmallIntegerField(
        _("running time"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(6000)],
        **{"help_text": _("Minutes, for example 80 for 1 h 20. Empty when unknown."), **options},
    )
