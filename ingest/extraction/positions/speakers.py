"""Who speaks: from a verb of speech to the actor, through syntax first and word order second."""

import re
from dataclasses import replace

from ingest.extraction.document import Document, Mention, Sentence, Token
from ingest.extraction.lexicon import load
from ingest.extraction.positions.cues import DOCUMENT_NOUNS, points_back
from ingest.extraction.positions.relay import is_medium

_WORDS = load("speech")
NO_SPEAKER = frozenset(_WORDS["no_speaker"])
_ANAPHOR = frozenset(_WORDS["anaphor"])
_BODY_WORDS = frozenset(_WORDS["body"])
_DEEDS = frozenset(_WORDS["deeds"])
_PASSING = frozenset(_WORDS["passing_verb"])
_PASSED_ON = frozenset(_WORDS["passed_on"])
_BOTH_SIDES = frozenset(_WORDS["both_sides"])
_ELSEWHERE = frozenset(_WORDS["elsewhere"])
_JOINT_PAPER = frozenset(_WORDS["joint_paper"])
_OURS: dict[str, str] = _WORDS["ours"]
_RELATIVE = frozenset({"который", "что", "кто", "это"})
_IMPERSONAL = frozenset(_WORDS["impersonal"])
_NAME_RELS = frozenset({"appos", "flat", "flat:name", "nmod", "compound", "flat:foreign"})
_PRONOUN = frozenset({"он", "она"})
_JOINT = re.compile(r"совместн\w+ (?:заявлен|деклараци|коммюнике)|\w*деклараци", re.IGNORECASE)
_IN_IT = frozenset({"нем", "нём", "ней"})
_SPOKESMAN = re.compile(r"пресс-секретар|помощник|официальн\w+ представител|представител", re.IGNORECASE)
_RECENT = 2  # sentences in which "he" is still who spoke last
_REACH = 14  # tokens: how far from its verb a subject is looked for where the parse has none


