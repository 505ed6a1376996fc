"""The side of persons of whom nothing says outright whose they are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.contacts import lexicon
from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.names import is_chinese_name

_POST = 9  # words of a post in front of a name
_PARTS = ("NOUN", "PROPN", "ADJ")
_RUSSIAN = re.compile(
    r"[А-ЯЁ][а-яё]+ (?:[А-ЯЁ][а-яё]+ич |[А-ЯЁ][а-яё]+вна )?[А-ЯЁ][а-яё-]+(?:ов|ев|ёв|ин|ын|ский|цкий|ова|ева|ина|ская)"
)


def with_sides(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of unknown persons with the side that their post or, failing that, their name tells."""
    mentions = [_of_office(sentence, mention) for mention in mentions]
    alone = not any(m.side == "other" for m in mentions)
    found = []
    for mention in mentions:
        if mention.type in ("PER", "ORG") and not mention.side:
            side = _by_post(sentence, mention)
            if not side and alone and mention.type == "PER":
                side = _by_name(document, mention, sentence)
            mention = replace(mention, side=side) if side else mention
        found.append(mention)
    return found


def _of_office(sentence: Sentence, mention: Mention) -> Mention:
    """ "генпрокурор КНР": an office that is known of another country only is still of the country beside it."""
    if mention.how != "office" or mention.actor or mention.side != "other":
        return mention
    words = sentence.tokens[mention.first : mention.last + 1]
    sides = {lexicon.SIDE_OF_NAME.get(t.lemma) or lexicon.SIDE_OF_ADJECTIVE.get(t.lemma) for t in words} - {None}
    return replace(mention, side=sides.pop()) if len(sides) == 1 else mention


def _by_post(sentence: Sentence, mention: Mention) -> str:
    """ "директор департамента МИД КНР Ли Сун": the country in the words right before the name."""
    if mention.type == "PER" and mention.first == mention.last:
        return ""
    side, holder = "", mention.type == "ORG"
    for token in reversed(sentence.tokens[max(0, mention.first - _POST) : mention.first]):
        if token.pos not in _PARTS or token.feats.get("Case") == "Loc":
            break
        side = lexicon.SIDE_OF_NAME.get(token.lemma) or lexicon.SIDE_OF_ADJECTIVE.get(token.lemma) or side
        holder = holder or token.feats.get("Animacy") == "Anim"
    return side if holder else ""


def _by_name(document: Document, mention: Mention, sentence: Sentence) -> str:
    """In an article on the two countries and no third in the sentence, a Chinese or a Russian name tells."""
    sides = {m.side for m in document.mentions}
    if not sides & {"RU", "CN"} or (len(sides & {"RU", "CN"}) < 2 and "other" in sides):
        return ""
    words = [
        token
        for token in sentence.tokens[max(mention.first, mention.named) : mention.last + 1]
        if token.text[:1].isupper()
    ]
    if len(words) > 1 and is_chinese_name(words):
        return "CN"
    return "RU" if _RUSSIAN.fullmatch(mention.name) else ""
