"""Who speaks: from a verb of speech to the actor, through syntax first and word order second."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.lexicon import load
from ingest.extraction.positions.cues import DOCUMENT_NOUNS, points_back
from ingest.extraction.positions.quotations import Quotation
from ingest.extraction.positions.relay import is_medium
from ingest.extraction.positions.subjects import heads_in, noun_phrase, subject_of, without_participle
from ingest.extraction.positions.voices import can_speak, ours

_WORDS = load("speech")
NO_SPEAKER = frozenset(_WORDS["no_speaker"])
_ANAPHOR = frozenset(_WORDS["anaphor"])
_PASSING = frozenset(_WORDS["passing_verb"])
_PASSED_ON = frozenset(_WORDS["passed_on"])
_BOTH_SIDES = frozenset(_WORDS["both_sides"])
_ELSEWHERE = frozenset(_WORDS["elsewhere"])
_JOINT_PAPER = frozenset(_WORDS["joint_paper"])
_RELATIVE = frozenset({"который", "что", "кто", "это"})
_IMPERSONAL = frozenset(_WORDS["impersonal"])
_PRONOUN = frozenset({"он", "она"})
_JOINT = re.compile(r"совместн\w+ (?:заявлен|деклараци|коммюнике)|\w*деклараци", re.IGNORECASE)
_IN_IT = frozenset({"нем", "нём", "ней"})
_BODY_ANAPHOR: dict[str, list[str]] = _WORDS["body_anaphor"]
_VOICE = frozenset(_WORDS["voice"])
_ADJECTIVES = {"китайский": "CN", "российский": "RU"}
_LATTER = frozenset({"последний", "тот"})
_BODY_REACH = 4  # sentences back in which "the ministry" was named
_LONGEST_SPEECH = 30  # sentences of a quotation after which "he said" is still who it was
_OPENING = 4  # tokens of a sentence that may name the paper it tells of
_LETTERS = frozenset({"телеграмма", "письмо", "послание", "поздравление", "соболезнование"})
_GOES_ON = re.compile(r"(?:Также|Кроме того|При этом|Помимо этого|Одновременно|Вместе с тем|Наряду с этим)\b")
_RECENT = 2  # sentences in which "he" is still who spoke last


class Speakers:
    """The speakers of one document; `last` is who spoke last, for "он добавил" and verbs without a subject."""

    def __init__(self, document: Document, quotations: Sequence[Quotation] = ()) -> None:
        self._text, self._sentences = document.text, document.sentences
        self._quotations = quotations
        opens = [q.open for q in quotations]
        within = ((s, bisect_left(opens, s.start) - 1) for s in document.sentences)
        self._quoted = {s.index for s, q in within if q >= 0 and s.end <= quotations[q].close}
        headline = document.headline.mentions if document.headline else []
        self._titled_bodies = [m for m in headline if m.type == "ORG" and can_speak(m)]
        self.last: list[Mention] = []
        self.spoken_in = -1  # the sentence in which `last` was the subject
        self._mentions: dict[int, list[Mention]] = {}
        self._titled = _before_colon(document.headline)
        known = {m.name: m for m in reversed(document.mentions) if m.side}
        self._given = {
            m.name.lower().partition(" ")[2]: m for m in known.values() if m.type == "PER" and m.side == "CN"
        }
        for mention in document.mentions:
            if not mention.side and mention.name in known:
                mention = replace(mention, side=known[mention.name].side)
            mention = ours(self._by_given_name(mention))
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
        if sentence.tokens[verb].feats.get("VerbForm") == "Conv" and self.spoken_in == sentence.index:
            return list(self.last)  # "…, добавив, что …"
        subject = subject_of(sentence, verb, self.spoken_in == sentence.index)
        if subject is not None:
            found = self.of_noun(sentence, subject) or self._further_subject(sentence, verb, subject)
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
            goes_on = _GOES_ON.match(self._text, sentence.start) and self._spoke_just_now(sentence)
            owners = self._owners_of_paper(sentence, verb) or (list(self.last) if goes_on else [])
            return self.remember(owners, sentence) if owners else []
        if sentence.tokens[verb].feats.get("Number") == "Plur":
            if self._of_a_press_service(sentence, verb):
                return []  # "сообщили в пресс-службе": a body that is not told, and not those named before
            many = len(self.last) > 1 or self.spoken_in == sentence.index
            return [m for m in self.last if many and (len(self.last) > 1 or m.how != "name")]
        return list(self.last)

    def _of_a_press_service(self, sentence: Sentence, verb: int) -> bool:
        near = sentence.tokens[max(0, verb - 5) : verb + 7]
        return any(t.lemma in _VOICE and t.feats.get("Case") == "Loc" for t in near)

    def _further_subject(self, sentence: Sentence, verb: int, subject: int) -> list[Mention]:
        """ "Сообщил глава ведомства, замминистра Иван Иванов": the name is with the second of two posts."""
        tokens = sentence.tokens
        others = (c for c in sentence.children[verb] if tokens[c].rel == "nsubj" and c > subject > verb)
        posts = (c for c in others if tokens[c].feats.get("Animacy") == "Anim" and tokens[subject].lemma in _ANAPHOR)
        return next((found for c in posts if (found := self.of_noun(sentence, c))), [])

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
            return self._acted_since(sentence) or list(self.last)
        if tokens[noun].lemma in _LATTER and tokens[noun].text.lower() not in ("то", "последнее"):
            return self._latter(sentence, noun)
        pair = self._pair(sentence, noun)
        if pair:
            return pair
        found = self._named_by(sentence, noun)
        joined = [
            c
            for part in noun_phrase(sentence, noun)
            for c in sentence.children[part]
            if tokens[c].rel == "conj" and c > part  # what is joined follows; a head behind it is a slip of the parse
        ]
        for child in joined:
            genitive = tokens[child].feats.get("Case") == "Gen"
            if tokens[child].pos in ("NOUN", "PROPN") and not genitive and not _of_others(sentence, child):
                more = self._named_by(sentence, child)
                found = found + [m for m in more if (m.type == "PER" or m.how == "country") and m not in found]
        if len(found) == 1 and found[0].how == "anaphor" and self._only_quoted(found[0]) and self._he_is_last(sentence):
            return list(self.last)
        if found:
            return _distinct([self._by_side(m) for m in found])
        return self._same_body(sentence, noun) or (list(self.last) if tokens[noun].lemma in _ANAPHOR else [])

    def _acted_since(self, sentence: Sentence) -> list[Mention]:
        """Another person whom the sentence between the last speech and this one is about: "he" is that one."""
        if sentence.index - self.spoken_in < _RECENT or sentence.index - 1 in self._quoted:
            return []
        return [m for m in self._subject_before(sentence) if m.how == "name" and can_speak(m)]

    def _latter(self, sentence: Sentence, noun: int) -> list[Mention]:
        """ "Последний": the person named last before."""
        for place in range(sentence.index, max(-1, sentence.index - _RECENT), -1):
            before = [m for m in self._mentions.get(place, ()) if m.type == "PER" and m.how == "name"]
            before = [m for m in before if place < sentence.index or m.last < noun]
            if before:
                return before[-1:]
        return []

    def _only_quoted(self, mention: Mention) -> bool:
        """The one whom "дипломат" after a quotation would stand for was named last within the quotation alone."""
        named = (
            m
            for place in range(mention.sentence, max(-1, mention.sentence - _RECENT - 1), -1)
            for m in reversed(self._mentions.get(place, ()))
            if m.end <= mention.start and m.name == mention.name
        )
        last = next(named, None)
        return last is not None and any(q.open < last.start < q.close <= mention.start for q in self._quotations)

    def _same_body(self, sentence: Sentence, noun: int) -> list[Mention]:
        """ "Ведомство", "в компании", "пресс-служба концерна": the body of that sort spoken of last."""
        tokens = sentence.tokens
        owners = (c for c in sentence.children[noun] if tokens[c].rel == "nmod" and c > noun)
        words = [noun, *owners] if tokens[noun].lemma in _VOICE else [noun]
        sort = next((tokens[at].lemma for at in words if tokens[at].lemma in _BODY_ANAPHOR), None)
        if sort is None or any(
            tokens[c].feats.get("Case") == "Gen" for at in words[-1:] for c in sentence.children[at]
        ):
            return []  # none, or one told by its full name
        kinds = _BODY_ANAPHOR[sort]
        sides = {_ADJECTIVES[tokens[c].lemma] for c in sentence.children[noun] if tokens[c].lemma in _ADJECTIVES}
        if self._is_last_body(sentence, kinds, sides):
            return list(self.last)
        for place in range(sentence.index, max(-1, sentence.index - _BODY_REACH - 1), -1):
            for m in reversed(self._mentions.get(place, ())):
                ahead = place == sentence.index and m.first >= noun
                if not ahead and can_speak(m) and m.how != "country" and _is_of(m, kinds, sides):
                    return [m]
        return [m for m in self._titled_bodies if _is_of(m, kinds, sides)][:1]

    def _is_last_body(self, sentence: Sentence, kinds: Sequence[str], sides: Collection[str]) -> bool:
        return len(self.last) == 1 and self._spoke_just_now(sentence) and _is_of(self.last[0], kinds, sides)

    def _pair(self, sentence: Sentence, noun: int) -> list[Mention]:
        """The two persons for whom "стороны", "оба", "министры" stand: who met in this sentence or just before."""
        token = sentence.tokens[noun]
        if token.lemma in _JOINT_PAPER and self._is_joint(sentence.index):
            return self._met(sentence.index)
        children = [sentence.tokens[c] for c in sentence.children[noun]]
        two = token.lemma == "оба" or any(c.lemma in ("оба", "два") for c in children)
        if token.lemma not in _BOTH_SIDES or not (two or token.feats.get("Number") == "Plur"):
            return []
        if any(c.rel in ("nmod", "amod") and c.lemma not in ("оба", "два") for c in children):
            return []  # "министры стран АСЕАН"
        return self._met(sentence.index)

    def _owners_of_paper(self, sentence: Sentence, verb: int) -> list[Mention]:
        """ "Говорится в документе": both who signed a joint one just now, else the body whose words were told last."""
        near = sentence.tokens[verb + 1 : verb + 4] + sentence.tokens[: min(verb, _OPENING)]
        if any(t.lemma in _LETTERS for t in near) and (sender := self._subject_before(sentence)):
            return self.remember(sender, sentence)
        if not any(t.lemma in DOCUMENT_NOUNS or t.lemma in _JOINT_PAPER or t.text.lower() in _IN_IT for t in near):
            return []
        bodies = len(self.last) == 2 and all(m.type != "PER" for m in self.last) and self._spoke_just_now(sentence)
        if bodies and self._is_joint(self.spoken_in):
            return list(self.last)
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
        if self.spoken_in < 0 or sentence.index - self.spoken_in > _LONGEST_SPEECH:
            return False
        quoted = sum(place in self._quoted for place in range(self.spoken_in + 1, sentence.index))
        return sentence.index - self.spoken_in - quoted <= _RECENT

    def _subject_before(self, sentence: Sentence) -> list[Mention]:
        """The person whom the sentence before is about."""
        before = self._sentences[sentence.index - 1] if sentence.index else None
        root = next((t.index for t in before.tokens if t.rel == "root"), None) if before else None
        subject = subject_of(before, root, goes_on=False) if before and root is not None else None
        found = self._named_by(before, subject) if before and subject is not None else []
        return [m for m in found if m.type == "PER"]

    def _named_by(self, sentence: Sentence, noun: int) -> list[Mention]:
        tokens, mentions = sentence.tokens, self._mentions.get(sentence.index, ())
        covering = [m for m in mentions if m.first <= noun <= m.last]
        phrase = noun_phrase(sentence, noun)
        persons = [m for m in mentions if m.type == "PER" and m not in covering and heads_in(m, phrase, tokens)]
        named = [m for m in persons if m.how == "name"]
        if covering and (covering[0].type == "PER" or not named):
            one = tokens[noun].feats.get("Number") == "Sing"
            plural = [m for m in covering if m.plural and not one]
            if covering[0].how != "name" and named and not plural:
                return named[:1]
            alike = [
                m for m in covering if m.how == "anaphor" and (m.first, m.last) == (covering[0].first, covering[0].last)
            ]
            return plural or (alike if len({m.side for m in alike}) == 2 else covering[:1])
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
            person = child > verb or tokens[child].pos == "PRON"  # a noun before is what the parse took from the words
            if person and tokens[verb].lemma.endswith("цитировать") and tokens[child].rel == "obj":
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
            between = without_participle(tokens[low + 1 if low == verb else mention.last + 1 : high])
            if len(between) > 8 or any(t.text in ",;:—–" for t in between):
                continue
            if impersonal:
                leading = tokens[max(0, mention.first - 2) : mention.first] if mention.first < verb else []
                if any(t.lemma in DOCUMENT_NOUNS for t in [*between, *leading]):
                    return self._told_with(mention)
            elif mention.type != "PER" and any(
                t.text.lower() in ("в", "во", "на") for t in tokens[max(0, low - 2) : high]
            ):
                return self._told_with(mention)
        if impersonal:
            return []
        near = tokens[max(0, verb - 4) : verb + 6]
        if any(t.text.lower() == "там" for t in near[:5]) and len(self.last) == 1 and self.last[0].type != "PER":
            return list(self.last) if self._spoke_just_now(sentence) else []
        bodies = (t.index for t in near if t.lemma in _BODY_ANAPHOR and t.rel == "obl")
        placed = (at for at in bodies if any(t.text.lower() in ("в", "во") for t in tokens[max(0, at - 2) : at]))
        return next((found for at in placed if (found := self._same_body(sentence, at))), [])

    def _told_with(self, mention: Mention) -> list[Mention]:
        """All that the same words name ("МИД РФ и Китая")."""
        here = self._mentions.get(mention.sentence, ())
        return [m for m in here if (m.first, m.last, m.type) == (mention.first, mention.last, mention.type)]

    def remember(self, speakers: list[Mention], sentence: Sentence) -> list[Mention]:
        """Keeps who speaks for the verbs to come, and hands it back; a country is never who "he" is."""
        if speakers and all(m.how == "country" for m in speakers) and self.last and self._he_is_last(sentence):
            return speakers
        self.last, self.spoken_in = list(speakers), sentence.index
        return speakers


def _is_of(mention: Mention, kinds: Sequence[str], sides: Collection[str]) -> bool:
    """A body whose name tells that it is of one of the kinds; of one of the sides, if any are told."""
    fits = mention.type == "ORG" and (not sides or mention.side in sides)
    return fits and any(word.startswith(tuple(kinds)) for word in re.findall(r"\w+", mention.name.lower()))


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


def _distinct(mentions: list[Mention]) -> list[Mention]:
    seen: set[tuple[str, str]] = set()
    return [m for m in mentions if (m.name, m.side) not in seen and not seen.add((m.name, m.side))]
