"""The words of contacts.yaml and contacts_places.yaml, ready for look-up by lemma."""

from ingest.extraction.lexicon import load

_words = load("contacts")
_places = load("contacts_places")

NOUNS: dict[str, str] = {word: format_ for format_, words in _words["nouns"].items() for word in words}
QUALIFIED: dict[str, frozenset[str]] = {word: frozenset(by) for word, by in _words["qualified"].items()}
REMOTE: dict[str, str] = {word: format_ for format_, words in _words["remote"].items() for word in words}
VERBS: dict[str, str] = {
    word: kind
    for kind in (
        "meet",
        "confer",
        "phone",
        "host",
        "travel",
        "attend",
        "greet",
        "sign",
        "invite",
        "await",
        "patrol",
        "hint",
        "award",
        "launch",
    )
    for word in _words[kind]
}
BODIES = frozenset(_words["bodies"])
SIT = frozenset(_words["sit"])
ANOTHER = frozenset(_words["another"])
INTENTS = frozenset(_words["intents"])
RENEW = frozenset(_words["renew"])
BODY_LEVELS: dict[str, tuple[str, ...]] = {level: tuple(words) for level, words in _words["body_levels"].items()}
DIALOGUE_HELD = frozenset(_words["dialogue_held"])
PLACE_WORDS = frozenset(_words["place_words"])
HAND_OVER = frozenset(_words["hand_over"])
REACH = frozenset(_words["reach"])
SPORT = frozenset(_words["sport"])
CONSULT = frozenset(_words["consult"])
AGREE = frozenset(_words["agree"])
ARRIVALS = frozenset(_words["arrivals"])
OCCASIONS = frozenset(_words["occasions"])
POINTED = frozenset(_words["pointed"])
SITTINGS = frozenset(_words["sittings"])
POINTERS = frozenset(_words["pointers"])
AWARDS = frozenset(_words["awards"])
LAUNCHED = frozenset(_words["launched"])
EXCHANGE = frozenset(_words["exchange"])
DOCUMENTS = frozenset(_words["documents"])
CONTRACTS = frozenset(_words["contracts"])
CONTRACT_FRAMES = frozenset(_words["contract_frames"])
CONTRACT_VERBS = frozenset(_words["contract_verbs"])
ADOPTED = frozenset(_words["adopted"])
OPEN = frozenset(_words["open"])
CARRY = frozenset(_words["carry"])
SEND = frozenset(_words["send"])
INSIDE = frozenset(_words["inside"])
FRAME_NOUNS = frozenset(_words["frame_nouns"])
STATUS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _words["status"].items()}
OF_EVENTS = STATUS["event_verbs"] | STATUS["planned_verbs"] | STATUS["planned_adjectives"] | STATUS["lasting_verbs"]
BACKGROUND = frozenset(_words["background"])
BACKGROUND_OPENINGS = tuple(_words["background_openings"])
RECALLED = frozenset(_words["recalled"])
RECALLED_ADVERBS = frozenset(_words["recalled_adverbs"])
RECALLING = frozenset(_words["recalling"])
RETURNS = frozenset(_words["returns"])
ARRIVING = frozenset(_words["arriving"])
SEQUELS = frozenset(_words["sequels"])
WAYS = frozenset(_words["ways"])
STAYS = frozenset(_words["stays"])
MULTILATERAL = frozenset(_words["multilateral"])
GROUPS: dict[str, str] = _words["groups"]
FORCES: dict[str, str] = {word: side for side, words in _words["forces"].items() for word in words}
REGION_WORDS: dict[str, str] = _words["region_words"]
DELEGATIONS = frozenset(_words["delegations"])
TAKE_PART = frozenset(_words["take_part"])
VISITED = frozenset(_words["visited"])
HEADS = frozenset(_words["heads"])
RELATIVES = frozenset(_words["relatives"])
AIDES = frozenset(_words["aides"])
COLLECTIVES = frozenset(_words["collectives"])
AMONG = frozenset(_words["among"])
EXERCISE_NAMES: dict[str, bool] = {
    name: whose == "both" for whose, names in _words["exercise_names"].items() for name in names
}
COUNTRY_WORDS = frozenset(_words["country_words"])
COUNTRY = {side: words["country"] for side, words in _words["sides"].items()}
ACTOR_OF = {side: words["actor"] for side, words in _words["sides"].items()}
COUNTRY_OF = {side: words["genitive"] for side, words in _words["sides"].items()}
SIDE_OF_ADJECTIVE = {word: side for side, words in _words["sides"].items() for word in words["adjectives"]}
SIDE_OF_NAME = {word: side for side, words in _words["sides"].items() for word in words["names"]}
BOTH_ADJECTIVES = frozenset(_words["both_adjectives"])
TIME_NOUNS = frozenset(_words["time_nouns"])
WEAK = frozenset(_words["weak"])
TOGETHER = frozenset(_words["together"])
ANAPHORS = frozenset(_words["anaphors"])
STARTS = frozenset(_words["starts"])
DAYTIMES = frozenset(_words["daytimes"])
ONE_DAY = frozenset(_words["one_day"])
CULTURE = frozenset(_words["culture"])
SHOWS = frozenset(_words["shows"])
SHOWN = frozenset(_words["shown"])
SPELLS = frozenset(_words["spells"])
GENERIC = frozenset(_words["generic"])
COURTESIES = frozenset(_words["courtesies"])
MARGINS = frozenset(_words["margins"])
REGULAR = frozenset(_words["regular"])
REGULAR_HEADS = frozenset(_words["regular_heads"])

PLACES: dict[str, tuple[str, str]] = {
    word: (name, side) for side in ("RU", "CN", "other") for word, name in _places[side].items()
}
PLACES_OF_TWO: dict[str, tuple[str, str]] = {
    words: (name, side) for side, named in _places["named_by_two"].items() for words, name in named.items()
}
CHINA = (  # whatever names China, its places or its troops
    frozenset(word for word, side in (SIDE_OF_NAME | SIDE_OF_ADJECTIVE | FORCES).items() if side == "CN")
    | frozenset(word for word, (_, side) in PLACES.items() if side == "CN")
    | BOTH_ADJECTIVES
)
SIDE_OF_PLACE: dict[str, str] = dict([*PLACES.values(), *PLACES_OF_TWO.values()])
