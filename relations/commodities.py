"""Goods as the reader of articles names them, a short English noun each, and their names on the pages."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

NAMES = frozenset(
    [
        *(_("oil"), _("oil products"), _("diesel"), _("gas"), _("lng"), _("coal"), _("electricity"), _("uranium")),
        *(_("cars"), _("trucks"), _("tractors"), _("machine tools"), _("equipment"), _("aircraft"), _("helicopters")),
        *(_("electronics"), _("smartphones"), _("laptops"), _("arms"), _("clothing"), _("footwear"), _("toys")),
        *(_("grain"), _("wheat"), _("barley"), _("corn"), _("oats"), _("soy"), _("rapeseed"), _("vegetable oil")),
        *(_("flour"), _("meat"), _("poultry"), _("beef"), _("pork"), _("fish"), _("crab"), _("seafood")),
        *(_("honey"), _("chocolate"), _("ice cream"), _("food"), _("farm produce"), _("vegetables"), _("fruit")),
        *(_("fertilizers"), _("timber"), _("pulp"), _("paper"), _("medicines"), _("ore"), _("iron ore")),
        *(_("metals"), _("steel"), _("aluminium"), _("copper"), _("nickel"), _("palladium"), _("gold"), _("diamonds")),
    ]
)


def commodity_name(noun: str) -> str:
    """The noun in the page's language; one not listed here stays as it is."""
    return gettext(noun) if noun in NAMES else noun
