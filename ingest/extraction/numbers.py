"""Quantities in a sentence: amounts with their unit in base units, percentages, and multiples ("в 1,6 раза").

Digits and words, signs before and after, scales ("4,1 трлн юаней", "полтора триллиона юаней",
"$200 млрд", "15 млн т"). The forms are in data/numbers.yaml.
"""

import re
from dataclasses import dataclass, replace

from ingest.extraction.dates.words import fold
from ingest.extraction.document import Document, Sentence
from ingest.extraction.lexicon import load

_DATA = load("numbers")

_CARDINALS = {value: re.compile(pattern) for value, pattern in _DATA["cardinals"].items()}
_FRACTIONS = {value: re.compile(pattern) for value, pattern in _DATA["fractions"].items()}
_SCALES = {value: re.compile(forms["any"]) for value, forms in _DATA["scales"].items()}
_UNITS = [
    (unit, factor, re.compile(rf"(?:{pattern})(?!\w)"))
    for unit, patterns in _DATA["units"].items()
    for pattern, factor in patterns.items()
]
_SIGNS: dict[str, str] = _DATA["signs"]
_TIMES = {re.compile(pattern): value for pattern, value in _DATA["times"].items()}
_PARTS: dict[str, float] = _DATA["parts"]
_PORTIONS = {re.compile(pattern): value for pattern, value in _DATA["portions"].items()}

