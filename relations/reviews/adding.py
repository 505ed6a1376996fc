"""A fact added by marking its sentence: the passage marked, what is known of it beforehand, and storing it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from relations import reviewing
from relations.kinds import KINDS
from relations.models import Article, Mention, Review
from relations.models.fact import BY_PERSON
from relations.reading import Reading, Span
from relations.reporting import reports_of
from relations.reviewing import CannotReview, decision
from relations.reviews.decisions import FIELDS
from relations.reviews.forms import FactForm
from relations.reviews.people import rows_of
from relations.sentences import sentences_around
from relations.vocabulary import ActorKind, FactKind, Side

# A longer passage reports no single fact.
LONGEST = 3000


@dataclass(frozen=True)
class Passage:
    """What was marked (`words`) and the whole sentences around it: `article.text[start:end]`."""

    article: Article
    start: int
    end: int
    words: str

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]


def passage_of(article: Article, start: str, end: str) -> Passage | None:
    """The passage that an address names; None if there is none, or it is empty or too long."""
    if not all(given.isascii() and given.isdigit() and len(given) < 10 for given in (start, end)):
        return None
    first, last = int(start), int(end)
    words = article.text[first:last].strip()
    if not words or last - first > LONGEST:
        return None
    whole = sentences_around(article.text, first, last)
    return Passage(article, *whole, words)


def form_of(kind: str, passage: Passage, data: Any = None) -> FactForm:
    """The kind's fields, at first with those whom the passage names."""
    texts = (passage.text,) if kind == FactKind.POSITION else ()
    return FIELDS[kind](data, initial=_initial(kind, passage), texts=texts, auto_id="add-%s")


def _initial(kind: str, passage: Passage) -> dict[str, Any]:
    if kind == FactKind.TRADE:
        return {}
    mentions = Mention.objects.filter(article=passage.article, start__gte=passage.start, end__lte=passage.end)
    named = mentions.exclude(actor=None).select_related("actor").order_by("start")
    actors = list(dict.fromkeys(mention.actor for mention in named))
    if kind == FactKind.CONTACT:
        # A country is named along with nearly everything.
        return {"people": rows_of([(actor, actor.side) for actor in actors if actor.kind != ActorKind.COUNTRY])}
    speakers = [actor for actor in actors if actor.side != Side.OTHER]
    persons = [actor for actor in speakers if actor.kind == ActorKind.PERSON] or speakers
    return {"content": passage.words, "speaker": rows_of([(actor, actor.side) for actor in persons[:1]])}


@decision
def add(user: Any, kind: str, passage: Passage, form: FactForm) -> Review:
    """Stores what the valid form says. Raises CannotReview if that very thing was added before."""
    span = Span(passage.start, passage.end)
    fields = {FactKind.CONTACT: "contacts", FactKind.TRADE: "trade", FactKind.POSITION: "positions"}
    reading = Reading(BY_PERSON, **{fields[FactKind(kind)]: (form.read(span),)})
    (report,) = reports_of(passage.article, reading)[kind]
    same = KINDS[kind].report.objects.filter(article=passage.article, reader_version=BY_PERSON, start=span.start)
    for other in same:
        if other.values == report.values:
            raise CannotReview(_("This was added already: it is fact %(number)d.") % {"number": other.fact_id})
    names = ("content_start", "content_end")
    more = {name: getattr(report, name) for name in names if hasattr(report, name)}
    reason = form.cleaned_data["reason"]
    return reviewing.add(user, kind, passage.article, span.start, span.end, report.values, reason, **more)
