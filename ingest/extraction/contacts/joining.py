"""Which drafts tell of one event, and what the event is then."""

from datetime import date

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import Draft, Party, family
from ingest.extraction.contacts.parties import specific
from relations.reading import ReadDate


def compatible_parties(a: list[Party], b: list[Party]) -> bool:
    """No side on which the two name different people."""
    for side in ("RU", "CN"):
        left = {p.key for p in a if p.side == side and not p.vague}
        right = {p.key for p in b if p.side == side and not p.vague}
        if left and right and not left & right and not _is_its_head(a, b, side):
            return False
    return True


def _is_its_head(a: list[Party], b: list[Party], side: str) -> bool:
    """A company told of once by itself and once by the person who speaks for it."""
    kinds = [{p.kind for p in parties if p.side == side and not p.vague} for parties in (a, b)]
    bodies = [p for p in (*a, *b) if p.side == side and p.kind == "body"]
    others = [{p.key for p in parties if p.side != side and p.kind == "person"} for parties in (a, b)]
    companies = all(party.level == "company" for party in bodies)
    return sorted(map(sorted, kinds)) == [["body"], ["person"]] and companies and bool(others[0] & others[1])


def _compatible_people(a: Draft, b: Draft) -> bool:
    """Troops are named now by arm, now by country: manoeuvres are told apart by date and name alone.

    A trip is told apart by who travels: each sentence may name another host.
    """
    if a.format == b.format == "visit" and a.parties and b.parties:
        if a.parties[0].side != b.parties[0].side and a.parties[0].kind == b.parties[0].kind == "person":
            return False
        return compatible_parties(a.side(a.parties[0].side), b.side(a.parties[0].side))
    return a.format == b.format == "exercise" or compatible_parties(a.parties, b.parties)


def compatible_dates(a: Draft, b: Draft) -> bool:
    """The dates agree as far as both are told."""
    left, right = a.when.date, b.when.date
    if not left or not right:
        return True
    if left.startswith(right) or right.startswith(left):
        return True
    return left <= (b.when.date_end or right) and right <= (a.when.date_end or left)


def compatible_labels(a: Draft, b: Draft) -> bool:
    """ "второй" and "третий" are two events."""
    return a.yearly == b.yearly and (not a.label or not b.label or a.label == b.label)


def one_family(a: Draft, b: Draft) -> bool:
    """Formats that may be one event: a "разговор" is the call told of before."""
    if family(a.format) == family(b.format):
        return True
    return {family(a.format), family(b.format)} == {"talks", "remote"} and (a.generic or b.generic)


def _alike(a: Draft, b: Draft) -> bool:
    dates = compatible_dates(a, b) or _is_end_of(b, a)
    return dates and one_family(a, b) and _compatible_people(a, b) and compatible_labels(a, b)


def _is_end_of(draft: Draft, event: Draft) -> bool:
    """ "Визит начался 20 марта" … "визит завершился 22 марта"."""
    days = [event.when.date or "", draft.when.date or ""]
    if not draft.over or draft.format != event.format or {len(day) for day in days} != {10} or days[0] > days[1]:
        return False
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days <= _LONGEST


def join(drafts: list[Draft]) -> list[Draft]:
    """One draft an event, in the order in which the text first tells of them."""
    events: list[Draft] = []
    for draft in drafts:
        event = _event_of(draft, events)
        if event:
            _absorb(event, draft)
        elif not draft.echo:
            events.append(draft)
    return [event for event in events if not _is_courtesy(event, events)]


def _event_of(draft: Draft, events: list[Draft]) -> Draft | None:
    if draft.echo:
        return next((event for event in events if draft.echo in event.told), None)
    return next((event for event in events if _same(event, draft)), None)


def _same(a: Draft, b: Draft) -> bool:
    if not _alike(a, b) or a.status != b.status:
        return False
    if (a.current and not a.when.date and b.long_ago) or (b.current and not b.when.date and a.long_ago):
        return False  # "прибыл в Пекин" … "последний раз он был там в октябре"
    if a.background != b.background and a.status == "held" and a.sentence:  # the first sentence is the news itself
        manner = a.generic and not b.generic and not b.when.date  # "обсудили" … "ранее сообщалось, что созвонились"
        return manner or bool(a.when.date and b.when.date)
    return True


