"""What keeps an edition out of a feed, which anybody may read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.feeding.values import Entry, Fault, Settings
from briefing.model.finding import message
from briefing.model.vocabulary import Tlp


def faults_of(editions: Sequence[Entry], settings: Settings) -> Iterator[Fault]:
    """Yield what is wrong with each edition, then with several of one title."""
    for entry in editions:
        yield from _restrictions(entry, settings)
        if not entry.updated:
            yield Fault(
                entry.files[0].path,
                message("it bears no date"),
                message("give its dossier a date, or set SOURCE_DATE_EPOCH"),
            )
    yield from _of_one_title(editions)


def _restrictions(entry: Entry, settings: Settings) -> Iterator[Fault]:
    told, path = entry.told, entry.files[0].path
    mark = told.tlp or Tlp.CLEAR
    if mark.rank > settings.clearance.rank:
        yield Fault(
            path,
            message("it is marked {label}, and anybody may read a feed", label=mark.label),
            message(
                "publish an edition without what is marked, or say --tlp {level}", level=mark.value
            ),
        )
    if told.embargo and not settings.embargoed:
        yield Fault(
            path,
            message("it is under embargo: “{moment}”", moment=told.embargo),
            message("wait until then, and say --embargoed"),
        )
    if told.draft:
        yield Fault(
            path, message("it is a draft"), message("build it again, once its errors are mended")
        )


def _of_one_title(editions: Iterable[Entry]) -> Iterator[Fault]:
    """Yield editions that a reader of the feed can't tell apart."""
    alike: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in editions:
        alike[entry.told.title.casefold(), entry.updated].append(entry)
    for first, *others in alike.values():
        for other in others:
            yield Fault(
                other.files[0].path,
                message("it has the title and date of {other}", other=first.files[0].path),
                message("choose one audience by --audience, or change a title"),
            )
