"""Whether a figure has happened, is aimed at, is expected, or meets a target."""

import itertools

from ingest.extraction.dates.tense import is_future
from ingest.extraction.document import Sentence, Token
from ingest.extraction.trade.figures import Counted
from ingest.extraction.trade.words import (
    AGREED,
    BRING_TO,
    CARRIED_OUT,
    CONSIDERED,
    CONTRACT,
    FORECAST,
    FOUNDING,
    LENDING,
    RAISING,
    REACHED,
    REACHED_WHAT,
    RISES,
    SPEECH,
    SURPASSED,
    TARGET,
)


def status(sentence: Sentence, counted: Counted, parts: list[int]) -> str:
    """ "actual", "target", "forecast" or "reached" by the words of the figure's part of the sentence."""
    near = [token for token in sentence.tokens if parts[token.index] == counted.part]
    if counted.change is not None and counted.quantity.unit != "%":
        near = [token for token in near if token.lemma not in REACHED]
    lemmas = {token.lemma for token in near}
    if (
        lemmas & SURPASSED
        and lemmas & REACHED_WHAT - {"раньше"}
        and any(_past(t) for t in near if t.lemma in SURPASSED)
    ):
        return "reached"
    if lemmas & REACHED and lemmas & REACHED_WHAT and any(_met(sentence, t) for t in near if t.lemma in REACHED):
        return "reached"
    if counted.kind == "contract":
        return "target"
    if counted.kind == "investment" and counted.cue is not None and counted.cue.lemma in LENDING and lemmas & AGREED:
        return "target"
    if counted.kind == "investment" and "фонд" in lemmas and lemmas & FOUNDING:
        return "target"
    governing = [token for token in _governing(sentence, counted) if parts[token.index] == counted.part]
    governing = near if counted.cue is None else governing  # "осталось договориться — это 30 млрд кубометров"
    if counted.kind == "investment" and lemmas & CONSIDERED and "проект" in lemmas:
        return "target"
    if any(_was_to(sentence, token) for token in near):
        return "forecast"
    if counted.since or _described(sentence, counted):
        return "actual"  # "увеличить с 38 до 44 млрд": the first is what there is
    if any(token.lemma in BRING_TO or _is_aim(sentence, token) for token in governing):
        return "target"
    if any(_expects(token) or _counts_on(sentence, token) for token in governing):
        return "forecast"
    done = bool(lemmas & CARRIED_OUT) and "проект" in lemmas  # "реализовано 50 проектов на 800 млрд"
    if done:
        governing = [token for token in governing if token.lemma != "проект"]
    if any(token.lemma in TARGET and not _given(token) for token in governing) or (
        not done and _contracted(sentence, counted)
    ):
        return "target"
    if any(is_future(sentence, token) for token in governing):
        agreed = counted.kind == "other" and any(token.lemma in CONTRACT for token in sentence.tokens)
        promised = (
            counted.kind == "investment"
            or agreed
            or (counted.kind in {"outflow", "inflow"} and counted.cue.pos == "VERB")
            or any(token.lemma in RAISING and is_future(sentence, token) for token in governing)
        )
        return "target" if promised else "forecast"  # "будет поставлять", "составит"
    return "actual"


def _is_aim(sentence: Sentence, token: Token) -> bool:
    """ "чтобы удвоить этот показатель", "речь идёт об увеличении поставок до 15 млн тонн"."""
    below = {sentence.tokens[child].text.lower() for child in sentence.children[token.index]}
    return "чтобы" in below or (token.lemma in RISES and bool(below & {"о", "об"}))


def _met(sentence: Sentence, token: Token) -> bool:
    """ "цель достигнута", but not "цель будет достигнута"."""
    helpers = [sentence.tokens[child] for child in sentence.children[token.index]]
    return _past(token) and not any(one.text.lower().startswith("буд") for one in helpers)


def _expects(token: Token) -> bool:
    """ "может", "сможет", "ожидается"; but "не смогло" tells what was."""
    return token.lemma in FORECAST and not (token.lemma == "смочь" and token.feats.get("Tense") == "Past")


