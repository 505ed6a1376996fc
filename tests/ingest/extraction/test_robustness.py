"""Whatever comes in, a reading or a reason comes out, and every place in it is one of the text as given."""

import gc
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from ingest.extraction.gazetteer import Gazetteer
from ingest.extraction.parts import LONGEST, PART
from ingest.extraction.reader import Reader
from relations.reading import EMPTY, NOT_RUSSIAN, TOO_LONG, ArticleText, Reading, Span

CALL = "8 февраля 2024 года Владимир Путин поговорил по телефону с председателем КНР Си Цзиньпином."
TRADE = "Товарооборот России и Китая за 2023 год вырос на 26% и достиг 240 млрд долларов."
SAID = "«Мы готовы расширять торговлю с Россией», — заявил министр иностранных дел КНР Ван И."
NEWS = f"{CALL} {TRADE}\n{SAID}"
MOST_MEMORY = 450_000  # kB of a process that reads


@pytest.fixture(scope="module")
def reader(gazetteer: Gazetteer) -> Reader:
    return Reader(gazetteer)


def _spans(reading: Reading) -> Iterator[Span]:
    for entity in reading.entities:
        yield Span(entity.start, entity.end)
    for contact in reading.contacts:
        yield from contact.evidence
        yield from filter(None, [contact.when.words])
    for figure in reading.trade:
        yield figure.evidence
        yield from filter(None, [figure.words])
    for position in reading.positions:
        yield from (Span(position.start, position.end), position.sentence, *position.topic_words)
        yield from filter(None, [position.cue])


def _check(reading: Reading, text: str) -> None:
    for span in _spans(reading):
        assert 0 <= span.start < span.end <= len(text)
    for entity in reading.entities:
        assert entity.text == text[entity.start : entity.end]


# --- Texts that are not read --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", EMPTY),
        (" \n\t\u00a0\u200b\u00ad\x07", EMPTY),
        ("The ambassadors met on Thursday.", NOT_RUSSIAN),
        ("两国大使举行会谈。", NOT_RUSSIAN),
        ("😀 1 2 3", NOT_RUSSIAN),
        ("да " * (LONGEST // 3 + 1), TOO_LONG),
    ],
)
def test_what_is_not_read_has_its_reason(reader: Reader, text: str, reason: str) -> None:
    assert reader.read(ArticleText(text, title=CALL)) == Reading(reader.read(ArticleText("")).version, reason=reason)


