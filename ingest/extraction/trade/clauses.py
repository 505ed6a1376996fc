"""The parts of a sentence that a figure belongs to."""

from ingest.extraction.document import Sentence, Token
from ingest.extraction.trade.words import CUES, SIDES

# A comma before one of these parts two statements; a semicolon always does.
_BREAKS = {"а", "но", "тогда", "однако", "причем", "притом"}
_PHRASES = {("при", "этом"), ("в", "то"), ("в", "свою"), ("что", "на"), ("в", "том")}


_DASHES = {"—", "–", "-"}
_SIGNS = frozenset({",", ":", ";"})  # where a part may end


def _new_subject(following: list[Token]) -> bool:
    """Whether what follows a comma begins with another thing that is counted: "…, импорт из Китая — на 5 %"."""
    for token in following:
        if token.pos == "NOUN" and token.lemma in {"объем", "стоимость", "доля"} and len(following) > 1:
            flows = {"outflow", "inflow"}
            return any(CUES.get(later.lemma) in flows for later in following[1:])  # "…, объем импорта — на 5 %"
        if token.pos == "NOUN":
            return CUES.get(token.lemma) in {"turnover", "outflow", "inflow"} and token.feats.get("Case") in {
                "Nom",
                "Acc",
            }
        if token.pos not in {"ADJ", "DET", "CCONJ"}:
            return False
    return False


def _new_flow(following: list[Token]) -> bool:
    """Whether a colon is followed by goods that go another way than told before: ": экспорт в Россию вырос"."""
    return _new_subject(following[:3]) and any(token.lemma in SIDES for token in following)


def _new_statement(following: list[Token]) -> bool:
    """Whether a comma is followed by a subject and its verb, or by a country and a dash ("…, в Китай — 18 млрд")."""
    if len(following) < 3:
        return False
    first, second, third, *later = following
    if first.pos in {"NOUN", "PROPN"} and first.feats.get("Case") == "Nom":
        return second.pos == "VERB" and second.feats.get("VerbForm") == "Fin"
    if first.pos == "ADJ" and first.lemma in SIDES:
        return second.pos == "ADP" or second.text in _DASHES  # "…, российский в Китай — на 18 %"
    if first.pos != "ADP" or second.lemma not in SIDES:
        return False
    if third.pos == "ADP" and len(later) > 1 and later[0].lemma in SIDES:
        third = later[1]  # "…, из Китая в Россию — 6 млрд"
    return third.text in _DASHES


def _new_year(following: list[Token]) -> bool:
    """Whether a comma is followed by another year: "161 млн, в 2004 году поставки планируется увеличить"."""
    year = next((place for place, token in enumerate(following[:4]) if token.lemma in {"год", "г"}), None)
    opens = bool(following) and following[0].text.lower() in {"в", "за", "к"}
    return opens and year is not None and not any(token.text in _SIGNS for token in following[: year + 2])


def _has_amount(tokens: list[Token], numbers: list[int], part: int) -> bool:
    """Whether the part that ends here has told an amount already."""
    return any(number == part and token.lemma in _AMOUNTS for number, token in zip(numbers, tokens, strict=False))


_AMOUNTS = {"млн", "млрд", "трлн", "тыс", "тысяча", "миллион", "миллиард", "триллион"}
INSERTED = 90  # the number of the part that is an insertion: far from any other


def _insertion(tokens: list[Token]) -> range:
    """Where the sentence tells, between commas and without a number, what else is counted: ", включая экспорт СПГ,"."""
    for token in tokens[1:]:
        if token.text.lower() == "включая" and tokens[token.index - 1].text == ",":
            for later in tokens[token.index :]:
                if later.text[0].isdigit():
                    break
                if later.text == ",":
                    return range(token.index, later.index)
    return range(0)


def in_brackets(sentence: Sentence) -> set[int]:
    """The tokens that stand in brackets."""
    inside, depth = set(), 0
    for token in sentence.tokens:
        depth += (token.text == "(") - (token.text == ")" and depth > 0)
        if depth:
            inside.add(token.index)
    return inside


def parts(sentence: Sentence) -> list[int]:
    """For each token the number of the part it stands in."""
    numbers, part = [], 0
    tokens = sentence.tokens
    inserted = _insertion(tokens)
    for token in tokens:
        if token.index in inserted:
            numbers.append(INSERTED)
            continue
        if token.text not in _SIGNS:
            numbers.append(part)
            continue
        following = [later.text.lower() for later in tokens[token.index + 1 : token.index + 3]]
        or_even = following == ["а", "то"]  # "20, а то и 30 миллиардов"
        breaks = bool(following) and not or_even and (following[0] in _BREAKS or tuple(following) in _PHRASES)
        breaks = breaks or _new_subject(tokens[token.index + 1 : token.index + 4])
        breaks = breaks or _new_statement(tokens[token.index + 1 : token.index + 6])
        breaks = breaks or (_new_year(tokens[token.index + 1 : token.index + 6]) and _has_amount(tokens, numbers, part))
        after_colon = token.text == ":" and _new_flow(tokens[token.index + 1 : token.index + 6])
        if token.text == ";" or (token.text == "," and breaks) or after_colon:
            part += 1
        numbers.append(part)
    return numbers
