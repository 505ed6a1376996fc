"""Word lists as expressions: any form, any gap, е for ё, the longest phrase first."""

import pytest

from ingest.extraction.lexicon import WordLists, load, pattern

PHRASES = ["газ*", "газопровод* на юг", "газопровод", "шелковый путь", "ес", "№ один", "нефт*"]
TEXT = "Газ и ЕС (газопроводы на «юг»), шелковый  путь:нефтью/газом, веса, № один, газопровод на юг."


def _words(found: list[str]) -> list[str]:
    return [word.lower() for word in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Газопроводы на юг", ["газопроводы на юг"]),
        ("ГАЗОПРОВОД", ["газопровод"]),
        ("Шелковый\nпуть", ["шелковый\nпуть"]),
        ("шёлковый «путь»", ["шёлковый «путь"]),
        ("без веса", []),
        ("ес и ЕС", ["ес", "ес"]),
    ],
)
def test_phrases_are_found_in_all_their_forms(text: str, found: list[str]) -> None:
    assert _words([match[0] for match in pattern(PHRASES).finditer(text)]) == found


def test_a_list_without_phrases_finds_nothing() -> None:
    assert pattern([]).search("что угодно") is None
    assert WordLists({"none": []}).find("что угодно") == {}


@pytest.mark.parametrize(("start", "end"), [(0, None), (3, 40), (8, len(TEXT) - 4)])
def test_many_lists_at_once_find_what_each_finds_alone(start: int, end: int | None) -> None:
    lists = {"all": PHRASES, "some": PHRASES[::2], "other": ["путь*", "шелков* путь"]} | load("topics")["energy"]
    alone = {
        name: [match.span() for match in pattern(phrases).finditer(TEXT, start, len(TEXT) if end is None else end)]
        for name, phrases in lists.items()
    }

    together = WordLists(lists).find(TEXT, start, end)

    assert {name: [match.span() for match in matches] for name, matches in together.items()} == {
        name: spans for name, spans in alone.items() if spans
    }
    assert together["all"]
