"""Rules for days and ranges of days."""

import re
from datetime import date, timedelta

from ingest.extraction.dates.calendar import day_or_none, four_digit_year, nearest_day, weekday
from ingest.extraction.dates.rule import (
    UNKNOWN,
    Setting,
    day_date,
    days_range,
    month_year,
    rule,
    said_year,
    year_of,
)
from ingest.extraction.dates.words import (
    A_DAY,
    A_MONTH,
    A_WEEKDAY,
    A_YEAR,
    DASH,
    DAY,
    DAY_ORDINALS,
    DAYS_FROM_TODAY,
    HOLIDAYS,
    MONTH,
    MONTH_SHORT,
    NUMERAL,
    SHIFT,
    WEEKDAY,
    YEAR_TAIL,
    month_number,
    number,
    shift,
    weekday_number,
)
from relations.reading import ReadDate

_WEEKDAY_BEFORE = rf"(?:(?:{SHIFT}\s+)?{WEEKDAY},?\s+)?"
_WEEKDAY_AFTER = rf"(?:,\s+(?:во?\s+)?{WEEKDAY})?"


def _leading_number(words: str) -> int:
    return int(re.match(r"\d+", words)[0])


def _day_of(match: re.Match[str], day: int, month: int, setting: Setting) -> date | None:
    """The day of a month whose year the match may name; by context, reference day and tense if it does not."""
    if said_year(match):
        year = year_of(match, setting)
        return day_or_none(year, month, day) if year else None
    known = setting.context_year(month)
    if known:
        return day_or_none(known, month, day)
    if not setting.reference:
        return None
    return nearest_day(month, day, setting.reference, setting.lean(match.start()))


