"""What a program may do with briefings; the command line uses nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from briefing import __version__, resources
from briefing.assembling import assemble as _assemble
from briefing.assembling.mail import left_behind, mailed
from briefing.errors import DossierError, UsageError
from briefing.files import (
    load_dossier,
)
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Draft
from briefing.model.dates import Date
from briefing.model.dossier import Dossier
from briefing.model.edition import Edition, Medium
from briefing.model.files import RawDossier
from briefing.model.finding import message
from briefing.model.mail import HTML_BODY, Carried, MailPages
from briefing.model.templates import Templates
from briefing.model.theme import Theme
from briefing.model.typography import STANDARD, Typography
from briefing.model.verification import Evidence
from briefing.model.vocabulary import Tlp
from briefing.reading.audiences import BUILT_IN
from briefing.reading.dossier import Reading, read_raw_dossier
from briefing.reading.fiche import FicheReader, read_fiche
from briefing.reading.findings import did_you_mean
from briefing.rendering import Cite, Loader, TemplatesLoader, folder_loader
from briefing.rendering import render as _render
from briefing.rendering.compiled import CompiledLoader, kept_code
from briefing.rendering.letters import letters
from briefing.rendering.mail import render_mail as _render_mail
from briefing.rendering.marking import labelled, sheets_of
from briefing.rendering.metadata import lean, on_screen
from briefing.themes import built_in_theme
from briefing.theming import coloured, contained, resolved
from briefing.typesetting import Typesetter
from briefing.typesetting.conventions import is_french

SHEETS: Final = {
    Medium.PRINT: tuple(
        f"print/{name}.css" for name in ("page", "opening", "notes", "matrix", "detail", "closing")
    ),
    Medium.SCREEN: ("screen.css",),
}
"""The style sheets of each medium, in the order of the cascade."""


def read_dossier(folder: str | Path) -> Reading:
    """Read the dossier in `folder`: the dossier, and every fault found in it."""
    return read_loaded(load_dossier(Path(folder)))


def read_loaded(raw: RawDossier, fiches_by: FicheReader = read_fiche) -> Reading:
    """Read the files of a dossier, its pictures among them; `fiches_by` reads each fiche."""
    reading = read_raw_dossier(raw, fiches_by)
    if not raw.parts and not _names_pictures(reading):
        return reading
    from briefing.imaging import pictured

    return pictured(reading, raw)


def _names_pictures(reading: Reading) -> bool:
    return reading.dossier is not None and bool(reading.dossier.cover or reading.dossier.figures)


def assemble(
    dossier: Dossier,
    audience: str | Audience = "complet",
    *,
    date: Date | None = None,
    evidence: Evidence | None = None,
    draft: Draft | None = None,
) -> Briefing:
    """Assemble `dossier` for `audience`; raises `UsageError` if there is no such audience.

    `evidence`, which `briefing.verification.check` gathers, tells how the quotations stand.
    """
    chosen = find_audience(dossier, audience) if isinstance(audience, str) else audience
    return _assemble(dossier, chosen, date=date, evidence=evidence, draft=draft)


def assemble_mail(
    dossier: Dossier,
    audience: str | Audience,
    whole: Briefing,
    *,
    evidence: Evidence | None = None,
) -> Briefing:
    """Assemble the e-mail that carries `whole`, the edition of `dossier` for `audience`.

    It bears the date and the label of what it carries, and counts what that holds besides.
    """
    chosen = find_audience(dossier, audience) if isinstance(audience, str) else audience
    made = _assemble(dossier, mailed(chosen), date=whole.date, evidence=evidence, draft=whole.draft)
    return replace(made, tlp=whole.tlp, left_out=left_behind(whole, made))


def render_mail(
    briefing: Briefing,
    carried: Carried | None = None,
    *,
    theme: Theme | None = None,
    templates: Templates | None = None,
) -> MailPages:
    """Render the e-mail that `assemble_mail` made, as `render` does; its styles aren't inlined."""
    return _render_mail(
        briefing,
        carried or Carried(),
        loader=_loader(templates),
        templates=templates,
        stylesheet=mail_stylesheet(theme),
        generator=f"briefing {__version__}",
        frame=resources.frame(briefing.language),
        cite=_citing(briefing),
    )


