"""Keys of programs that hand in articles."""

import hashlib
import secrets
from contextlib import suppress

from django.conf import settings
from django.db import OperationalError, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Token(models.Model):
    """A key, kept as its hash alone; it may do what its user may."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("who"))
    name = models.CharField(_("name"), max_length=100, help_text=_("What it is used by."))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def make(self) -> str:
        """Gives the token a new secret, which is returned and can't be had again; the caller saves."""
        secret = secrets.token_urlsafe(32)
        self.digest = _digest(secret)
        return secret

    @classmethod
    def of(cls, secret: str) -> "Token | None":
        """The active token with this secret, of a user who may log in."""
        found = cls.objects.select_related("user").filter(digest=_digest(secret), is_active=True).first()
        if found is None or not found.user.is_active:
            return None
        with suppress(OperationalError):  # the database may be busy: this alone is no reason to refuse
            cls.objects.filter(pk=found.pk).update(used_at=timezone.now())
        return found


def _digest(secret: str) -> str:
    """SHA-256 suffices for a secret of 256 random bits: there is nothing to guess."""
    return hashlib.sha256(secret.encode()).hexdigest()
