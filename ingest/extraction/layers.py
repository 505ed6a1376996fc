"""What slovnet's networks are made of, computed for many sentences that stand one behind the other as rows."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from slovnet.shape import word_shape

WORDS_KEPT = 4096  # words whose first products are kept, 9 kB each

Array = np.ndarray[Any, Any]


class Layer:
    """A convolution and the cut at zero, on (word, feature) arrays.

    The normalisation that follows is left to the next layer (`before` is the layer before), which multiplies its
    weights by it once; only the last layer does it itself.
    """

    def __init__(self, layer: Any, before: "Layer | None" = None, *, is_last: bool = False) -> None:
        out, into, self._kernel = layer.conv.weight.array.shape
        self.taps = np.ascontiguousarray(layer.conv.weight.array.transpose(1, 2, 0).reshape(into, self._kernel * out))
        self._bias = layer.conv.bias.array
        self._scale = layer.norm.weight.array / layer.norm.std.array
        self._shift = layer.norm.bias.array - layer.norm.mean.array * self._scale
        if before:
            self._bias = self._bias + (before._shift @ self.taps).reshape(self._kernel, out).sum(0)
            self.taps = before._scale[:, np.newaxis] * self.taps
        self._is_last = is_last
        self._nothing = 0 if is_last else -self._shift / self._scale  # what the next layer takes for zero

    def __call__(self, products: Array, between: Array) -> Array:
        """`products` are the words times `taps`, `between` the rows that are no word.

        Such a row stands before each sentence, and one at the end.
        """
        products = products.reshape(len(products), self._kernel, -1)
        x = products[:, self._kernel // 2] + self._bias
        for tap in range(self._kernel):
            off = tap - self._kernel // 2  # a word gets the tap of the word so far behind it
            if off < 0:
                x[-off:] += products[:off, tap]
            elif off > 0:
                x[:-off] += products[off:, tap]
        np.maximum(x, 0, out=x)
        if self._is_last:
            x *= self._scale
            x += self._shift
        x[between] = self._nothing
        return x


class FirstProducts:
    """Words times the taps of each network's first layer.

    The same words come again and again, so their products are kept: of the words that came last.
    """

    def __init__(self, infers: Sequence[Any], layers: Sequence[Layer]) -> None:
        self._words = infers[0].encoder.words_vocab
        self._shapes = infers[0].encoder.shapes_vocab  # all networks have the same
        vectors = infers[0].model.emb.word  # each word a hundred numbers of three values, from as many tables
        tables, codes, values = vectors.codes.array.shape
        self._codes = vectors.codes.array.reshape(tables * codes, values)
        self._indexes, self._tables = vectors.indexes.array, np.arange(tables) * codes
        taps = np.concatenate([layer.taps for layer in layers], axis=1)
        self._of_words, of_shapes = np.split(taps, [tables * values])
        shapes = (infer.model.emb.shape.weight.array for infer in infers)
        parts = np.split(of_shapes, len(layers), axis=1)
        self._of_shapes = np.concatenate([shape @ part for shape, part in zip(shapes, parts, strict=True)], axis=1)
        self._kept = np.zeros((len(layers), WORDS_KEPT, layers[0].taps.shape[1]), np.float32)
        self._rows: dict[str, int] = {}  # the word that came last is the last

    def products(self, number: int, rows: Array) -> Array:
        """The products of one network's first layer for the words kept in `rows`."""
        return self._kept[number].take(rows, axis=0)

    def rows(self, words: Sequence[str]) -> Array:
        """Where the words' products are kept; those not there yet are worked out. An empty word's are zero.

        There may be no more than WORDS_KEPT different words.
        """
        new = []
        for word in dict.fromkeys(words):
            row = self._rows.pop(word, None)
            if row is None:
                new.append(word)
            else:
                self._rows[word] = row
        if new:
            self._keep(new)
        return np.array([self._rows[word] for word in words])

    def _keep(self, new: list[str]) -> None:
        free = list(range(len(self._rows), min(len(self._rows) + len(new), WORDS_KEPT)))
        free += [self._rows.pop(oldest) for oldest in list(self._rows)[: len(new) - len(free)]]
        numbers = [self._words.encode(word.lower()) if word else self._words.pad_id for word in new]
        shapes = [self._shapes.encode(word_shape(word)) if word else self._shapes.pad_id for word in new]
        vectors = self._codes.take(self._indexes[numbers] + self._tables, axis=0).reshape(len(new), -1)
        products = vectors @ self._of_words
        products += self._of_shapes[shapes]
        self._kept[:, free] = products.reshape(len(new), len(self._kept), -1).swapaxes(0, 1)
        self._rows.update(zip(new, free, strict=True))


class Linear:
    """A weighted sum for each class."""

    def __init__(self, layer: Any) -> None:
        self._weight, self._bias = layer.weight.array, layer.bias.array

    def __call__(self, encoded: Array) -> Array:
        scores = encoded @ self._weight
        scores += self._bias
        return scores


class Relations:
    """What a word is to its head."""

    def __init__(self, layer: Any) -> None:
        self._head, self._tail, self._kernel = layer.head, layer.tail, layer.kernel.array
        self.root = layer.root.array

    def __call__(self, encoded: Array, above: Array) -> Array:
        """The score of each relation for each row, whose heads are the rows `above`."""
        heads, words = self._head(encoded), self._tail(encoded)
        scores = (heads[above] @ self._kernel).reshape(len(words), -1, words.shape[1])
        return (scores @ words[:, :, np.newaxis])[:, :, 0]


class Names:
    """The likeliest sequence of tags (Viterbi), of all sentences together from word to word."""

    def __init__(self, transitions: Array) -> None:
        self._transitions = transitions  # from tag to tag

    def __call__(self, scores: Array, spans: Sequence[tuple[int, int]]) -> list[list[int]]:
        """Each sentence's tags by number, from the scores of all rows; `spans` begin with the row before a sentence."""
        longest = max(end - before - 1 for before, end in spans)
        # Sentences are put so that all end together: (word, sentence).
        rows = np.array([end for _, end in spans]) - np.arange(longest, 0, -1)[:, np.newaxis]
        goes_on = rows > [before + 1 for before, _ in spans]
        own = scores[np.maximum(rows, 0)]
        for word in range(1, longest):
            ways = own[word - 1][:, :, np.newaxis] + self._transitions
            own[word] += ways.max(1) * goes_on[word][:, np.newaxis]
        tags = np.empty((longest, len(spans)), int)
        tags[-1] = own[-1].argmax(-1)
        back = self._transitions.T  # by the tag they lead to
        for word in range(longest - 1, 0, -1):
            tags[word - 1] = (own[word - 1] + back[tags[word]]).argmax(-1)
        tags_of = tags.T.tolist()
        return [tags[longest - (end - before - 1) :] for tags, (before, end) in zip(tags_of, spans, strict=True)]
