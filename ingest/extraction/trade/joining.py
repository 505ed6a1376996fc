"""Joins what a sentence tells in pieces: a value with its change, a part without a verb with the one before."""

from dataclasses import dataclass, replace

from ingest.extraction.document import Sentence, Token
from ingest.extraction.trade.figures import Counted
from ingest.extraction.trade.period import Told, year_earlier
from ingest.extraction.trade.words import COMMODITIES, MONEY, SPEECH
from relations.reading import ReadTrade


@dataclass(slots=True)
class Draft:
    """A figure before it is joined with its change and cleared of doubles."""

    counted: Counted
    sentence: Sentence
    figure: ReadTrade


def as_before(draft: Draft, before: Draft, numbering: list[int]) -> Draft:
    """A part of the sentence without a verb ("а СПГ — 100 млн т") has the status and time of the one before."""
    tokens = [token for token in draft.sentence.tokens if numbering[token.index] == draft.counted.part]
    verbs = [token for token in tokens if token.pos in {"VERB", "AUX"} and token.lemma not in SPEECH]
    if before.counted.part == draft.counted.part or verbs or draft.figure.status != "actual":
        return draft
    period = draft.figure.period or before.figure.period
    return replace(draft, figure=replace(draft.figure, status=before.figure.status, period=period))


