"""Finds the words of a sentence that may report a contact."""

import re

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import SUBJECTS, framed_by, is_predicate, preposition, subjects
from ingest.extraction.contacts.draft import Trigger
from ingest.extraction.document import Sentence, Token

_STEPS = 8
_NUMBER = re.compile(r"-+\d+$")  # "взаимодействие-2024"
_EXERCISE_BEGINNINGS = frozenset(name.split()[0] for name in lexicon.EXERCISE_NAMES)
_ORDINAL = re.compile(r"\d+-|(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|.*надцат|двадцат|.*сот)")


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """The triggers of a sentence, in the order of the text; parties are not yet looked for."""
    found = []
    for token in sentence.tokens:
        lemma = token.lemma
        if token.pos in ("NOUN", "PROPN") and lemma in lexicon.NOUNS:
            trigger = _noun(sentence, token)
        elif token.lemma in lexicon.CONTRACTS and token.pos == "NOUN":
            trigger = _contract(sentence, token)
        elif _exercise_name(sentence, token.index) is not None:
            trigger = Trigger(token.index + 1, "exercise", "noun", *carrier(sentence, token.index + 1))
        elif lemma in lexicon.VERBS and token.pos in ("VERB", "ADJ", "AUX"):
            trigger = _verb(sentence, token)
        else:
            continue
        if trigger:
            found.append(trigger)
    return found


def _contract(sentence: Sentence, token: Token) -> Trigger | None:
    """ "в рамках контракта между двумя компаниями", "контракт с корпорацией предусматривает": signed before."""
    prep = preposition(sentence, token.index)
    above = sentence.tokens[token.head] if token.head >= 0 else token
    if above.lemma in ("условие", "рамка", "основание", "соответствие") and token.rel == "nmod":
        prep = f"{preposition(sentence, above.index)} {above.lemma}"
    kept = token.rel in SUBJECTS and above.lemma in lexicon.CONTRACT_VERBS
    return Trigger(token.index, "signing", "noun") if kept or prep in lexicon.CONTRACT_FRAMES else None


def _exercise_name(sentence: Sentence, index: int) -> bool | None:
    """Whether two words name manoeuvres: True for those of the two countries, False for those of many."""
    tokens = sentence.tokens
    if not tokens[index].text[:1].isupper() or _NUMBER.sub("", tokens[index].lemma) not in _EXERCISE_BEGINNINGS:
        return None
    words = " ".join(_NUMBER.sub("", token.lemma) for token in tokens[index : index + 2])
    return lexicon.EXERCISE_NAMES.get(words)


def is_bilateral_exercise(sentence: Sentence, index: int) -> bool:
    """The word ends the proper name of the two countries' manoeuvres ("Морское взаимодействие")."""
    return index > 0 and bool(_exercise_name(sentence, index - 1))


def _noun(sentence: Sentence, token: Token) -> Trigger | None:
    format_ = lexicon.NOUNS[token.lemma]
    below = {sentence.tokens[i].lemma for i in sentence.subtree(token.index)}
    wanted = lexicon.QUALIFIED.get(token.lemma)
    below |= _genitive_after(sentence, token) if wanted else set()
    verb, link = carrier(sentence, token.index)
    held = token.lemma == "диалог" and verb >= 0 and sentence.tokens[verb].lemma in lexicon.DIALOGUE_HELD
    if wanted is not None and not wanted & below and not held:
        return None
    near = {sentence.tokens[c].lemma for c in sentence.children[token.index]}
    if near & lexicon.MULTILATERAL or not _stands_alone(sentence, token, below, verb, link):
        return None
    if format_ == "meeting":
        format_ = _remote(sentence, near, verb, token.index) or format_
        below |= {t.lemma for t in sentence.tokens[token.index + 1 : token.index + 3] if t.feats.get("Case") == "Gen"}
        if (near & lexicon.REGULAR or _numbered(sentence, token)) and below & lexicon.REGULAR_HEADS:
            format_ = "session"
        heads = (t for t in map(sentence.tokens.__getitem__, sentence.subtree(token.index)) if t.lemma == "глава")
        many = any(t.feats.get("Number") == "Plur" for t in heads)
        if many and "правительство" in below and not near & lexicon.REMOTE.keys():  # "встреча глав правительств"
            format_ = "session"
    head = sentence.tokens[token.head].lemma if token.head >= 0 else ""
    if token.lemma == "встреча" and head == "церемония":
        return None  # a guest's welcome
    if token.lemma in lexicon.SPELLS and not _is_named_spell(token):
        return None
    if token.lemma == "телемост" and link in _BY_LINK:
        format_ = "video"
    if token.lemma == "год" and not _names_a_year_of(sentence, token):
        return None
    return Trigger(token.index, format_, "noun", verb, link)