@rule(r"(?<![\d.])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", needs=A_YEAR)
def iso_day(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """2024-02-08"""
    found = day_or_none(int(match["y"]), int(match["m"]), int(match["d"]))
    return day_date(found) if found else None


@rule(
    r"(?<![\d.,/])(?P<d>\d{1,2})([./])(?P<m>\d{1,2})\2(?P<y>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)(?:\s*г(?:ода|\.)?(?!\w))?",
    needs=r"\d[./]\d",
)
def numeric_day(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """08.02.2024, 08.02.24, 8/02/2024"""
    year = four_digit_year(match["y"], setting.reference)
    found = day_or_none(year, int(match["m"]), int(match["d"]))
    return day_date(found) if found else None


@rule(
    rf"(?:с\s+)?(?P<d1>{DAY})\s+(?P<m1>{MONTH})(?:\s+(?P<y1>(?:19|20)\d\d)(?:\s*г(?:ода|\.)?(?!\w))?)?"
    rf"(?:{DASH}|\s+по\s+|\s+до\s+)(?P<d2>{DAY})\s+(?P<month>{MONTH}){YEAR_TAIL}",
    needs=A_MONTH,
)
def days_over_months(match: re.Match[str], setting: Setting) -> ReadDate:
    """с 28 апреля по 2 мая, 30 июня — 4 июля 2014 года"""
    month = month_number(match["month"])
    last = _day_of(match, _leading_number(match["d2"]), month, setting)
    if not last:
        return UNKNOWN
    first_month = month_number(match["m1"])
    first_year = int(match["y1"]) if match["y1"] else last.year - (first_month > month)
    return days_range(day_or_none(first_year, first_month, _leading_number(match["d1"])), last)


@rule(
    rf"(?:со?\s+)?(?P<d1>{DAY})(?:{DASH}|\s+по\s+|\s+до\s+)(?P<d2>(?:[0-2]?\d|3[01])(?:-?(?:го|е|ого))?)\s+(?P<month>{MONTH}){YEAR_TAIL}",
    needs=A_MONTH,
)
def days_in_month(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """16–17 мая, с 7 по 10 мая 2025 года"""
    first, last = _leading_number(match["d1"]), _leading_number(match["d2"])
    if not first < last:
        return None
    end = _day_of(match, last, month_number(match["month"]), setting)
    return days_range(end and end.replace(day=first), end)


@rule(rf"(?P<d1>{DAY})(?P<more>(?:,\s+{DAY})*)\s+и\s+(?P<d2>{DAY})\s+(?P<month>{MONTH}){YEAR_TAIL}", needs=A_MONTH)
def listed_days(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """16 и 17 мая, 5, 6 и 7 июня: a range from the first to the last"""
    first, last = _leading_number(match["d1"]), _leading_number(match["d2"])
    if not first < last:
        return None
    end = _day_of(match, last, month_number(match["month"]), setting)
    return days_range(end and end.replace(day=first), end)


@rule(rf"{_WEEKDAY_BEFORE}(?P<day>{DAY})\s+(?P<month>{MONTH}|{MONTH_SHORT}){YEAR_TAIL}{_WEEKDAY_AFTER}", needs=A_MONTH)
def day_of_month(match: re.Match[str], setting: Setting) -> ReadDate:
    """8 февраля 2024 года, в четверг, 8 февраля, 8 февраля прошлого года"""
    return day_date(_day_of(match, _leading_number(match["day"]), month_number(match["month"]), setting))


_IN_WORDS = "|".join(sorted(DAY_ORDINALS, key=len, reverse=True))
_ORDINAL_ENDING = "(?:ое|ого|ому|ым|ом|ый|ье|ьего|ьему|ьим|ьем)"


@rule(
    rf"(?<!\w)(?P<tens>двадцать\s+|тридцать\s+)?(?P<day>{_IN_WORDS}){_ORDINAL_ENDING}\s+(?P<month>{MONTH}){YEAR_TAIL}",
    needs=A_MONTH,
)
def day_in_words(match: re.Match[str], setting: Setting) -> ReadDate:
    """двадцать шестого мая, девятое мая 2005 года"""
    tens = {"": 0, "двадцать": 20, "тридцать": 30}[(match["tens"] or "").strip()]
    return day_date(_day_of(match, tens + DAY_ORDINALS[match["day"]], month_number(match["month"]), setting))


@rule(rf"(?:со?\s+)(?P<w1>{WEEKDAY})\s+(?:по|до)\s+(?P<w2>{WEEKDAY})", needs=A_WEEKDAY)
def weekday_range(match: re.Match[str], setting: Setting) -> ReadDate:
    """с понедельника по среду"""
    if not setting.reference:
        return UNKNOWN
    first = weekday(weekday_number(match["w1"]), setting.reference, setting.lean(match.start()))
    return days_range(first, first + timedelta((weekday_number(match["w2"]) - first.weekday()) % 7))


@rule(
    rf"(?<!\w)(?:(?:вечером|утром|днем|ночью)\s+)?(?:(?:во?|на|до|ко?|со?|по)\s+)?(?:(?P<shift>{SHIFT})\s+)?"
    rf"(?P<weekday>{WEEKDAY})(?P<next>\s+на\s+(?:следующей|будущей)\s+неделе)?(?P<last>\s+на\s+(?:прошлой|минувшей)\s+неделе)?",
    needs=A_WEEKDAY,
)
def day_of_week(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """в четверг, в минувший четверг, в следующую пятницу"""
    if match["weekday"] in ("среда", "среды", "среде", "средой") and match["shift"] in (None, "это"):
        return None  # "среда" is also "surroundings": only "в среду" is surely the day
    if not setting.reference:
        return UNKNOWN
    reference, wanted = setting.reference, weekday_number(match["weekday"])
    if match["next"] or match["last"]:
        monday = reference - timedelta(reference.weekday()) + timedelta(7 if match["next"] else -7)
        return day_date(monday + timedelta(wanted))
    step = shift(match["shift"]) if match["shift"] else None
    if step == -1:
        return day_date(weekday(wanted, reference - timedelta(1), "past"))
    if step == 1:
        return day_date(weekday(wanted, reference + timedelta(1), "future"))
    return day_date(weekday(wanted, reference, setting.lean(match.start("weekday"))))


@rule(r"(?<!\w)(?P<word>" + "|".join(DAYS_FROM_TODAY) + r")(?:шн(?:ий|его|ему|им|ем|яя|ей|юю|ее|ие|их|ими))?(?!\w)")
def day_from_today(match: re.Match[str], setting: Setting) -> ReadDate:
    """сегодня, вчера, завтрашний"""
    if not setting.reference:
        return UNKNOWN
    step = DAYS_FROM_TODAY[match["word"]]
    return day_date(setting.reference + timedelta(step), inferred=step == 0)


@rule(r"(?<!\w)накануне(?!\w)", needs="накануне")
def the_day_before(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """накануне, where it is the adverb and not "on the eve of" something"""
    if setting.genitive_after(match.end()):
        return None
    if not setting.told_day:
        return UNKNOWN
    if setting.reference and setting.told_day == setting.reference - timedelta(1):
        return day_date(setting.told_day)  # told of yesterday, "накануне" is still the day before the news
    return day_date(setting.told_day - timedelta(1))


@rule(
    rf"(?<!\w)за\s+(?:(?P<one>день|сутки)|(?P<count>{NUMERAL})\s+(?:дня|дней|день|суток))\s+до\s+(?:этого|того)(?!\w)",
    needs=A_DAY,
)
def days_before_that(match: re.Match[str], setting: Setting) -> ReadDate:
    """за два дня до этого: before the day told last"""
    count = number(match["count"]) if match["count"] else 1
    start = setting.last_day or setting.reference
    return day_date(start - timedelta(count)) if start else UNKNOWN


@rule(
    rf"(?<!\w)(?:через|спустя)\s+(?:(?P<one>день|сутки)|(?P<count>{NUMERAL})\s+(?:дня|дней|день|суток))(?!\w)",
    needs=A_DAY,
)
def days_later(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """через два дня: from today if it is to come, else from the day told last"""
    count = number(match["count"]) if match["count"] else 1
    start = setting.reference if setting.lean(match.start()) == "future" else setting.last_day
    return day_date(start + timedelta(count)) if start else None


@rule(
    r"(?<!\w)(?:в\s+(?:тот|этот)(?:\s+же)?\s+(?:день|вечер)|(?:днем|утром|вечером|ночью)\s+того\s+же\s+дня"
    r"|тем\s+же\s+(?:вечером|утром|днем)|тогда\s+же"
    rf"|(?:через|спустя)\s+(?:несколько\s+часов|пару\s+часов|(?:{NUMERAL}\s+)?час(?:а|ов)?)"
    rf"|(?:несколькими\s+часами|часом)\s+(?:позже|позднее|ранее|раньше))(?!\w)",
    needs="день|вечер|же|час",
)
def that_day(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """в тот же день, через несколько часов: the day told last"""
    return day_date(setting.last_day) if setting.last_day else None


@rule(r"(?<!\w)на\s+следующий\s+день(?!\w)", needs="следующий")
def the_next_day(match: re.Match[str], setting: Setting) -> ReadDate | None:
    """на следующий день: the day after the one told last"""
    return day_date(setting.last_day + timedelta(1)) if setting.last_day else None


@rule(
    rf"(?<!\w)(?:(?P<one>день|днем|сутки|сутками)|(?P<count>{NUMERAL})\s+(?:дн(?:я|ей|ями)|суток))\s+(?P<way>назад|ранее|раньше)(?!\w)",
    needs=A_DAY,
)
def days_ago(match: re.Match[str], setting: Setting) -> ReadDate:
    """два дня назад, днем ранее"""
    count = number(match["count"]) if match["count"] else 1
    start = setting.reference if match["way"] == "назад" else setting.last_day or setting.reference
    return day_date(start - timedelta(count)) if start else UNKNOWN


@rule(rf"(?<!\w)(?:в|на|ко?|по\s+случаю)\s+(?P<name>{'|'.join(HOLIDAYS)})(?!\w){YEAR_TAIL}")
def holiday(match: re.Match[str], setting: Setting) -> ReadDate:
    """в День Победы, ко Дню России"""
    name = match["name"]
    month, day = next(fixed for pattern, fixed in HOLIDAYS.items() if re.fullmatch(pattern, name))
    return day_date(_day_of(match, day, month, setting))


@rule(r"(?<!\w)(?:в\s+преддверии|накануне|в\s+канун)\s+нов(?:ого|ым)\s+год(?:а|ом)|под\s+новый\s+год", needs="нов")
def before_new_year(match: re.Match[str], setting: Setting) -> ReadDate:
    """в преддверии Нового года: the December before"""
    year = month_year(match, 12, setting)
    return ReadDate(f"{year}-12") if year else UNKNOWN


DAY_RULES = (
    iso_day,
    numeric_day,
    days_over_months,
    days_in_month,
    listed_days,
    day_of_month,
    day_in_words,
    weekday_range,
    before_new_year,
    holiday,
    day_of_week,
    day_from_today,
    the_day_before,
    days_before_that,
    days_later,
    that_day,
    the_next_day,
    days_ago,
)
