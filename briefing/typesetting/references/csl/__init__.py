"""References as data: CSL-JSON, which reference managers and citation styles read."""

from __future__ import annotations

from briefing.typesetting.references.csl.dates import csl_date
from briefing.typesetting.references.csl.items import TYPES, Json, csl_item

__all__ = ["TYPES", "Json", "csl_date", "csl_item"]