def join(drafts: list[Draft], told: list[Told]) -> list[Draft]:
    """A value with the change beside it is one figure; of two changes of the same, the one in percent is kept."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _from_to(joined[-1], draft):
            _set_apart(joined[-1], draft, told)
        if joined and _to_from(joined[-1], draft):
            behind = [one.value for one in told if one.first > draft.counted.last and one.value]
            period = behind[0] if behind else year_earlier(joined[-1].figure.period)
            draft.figure = replace(draft.figure, period=period)
        if joined and _changed_again(joined[-1], draft):
            continue
        place = _partner(joined, draft, told)
        if place is None:
            joined.append(draft)
        elif _complements(joined[place].figure, draft.figure):
            joined[place] = _both(joined[place], draft)
        elif draft.counted.quantity.unit == "%":
            joined[place] = draft
    return joined


def _changed_again(left: Draft, right: Draft) -> bool:
    """ "на 5 % больше, чем годом ранее, и на 2 % больше, чем в марте": the second comparison is of the same figure."""
    two_changes = right.counted.change is not None and left.figure.change_pct is not None
    if not two_changes or left.figure.indicator != right.figure.indicator:
        return False
    between = [token.text.lower() for token in right.sentence.tokens[left.counted.last + 1 : right.counted.first]]
    compared = bool({"чем", "раньше", "ранее", "сравнению"} & set(between))
    return left.counted.cue is right.counted.cue and compared and between[-2:] == ["и", "на"]


def _set_apart(left: Draft, right: Draft, told: list[Told]) -> None:
    """The periods of "с 11 млрд [в 2022 году] до 19 млрд": the first has that told behind it, else the year before."""
    own = [one.value for one in told if left.counted.last < one.first < right.counted.first and one.value]
    others = [one.value for one in told if one.value and one.value not in own and one.how != "compared"]
    if own:
        left.figure = replace(left.figure, period=own[0])
        right.figure = replace(right.figure, period=others[0] if others else None)
    else:
        vague = any(one.how == "vague" for one in told)  # "за 20 лет"
        ends = (right.figure.period or "").split("/")
        if len(ends) == 2 and len(ends[0]) == len("2003"):  # "за период 1997-2003 гг. с 15 до 38 %"
            left.figure, right.figure = replace(left.figure, period=ends[0]), replace(right.figure, period=ends[1])
            return
        ahead = vague or left.figure.status != right.figure.status  # a promise starts from what there is
        left.figure = replace(left.figure, period=None if ahead else year_earlier(right.figure.period))


_APART = 3  # so many sentences may lie between a value and its change


def join_across(before: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """Puts a change into the figure of a sentence just before that has the value, or the value there; the rest is left.

    "Экспорт вырос на 5 %. Он составил 20 млрд": one figure. What another person says is another figure.
    """
    left = []
    for draft in drafts:
        near = [place for place, one in enumerate(before) if draft.sentence.index - one.sentence.index <= _APART]
        place = next((place for place in reversed(near) if _one_told_twice(before[place], draft)), None)
        if place is None:
            left.append(draft)
        else:
            before[place] = _both(before[place], draft)
    return left


def _one_told_twice(earlier: Draft, draft: Draft) -> bool:
    old, new = earlier.figure, draft.figure
    again = old.value is None and old.change_pct is not None and old.change_pct == new.change_pct
    if earlier.counted.since or draft.counted.since or not (again or _complements(old, new)):
        return False
    if (old.indicator, old.status) != (new.indicator, new.status) or old.indicator == "share":
        return False
    if (new.speaker and old.speaker != new.speaker) or not _of_one_measure(earlier, draft):
        return False
    return (old.commodity or new.commodity) == (new.commodity or old.commodity) and old.period == new.period


_IN_MONEY = {"деньги", "стоимость", "стоимостный", "денежный", "доллар", "ценовой"}
_IN_GOODS = {"тонна", "физический", "натуральный", "объем", "баррель", "количественный"}
_DAYS = {"сутки", "день", "неделя"}


def _of_one_measure(left: Draft, right: Draft) -> bool:
    """Whether neither is an average of days, and a change "в деньгах" is not put to tonnes."""
    if _on_average(left) or _on_average(right):
        return False
    valued, changed = (left, right) if left.figure.value is not None else (right, left)
    behind = changed.sentence.tokens[changed.counted.last + 1 : changed.counted.last + 5]
    told = {token.lemma for token in behind if token.index < _next_number(behind)}
    before = changed.sentence.tokens[: changed.counted.first]
    told |= {token.lemma for token in before if token.lemma in _IN_MONEY | _IN_GOODS and token.pos == "ADJ"}
    return not told & (_IN_GOODS if valued.figure.unit in MONEY else _IN_MONEY)


def _on_average(draft: Draft) -> bool:
    """ "в среднем за неделю", "200 тысяч баррелей в сутки"."""
    tokens, counted = draft.sentence.tokens, draft.counted
    before = any(token.lemma.startswith("средн") or token.lemma in _DAYS for token in tokens[: counted.first])
    return before or any(token.lemma in _DAYS for token in tokens[counted.last + 1 : counted.last + 3])


def _next_number(tokens: list[Token]) -> int:
    return next((token.index for token in tokens if token.pos == "NUM" or token.text[0].isdigit()), 10**6)


def _partner(joined: list[Draft], draft: Draft, told: list[Told]) -> int | None:
    """Where the other half of a figure stands among those before: the last, or the one before a "с …"."""
    passed = False  # over a number that another is set against
    for place in range(len(joined) - 1, -1, -1):
        earlier = joined[place]
        if draft.counted.mate is not None:
            if earlier.counted is draft.counted.mate:
                return place
            continue
        if earlier.counted.since or draft.counted.since:
            if draft.counted.since:
                return None
            continue
        if earlier.counted.compared and place and draft.figure.value is None and not passed:
            passed = True
            continue  # "3,5 млрд при 2,6 млрд годом ранее (рост на 33 %)"
        two_changes = earlier.figure.value is None and draft.figure.value is None
        halves = _complements(earlier.figure, draft.figure) or (two_changes and _beside(earlier, draft))
        return place if halves and _same_thing(earlier, draft, [] if passed else told) else None
    return None


def _beside(left: Draft, right: Draft) -> bool:
    """ "почти в два раза (на 49 %)": the same change told twice."""
    return right.counted.first - left.counted.last <= 4


def _to_from(left: Draft, right: Draft) -> bool:
    """ "до 16 % с 0,5 %": the second is of the period before."""
    if left.counted.since or not right.counted.since or None in {left.figure.value, right.figure.value}:
        return False
    before = left.sentence.tokens[max(0, left.counted.first - 2) : left.counted.first]
    near = right.counted.first - left.counted.last <= 3
    return near and any(token.text.lower() == "до" for token in before)


def _from_to(left: Draft, right: Draft) -> bool:
    """ "с 11 до 19,5 млрд": the first is of the period before."""
    if not left.counted.since or right.figure.value is None:
        return False
    before = right.sentence.tokens[max(0, right.counted.first - 2) : right.counted.first]
    return any(token.text.lower() == "до" for token in before)


def _complements(left: ReadTrade, right: ReadTrade) -> bool:
    """Whether one has the value and the other the change."""
    valued, changed = (left, right) if left.value is not None else (right, left)
    return valued.value is not None and valued.change_pct is None and changed.value is None


def _both(left: Draft, right: Draft) -> Draft:
    valued, changed = (left, right) if left.figure.value is not None else (right, left)
    period = valued.figure.period or changed.figure.period
    figure = replace(valued.figure, change_pct=changed.figure.change_pct, period=period)
    return replace(valued, figure=figure)


def _same_thing(left: Draft, right: Draft, told: list[Told]) -> bool:
    if _other_goods_between(left, right):
        return False
    if left.figure.status != right.figure.status and left.figure.period != right.figure.period:
        return False  # "за четыре года удвоилась и в этом году перевалит за 20 млрд"
    apart = left.counted.part != right.counted.part
    if left.figure.indicator != right.figure.indicator or (apart and left.figure.status != right.figure.status):
        return False
    same_cue = left.counted.cue is right.counted.cue or _in_bracket_behind(left, right)
    if not same_cue and right.counted.kind != "growth" and not _told_further(left, right):
        return False
    between = [one for one in told if left.counted.last < one.first and one.last < right.counted.first and one.value]
    periods_agree = left.figure.period == right.figure.period
    return not between or periods_agree


def _other_goods_between(left: Draft, right: Draft) -> bool:
    """ "поставлено 72 млн тонн нефти, по газу рост на 31 %"."""
    if left.figure.commodity is None or left.counted.change is not None:
        return False
    between = right.sentence.tokens[left.counted.last + 1 : right.counted.first]
    named = [COMMODITIES[token.lemma] for token in between if token.lemma in COMMODITIES]
    return bool(named) and left.figure.commodity != named[-1] == right.figure.commodity


def _in_bracket_behind(left: Draft, right: Draft) -> bool:
    """ "вырос на 25 % ввоз меди (до 33 тысяч тонн)": the bracket is of the change before."""
    return right.counted.beside is not None and left.counted.last < right.counted.beside


def _told_further(left: Draft, right: Draft) -> bool:
    """ "поставки выросли вдвое — экспорт составил 5 млн тонн": the same goods under another word, after a dash."""
    between = right.sentence.tokens[left.counted.last + 1 : right.counted.first]
    texts = [token.text.lower() for token in between]
    if "что" in texts[1:4] and texts[texts.index("что") - 1] == ",":
        return True  # "…, что в два раза превышает показатели года до того"
    dashes = [token for token in between if token.text in {"—", "–", "-", ":"}]
    return bool(dashes) and left.figure.commodity == right.figure.commodity and left.counted.kind == right.counted.kind


def without_doubles(figures: list[ReadTrade]) -> tuple[ReadTrade, ...]:
    """The figures without those told again; of two, the one with a period stays."""
    kept: list[ReadTrade] = []
    for figure in figures:
        again = next((place for place, other in enumerate(kept) if _same_again(figure, other)), None)
        if again is None:
            kept.append(figure)
        elif kept[again].period is None and figure.period:
            kept[again] = figure
    return tuple(kept)


def _same_again(figure: ReadTrade, other: ReadTrade) -> bool:
    """The same number of the same thing; a period or change told only once does not make two of it."""
    if (figure.indicator, figure.value, figure.unit) != (other.indicator, other.value, other.unit):
        return False
    if figure.value is None and figure.change_pct != other.change_pct:
        return False
    if figure.status != other.status:
        return False
    return figure.period == other.period or figure.period is None or other.period is None
