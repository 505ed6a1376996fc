"""The same page under two spellings of its address is one."""

import pytest

from ingest.addresses import canonical


@pytest.mark.parametrize(
    "spelling",
    [
        "https://tass.ru/politika/1",
        "https://www.tass.ru/politika/1/",
        "https://tass.ru:443/politika/1#comments",
        "HTTPS://TASS.RU/politika/1?utm_source=rss&utm_medium=x",
        " https://tass.ru/politika/1?yclid=5&from=main ",
    ],
)
def test_spellings_of_one_address(spelling: str) -> None:
    assert canonical(spelling) == "https://tass.ru/politika/1"


@pytest.mark.parametrize(
    "other",
    [
        "https://tass.ru/politika/2",
        "https://tass.ru/Politika/1",
        "https://tass.ru/politika/1?id=7",
        "http://tass.ru:8080/",
    ],
)
def test_what_may_be_another_page_stays(other: str) -> None:
    assert canonical(other) == other


@pytest.mark.parametrize("url", ["", "http://[", "http://a:b/"])
def test_what_is_no_address_stays_as_it_is(url: str) -> None:
    assert canonical(url) == url