def _past(token: Token) -> bool:
    return token.pos == "NOUN" or token.feats.get("Tense") == "Past"


def _given(token: Token) -> bool:
    """ "предоставил", "выделил": money given, no longer a promise."""
    return token.lemma in {"предоставить", "выделить"} and token.pos == "VERB" and _past(token)


def _was_to(sentence: Sentence, token: Token) -> bool:
    """ "должен был составить": what was expected before the outcome was known."""
    if token.lemma not in {"должный", "должен"}:
        return False
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(following) and following[0].lemma == "быть" and following[0].feats.get("Tense") == "Past"


def _counts_on(sentence: Sentence, token: Token) -> bool:
    """ "рассчитывает, что составит" expects; "рассчитывает довести" aims."""
    following = [later.text.lower() for later in sentence.tokens[token.index + 1 : token.index + 4]]
    return token.lemma in {"рассчитывать", "надеяться"} and "что" in following


def _governing(sentence: Sentence, counted: Counted) -> list[Token]:
    """The number's ancestors up to the clause's verb, and what hangs on its verbs (modals, adverbs)."""
    chain: list[Token] = []
    for index in (counted.first, counted.last, counted.cue.index if counted.cue else counted.first):
        for token in (sentence.tokens[index], *sentence.ancestors(index)):
            if token.lemma in SPEECH and chain:
                break
            chain.append(token)
            finite = token.pos in {"VERB", "AUX"} and token.feats.get("VerbForm") in {"Fin", None}
            if finite and token.rel not in {"xcomp", "ccomp", "csubj"}:
                break
    below = [
        sentence.tokens[child] for token in chain if token.pos != "NUM" for child in sentence.children[token.index]
    ]
    helpers = [token for token in below if token.pos in {"ADV", "AUX", "ADJ", "VERB"} and token.rel != "conj"]
    return chain + [token for token in helpers if token.rel not in {"acl", "acl:relcl", "advcl", "parataxis"}]


def _described(sentence: Sentence, counted: Counted) -> bool:
    """ "увеличить товарооборот, который составляет сейчас 11 млрд": what there is."""
    if counted.cue is None or not counted.cue.index < counted.first:
        return False
    between = sentence.tokens[counted.cue.index + 1 : counted.first]
    if [token.lemma for token in between[:2]] != [",", "который"]:
        return False
    verbs = [token for token in between if token.pos == "VERB"]
    return bool(verbs) and verbs[0].feats.get("Tense") == "Pres" and verbs[0].lemma not in FORECAST | TARGET


def _named_by_contract(sentence: Sentence, cue: Token) -> bool:
    """ "контракт «Газпрома» и CNPC на поставку": the contract's names stand before its matter."""
    before = cue.index - 1
    while before >= 0 and sentence.tokens[before].pos in {"ADJ", "DET"}:
        before -= 1
    if cue.pos != "NOUN" or before < 0 or sentence.tokens[before].text.lower() not in {"на", "о", "об"}:
        return False
    return any(
        token.lemma in CONTRACT and token.pos == "NOUN" for token in sentence.tokens[max(0, before - 10) : before]
    )


def _contracted(sentence: Sentence, counted: Counted) -> bool:
    """ "договор на поставку до 10 млрд": the cue hangs on a contract by a preposition of purpose."""
    if counted.kind not in {"outflow", "inflow", "investment"} or counted.cue is None:
        return False
    if _named_by_contract(sentence, counted.cue):
        return True
    chain = [counted.cue, *sentence.ancestors(counted.cue.index)]
    for lower, upper in itertools.pairwise(chain):
        if upper.lemma in CONTRACT and lower.pos == "NOUN":
            before = {sentence.tokens[child].text.lower() for child in sentence.children[lower.index]}
            return bool(before & {"на", "о", "об", "по"}) or upper.lemma == "проект"
        if lower.pos == "VERB":
            return False
    return False
