"""Which mentions have a voice at all, and for whom: persons, state bodies and countries of the two sides."""

import re
from dataclasses import replace

from ingest.extraction.document import Mention
from ingest.extraction.lexicon import load
from ingest.extraction.positions.relay import is_medium
from ingest.extraction.titles import begins

_WORDS = load("speech")
_BODY_WORDS = frozenset(_WORDS["body"])
_DEEDS = frozenset(_WORDS["deeds"])
_PRIVATE: list[str] = _WORDS["private"]
_OURS: dict[str, str] = _WORDS["ours"]
_SPOKESMAN = re.compile(r"пресс-секретар|помощник|официальн\w+ представител|представител", re.IGNORECASE)


def ours(mention: Mention) -> Mention:
    """A ministry named without its country, as Russian news names Russia's own."""
    if mention.side or mention.type == "PER" or mention.actor is not None:
        return mention
    name = _OURS.get(mention.name.lower())
    return replace(mention, side="RU", name=name, type="ORG") if name else mention


def can_speak(mention: Mention) -> bool:
    """A person, country or state body of the Russian or the Chinese side."""
    if mention.side not in ("RU", "CN") or is_medium(mention):
        return False
    if mention.type == "PER" and not mention.actor and begins(mention.post or "", _PRIVATE):
        return False
    if mention.type != "PER" and mention.how == "name" and mention.actor is None:
        words = set(mention.name.lower().replace("ё", "е").split())
        return bool(words & _BODY_WORDS)
    return True


def can_be_principal(mention: Mention) -> bool:
    """A person who speaks for no other: no body, no country, no spokesman."""
    offices = [tenure.office for tenure in mention.actor.tenures] if mention.actor else []
    speaks_for = any(office.endswith(("spokesperson", "presidential-aide")) for office in offices)
    return mention.type == "PER" and not speaks_for and not _SPOKESMAN.search(mention.post or "")


def is_deed(lemma: str, speaker: Mention) -> bool:
    """ "Россия потребовала …": of a country, that is an act and not a statement."""
    return lemma in _DEEDS and speaker.how == "country"
