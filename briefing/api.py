"""What a program may do with briefings; the command line uses nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import __version__, resources
from briefing.assembling import assemble as _assemble
from briefing.clock import today
from briefing.errors import DossierError, UsageError
from briefing.files import (
    check_folder,
    load_dossier,
    write_all,
)
from briefing.model.briefing import Briefing
from briefing.model.dates import Date
from briefing.model.dossier import Audience, Dossier
from briefing.model.edition import Edition, Medium
from briefing.model.finding import message
from briefing.reading.audiences import BUILT_IN
from briefing.reading.dossier import Reading, read_raw_dossier
from briefing.reading.findings import did_you_mean
from briefing.rendering import Loader, folder_loader
from briefing.rendering import render as _render

Progress = Callable[[float], None]

MEDIA = {"pdf": Medium.PRINT, "html": Medium.SCREEN}
"""The medium of each output format."""


def read_dossier(folder: str | Path) -> Reading:
    """Read the dossier in `folder`: the dossier, and every fault found in it."""
    return read_raw_dossier(load_dossier(Path(folder)))


def assemble(
    dossier: Dossier, audience: str | Audience = "complet", *, date: Date | None = None
) -> Briefing:
    """Assemble `dossier` for `audience`; raises `UsageError` if there is no such audience."""
    chosen = find_audience(dossier, audience) if isinstance(audience, str) else audience
    return _assemble(dossier, chosen, date=date)


def render(
    briefing: Briefing, medium: str | Medium = Medium.SCREEN, *, loader: Loader | None = None
) -> Edition:
    """Render `briefing` with the built-in templates, or those that `loader` finds first."""
    medium = Medium(medium)
    return _render(
        briefing,
        medium,
        loader=loader or folder_loader(str(resources.templates_folder())),
        stylesheet=stylesheet(medium),
        generator=f"briefing {__version__}",
    )


def stylesheet(medium: Medium) -> str:
    """Return the CSS of an edition: tokens, then the medium's own rules."""
    folder = resources.styles_folder()
    names = ("tokens.css", f"{medium.value}.css")
    rules = [(folder / name).read_text(encoding="utf-8") for name in names]
    if medium is Medium.SCREEN:
        from briefing.outputs.fonts import screen_font_faces

        rules.insert(0, screen_font_faces())
    return "\n".join(rules)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file of a build."""

    path: Path
    size: int
    """Bytes."""
    pages: int = 0
    """0 where the format has none."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did."""

    files: tuple[WrittenFile, ...]
    briefings: tuple[Briefing, ...]
    warnings: tuple[str, ...]
    """What the layout engine had to say."""


def build(
    dossier: Dossier,
    out: str | Path,
    *,
    audiences: Sequence[str] = (),
    formats: Sequence[str] = (),
    date: Date | None = None,
    progress: Progress | None = None,
) -> Build:
    """Build the editions of `dossier` into the folder `out`; all files appear, or none.

    Without `audiences`, those the dossier declares, else `complet`; without `formats`, those of
    each audience; without `date`, that of the dossier, else today.
    """
    names = dict.fromkeys(audiences)
    chosen = [find_audience(dossier, name) for name in names] or _declared(dossier)
    jobs = [(audience, name) for audience in chosen for name in formats or audience.formats]
    briefings = {a.id: _assemble(dossier, a, date=date or dossier.date or today()) for a in chosen}
    data: dict[str, bytes] = {}
    pages: dict[str, int] = {}
    warnings: list[str] = []
    check_folder(Path(out))
    for index, (audience, format_) in enumerate(jobs):
        name = file_name(briefings[audience.id], format_)
        if name in data:
            text = message("two audiences would be written to the same file “{name}”", name=name)
            raise UsageError(text, message("rename one of them in dossier.toml"))
        share = _share(progress, index, len(jobs))
        edition = render(briefings[audience.id], find_medium(format_))
        data[name], pages[name], said = _produce(edition, format_, share)
        warnings += said
        share(1.0)
    paths = write_all(Path(out), data)
    files = [WrittenFile(path, len(data[path.name]), pages[path.name]) for path in paths]
    return Build(tuple(files), tuple(briefings.values()), tuple(warnings))


def _declared(dossier: Dossier) -> list[Audience]:
    return list(dossier.audiences.values()) or [BUILT_IN["complet"]]


def _produce(
    edition: Edition, format_: str, progress: Progress
) -> tuple[bytes, int, tuple[str, ...]]:
    if format_ == "html":
        return edition.html.encode(), 0, ()
    from briefing.outputs.pdf import print_pdf

    printed = print_pdf(edition, progress=progress)
    return printed.data, printed.pages, printed.warnings


def _share(progress: Progress | None, index: int, count: int) -> Progress:
    def report(done: float) -> None:
        if progress:
            progress((index + done) / count)

    return report


def find_medium(format_: str) -> Medium:
    """Return the medium of an output format; raises `UsageError` if there is no such format."""
    if format_ not in MEDIA:
        text = message(
            "“{name}” isn't a format: choose among {known}", name=format_, known=", ".join(MEDIA)
        )
        raise UsageError(text)
    return MEDIA[format_]


def find_audience(dossier: Dossier, name: str) -> Audience:
    """Return the audience `name`, declared in the dossier or built in."""
    known = {**BUILT_IN, **dossier.audiences}
    if name not in known:
        raise UsageError(
            message("there is no audience “{name}”", name=name), did_you_mean(name, known)
        )
    return known[name]


def file_name(briefing: Briefing, format_: str) -> str:
    """Return the name of an output: the title as a slug, and the audience unless `complet`."""
    audience = "" if briefing.audience == "complet" else f"-{slug(briefing.audience)}"
    return f"{slug(briefing.title) or 'briefing'}{audience}.{format_}"


def slug(text: str, limit: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, cut at a word."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c)))
    while len(words) > 1 and len("-".join(words)) > limit:
        words.pop()
    return "-".join(words)[:limit]


def require_sound(reading: Reading) -> Dossier:
    """Return the dossier of `reading`; raises `DossierError` if it has errors."""
    if not reading.ok or reading.dossier is None:
        raise DossierError(message("the dossier has errors"), reading.findings)
    return reading.dossier
