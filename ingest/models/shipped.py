"""What was loaded from the reference files."""

from django.db import models


class Shipped(models.Model):
    """A row of reference data as it was last loaded: tells a person's edits from the shipped values."""

    kind = models.CharField(max_length=10)  # "office", "actor", "outlet" or "official"
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="shipped_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
