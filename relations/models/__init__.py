from relations.models.actor import Actor, Office, Post
from relations.models.article import Article, Mention, Outlet, Shingle
from relations.models.contact import Contact, ContactReport, Participation
from relations.models.official import OfficialFigure
from relations.models.position import Position, PositionReport, PositionTopic
from relations.models.review import Pin, Review
from relations.models.search_text import SearchName, SearchText
from relations.models.trade import TradeFigure, TradeReport

__all__ = [
    "Actor",
    "Article",
    "Contact",
    "ContactReport",
    "Mention",
    "Office",
    "OfficialFigure",
    "Outlet",
    "Participation",
    "Pin",
    "Position",
    "PositionReport",
    "PositionTopic",
    "Post",
    "Review",
    "SearchName",
    "SearchText",
    "Shingle",
    "TradeFigure",
    "TradeReport",
]
