"""Direct speech: «…», — заявил X; X сказал: «…»; «…, — сказал он. — …»; the turns of a transcript."""

import re
from collections.abc import Iterator

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.positions.content import content_start, rtrim
from ingest.extraction.positions.cues import RELAY, is_cue, quotes
from ingest.extraction.positions.quotations import Quotation
from ingest.extraction.positions.speakers import Speakers
from ingest.extraction.positions.statements import Statement, Talk, sentences_between

_INSERTION = re.compile(
    r"(?<=[\w.,!?…)»”])[,.!?…]?\s*[—–―-]+\s+(?P<words>[а-яё][^«»\n]{3,320}?)[.,;:]\s*[—–―-]+\s+(?=[\w«„“])"
)
_AFTER_QUOTATION = re.compile(r"[\s.!?…»”\"]*(?P<sign>[,—–―-])?[\s,—–―-]*(?:[\w-]+\s+){0,6}$")
_LEADS_UP = re.compile(r"[\s,.!?…»”\"]*[—–―-]\s*(?:(?:так|в ответ|тут же|затем|тогда|[а-яё]+о)[\s,]+){0,2}")
_COLON = re.compile(r":\s*[—–―-]?\s*$")
_TURN = re.compile(
    r"(?:(?<=[.!?…>*)\n])|^)\s*(?P<name>[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|"
    r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ]{3,}(?:-[А-ЯЁ]+)?|[А-ЯЁ]{2,7} [А-ЯЁ]{1,10}|"
    r"[А-ЯЁ][а-яё]{1,6} [А-ЯЁ][а-яё]{0,9}|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:ов|ев|ин|ый|ий|ва|на|ко|ко|ич))"
    r"\s*(?P<how>\([^()]{3,40}\))?\s*:\s+(?:<[…\.]+>\s+)?(?=[А-ЯЁ])"
)
_RECORD = re.compile(r"стенограмм\w*", re.IGNORECASE)
_TURN_END = re.compile(r"\s*(?:<[…\.]+>|\*\s?\*\s?\*|\[[…\.]+\]).*$", re.DOTALL)
_LONG_SPEECH = 5  # words: a quotation that nothing introduces
SHORTEST_SPEECH = 3  # words: a shorter quotation before "сказал" is a name


def find_insertions(talk: Talk) -> None:
    """Cuts each quotation at its insertions ("…, — сказал он. — …")."""
    text = talk.document.text
    for quotation in talk.quotations:
        pieces, start = [], quotation.start
        for match in _INSERTION.finditer(text, quotation.start, quotation.end):
            if _has_cue(talk, match.start("words"), match.end("words")):
                pieces.append((start, rtrim(text, start, match.start())))
                talk.insertions.append((match.start(), match.end(), quotation))
                start = match.end()
        pieces.append((start, quotation.end))
        talk.pieces[quotation.open] = [piece for piece in pieces if piece[1] > piece[0]]


def _has_cue(talk: Talk, start: int, end: int) -> bool:
    for sentence in sentences_between(talk.document, start, end):
        tokens = [t for t in sentence.tokens if start <= t.start and t.end <= end]
        if any(is_cue(t, sentence) or t.lemma in RELAY for t in tokens[:6]):
            return True
        if tokens and quotes(tokens[0]) and any(_may_speak(t) for t in tokens[1:]):
            return True
    return False


def _may_speak(token: Token) -> bool:
    """A name or "he" in the nominative."""
    return token.feats.get("Case") == "Nom" and (token.pos == "PROPN" or token.lemma in ("он", "она"))


def follows_quotation(talk: Talk, verb: Token) -> bool:
    """The verb comes right after a quotation and its dash, or begins an insertion: «…», — успокоил министр."""
    if talk.insertion_at(verb.start):
        return True
    before = talk.before(verb.start)
    if before is None or verb.start - before.close > 60 or not _is_speech(talk.document.text, before):
        return False
    return bool(_LEADS_UP.fullmatch(talk.document.text, before.close + 1, verb.start))


def attributed_by(talk: Talk, sentence: Sentence, cue: int) -> list[Quotation]:
    """The quotations that the verb of speech at `cue` belongs to: just before it, around it, or after its colon."""
    place, text = sentence.tokens[cue].start, talk.document.text
    broken = talk.insertion_at(place)
    if broken:
        return [broken]
    found = []
    before = talk.before(place)
    free = before and before.close < place and before.open not in talk.taken and _is_speech(text, before)
    if free and not is_part_of_clause(text, sentence, before):
        between = text[before.close + 1 : place]
        match = _AFTER_QUOTATION.match(between) if len(between) < 80 else None
        if match and match["sign"]:
            found.append(before)
    after = talk.after(place)
    if after and after.open not in talk.taken and after.open < sentence.end + 3:
        between = text[place : after.open]
        if _COLON.search(between) and len(between) < 300 and "\n\n" not in between.strip():
            found.append(after)
    return found


