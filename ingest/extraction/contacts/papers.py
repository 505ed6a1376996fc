"""Messages and signings: who writes to whom, who signs with whom."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import subjects
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party, Trigger
from ingest.extraction.contacts.participants import Role, capitals_addressed, countries_within
from ingest.extraction.contacts.parties import country_of, specific
from ingest.extraction.contacts.place import spread_of
from ingest.extraction.document import Document, Sentence


def of_message(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    """Gives the draft sender and addressee; False where a side is missing for good."""
    trigger = draft.trigger
    if trigger.kind == "greet":
        found = [r for r in found if r.role in ("subject", "object", "to")]
        draft.parties = specific([r.party for r in found])
        return draft.both_sides
    writers = {r.party.side for r in found if r.role == "of" and r.party.kind == "person"}
    if trigger.verb >= 0 and sentence.tokens[trigger.verb].lemma in lexicon.HAND_OVER:  # by a messenger
        found = [r for r in found if r.role != "subject" or r.party.side not in writers]
    senders = {r.party.side for r in found if r.role in ("subject", "of")}
    draft.parties = specific([r.party for r in found if r.role != "object" or _is_addressee(r, senders)])
    if trigger.verb >= 0 and len({p.side for p in draft.parties}) == 1:
        draft.parties += [p for p in capitals_addressed(sentence, trigger) if p.side != draft.parties[0].side]
        draft.parties += _addressed(sentence, draft)
    return bool(draft.parties) and not any(p.side == "other" for p in draft.parties)


def _is_addressee(role: Role, senders: set[str]) -> bool:
    """ "отправил Си Цзиньпину письмо": a Chinese name shows no dative, and the parser takes it for the object."""
    return role.party.kind == "person" and bool(senders) and role.party.side not in senders


def _addressed(sentence: Sentence, draft: Draft) -> list[Party]:
    """Whom a letter is to, where only a country's name or adjective in its clause tells."""
    if draft.both_sides:
        return []
    other = OTHER_SIDE.get(draft.parties[0].side)
    for index in sorted(spread_of(sentence, draft.trigger)):
        lemma = sentence.tokens[index].lemma
        if other and other in (lexicon.SIDE_OF_NAME.get(lemma), lexicon.SIDE_OF_ADJECTIVE.get(lemma)):
            return [country_of(other, index)]
    return []


def of_signing(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    """Gives the draft its signatories; False where others sign."""
    trigger = draft.trigger
    signers = [r.party for r in found if r.role == "subject"]
    if signers and all(party.side not in OTHER_SIDE for party in signers):
        return False
    draft.parties = specific([r.party for r in found if r.role in ("subject", "with", "of", "asked")])
    if sentence.tokens[trigger.token].lemma in lexicon.CONTRACTS:
        return draft.both_sides and all(party.kind == "body" for party in draft.parties)
    if trigger.kind == "sign" and not draft.closed:
        draft.parties += _delivered_to(sentence, draft)
    if not draft.parties and any(_by_both_countries(sentence, index) for index in subjects(sentence, trigger.verb)):
        draft.parties = [country_of(side) for side in OTHER_SIDE]
    if not draft.parties and any(token.lemma == "между" for token in sentence.tokens[trigger.token :]):
        draft.parties = countries_within(sentence, trigger)  # "подписан договор между Россией и Китаем"
    if not draft.parties and _is_witnessed(sentence, trigger):
        draft.parties = [country_of(side) for side in OTHER_SIDE]
    passive = sentence.tokens[trigger.token].feats.get("Voice") == "Pass"
    if passive and {party.side for party in draft.parties} == {"CN"} and not draft.closed:
        draft.parties.append(country_of("RU"))  # "контракт с CNPC подписан": in Russian news, by the Russian side
    if sentence.tokens[trigger.token].lemma in lexicon.RENEW:
        return draft.both_sides and any(party.kind != "country" for party in signers)
    if trigger.kind == "adopt":
        return draft.both_sides or (passive and not draft.parties)
    return not any(p.side == "other" for p in draft.parties) or draft.both_sides


def _delivered_to(sentence: Sentence, draft: Draft) -> list[Party]:
    """ "Компания подписала контракт на поставку нефти в Китай": the other country, where nobody of it is named."""
    if len(draft.parties) != 1 or draft.parties[0].kind != "body" or draft.parties[0].side not in OTHER_SIDE:
        return []
    other = OTHER_SIDE[draft.parties[0].side]
    papers = [
        child
        for child in sentence.children[draft.trigger.verb]
        if sentence.tokens[child].lemma in lexicon.CONTRACTS and sentence.tokens[child].index > draft.trigger.verb
    ]
    for index in (i for paper in papers for i in sentence.subtree(paper)):
        if lexicon.SIDE_OF_NAME.get(sentence.tokens[index].lemma) == other:
            return [country_of(other, index)]
    return []


def _is_witnessed(sentence: Sentence, trigger: Trigger) -> bool:
    """ "подписаны в присутствии двух президентов": papers of both countries."""
    return any(sentence.tokens[c].lemma == "присутствие" for c in sentence.children[trigger.verb])


def _by_both_countries(sentence: Sentence, index: int) -> bool:
    """ "российско-китайский договор"."""
    return any(sentence.tokens[c].lemma in lexicon.BOTH_ADJECTIVES for c in sentence.children[index])