_ANY_CARDINAL = "|".join([*_DATA["cardinals"].values(), *_DATA["fractions"].values()])
_ENGLISH = r"\d{1,3}(?:,\d{3})*,000(?![\d,])(?!\s*(?:тыс|млн|млрд|трлн|милли))"
_DIGITS = rf"(?<![\w.,])(?:\d{{1,3}}(?:\s\d{{3}})+(?!\d)|{_ENGLISH}|\d+)(?:[.,]\d+)?(?![\d])(?:\s+с\s+половиной(?!\w))?"
_WORDS = rf"(?<!\w)(?:{_ANY_CARDINAL})(?!\w)(?:\s+(?:{_ANY_CARDINAL})(?!\w))*(?:\s+с\s+(?:половиной|четвертью))?"
_NUMBER = rf"(?:{_DIGITS}|{_WORDS})"
_SCALE = "(?:" + "|".join(forms["any"] for forms in _DATA["scales"].values()) + ")"
_ONE = "(?:" + "|".join(forms["one"] for forms in _DATA["scales"].values()) + r")(?!\w)"
_SIGN = "(?:" + "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True)) + ")"
_AMOUNT = re.compile(
    rf"(?P<sign>{_SIGN}\s?)?(?P<first>{_NUMBER}\s*-?\s*{_SCALE}|(?<![\w-])пол{_ONE}|{_NUMBER}|(?<![\w-]){_ONE})"
    rf"(?P<more>(?:\s+{_NUMBER}\s*{_SCALE})*)"
)
_SCALED = re.compile(rf"(?P<number>{_NUMBER})\s*-?\s*(?P<scale>{_SCALE})?|(?P<half>пол)?(?P<one>{_ONE})")
_TO_UNIT = re.compile(r"\s*-?\s*")
_RATIO = re.compile(rf"(?<!\w)в\s+(?P<number>{_NUMBER})(?:\s*[-–—]\s*(?P<upto>{_NUMBER}))?\s+раз(?:а|ов)?(?!\w)")
_ONE_WORD = re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{pattern})" for pattern in _DATA["times"]) + r")(?!\w)")
_PART = re.compile(r"(?<!\w)(?:на\s+)(?P<part>" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r")(?!\w)")
_PORTION = re.compile(r"(?<!\w)(?<!на )(?<!с )(?:" + "|".join(_DATA["portions"]) + r")(?!\w)(?!\s+(?:век|год|час|сут))")
_PERCENT_POINTS = re.compile(r"\s*(?:%|процентн\w+)?\s*(?:п\.\s?п\.|п\.п|процентн\w+\s+пункт|пункт)")
_INDEFINITE = re.compile(r"(?:десят(?:ки|ков|ках)|сот(?:ни|ен|нях)|нескольк\w+|много|пар[ау])\s+$")
_ANY_NUMBER = re.compile(
    rf"\d|{_ANY_CARDINAL}|миллион|миллиард|триллион|вдвое|втрое|вчетверо|впятеро|вшестеро|всемеро|вдесятеро|половин|четверти|трети|част[ьи]|удво|утро|треть|четверть"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit at characters `start`..`end` of the text.

    `value` is in base units of `unit`; `scaled` says that a scale word stood with it ("млрд").
    `unit` is None where none is written, "times" for multiples ("в 2,9 раза" is 2.9) and
    "part" for changes by a part named by a word ("на треть" is 33.3) and "portion" for parts of a
    whole ("две трети расчётов" is 66.7).
    """

    start: int
    end: int
    value: float
    unit: str | None
    scaled: bool = False


_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})*,000")  # "751,000": as the English write it


def number_value(text: str) -> float:
    """The value of a number in digits ("1 234,5") or words ("двести сорок", "два с половиной"), folded."""
    if text[0].isdigit():
        digits, half, _ = text.partition("с половиной")
        digits = re.sub(r"\s", "", digits)
        plain = digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits.replace(",", ".")
        return float(plain) + (0.5 if half else 0)
    value = 0.0
    for word in re.split(r"\s+", text):
        if word == "половиной":
            value += 0.5
        elif word == "четвертью":
            value += 0.25
        elif word != "с":
            value += next(number for number, form in {**_CARDINALS, **_FRACTIONS}.items() if form.fullmatch(word))
    return value


def _scale_value(word: str) -> int:
    return next(value for value, form in _SCALES.items() if form.fullmatch(word.strip()))


def _scaled_value(text: str) -> tuple[float, bool]:
    """The value of number and scale, and whether there was a scale."""
    match = _SCALED.fullmatch(text.strip())
    if match["one"]:
        return _scale_value(match["one"]) * (0.5 if match["half"] else 1), True
    value = number_value(match["number"])
    return (round(value * _scale_value(match["scale"]), 3), True) if match["scale"] else (value, False)


def _unit_at(text: str, offset: int) -> tuple[str, float, int] | None:
    """The unit written at an offset: its name, its factor and its end."""
    start = _TO_UNIT.match(text, offset).end()
    for unit, factor, pattern in _UNITS:
        match = pattern.match(text, start)
        if match:
            return unit, factor, match.end()
    return None


def _amounts(text: str) -> list[Quantity]:
    found = []
    for match in _AMOUNT.finditer(text):
        quantity = _amount(match, text)
        if quantity:
            found.append(quantity)
    return _shared_units(found, text)


def _amount(match: re.Match[str], text: str) -> Quantity | None:
    if _INDEFINITE.search(text, max(0, match.start() - 12), match.start()):
        return None
    value, scaled = _scaled_value(match["first"])
    for piece in re.finditer(rf"{_NUMBER}\s*{_SCALE}", match["more"]):
        value += _scaled_value(piece[0])[0]
    if match["sign"]:
        return Quantity(match.start(), match.end(), value, _SIGNS[match["sign"].strip()], scaled)
    if _PERCENT_POINTS.match(text, match.end()):
        return None
    unit = _unit_at(text, match.end())
    if unit and unit[0] in _COUNTED and _DOTTED.fullmatch(match["first"]):
        value = float(match["first"].replace(".", ""))  # "46.859 единиц"
    if unit:
        return Quantity(match.start(), unit[2], value * unit[1], unit[0], scaled)
    return Quantity(match.start(), match.end(), value, None, scaled)


_COUNTED = {"pcs", "t", "m3"}
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_RANGE = re.compile(r"\s*(?:[-–—]|до|(?:,\s*)?(?:а\s+то\s+и|или|либо))\s*")
_AND = re.compile(r"\s*(?:,|и|а\s+также)\s*(?:на\s+|до\s+)?")
_LEFT_OUT_BEFORE = re.compile(
    r"(?:^|\s)(?:до|на|с|составить|составит|достигнет|превысит)\s+$"
)  # "до 100 млрд долларов …, а затем и до 200"
_LEFT_OUT_AFTER = re.compile(r"(?:,\s*а)?\s*(?:[—–-]\s*(?:ко?|в|за)\s|к\s+(?:19|20)\d\d|[.;]?$)")


def _shared_units(found: list[Quantity], text: str) -> list[Quantity]:
    """Gives both ends of "30–40 млрд кубометров" scale and unit, and "до 200" those told before; drops bare numbers."""
    joined: list[Quantity] = []
    for quantity in _listed(found, text):
        left = joined[-1] if joined else None
        if left and not left.scaled and left.value < 1900 and _is_range(left, quantity, text):
            quantity = replace(quantity, unit=quantity.unit or left.unit)
            factor = _factor(quantity, text)
            joined[-1] = replace(left, value=left.value * factor, unit=quantity.unit, scaled=True)
        told = next((one for one in reversed(joined) if one.unit and one.scaled), None)
        if told and quantity.unit is None and not quantity.scaled and _left_out(quantity, text):
            quantity = replace(quantity, value=quantity.value * _factor(told, text), unit=told.unit, scaled=True)
        joined.append(quantity)
    return [quantity for quantity in joined if quantity.unit or quantity.scaled]


def _is_range(left: Quantity, right: Quantity, text: str) -> bool:
    units_agree = left.unit is None or right.unit in {None, left.unit}  # "$60–70 млрд" has its sign on the left
    known = right.unit or left.unit
    between = text[left.end : right.start]
    if known == "%" and between.strip() != "до":
        return False  # "на 20–30 %" is one change
    scaled = known is None and right.scaled and between.strip() in {"до", "-", "–", "—"}  # "с 56 до 38 миллиардов"
    return units_agree and (known is not None or scaled) and bool(_RANGE.fullmatch(between))


def _listed(found: list[Quantity], text: str) -> list[Quantity]:
    """ "достигли 4,25 и 4,63 миллиарда кубометров соответственно": scale and unit stand behind the last alone."""
    if "соответственно" not in text:
        return found
    listed = list(found)
    for place in range(len(listed) - 2, -1, -1):
        left, right = listed[place], listed[place + 1]
        if left.unit is None and not left.scaled and right.unit and _AND.fullmatch(text[left.end : right.start]):
            factor = _factor(right, text)
            listed[place] = replace(left, value=round(left.value * factor, 3), unit=right.unit, scaled=True)
    return listed


def _left_out(quantity: Quantity, text: str) -> bool:
    before = _LEFT_OUT_BEFORE.search(text, max(0, quantity.start - 6), quantity.start)
    return bool(before and _LEFT_OUT_AFTER.match(text, quantity.end))


def _factor(quantity: Quantity, text: str) -> float:
    """By how much the scale and unit of a quantity multiply the number that is written."""
    written = re.search(_NUMBER, text[quantity.start : quantity.end])
    value = number_value(written[0]) if written else 0
    return quantity.value / value if value else 1.0


def _multiples(text: str) -> list[Quantity]:
    found = [
        Quantity(match.start(), match.end(), number_value(match["upto"] or match["number"]), "times")
        for match in _RATIO.finditer(text)
    ]
    for match in _ONE_WORD.finditer(text):
        times = next(value for pattern, value in _TIMES.items() if pattern.fullmatch(match[0]))
        found.append(Quantity(match.start(), match.end(), times, "times"))
    found += [Quantity(match.start(), match.end(), _PARTS[match["part"]], "part") for match in _PART.finditer(text)]
    for match in _PORTION.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            value = next(value for pattern, value in _PORTIONS.items() if pattern.fullmatch(match[0]))
            found.append(Quantity(match.start(), match.end(), value, "portion"))
    return found


def find_quantities(document: Document, sentence: Sentence) -> list[Quantity]:
    """The quantities of one sentence in the order of the text; numbers with neither scale nor unit are left out."""
    text = fold(document.text[sentence.start : sentence.end])
    if not _ANY_NUMBER.search(text):
        return []
    multiples = _multiples(text)
    taken = [(quantity.start, quantity.end) for quantity in multiples]
    amounts = [one for one in _amounts(text) if not any(one.start < end and start < one.end for start, end in taken)]
    return [
        replace(one, start=one.start + sentence.start, end=one.end + sentence.start)
        for one in sorted(multiples + amounts, key=lambda one: one.start)
    ]
