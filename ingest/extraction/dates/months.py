"""Rules for weeks, months, seasons and years."""

import re
from datetime import timedelta

from ingest.extraction.dates.calendar import add_months, four_digit_year, month_iso, weekday
from ingest.extraction.dates.rule import (
    UNKNOWN,
    Setting,
    days_range,
    month_date,
    month_year,
    months_range,
    rule,
    week_date,
    year_of,
)
from ingest.extraction.dates.words import (
    A_MONTH,
    A_SEASON,
    A_YEAR,
    DASH,
    EARLIER,
    MONTH,
    MONTH_ADJECTIVES,
    MONTH_EVENTS,
    NUMERAL,
    OF_YEAR,
    RELATIVE_YEAR,
    SEASON,
    SHIFT,
    YEAR,
    YEAR_NUMBER,
    YEAR_TAIL,
    month_number,
    number,
    shift,
)
from relations.reading import ReadDate

_PART = (
    r"(?:(?:в\s+|к\s+|до\s+|с\s+)?(?:начал[еауо]|кон(?:це|ца|цу|ец)|середин[еуы]|течение"
    r"|(?:перв|втор)(?:ой|ых)\s+(?:половине|числах))\s+)"
)
_LAST_YEAR = YEAR_NUMBER.replace(r"(?<![\d.,-])", "")  # a hyphen may stand before it: "2010-2020"
_YEAR_WITHOUT_WORD = (  # "в 2023-м", "к 2025-му", "до 2030" before a sign
    r"(?:(?<=\bв )|(?<=\bк )|(?<=\bдо )|(?<=\bс )|(?<=\bот )|(?<=\bза ))"
    r"(?:(?:19|20)\d\d-(?:му|м|го|й)|(?:19\d\d|20[0-4]\d)(?=\s*[,;:)—–]|\.?\s*$|\.\s+[а-я]))(?!\w)"
)


@rule(rf"(?<!\w)(?P<shift>{SHIFT})\s+недел(?:е|ю|и|ей)(?!\w)", needs="недел")
def week(match: re.Match[str], setting: Setting) -> ReadDate:
    """на прошлой неделе"""
    if not setting.reference:
        return UNKNOWN
    monday = setting.reference - timedelta(setting.reference.weekday())
    return week_date(monday + timedelta(weeks=shift(match["shift"])))


@rule(rf"(?<!\w)(?:(?P<shift>{SHIFT})\s+)?выходн(?:ые|ых|ым|ыми)(?!\w)(?!\s+д(?:ень|ня))", needs="выходн")
def weekend(match: re.Match[str], setting: Setting) -> ReadDate:
    """в минувшие выходные"""
    if not setting.reference:
        return UNKNOWN
    step = shift(match["shift"]) if match["shift"] else 0
    lean = {-1: "past", 1: "future"}.get(step) or setting.lean(match.start())
    saturday = weekday(5, setting.reference, lean)
    return days_range(saturday, saturday + timedelta(1))


@rule(
    rf"(?<!\w)(?:(?:(?P<count>{NUMERAL})\s+)?недел(?:ю|и|ь|ей|ями))\s+(?:назад|(?P<earlier>ранее))(?!\w)", needs=EARLIER
)
def weeks_ago(match: re.Match[str], setting: Setting) -> ReadDate:
    """неделю назад: no more than the month is told"""
    start = (match["earlier"] and setting.last_day) or setting.reference
    if not start:
        return UNKNOWN
    day = start - timedelta(weeks=number(match["count"]) if match["count"] else 1)
    return ReadDate(month_iso(day.year, day.month))


@rule(rf"(?<!\w)(?:(?:(?P<count>{NUMERAL})\s+)?месяц(?:а|ев|ем|ами)?)\s+(?:назад|ранее)(?!\w)", needs=EARLIER)
def months_ago(match: re.Match[str], setting: Setting) -> ReadDate:
    """два месяца назад"""
    if not setting.reference:
        return UNKNOWN
    count = number(match["count"]) if match["count"] else 1
    return ReadDate(month_iso(*add_months(setting.reference.year, setting.reference.month, -count)))


@rule(rf"(?<!\w)(?P<shift>{SHIFT})\s+месяц(?:е|а|у|ем)?(?!\w)(?!\s+(?:назад|ранее))", needs="месяц")
def relative_month(match: re.Match[str], setting: Setting) -> ReadDate:
    """в прошлом месяце, на будущий месяц"""
    if not setting.reference:
        return UNKNOWN
    months = shift(match["shift"])
    return ReadDate(month_iso(*add_months(setting.reference.year, setting.reference.month, months)))


@rule(
    rf"(?<!\w)(?:{_PART}|(?:(?:в|к|с|до|на|за|по|от|из|уже|еще|после|кроме)\s+)|(?=\w+\s+(?:(?:19|20)\d\d|{SHIFT}\s+г)))"
    rf"(?:(?P<shift>{SHIFT})\s+)?(?P<month>{MONTH}){YEAR_TAIL}",
    needs=A_MONTH,
)
def month(match: re.Match[str], setting: Setting) -> ReadDate:
    """в феврале, в конце мая 2023 года, в декабре прошлого года"""
    wanted = month_number(match["month"])
    return month_date(month_year(match, wanted, setting), wanted)


