"""Pictures as editors see them before they publish."""

from django.utils.html import format_html


def preview(picture, text=""):
    """Return a picture at the size that the style sheet gives it, or a dash where there is none."""
    if not picture:
        return "–"
    return format_html('<img class="picture-preview" src="{}" alt="{}">', picture.url, text)
