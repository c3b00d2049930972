"""Drawing: dated facts in, a timeline out, first as places and then as SVG."""

from __future__ import annotations

from briefing.drawing.svg import to_svg
from briefing.drawing.timeline import lay_out
from briefing.drawing.values import Fact, Timeline, Words

__all__ = ["Fact", "Timeline", "Words", "lay_out", "to_svg"]
