"""Plain text comes in every charset that Russian is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.jobs import Refused
from ingest.readers import read_bytes
from ingest.vocabulary import Reason

TEXT = (
    "Министр принял посла в Москве\n"
    "Во вторник министр иностранных дел принял китайского посла. Стороны обсудили торговлю и подготовку к саммиту."
)


@pytest.mark.parametrize(
    "charset",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251", "koi8-r", "cp866", "iso-8859-5"],
)
def test_a_russian_text_comes_out_right(charset: str) -> None:
    assert read_bytes("статья.txt", TEXT.encode(charset)) == TEXT


def test_the_suffix_counts_whatever_its_case() -> None:
    assert read_bytes("A.TXT", b"plain") == "plain"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", Reason.EMPTY),
        ("a.txt", " \n\t\u00a0".encode(), Reason.EMPTY),
        ("a.txt", b"%PDF-1.7 ...", Reason.NOT_TEXT),
        ("a.txt", b"PK\x03\x04 a zip", Reason.NOT_TEXT),
        ("a.txt", bytes(range(256)) * 8, Reason.NOT_TEXT),
        ("a.exe", b"text", Reason.UNKNOWN_TYPE),
        ("a", b"text", Reason.UNKNOWN_TYPE),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(name: str, data: bytes, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        read_bytes(name, data)

    assert refused.value.reason == reason


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = read_bytes("a.txt", data)
    except Refused:
        return
    assert text.strip()
