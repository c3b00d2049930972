"""Building: the editions of a dossier, as files in a folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.api import assemble, find_audience, render
from briefing.clock import source_date
from briefing.comparing import Snapshot
from briefing.errors import UsageError
from briefing.files import check_folder, write_all
from briefing.model.briefing import Briefing, Draft
from briefing.model.dates import Date
from briefing.model.dossier import Audience, Dossier
from briefing.model.edition import Medium
from briefing.model.finding import message
from briefing.model.languages import primary
from briefing.model.theme import CLASSIC, Theme
from briefing.model.verification import Evidence
from briefing.reading.audiences import BUILT_IN
from briefing.themes import built_in_theme
from briefing.versions import tell_changes

Progress = Callable[[float], None]

MEDIA = {"pdf": Medium.PRINT, "html": Medium.SCREEN}
"""The medium of each output format."""


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
    boxes: str = ""
    """Characters that no font of print has, once each."""


def build(  # noqa: PLR0913 - each is given by name
    dossier: Dossier,
    out: str | Path,
    *,
    audiences: Sequence[str] = (),
    formats: Sequence[str] = (),
    date: Date | None = None,
    evidence: Evidence | None = None,
    since: Snapshot | None = None,
    draft: Draft | None = None,
    themes: Mapping[str, Theme] | None = None,
    theme: Theme | None = None,
    progress: Progress | None = None,
) -> Build:
    """Build the editions of `dossier` into the folder `out`; all files appear, or none.

    Without `audiences`, those the dossier declares, else `complet`; without `formats`, those of
    each audience; without `date`, that of the dossier, else of SOURCE_DATE_EPOCH, else none: never
    that of the day, which would make another edition of the same dossier. `since` is the version
    that « Ce qui a changé » starts from. A `draft` says so on every page and in the names of its
    files.
    """
    chosen = [find_audience(dossier, name) for name in dict.fromkeys(audiences)]
    chosen = chosen or list(dossier.audiences.values()) or [BUILT_IN["complet"]]
    fallback = source_date()  # even where it isn't needed: a wrong one is wrong
    day = date or dossier.date or fallback
    briefings = [assemble(dossier, a, date=day, evidence=evidence, draft=draft) for a in chosen]
    briefings = [tell_changes(made, since) for made in briefings]
    check_folder(Path(out))
    looks = {a.id: theme or _theme_of(a, dossier, themes or {}) for a in chosen}
    jobs = _jobs(zip(chosen, briefings, strict=True), formats)
    produced = _produce_all(jobs, looks, progress)
    paths = write_all(Path(out), {name: made.data for name, made in produced.items()})
    files = [WrittenFile(p, len(produced[p.name].data), produced[p.name].pages) for p in paths]
    warnings = tuple(text for made in produced.values() for text in made.warnings)
    boxes = dict.fromkeys("".join(made.boxes for made in produced.values()))
    return Build(tuple(files), tuple(briefings), warnings, "".join(boxes))


def _theme_of(audience: Audience, dossier: Dossier, themes: Mapping[str, Theme]) -> Theme:
    name = audience.theme.name or dossier.theme.name or CLASSIC
    return themes.get(name) or built_in_theme(name)


def _jobs(
    briefings: Iterable[tuple[Audience, Briefing]], formats: Sequence[str]
) -> dict[str, tuple[Briefing, str]]:
    """Return what is to be made, by file name; raises `UsageError` if two have the same."""
    jobs: dict[str, tuple[Briefing, str]] = {}
    for audience, briefing in briefings:
        for format_ in dict.fromkeys(formats or audience.formats):
            name = file_name(briefing, format_)
            if name in jobs:
                text = message(
                    "two audiences would be written to the same file “{name}”", name=name
                )
                raise UsageError(text, message("rename one of them in dossier.toml"))
            jobs[name] = (briefing, format_)
    return jobs


def _produce_all(
    jobs: Mapping[str, tuple[Briefing, str]],
    looks: Mapping[str, Theme],
    progress: Progress | None,
) -> dict[str, _Produced]:
    produced = {}
    for index, (name, (briefing, format_)) in enumerate(jobs.items()):
        share = _share(progress, index, len(jobs))
        produced[name] = _produce(briefing, format_, looks[briefing.audience], share)
        share(1.0)
    return produced


@dataclass(frozen=True, slots=True)
class _Produced:
    """One output in memory."""

    data: bytes
    pages: int = 0
    warnings: tuple[str, ...] = ()
    boxes: str = ""


def _produce(briefing: Briefing, format_: str, theme: Theme, progress: Progress) -> _Produced:
    if format_ == "html":
        return _Produced(render(briefing, find_medium(format_), theme=theme).html.encode())
    from briefing.outputs.attached import attachments, fingerprint
    from briefing.outputs.pdf import print_pdf

    files = attachments(briefing)
    seal = fingerprint(files)
    edition = render(briefing, find_medium(format_), fingerprint=seal, theme=theme)
    printed = print_pdf(edition, attachments=files, fingerprint=seal, progress=progress)
    return _Produced(printed.data, printed.pages, printed.warnings, printed.boxes)


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


def file_name(briefing: Briefing, format_: str) -> str:
    """Return the name of an output: the title as a slug, and the audience unless `complet`.

    The language follows unless the frame is French, so that editions of two copies of a dossier
    stand side by side. That of a draft ends in `-brouillon`: it can't take the place of an edition.
    """
    audience = "" if briefing.audience == "complet" else f"-{slug(briefing.audience)}"
    language = primary(briefing.language)
    frame = "" if language == "fr" else f"-{slug(language)}"
    draft = "-brouillon" if briefing.draft else ""
    return f"{slug(briefing.title) or 'briefing'}{audience}{frame}{draft}.{format_}"


def slug(text: str, limit: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, cut at a word."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c)))
    while len(words) > 1 and len("-".join(words)) > limit:
        words.pop()
    return "-".join(words)[:limit]
