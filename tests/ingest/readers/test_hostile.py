"""What is damaged, locked, endless or meant to harm is refused in a word, and nothing else comes of it."""

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers import SUFFIXES, read
from ingest.readers.draft import MB, Draft, Limits, Refusal, Unreadable
from ingest.vocabulary import Reason
from tests.ingest.readers import files
from tests.ingest.readers.files import BODY, TEXT

Read = Callable[..., list[Any]]
SMALL = Limits(text=MB, articles=100, expanded=20 * MB, pages=5, seconds=10, memory=700 * MB)

WHOLE = {
    "a zip bomb": ("a.zip", files.bomb("a.txt", 30 * MB), Reason.EXPANDS),
    "a Word file that is a bomb": ("a.docx", files.bomb("word/document.xml", 30 * MB), Reason.EXPANDS),
    "a workbook that is a bomb": ("a.xlsx", files.bomb("xl/workbook.xml", 30 * MB), Reason.EXPANDS),
    "a zip cut short": ("a.zip", files.archive({"a.txt": TEXT.encode()})[:-30], Reason.DAMAGED),
    "a Word file cut short": ("a.docx", files.word()[:3000], Reason.DAMAGED),
    "a zip called .docx": ("a.docx", files.archive({"a.txt": b"x"}), Reason.DAMAGED),
    "a zip called .odt": ("a.odt", files.archive({"a.txt": b"x"}), Reason.DAMAGED),
    "a zip called .xlsx": ("a.xlsx", files.archive({"a.txt": b"x"}), Reason.DAMAGED),
    "entities that multiply": ("a.docx", files.billion_laughs(), Reason.DAMAGED),
    "an old Word file": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.OLD_OFFICE),
    "a text called .rtf": ("a.rtf", b"just text", Reason.DAMAGED),
    "a text called .pdf": ("a.pdf", b"just text", Reason.DAMAGED),
    "a PDF cut short": ("a.pdf", files.pdf()[:200], Reason.DAMAGED),
    "a PDF with a password": ("a.pdf", files.locked_pdf(), Reason.ENCRYPTED),
    "a PDF with no text": ("a.pdf", files.empty_pdf(), Reason.SCANNED),
    "a PDF that contains itself": ("a.pdf", files.looping_pdf(), Reason.DAMAGED),
    "a PDF with too many pages": ("a.pdf", files.pdf(pages=6), Reason.PAGES),
    "too many files in an archive": ("a.zip", files.archive({f"{n}.txt": b"a" for n in range(101)}), Reason.TOO_MANY),
    "too many rows of a table": ("a.csv", b"text\n" + b"a\n" * 101, Reason.TOO_MANY),
    "too many rows of a workbook": ("a.xlsx", files.workbook([["text"], *[["a"]] * 101]), Reason.TOO_MANY),
    "too many lines": ("a.jsonl", b'{"text": "a"}\n' * 101, Reason.TOO_MANY),
    "an empty archive": ("a.zip", files.archive({}), Reason.EMPTY),
    "an empty PDF": ("a.pdf", b"", Reason.EMPTY),
    "a cell without end": ("a.csv", b'text\n"' + b"a" * (2 * MB), Reason.DAMAGED),
    "a picture as a page": ("a.html", b"\x89PNG\r\n\x1a\n", Reason.NOT_TEXT),
}

WITHIN = {
    "a name that points out": ("a.zip", {"../../etc/cron.d/a.txt": b"x"}, Reason.UNSAFE_NAME),
    "an absolute name": ("a.zip", {"/etc/a.txt": b"x"}, Reason.UNSAFE_NAME),
    "a name of Windows that points out": ("a.zip", {"..\\..\\a.txt": b"x"}, Reason.UNSAFE_NAME),
    "an archive within": ("a.zip", {"b.zip": files.archive({"a.txt": b"x"})}, Reason.NESTED),
    "a damaged file within": ("a.zip", {"a.pdf": b"x"}, Reason.DAMAGED),
    "a bomb within": ("a.zip", {"a.docx": files.bomb("word/document.xml", 30 * MB)}, Reason.EXPANDS),
}


