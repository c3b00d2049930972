"""Editions for the screen, with all that needn't be done again from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.api import render
from briefing.houses import check_templates, dress, find_templates, is_ours
from briefing.model.briefing import Briefing
from briefing.model.edition import Medium
from briefing.model.finding import Finding
from briefing.model.templates import Templates
from briefing.model.theme import Theme
from briefing.rendering import TemplatesLoader
from briefing.rendering.compiled import Compiled, CompiledLoader
from briefing.watching.remembering import remembering_typesetter

PATIENCE = 20.0
"""Seconds that a template of one's own may take: somebody waits."""


class Renderer:
    """Renders the editions of one dossier; `version` tells the templates apart in time."""

    def __init__(self, folder: Path, templates: Sequence[str] = ()) -> None:
        self._folder = folder
        self._named = templates
        self._at_hand: Templates | None = None
        self._typesetter = remembering_typesetter()
        self._compiled: dict[object, Compiled] = {}
        self.version = 0

    def forget(self) -> None:
        """Take templates as changed."""
        self._at_hand = None
        self.version += 1

    def html(self, briefing: Briefing, theme: Theme) -> tuple[str, list[Finding]]:
        """Return the HTML edition of `briefing`, and the warnings about its template.

        One that isn't built in runs in a process of its own, as in a build.
        """
        if self._at_hand is None:
            self._at_hand = find_templates(self._folder, self._named)
        templates = self._at_hand
        told = check_templates([briefing.template], templates)
        look = dress(theme, briefing.template, templates)
        if is_ours(briefing.template, templates):
            return self._rendered(briefing, look, templates), told
        from briefing.confinement import Limits, confined
        from briefing.producing import Job

        job = Job(briefing, "html", look, templates, briefing.title)
        return confined(job, Limits(PATIENCE)).data.decode(), told

    def _rendered(self, briefing: Briefing, look: Theme, templates: Templates) -> str:
        house = (briefing.language, briefing.text_language, briefing.typography)
        compiled = self._compiled.setdefault(house, {})
        return render(
            briefing,
            Medium.SCREEN,
            loader=CompiledLoader(TemplatesLoader(templates), compiled),
            theme=look,
            typesetter=self._typesetter,
        ).html
