"""Where the public page of an object is, and whether it shows all that is saved."""

from catalogue.addresses import address
from catalogue.models import Page
from catalogue.publication.belonging import belongings

VIEWS = {"film": "catalogue:film-detail", "person": "catalogue:person-detail"}


def subject_of(text):
    """Return (kind, id) of what a text is about."""
    return ("film", text.film_id) if text.film_id else ("person", text.person_id)


def public_slug(kind, pk):
    """Return the slug of a public page; None where there is none."""
    pages = Page.objects.current().filter(kind=kind, object_id=pk)
    return pages.values_list("slug", flat=True).first()


def public_url(obj):
    """Return the address of an object’s page in the reader’s language; None where it has none."""
    slug = public_slug(obj.kind, obj.pk)
    if obj.kind != "text" or not slug:
        return slug and address(f"catalogue:{obj.kind}-detail", slug)
    kind, pk = subject_of(obj)
    subject = public_slug(kind, pk)
    return subject and address(f"catalogue:{kind}-text", subject, slug.partition("/")[2])


def is_as_saved(obj):
    """Whether the site shows an object, and what belongs to it, as they are saved."""
    if not obj.published_at or obj.has_changes:
        return False
    return not belongings(obj.kind, [obj]).filter(has_changes=True).exists()
