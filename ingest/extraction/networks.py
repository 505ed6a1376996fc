"""slovnet's three networks in one pass over a batch: words are encoded and embedded once for all of them.

Weights, layers and decoding are slovnet's (natasha's news models). What differs is how they are computed: a
convolution is a sum of shifted matrix products instead of one over copied windows, and batch normalisation is
one multiplication and one addition, its factors worked out beforehand. Results are the same but for rounding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from slovnet.conll import parse_conll_tag
from slovnet.shape import word_shape

WORDS_AT_ONCE = 1024  # a batch's size, padding included: more did not make it faster, only larger

Array = np.ndarray[Any, Any]


@dataclass(slots=True)
class Tagged:
    """What the networks say of one sentence, an item a word. Heads are indices, -1 for the root."""

    morphology: list[tuple[str, dict[str, str]]]
    heads: list[int]
    relations: list[str]
    names: list[str]


class _Encoder:
    """The convolutional layers of one network, on (sentence, word, feature) arrays throughout."""

    def __init__(self, layers: Sequence[Any]) -> None:
        self._layers = []
        for layer in layers:
            out, into, kernel = layer.conv.weight.array.shape
            taps = layer.conv.weight.array.transpose(1, 2, 0).reshape(into, kernel * out)
            scale = layer.norm.weight.array / layer.norm.std.array
            shift = layer.norm.bias.array - layer.norm.mean.array * scale
            self._layers.append((np.ascontiguousarray(taps), kernel, layer.conv.bias.array, scale, shift))

    def __call__(self, x: Array, outside: Array) -> Array:
        """`x` is (sentence, word, feature), `outside` true where a sentence has ended already."""
        sentences, words, _ = x.shape
        for taps, kernel, bias, scale, shift in self._layers:
            # Sentences lie one after the other, zeros between them, so one product serves them all.
            padded = np.zeros((sentences, words + kernel - 1, x.shape[2]), x.dtype)
            padded[:, kernel // 2 : kernel // 2 + words] = x
            products = (padded.reshape(-1, x.shape[2]) @ taps).reshape(sentences, words + kernel - 1, kernel, -1)
            x = products[:, :words, 0] + bias
            for tap in range(1, kernel):
                x += products[:, tap : tap + words, tap]
            np.maximum(x, 0, out=x)
            x *= scale
            x += shift
            x[outside] = 0
        return x


class Networks:
    """Morphology, syntax and names. Loading takes about a second."""

    def __init__(self) -> None:
        embedding = NewsEmbedding()
        taggers = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
        self._infers = [tagger.infer for tagger in taggers]
        self._encoders = [_Encoder(infer.model.encoder.layers) for infer in self._infers]
        self._morphology = [parse_conll_tag(tag) for tag in self._infers[0].decoder.tags_vocab.items]
        self._ids = lru_cache(maxsize=200_000)(self._word_ids)

    def tag(self, sentences: Sequence[Sequence[str]]) -> Iterator[Tagged]:
        """What each sentence, given by its words, was found to be, in order; fastest if sorted by length."""
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
        embedded = self._infers[0].model.emb.word(ids[:, :, 0])
        encoded = []
        for number, (infer, encoder) in enumerate(zip(self._infers, self._encoders, strict=True), 1):
            shapes = infer.model.emb.shape(ids[:, :, number])
            encoded.append(encoder(np.concatenate((embedded, shapes), axis=-1), outside))
        return self._decoded([len(words) for words in batch], encoded, ~outside)

    def _decoded(self, sizes: list[int], encoded: list[Array], inside: Array) -> Iterator[Tagged]:
        morph, syntax, ner = self._infers
        morphology = morph.model.head(encoded[0]).argmax(-1)
        heads = syntax.model.head.decode(syntax.model.head(encoded[1]), inside)
        relations = syntax.model.rel(encoded[1], heads).argmax(-1)
        names = ner.model.head.crf.decode(ner.model.head(encoded[2]), inside)
        for row, size in enumerate(sizes):
            yield Tagged(
                [self._morphology[tag] for tag in morphology[row, :size]],
                [int(head) - 1 for head in heads[row, :size]],
                [syntax.decoder.rels_vocab.decode(rel) for rel in relations[row, :size]],
                [ner.decoder.tags_vocab.decode(tag) for tag in names[row][:size]],
            )
