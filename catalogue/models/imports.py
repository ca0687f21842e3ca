"""What an import last brought, so that the next one can tell an editor's change from its own."""

from django.db import models


class ImportedFact(models.Model):
    """One value that a source page brought to one field of one object.

    `source` names the page by its layout and subject ("film_page:users:2021"), `kind` and `object_id` the row it went
    to. The value is JSON: what the page said, or for a list (credits, countries…) its items and the rows they became.
    """

    source = models.CharField(max_length=150, db_index=True)
    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(max_length=40)
    value = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["source", "kind", "object_id", "field"], name="facts_of_a_field"),
            models.Index(fields=["kind", "object_id"], name="facts_of_an_object"),
        ]

    def __str__(self):
        return f"{self.source} {self.kind} {self.object_id} {self.field}"
