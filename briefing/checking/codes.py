"""Every code a finding may have: its severity, its title and its page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.checking.pages.bibliography import BIBLIOGRAPHY
from briefing.checking.pages.characters import CHARACTERS
from briefing.checking.pages.clearing import CLEARING
from briefing.checking.pages.dossier import DOSSIER
from briefing.checking.pages.editorial import EDITORIAL
from briefing.checking.pages.extract import EXTRACT
from briefing.checking.pages.fiche import FICHE
from briefing.checking.pages.mailing import MAILING
from briefing.checking.pages.page import Page
from briefing.checking.pages.parts import PARTS
from briefing.checking.pages.quotations import QUOTATIONS
from briefing.checking.pages.references import REFERENCES
from briefing.checking.pages.templates import TEMPLATES
from briefing.checking.pages.text import TEXT
from briefing.checking.pages.themes import THEMES
from briefing.checking.pages.typography import TYPOGRAPHY

_PAGES = (
    *TEXT,
    *FICHE,
    *EXTRACT,
    *DOSSIER,
    *BIBLIOGRAPHY,
    *PARTS,
    *THEMES,
    *MAILING,
    *REFERENCES,
    *EDITORIAL,
    *QUOTATIONS,
    *CLEARING,
    *CHARACTERS,
    *TYPOGRAPHY,
    *TEMPLATES,
)

CODES: Mapping[str, Page] = MappingProxyType({page.code: page for page in _PAGES})
"""By code, in order: 1xx text, 2xx fiche, 3xx dossier, 4xx references, 5xx editorial,
6xx quotations against documents, 7xx characters and typography, 8xx templates."""
