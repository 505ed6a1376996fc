"""What facts are called on the pages: titles made of their values, in the reader's language."""

from django.utils.text import capfirst
from django.utils.translation import get_language

from relations import wording
from relations.commodities import commodity_name
from relations.models import Contact, Post, TradeFigure
from relations.vocabulary import Side


def names_of(contact: Contact, side: str) -> list[str]:
    """The names of one side's participants; prefetch `participations__actor` for lists."""
    return [row.actor.name for row in contact.participations.all() if row.side == side]


def contact_title(contact: Contact) -> str:
    """ "Call: Vladimir Putin – Xi Jinping"."""
    sides = [wording.joined(names_of(contact, side), at_most=2) for side in (Side.RU, Side.CN)]
    parties = " – ".join(side for side in sides if side)
    what = capfirst(contact.get_format_display())
    return f"{what}: {parties}" if parties else what


def figure_title(figure: TradeFigure) -> str:
    """ "Turnover, 2023", with the commodity where it is not all goods."""
    parts = [capfirst(figure.get_indicator_display()), commodity_name(figure.commodity), wording.period(figure.period)]
    return ", ".join(part for part in parts if part)


def figure_amount(figure: TradeFigure) -> str:
    """The value, else the change: one of the two is what the article quotes."""
    return wording.amount(figure.value, figure.unit) or wording.change(figure.change_pct)


def post_name(post: Post) -> str:
    """The post as its source words it, else its office in the reader's language."""
    if post.title or not post.office:
        return post.title
    english = post.office.name_en if (get_language() or "").startswith("en") else ""
    return english or post.office.name_ru
