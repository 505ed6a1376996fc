"""slovnet's three networks in one pass over a batch: words are encoded and embedded once for all of them.

Weights, layers and decoding are slovnet's (natasha's news models). What differs is how they are computed: a
convolution is a sum of shifted matrix products instead of one over copied windows, the first of them kept for
words that come again, and batch normalisation is one multiplication and one addition, its factors worked out
beforehand. Results are the same but for rounding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from navec.pq import PQ
from slovnet.conll import parse_conll_tag
from slovnet.shape import word_shape

WORDS_AT_ONCE = 1024  # a batch's size, padding included: more did not make it faster, only larger
WORDS_KEPT = 4096  # words whose first products are kept, 9 kB each

Array = np.ndarray[Any, Any]


@dataclass(slots=True)
class Tagged:
    """What the networks say of one sentence, an item a word. Heads are indices, -1 for the root."""

    morphology: list[tuple[str, dict[str, str]]]
    heads: list[int]
    relations: list[str]
    names: list[str]


def _word_vectors() -> NewsEmbedding:
    """The word vectors, without the tables for comparing words: nothing here uses those 130 MB."""
    precompute = PQ.precompute
    PQ.precompute = lambda vectors: setattr(vectors, "qdims", np.arange(vectors.qdim))
    try:
        return NewsEmbedding()
    finally:
        PQ.precompute = precompute


class _Layer:
    """A convolution, the cut at zero and the normalisation, on (sentence, word, feature) arrays."""

    def __init__(self, layer: Any) -> None:
        out, into, self._kernel = layer.conv.weight.array.shape
        self.taps = np.ascontiguousarray(layer.conv.weight.array.transpose(1, 2, 0).reshape(into, self._kernel * out))
        self._bias = layer.conv.bias.array
        self._scale = layer.norm.weight.array / layer.norm.std.array
        self._shift = layer.norm.bias.array - layer.norm.mean.array * self._scale

    def __call__(self, products: Array, outside: Array) -> Array:
        """`products` are the words times `taps`, `outside` is true where a sentence has ended already."""
        products = products.reshape(*outside.shape, self._kernel, -1)
        x = products[:, :, self._kernel // 2] + self._bias
        for tap in range(self._kernel):
            off = tap - self._kernel // 2  # a word gets the tap of the word so far behind it
            if off < 0:
                x[:, -off:] += products[:, :off, tap]
            elif off > 0:
                x[:, :-off] += products[:, off:, tap]
        np.maximum(x, 0, out=x)
        x *= self._scale
        x += self._shift
        x[outside] = 0
        return x


class _FirstProducts:
    """Words times the taps of each network's first layer.

    The same words come again and again, so each word's product is kept for a while; a word's product is the sum
    of what its embedding gives and what its shape gives, and of shapes there are few.
    """

    def __init__(self, models: Sequence[Any], layers: Sequence[_Layer]) -> None:
        self._embed = models[0].emb.word
        shapes = [model.emb.shape.weight.array for model in models]
        size = layers[0].taps.shape[0] - shapes[0].shape[1]
        self._of_words = np.concatenate([layer.taps[:size] for layer in layers], axis=1)
        self._of_shapes = [shape @ layer.taps[size:] for shape, layer in zip(shapes, layers, strict=True)]
        self._kept = np.empty((len(layers), WORDS_KEPT, layers[0].taps.shape[1]), np.float32)
        self._rows: dict[int, int] = {}

    def __call__(self, ids: Array) -> Iterator[Array]:
        """For each network the products of a batch; `ids` are the words' numbers and their shapes' in each network."""
        different, places = np.unique(ids[:, :, 0], return_inverse=True)
        rows = self._rows_of(different.tolist())[places].reshape(ids.shape[:2])
        for number, (kept, of_shapes) in enumerate(zip(self._kept, self._of_shapes, strict=True), 1):
            products = kept[rows]
            products += of_shapes[ids[:, :, number]]
            yield products

    def _rows_of(self, words: list[int]) -> Array:
        """Where the words' products are kept; those not there yet are worked out."""
        new = [word for word in words if word not in self._rows]
        if len(self._rows) + len(new) > WORDS_KEPT:
            self._rows, new = {}, words
        if new:
            products = self._embed(np.array([new]))[0] @ self._of_words
            first = len(self._rows)
            self._kept[:, first : first + len(new)] = products.reshape(len(new), len(self._kept), -1).swapaxes(0, 1)
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return np.array([self._rows[word] for word in words])