def _genitive_after(sentence: Sentence, noun: Token) -> set[str]:
    """The words of the genitive right after a noun ("заседание межправительственной комиссии"), however parsed."""
    lemmas: set[str] = set()
    for token in sentence.tokens[noun.index + 1 :]:
        if token.pos not in ("ADJ", "NOUN", "PROPN") or token.feats.get("Case", "Gen") != "Gen":
            break
        lemmas.add(token.lemma)
        if token.pos != "ADJ":
            break
    return lemmas


def _is_named_spell(token: Token) -> bool:
    """ "Дни культуры", "Неделя китайского кино", but not "в последние дни"."""
    many = token.lemma != "день" or token.feats.get("Number") == "Plur"
    return many and token.text[:1].isupper() and token.feats.get("Case") != "Acc"


def _stands_alone(sentence: Sentence, token: Token, below: set[str], verb: int, link: str) -> bool:
    """ "раунд" but not "раунд переговоров"; "комиссия собралась", not "заседание комиссии"."""
    if token.lemma in lexicon.BODIES:
        return link == "nsubj" and verb >= 0 and sentence.tokens[verb].lemma in lexicon.SIT
    return token.lemma != "раунд" or not any(word in lexicon.NOUNS for word in below - {token.lemma})


def _numbered(sentence: Sentence, token: Token) -> bool:
    return any(is_ordinal(sentence.tokens[c]) for c in sentence.children[token.index])


def is_ordinal(token: Token) -> bool:
    """ "второй", "20-й", "XX"."""
    return token.rel in ("amod", "nummod") and bool(_ORDINAL.match(token.lemma))


def _manner(sentence: Sentence, index: int) -> set[str]:
    """ "переговоры в формате видеоконференции": what hangs on the word for the manner."""
    ways = [c for c in sentence.children[index] if sentence.tokens[c].lemma in lexicon.WAYS]
    return {sentence.tokens[c].lemma for way in ways for c in sentence.children[way]}


def _remote(sentence: Sentence, near: set[str], verb: int, index: int = -1) -> str | None:
    """Call or video, if a word on the event or on its verb says so."""
    around = set(near) if index < 0 else near | _manner(sentence, index)
    if verb >= 0:
        for child in sentence.children[verb]:
            around.add(sentence.tokens[child].lemma)
            around |= {sentence.tokens[c].lemma for c in sentence.children[child] if sentence.tokens[c].rel != "conj"}
    for word in around:
        if word in lexicon.REMOTE:
            return lexicon.REMOTE[word]
    return None


_BY_LINK = ("в режим", "в формат", "в ход", "во время", "посредство")
_YEAR_OF = re.compile(r"россия|рф|китай|кнр|китайск|российск|культур|туризм|язык|молодеж|обмен|спорт|сми|образован")


def _names_a_year_of(sentence: Sentence, token: Token) -> bool:
    """ "Год России в Китае", "Год культуры": a named year, not a date."""
    below = [sentence.tokens[c] for c in sentence.children[token.index]]
    if token.feats.get("Case") == "Ins" or any(t.lemma == "новый" for t in below):  # "объявлен годом …", "Новый год"
        return False
    named = (t.lemma for t in below if t.rel in ("nmod", "amod") and not preposition(sentence, t.index))
    return any(_YEAR_OF.match(lemma) for lemma in (*named, *_genitive_after(sentence, token)))


