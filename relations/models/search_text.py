"""What search looks in."""

from django.db import models

from relations.models.actor import Actor
from relations.vocabulary import SearchKind


class SearchText(models.Model):
    """The lemmas of an article, a report or an actor; full-text indexes of the database stand on this table."""

    kind = models.CharField(max_length=8, choices=SearchKind)
    number = models.PositiveBigIntegerField()  # of the article, the report of a fact of that kind, or the actor
    lemmas = models.TextField()
    day = models.DateField(null=True)  # of what it tells, to order hits of equal worth

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="searched_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class SearchName(models.Model):
    """A whole name of an actor, as lemmas: who types it, in any case and script, means that actor."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="search_names")
    lemmas = models.CharField(max_length=300, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "lemmas"], name="named_once")]

    def __str__(self) -> str:
        return self.lemmas
