"""The values a fact shows, chosen from its reports by one rule that can be read on the page.

A person's decision first, then an official source, then precision, then the agreement of independent origins;
what still ties is settled by the value itself, so that nothing depends on the order of arrival.
"""

from relations.choosing.chosen import Chosen
from relations.choosing.contacts import choose_contact
from relations.choosing.positions import choose_position
from relations.choosing.trade import choose_figure

__all__ = ["Chosen", "choose_contact", "choose_figure", "choose_position"]