def _verb(sentence: Sentence, token: Token) -> Trigger | None:
    kind = lexicon.VERBS[token.lemma]
    below = [sentence.tokens[c] for c in sentence.children[token.index]]
    objects = [t for t in below if t.rel in ("obj", "nsubj:pass")]
    if token.feats.get("Voice") == "Pass":
        objects += [sentence.tokens[i] for i in subjects(sentence, token.index)]
    if kind == "sign":
        if token.lemma in lexicon.REACH:
            if token.feats.get("VerbForm") != "Fin":
                return None  # "достигнутые договорённости" were reached before
            if token.feats.get("Voice") != "Pass":  # "достигли соглашения", not "достигло отметки, а договор …"
                objects = [t for t in objects if t.feats.get("Case") == "Gen"]
                return Trigger(token.index, "signing", "sign", token.index) if _is_paper(objects) else None
        described = token.rel.startswith("acl") or (token.rel == "amod" and token.feats.get("VerbForm") == "Part")
        held_by = sentence.tokens[token.head] if described and token.head >= 0 else None
        named = [*objects, *([held_by] if held_by else []), *(t for t in below if t.rel in ("nsubj", "nmod", "obl"))]
        documents = {t.lemma for t in named} | {
            sentence.tokens[c].lemma for t in objects for c in sentence.children[t.index]
        }
        documents |= _named_after(sentence, token) if not objects else set()
        pronoun = any(t.lemma in ("он", "она", "они") for t in objects)  # "его подписали лидеры"
        signed = pronoun or documents & lexicon.DOCUMENTS
        return Trigger(token.index, "signing", "sign", token.index) if signed else None
    if kind == "award":
        handed = objects + [sentence.tokens[c] for t in objects for c in sentence.children[t.index]]
        if any(t.lemma in lexicon.AWARDS for t in handed):
            return Trigger(token.index, "meeting", "award", token.index)
        return None
    if kind == "launch":
        started = {t.lemma for t in objects} | {
            sentence.tokens[c].lemma for t in objects for c in sentence.children[t.index]
        }
        started |= {t.lemma for t in below if token.lemma == "объявить"}
        if not started & lexicon.LAUNCHED or any(
            sentence.tokens[i].lemma in lexicon.NOUNS for i in sentence.subtree(token.index)
        ):
            return None
        near = {t.lemma for t in below} | {sentence.tokens[c].lemma for t in below for c in sentence.children[t.index]}
        remote = any(lexicon.REMOTE.get(word) == "video" for word in near)
        return Trigger(token.index, "video" if remote else "forum", "launch", token.index)
    if kind == "host":
        if any(t.lemma == "участие" for t in objects):
            return Trigger(token.index, "visit", "attend", token.index)
        if any(t.lemma in lexicon.ADOPTED for t in objects):
            return Trigger(token.index, "signing", "adopt", token.index)
        if token.lemma in ("встретить", "встречать") and any(t.lemma in lexicon.ARRIVALS for t in sentence.tokens):
            return None
        return Trigger(token.index, "meeting", "host", token.index)
    if kind == "patrol":
        return Trigger(token.index, "exercise", kind, token.index)
    if kind in ("invite", "await"):
        return Trigger(token.index, "visit", kind, token.index)
    if kind == "hint":
        if token.lemma in ("идти", "пойти") and not any(t.lemma == "речь" for t in below):
            return None
        return Trigger(token.index, "meeting", "hint", token.index)
    if kind in ("travel", "attend"):
        return Trigger(token.index, "visit", kind, token.index)
    if kind == "greet":
        return Trigger(token.index, "message", "greet", token.index)
    if token.lemma in lexicon.EXCHANGE:
        given = {t.lemma for t in objects + below}
        if given & lexicon.DOCUMENTS:
            return Trigger(token.index, "signing", "sign", token.index)
        if "мнение" not in given and "оценка" not in given:
            return None
    if token.lemma in lexicon.CONSULT:
        return Trigger(token.index, "session", "meet", token.index)
    if kind == "phone":
        return Trigger(token.index, "call", "meet", token.index)
    near = {sentence.tokens[c].lemma for c in sentence.children[token.index]}
    return Trigger(token.index, _remote(sentence, near, token.index) or "meeting", kind, token.index)


def _is_paper(objects: list[Token]) -> bool:
    return any(token.lemma in lexicon.DOCUMENTS for token in objects)


def _named_after(sentence: Sentence, verb: Token) -> set[str]:
    """What follows a verb whose object the parser lost, up to the next sign."""
    lemmas: set[str] = set()
    for token in sentence.tokens[verb.index + 1 :]:
        if token.pos in ("PUNCT", "VERB", "ADP"):
            break
        if token.feats.get("Case") in ("Acc", "Nom"):
            lemmas.add(token.lemma)
    return lemmas


