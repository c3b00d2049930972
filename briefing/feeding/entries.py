"""Finished files paired to editions, checked against what a feed may hold, and put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from briefing.feeding.fitness import faults_of
from briefing.feeding.names import entry_id, moment
from briefing.feeding.values import PAGE, Described, Entry, Fault, FeedError, Finished, Settings
from briefing.model.finding import message


def entries(
    files: Iterable[Finished], settings: Settings, unread: Iterable[Fault] = ()
) -> tuple[Entry, ...]:
    """Return the editions that `files` are, the latest first, as many as `settings` allow.

    Raises `FeedError` with `unread`, what kept other files from being read, and all that is wrong
    with these.
    """
    faults = list(unread)
    editions = list(_editions(files, settings, faults))
    faults += faults_of(editions, settings)
    if not editions and not faults:
        faults.append(_nothing(settings))
    if faults:
        raise FeedError(sorted(faults, key=lambda fault: (fault.path, str(fault.message))))
    ordered = sorted(editions, key=lambda entry: (entry.told.title, entry.id))
    ordered.sort(key=lambda entry: entry.updated, reverse=True)
    return tuple(ordered[: settings.limit])


def _nothing(settings: Settings) -> Fault:
    if settings.audience:
        text = message("no edition is for the audience “{name}”", name=settings.audience)
        return Fault("", text, message("leave out --audience, or build that edition first"))
    text = message("there is no edition in these folders")
    return Fault("", text, message("name folders into which “briefing build” wrote"))


def _editions(
    files: Iterable[Finished], settings: Settings, faults: list[Fault]
) -> Iterator[Entry]:
    by_stem: defaultdict[str, list[Finished]] = defaultdict(list)
    for file in files:
        if settings.audience in ("", file.told.audience):
            by_stem[file.stem].append(file)
    for stem, held in sorted(by_stem.items()):
        held.sort(key=lambda file: (file.media_type != PAGE, file.path))
        if clash := _clash(held):
            faults.append(clash)
            continue
        told = _joined(held)
        yield Entry(
            entry_id(stem, settings), told, moment(told.date or settings.fallback), tuple(held)
        )


def _clash(held: Sequence[Finished]) -> Fault | None:
    """Return why files of one name are no one edition, if they aren't."""
    first, *others = held
    for other in others:
        if other.media_type == first.media_type:
            return Fault(
                other.path,
                message("it would have the same address as {other}", other=first.path),
                message("give one of them another name (“fichier” of its audience)"),
            )
        if _identity(other.told) != _identity(first.told):
            return Fault(
                other.path,
                message("it isn't of the same edition as {other}", other=first.path),
                message("build both again, in one run"),
            )
    return None


def _identity(told: Described) -> tuple[str, str, str]:
    """Return what two files of one edition share, however their titles are set."""
    folded = normalize("NFKC", told.title.replace("°", "o")).casefold()
    return "".join(filter(str.isalnum, folded)), told.audience, told.date


def _joined(held: Sequence[Finished]) -> Described:
    """Return what the first file tells, restricted as the most restricted is."""
    first = held[0].told
    marks = [file.told.tlp for file in held if file.told.tlp]
    return replace(
        first,
        tlp=max(marks, key=lambda mark: mark.rank, default=None),
        embargo=next((file.told.embargo for file in held if file.told.embargo), ""),
        draft=any(file.told.draft for file in held),
    )
