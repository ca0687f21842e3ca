"""Small field makers that several tables share: years, languages, running times, pictures."""

import hashlib

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import Image

from catalogue.languages import language_code

MAX_PIXELS = 40_000_000
PICTURE_FORMATS = ["JPEG", "PNG", "WEBP"]
SUFFIXES = {
    "JPEG": ".jpg",
    "MPO": ".jpg",
    "PNG": ".png",
    "WEBP": ".webp",
}  # MPO: a telephone's JPEG with a preview


def validate_language(code):
    if language_code(code) != code:
        raise ValidationError(
            _(
                "“%(code)s” is not the code of a language (BCP 47), such as fr, en, pt-BR; zxx means no dialogue."
            ),
            params={"code": code},
        )


def validate_picture(file):
    """Refuse what is not a whole JPEG, PNG or WebP picture of at most 40 megapixels, before it is decoded."""
    if getattr(file, "_committed", False):
        return  # kept since an earlier upload, which was looked at then
    try:
        with Image.open(file, formats=PICTURE_FORMATS) as picture:
            width, height = picture.size
            if width * height <= MAX_PIXELS:
                picture.load()
    except Exception as error:  # a broken file raises anything in Pillow: OSError, SyntaxError, struct.error…
        raise ValidationError(_("This is not a whole JPEG, PNG or WebP picture.")) from error
    finally:
        file.seek(0)
    if width * height > MAX_PIXELS:
        raise ValidationError(
            _("This picture has %(found)d megapixels; at most %(limit)d are accepted."),
            params={"found": width * height // 1_000_000, "limit": MAX_PIXELS // 1_000_000},
        )


def picture_path(instance, filename):
    """Return the path of an uploaded picture: its digest and its real format, nothing of the sender's name."""
    picture = next(f for f in instance.picture_fields() if f and not f._committed)
    digest = hashlib.sha256(picture.read()).hexdigest()[:32]
    picture.seek(0)
    with Image.open(picture, formats=PICTURE_FORMATS) as opened:
        suffix = SUFFIXES[opened.format]
    picture.seek(0)
    return f"pictures/{digest[:2]}/{digest}{suffix}"


def picture(verbose_name, prefix, **options):
    """Return an ImageField whose width and height are kept in <prefix>_width and <prefix>_height."""
    return models.ImageField(
        verbose_name,
        upload_to=picture_path,
        blank=True,
        width_field=f"{prefix}_width",
        height_field=f"{prefix}_height",
        validators=[validate_picture],
        help_text=_("JPEG, PNG or WebP, 40 megapixels at most."),
        **options,
    )


def pixels():
    return models.PositiveIntegerField(null=True, blank=True, editable=False)


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
