"""The state of a watched dossier: the last that could be shown, and what is wrong with it now.

A page is made when somebody looks at it, and kept until what it is made of changes. Of a dossier
with errors the last good pages stay; of one that never was sound, a draft is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from briefing import building, themes, verification
from briefing.api import assemble
from briefing.clock import source_date
from briefing.errors import BriefingError, DossierError, FaultyTemplateError
from briefing.files import load_file, machine_error
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Draft
from briefing.model.finding import Finding, has_errors, message
from briefing.model.theme import Theme
from briefing.outputs.engine import patient_collector
from briefing.verification import Checked
from briefing.versions import tell_changes
from briefing.watching.boxes import Say, Trouble
from briefing.watching.overlay import Around, Served, blank, index, overlaid, sheets
from briefing.watching.placing import Places, place, places_of
from briefing.watching.remembering import remembering_readers
from briefing.watching.rendering import Renderer
from briefing.watching.routes import Kind, address
from briefing.watching.touching import Part

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to watch, and how to show it."""

    folder: Path
    audiences: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    theme: str = ""
    templates: tuple[str, ...] = ()
    say: Say = str
    language: str = "en"
    """In which messages are said."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What pages are made from."""

    checked: Checked
    audiences: Mapping[str, Audience]
    look: Theme | None = None
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The HTML edition of one audience as it was last made."""

    html: str
    places: Places = field(default_factory=Places)
    made_of: tuple[Briefing, Theme, int] | None = None
    told: tuple[Finding, ...] = ()
    """What there is to say of its template."""


class Session:
    """One watched dossier. Not to be used by two threads at once."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._readers = remembering_readers()
        self._renderer = Renderer(wanted.folder, wanted.templates)
        self._ground: Ground | None = None
        self._now: Ground | None = None
        self._findings: tuple[Finding, ...] = ()
        self._texts: Mapping[str, str] = MappingProxyType({})
        self._troubles: tuple[Trouble, ...] = ()
        self._pages: dict[str, Page] = {}
        self._served: dict[str, tuple[int, Served]] = {}
        self.version = 0
        """Changes whenever a page, or a PDF, may have changed."""

    # ---- What changed ----------------------------------------------------------------------

    def start(self) -> None:
        """Read for the first time; raises `UsageError` if what is asked for doesn't exist."""
        checked = verification.check(self._wanted.folder, self._wanted.documents, self._readers)
        if checked.dossier:
            building.choose_audiences(checked.dossier, self._wanted.audiences)
        if self._wanted.theme:
            themes.find_theme(self._wanted.theme, self._wanted.folder)
        self.refresh(tuple(Part))

    def refresh(self, parts: Collection[Part]) -> bool:
        """Read again what changed; return whether anything may look otherwise. Raises nothing."""
        before = (self._now, self._findings, self._troubles)
        if Part.TEMPLATES in parts:
            self._renderer.forget()
        if set(parts) - {Part.TEMPLATES}:
            ground, trouble = _survive(self._read)
            self._troubles = (trouble,) if trouble else ()
            if ground:
                self._settle(ground)
        changed = before != (self._now, self._findings, self._troubles)
        if changed or Part.TEMPLATES in parts:
            self.version += 1
            return True
        return False

    def _read(self) -> Ground:
        wanted = self._wanted
        self._tell(())  # of before, should there be nothing to read
        with patient_collector():
            checked = verification.check(wanted.folder, wanted.documents, self._readers)
        self._tell(checked.findings)
        if checked.dossier is None:
            return Ground(checked, {})
        chosen = building.choose_audiences(checked.dossier, wanted.audiences)
        look = themes.load_theme(wanted.theme, wanted.folder) if wanted.theme else None
        return Ground(checked, {audience.id: audience for audience in chosen}, look)

    def _tell(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        paths = {finding.path for finding in findings}
        self._texts = {path: _text(Path(path)) for path in paths}

    def _settle(self, ground: Ground) -> None:
        self._now = ground
        sound = ground.checked.dossier is not None and not has_errors(ground.checked.findings)
        if sound:
            self._ground = ground
        elif ground.checked.dossier and (self._ground is None or self._ground.draft):
            self._ground = replace(ground, draft=Draft(ground.checked.errors))

    @property
    def is_draft(self) -> bool:
        """Whether the dossier was never sound since the watch began."""
        return self._ground is not None and self._ground.draft is not None

    # ---- What is shown ---------------------------------------------------------------------

    @property
    def audiences(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of the audiences that are served."""
        known = self._ground.audiences if self._ground else {}
        return tuple((audience.id, audience.name) for audience in known.values())

    def page(self, audience: str) -> Served:
        """Return the page of an audience with what is wrong now; raises `KeyError` if unknown."""
        kept = self._served.get(audience)
        if kept is None or kept[0] != self.version:
            with patient_collector():
                kept = self._served[audience] = (self.version, self._made(audience))
        return kept[1]

    def _made(self, id_: str) -> Served:
        around = self._around(Kind.PAGE, id_)
        if self._ground is None:
            raise KeyError(id_)
        audience, ground = self._ground.audiences[id_], self._ground
        last = self._pages.get(id_) or Page(blank(around.language))
        page, trouble = _survive(lambda: self._edition(audience, ground, last))
        if page:
            self._pages[id_] = page
        shown = page or last
        troubles = (*self._troubles, trouble) if trouble else self._troubles
        return overlaid(shown.html, around, self._placed(shown), troubles)

    def _edition(self, audience: Audience, ground: Ground, last: Page) -> Page:
        checked = ground.checked
        dossier = checked.dossier
        if dossier is None:
            return last
        date = dossier.date or source_date()
        made = assemble(dossier, audience, date=date, evidence=checked.evidence, draft=ground.draft)
        made = tell_changes(made, checked.since, audience)
        theme = ground.look or building.theme_of(audience, dossier, checked.themes)
        made_of = (made, theme, self._renderer.version)
        if made_of == last.made_of:
            return last
        html, told = self._renderer.html(made, theme)
        return Page(html, places_of(html, made), made_of, tuple(told))

    def sheets(
        self, audience: str, trouble: Trouble | None = None, *, there: bool = True
    ) -> Served:
        """Return the page that shows the PDF of an audience; raises `KeyError` if unknown.

        `trouble` is what its making met; `there` says whether there is one at all.
        """
        if audience not in dict(self.audiences):
            raise KeyError(audience)
        around = self._around(Kind.SHEETS, audience)
        pdf = address(Kind.PDF, audience) if there else ""
        troubles = (*self._troubles, trouble) if trouble else self._troubles
        return sheets(around, pdf, str(self.version), troubles)

    def index(self) -> Served:
        """Return the page that leads to all others."""
        return index(self._around(Kind.INDEX, ""), self._findings, self._troubles)

    def _around(self, kind: Kind, audience: str) -> Around:
        return Around(self.audiences, self._wanted.say, self._wanted.language, audience, kind)

    def _placed(self, page: Page) -> dict[str, list[Finding]]:
        placed: dict[str, list[Finding]] = {}
        for finding in (*self._findings, *page.told):
            where = place(finding, self._texts.get(finding.path, ""), page.places)
            placed.setdefault(where, []).append(finding)
        return placed


def _text(path: Path) -> str:
    try:
        file = load_file(path.parent, path.name)
    except OSError:
        return ""
    return file.data.decode("utf-8", "replace") if file else ""


def _survive(work: Callable[[], T]) -> tuple[T | None, Trouble | None]:
    """Do `work`; return what came of it, or what stopped it."""
    try:
        return work(), None
    except FaultyTemplateError as fault:
        lines = "\n".join(f"{number:>5}  {text}" for number, text in fault.excerpt)
        return None, Trouble(None, None, lines, (fault.finding,))
    except BriefingError as fault:
        findings = fault.findings if isinstance(fault, DossierError) else ()
        return None, Trouble(fault.message, fault.hint, "", findings)
    except OSError as fault:
        stopped = machine_error(fault, Path())
        return None, Trouble(stopped.message, stopped.hint)
    except Exception as fault:  # noqa: BLE001 - whatever a template does, the server goes on
        reason = f"{type(fault).__name__}: {fault}"
        return None, Trouble(message("the page can't be made: {reason}", reason=reason))
