"""The words of trade from data/trade.yaml, ready for look-up by lemma."""

import re

from ingest.extraction.dates.words import MONTH
from ingest.extraction.lexicon import load

_DATA = load("trade")

SIDES: dict[str, str] = {lemma: side for side, lemmas in _DATA["sides"].items() for lemma in lemmas}
BLOCS = frozenset(_DATA["blocs"])
BOTH_WORDS = re.compile(_DATA["both_words"])
ROUTES = re.compile(_DATA["routes"])
REGIONS: dict[str, str] = _DATA["regions"]
OVERTAKING = frozenset(_DATA["overtaking"])
CUES: dict[str, str] = {lemma: kind for kind, lemmas in _DATA["cues"].items() for lemma in lemmas}
GOODS_VERBS = frozenset(_DATA["goods_verbs"])
SELLING = frozenset(_DATA["selling"])
BUYING = frozenset(_DATA["buying"])
OF_TRADE = frozenset(_DATA["of_trade"])
FALLING = frozenset(_DATA["falling"])
GAINING = frozenset(_DATA["gaining"])
SETTLING = frozenset(_DATA["settling"])
LENDING = frozenset(_DATA["lending"])
AGREED = frozenset(_DATA["agreed"])
MILESTONES = frozenset(_DATA["milestones"])
ENERGY = frozenset(_DATA["energy"])
ONE_WAY: dict[str, str] = {goods: way for way, all_goods in _DATA["one_way"].items() for goods in all_goods}
TOTAL = frozenset(_DATA["total"])
SHARED = frozenset(_DATA["shared_goods"])
UP = frozenset(_DATA["up"])
DOWN = frozenset(_DATA["down"])
EXCEEDING = frozenset(_DATA["exceeding"])
RAISING = frozenset(_DATA["raising"])
BALANCE = frozenset(_DATA["balance"])
TRADED = frozenset(_DATA["traded"])
MARKETS = frozenset(_DATA["markets"])
OTHERS = frozenset(_DATA["others"])
CURRENCIES: dict[str, str] = _DATA["currencies"]
PEOPLE = frozenset(_DATA["people"])
NEUTRAL = frozenset(_DATA["neutral"])
STAKES = frozenset(_DATA["stakes"])
LENDERS = frozenset(_DATA["lenders"])
GIVING = frozenset(_DATA["giving"])
AIMS = frozenset(_DATA["aims"])
RISES = frozenset(_DATA["rises"])
AID = frozenset(_DATA["aid"])
CRIME = frozenset(_DATA["crime"])
FOUNDING = frozenset(_DATA["founding"])
BRING_TO = frozenset(_DATA["bring_to"])
SPEECH = frozenset(_DATA["speech"])
PROJECT = frozenset(_DATA["project"])
FORECAST = frozenset(_DATA["status"]["forecast"])
TARGET = frozenset(_DATA["status"]["target"])
CONTRACT = frozenset(_DATA["status"]["contract"])
REACHED = frozenset(_DATA["status"]["reached"])
SURPASSED = frozenset(_DATA["status"]["surpassed"])
REACHED_WHAT = frozenset(_DATA["status"]["reached_what"])
COMPARISON = re.compile(_DATA["comparison"])
VAGUE = re.compile(_DATA["vague"])
YEARLY = re.compile(_DATA["yearly"])
NOW = re.compile(_DATA["now"])
MONTH_BEFORE = re.compile(_DATA["month_before"])
YEAR_BEFORE = re.compile(_DATA["year_before"])
MONTH_ADJECTIVES = re.compile(rf"(?<!\w)(?P<month>{'|'.join(_DATA['month_adjectives'].values())})\w{{2,3}}(?!\w)")
YEAR_PAST = re.compile(_DATA["year_past"])
YEAR_END = re.compile(_DATA["year_end"])
RESULTS_OF = re.compile(rf"(?<!\w){_DATA['results_of']}(?P<month>{MONTH})(?!\s*(?:19|20)\d\d|\s+\w+\s+год|\s*[-–—])")
SEASON_EDGE = re.compile(_DATA["season_edge"])
SEASON_MONTH = re.compile(_DATA["season_month"])
SINCE_YEAR = re.compile(_DATA["since_year"])
TWELVE_MONTHS = re.compile(_DATA["twelve_months"])
COMMODITIES: dict[str, str] = _DATA["commodities"]

MONEY = frozenset({"USD", "CNY", "RUB", "EUR"})
GOODS = frozenset({"t", "m3", "bbl", "kWh", "pcs"})
