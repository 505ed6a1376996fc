"""Meetings, calls, video links and sessions: who of a sentence took part."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import preposition, subjects
from ingest.extraction.contacts.draft import Draft, Party, Trigger
from ingest.extraction.contacts.participants import Role, countries_within
from ingest.extraction.contacts.parties import specific
from ingest.extraction.document import Document, Sentence

_BEFORE = ("накануне", "перед", "канун", "в канун", "преддверие", "в преддверие")
_TOPIC = ("о", "об", "про", "за", "к")  # talks spoken of, wished for, got ready: nobody need have been there


def of_talks(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    """Gives the draft its parties; False where the sentence tells of no talks of the two sides."""
    trigger = draft.trigger
    if trigger.kind == "hint":
        draft.weak = True
        return True
    if trigger.kind == "host":
        found = [r for r in found if r.role in ("subject", "object", "of") and r.party.kind != "country"]
        if sentence.tokens[trigger.token].lemma in ("встретить", "встречать") and _is_welcome(found):
            return False
        draft.parties = specific([r.party for r in found])
        return bool(draft.parties) and _hosted(sentence, draft)
    if trigger.kind in ("meet", "confer", "phone", "award", "launch"):
        also = ("to",) if trigger.format == "call" or trigger.kind == "award" else ()
        if sentence.tokens[trigger.token].feats.get("Voice") == "Pass" and trigger.kind == "confer":
            found = [r for r in found if r.role != "subject"]  # "дата встречи согласована": no one who agreed
        found = [r for r in found if r.role in ("subject", "with", "of", "asked", *also)]
    else:
        found = noun_roles(sentence, trigger, found)
    if not any(r.role != "with" for r in found) and draft.closed:
        return False
    draft.parties = specific([r.party for r in found])
    draft.met = [
        r.party for r in found if r.role == "with" and r.party.kind == "person" and not _is_plural(sentence, r)
    ]
    if trigger.kind == "noun" and not draft.met:
        draft.met = [r.party for r in found if r.role == "with" and r.party.kind == "group"][:1]
    if trigger.kind == "confer":
        draft.weak = not draft.parties and _is_by_both(sentence, trigger)
        if draft.pronoun and any(r.role == "with" for r in found):
            return all(p.kind != "country" for p in draft.parties)
        _between_bodies(sentence, draft)
        return draft.weak or (draft.both_sides and not any(_is_state(p) for p in draft.parties))
    if trigger.kind in ("award", "launch"):
        if draft.both_sides and all(p.kind == "body" for p in draft.parties):
            draft.format = "signing"  # two banks open a credit line
            return True
        return draft.both_sides and all(p.kind == "person" for p in draft.parties)
    draft.weak = sentence.tokens[trigger.token].lemma in lexicon.WEAK and draft.format == "meeting"
    if draft.format == "session" and not draft.both_sides:
        draft.parties = specific(draft.parties + countries_within(sentence, trigger))
    third = any(p.side == "other" for p in draft.parties)
    return draft.both_sides or not third


def _is_state(party: Party) -> bool:
    """A country or its "власти": that these agreed on something names no talks."""
    return party.kind == "country" or (party.kind == "group" and party.participant.name.startswith("власти "))


def _between_bodies(sentence: Sentence, draft: Draft) -> None:
    """ "«Роснефть» договорилась с CNPC": companies or agencies that agree make a contract."""
    bodies = draft.both_sides and all(party.kind == "body" for party in draft.parties)
    if bodies and sentence.tokens[draft.trigger.token].lemma in lexicon.AGREE:
        draft.format = "signing"


def _is_by_both(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Лидеры обсудили", "стороны договорились": those named before."""
    heads = [sentence.tokens[i] for i in subjects(sentence, trigger.verb)]
    return any(t.lemma in lexicon.TOGETHER and t.feats.get("Number") == "Plur" for t in heads)


def _is_plural(sentence: Sentence, role: Role) -> bool:
    """ "с лидерами Китая и Монголии" are not each met apart."""
    return sentence.tokens[role.party.head].feats.get("Number") == "Plur"


_HIGH = ("leader", "government")


def _is_welcome(found: list[Role]) -> bool:
    """ "Председателя встречали посол и заместитель министра": a guest of rank met on arrival, which is no talks."""
    hosts = [r.party.level for r in found if r.role == "subject"]
    guests = [r.party.level for r in found if r.role != "subject"]
    return any(level in _HIGH for level in guests) and bool(hosts) and not any(level in _HIGH for level in hosts)


def _hosted(sentence: Sentence, draft: Draft) -> bool:
    """ "принял министра", or "принят" alone, whose host the title may name; not "принял закон"."""
    passive = sentence.tokens[draft.trigger.token].feats.get("Voice") == "Pass"
    return draft.both_sides or (passive and all(p.kind == "person" for p in draft.parties))


def noun_roles(sentence: Sentence, trigger: Trigger, found: list[Role]) -> list[Role]:
    """The subject of the verb takes part in "провёл встречу", "заявил на встрече", not in "рассказал о встрече"."""
    of = [r for r in found if r.role in (("of", "with", "to") if trigger.format == "call" else ("of", "with"))]
    if trigger.verb < 0:
        return of
    if _is_before_another(sentence, trigger):
        return of
    carries = sentence.tokens[trigger.verb].lemma in lexicon.CARRY | lexicon.SEND
    inside = trigger.link in lexicon.INSIDE and not _has_own_frame(sentence, trigger)
    inside = inside or (trigger.format == "video" and preposition(sentence, trigger.token) == "по")  # "по видеосвязи"
    attends = trigger.link.endswith("участие")  # "примет участие в заседании комиссии двух парламентов": for its own
    told = {r.party.side for r in of if r.role == "of" and not (r.party.vague or (attends and r.party.kind == "body"))}
    if not (carries or inside):
        return of if trigger.link in _TOPIC else of + _joint_subjects(found, of)
    takes = [r for r in found if r.role in ("subject", "asked") and r.party.side not in told]
    if not carries:  # "Песков сообщил на встрече"? only a person speaks at talks
        takes = [r for r in takes if r.party.kind == "person"]
    return of + takes


def _is_before_another(sentence: Sentence, trigger: Trigger) -> bool:
    """ "накануне встречи министры провели беседу": who held the one need not take part in the other."""
    if trigger.link not in _BEFORE:
        return False
    verb = sentence.tokens[trigger.verb]
    objects = [sentence.tokens[c] for c in sentence.children[trigger.verb] if sentence.tokens[c].rel in ("obj", "conj")]
    held = any(t.lemma in lexicon.NOUNS for t in objects)
    quoted = verb.lemma in ("провести", "проводить") and not any(t.rel == "obj" for t in objects)
    return held or quoted


def _joint_subjects(found: list[Role], of: list[Role]) -> list[Role]:
    """ "встречу назвали полезной Лавров и Ван И": people of both sides who say it together took part."""
    people = [r for r in found if r.role == "subject" and r.party.kind == "person"]
    return people if not of and {"RU", "CN"} <= {r.party.side for r in people} else []


def _has_own_frame(sentence: Sentence, trigger: Trigger) -> bool:
    """ "в рамках подготовки встречи": whoever prepares it need not take part."""
    head = sentence.tokens[trigger.token].head
    return head >= 0 and sentence.tokens[head].lemma in lexicon.STATUS["planned_frames"]
