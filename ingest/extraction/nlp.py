"""Natasha's networks over many texts at once: sentences, tokens, morphology, syntax, names.

slovnet pads a batch to its longest sentence, so sentences of all texts are sorted by length first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from razdel import sentenize

from ingest.extraction.cleaning import clean
from ingest.extraction.document import Document, Name, Sentence, Token
from ingest.extraction.mending import mend
from ingest.extraction.names import vocabulary
from ingest.extraction.networks import Networks
from ingest.extraction.words import words_of
from relations.reading import ArticleText

MAX_TOKENS = 200  # a longer sentence is cut for the networks: their memory grows with the longest of a batch

# A full stop glued to the next sentence ("…достигнут.Это …", "«Новости».Документ").
_GLUED = re.compile(
    r"(?<=[.!?…»”\"])(?:"  # most places are told by this alone
    r"(?<=[a-zа-яё\d)»”\"%][.!?…])(?=[«\"“]?[А-ЯЁ](?:[а-яё]|\s[а-яё«\d]))|"
    # The last syllable of these names is no initial.
    r"(?:(?<=\bВан И\.)|(?<=\bУ И\.)|(?<=\bЧэнь И\.))(?=\s?[—–«\"“]?\s?[А-ЯЁ][а-яё\s])|"
    # "8,5 млн т. Импорт …": the abbreviation of tonnes at the end of a sentence.
    r"(?:(?<=\d\sт\.)|(?<=(?:млн|тыс)\sт\.)|(?<=млрд\sт\.)|(?<=тыс\.\sт\.))(?=\s+[«\"“]?[А-ЯЁ](?:[а-яё]|\s))|"
    r"(?<=[А-ЯЁA-Z]{2}[.!?…])(?=[«\"“]?[А-ЯЁ](?:[а-яё]|\s[а-яё«\d]))|"
    r"(?<=[а-яё][.!?…][»”\"])(?=[А-ЯЁ](?:[а-яё]|\s[а-яё«\d]))"
    r")"
)


def sentence_spans(text: str) -> Iterable[tuple[int, int]]:
    """(start, end) of each sentence: lines first, then glued sentences, then razdel."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        cuts = [start, *(start + match.start() for match in _GLUED.finditer(line[0])), line.end()]
        for left, right in pairwise(cuts):
            pieces = [(left + one.start, left + one.stop) for one in sentenize(text[left:right]) if one.text.strip()]
            yield from _with_units(text, pieces)


_NUMBER_CUT = re.compile(r"\d\s?(?:тыс|млн|млрд|трлн)\.$")  # "161 млн. кВт·ч" is no end of a sentence
_UNIT_BEHIND = re.compile(r"\s*(?:[кКМГ][вВ]т|USD|RUB|CNY|EUR)(?!\w)")


_DATE_CUT = re.compile(
    r"\D{0,4}\d{1,2}(?:\s?[-–—]\s?\d{1,2})?\s+[а-я]{3,8}\s+(?:\d{4}\s+|[ст]\.\s?)г\."
)  # "5 мая с.г. Пекин …"


def _with_units(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces with a unit in capital letters put back to its number, and a date alone to what it dates."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        cut = joined and _UNIT_BEHIND.match(text, start) and _NUMBER_CUT.search(text[joined[-1][0] : joined[-1][1]])
        cut = cut or (joined and _DATE_CUT.fullmatch(text[joined[-1][0] : joined[-1][1]].strip()))
        if cut:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _sentences(text: str) -> list[Sentence]:
    sentences: list[Sentence] = []
    for start, end in sentence_spans(text):
        words = list(words_of(text[start:end]))
        for cut in range(0, len(words), MAX_TOKENS):
            part = words[cut : cut + MAX_TOKENS]
            tokens = [Token(i, start + left, start + right, word) for i, (left, right, word) in enumerate(part)]
            sentences.append(Sentence(len(sentences), tokens[0].start, tokens[-1].end, tokens))
    return sentences


def _document(article: ArticleText) -> Document:
    text = clean(article.text)
    document = Document(article, text, _sentences(text))
    if article.title and article.title.strip():
        headline = replace(article, text=article.title, title="")
        document.headline = _document(headline)
    return document


class Analyser:
    """The loaded models. Loading takes about two seconds; keep one for the life of a process."""

    def __init__(self) -> None:
        self._vocabulary = vocabulary()  # one dictionary for the process
        self._networks = Networks()
        self._lemma = lru_cache(maxsize=100_000)(self._lemmatize)

    def _lemmatize(self, text: str, morphology: int) -> str:
        return self._vocabulary.lemmatize(text, *self._networks.morphology[morphology]).replace("ё", "е")

    def analyse(self, articles: Sequence[ArticleText]) -> list[Document]:
        """A document for each article, in their order; mentions are not yet found."""
        documents = [_document(article) for article in articles]
        read = [*documents, *(document.headline for document in documents if document.headline)]
        self._annotate([sentence for document in read for sentence in document.sentences])
        return documents

    def _annotate(self, sentences: list[Sentence]) -> None:
        ordered = sorted(sentences, key=lambda sentence: len(sentence.tokens))
        # The networks learned from texts that write е for ё.
        words = [[token.text.replace("ё", "е") for token in sentence.tokens] for sentence in ordered]
        for sentence, tagged in zip(ordered, self._networks.tag(words), strict=True):
            facts = zip(sentence.tokens, tagged.morphology, tagged.heads, tagged.relations, strict=True)
            for token, morphology, token.head, token.rel in facts:
                token.pos, token.feats = self._networks.morphology[morphology]
                token.lemma = self._lemma(token.text, morphology)
            mend(sentence)
            sentence.names = _names(sentence, tagged.names)


def _names(sentence: Sentence, tags: Sequence[str]) -> list[Name]:
    """Names from the tagger's B-/I- tags."""
    names: list[Name] = []
    for token, tag in zip(sentence.tokens, tags, strict=True):
        if tag == "O":
            continue
        begins, kind = tag.split("-")
        if begins == "I" and names and names[-1].type == kind and names[-1].last == token.index - 1:
            names[-1].last = token.index
        else:
            names.append(Name(kind, token.index, token.index))
    return names
