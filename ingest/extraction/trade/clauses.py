"""The parts of a sentence that a figure belongs to."""

from ingest.extraction.document import Sentence

# A comma before one of these parts two statements; a semicolon always does.
_BREAKS = {"а", "но", "тогда", "однако", "причем", "притом"}
_PHRASES = {("при", "этом"), ("в", "то"), ("в", "свою"), ("что", "на"), ("в", "том")}


def parts(sentence: Sentence) -> list[int]:
    """For each token the number of the part it stands in."""
    numbers, part = [], 0
    tokens = sentence.tokens
    for token in tokens:
        following = [later.text.lower() for later in tokens[token.index + 1 : token.index + 3]]
        breaks = bool(following) and (following[0] in _BREAKS or tuple(following) in _PHRASES)
        if token.text == ";" or (token.text == "," and breaks):
            part += 1
        numbers.append(part)
    return numbers