def join_plans(events: list[Draft]) -> list[Draft]:
    """A plan and the event that came of it are one, told by an article that reports the event."""
    kept: list[Draft] = []
    for event in sorted(
        events, key=lambda e: ("held", "planned").index(e.status) if e.status in ("held", "planned") else 2
    ):
        came_true = next((k for k in kept if _is_one(event, k)), None)
        if came_true:
            came_true.evidence += event.evidence
            if event.status == "proposed" and event.format == "session" and event.sentence < came_true.sentence:
                came_true.status = "proposed"  # "может состояться …", and then "готовится"
            came_true.until = came_true.until or event.until
            came_true.days = came_true.days or event.days
            whole = bool(event.when.date_end) and event.when.date == came_true.when.date
            if (event.status == "held" and came_true.when.inferred) or (whole and not came_true.when.date_end):
                came_true.when = event.when
        else:
            kept.append(event)
    return [event for event in events if event in kept]


def _is_one(event: Draft, other: Draft) -> bool:
    if other.status == event.status == "held":
        return _is_one_trip(event, other)
    if other.status == "held":
        return event.status == "planned" and _came_of(event, other)
    if {event.status, other.status} == {"planned", "proposed"} and event.format == other.format == "session":
        return _alike(event, other) and not (event.when.date and other.when.date)  # "может состояться", "готовят"
    framed = event.trigger.kind == "noun" and event.trigger.link in lexicon.INSIDE  # "в рамках визита может …"
    invited = (event.trigger.kind == "invite" or framed) and not event.when.date
    return invited and other.status == "planned" and event.format == other.format and _alike(event, other)


_LONGEST = 20  # days that a trip or manoeuvres may last
_TRIP = 7  # days within which two trips of one person to the other country are one


def _is_one_trip(a: Draft, b: Draft) -> bool:
    """A trip that is in the news today, and the day told later on which it began."""
    if not a.format == b.format == "visit" or a.label != b.label or a.when.inferred == b.when.inferred:
        return False
    days = [event.when.date or "" for event in (a, b)]
    if {len(day) for day in days} != {10} or not {p.key for p in a.parties[:1]} & {p.key for p in b.parties[:1]}:
        return False
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= _TRIP


def _came_of(plan: Draft, event: Draft) -> bool:
    told = event.when.date or ""
    framed = plan.trigger.kind == "noun" and plan.trigger.link in lexicon.INSIDE and not plan.when.date
    if framed and plan.sentence > event.sentence and _alike(plan, event):
        return True  # "выступят по итогам встречи" after it was told that they met
    if len(told) < len(plan.when.date or ""):
        return False  # a plan for a day is no meeting of some time that year
    return bool(told) and not plan.label and plan.format != "signing" and _alike(plan, event)


def _absorb(event: Draft, draft: Draft) -> None:
    event.told.append(draft)
    event.evidence += draft.evidence
    if draft.status == "cancelled":
        event.status = "cancelled"
    if draft.echo and event.status == "planned" and draft.came_true:
        event.status = "held"  # "прибыл для встречи" … "переговоры состоялись"
    if not draft.echo and event.generic and not draft.generic:
        event.format = draft.format
    event.generic = event.generic and draft.generic
    if _is_end_of(draft, event) and event.when.date != draft.when.date:
        event.until = draft.when.date
    elif _says_when(event, draft) if draft.echo else _finer(draft.when, event.when):
        event.when = draft.when
    event.until = event.until or draft.until
    event.place = _place(event.place, draft.place)
    event.margins = event.margins or draft.margins
    event.reviewed = event.reviewed and draft.reviewed
    event.starts = event.starts or draft.starts
    event.days = event.days or draft.days
    event.over = event.over or draft.over
    event.staying = event.staying and draft.staying
    event.arrived = event.arrived or draft.arrived
    event.passing = event.passing and draft.passing
    for side in ("RU", "CN", "other"):
        own, new = event.side(side), draft.side(side)
        if own and (event.format == "exercise" or (event.format == "visit" and side != event.parties[0].side)):
            continue  # the first host told is the trip's
        if all(party.vague for party in own) and any(not party.vague for party in new):
            event.parties = [p for p in event.parties if p.side != side] + new
        else:
            known = {p.key for p in own}
            event.parties += [p for p in new if p.key not in known and not p.vague]
            if event.format == "meeting" and {p.kind for p in own} == {"body"}:
                event.parties = specific(event.parties)  # the company's head stands for it


def _says_when(event: Draft, echo: Draft) -> bool:
    """An echo dates what had no date, or the year of a name by its days."""
    told = event.when.date
    if told and told == echo.when.date and echo.when.date_end and not event.when.date_end:
        return True  # "начались 22 июля. Учения пройдут с 22 по 26 июля"
    return told is None or (len(told) == 4 and event.format == "exercise" and _finer(echo.when, event.when))


def _finer(new: ReadDate, old: ReadDate) -> bool:
    return bool(new.date) and (
        old.date is None or len(new.date) > len(old.date) or bool(new.date_end and not old.date_end)
    )


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
