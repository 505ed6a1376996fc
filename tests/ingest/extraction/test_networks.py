"""The networks run in one pass say what natasha's own taggers say."""

import pytest
from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser

from ingest.extraction.networks import ROWS_AT_ONCE, Networks

SENTENCES = [
    line.split()
    for line in (
        "Послы встретились .",
        "В четверг министр обороны России прибыл в Пекин .",
        "Делегация Хабаровского края посетила Харбин , где её принял губернатор провинции Хэйлунцзян .",
        "Слово",
        "Поставки нефти и газа растут , и " * 12 + "конца этому не видно .",
    )
]


@pytest.fixture(scope="module")
def networks() -> Networks:
    return Networks()


def test_tags_are_those_of_natasha(networks: Networks) -> None:
    embedding = NewsEmbedding()
    ner = NewsNERTagger(embedding).infer
    morphology = list(NewsMorphTagger(embedding).map(SENTENCES))
    syntax = list(NewsSyntaxParser(embedding).map(SENTENCES))
    names = [list(tags) for tags in ner.decoder(ner.process(ner.encoder(SENTENCES)))]

    tagged = list(networks.tag(SENTENCES))

    told = [[networks.morphology[number] for number in t.morphology] for t in tagged]
    assert told == [[(w.pos, w.feats) for w in s.tokens] for s in morphology]
    assert [t.heads for t in tagged] == [[int(w.head_id) - 1 for w in s.tokens] for s in syntax]
    assert [t.relations for t in tagged] == [[w.rel for w in s.tokens] for s in syntax]
    assert [t.names for t in tagged] == names


def test_what_shares_a_batch_changes_nothing(networks: Networks) -> None:
    alone = [next(networks.tag([words])) for words in SENTENCES]

    assert list(networks.tag(SENTENCES)) == alone


def test_more_than_one_batch_keeps_the_order(networks: Networks) -> None:
    many = [SENTENCES[1]] * (ROWS_AT_ONCE // len(SENTENCES[1]) + 3) + [SENTENCES[0]]

    tagged = list(networks.tag(many))

    assert len(tagged) == len(many)
    assert [len(t.heads) for t in tagged] == [len(words) for words in many]


def test_words_forgotten_and_seen_again_are_the_same(monkeypatch: pytest.MonkeyPatch, networks: Networks) -> None:
    monkeypatch.setattr("ingest.extraction.layers.WORDS_KEPT", 30)
    forgetful = Networks()

    for words in [*SENTENCES, *SENTENCES]:
        assert next(forgetful.tag([words])) == next(networks.tag([words]))


def test_nothing_in_nothing_out(networks: Networks) -> None:
    assert list(networks.tag([])) == []
