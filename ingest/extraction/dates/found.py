"""A date found in a sentence."""

from dataclasses import dataclass

from relations.reading import ReadDate


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Words that tell a time: characters `start`..`end` of the text, tokens `first`..`last` of the sentence (both in).

    `kind` is "date" for a calendar point or range of days, "period" for a span that figures are
    counted over ("в первом квартале", "за январь — ноябрь"), "occasion" for the time of a jubilee or in
    a name («Морское взаимодействие-2015»). `preposition` is the word just before
    ("до", "к", "с" …), lower case, or empty. `when.date` is None where the words need a day of
    reference that the article does not give.
    """

    start: int
    end: int
    first: int
    last: int
    when: ReadDate
    kind: str = "date"
    preposition: str = ""
