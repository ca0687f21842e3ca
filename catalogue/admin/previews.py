"""Pictures as editors see them before they publish."""

from django.utils.html import format_html

from catalogue.pictures.addresses import fallback


def preview(picture, text=""):
    """Return a picture at the size that the style sheet gives it, with its own size; a dash where there is none."""
    if (
        picture and not picture._committed
    ):  # the form has just refused it: what is kept is still the former one
        saved = type(picture.instance).objects.filter(pk=picture.instance.pk).first()
        picture = saved and getattr(saved, picture.field.name)
    if not picture:
        return "–"
    known = {"src": picture.url, "width": picture.width, "colour": picture.colour}
    size = f"{picture.width} × {picture.height}\u00a0px" if picture.width else ""
    return format_html(
        '<img class="picture-preview" src="{}" alt="{}" width="{}" height="{}">{}',
        *(fallback(known), text, picture.width or "", picture.height or "", size),
    )
