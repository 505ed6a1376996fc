"""Rules for the spans that figures are counted over: quarters, half-years, months from the start of a year."""

import re
from datetime import date

from ingest.extraction.dates.rule import UNKNOWN, Setting, months_range, rule, said_year, year_of
from ingest.extraction.dates.words import (
    A_MONTH,
    DASH,
    MONTH,
    NUMERAL,
    ORDINAL,
    YEAR_TAIL,
    month_number,
    number,
    ordinal,
)
from relations.reading import ReadDate


def _year(match: re.Match[str], first: int, last: int, setting: Setting) -> int | None:
    """The year named, else that of the last such span to have begun (with a future lean: not yet over)."""
    if said_year(match):
        return year_of(match, setting)
    reference = setting.reference
    if not reference:
        return setting.context_year(last) if first == last else None
    if setting.lean(match.start()) == "future":
        return reference.year if last >= reference.month else reference.year + 1
    end_year = reference.year + (first > last)
    begun = date(end_year, last if last - first > 2 else first, 1) <= reference
    return end_year if begun else end_year - 1


def _span(match: re.Match[str], first: int, last: int, setting: Setting) -> ReadDate:
    year = _year(match, first, last, setting)
    return months_range(year, first, last) if year else UNKNOWN


@rule(
    rf"(?<!\w)(?:с\s+|за\s+|в\s+)?(?P<m1>{MONTH})(?:{DASH}|\s+по\s+)(?P<m2>{MONTH}){YEAR_TAIL}", "period", needs=A_MONTH
)
def month_to_month(match: re.Match[str], setting: Setting) -> ReadDate:
    """в январе — ноябре 2023 года, с января по июль"""
    return _span(match, month_number(match["m1"]), month_number(match["m2"]), setting)


@rule(
    rf"(?<!\w)(?:(?P<lead>за|по\s+итогам|по\s+результатам|в|на\s+протяжении)\s+)?(?:(?P<first>перв(?:ые|ых|ым))\s+)?"
    rf"(?P<count>{NUMERAL})\s+(?P<first_after>перв(?:ых|ые)\s+)?месяц(?:а|ев|ам|ах)(?:\s+с\s+начала)?{YEAR_TAIL}"
    rf"(?!\s+(?:назад|ранее|до|после|подряд))",
    "period",
    needs="месяц",
)
def first_months(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """за первые семь месяцев 2022 года, по итогам 11 месяцев"""
    counted = number(match["count"])
    from_january = match["first"] or match["first_after"] or said_year(match) or match["lead"] in ("за", "по итогам")
    if not from_january or not 2 <= counted <= 11:
        return None
    return _span(match, 1, counted, setting)


@rule(
    rf"(?<!\w)(?P<n>{ORDINAL})(?:\s*{DASH}\s*(?P<n2>{ORDINAL}))?\s+(?:квартал(?:е|а|у|ом|ов|ы|ах|ам)?|кв\.)(?!\w){YEAR_TAIL}",
    "period",
    needs=r"квартал|кв\.",
)
def quarter(match: re.Match[str], setting: Setting) -> ReadDate:
    """в первом квартале, по итогам I квартала 2022 г."""
    first, last = ordinal(match["n"]), ordinal(match["n2"] or match["n"])
    return _span(match, 3 * first - 2, 3 * last, setting)


@rule(
    rf"(?<!\w)(?:первы[ехм]\w*\s+)?(?P<count>двух|трех|два|три)\s+(?:первых\s+)?квартал(?:а|ов){YEAR_TAIL}",
    "period",
    needs="квартал",
)
def first_quarters(match: re.Match[str], setting: Setting) -> ReadDate:
    """по итогам первых трёх кварталов, за три квартала 2022 года"""
    return _span(match, 1, 3 * number(match["count"]), setting)


@rule(
    rf"(?<!\w)(?P<n>{ORDINAL})\s+(?:полугоди(?:е|я|ю|и|ем)|половин(?:е|ы|у|а)(?=\s+(?:\d{{4}}|года|\w+\s+года))(?:\s+года)?)(?!\w){YEAR_TAIL}",
    "period",
    needs="полугоди|половин",
)
def half_year(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """в первом полугодии, в первой половине 2023 года"""
    half = ordinal(match["n"])
    return _span(match, 6 * half - 5, 6 * half, setting) if half <= 2 else None


@rule(
    r"(?<!\w)(?:за|по\s+итогам|по\s+результатам)\s+(?:последн\w+\s+)?(?:полугоди[ея]|полгода)(?!\w)",
    "period",
    needs="полугоди|полгода",
)
def last_half_year(match: re.Match[str], setting: Setting) -> ReadDate:
    """за полугодие: the last one that is over"""
    if not setting.reference:
        return UNKNOWN
    first = setting.reference.month > 6
    return months_range(setting.reference.year - (not first), 1 if first else 7, 6 if first else 12)


@rule(
    rf"(?<!\w)(?:(?:{NUMERAL}|перв\w+|втор\w+|трет\w+|последн\w+)\s+)*декад(?:а|у|ы|е)\s+(?P<month>{MONTH}){YEAR_TAIL}",
    "period",
    needs="декад",
)
def ten_days(match: re.Match[str], setting: Setting) -> ReadDate:
    """за первые две декады марта: the month"""
    wanted = month_number(match["month"])
    whole = _span(match, wanted, wanted, setting)
    return ReadDate(whole.date) if whole.date else UNKNOWN


@rule(
    r"(?<!\w)(?:к|до)\s+кон(?:цу|ца)\s+(?:(?:этого|текущего|нынешнего)\s+)?десятилетия(?!\w)",
    "period",
    needs="десятилетия",
)
def end_of_decade(match: re.Match[str], setting: Setting) -> ReadDate:
    """к концу десятилетия: the next round year"""
    return ReadDate(str((setting.reference.year // 10 + 1) * 10)) if setting.reference else UNKNOWN


@rule(r"(?<!\w)с\s+начала\s+(?:(?:этого|текущего|нынешнего)\s+)?года(?!\w)", "period", needs="начала")
def since_new_year(match: re.Match[str], setting: Setting) -> ReadDate:
    """с начала года: the year"""
    return ReadDate(str(setting.reference.year)) if setting.reference else UNKNOWN


@rule(r"(?<!\w)по\s+(?:итогам|результатам)\s+года(?!\w)", "period", needs="года")
def year_results(match: re.Match[str], setting: Setting) -> ReadDate:
    """по итогам года: of the year before in the first months of the next one, unless it is to come"""
    if not setting.reference:
        return UNKNOWN
    over = setting.reference.month <= 4 and setting.lean(match.start()) != "future"
    return ReadDate(str(setting.reference.year - over))


PERIOD_RULES = (
    month_to_month,
    first_months,
    first_quarters,
    quarter,
    half_year,
    last_half_year,
    ten_days,
    end_of_decade,
    since_new_year,
    year_results,
)