class Speakers:
    """The speakers of one document; `last` is who spoke last, for "он добавил" and verbs without a subject."""

    def __init__(self, document: Document) -> None:
        self._text, self._sentences = document.text, document.sentences
        self.last: list[Mention] = []
        self._spoken_in = -1  # the sentence in which `last` was the subject
        self._mentions: dict[int, list[Mention]] = {}
        self._titled = _before_colon(document.headline)
        known = {m.name: m for m in reversed(document.mentions) if m.side}
        self._given = {
            m.name.lower().partition(" ")[2]: m for m in known.values() if m.type == "PER" and m.side == "CN"
        }
        for mention in document.mentions:
            if not mention.side and mention.name in known:
                mention = replace(mention, side=known[mention.name].side)
            mention = _ours(self._by_given_name(mention))
            self._mentions.setdefault(mention.sentence, []).append(mention)

    def _by_given_name(self, mention: Mention) -> Mention:
        """A Chinese person whom the text goes on to call by the given name alone ("сказал Цзиньпин")."""
        full = self._given.get(mention.name.lower()) if mention.type == "PER" and mention.actor is None else None
        return replace(mention, name=full.name, side=full.side, actor=full.actor, post=full.post) if full else mention

    def _by_side(self, mention: Mention) -> Mention:
        """ "Российский министр", who is named nowhere as one: the last person of that side, spoken of just before."""
        if mention.type != "PER" or mention.how != "office" or mention.actor or not mention.name[:1].islower():
            return mention
        if not mention.name.islower():  # an office by its full name: only who spoke just now can be meant
            return next((m for m in self.last if m.type == "PER" and m.side == mention.side), mention)
        earlier = (
            m
            for place in range(mention.sentence, max(-1, mention.sentence - _RECENT - 1), -1)
            for m in reversed(self._mentions.get(place, ()))
            if m.end <= mention.start and m.type == "PER" and m.how == "name" and m.side == mention.side
        )
        return next(earlier, mention)

    def within(self, sentence: Sentence, first: int, last: int) -> list[Mention]:
        """The mentions that lie in tokens first..last of the sentence."""
        return [m for m in self._mentions.get(sentence.index, ()) if first <= m.first and m.last <= last]

    def between(self, start: int, end: int) -> list[Mention]:
        """The first mention that touches characters start..end of the text, as a list."""
        touching = (m for ms in self._mentions.values() for m in ms if m.start < end and start < m.end)
        return list(touching)[:1]

    def of_verb(self, sentence: Sentence, verb: int) -> list[Mention]:
        """Who is the subject of the verb of speech; an empty list where that is nobody who counts."""
        if sentence.tokens[verb].lemma in _PASSING:
            owner = self._owner_of_words(sentence, verb)
            return self.remember(owner, sentence) if owner else []
        if sentence.tokens[verb].feats.get("VerbForm") == "Conv" and self._spoken_in == sentence.index:
            return list(self.last)  # "…, добавив, что …"
        subject = _subject(sentence, verb, self._spoken_in == sentence.index)
        if subject is not None:
            found = self.of_noun(sentence, subject)
            if any(is_medium(m) for m in found):
                return []
            if not found and points_back(sentence, verb):
                found = self._titled  # "Заявление сделано на переговорах": the title has said by whom
            if not found and sentence.tokens[subject].feats.get("Animacy") == "Inan":
                return []  # an unknown body says so: "he" is still who it was
            return self.remember(found, sentence)
        body = self._place_of_speech(sentence, verb)
        if body:
            return self.remember(body, sentence)
        if sentence.tokens[verb].lemma in _IMPERSONAL or sentence.tokens[verb].feats.get("VerbForm") == "Part":
            return self._owners_of_paper(sentence, verb)
        if sentence.tokens[verb].feats.get("Number") == "Plur":
            return [m for m in self.last if len(self.last) > 1]
        return list(self.last)

    def of_noun(self, sentence: Sentence, noun: int) -> list[Mention]:
        """The actors that a subject noun stands for, with those joined to it by "и"."""
        tokens = sentence.tokens
        if tokens[noun].lemma == "который":
            clause = tokens[noun].head
            above = tokens[clause].head if clause >= 0 and tokens[clause].rel.startswith("acl") else -1
            return self._named_by(sentence, above) if above >= 0 else []
        if tokens[noun].lemma in NO_SPEAKER or tokens[noun].lemma in _RELATIVE or _of_others(sentence, noun):
            return []
        if tokens[noun].lemma in _PRONOUN and self._he_is_last(sentence):
            return list(self.last)
        pair = self._pair(sentence, noun)
        if pair:
            return pair
        found = self._named_by(sentence, noun)
        joined = [
            c for part in _noun_phrase(sentence, noun) for c in sentence.children[part] if tokens[c].rel == "conj"
        ]
        for child in joined:
            genitive = tokens[child].feats.get("Case") == "Gen"
            if tokens[child].pos in ("NOUN", "PROPN") and not genitive and not _of_others(sentence, child):
                more = self._named_by(sentence, child)
                found = found + [m for m in more if (m.type == "PER" or m.how == "country") and m not in found]
        if found:
            return _distinct([self._by_side(m) for m in found])
        return list(self.last) if tokens[noun].lemma in _ANAPHOR else []

    def _pair(self, sentence: Sentence, noun: int) -> list[Mention]:
        """The two persons for whom "стороны", "оба", "министры" stand: who met in this sentence or just before."""
        token = sentence.tokens[noun]
        if token.lemma in _JOINT_PAPER and self._is_joint(sentence.index):
            return self._met(sentence.index)
        if token.lemma not in _BOTH_SIDES or not (token.lemma == "оба" or token.feats.get("Number") == "Plur"):
            return []
        if sentence.children[noun] and any(sentence.tokens[c].rel in ("nmod", "amod") for c in sentence.children[noun]):
            return []  # "министры стран АСЕАН"
        return self._met(sentence.index)

    def _owners_of_paper(self, sentence: Sentence, verb: int) -> list[Mention]:
        """ "Говорится в документе": both who signed a joint one just now, else the body whose words were told last."""
        near = sentence.tokens[verb + 1 : verb + 4]
        if not any(t.lemma in DOCUMENT_NOUNS or t.lemma in _JOINT_PAPER or t.text.lower() in _IN_IT for t in near):
            return []
        signed = self._met(sentence.index) if self._is_joint(sentence.index) else []
        if signed:
            return signed
        return list(self.last) if self._spoke_just_now(sentence) and len(self.last) == 1 else []

    def _is_joint(self, index: int) -> bool:
        """A joint paper is spoken of in the sentence or just before."""
        sentences = self._sentences[max(0, index - _RECENT) : index + 1]
        return any(_JOINT.search(self._text, s.start, s.end) for s in sentences)

    def _met(self, index: int) -> list[Mention]:
        """One Russian and one Chinese person whom one sentence names, the nearest of the last few."""
        for place in range(index, max(-1, index - _RECENT - 1), -1):
            persons = _distinct([m for m in self._mentions.get(place, ()) if m.type == "PER" and m.how != "anaphor"])
            if len(persons) == 2 and {m.side for m in persons} == {"RU", "CN"}:
                return persons
        return []

    def of_pronoun(self, sentence: Sentence, at: int) -> list[Mention]:
        """Whose "his" it is in "по его словам": who spoke last, else whom the mention there stands for."""
        if self._he_is_last(sentence):
            return list(self.last)
        found = self.within(sentence, at, at) or self._subject_before(sentence)
        return self.remember(found, sentence) if found or not self._spoke_just_now(sentence) else list(self.last)

    def _he_is_last(self, sentence: Sentence) -> bool:
        """The person who spoke just now, known or not ("представитель «Газпрома»"), is who "he" is."""
        return self._spoke_just_now(sentence) and (not self.last or any(m.type == "PER" or m.post for m in self.last))

    def _spoke_just_now(self, sentence: Sentence) -> bool:
        return self._spoken_in >= 0 and sentence.index - self._spoken_in <= _RECENT

    def _subject_before(self, sentence: Sentence) -> list[Mention]:
        """The person whom the sentence before is about."""
        before = self._sentences[sentence.index - 1] if sentence.index else None
        root = next((t.index for t in before.tokens if t.rel == "root"), None) if before else None
        subject = _subject(before, root, goes_on=False) if before and root is not None else None
        found = self._named_by(before, subject) if before and subject is not None else []
        return [m for m in found if m.type == "PER"]

    def _named_by(self, sentence: Sentence, noun: int) -> list[Mention]:
        tokens, mentions = sentence.tokens, self._mentions.get(sentence.index, ())
        covering = [m for m in mentions if m.first <= noun <= m.last]
        phrase = _noun_phrase(sentence, noun)
        persons = [m for m in mentions if m.type == "PER" and m not in covering and _heads_in(m, phrase, tokens)]
        named = [m for m in persons if m.how == "name"]
        if covering and (covering[0].type == "PER" or not named):
            one = tokens[noun].feats.get("Number") == "Sing"
            plural = [m for m in covering if m.plural and not one]
            if covering[0].how != "name" and named and not plural:
                return named[:1]
            return plural or covering[:1]
        if named:
            return named[:1]
        bodies = [m for m in mentions if m.type == "ORG" and any(at in phrase for at in range(m.first, m.last + 1))]
        if bodies and tokens[noun].lemma in _ANAPHOR:
            words = f"{tokens[noun].text.lower()} {self._text[bodies[0].start : bodies[0].end]}"
            return [replace(bodies[0], name=words, post=words)]  # "представитель «Газпрома»", unnamed
        return bodies[:1] or persons[:1]

    def _owner_of_words(self, sentence: Sentence, verb: int) -> list[Mention]:
        """ "приводит агентство его слова", "цитирует газета министра": whose words they are, if that is said."""
        tokens = sentence.tokens
        for child in sentence.children[verb]:
            if tokens[child].lemma in _PASSED_ON:
                owners = [c for c in sentence.children[child] if tokens[c].rel in ("nmod", "det", "appos")]
                if any(tokens[c].text.lower() in ("его", "ее", "её", "их") for c in owners):
                    return list(self.last)
                return next((found for c in owners if (found := self.of_noun(sentence, c))), [])
            if tokens[verb].lemma.endswith("цитировать") and tokens[child].rel == "obj":
                return self.of_noun(sentence, child)
        return []

    def _place_of_speech(self, sentence: Sentence, verb: int) -> list[Mention]:
        """ "в МИД КНР заявили", "говорится в сообщении Кремля": a body in the place where a subject would be."""
        tokens = sentence.tokens
        impersonal = tokens[verb].lemma in _IMPERSONAL
        if not impersonal and tokens[verb].feats.get("Number") != "Plur":
            return []
        for mention in self._mentions.get(sentence.index, ()):
            low, high = sorted((verb, mention.first))
            between = tokens[low + 1 : high]
            if len(between) > 8 or any(t.text in ",;:—–" for t in between):
                continue
            if impersonal:
                leading = tokens[max(0, mention.first - 2) : mention.first] if mention.first < verb else []
                if any(t.lemma in DOCUMENT_NOUNS for t in [*between, *leading]):
                    return [mention]
            elif mention.type != "PER" and any(
                t.text.lower() in ("в", "во", "на") for t in tokens[max(0, low - 2) : high]
            ):
                return [mention]
        return []

    def remember(self, speakers: list[Mention], sentence: Sentence) -> list[Mention]:
        """Keeps who speaks for the verbs to come, and hands it back; a country is never who "he" is."""
        if speakers and all(m.how == "country" for m in speakers) and self.last and self._he_is_last(sentence):
            return speakers
        self.last, self._spoken_in = list(speakers), sentence.index
        return speakers


