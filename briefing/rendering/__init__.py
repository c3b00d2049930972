"""Rendering: a briefing in, an edition out, through Jinja2; nothing is read from disk here."""

from __future__ import annotations

from briefing.rendering.loading import Loader, TemplatesLoader, folder_loader
from briefing.rendering.outside import check_closed
from briefing.rendering.references import Cite
from briefing.rendering.render import render

__all__ = ["Cite", "Loader", "TemplatesLoader", "check_closed", "folder_loader", "render"]