@rule(
    rf"(?<!\w)(?P<stem>{'|'.join(MONTH_ADJECTIVES)})(?:ий|ого|ому|им|ом|ая|ую|ой|ое|ие|их|ими)"
    rf"(?=\s+(?:[\w-]+\s+)?(?:{'|'.join(MONTH_EVENTS)}))",
    needs=A_MONTH,
)
def adjective_of_month(match: re.Match[str], setting: Setting) -> ReadDate:
    """мартовский визит, на октябрьской встрече"""
    wanted = MONTH_ADJECTIVES[match["stem"]]
    return month_date(month_year(match, wanted, setting), wanted)


@rule(
    rf"(?<!\w)(?:в\s+)?{_PART}(?P<m1>{MONTH})(?:{DASH}|\s+(?:или|и)\s+)(?:в\s+)?{_PART}(?P<month>{MONTH}){YEAR_TAIL}",
    needs=A_MONTH,
)
def turn_of_months(match: re.Match[str], setting: Setting) -> ReadDate:
    """в конце апреля — начале мая: from the first month to the second"""
    last = month_number(match["month"])
    year = month_year(match, last, setting)
    return months_range(year, month_number(match["m1"]), last) if year else UNKNOWN


@rule(
    rf"(?<!\w)(?P<season>{SEASON})\s+(?:(?P<year>{YEAR})|(?P<relative>{RELATIVE_YEAR}))|(?P<this>эт(?:им|ой|ою)|нынешн(?:им|ей)|прошл(?:ым|ой)|минувш(?:им|ей)|будущ(?:им|ей))\s+{SEASON}",
    needs=A_SEASON,
)
def season(match: re.Match[str], setting: Setting) -> ReadDate:
    """летом 2014 года, этой весной: the year, for a season has no fixed months"""
    if match["this"]:
        if not setting.reference:
            return UNKNOWN
        step = shift(match["this"])
        return ReadDate(str(setting.reference.year + (0 if step == -1 and setting.reference.month > 8 else step)))
    year = year_of(match, setting)
    return ReadDate(str(year)) if year else UNKNOWN


@rule(
    rf"(?:с\s+|в\s+|за\s+)?(?P<y1>{YEAR_NUMBER})(?:\s*{OF_YEAR})?(?:{DASH}|\s+по\s+|\s+до\s+|\s+и\s+)(?P<y2>{_LAST_YEAR})"
    rf"\s*г(?:од(?:ах|ы|ов|ам|ами|а|у|ом)?|г)?(?!\w)\.?",
    needs=A_YEAR,
)
def years(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """в 2022–2023 годах, с 2014 по 2019 год"""
    first, last = (four_digit_year(re.search(r"\d+", match[name])[0], None) for name in ("y1", "y2"))
    return ReadDate(str(first), str(last)) if first < last else None


@rule(rf"{YEAR_NUMBER}\s*{OF_YEAR}(?!\w)|{_YEAR_WITHOUT_WORD}", needs=A_YEAR)
def year(match: re.Match[str], setting: Setting) -> ReadDate:
    """в 2023 году, к 2025-му, до 2030 г."""
    return ReadDate(re.search(r"\d+", match[0])[0])


@rule(rf"(?<!\w)(?P<shift>{SHIFT})\s+(?:календарн\w+\s+)?год(?:у|а|ом)?(?!\w)(?!\s+(?:назад|ранее))", needs="год")
def relative_year(match: re.Match[str], setting: Setting) -> ReadDate:
    """в прошлом году, в уходящем году"""
    if not setting.reference:
        return UNKNOWN
    leaving = match["shift"].startswith("уходящ") and setting.reference.month <= 2  # said around the New Year
    return ReadDate(str(setting.reference.year - 1 if leaving else setting.reference.year + shift(match["shift"])))


@rule(
    rf"(?<!\w)(?:в|ко?|до|под|на)\s+(?P<part>начал|середин|кон)\w{{1,3}}\s+(?:(?P<shift>{SHIFT})\s+)?(?P<unit>года|месяца)(?!\w)",
    needs="года|месяца",
)
def part_of_year(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """в конце года, в начале следующего месяца: the year or month"""
    if not setting.reference:
        return UNKNOWN
    step = shift(match["shift"]) if match["shift"] else 0
    if match["unit"] == "месяца":
        return ReadDate(month_iso(*add_months(setting.reference.year, setting.reference.month, step)))
    if not match["shift"]:
        step = _step_of_part(match["part"], setting.reference.month, setting.lean(match.start()))
    return ReadDate(str(setting.reference.year + step))


def _step_of_part(part: str, month: int, lean: str) -> int:
    """The year before or after, where this year's part is not yet or no more to be meant."""
    if lean == "future":
        return 1 if part == "начал" and month > 4 else 0
    return -1 if part == "кон" and month < 9 else 0


@rule(
    rf"(?<!\w)(?:(?:(?P<count>{NUMERAL})\s+)?(?:год(?:ом|а|ами)?|лет))\s+(?:тому\s+)?(?P<way>назад|ранее)(?!\w)",
    needs=EARLIER,
)
def years_ago(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """год назад, двадцать лет назад; "годом ранее" is told against a figure's own period, not today"""
    if not match["count"] and match[0].startswith("лет"):
        return None  # "много лет назад"
    if re.search(r"\d\s+$", match.string[: match.start()]):
        return None  # "в течение 2025 года ранее оценивался"
    if not setting.reference:
        return UNKNOWN
    return ReadDate(str(setting.reference.year - (number(match["count"]) if match["count"] else 1)))


MONTH_RULES = (
    weeks_ago,
    months_ago,
    week,
    weekend,
    relative_month,
    turn_of_months,
    month,
    adjective_of_month,
    season,
    part_of_year,
    years,
    years_ago,
    year,
    relative_year,
)
