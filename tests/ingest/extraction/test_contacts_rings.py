"""A parse may run in a ring; who belongs to whom is then told in finite time."""

from ingest.extraction.contacts.draft import Party
from ingest.extraction.contacts.parties import _is_region_of, _within_a_post
from ingest.extraction.document import Sentence, Token
from relations.reading import Participant


def ring() -> Sentence:
    """Two words, each the genitive of the other, beside a root."""
    tokens = [Token(at, at, at + 1, "я", pos="NOUN", rel="nmod", head=head) for at, head in enumerate((1, 0))]
    return Sentence(0, 0, 3, [*tokens, Token(2, 2, 3, "я", rel="root", head=-1)])


def party(kind: str, level: str, head: int) -> Party:
    return Party(Participant("Амурская область", "RU", None, None), kind, level, head, head, head)


def test_a_region_in_a_ring() -> None:
    assert not _is_region_of(ring(), party("body", "regional", 0), [party("group", "regional", 2)])


def test_a_body_in_a_ring() -> None:
    assert not _within_a_post(ring(), party("body", "other", 0), [party("person", "other", 2)])
