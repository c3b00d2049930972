"""Building: the editions of a dossier, as files in a folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.api import assemble, find_audience
from briefing.clock import source_date
from briefing.confinement import Limits, confined
from briefing.errors import UsageError
from briefing.files import check_folder, write_all
from briefing.houses import check_templates, dress, find_templates, is_ours
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Draft
from briefing.model.dates import Date
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding, message
from briefing.model.languages import primary
from briefing.model.templates import Templates
from briefing.model.theme import CLASSIC, Theme
from briefing.model.verification import Evidence
from briefing.producing import Job, Produced, Progress, produce
from briefing.reading.audiences import BUILT_IN
from briefing.reading.findings import did_you_mean
from briefing.themes import built_in_theme, is_built_in
from briefing.versions import Earlier, tell_changes

Audit = Callable[[Mapping[str, bytes], str], None]
"""Looks into the files made for one audience; raises `BriefingError` to keep all from appearing."""


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
    findings: tuple[Finding, ...] = ()
    """Warnings about templates."""


def build(  # noqa: PLR0913 - each is given by name
    dossier: Dossier,
    out: str | Path,
    *,
    audiences: Sequence[str] = (),
    formats: Sequence[str] = (),
    date: Date | None = None,
    evidence: Evidence | None = None,
    since: Earlier | None = None,
    draft: Draft | None = None,
    themes: Mapping[str, Theme] | None = None,
    theme: Theme | None = None,
    templates: Templates | None = None,
    limits: Limits | None = None,
    audit: Audit | None = None,
    progress: Progress | None = None,
) -> Build:
    """Build the editions of `dossier` into the folder `out`; all files appear, or none.

    Without `audiences`, those the dossier declares, else `complet`; without `formats`, those of
    each audience; without `date`, that of the dossier, else of SOURCE_DATE_EPOCH, else none: never
    that of the day, which would make another edition of the same dossier. `since` is the version
    that « Ce qui a changé » starts from. A `draft` says so on every page and in the names of its
    files. What runs a template, or has a theme, that isn't built in is made within `limits`, in a
    process of its own; `briefing.houses` finds `templates`; `audit` looks into it beforehand.
    """
    chosen = choose_audiences(dossier, audiences)
    day = _day(date, dossier)
    briefings = [assemble(dossier, a, date=day, evidence=evidence, draft=draft) for a in chosen]
    briefings = [tell_changes(m, since, a) for m, a in zip(briefings, chosen, strict=True)]
    check_folder(Path(out))
    looks = {a.id: theme or theme_of(a, dossier, themes or {}) for a in chosen}
    jobs = _jobs(zip(chosen, briefings, strict=True), formats)
    at_hand = templates or find_templates()
    told = _check_templates(chosen, at_hand)
    produced = _produce_all(_dressed(jobs, looks, at_hand), limits or Limits(), progress)
    _check_pages(chosen, jobs, produced)
    _audit(audit, jobs, produced)
    paths = write_all(Path(out), {name: made.data for name, made in produced.items()})
    return _built(paths, produced, briefings, told)


def _check_templates(audiences: Sequence[Audience], templates: Templates) -> list[Finding]:
    """Return the warnings about their templates; raises `UsageError` for one that there isn't."""
    for audience in audiences:
        if audience.template not in templates.names:
            text = message(
                "there is no template “{name}” for the audience “{audience}”",
                name=audience.template,
                audience=audience.id,
            )
            raise UsageError(text, did_you_mean(audience.template, templates.names))
    return check_templates([audience.template for audience in audiences], templates)


def _day(date: Date | None, dossier: Dossier) -> Date | None:
    fallback = source_date()  # even where it isn't needed: a wrong one is wrong
    return date or dossier.date or fallback


def _built(
    paths: Iterable[Path],
    produced: Mapping[str, Produced],
    briefings: Iterable[Briefing],
    told: Iterable[Finding],
) -> Build:
    files = [WrittenFile(p, len(produced[p.name].data), produced[p.name].pages) for p in paths]
    warnings = tuple(text for made in produced.values() for text in made.warnings)
    boxes = dict.fromkeys("".join(made.boxes for made in produced.values()))
    return Build(tuple(files), tuple(briefings), warnings, "".join(boxes), tuple(told))


def choose_audiences(dossier: Dossier, names: Iterable[str] = ()) -> list[Audience]:
    """Return the audiences of these `names`, else those of the dossier, else `complet`."""
    chosen = [find_audience(dossier, name) for name in dict.fromkeys(names)]
    return chosen or list(dossier.audiences.values()) or [BUILT_IN["complet"]]