def is_part_of_clause(text: str, sentence: Sentence, quotation: Quotation) -> bool:
    """ "Спад объясняется «внешними причинами», сказал X": the quotation goes on a clause that the sentence begins."""
    before = text[content_start(sentence) : quotation.open].rstrip()
    return sentence.start < quotation.open and before[-1:].isalnum() and len(before.split()) > 1


def _is_speech(text: str, quotation: Quotation) -> bool:
    return len(text[quotation.start : quotation.end].split()) >= SHORTEST_SPEECH


def quoted(talk: Talk, quotation: Quotation, sentence: Sentence, cue: int, who: list[Mention]) -> Iterator[Statement]:
    """The pieces of a quotation as direct statements."""
    token = sentence.tokens[cue]
    talk.taken.add(quotation.open)
    for start, end in talk.pieces.get(quotation.open, [(quotation.start, quotation.end)]):
        yield Statement(who, "direct", start, end, sentence, (token.start, token.end), token.lemma)


def read_left_over(talk: Talk) -> Iterator[Statement]:
    """Quotations without a verb of their own that go on where another ended: «…», — сказал X. «…»."""
    text = talk.document.text
    ended: tuple[int, Statement] | None = None
    by_open = {q.open: q for q in talk.quotations}
    direct = {s.start: s for s in talk.statements if s.kind == "direct"}
    for opening, quotation in sorted(by_open.items()):
        if opening in talk.taken:
            own = direct.get(quotation.start)
            if own:
                ended = (_end_of_attribution(talk, quotation, own), own)
            continue
        if ended is None or not _is_speech(text, quotation) or len(text[quotation.start : quotation.end].split()) < 5:
            continue
        gap = text[ended[0] : opening]
        if re.fullmatch(r"[\s.,;—–―-]*", gap) and text[max(0, opening - 3) : opening].strip(" \n") in (
            "",
            "—",
            "–",
            "-",
            ".",
            ". —",
        ):
            own = ended[1]
            talk.taken.add(opening)
            for start, end in talk.pieces[opening]:
                yield Statement(own.speakers, "direct", start, end, own.sentence, own.cue, own.cue_lemma)
            ended = (quotation.close + 1, own)


def read_alone(talk: Talk, speakers: Speakers) -> Iterator[Statement]:
    """Quotations that are sentences of their own: words of the person whom the sentence before is about."""
    text, sentences = talk.document.text, talk.document.sentences
    for quotation in talk.quotations:
        if quotation.open in talk.taken or len(text[quotation.start : quotation.end].split()) < _LONG_SPEECH:
            continue
        before = next(iter(sentences_between(talk.document, quotation.open, quotation.open + 1)), None)
        if before is None or before.start != quotation.open or before.index == 0 or not _ends_there(text, quotation):
            continue
        told = sentences[before.index - 1]
        root = next((t for t in told.tokens if t.rel == "root" and t.pos == "VERB"), None)
        if "\n" in text[told.end : before.start] and not (root and is_cue(root, told)):
            continue
        who = speakers.of_verb(told, root.index) if root else []
        if len(who) == 1 and who[0].type == "PER":
            talk.taken.add(quotation.open)
            for start, end in talk.pieces[quotation.open]:
                yield Statement(who, "direct", start, end, told, (root.start, root.end), root.lemma)


def _ends_there(text: str, quotation: Quotation) -> bool:
    """After the closing mark the sentence is over."""
    return bool(re.match(r"[»”\"]*\s*(?:[.!?…]|$|\n)", text[quotation.close : quotation.close + 6]))


def _end_of_attribution(talk: Talk, quotation: Quotation, own: Statement) -> int:
    return max(own.sentence.end, quotation.close + 1) if own.cue[0] > quotation.close else quotation.close + 1


# --- Transcripts ------------------------------------------------------------------------------------


def read_transcript(talk: Talk, speakers: Speakers) -> Iterator[Statement]:
    """The turns of a transcript ("В.Путин: …"), at least one of them; each is one direct statement."""
    text = talk.document.text
    turns = [m for m in _TURN.finditer(text) if talk.quotation_at(m.start("name")) is None]
    if not turns or (len(turns) < 2 and not _is_record(text, turns[0])):
        return
    for index, turn in enumerate(turns):
        end = turns[index + 1].start() if index + 1 < len(turns) else len(text)
        end = turn.end() + len(_TURN_END.sub("", text[turn.end() : end]).rstrip(" \n"))
        sentence = next(iter(sentences_between(talk.document, turn.start("name"), turn.end("name"))), None)
        who = speakers.between(turn.start("name"), turn.end("name"))
        if sentence and who and end > turn.end():
            cue = (turn.start("name"), turn.end("name"))
            yield Statement(who, "direct", turn.end(), end, sentence, cue, turn=True)


def _is_record(text: str, turn: re.Match[str]) -> bool:
    """A single turn is one of a transcript: a name with initials, "как переведено", a record announced before."""
    initials = re.match(r"[А-ЯЁ]\.", turn["name"])
    translated = turn["how"] and "перев" in turn["how"]
    return bool(initials or translated or _RECORD.search(text, 0, turn.start()))