def _of_others(sentence: Sentence, noun: int) -> bool:
    """ "Мировые лидеры", "европейские министры": none of the two sides."""
    tokens = sentence.tokens
    plural = tokens[noun].lemma in _BOTH_SIDES and tokens[noun].feats.get("Number") == "Plur"
    return plural and any(tokens[c].lemma in _ELSEWHERE for c in sentence.children[noun])


def _before_colon(headline: Document | None) -> list[Mention]:
    """Whom the title quotes: "Министр: …"."""
    if headline is None:
        return []
    return [m for m in headline.mentions if m.start < 30 and headline.text[m.end : m.end + 1] == ":"][:1]


def _ours(mention: Mention) -> Mention:
    """A ministry named without its country, as Russian news names Russia's own."""
    if mention.side or mention.type != "ORG" or mention.actor is not None:
        return mention
    name = _OURS.get(mention.name.lower())
    return replace(mention, side="RU", name=name) if name else mention


def can_speak(mention: Mention) -> bool:
    """A person, country or state body of the Russian or the Chinese side."""
    if mention.side not in ("RU", "CN") or is_medium(mention):
        return False
    if mention.type == "ORG" and mention.actor is None:
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


def _subject(sentence: Sentence, verb: int, goes_on: bool) -> int | None:
    """The index of the verb's subject noun: by the parse, by its place, else through coordinated verbs.

    Where speech goes on in a sentence ("…, и добавил"), only a subject of the verb's own counts.
    """
    tokens = sentence.tokens
    subjects = [
        child
        for child in sentence.children[verb]
        if tokens[child].rel in ("nsubj", "nsubj:pass")
        and (tokens[child].pos in ("NOUN", "PROPN", "PRON", "X") or tokens[child].lemma == "оба")
    ]
    if subjects:  # the parse may give a verb the subject of the clause before, too
        return min(subjects, key=lambda child: abs(child - verb))
    if verb and _is_undeclined(tokens[verb - 1]):
        return verb - 1
    near = _near(sentence, verb, 1)
    if near is None:
        near = _before_parenthesis(sentence, verb)
    if near is None and goes_on:
        near = _near(sentence, verb, -1)
    if near is not None or goes_on:
        return near
    if tokens[verb].rel in ("conj", "advcl"):
        above = next((token.index for token in sentence.ancestors(verb) if token.pos == "VERB"), None)
        for child in sentence.children[above] if above is not None else ():
            if tokens[child].rel == "nsubj" and tokens[child].pos != "DET":
                return child
    return _near(sentence, verb, -1)


