"""Plain text comes in every charset that Russian is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers import read
from ingest.readers.draft import Draft, Limits, Refusal, Unreadable
from tests.ingest.readers.files import TEXT

LIMITS = Limits()
CHARSETS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251", "koi8-r", "cp866", "iso-8859-5"]


def text_of(name: str, data: bytes) -> str:
    (part,) = read(name, data, LIMITS)
    assert isinstance(part.outcome, Draft)
    return part.outcome.text


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_russian_text_comes_out_right(charset: str) -> None:
    assert text_of("статья.txt", TEXT.encode(charset)) == TEXT


def test_the_suffix_counts_whatever_its_case() -> None:
    assert text_of("A.TXT", b"plain") == "plain"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04 a zip", bytes(range(256)) * 8])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not_text"):
        list(read("a.txt", data, LIMITS))


@pytest.mark.parametrize("name", ["a.exe", "a", "", ".txt.", "a.txt/b", "a.zip\0.exe"])
def test_other_kinds_of_files_are_refused(name: str) -> None:
    with pytest.raises(Unreadable, match="unknown_type"):
        list(read(name, b"text", LIMITS))


@pytest.mark.parametrize(("data", "code"), [(" \n\t\u00a0".encode(), "empty"), ("слово ".encode() * 9, "too_large")])
def test_a_text_has_a_least_and_a_largest_size(data: bytes, code: str) -> None:
    (part,) = read("a.txt", data, Limits(text=90))

    assert part.outcome == Refusal(code)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parts = list(read("a.txt", data, LIMITS))
    except Unreadable:
        return
    assert all(isinstance(part.outcome, Refusal) or part.outcome.text.strip() for part in parts)
