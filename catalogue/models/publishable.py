"""What every entity with a public page shares: an address, and the way from draft to published."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from catalogue.slugs import MAX_LENGTH, first_free, slug_of

from .derived import Deriving, DerivingQuerySet, derived_fields


class FormerSlug(models.Model):
    """An address that a page once had: it leads to the present one, permanently, or says that the page was deleted."""

    kind = models.CharField(max_length=20)
    slug = models.SlugField(max_length=MAX_LENGTH + 40)  # of a text: with its subject
    object_id = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="one_owner_of_a_former_slug")]

    def __str__(self):
        return f"{self.kind} {self.slug}"


class PublishableQuerySet(DerivingQuerySet):
    def published(self):
        """Those that are on the site, maybe in an earlier state than the one saved here."""
        return self.filter(published_at__isnull=False)

    def with_changes(self):
        """Those that are on the site and were saved again since: their page still shows the former state."""
        return self.published().filter(has_changes=True)

    def to_check(self):
        """Those that somebody saved who may not publish, the longest waiting first."""
        return self.filter(to_check_since__isnull=False).order_by("to_check_since")


def waiting_indexes(name):
    """What the editors' desk reads by: the last changed of all, of drafts, of those with saved changes that wait."""
    drafts, changed = models.Q(published_at=None), models.Q(published_at__isnull=False, has_changes=True)
    return [
        models.Index(fields=["modified_at", "id"], name=f"{name}_by_change"),
        models.Index(fields=["modified_at", "id"], name=f"{name}_drafts", condition=drafts),
        models.Index(fields=["modified_at", "id"], name=f"{name}_with_changes", condition=changed),
    ]


class Publishable(Deriving):
    """An entity with a page of its own. Saving it changes nothing on the site until it is published."""

    slug = models.SlugField(
        _("address"),
        max_length=MAX_LENGTH + 10,
        unique=True,
        blank=True,
        help_text=_("The end of the page’s address. Leave empty: it is made from the name and follows it."),
    )
    published_at = models.DateTimeField(
        _("published"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When it first came onto the site."),
    )
    has_changes = models.BooleanField(
        _("unpublished changes"),
        default=True,
        editable=False,
        help_text=_("Saved since it was last published."),
    )
    to_check_since = models.DateTimeField(
        _("waits for a check since"),
        null=True,
        blank=True,
        editable=False,
        db_index=True,
        help_text=_("Saved by somebody who may not publish."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    modified_at = models.DateTimeField(_("modified"), auto_now=True)

    objects = PublishableQuerySet.as_manager()

    kind = ""  # what its page is called in the publication: film, person, company…
    reserved_slugs = ()  # addresses that no such page can have

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None:
            saved = type(self).objects.filter(pk=self.pk).first() if self.pk else None
            self.has_changes = True
            self.published_at = (
                saved.published_at if saved else self.published_at
            )  # publishing alone changes it
            self._settle_slug(saved)
            if saved:
                self._release_derived(saved)
        super().save(*args, update_fields=update_fields, **kwargs)

    def public_name(self):
        """The name that the address is made of."""
        raise NotImplementedError(type(self))

    def is_slug_taken(self, slug):
        """Whether an address is, or leads to, another page. What was deleted leaves its addresses to others."""
        if slug in self.reserved_slugs:
            return True
        former = FormerSlug.objects.filter(kind=self.kind, slug=slug).exclude(object_id=self.pk or 0)
        former = former.filter(object_id__in=type(self)._base_manager.values("pk"))
        return former.exists() or type(self).objects.filter(slug=slug).exclude(pk=self.pk).exists()

    def _settle_slug(self, saved):
        """Make the slug from the name unless an editor chose one; keep what was public as a former slug.

        `saved` is the row as it was, None for a new one.
        """
        follows = saved is not None and self.slug == saved.slug and saved.slug_follows_name()
        renamed = saved is not None and self.public_name() != saved.public_name()
        if not self.slug or (follows and renamed):
            self.slug = first_free(slug_of(self.public_name(), self.kind), self.is_slug_taken)
        if saved is not None and saved.slug != self.slug:
            FormerSlug.objects.filter(kind=self.kind, slug=self.slug, object_id=self.pk).delete()
            if saved.published_at:
                FormerSlug.objects.update_or_create(
                    kind=self.kind, slug=saved.slug, defaults={"object_id": self.pk}
                )

    def _release_derived(self, saved):
        """Let a sort title or sort name that no editor chose be made anew: it follows the title or name."""
        for field in derived_fields(type(self), editable=True):
            before = getattr(saved, field.name)
            if getattr(self, field.name) == before == field.made_for(saved):
                setattr(self, field.name, "")

    def slug_follows_name(self):
        automatic = slug_of(self.public_name(), self.kind)
        rest = self.slug.removeprefix(automatic)
        return self.slug.startswith(automatic) and (not rest or (rest[1:].isdigit() and rest[0] == "-"))

    def touch(self):
        """Say that something belonging to this entity was saved: its page is behind until published."""
        type(self).objects.filter(pk=self.pk).update(has_changes=True, modified_at=Now())
        self.has_changes = True
