"""What was published: outlets, their articles, and the names found in them."""

import hashlib
import unicodedata
from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from relations.knowledge import ArticleManager
from relations.models.actor import Actor
from relations.vocabulary import OutletKind, Side, Unread


def tidy(text: str) -> str:
    """The text as it is stored: NFC, `\\n` line ends, no NUL, no byte-order mark. Offsets point into this."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")
    return unicodedata.normalize("NFC", text)


def digest(text: str) -> str:
    """SHA-256 of the text with white space folded: the same text twice is one article."""
    return hashlib.sha256(" ".join(tidy(text).split()).encode()).hexdigest()


class Outlet(models.Model):
    """Who published it."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    aliases = models.TextField(_("aliases"), blank=True, help_text=_("Other spellings in use, one a line."))
    domains = models.TextField(_("domains"), blank=True, help_text=_("One a line."))
    side = models.CharField(_("side"), max_length=5, choices=Side, default=Side.OTHER)
    kind = models.CharField(_("kind"), max_length=8, choices=OutletKind, default=OutletKind.PRESS)

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """One text from one outlet, never altered once stored."""

    external_id = models.CharField(
        _("identifier"),
        max_length=200,
        unique=True,
        null=True,
        blank=True,
        help_text=_("The id given on import."),
    )
    title = models.CharField(_("title"), max_length=500, blank=True)
    text = models.TextField(_("text"))
    text_hash = models.CharField(max_length=64, unique=True, editable=False)
    published = models.DateField(_("published"), null=True, blank=True, db_index=True)
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    url = models.URLField(_("address of the original"), max_length=1000, blank=True)
    family = models.CharField(
        _("family"),
        max_length=64,
        default="",
        db_index=True,
        editable=False,
        help_text=_("Shared by copies of a text."),
    )
    replaced_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaces",
        editable=False,
        verbose_name=_("newer edition"),
    )
    is_sample = models.BooleanField(_("sample"), default=False)
    source_note = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("For samples: who published it.")
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    reader_version = models.CharField(_("reader's version"), max_length=50, blank=True)
    unread_reason = models.CharField(_("why nothing was read"), max_length=200, blank=True)

    objects = ArticleManager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published", "-pk"]

    def __str__(self) -> str:
        return self.title or self.text[:80]

    def save(self, *args: object, **kwargs: object) -> None:
        self.text_hash = digest(self.text)
        self.family = self.family or self.text_hash
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def lag(self) -> timedelta:
        """How much later than the first of its copies it came out."""
        first = Article.objects.filter(family=self.family).aggregate(models.Min("published"))["published__min"]
        return self.published - first if self.published and first and first < self.published else timedelta(0)

    @property
    def why_unread(self) -> str:
        """The reason in the words of the page's language; a code that is not known as it is."""
        return str(dict(Unread.choices).get(self.unread_reason, self.unread_reason))


class Shingle(models.Model):
    """One of the hashes under which near-duplicates of an article are looked for (`relations.copies`)."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="shingles")
    hash = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.hash)


class Mention(models.Model):
    """A name at a place in an article; `actor` where it is known whose."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions")
    actor = models.ForeignKey(Actor, models.CASCADE, null=True, blank=True, related_name="mentions")
    type = models.CharField(max_length=3)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    normal = models.CharField(max_length=300)

    class Meta:
        ordering = ["article", "start"]

    def __str__(self) -> str:
        return self.normal