SOUND = [
    files.word(),
    files.opendocument(),
    files.rtf(),
    files.pdf(),
    files.html(),
    files.mail(),
    files.archive({"a.txt": TEXT.encode()}),
    files.workbook([["text"], [TEXT]]),
    files.records({"text": TEXT}),
    TEXT.encode(),
]


@pytest.mark.parametrize(("name", "data", "reason"), WHOLE.values(), ids=WHOLE)
def test_a_file_is_refused_with_its_reason(read_drafts: Read, name: str, data: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        read_drafts(name, data, SMALL)

    assert Reason(refused.value.code) == reason


@pytest.mark.parametrize(("name", "members", "reason"), WITHIN.values(), ids=WITHIN)
def test_a_file_within_is_refused_and_spares_its_neighbours(
    read_drafts: Read, name: str, members: dict[str, bytes], reason: Reason
) -> None:
    refused, sound = read_drafts(name, files.archive({**members, "sound.txt": TEXT.encode()}), SMALL)

    assert isinstance(refused, Refusal)
    assert Reason(refused.code) == reason
    assert sound.text == TEXT


def test_a_locked_file_within_is_refused(read_drafts: Read) -> None:
    packed = bytearray(files.archive({"a.txt": TEXT.encode()}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        packed[packed.index(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1  # the flag of encryption

    assert read_drafts("a.zip", bytes(packed)) == [Refusal("encrypted", name="a.txt")]


def test_members_that_share_their_bytes_are_refused(read_drafts: Read) -> None:
    packed = bytearray(files.archive({"a.txt": b"a" * 500, "b.txt": b"b" * 500}))
    second = packed.rindex(b"PK\x01\x02")
    packed[second + 42 : second + 46] = b"\0\0\0\0"  # the second entry points at the first one's bytes

    with pytest.raises(Unreadable, match="damaged"):
        read_drafts("a.zip", bytes(packed))


def test_an_entity_gives_no_file_of_the_machine_away(read_drafts: Read, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("пароль")

    try:
        found = read_drafts("a.docx", files.external_entity(str(secret)))
    except Unreadable:
        return
    assert all("пароль" not in draft.text for draft in found)


def test_scripts_of_a_page_are_no_text(read_drafts: Read) -> None:
    (draft,) = read_drafts("a.html", files.html(body="<script>alert('скрипт')</script><style>p {}</style>"))

    assert "скрипт" not in draft.text
    assert BODY[0] in draft.text


def test_a_reader_that_is_too_slow_is_ended(read_drafts: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no time at all, every file is too slow."""
    with pytest.raises(Unreadable, match="too_slow"):
        read_drafts("a.txt", TEXT.encode(), dataclasses.replace(SMALL, seconds=0))


def test_a_member_that_takes_too_much_memory_spares_those_after_it(read_drafts: Read) -> None:
    greedy = files.workbook([["text"], *[["слово " * 5000]] * 90])
    data = files.archive({"a.txt": TEXT.encode(), "greedy.xlsx": greedy, "z.txt": BODY[0].encode()})

    first, *refused, last = read_drafts("a.zip", data, dataclasses.replace(SMALL, memory=100 * MB))

    assert (first.text, last.text) == (TEXT, BODY[0])
    assert [Reason(refusal.code) for refusal in refused] == [Reason.TOO_HEAVY]


def test_the_process_writes_no_file(read_drafts: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    read_drafts("a.xlsx", files.workbook([["text"], [TEXT]]))

    assert os.listdir(tmp_path) == []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(SUFFIXES)),
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), max_size=6),
)
def test_any_file_with_any_bytes_changed_is_read_or_refused(
    suffix: str, data: bytes, changes: list[tuple[float, bytes]]
) -> None:
    for place, new in changes:
        at = int(place * len(data))
        data = data[:at] + new + data[at + len(new) :]

    try:
        outcomes = [part.outcome for part in read("a" + suffix, data, SMALL)]
    except Unreadable as refused:
        assert Reason(refused.code)
    else:
        for outcome in outcomes:
            assert Reason(outcome.code) if isinstance(outcome, Refusal) else isinstance(outcome, Draft)
