"""What is known of a contact while it is being read: its trigger, its parties, and the draft of the event."""

from dataclasses import dataclass, field

from relations.reading import Participant, ReadDate

OTHER_SIDE = {"RU": "CN", "CN": "RU"}

# The notion of "the same kind of event": what one sentence calls a meeting
# and the next a conversation may be one event; a visit and the talks during it never are.
FAMILY = {"call": "remote", "video": "remote", "meeting": "talks", "session": "talks"}


def family(format_: str) -> str:
    """Formats that one event may be called by in different sentences share a family."""
    return FAMILY.get(format_, format_)


@dataclass(slots=True)
class Trigger:
    """The word that says that there was contact.

    `token` is its index in the sentence; `kind` is "noun" or the verb's class in the lexicon
    ("meet", "host", "travel", …); `verb` is the index of the predicate that carries a noun, or -1;
    `link` is how the noun hangs on it: "obj", "nsubj" or the preposition ("на", "в ход").
    """

    token: int
    format: str
    kind: str
    verb: int = -1
    link: str = ""


@dataclass(slots=True)
class Party:
    """Somebody who may take part, at a place in a sentence. `kind` is "person", "body", "group" or "country"."""

    participant: Participant
    kind: str
    level: str
    head: int
    first: int
    last: int
    post_only: bool = False  # an office whose holder nobody knows

    @property
    def side(self) -> str:
        return self.participant.side

    @property
    def vague(self) -> bool:
        """A country, or a group that may be anybody of its side."""
        return self.kind == "country" or (self.kind == "group" and self.level == "other")

    @property
    def key(self) -> str:
        """Two parties with one key are the same actor."""
        return self.side if self.kind == "country" else self.participant.actor or self.participant.name


@dataclass(eq=False)
class Draft:
    """A contact as one sentence tells of it."""

    format: str
    status: str
    sentence: int
    trigger: Trigger
    parties: list[Party] = field(default_factory=list)
    when: ReadDate = field(default_factory=ReadDate)
    until: str | None = None  # the last day, where only that is told
    place: str | None = None
    margins: bool = False
    background: bool = False  # told as something that had been before the news
    label: str = ""  # what tells it from others of its kind: "второй", a name in quotes
    met: list[Party] = field(default_factory=list)  # those met "с" whom
    hosts: list[Party] = field(default_factory=list)  # by whose invitation a trip is made
    maybe: list[Party] = field(default_factory=list)  # who takes part unless the context knows better
    closed: bool = False  # somebody else is told to take part: nothing may be borrowed from the context
    pronoun: bool = False  # "он", "его": somebody named before takes part
    travelled: bool = False  # "прилетел на переговоры": somebody came for it
    weak: bool = False  # "контакты", "речь шла": adds to an event told elsewhere, is none by itself
    another: str = ""  # "следующий раунд": another event of the kind told of
    echo: "Draft | None" = None  # "в ходе визита": speaks of that event again
    generic: bool = False  # "обсудили", "разговор", "переговоры": the manner of contact is not told
    yearly: bool = False  # "Год России в Китае"
    opening: bool = False  # "церемония открытия Года России": of one day
    passing: bool = False  # named in passing by another statement ("вспомнили переговоры")
    starts: bool = False  # begins, or is of one day: the day is the article's
    days: int = 0  # how many it goes on, 0 if not told
    came_true: bool = False  # "переговоры состоялись"
    arrived: bool = False  # "прибыл с визитом", "начался визит": the day told is the first
    over: bool = False  # "завершил визит": the day told is the last
    staying: bool = False  # "премьер, находящийся с визитом": a trip told by the way, begun before
    current: bool = False  # told without a date at the head of an article: lately, not long ago
    long_ago: bool = False  # its date lies over a month before the article
    daytime: bool = False  # "утром", "вечером": on the article's own day
    reviewed: bool = False  # over and looked back on ("подведены итоги"): the day is not the article's
    courtesy: bool = False  # greetings without a letter: part of talks, if there were any
    evidence: list[int] = field(default_factory=list)
    told: list["Draft"] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.told.append(self)

    def side(self, side: str) -> list[Party]:
        """The parties of one side."""
        return [party for party in self.parties if party.side == side]

    @property
    def both_sides(self) -> bool:
        return bool(self.side("RU") and self.side("CN"))
