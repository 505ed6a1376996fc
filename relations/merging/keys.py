"""Keys: what is the same has the same key."""

import hashlib
import re

from relations.folding import fold
from relations.reading import Participant


def actor_key(participant: Participant) -> str:
    """The key of a participant's actor: the gazetteer's, else one made of side and name."""
    return participant.actor or f"{participant.side.lower()}-" + re.sub(r"\W+", "-", fold(participant.name)).strip("-")


def hashed(*parts: object) -> str:
    """SHA-256 of the parts, in hexadecimal."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()
