"""slovnet's three networks in one pass over many sentences: words are looked up and embedded once for all of them.

Weights, layers and decoding are slovnet's (natasha's news models). What differs is how they are computed: sentences
stand one behind the other, a row of zeros before each, so that none is padded to the longest; a convolution is a sum
of shifted matrix products instead of one over copied windows, the first of them kept for words that come again; and
batch normalisation is one multiplication and one addition, its factors worked out beforehand. Results are the same
but for rounding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import Any

import numpy as np
from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from navec.pq import PQ
from slovnet.conll import parse_conll_tag

from ingest.extraction.layers import Array, FirstProducts, Layer, Linear, Names, Relations

ROWS_AT_ONCE = 1024  # words computed together: more did not make it faster, only larger


@dataclass(slots=True)
class Tagged:
    """What the networks say of one sentence, an item a word. Heads are indices, -1 for the root.

    Morphology is a number of `Networks.morphology`, which tells part of speech and features.
    """

    morphology: list[int]
    heads: list[int]
    relations: list[str]
    names: list[str]


@cache
def word_vectors() -> NewsEmbedding:
    """The word vectors, without the tables for comparing words: nothing here uses those 130 MB."""
    precompute = PQ.precompute
    PQ.precompute = lambda vectors: setattr(vectors, "qdims", np.arange(vectors.qdim))
    try:
        return NewsEmbedding()
    finally:
        PQ.precompute = precompute


def _layers_of(encoder: Any) -> list[Layer]:
    layers: list[Layer] = []
    for layer in encoder.layers:
        layers.append(Layer(layer, layers[-1] if layers else None, is_last=layer is encoder.layers[-1]))
    return layers


class Networks:
    """Morphology, syntax and names. Loading takes about a second."""

    def __init__(self) -> None:
        embedding = word_vectors()
        taggers = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
        morph, syntax, ner = (tagger.infer for tagger in taggers)
        self._layers = [_layers_of(infer.model.encoder) for infer in (morph, syntax, ner)]
        self._first = FirstProducts([morph, syntax, ner], [layers[0] for layers in self._layers])
        self.morphology = [parse_conll_tag(tag) for tag in morph.decoder.tags_vocab.items]
        self._morph, self._ner = Linear(morph.model.head.proj), Linear(ner.model.head.proj)
        self._syntax = syntax.model.head
        self._relations = Relations(syntax.model.rel)
        self._relation_names = syntax.decoder.rels_vocab.items
        self._names, self._name_tags = Names(ner.model.head.crf.transitions.array), ner.decoder.tags_vocab.items

    def tag(self, sentences: Sequence[Sequence[str]]) -> Iterator[Tagged]:
        """What each sentence, given by its words, was found to be, in order; fastest if sorted by length."""
        batch: list[Sequence[str]] = []
        rows = 0
        for words in sentences:
            if batch and rows + len(words) + 1 > ROWS_AT_ONCE:
                yield from self._tag_batch(batch)
                batch, rows = [], 0
            batch.append(words)
            rows += len(words) + 1
        if batch:
            yield from self._tag_batch(batch)

    def _tag_batch(self, batch: list[Sequence[str]]) -> Iterator[Tagged]:
        places = np.cumsum([0, *(len(words) + 1 for words in batch)])  # of the row before each sentence
        rows = self._first.rows([*chain.from_iterable(("", *words) for words in batch), ""])
        encoded = []
        for number, layers in enumerate(self._layers):
            x = layers[0](self._first.products(number, rows), places)
            for layer in layers[1:]:
                x = layer(x @ layer.taps, places)
            encoded.append(x)
        return self._decoded(list(pairwise(places.tolist())), encoded)

    def _decoded(self, spans: list[tuple[int, int]], encoded: list[Array]) -> Iterator[Tagged]:
        morphology = self._morph(encoded[0]).argmax(-1).tolist()
        heads, relations = self._tree(spans, encoded[1])
        names = self._names(self._ner(encoded[2]), spans)
        for (before, end), own_heads, own_names in zip(spans, heads, names, strict=True):
            own_relations = [self._relation_names[number] for number in relations[before + 1 : end]]
            own_names = [self._name_tags[number] for number in own_names]
            yield Tagged(morphology[before + 1 : end], own_heads, own_relations, own_names)

    def _tree(self, spans: list[tuple[int, int]], encoded: Array) -> tuple[list[list[int]], list[int]]:
        """Each sentence's heads, and each row's relation. The row before a sentence stands for its root."""
        roots = [before for before, _ in spans]
        encoded[roots] = self._syntax.root.array
        scored = self._syntax.head(encoded) @ self._syntax.kernel.array
        candidates = self._syntax.tail(encoded).T
        above = np.zeros(len(encoded), int)
        for before, end in spans:
            above[before + 1 : end] = (scored[before + 1 : end] @ candidates[:, before:end]).argmax(-1)
            above[before + 1 : end] += before
        encoded[roots] = self._relations.root
        relations = self._relations(encoded, above).argmax(-1).tolist()
        return [(above[before + 1 : end] - (before + 1)).tolist() for before, end in spans], relations