def mail_stylesheet(theme: Theme | None = None) -> str:
    """Return the CSS of an e-mail in the colours of `theme`: mail clients know no variables."""
    theme = theme or built_in_theme()
    ours = (resources.styles_folder() / "email.css").read_text(encoding="utf-8")
    css = "\n".join((lean(ours), theme.rules.get(HTML_BODY, "")))
    return contained(resolved(css, theme.tokens))


def render(
    briefing: Briefing,
    medium: str | Medium = Medium.SCREEN,
    *,
    loader: Loader | None = None,
    fingerprint: str = "",
    theme: Theme | None = None,
    templates: Templates | None = None,
    typesetter: type[Typesetter] = Typesetter,
) -> Edition:
    """Render `briefing` with the built-in templates, or `templates`, or those that `loader` finds.

    They run in a sandbox, but here: `briefing.build` gives those of a house a process of their own.
    Without a `theme`, which `briefing.themes` finds, the look is that of the house. `typesetter`
    sets type: who renders often has it remember what it set.
    In print, `fingerprint` is that of the files that will be attached to the PDF. Raises
    `MachineError` naming the extra if the dossier's citation style can't be run.
    """
    medium = Medium(medium)
    # A class has a hash, though mypy doubts it.
    house = (briefing.language, briefing.text_language, briefing.typography, typesetter)
    kept = kept_code(*house)  # type: ignore[arg-type]
    return _render(
        briefing,
        medium,
        loader=loader or CompiledLoader(_loader(templates), kept),
        templates=templates,
        stylesheet=_stylesheet_of(briefing, medium, theme, templates),
        generator=f"briefing {__version__}",
        fingerprint=fingerprint,
        frame=resources.frame(briefing.language),
        cite=_citing(briefing),
        typesetter=typesetter,
    )


def _loader(templates: Templates | None) -> Loader:
    if templates is not None:
        return TemplatesLoader(templates)
    return folder_loader(str(resources.templates_folder()))


def _stylesheet_of(
    briefing: Briefing, medium: Medium, theme: Theme | None, templates: Templates | None
) -> str:
    written: set[str] = set()
    if medium is Medium.SCREEN:
        from briefing.outputs.fonts import LATIN

        french = is_french(briefing.language)
        written = letters(briefing) | (set() if french else set(LATIN))  # its labels aren't French
    return stylesheet(
        medium,
        briefing.typography,
        theme,
        written=written,
        tlp=briefing.tlp,
        extra=sheets_of(briefing, medium, templates),
    )


def _citing(briefing: Briefing) -> Cite | None:
    """Return what sets references in the style that the dossier brings along, if it does."""
    if briefing.citation_style is None:
        return None
    from briefing.citing import cite

    return partial(cite, briefing.citation_style)


def stylesheet(
    medium: Medium,
    house: Typography = STANDARD,
    theme: Theme | None = None,
    *,
    written: Iterable[str] = (),
    tlp: Tlp | None = None,
    extra: Iterable[str] = (),
) -> str:
    """Return the CSS of an edition: tokens, the rules of its medium, those of its theme.

    On screen it brings fonts for the letters `written`. `tlp` is the label that every page bears,
    `extra` names further sheets of ours that its parts want.
    """
    theme = theme or built_in_theme()
    folder = resources.styles_folder()
    names = ("tokens.css", *SHEETS[medium], "timeline.css", "parts.css", *extra)
    rules = [(folder / name).read_text(encoding="utf-8") for name in names]
    faces = ""
    if medium is Medium.SCREEN:
        from briefing.outputs.fonts import screen_font_faces

        rules = [on_screen(lean(text)) for text in rules]  # another's stay as they were checked
        faces = screen_font_faces(written, small_capitals=house.small_capitals)
    ours, *others = rules
    faces += labelled(tlp) if tlp else ""
    css = "\n".join((faces, ours, theme.css, *others, theme.rules.get(medium.value, "")))
    return contained(coloured(css.lstrip(), theme.tokens))


def find_audience(dossier: Dossier, name: str) -> Audience:
    """Return the audience `name`, declared in the dossier or built in."""
    known = {**BUILT_IN, **dossier.audiences}
    if name not in known:
        raise UsageError(
            message("there is no audience “{name}”", name=name), did_you_mean(name, known)
        )
    return known[name]


def require_sound(reading: Reading) -> Dossier:
    """Return the dossier of `reading`; raises `DossierError` if it has errors."""
    if not reading.ok or reading.dossier is None:
        raise DossierError(message("the dossier has errors"), reading.findings)
    return reading.dossier
