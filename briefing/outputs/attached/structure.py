"""`briefing.json`: the export of what one edition prints."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.briefing import Briefing
from briefing.outputs.attached.selection import base_name, printed, shown
from briefing.outputs.export import Contents, Json, as_text, describe


def to_json(briefing: Briefing) -> str:
    """Return the items of `briefing` with the extracts and sources that it prints."""
    extracts = tuple(
        replace(entry.extract, path=base_name(entry.extract.path)) for entry in printed(briefing)
    )
    document = describe(briefing, Contents(extracts, shown(briefing), closed=True))
    return as_text(document | _edition(briefing))


def _edition(briefing: Briefing) -> Json:
    """Return what of an edition shows in its pages alone."""
    told: Json = {"sections": list(briefing.sections)}
    if briefing.draft:
        told["draft"] = True
    if briefing.tlp:
        told["tlp"] = briefing.tlp.value
    if briefing.embargo:
        told["embargo"] = briefing.embargo
    return told
