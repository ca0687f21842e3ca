"""The publication: what public pages read. All of it can be thrown away and rebuilt by `manage.py publish --all`."""

from django.db import models


class CatalogueState(models.Model):
    """The one row that says how often the publication has changed; every publish step holds it while it writes."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_state")]

    def __str__(self):
        return str(self.number)


class Page(models.Model):
    """One public page: all that it shows, in both languages, and all that finds it.

    Every column but `document` and `updated_at` is derived from `document` (see catalogue.publication.terms).
    """

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    slug = models.CharField(max_length=200)
    document = models.JSONField()
    card = models.JSONField()  # what lists show of it
    terms = models.JSONField()  # [field, value, labels]: the postings that hold it
    sort_key = models.CharField(max_length=250)
    year = models.PositiveSmallIntegerField(null=True)
    published_at = models.DateTimeField()
    next_change = models.DateField(null=True, db_index=True)  # the day on which `terms` will differ
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="one_page_per_object"),
            models.UniqueConstraint(fields=["kind", "slug"], name="one_page_per_address"),
        ]

    def __str__(self):
        return f"{self.kind} {self.slug}"


class Posting(models.Model):
    """The pages that hold one value of one field: a roaring bitmap of object ids.

    Fields of films bear plain names (country, director, word_title…), others begin with their kind (person.shows).
    """

    field = models.CharField(max_length=40)
    value = models.CharField(max_length=150)
    labels = models.JSONField(default=dict)  # {"fr": …, "en": …} where a visitor may choose the value
    ids = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["field", "value"], name="one_posting_per_value")]

    def __str__(self):
        return f"{self.field}={self.value}"


class Ordering(models.Model):
    """The published pages of one kind in one order: their object ids, four bytes each, little end first."""

    name = models.CharField(max_length=20, primary_key=True)
    ids = models.BinaryField()

    def __str__(self):
        return self.name
