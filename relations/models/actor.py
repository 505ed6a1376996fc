"""Who acts: persons, bodies and countries, under all their names, in the offices they held."""

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from relations.vocabulary import ActorKind, Level, Side


class Office(models.Model):
    """An office of either side; its aliases are the periphrases in use, one a line ("китайский лидер")."""

    key = models.SlugField(_("key"), unique=True)
    side = models.CharField(_("side"), max_length=5, choices=Side)
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.OTHER)
    name_ru = models.CharField(_("name in Russian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=100, blank=True)
    aliases = models.TextField(_("aliases"), blank=True, help_text=_("One a line."))

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["side", "key"]

    def __str__(self) -> str:
        return self.name_ru


class Actor(models.Model):
    """A person, a body or a country that acts."""

    key = models.SlugField(_("key"), max_length=200, unique=True, allow_unicode=True)
    kind = models.CharField(_("kind"), max_length=8, choices=ActorKind, default=ActorKind.PERSON)
    side = models.CharField(_("side"), max_length=5, choices=Side)
    name_ru = models.CharField(_("name in Russian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=100, blank=True)
    aliases = models.TextField(_("aliases"), blank=True, help_text=_("Other spellings in use, one a line."))
    is_known = models.BooleanField(
        _("known"),
        default=True,
        help_text=_("From the gazetteer or checked by a person; else met in an article."),
    )

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["name_ru", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actor", args=[self.pk])

    @property
    def name(self) -> str:
        """The name in the reader's language, else the Russian one."""
        by_language = {"en": self.name_en, "zh": self.name_zh}
        return by_language.get((get_language() or "")[:2]) or self.name_ru


class Post(models.Model):
    """An office, or a post in the words of a text, held by an actor between two dates of any precision."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="posts", verbose_name=_("actor"))
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("office")
    )
    title = models.CharField(_("title"), max_length=200, blank=True, help_text=_("Where it differs from the office."))
    since = models.CharField(_("since"), max_length=10, blank=True, help_text=_("2013, 2013-03 or 2013-03-14."))
    until = models.CharField(_("until"), max_length=10, blank=True)
    source = models.CharField(_("source"), max_length=500, blank=True, help_text=_("Empty means unsourced."))

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-since", "pk"]

    def __str__(self) -> str:
        return self.title or str(self.office or "")
