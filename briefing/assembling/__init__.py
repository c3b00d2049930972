"""Assembling: a dossier and an audience in, a briefing out; one module per section."""

from __future__ import annotations

from briefing.assembling.briefing import assemble

__all__ = ["assemble"]
