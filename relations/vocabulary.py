"""The closed lists of the domain, as Django choices: value in the data, label on the pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from relations import reading


class Side(models.TextChoices):
    RU = "RU", _("Russia")
    CN = "CN", _("China")
    OTHER = "other", _("Other")


class ActorKind(models.TextChoices):
    PERSON = "person", _("person")
    BODY = "body", _("body")
    COUNTRY = "country", _("country")


class OutletKind(models.TextChoices):
    OFFICIAL = "official", _("official")
    AGENCY = "agency", _("agency")
    PRESS = "press", _("press")


class ContactFormat(models.TextChoices):
    CALL = "call", _("call")
    VIDEO = "video", _("video conference")
    MEETING = "meeting", _("meeting")
    VISIT = "visit", _("visit")
    MESSAGE = "message", _("message")
    SESSION = "session", _("session")
    SIGNING = "signing", _("signing")
    FORUM = "forum", _("forum")
    EXERCISE = "exercise", _("exercise")


class ContactStatus(models.TextChoices):
    HELD = "held", _("held")
    PLANNED = "planned", _("planned")
    PROPOSED = "proposed", _("proposed")
    CANCELLED = "cancelled", _("cancelled")


class Level(models.TextChoices):
    """The highest rank on either side, highest first."""

    LEADER = "leader", _("leaders")
    GOVERNMENT = "government", _("heads of government")
    MINISTER = "minister", _("ministers")
    DEPUTY = "deputy", _("deputy ministers")
    REGIONAL = "regional", _("regional")
    MILITARY = "military", _("military")
    COMPANY = "company", _("companies")
    OTHER = "other", _("other")


class Precision(models.TextChoices):
    DAY = "day", _("day")
    RANGE = "range", _("range")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    UNKNOWN = "unknown", _("unknown")


class Indicator(models.TextChoices):
    TURNOVER = "turnover", _("turnover")
    RU_TO_CN = "ru_to_cn", _("Russia to China")
    CN_TO_RU = "cn_to_ru", _("China to Russia")
    SHARE = "share", _("share")
    INVESTMENT = "investment", _("investment")
    OTHER = "other", _("other")


class FigureStatus(models.TextChoices):
    ACTUAL = "actual", _("actual")
    TARGET = "target", _("target")
    FORECAST = "forecast", _("forecast")
    REACHED = "reached", _("target reached")


class Unit(models.TextChoices):
    USD = "USD", _("US dollars")
    CNY = "CNY", _("yuan")
    RUB = "RUB", _("roubles")
    EUR = "EUR", _("euros")
    PERCENT = "%", _("per cent")
    TONNE = "t", _("tonnes")
    CUBIC_METRE = "m3", _("cubic metres")
    BARREL = "bbl", _("barrels")
    KILOWATT_HOUR = "kWh", _("kilowatt-hours")
    PIECE = "pcs", _("pieces")


class Statistics(models.TextChoices):
    """Whose statistics a figure is: the two customs services count the same trade differently."""

    GACC = "gacc", _("China's customs")
    FCS = "fcs", _("Russia's customs")
    MOFCOM = "mofcom", _("China's Ministry of Commerce")
    OTHER = "other", _("another office")
    UNSTATED = "unstated", _("an office that the source does not name")


class PositionKind(models.TextChoices):
    DIRECT = "direct", _("direct quotation")
    INDIRECT = "indirect", _("reported speech")


class Stance(models.TextChoices):
    SUPPORT = "support", _("supports")
    OPPOSE = "oppose", _("opposes")
    NEUTRAL = "neutral", _("states")


class FactKind(models.TextChoices):
    CONTACT = "contact", _("contact")
    TRADE = "trade", _("trade figure")
    POSITION = "position", _("position")


class SearchKind(models.TextChoices):
    """What search finds."""

    ARTICLE = "article", _("article")
    CONTACT = "contact", _("contact")
    TRADE = "trade", _("trade figure")
    POSITION = "position", _("position")
    ACTOR = "actor", _("actor")


class ReviewAction(models.TextChoices):
    """What a person can decide; `apart` means that two facts are never the same."""

    ACCEPT = "accept", _("accepted")
    REJECT = "reject", _("rejected")
    CORRECT = "correct", _("corrected")
    MERGE = "merge", _("merged")
    SPLIT = "split", _("split")
    APART = "apart", _("never the same")
    ADD = "add", _("added")


class ReviewState(models.TextChoices):
    """What a person decided about a fact; empty where nobody has looked yet."""

    ACCEPTED = "accepted", _("accepted")
    CORRECTED = "corrected", _("corrected")
    REJECTED = "rejected", _("rejected")


class Attention(models.TextChoices):
    """Why a fact that a person reviewed wants another look."""

    DIFFERS = "differs", _("a later reading disagrees")
    UNREAD = "unread", _("the latest reading no longer finds it")
    RETURNED = "returned", _("rejected, but reported again")


class Unread(models.TextChoices):
    """Why an article was not read."""

    EMPTY = reading.EMPTY, _("There is nothing to read in it.")
    NOT_RUSSIAN = reading.NOT_RUSSIAN, _("It is not in Russian, so nothing was read.")
    TOO_LONG = reading.TOO_LONG, _("It is too long to be one article. Split it and add the parts.")


class Topic(models.TextChoices):
    BILATERAL = "bilateral", _("bilateral relations")
    TRADE = "trade", _("trade")
    ENERGY = "energy", _("energy")
    FINANCE = "finance", _("finance")
    SANCTIONS = "sanctions", _("sanctions")
    TAIWAN = "taiwan", _("Taiwan")
    UKRAINE = "ukraine", _("Ukraine")
    SOVEREIGNTY = "sovereignty", _("sovereignty")
    SECURITY = "security", _("security")
    WORLD_ORDER = "world-order", _("world order")
    USA = "usa", _("the US and the West")
    ASIA = "asia", _("Asia")
    MIDDLE_EAST = "middle-east", _("Middle East")
    CULTURE = "culture", _("culture and exchanges")
    TECHNOLOGY = "technology", _("technology")
    TRANSPORT = "transport", _("transport")
    HISTORY = "history", _("history")
    HEALTH = "health", _("health")
    OTHER = "other", _("other")
