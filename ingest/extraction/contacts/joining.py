"""Which drafts tell of one event, and what the event is then."""

from ingest.extraction.contacts.draft import Draft, Party, family
from relations.reading import ReadDate


def compatible_parties(a: list[Party], b: list[Party]) -> bool:
    """No side on which the two name different people."""
    for side in ("RU", "CN"):
        left = {p.key for p in a if p.side == side and p.kind != "country"}
        right = {p.key for p in b if p.side == side and p.kind != "country"}
        if left and right and not left & right:
            return False
    return True


def compatible_dates(a: Draft, b: Draft) -> bool:
    """The dates agree as far as both are told."""
    left, right = a.when.date, b.when.date
    if not left or not right:
        return True
    if left.startswith(right) or right.startswith(left):
        return True
    return left <= (b.when.date_end or right) and right <= (a.when.date_end or left)


def one_family(a: Draft, b: Draft) -> bool:
    """Formats that may be one event: a "разговор" is the call told of before."""
    if family(a.format) == family(b.format):
        return True
    return {family(a.format), family(b.format)} == {"talks", "remote"} and (a.generic or b.generic)


def same_event(a: Draft, b: Draft) -> bool:
    """Whether two drafts of an article tell of one event."""
    if not one_family(a, b) or not compatible_parties(a.parties, b.parties) or not compatible_dates(a, b):
        return False
    if a.status != b.status:
        return bool(a.when.date) and a.when.date == b.when.date
    if a.background != b.background:
        return bool(a.when.date and b.when.date)
    return True


def join(drafts: list[Draft]) -> list[Draft]:
    """One draft an event, in the order in which the text first tells of them."""
    events: list[Draft] = []
    for draft in drafts:
        for event in events:
            if same_event(event, draft):
                _absorb(event, draft)
                break
        else:
            events.append(draft)
    return [event for event in events if not _is_courtesy(event, events)]


def _absorb(event: Draft, draft: Draft) -> None:
    event.evidence += draft.evidence
    if draft.status == "held" and event.status == "planned":
        event.status = "held"
    if event.generic and not draft.generic:
        event.format = draft.format
    event.generic = event.generic and draft.generic
    if _finer(draft.when, event.when):
        event.when = draft.when
    event.place = _place(event.place, draft.place)
    event.margins = event.margins or draft.margins
    event.reviewed = event.reviewed and draft.reviewed
    for side in ("RU", "CN", "other"):
        own, new = event.side(side), draft.side(side)
        if all(party.kind == "country" for party in own) and any(party.kind != "country" for party in new):
            event.parties = [p for p in event.parties if p.side != side] + new
        else:
            known = {p.key for p in own}
            event.parties += [p for p in new if p.key not in known and p.kind != "country"]


def _finer(new: ReadDate, old: ReadDate) -> bool:
    return bool(new.date) and (old.date is None or len(new.date) > len(old.date))


def _place(old: str | None, new: str | None) -> str | None:
    """A city says more than a country."""
    if old in (None, "Россия", "Китай") and new:
        return new
    return old


def _is_courtesy(event: Draft, events: list[Draft]) -> bool:
    """Greetings that the sides gave each other in talks told of here are part of the talks."""
    if event.format != "message" or not event.courtesy:
        return False
    return any(
        family(other.format) in ("talks", "remote") and compatible_parties(other.parties, event.parties)
        for other in events
        if other.both_sides
    )
