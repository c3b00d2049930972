"""Rendering: a briefing in, an edition out, through Jinja2; nothing is read from disk here."""

from __future__ import annotations

from briefing.rendering.loading import Loader, folder_loader
from briefing.rendering.references import Cite
from briefing.rendering.render import render

__all__ = ["Cite", "Loader", "folder_loader", "render"]
