"""Whether an event happened, is planned, is proposed or is called off: from tense, modality and negation."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import (
    framed_by,
    is_negated,
    predicate_above,
    preposition,
    relative_verbs,
    verbs_around,
)
from ingest.extraction.contacts.draft import Trigger
from ingest.extraction.document import Sentence, Token

_WORDS = lexicon.STATUS
_FRAMES = ("на", "в ход", "во время", "в рамка", "по итог", "после", "по окончание", "по результат", "при")


def status_of(sentence: Sentence, trigger: Trigger) -> str | None:
    """ "held", "planned", "proposed", "cancelled"; None where the sentence denies the event."""
    if trigger.kind == "noun":
        return _of_noun(sentence, trigger)
    if trigger.kind == "await":
        return None if is_negated(sentence, trigger.verb) else "planned"
    return _of_verb(sentence, trigger.verb)


def _of_noun(sentence: Sentence, trigger: Trigger) -> str | None:
    on_noun = {sentence.tokens[c].lemma for c in sentence.children[trigger.token]}
    above = _nouns_above(sentence, trigger.token)
    if _is_generally_judged(sentence, trigger):
        return None
    if above & _WORDS["general_nouns"] or _is_habitual(sentence, trigger):
        return None
    if _is_custom(sentence, trigger) or _is_matter(sentence, trigger):
        return None
    if above & _WORDS["cancelled_nouns"]:
        return "cancelled"
    if trigger.link == "nsubj" and (
        _of_verb(sentence, trigger.verb) == "cancelled" or _is_then_cancelled(sentence, trigger.verb)
    ):
        return "cancelled"
    told = predicate_above(sentence, trigger.token)
    if told >= 0 and sentence.tokens[told].lemma == "располагать" and is_negated(sentence, told):
        return None  # "не располагают данными о возможной встрече"
    if (on_noun | above) & _WORDS["proposed_words"]:
        return "proposed"
    if above & _WORDS["rumours"] and is_negated(sentence, predicate_above(sentence, trigger.token)):
        return "proposed"  # "не подтвердили сообщения о визите"
    before = {sentence.tokens[trigger.token - 1].lemma} if trigger.token else set()
    if trigger.link == "nsubj" and (on_noun | before) & _WORDS["held_adjectives"]:
        return "held"  # "сегодняшняя встреча послужит укреплению связей"
    if trigger.link == "на" and sentence.tokens[trigger.verb].lemma in _WORDS["hoping_verbs"]:
        return "proposed"
    if on_noun & _WORDS["planned_adjectives"] or (above | before) & _WORDS["planned_frames"]:
        return "planned"
    participles = [sentence.tokens[c] for c in sentence.children[trigger.token]]
    for token in participles:
        if token.feats.get("VerbForm") == "Part" and token.lemma in _WORDS["planned_verbs"]:
            return "planned"
    if any(_of_verb(sentence, verb) == "planned" for verb in relative_verbs(sentence, trigger.token)):
        return "planned"
    if trigger.link in ("преддверие", "в преддверие", "накануне", "канун", "в канун", "перед", "до"):
        return "planned"
    if trigger.format != "exercise" and (trigger.link in _WORDS["purpose_links"] or _is_come_for(sentence, trigger)):
        return "planned"
    if trigger.verb < 0:
        return "planned" if trigger.link == "к" and trigger.format in ("meeting", "visit", "session") else "held"
    if is_travelled_to(sentence, trigger):
        return "planned"
    if _is_done_within(sentence, trigger):
        return "held"
    if trigger.link in ("obj", "nsubj", "copula", "obl", "с", "об", "о", "в", "на", "iobj"):
        status = _of_verb(sentence, trigger.verb)
        if status == "cancelled" and not _is_denied(sentence, trigger):
            return None
        if trigger.link in ("о", "об", "к") and status == "held":
            return _of_topic(sentence, trigger)
        return status
    return _of_frame(sentence, trigger)


def _is_then_cancelled(sentence: Sentence, verb: int) -> bool:
    """ "Визит был намечен на март, однако был перенесён": called off by a second verb of the same subject."""
    for child in sentence.children[verb] if verb >= 0 else ():
        token = sentence.tokens[child]
        own = any(sentence.tokens[c].rel.startswith("nsubj") for c in sentence.children[child])
        if token.rel == "conj" and token.lemma in _WORDS["cancelled_verbs"] and not own:
            return not is_negated(sentence, child) and sentence.tokens[verb].lemma in _WORDS["planned_verbs"]
    return False


def _is_matter(sentence: Sentence, trigger: Trigger) -> bool:
    """ "вопросы, связанные с подписанием": a matter, not an event."""
    verb = sentence.tokens[trigger.verb] if trigger.verb >= 0 else None
    return trigger.format == "signing" and verb is not None and verb.lemma in ("связать", "касаться")


def _is_custom(sentence: Sentence, trigger: Trigger) -> bool:
    """ "встречи в ходе визитов стали традицией"."""
    if trigger.verb < 0 or sentence.tokens[trigger.verb].lemma not in ("стать", "становиться", "являться", "считаться"):
        return False
    return any(sentence.tokens[c].lemma in _WORDS["general_nouns"] for c in sentence.children[trigger.verb])


def _is_generally_judged(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Переговоры лидеров носят доверительный характер": what they are like, whenever they are."""
    if trigger.link != "nsubj" or trigger.verb < 0 or trigger.format not in ("meeting", "session"):
        return False
    verb = sentence.tokens[trigger.verb]
    plural = sentence.tokens[trigger.token].feats.get("Number") == "Plur"
    return plural and verb.feats.get("Tense") == "Pres" and verb.lemma in _WORDS["judging_verbs"] - {"быть"}


