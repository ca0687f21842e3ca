"""The publication: what public pages read. All of it can be thrown away and rebuilt by `manage.py publish --all`.

Pages, postings and orderings bear a generation. Visitors read the one that `CatalogueState` names; a rebuild writes
the next one beside it (see catalogue.publication.rebuild).
"""

from django.db import models


class CatalogueState(models.Model):
    """The one row that says how often the publication has changed; every publish step holds it while it writes."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()
    generation = models.PositiveBigIntegerField(default=1)  # that visitors read
    building = models.PositiveBigIntegerField(null=True)  # that a rebuild is writing
    listed = models.PositiveBigIntegerField(
        default=0
    )  # the number by which something that lists show last changed
    rebuilt = models.PositiveBigIntegerField(
        default=0
    )  # the number by which a rebuild last changed something
    rebuilt_from = models.PositiveBigIntegerField(default=0)  # the number that the last rebuild began with
    # The number by which the frame of all pages last changed; 0 before it ever did.
    framed = models.PositiveBigIntegerField(default=0)
    # Whether the demonstration is on the site: None where it never was, False where it was removed.
    demonstration = models.BooleanField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_state")]

    def __str__(self):
        return str(self.number)


class GenerationQuerySet(models.QuerySet):
    def current(self):
        """Those that visitors read."""
        return self.filter(generation=models.Subquery(CatalogueState.objects.values("generation")[:1]))

    def of(self, generation):
        """Those of a generation; of the current one where it is None."""
        return self.current() if generation is None else self.filter(generation=generation)


class Page(models.Model):
    """One public page: all that it shows, in both languages, and all that finds it.

    The document decides the others (see catalogue.publication.terms), but for `version` and `updated_at`. Short columns
    come first: SQLite reads a row from its beginning.
    """

    generation = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    slug = models.CharField(max_length=200)
    version = models.PositiveBigIntegerField()  # the publication that last changed anything that it shows
    sort_key = models.CharField(max_length=250)
    year = models.PositiveSmallIntegerField(null=True)
    published_at = models.DateTimeField()
    next_change = models.DateField(null=True, db_index=True)  # the day on which `terms` will differ
    updated_at = models.DateTimeField()
    card = models.JSONField()  # what lists show of it
    document = models.JSONField()
    terms = models.JSONField()  # [field, value, labels]: the postings that hold it

    objects = GenerationQuerySet.as_manager()

    class Meta:
        permissions = [("publish", "Can publish, and take off the site")]
        constraints = [
            models.UniqueConstraint(fields=["generation", "kind", "object_id"], name="one_page_per_object"),
            models.UniqueConstraint(fields=["generation", "kind", "slug"], name="one_page_per_address"),
        ]

    def __str__(self):
        return f"{self.kind} {self.slug}"


class Posting(models.Model):
    """The pages that hold one value of one field: a roaring bitmap of object ids.

    Fields of films bear plain names (country, director…), others begin with their kind (person.shows, film.title). A
    value that no page holds any more keeps its row, so that workers hear of it, until the next rebuild.
    """

    generation = models.PositiveBigIntegerField()
    field = models.CharField(max_length=40)
    value = models.CharField(max_length=150)
    labels = models.JSONField(default=dict)  # {"fr": …, "en": …} where a visitor may choose the value
    ids = models.BinaryField()
    # The publication that changed the row since its generation was written, where workers hold it in memory; 0 for what
    # a rebuild that is not complete has changed.
    number = models.PositiveBigIntegerField(null=True)

    objects = GenerationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["generation", "field", "value"], name="one_posting_per_value")
        ]
        indexes = [
            models.Index(
                fields=["number"], name="postings_by_number", condition=models.Q(number__isnull=False)
            )
        ]

    def __str__(self):
        return f"{self.field}={self.value}"


class OrderingBlock(models.Model):
    """Some published pages of one kind that follow each other in one order.

    A block holds what sorts from its `first_key` to that of the next block; the first key of the first one is empty.
    """

    generation = models.PositiveBigIntegerField()
    name = models.CharField(max_length=20)
    first_key = models.BinaryField()
    keys = models.BinaryField()  # sort keys, a line each
    ids = models.BinaryField()  # object ids in the order of the keys, four bytes each, little end first
    number = models.PositiveBigIntegerField(null=True)  # as in Posting

    objects = GenerationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["generation", "name", "first_key"], name="one_block_per_key")
        ]
        indexes = [
            models.Index(fields=["number"], name="blocks_by_number", condition=models.Q(number__isnull=False))
        ]

    def __str__(self):
        return f"{self.name} from {bytes(self.first_key)!r}"


class Rebuild(models.Model):
    """The one rebuild that is under way or was left unfinished: how far it has come."""

    generation = models.PositiveBigIntegerField()  # that it writes
    with_changes = models.BooleanField()
    step = models.CharField(max_length=20, default="")
    kind = models.CharField(max_length=20, default="")
    after = models.PositiveBigIntegerField(default=0)  # the last object of this kind that is done
    differs = models.BooleanField(default=False)  # whether a page is not as visitors read it
    number = models.PositiveBigIntegerField()  # of the publication, when it began
    began_at = models.DateTimeField(auto_now_add=True)
    owner = models.CharField(max_length=32)  # the process that is at it

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_rebuild")]

    def __str__(self):
        return f"generation {self.generation}"


class Task(models.Model):
    """What is still to be done with pages of one kind, in small steps (see catalogue.publication.tasks)."""

    class Action(models.TextChoices):
        REFRESH = "refresh"  # bring borrowed names up to date
        PUBLISH = "publish"
        UNPUBLISH = "unpublish"
        CHANGE = "change"  # write a field, as the job says
        SCHEDULE = "schedule"  # for the moment that the job says
        REBUILD = "rebuild"  # published while a rebuild is under way, which has to build it again

    action = models.CharField(max_length=20, choices=Action)
    kind = models.CharField(max_length=20)
    ids = models.BinaryField()  # a roaring bitmap of object ids
    # Whom it is done for; None for what publishing one page left for later.
    job = models.ForeignKey("Job", models.CASCADE, null=True, related_name="tasks")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "kind"], condition=models.Q(job=None), name="one_task_per_kind"
            ),
            models.UniqueConstraint(fields=["job", "action", "kind"], name="one_task_per_kind_and_job"),
        ]

    def __str__(self):
        return f"{self.action} {self.kind}"
