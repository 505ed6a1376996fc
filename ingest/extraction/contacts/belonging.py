"""Whose somebody is: "супруга лидера" is not the leader, "помощник президента" acts for the same side."""

from dataclasses import replace

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import preposition
from ingest.extraction.contacts.draft import Party
from ingest.extraction.document import Sentence

_DEPUTY = "заместитель"
_OWNED = lexicon.RELATIVES | lexicon.AIDES


def own_person(sentence: Sentence, party: Party, following: Party | None = None) -> Party | None:
    """The party itself; its aide where the words name one without a name; None where they name a relative.

    `following` is the next party: "помощник президента Ушаков" has a name of his own.
    """
    at = _owner(sentence, party) if party.kind == "person" else -1
    if at < 0:
        return party
    of = sentence.tokens[at]
    named = following is not None and following.kind == "person" and following.first == party.last + 1
    if of.lemma == _DEPUTY and not party.post_only:
        return replace(party, head=of.index)  # "заместитель министра Линь Ци": the name is the deputy's
    if of.lemma in lexicon.AIDES and following is not None and named:
        following.head = of.index  # "с заместителем начальника штаба Шао Юаньмином": who he is, stands first
    if of.lemma in lexicon.RELATIVES or named:
        return None
    words = " ".join(word.text for word in sentence.tokens[at + 1 : party.last + 1])
    aide = replace(party.participant, name=f"{of.lemma} {words}", actor=None, post=None)
    return replace(party, participant=aide, level="other", head=at, first=at)


def _owner(sentence: Sentence, party: Party) -> int:
    """The relative or aide in front of a name or office in the genitive, -1 where there is none."""
    token, first = sentence.tokens[party.head], sentence.tokens[party.first]
    of = sentence.tokens[token.head] if token.rel in ("nmod", "appos") and 0 <= token.head < party.first else None
    genitive = token.feats.get("Case") in ("Gen", None) or (party.side == "CN" and _is_declined(sentence, party))
    if (
        first.lemma in _OWNED and party.side == "CN"
    ):  # taken for the post of a Chinese name, of which the tagger knows no cases
        of, genitive = first, _is_declined(sentence, party) and first.feats.get("Case") != "Gen"
    if of is None or of.lemma not in _OWNED or not genitive or (preposition(sentence, token.index) and of is not first):
        return -1
    return of.index if of.feats.get("Number") != "Plur" else -1


def _is_declined(sentence: Sentence, party: Party) -> bool:
    """The name's last word is in the genitive ("Цзиньпина")."""
    last, nominative = sentence.tokens[party.last].text, party.participant.name.split()[-1]
    return last.endswith(("а", "я")) and last != nominative
