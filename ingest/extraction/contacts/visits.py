"""Trips to the other side's country: who goes where, and by whose invitation."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft
from ingest.extraction.contacts.owners import owner_of
from ingest.extraction.contacts.participants import Role
from ingest.extraction.contacts.parties import specific, unique
from ingest.extraction.contacts.place import destination
from ingest.extraction.contacts.talks import noun_roles
from ingest.extraction.document import Document, Sentence


def of_visit(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    """Gives the draft its visitor, host and destination; False where nobody goes to the other country."""
    trigger = draft.trigger
    if trigger.kind == "noun":
        of = [r for r in found if r.role == "of"]
        visitors = of or [r for r in noun_roles(sentence, trigger, found) if r.role in ("subject", "asked")]
    elif trigger.kind in ("invite", "await"):
        visitors = [r for r in found if r.role in ("object", "asked")]
    else:
        visitors = [r for r in found if r.role in ("subject", "asked")]
    people = [r.party for r in found if r.party.kind == "person"]
    posts = {index for party in people for index in range(party.first, party.last + 1)}
    goal = destination(sentence, trigger, posts) or _home_of_inviter(sentence, draft, found)
    if trigger.kind != "noun" and not goal:
        return False
    if visitors and all(r.party.side not in OTHER_SIDE for r in visitors):
        return False
    visitors = [r for r in visitors if r.party.side in OTHER_SIDE and r.party.kind != "country"]
    if goal and goal[1] not in OTHER_SIDE:
        return False
    if goal:
        visitors = [r for r in visitors if r.party.side == OTHER_SIDE[goal[1]]]
        draft.place = goal[0]
    draft.parties = specific([r.party for r in visitors])
    if trigger.kind == "noun":
        owners = owner_of(document, sentence, draft, OTHER_SIDE[goal[1]] if goal else None)
        draft.parties = draft.parties if owners is None else owners
    troops = any(party.level == "military" and party.kind != "person" for party in draft.parties)
    if troops and any(lexicon.NOUNS.get(token.lemma) == "exercise" for token in sentence.tokens):
        return False  # they come for manoeuvres, not on a visit
    if any(token.lemma in lexicon.SPORT for token in sentence.tokens) and all(
        p.kind != "person" for p in draft.parties
    ):
        return False  # a team, not a delegation
    if trigger.kind != "noun" and not draft.parties:
        return False
    hosting = ("to", "subject") if trigger.kind == "invite" or _is_asked(found) else ("to",)
    draft.hosts = unique([r.party for r in found if r.role in hosting and r.party.kind == "person"])
    if draft.parties:
        draft.parties += [p for p in draft.hosts if p.side == OTHER_SIDE[draft.parties[0].side]]
    return True


def _home_of_inviter(sentence: Sentence, draft: Draft, found: list[Role]) -> tuple[str, str] | None:
    """ "пригласил коллегу на форум": to the inviter's own country, where no other place is told."""
    trigger = draft.trigger
    below = [sentence.tokens[c] for c in sentence.children[trigger.token]]
    if trigger.kind != "invite" or any(t.rel in ("xcomp", "nsubj:pass") for t in below):
        return None
    hosts = {r.party.side for r in found if r.role == "subject" and r.party.kind == "person"}
    side = hosts.pop() if len(hosts) == 1 else ""
    return (lexicon.COUNTRY[side], side) if side in lexicon.COUNTRY else None


def _is_asked(found: list[Role]) -> bool:
    return any(role.role == "asked" for role in found)
