"""Walks through the syntax of a sentence."""

from ingest.extraction.document import Sentence, Token


def sentence_of(heads: list[int]) -> Sentence:
    tokens = [Token(index, index, index + 1, "я", head=head) for index, head in enumerate(heads)]
    return Sentence(0, 0, len(heads), tokens)


def test_children_hang_on_their_heads() -> None:
    assert sentence_of([-1, 0, 0, 2]).children == [[1, 2], [], [3], []]


def test_words_that_hang_on_each_other_in_a_ring_do_not_hold_a_walk_for_ever() -> None:
    sentence = sentence_of([-1, 2, 3, 1, 1])
    assert sentence.children == [[], [3, 4], [], [2], []]
    stack, steps = [1], 0
    while stack:
        stack += sentence.children[stack.pop()]
        steps += 1
    assert steps == 4


def test_a_word_that_hangs_on_itself_is_nobodys_child() -> None:
    assert sentence_of([0, 0]).children == [[1], []]


def test_ancestors_of_a_ring_end() -> None:
    assert [token.index for token in sentence_of([-1, 2, 1]).ancestors(1)] == [2]