def test_what_is_not_read_among_others_leaves_them_in_their_order(reader: Reader) -> None:
    texts = ["", CALL, "Hello", TRADE, CALL + "\n" + "Погода стоит ясная. " * (PART // 15), SAID]

    readings = list(reader.read_many(ArticleText(text) for text in texts))

    assert [bool(reading.reason) for reading in readings] == [True, False, True, False, False, False]
    for text, reading in zip(texts, readings, strict=True):
        _check(reading, text)
    assert [len(r.contacts) for r in readings] == [0, 1, 0, 0, 1, 0]


# --- The same news in disguise ------------------------------------------------------------------------

DISGUISES = {
    "in two parts": unicodedata.normalize("NFD", NEWS),
    "soft hyphens": "\u00ad".join(NEWS),
    "zero width": NEWS.replace("о", "о\u200d").replace("и", "\u2060и"),
    "look-alikes": NEWS.replace("К", "K").replace("о", "o").replace("С", "C"),
    "tags": "<p>" + NEWS.replace("\n", "</p>\n<p class='x'>").replace("Китая", "<b>Китая</b>") + "</p>",
    "entities": NEWS.replace("«", "&laquo;").replace("»", "&raquo;").replace(" ", "&nbsp;"),
    "controls": NEWS.replace(" ", "\x0b"),
    "emoji": f"😀 {NEWS} 🇷🇺",
}


def _told(reading: Reading) -> list[object]:
    contacts = [(c.format, c.when.date, [p.actor for p in c.participants]) for c in reading.contacts]
    trade = [(f.indicator, f.value, f.change_pct, f.period) for f in reading.trade]
    return [contacts, trade, [(p.speaker.actor, p.kind, p.topics, p.stance) for p in reading.positions]]


@pytest.mark.parametrize("text", DISGUISES.values(), ids=DISGUISES)
def test_news_in_disguise_is_read_as_plain_news(reader: Reader, text: str) -> None:
    plain, reading = reader.read(ArticleText(NEWS)), reader.read(ArticleText(text))

    assert all(_told(plain))
    assert _told(reading) == _told(plain)
    _check(reading, text)
    assert [entity.normal for entity in reading.entities] == [entity.normal for entity in plain.entities]


# --- Long and odd texts -------------------------------------------------------------------------------

LONG = {
    "one sentence": NEWS.replace(".", ",").replace("\n", " ") * 400,
    "no punctuation": "".join(c for c in NEWS if c.isalnum() or c == " ") * 400,
    "capitals": NEWS.upper() * 400,
    "opening marks": "«" * 50_000 + NEWS,
    "blank lines": NEWS + "\n \n" * 50_000 + NEWS,
    "tags": "<p>" * 30_000 + NEWS,
    "one word": NEWS + " " + "й" * 100_000,
    "digits": NEWS + "7" * 100_000,
    "surrogates": NEWS + "\ud800" * 1000,
    "nameless letters": NEWS + "\U00017000 Путин\U00017000",  # Tangut: Unicode names its block, not the letter
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_and_odd_texts_are_read(reader: Reader, text: str) -> None:
    reading = reader.read(ArticleText(text))

    assert reading.reason == ""
    assert {entity.actor for entity in reading.entities} >= {"vladimir-putin", "xi-jinping"}
    _check(reading, text)


def test_a_text_longer_than_any_article_is_read_to_its_end(reader: Reader) -> None:
    text = "\n".join(["Стороны поговорили о торговле."] * (PART // 12)) + "\n" + NEWS
    reading = reader.read(ArticleText(text))

    assert _told(reading) == _told(reader.read(ArticleText(NEWS)))
    assert text[reading.contacts[0].evidence[0].start :].startswith(CALL)


MEMORY = """
import sys
import django
django.setup()
from ingest.extraction.reader import Reader
from ingest.gazetteer import from_file
from ingest.importing import sample_rows
from relations.reading import ArticleText
news = "\\n".join(row["text"] for row in sample_rows())
two_megabytes = (news + "\\n") * (1_100_000 // len(news))
commas = dict.fromkeys(map(ord, ".!?\\n"), ",")
text = two_megabytes if sys.argv[1] == "two megabytes" else (news * 3).translate(commas)[:100_000]
reading = Reader(from_file()).read(ArticleText(text))
assert len(reading.entities) > 1000
# Not ru_maxrss: a process begins with that of the one that started it.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.parametrize("text", ["two megabytes", "one sentence"])
def test_memory_is_bounded(text: str) -> None:
    command = [sys.executable, "-W", "ignore", "-c", MEMORY, text]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "relations.settings"}
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=True)

    assert int(done.stdout) <= MOST_MEMORY


# --- Any text -----------------------------------------------------------------------------------------

FRAGMENTS = [
    CALL,
    TRADE,
    SAID,
    "Ван И",
    "Пекин призвал",
    "сообщил, что",
    "в прошлом году",
    "на 5%",
    "$200 млрд",
    "МИД КНР",
]
JUNK = [
    " ",
    "\n",
    "\n\n",
    "«",
    "»",
    '"',
    "(",
    ")",
    "—",
    ":",
    ",",
    ".",
    "…",
    "<p>",
    "&nbsp;",
    "\u00ad",
    "\u200b",
    "\x00",
]
JUNK += [
    "😀",
    "K",
    "и\u0306",
    "\ud800",
    "习近平",
    "OK",
    "ї",
    "1" * 30,
    "А" * 50,
    "http://x.y/?a=b",
    "12:30",
    "-",
    "В. ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(JUNK), st.text(max_size=5)), max_size=25)


@limits(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(TEXTS.map("".join), st.sampled_from(["", CALL, "?"]), st.sampled_from([None, "2024-02-09", "gestern"]))
def test_any_text_is_read_alike_twice_and_in_place(
    reader: Reader, text: str, title: str, published: str | None
) -> None:
    article = ArticleText(text, title, published)

    reading = reader.read(article)

    _check(reading, text)
    assert reader.read(article) == reading
    assert not reading.reason or not list(_spans(reading))


def test_the_collector_runs_again_after_a_reading(reader: Reader) -> None:
    assert reader.read(ArticleText(NEWS)).contacts

    assert gc.isenabled()