def carrier(sentence: Sentence, index: int) -> tuple[int, str]:
    """The predicate that a noun hangs on and how: "obj", "nsubj" or its preposition; (-1, "") where there is none."""
    link, current = "", index
    frame = framed_by(sentence, index)
    if frame >= 0:
        link, current = f"{preposition(sentence, frame)} {sentence.tokens[frame].lemma}", frame
    current = _joined_to(sentence, current)
    for _ in range(_STEPS):
        token = sentence.tokens[current]
        link = link or preposition(sentence, current)
        if token.head in (-1, current):
            return _of_root(sentence, index, current, link)
        head = sentence.tokens[token.head]
        if is_predicate(head) and not token.rel.startswith(("acl", "advcl")):
            nearer = _nearer_verb(sentence, index, head.index)
            if nearer < 0 and link in lexicon.INSIDE:
                nearer = _governing(sentence, index, head)
            if nearer >= 0:
                return nearer, link or "obj"
            return head.index, link or token.rel.split(":")[0]
        if head.lemma in lexicon.FRAME_NOUNS:
            link = f"{preposition(sentence, head.index)} {head.lemma}".strip()
        elif token.rel not in ("conj", "appos", "fixed") and link not in lexicon.INSIDE and frame < 0:
            return -1, f"{link} of {head.lemma}".strip()
        current = head.index
    return -1, link


def _nearer_verb(sentence: Sentence, index: int, verb: int) -> int:
    """A finite verb in the noun's own part of the sentence, where the parser went past it; -1 if there is none."""
    if verb > index:
        return _verb_passed_over(sentence, index, verb)
    for token in reversed(sentence.tokens[verb + 1 : index]):
        if token.pos == "PUNCT":
            return -1
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return token.index
    return -1


def _joined_to(sentence: Sentence, index: int) -> int:
    """ "планируются переговоры …, а также подписание": a nominative joins the subject, not the object."""
    token = sentence.tokens[index]
    if index and sentence.tokens[index - 1].lemma == "и" and token.lemma in lexicon.NOUNS:
        for before in reversed(sentence.tokens[:index]):  # "встреча с министром и переговоры с послом состоятся"
            verb = sentence.tokens[before.head] if before.head > index else None
            if verb and before.rel in SUBJECTS and before.lemma in lexicon.NOUNS and verb.feats.get("Number") == "Plur":
                return before.index
    if token.rel != "conj" or token.feats.get("Case") != "Nom" or not 0 <= token.head < index:
        return index
    if sentence.tokens[token.head].feats.get("Case") in ("Nom", None) and sentence.tokens[token.head].rel != "obj":
        return index
    for before in reversed(sentence.tokens[token.head + 1 : index]):
        if before.rel in SUBJECTS and before.feats.get("Case") == "Nom" and before.lemma in lexicon.NOUNS:
            return before.index
    return index


def _governing(sentence: Sentence, index: int, infinitive: Token) -> int:
    """ "на встрече призвали соблюдать": the verb between a frame and the infinitive that the parser hung it on."""
    above = sentence.tokens[infinitive.head] if infinitive.head >= 0 else infinitive
    asks = infinitive.feats.get("VerbForm") == "Inf" and index < above.index < infinitive.index
    return above.index if asks and above.pos == "VERB" and above.feats.get("VerbForm") == "Fin" else -1


def _verb_passed_over(sentence: Sentence, index: int, verb: int) -> int:
    """ "на переговорах обсудят торговлю, сообщил пресс-секретарь": the first verb after the noun, not the speech."""
    for token in sentence.tokens[index + 1 : verb]:
        if token.pos == "PUNCT":
            return -1
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin":
            apart = any(t.pos == "PUNCT" for t in sentence.tokens[token.index + 1 : verb])
            return token.index if apart else -1
    return -1


def _of_root(sentence: Sentence, index: int, root: int, link: str) -> tuple[int, str]:
    """Where no verb stands above: a copula's noun, or the verb just before that the parser left aside."""
    coupled = any(sentence.tokens[c].rel == "cop" for c in sentence.children[root])
    if root != index and (coupled or is_predicate(sentence.tokens[root])):
        return root, "copula"
    for token in reversed(sentence.tokens[:index]):
        if token.pos == "PUNCT":
            break
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return token.index, link or "obl"
    return -1, link
