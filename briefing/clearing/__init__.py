"""Clearing: a dossier as if what an audience may not see had never been in it."""

from __future__ import annotations

from briefing.clearing.clear import Cleared, clear
from briefing.clearing.proofs import cleared_evidence
from briefing.clearing.withheld import Consequence, Going, Withheld

__all__ = ["Cleared", "Consequence", "Going", "Withheld", "clear", "cleared_evidence"]
