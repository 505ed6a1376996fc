"""Speech told in an aside: "по словам X", "со ссылкой на X", and a name with a colon."""

from collections.abc import Iterator

from ingest.extraction.document import Mention, Sentence
from ingest.extraction.positions.complements import words_of_another
from ingest.extraction.positions.content import ACCORDING, as_statements, content_end, content_start
from ingest.extraction.positions.cues import RELAY, SIGNS, is_cue, points_back
from ingest.extraction.positions.indirect import sentence_before
from ingest.extraction.positions.relay import is_medium
from ingest.extraction.positions.speakers import Speakers
from ingest.extraction.positions.statements import Statement, Talk

_NAMING = 22  # tokens of a name and a post before the colon
_POSSESSIVE = frozenset({"его", "ее", "её", "их"})


def read_named(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """ "Министр: «…»", "МИД: …": a person or body at the start of a sentence, a colon, and what was said."""
    tokens = sentence.tokens
    colon = next((t.index for t in tokens[:_NAMING] if t.text == ":"), 0)
    who = [m for m in speakers.within(sentence, 0, colon - 1) if _leads(sentence, m, colon) and _opens(sentence, m)][:1]
    if not who or colon + 3 >= len(tokens):
        return
    start, end = tokens[colon + 1].start, content_end(talk, sentence, colon + 1, None)
    cue = (tokens[who[0].first].start, tokens[colon].end)
    yield from as_statements(talk, sentence, colon, speakers.remember(who, sentence), start, end, cue)


def _leads(sentence: Sentence, mention: Mention, colon: int) -> bool:
    """The colon follows the name, or the post told after it ("Сергей Лавров, министр: …")."""
    between = sentence.tokens[mention.last + 1 : colon]
    post = bool(between) and between[0].text in ",(" and mention.type == "PER"
    return not between or (post and not any(t.pos == "VERB" for t in between))


def _opens(sentence: Sentence, mention: Mention) -> bool:
    """The sentence begins with the person or body, a post in front at most."""
    before = sentence.tokens[: mention.first]
    if mention.how == "country" or mention.type not in ("PER", "ORG"):
        return False
    return not before or (mention.type == "PER" and all(t.pos in ("NOUN", "PROPN", "ADJ", "ADP") for t in before))


def read_with_reference(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """ "…, передает агентство со ссылкой на МИД": the content before is the ministry's."""
    tokens = sentence.tokens
    for index in range(4, len(tokens) - 3):
        if tokens[index].lemma != "ссылка" or talk.quotation_at(tokens[index].start):
            continue
        verb = next((t.index for t in reversed(tokens[:index]) if t.lemma in RELAY and t.pos == "VERB"), None)
        who = speakers.within(sentence, index + 2, min(index + 9, len(tokens) - 1))[:1]
        if verb is None or not who or tokens[index + 1].text != "на" or is_medium(who[0]):
            continue
        if verb < 5 or tokens[verb - 1].text not in SIGNS or points_back(sentence, verb):
            speakers.remember(who, sentence)
            before = talk.document.sentences[sentence.index - 1] if sentence.index else None
            told = who[0].type == "PER" or (before is not None and not _is_news(before, len(before.tokens)))
            if points_back(sentence, verb) and told:
                yield from sentence_before(talk, sentence, verb, who)
            continue
        speakers.remember(who, sentence)
        if who[0].type == "PER" or not _is_news(sentence, verb):
            cue, end = (tokens[index].start, tokens[index].end), tokens[verb - 2].end
            yield from as_statements(talk, sentence, verb, who, content_start(sentence), end, cue)


def read_commented(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """ "Комментируя слова министра о том, что …": what the minister is told to have said; "he" is still the other."""
    tokens = sentence.tokens
    for token in tokens[4:]:
        noun = words_of_another(sentence, token.index) if token.text == "что" else None
        if noun is None or token.index + 2 > len(tokens) - 1 or talk.quotation_at(token.start):
            continue
        named = speakers.within(sentence, noun + 1, token.index - 4)
        who = [m for m in named if m.type == "PER"][:1] or [m for m in named if m.last == token.index - 4][:1]
        start = token.index + 1
        end = min(content_end(talk, sentence, start, None), _where_another_speaks(sentence, start))
        cue = (tokens[noun].start, tokens[noun].end)
        yield from as_statements(talk, sentence, noun, who, tokens[start].start, end, cue)


def _where_another_speaks(sentence: Sentence, start: int) -> int:
    """ "Комментируя слова о том, что …, министр напомнил …": the end of what is commented on."""
    tokens = sentence.tokens
    for comma in (t.index for t in tokens[start:] if t.text == ","):
        following = tokens[comma + 1 : comma + _NAMING // 2]
        verb = next((t for t in following if t.feats.get("VerbForm") == "Fin"), None)
        if verb is None or not is_cue(verb, sentence) or any(t.text == "," for t in tokens[comma + 1 : verb.index]):
            continue
        if following[0].pos in ("NOUN", "PROPN", "ADJ") and following[0].feats.get("Case", "Nom") == "Nom":
            return tokens[comma - 1].end
    return sentence.end


def _past_relay(sentence: Sentence, start: int) -> int:
    """Past ", которые передает агентство,": who passed the words on is no part of them."""
    tokens = sentence.tokens
    if start >= len(tokens) or tokens[start].lemma != "который":
        return start
    end = next((t.index for t in tokens[start : start + 9] if t.text == ","), None)
    relays = end is not None and any(t.lemma in RELAY for t in tokens[start:end])
    return end + 1 if relays and end is not None else start


def _is_news(sentence: Sentence, end: int) -> bool:
    """What has happened: passed on by a medium with reference to a body, that is the medium's news."""
    verbs = (t for t in sentence.tokens[:end] if t.feats.get("VerbForm") == "Fin")
    first = next(verbs, None)
    return first is not None and first.feats.get("Tense") == "Past"


def read_according_to(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """ "По словам X, …", "…, по мнению X", "… которые, по оценке X, …"."""
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        if tokens[index].text.lower() not in ("по", "согласно") or talk.quotation_at(tokens[index].start):
            continue
        noun = index + 1 if tokens[index + 1].lemma in ACCORDING else index + 2
        if tokens[noun].lemma not in ACCORDING or tokens[noun].feats.get("Case", "Dat") != "Dat":
            continue
        who, last = _whose(sentence, index, noun, speakers)
        cue = (tokens[index].start, tokens[noun].end)
        for start, end in _around_parenthesis(talk, sentence, index, last):
            yield from as_statements(talk, sentence, index, who, start, end, cue)


def _whose(sentence: Sentence, by: int, noun: int, speakers: Speakers) -> tuple[list[Mention], int]:
    """Whose words, and the last token that says so."""
    tokens = sentence.tokens
    if noun == by + 2 and tokens[by + 1].text.lower() in _POSSESSIVE:
        return speakers.of_pronoun(sentence, by + 1), noun
    following = noun + 1
    while following < len(tokens) - 1 and tokens[following].text not in ",—–:;":
        following += 1
    for child in sentence.children[noun]:
        if child > noun and tokens[child].rel in ("nmod", "appos", "flat"):
            found = [m for m in speakers.of_noun(sentence, child) if m.sentence != sentence.index or m.last < following]
            return speakers.remember(found, sentence), following - 1
    near = speakers.within(sentence, noun + 1, following - 1)
    return speakers.remember(near[:1], sentence), following - 1


def _around_parenthesis(talk: Talk, sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The content beside a parenthesis at tokens first..last: after it, before it, or all around."""
    tokens = sentence.tokens
    start = content_start(sentence)
    if last + 1 >= len(tokens) - 1:
        yield start, tokens[max(first - 1, 0)].start if first else start
        return
    after = last + 2 if tokens[last + 1].text in SIGNS else last + 1
    after = _past_relay(sentence, after)
    if after >= len(tokens):
        return
    relative = first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].lemma in ("который", "что")
    if relative or not any(t.pos in ("NOUN", "PROPN", "VERB") for t in tokens[:first]):
        yield tokens[after].start, content_end(talk, sentence, after, last)
    else:
        yield start, content_end(talk, sentence, after, last)
