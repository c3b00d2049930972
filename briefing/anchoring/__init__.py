"""Proving that a quotation stands word for word in a document.

Text in, verdicts out: nothing here opens a file. `locate` asks about one quotation, `Locator`
about many in one document; `normalise` makes two typographies of a document
equal, `normalise_quotation` those of a quotation.
"""

from briefing.anchoring.locator import Locator, locate
from briefing.anchoring.normalising import Normalised, Offsets, normalise
from briefing.anchoring.quoting import as_printed, normalise_quotation
from briefing.anchoring.values import (
    Anchor,
    Change,
    Difference,
    Place,
    Query,
    Trouble,
    surroundings,
)
from briefing.model.verification import Verdict

__all__ = [
    "Anchor",
    "Change",
    "Difference",
    "Locator",
    "Normalised",
    "Offsets",
    "Place",
    "Query",
    "Trouble",
    "Verdict",
    "as_printed",
    "locate",
    "normalise",
    "normalise_quotation",
    "surroundings",
]
