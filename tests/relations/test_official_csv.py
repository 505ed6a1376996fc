"""A file of official figures is read as a whole, or refused with a sentence that names the line."""

from datetime import date

import pytest

from relations.official_csv import COLUMNS, MOST_ERRORS, MOST_LINES, CsvError, PublishedFigure, read, shipped

HEAD = "period,turnover_bn,turnover_change_pct,ru_to_cn_bn,statistics_of,source,published,note"


def errors(text: str) -> list[str]:
    with pytest.raises(CsvError) as refused:
        read(text.encode())
    return refused.value.errors


def test_a_line_gives_a_figure_for_each_indicator_that_it_has() -> None:
    turnover, exports = read(f"{HEAD}\n2023,240.11,26.3,129.1,gacc,Herald,2024-01-12,\n".encode())

    assert turnover == PublishedFigure(
        "turnover", "", "2023", 240.11e9, "USD", 26.3, "gacc", "Herald", "", date(2024, 1, 12), "", 2
    )
    assert (exports.indicator, exports.value, exports.change_pct) == ("ru_to_cn", 129.1e9, None)


def test_an_empty_cell_is_a_gap_and_nothing_is_made_of_it() -> None:
    (only,) = read(f"{HEAD}\n2023,,26.3,,gacc,Herald,,\n".encode())

    assert (only.value, only.change_pct, only.published) == (None, 26.3, None)


def test_a_line_without_figures_says_why_it_is_there() -> None:
    assert read(f"{HEAD}\n2018,,,,mofcom,Herald,,more than 100 billion\n".encode()) == []
    assert errors(f"{HEAD}\n2018,,,,mofcom,Herald,,\n") == ["Line 2: there is no figure and no note that says why."]


def test_a_sheet_saved_with_semicolons_and_decimal_commas_is_read() -> None:
    text = "\ufeffperiod;turnover_bn;unit;statistics_of;source\r\n2023;1 630,5;CNY;gacc;Herald\r\n"

    (only,) = read(text.encode())

    assert (only.value, only.unit) == (1630.5e9, "CNY")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2023-13,1,,,gacc,Herald,,", "“2023-13” is no period; write 2023, 2023-11 or 2023-01/2023-11."),
        ("2023-05/2023-02,1,,,gacc,Herald,,", "“2023-05/2023-02” is no period; write"),
        ("2023,much,,,gacc,Herald,,", "“much” is no number that can be right."),
        ("2023,nan,,,gacc,Herald,,", "“nan” is no number that can be right."),
        ("2023,240110000000,,,gacc,Herald,,", "“240110000000” is no number that can be right."),
        ("2023,-1,,,gacc,Herald,,", "a value is below zero."),
        ("2023,1,,,customs,Herald,,", "“customs” is not a statistics office known here; write one of gacc, fcs"),
        ("2023,1,,,gacc,,,", "the source is missing"),
        ("2023,1,,,gacc,Herald,12.01.2024,", "“12.01.2024” is no day; write 2024-01-12."),
        ("2023,1,,,gacc,Herald,,,more", "there are more cells than columns"),
        (f"2023,1,,,gacc,{'x' * 201},,", "“source” is longer than 200 characters."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(line: str, said: str) -> None:
    (only,) = errors(f"{HEAD}\n2022,1,,,gacc,Herald,,\n\n{line}\n")

    assert only.startswith(f"Line 4: {said}")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "herald.example", "https://", "https://a b"])
def test_an_address_must_be_one_of_the_web(address: str) -> None:
    (only,) = errors(f"period,turnover_bn,statistics_of,source,address\n2023,1,gacc,Herald,{address}\n")

    assert "is no address" in only


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("", "Line 1: the column period, statistics_of, source is missing."),
        ("period,statistics_of,source,colour", "Line 1: the columns must each be one of"),
        ("period,statistics_of,source,source", "Line 1: the columns must each be one of"),
    ],
)
def test_the_columns_are_checked_first(head: str, said: str) -> None:
    (only,) = errors(f"{head}\nnonsense\n")

    assert only.startswith(said)


def test_a_file_in_another_encoding_or_too_long_is_refused() -> None:
    with pytest.raises(CsvError, match="not in UTF-8"):
        read("период".encode("cp1251"))
    assert "more than" in errors(HEAD + "\n2023,1,,,gacc,Herald,," * (MOST_LINES + 1))[0]


def test_no_more_errors_are_told_than_one_can_mend_at_once() -> None:
    assert len(errors(HEAD + "\nnever,1,,,gacc,Herald,," * 50)) == MOST_ERRORS


def test_what_ships_is_in_the_form_that_is_imported() -> None:
    assert {figure.indicator for figure in shipped()} == {"turnover", "ru_to_cn", "cn_to_ru"}
    assert all(f"{name}_bn" in COLUMNS for name in ("turnover", "ru_to_cn", "cn_to_ru"))
