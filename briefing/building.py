"""Building: the editions of a dossier, as files in a folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.api import assemble, find_audience
from briefing.clock import source_date
from briefing.confinement import Limits, confined
from briefing.errors import UsageError
from briefing.files import check_folder, remove, write_all
from briefing.houses import check_templates, dress, find_templates, is_ours
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Draft
from briefing.model.dates import Date
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding, message
from briefing.model.mail import FOLDER, PICTURES
from briefing.model.templates import Templates
from briefing.model.theme import CLASSIC, Theme
from briefing.model.verification import Evidence
from briefing.planning import Planned, file_name, plan_editions, slug
from briefing.producing import Job, Produced, Progress, produce
from briefing.reading.audiences import BUILT_IN
from briefing.reading.findings import did_you_mean
from briefing.themes import built_in_theme, is_built_in
from briefing.versions import Earlier, tell_changes

Audit = Callable[[Mapping[str, bytes], str], None]
"""Looks into the files made for one audience; raises `BriefingError` to keep all from appearing."""


__all__ = ["Build", "WrittenFile", "build", "choose_audiences", "file_name", "slug", "theme_of"]


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
    plan = _planned(dossier, zip(chosen, briefings, strict=True), formats, evidence)
    at_hand = templates or find_templates()
    told = _check_templates(chosen, at_hand)
    produced = _produce_all(plan, looks, at_hand, limits or Limits(), progress)
    _check_pages(chosen, plan, produced)
    _audit(audit, plan, produced)
    return _written(Path(out), plan, produced, briefings, told)


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


def _written(
    out: Path,
    plan: Mapping[str, Planned],
    produced: Mapping[str, Produced],
    briefings: Iterable[Briefing],
    told: Iterable[Finding],
) -> Build:
    """Write every file, and return what was done."""
    files = _files(plan, produced)
    paths = write_all(out, files)
    _remove_stale(out, plan, files)
    pages = {name: made.pages for name, made in produced.items()}
    written = [
        WrittenFile(path, len(files[name]), pages.get(name, 0))
        for name, path in zip(files, paths, strict=True)
    ]
    warnings = tuple(text for made in produced.values() for text in made.warnings)
    boxes = dict.fromkeys("".join(made.boxes for made in produced.values()))
    findings = (*told, *(f for made in produced.values() for f in made.findings))
    return Build(tuple(written), tuple(briefings), warnings, "".join(boxes), findings)


def _remove_stale(out: Path, plan: Mapping[str, Planned], files: Collection[str]) -> None:
    """Remove the pictures that an earlier build left in the folder of a newsletter."""
    folders = (name for name, planned in plan.items() if planned.format == FOLDER)
    names = (f"{folder}/{picture}" for folder in folders for picture in PICTURES)
    remove(out / name for name in names if name not in files)


def choose_audiences(dossier: Dossier, names: Iterable[str] = ()) -> list[Audience]:
    """Return the audiences of these `names`, else those of the dossier, else `complet`."""
    chosen = [find_audience(dossier, name) for name in dict.fromkeys(names)]
    return chosen or list(dossier.audiences.values()) or [BUILT_IN["complet"]]


def theme_of(audience: Audience, dossier: Dossier, themes: Mapping[str, Theme]) -> Theme:
    """Return the look of an audience, of `themes` by name or built in."""
    name = audience.theme.name or dossier.theme.name or audience.product.theme or CLASSIC
    return themes.get(name) or built_in_theme(name)


def _planned(
    dossier: Dossier,
    briefings: Iterable[tuple[Audience, Briefing]],
    formats: Sequence[str],
    evidence: Evidence | None,
) -> dict[str, Planned]:
    """Return what is to be made, by file name; raises `UsageError` if two have the same."""
    plan: dict[str, Planned] = {}
    for audience, briefing in briefings:
        for planned in plan_editions(dossier, audience, briefing, formats, evidence):
            if planned.name in plan:
                text = message(
                    "two audiences would be written to the same file “{name}”", name=planned.name
                )
                raise UsageError(text, message("rename one of them in dossier.toml"))
            plan[planned.name] = planned
    return plan


def _job(
    planned: Planned, theme: Theme, at_hand: Templates, produced: Mapping[str, Produced]
) -> tuple[Job, bool]:
    """Return a job, and whether it must be confined."""
    briefing = planned.briefing
    look = dress(theme, briefing.template, at_hand)
    own = None if is_ours(briefing.template, at_hand) else at_hand
    job = Job(briefing, planned.format, look, own, planned.name, planned.letter(produced))
    return job, own is not None or not is_built_in(look)


def _produce_all(
    plan: Mapping[str, Planned],
    looks: Mapping[str, Theme],
    at_hand: Templates,
    limits: Limits,
    progress: Progress | None,
) -> dict[str, Produced]:
    for planned in plan.values():  # a wrong style sheet is told before anything is made
        dress(looks[planned.briefing.audience], planned.briefing.template, at_hand)
    produced: dict[str, Produced] = {}
    for index, (name, planned) in enumerate(plan.items()):
        look = looks[planned.briefing.audience]
        job, foreign = _job(planned, look, at_hand, produced)
        share = _share(progress, index, len(plan))
        produced[name] = confined(job, limits, share) if foreign else produce(job, share)
        share(1.0)
    return produced


def _share(progress: Progress | None, index: int, count: int) -> Progress:
    def report(done: float) -> None:
        if progress:
            progress((index + done) / count)

    return report


def _audit(
    audit: Audit | None, plan: Mapping[str, Planned], produced: Mapping[str, Produced]
) -> None:
    if audit is None:
        return
    for audience in dict.fromkeys(planned.briefing.audience for planned in plan.values()):
        mine = {name: p for name, p in plan.items() if p.briefing.audience == audience}
        audit(_files(mine, produced), audience)


def _files(plan: Mapping[str, Planned], produced: Mapping[str, Produced]) -> dict[str, bytes]:
    """Return the files to write, by their names from the folder on."""
    files: dict[str, bytes] = {}
    for name, planned in plan.items():
        made = produced[name]
        if planned.written and made.files:
            files |= {f"{name}/{inner}": data for inner, data in made.files}
        elif planned.written:
            files[name] = made.data
    return files


def _check_pages(
    audiences: Iterable[Audience],
    plan: Mapping[str, Planned],
    produced: Mapping[str, Produced],
) -> None:
    """Raise `BriefingError` if a PDF has more pages than its audience is to be given."""
    limited = {audience.id: audience for audience in audiences if audience.pages}
    for name, planned in plan.items():
        if planned.briefing.audience in limited:
            from briefing.outputs.page_limit import check_pages

            limit = limited[planned.briefing.audience]
            check_pages(limit, produced[name].pages, produced[name].data)