def _is_denied(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Встреча не состоится", "визит отменён"; not "не станет комментировать визит", "не объявят о встрече"."""
    lemmas = {token.lemma for token in verbs_around(sentence, trigger.verb)}
    if lemmas & _WORDS["cancelled_verbs"]:
        return True
    own = trigger.link in ("obj", "nsubj", "copula") and trigger.verb >= 0
    return own and bool(lemmas & (lexicon.CARRY | _WORDS["event_verbs"] | {"быть"}))


def _is_come_for(sentence: Sentence, trigger: Trigger) -> bool:
    """ "прибыл для участия в двадцатой встрече", however the parser hung the noun."""
    for token in reversed(sentence.tokens[: trigger.token]):
        if token.pos not in ("ADJ", "NUM", "DET", "ADP"):
            return token.lemma == "участие" and token.index > 0 and sentence.tokens[token.index - 1].lemma == "для"
    return False


def is_travelled_to(sentence: Sentence, trigger: Trigger) -> bool:
    """ "прилетел на переговоры", "отправился на встречу": they are still to come."""
    if trigger.kind != "noun" or trigger.verb < 0:
        return False
    travels = lexicon.VERBS.get(sentence.tokens[trigger.verb].lemma) == "travel"
    return travels and trigger.link == "на" and trigger.format in ("meeting", "session", "forum", "video")


def _is_done_within(sentence: Sentence, trigger: Trigger) -> bool:
    """ "на переговорах пригласил", "в ходе визита предложил", "достигнутых в ходе визита": that went on already."""
    if trigger.link not in _FRAMES:
        return False
    for token in reversed(sentence.tokens[: trigger.token]):
        if token.pos == "PUNCT" or token.index == trigger.verb:
            break
        if token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") != "Short":
            return token.feats.get("Tense") == "Past"
    verb = sentence.tokens[trigger.verb]
    active = verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Voice") != "Pass"
    return active and verb.feats.get("Tense") == "Past" and verb.feats.get("Aspect") == "Perf"


def _is_habitual(sentence: Sentence, trigger: Trigger) -> bool:
    """ "регулярные встречи": a habit, unless they are counted as one event."""
    token = sentence.tokens[trigger.token]
    plural = (token.feats.get("Number") == "Plur" or token.lemma in lexicon.WEAK) and token.lemma not in (
        "переговоры",
        "учение",
        "консультация",
        "маневр",
    )
    return plural and any(sentence.tokens[c].lemma in _WORDS["habitual"] for c in sentence.children[trigger.token])


def _of_frame(sentence: Sentence, trigger: Trigger) -> str | None:
    """ "в ходе визита", "по итогам переговоров": held, unless the clause is about the future."""
    status = _of_verb(sentence, trigger.verb)
    return status if status in ("planned", "proposed", "cancelled") else "held"


def _of_topic(sentence: Sentence, trigger: Trigger) -> str | None:
    """ "договорились о встрече", "речь шла о визите"."""
    lemma = sentence.tokens[trigger.verb].lemma
    if lemma in ("договориться", "договариваться", "условиться", "объявить"):
        return "planned"
    return "held"


def _of_intent(sentence: Sentence, verb: int) -> str | None:
    """ "готовность встретиться", "решение посетить": what is meant to be done; None where no intention is told."""
    token = sentence.tokens[verb]
    if verb < 0 or token.feats.get("VerbForm") != "Inf" or token.head < 0:
        return None
    noun = sentence.tokens[token.head]
    if noun.lemma not in lexicon.INTENTS:
        return None
    above = predicate_above(sentence, noun.index)
    accepted = noun.lemma == "приглашение" and above >= 0 and sentence.tokens[above].lemma in ("принять", "принимать")
    return "planned" if accepted or noun.lemma in _WORDS["planned_intents"] else "proposed"


def _of_verb(sentence: Sentence, verb: int) -> str | None:
    intent = _of_intent(sentence, verb)
    if intent:
        return intent
    around = list(verbs_around(sentence, verb))
    if not around:
        return "held"
    lemmas = {token.lemma for token in around}
    helpers = [sentence.tokens[c] for token in around for c in sentence.children[token.index]]
    helper_lemmas = {t.lemma for t in helpers if t.rel in ("advmod", "aux", "aux:pass", "cop", "xcomp", "parataxis")}
    negated = any(is_negated(sentence, token.index) for token in around)
    if negated and lemmas & _WORDS["excluding_verbs"]:
        return "proposed"  # "не исключает встречи"
    if any(t.text == "ли" for t in helpers):  # "не уточнил, будут ли подписаны"
        return None
    if helper_lemmas & _WORDS["habits"] or any(_is_counted(sentence, token) for token in around):
        return None
    if sentence.tokens[verb].feats.get("VerbForm") == "Inf" and lemmas & _WORDS["agreed_verbs"]:
        return "planned"
    if lemmas & _WORDS["lasting_verbs"]:
        return "held"
    if _is_purpose(sentence, verb):
        return "planned"
    if lemmas & _WORDS["cancelled_verbs"]:
        return "cancelled" if not negated else "planned"
    if negated:
        return "cancelled" if _is_future(around, helpers) else None
    if (lemmas | helper_lemmas) & (_WORDS["proposed_verbs"] | _WORDS["proposed_words"]):
        return "proposed"
    if lemmas & (_WORDS["planned_verbs"] | _WORDS["planned_adjectives"]) or _is_future(around, helpers):
        return "planned"
    return "held"


def _is_counted(sentence: Sentence, verb: Token) -> bool:
    """ "встречались 42 раза", "много раз говорили": many events, none of them told."""
    times = [c for c in sentence.children[verb.index] if sentence.tokens[c].lemma == "раз"]
    counts = [sentence.tokens[c] for time in times for c in sentence.children[time]]
    return any(token.pos == "NUM" or token.lemma in ("много", "несколько") for token in counts)


def _is_purpose(sentence: Sentence, verb: int) -> bool:
    """ "прибыл, чтобы провести переговоры", "для того чтобы обсудить"."""
    return any(sentence.tokens[c].lemma in ("чтобы", "дабы") for c in sentence.children[verb])


def _is_future(around: list[Token], helpers: list[Token]) -> bool:
    around = [t for t in around if not (t.feats.get("Person") == "1" and t.lemma in _WORDS["remarks"])]
    if any(t.feats.get("Tense") == "Fut" or (t.lemma == "быть" and t.text.lower().startswith("буд")) for t in around):
        return True
    return any(t.lemma == "быть" and t.text.lower().startswith("буд") for t in helpers)


def _nouns_above(sentence: Sentence, index: int) -> set[str]:
    """The lemmas of the nouns that the noun depends on, up to the verb, and their prepositions' words."""
    lemmas: set[str] = set()
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if token.rel == "case":
            lemmas |= {token.lemma, *(sentence.tokens[c].lemma for c in sentence.children[child])}
    frame = framed_by(sentence, index)
    above = [sentence.tokens[frame], *sentence.ancestors(frame)] if frame >= 0 else sentence.ancestors(index)
    for token in above:
        if token.pos in ("VERB", "AUX"):
            break
        lemmas.add(token.lemma)
        for child in sentence.children[token.index]:
            if sentence.tokens[child].rel == "case":
                lemmas |= {sentence.tokens[child].lemma, *(sentence.tokens[c].lemma for c in sentence.children[child])}
        if preposition(sentence, token.index) in _FRAMES[1:]:  # "о возможности поставки … после завершения учений"
            break
    return lemmas