def _is_undeclined(token: Token) -> bool:
    """An abbreviation ("КНР"), which shows no case: next before the verb it is the subject."""
    return token.pos == "PROPN" and token.text.isupper() and len(token.text) > 1


def _near(sentence: Sentence, verb: int, step: int) -> int | None:
    """A nominative noun after (1) or before (-1) the verb, with no sign and no other verb between."""
    tokens = sentence.tokens
    index = verb + step
    while 0 <= index < len(tokens) and abs(index - verb) < _REACH:
        token = tokens[index]
        if (token.pos == "PUNCT" and token.text in ",;:—–") or token.pos in ("VERB", "SCONJ"):
            return None
        if step < 0 and token.pos == "CCONJ":
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feats.get("Case") == "Nom":
            return index
        index += step
    return None


def _before_parenthesis(sentence: Sentence, verb: int) -> int | None:
    """ "Министр, в свою очередь, заметил": the subject stands before a short parenthesis without a verb."""
    tokens = sentence.tokens
    if verb < 3 or tokens[verb - 1].text != ",":
        return None
    opening = next((i for i in range(verb - 2, max(-1, verb - 7), -1) if tokens[i].text == ","), None)
    if opening is None or any(t.pos == "VERB" for t in tokens[opening:verb]):
        return None
    return _near(sentence, opening, -1)


def _noun_phrase(sentence: Sentence, noun: int) -> set[int]:
    """The noun and the names and titles that hang on it, without subordinate clauses."""
    phrase, stack = {noun}, [noun]
    while stack:
        for child in sentence.children[stack.pop()]:
            if sentence.tokens[child].rel in _NAME_RELS and child not in phrase:
                phrase.add(child)
                stack.append(child)
    return phrase


def _heads_in(mention: Mention, phrase: set[int], tokens: list[Token]) -> bool:
    """A person within the phrase who is in apposition to its head, that is, not in the genitive."""
    inside = [index for index in range(mention.first, mention.last + 1) if index in phrase]
    return bool(inside) and any(tokens[index].feats.get("Case") != "Gen" for index in inside)


def _distinct(mentions: list[Mention]) -> list[Mention]:
    seen: set[tuple[str, str]] = set()
    return [m for m in mentions if (m.name, m.side) not in seen and not seen.add((m.name, m.side))]