class Networks:
    """Morphology, syntax and names. Loading takes about a second."""

    def __init__(self) -> None:
        embedding = _word_vectors()
        taggers = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
        self._infers = [tagger.infer for tagger in taggers]
        self._layers = [[_Layer(layer) for layer in infer.model.encoder.layers] for infer in self._infers]
        self._first = _FirstProducts([infer.model for infer in self._infers], [layers[0] for layers in self._layers])
        self._morphology = [parse_conll_tag(tag) for tag in self._infers[0].decoder.tags_vocab.items]
        self._ids = lru_cache(maxsize=200_000)(self._word_ids)

    def tag(self, sentences: Sequence[Sequence[str]]) -> Iterator[Tagged]:
        """What each sentence, given by its words, was found to be, in order; fastest if sorted by length.

        No sentence may have more than WORDS_KEPT words.
        """
        batch: list[Sequence[str]] = []
        for words in sentences:
            if batch and (len(batch) + 1) * max(len(words), *map(len, batch)) > WORDS_AT_ONCE:
                yield from self._tag_batch(batch)
                batch = []
            batch.append(words)
        if batch:
            yield from self._tag_batch(batch)

    def _word_ids(self, word: str) -> tuple[int, ...]:
        """The word's number in the embedding, and its shape's in each network."""
        encoders = [infer.encoder for infer in self._infers]
        shape = word_shape(word)
        return encoders[0].words_vocab.encode(word.lower()), *(e.shapes_vocab.encode(shape) for e in encoders)

    def _tag_batch(self, batch: list[Sequence[str]]) -> Iterator[Tagged]:
        pads = self._infers[0].encoder
        longest = max(map(len, batch))
        ids = np.full((len(batch), longest, 1 + len(self._infers)), pads.shapes_vocab.pad_id)
        ids[:, :, 0] = pads.words_vocab.pad_id
        outside = np.ones((len(batch), longest), bool)
        for row, words in enumerate(batch):
            ids[row, : len(words)] = [self._ids(word) for word in words]
            outside[row, : len(words)] = False
        encoded = []
        for layers, products in zip(self._layers, self._first(ids), strict=True):
            x = layers[0](products, outside)
            for layer in layers[1:]:
                x = layer(x.reshape(-1, x.shape[-1]) @ layer.taps, outside)
            encoded.append(x)
        return self._decoded([len(words) for words in batch], encoded, ~outside)

    def _decoded(self, sizes: list[int], encoded: list[Array], inside: Array) -> Iterator[Tagged]:
        morph, syntax, ner = self._infers
        morphology = morph.model.head(encoded[0]).argmax(-1)
        heads = syntax.model.head.decode(syntax.model.head(encoded[1]), inside)
        relations = syntax.model.rel(encoded[1], heads).argmax(-1)
        names = ner.model.head.crf.decode(ner.model.head(encoded[2]), inside)
        rel, tag = syntax.decoder.rels_vocab.items, ner.decoder.tags_vocab.items
        for row, size in enumerate(sizes):
            yield Tagged(
                [self._morphology[number] for number in morphology[row, :size].tolist()],
                [head - 1 for head in heads[row, :size].tolist()],
                [rel[number] for number in relations[row, :size].tolist()],
                [tag[number] for number in names[row][:size]],
            )
