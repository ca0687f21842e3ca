"""Pages that were deleted: their addresses say so, and what is near. Another page can have them again."""

from django.http import Http404

from catalogue.models import FormerSlug, Snapshot
from catalogue.publication.cards import cards
from catalogue.publication.documents import KINDS
from catalogue.publication.index.reading import read_ids
from catalogue.reference.roles import DIRECTING

MOST = 6  # films near


class Gone(Http404):
    """What was at an address is deleted (410)."""

    def __init__(self, kind, object_id):
        super().__init__(f"{kind} {object_id}")
        self.kind, self.object_id = kind, object_id

    def films_near(self):
        """Return the cards of films by those who directed a deleted film; none for anything else."""
        last = Snapshot.objects.filter(kind=self.kind, object_id=self.object_id).order_by("-pk").first()
        credits = last.state.get("credits", ()) if last else ()
        people = dict.fromkeys(row["person_id"] for row in credits if row["role"] in DIRECTING)
        found = read_ids([("person_role", f"person:{pk}:{role}") for pk in people for role in DIRECTING])
        return cards("film", sorted({pk for ids in found.values() for pk in ids})[:MOST])


def gone(kind, slug):
    """Return what to raise for an address whose page was deleted; None where there never was one.

    What was restored is a draft with its address: until it is published, its page is as gone as before.
    """
    pk = FormerSlug.objects.filter(kind=kind, slug=slug).values_list("object_id", flat=True).first()
    if pk is None:
        return None
    is_there = KINDS[kind].model._base_manager.filter(pk=pk).exists()
    was_deleted = Snapshot.objects.filter(kind=kind, object_id=pk, origin=Snapshot.Origin.DELETION)
    return None if is_there and not was_deleted.exists() else Gone(kind, pk)