def theme_of(audience: Audience, dossier: Dossier, themes: Mapping[str, Theme]) -> Theme:
    """Return the look of an audience, of `themes` by name or built in."""
    name = audience.theme.name or dossier.theme.name or audience.product.theme or CLASSIC
    return themes.get(name) or built_in_theme(name)


def _jobs(
    briefings: Iterable[tuple[Audience, Briefing]], formats: Sequence[str]
) -> dict[str, tuple[Briefing, str]]:
    """Return what is to be made, by file name; raises `UsageError` if two have the same."""
    jobs: dict[str, tuple[Briefing, str]] = {}
    for audience, briefing in briefings:
        for format_ in dict.fromkeys(formats or audience.formats):
            name = file_name(briefing, format_, audience.file)
            if name in jobs:
                text = message(
                    "two audiences would be written to the same file “{name}”", name=name
                )
                raise UsageError(text, message("rename one of them in dossier.toml"))
            jobs[name] = (briefing, format_)
    return jobs


def _dressed(
    jobs: Mapping[str, tuple[Briefing, str]],
    looks: Mapping[str, Theme],
    at_hand: Templates,
) -> Iterator[tuple[Job, bool]]:
    """Yield each job, and whether it must be confined."""
    for name, (briefing, format_) in jobs.items():
        theme = dress(looks[briefing.audience], briefing.template, at_hand)
        own = None if is_ours(briefing.template, at_hand) else at_hand
        yield Job(briefing, format_, theme, own, name), own is not None or not is_built_in(theme)


def _produce_all(
    jobs: Iterable[tuple[Job, bool]], limits: Limits, progress: Progress | None
) -> dict[str, Produced]:
    produced = {}
    whole = list(jobs)
    for index, (job, foreign) in enumerate(whole):
        share = _share(progress, index, len(whole))
        produced[job.name] = confined(job, limits, share) if foreign else produce(job, share)
        share(1.0)
    return produced


def _share(progress: Progress | None, index: int, count: int) -> Progress:
    def report(done: float) -> None:
        if progress:
            progress((index + done) / count)

    return report


def _audit(
    audit: Audit | None, jobs: Mapping[str, tuple[Briefing, str]], produced: Mapping[str, Produced]
) -> None:
    if audit is None:
        return
    for audience in dict.fromkeys(briefing.audience for briefing, _ in jobs.values()):
        mine = (name for name, (briefing, _) in jobs.items() if briefing.audience == audience)
        audit({name: produced[name].data for name in mine}, audience)


def _check_pages(
    audiences: Iterable[Audience],
    jobs: Mapping[str, tuple[Briefing, str]],
    produced: Mapping[str, Produced],
) -> None:
    """Raise `BriefingError` if a PDF has more pages than its audience is to be given."""
    limited = {audience.id: audience for audience in audiences if audience.pages}
    for name, (briefing, _) in jobs.items():
        if briefing.audience in limited:
            from briefing.outputs.page_limit import check_pages

            check_pages(limited[briefing.audience], produced[name].pages, produced[name].data)


def file_name(briefing: Briefing, format_: str, pattern: str = "") -> str:
    """Return the name of an output: the title as a slug, and the audience unless `complet`.

    Or as the `pattern` of the audience has it, with `{titre}`, `{public}`, `{langue}`, `{date}`.
    The language follows unless the frame is French, so that editions of two copies of a dossier
    stand side by side. That of a draft ends in `-brouillon`: it can't take the place of an edition.
    """
    audience = "" if briefing.audience == "complet" else f"-{slug(briefing.audience)}"
    language = primary(briefing.language)
    frame = "" if language == "fr" else f"-{slug(language)}"
    draft = "-brouillon" if briefing.draft else ""
    if pattern:
        return f"{_filled(pattern, briefing)}{draft}.{format_}"
    return f"{slug(briefing.title) or 'briefing'}{audience}{frame}{draft}.{format_}"


def _filled(pattern: str, briefing: Briefing) -> str:
    """Return `pattern` with its fields, as slugs; no sign of them can lead to another folder."""
    fields = {
        "titre": slug(briefing.title),
        "public": slug(briefing.audience),
        "langue": slug(primary(briefing.language)),
        "date": slug(briefing.date.edtf) if briefing.date else "",
    }
    parts = (fields.get(part[1:-1], part) for part in re.split(r"(\{[^{}]*\})", pattern))
    return re.sub(r"[-_]{2,}", "-", "".join(parts)).strip("-_") or "briefing"


def slug(text: str, limit: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, cut at a word."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c)))
    while len(words) > 1 and len("-".join(words)) > limit:
        words.pop()
    return "-".join(words)[:limit]
