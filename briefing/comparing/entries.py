"""The items of a version, read from its exported JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from briefing.comparing.fields import Fields
from briefing.model.changes import ChangeKind, ItemKind


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a version."""

    item: ItemKind
    id: str
    text: str
    label: str = ""
    """See `Change.label`."""
    aspects: Mapping[ChangeKind, str] = field(default_factory=lambda: MappingProxyType({}))
    """What may change beside the words; one that isn't known is left out."""
    place: tuple[str, str] = ("", "")
    """Of a position: the ids of its party and issue."""
    sides: tuple[Entry, ...] = ()
    """Of a question or divergence; the id of a side is its label."""
    extracts: frozenset[str] = frozenset()
    """The ids of those that bear it out, without those of its sides."""
    frameless: str = ""
    """Of a source: its words without those of the frame, such as months."""
    spare: bool = False
    """Whether it is an extract that isn't printed: that it comes or goes is no change."""


def entries(root: Fields) -> Iterator[Entry]:
    """Yield the items of the export `root`, in the order of `ItemKind`."""
    yield from _masthead(root)
    for point in root.objects("key_points"):
        yield _item(ItemKind.KEY_POINT, point, {})
    for paragraph in root.objects("introduction"):
        yield Entry(ItemKind.INTRODUCTION, "", paragraph.text("text"))
    for figure in root.objects("figures"):
        yield replace(_item(ItemKind.FIGURE, figure, _OF_A_FIGURE), label=figure.text("figure"))
    yield from _positions(root)
    for divergence in root.objects("divergences"):
        yield _divergence(divergence)
    for question in root.objects("questions"):
        yield _question(question)
    for event in root.objects("events"):
        yield _event(event)
    yield from _pull_quotes(root)
    yield from _parts(root)
    yield from _named(ItemKind.PARTY, root.objects("parties"))
    yield from _named(ItemKind.ISSUE, root.objects("issues"))
    yield from _sources(root)
    yield from _extracts(root)


def _masthead(root: Fields) -> Iterator[Entry]:
    yield Entry(ItemKind.TITLE, "", root.text("title"))
    yield Entry(ItemKind.SUBTITLE, "", root.text("subtitle"))
    for author in root.texts("authors"):
        yield Entry(ItemKind.AUTHOR, "", author)
    dated = _aspects(root, {ChangeKind.DATE: "date"})
    yield Entry(ItemKind.PUBLICATION, "", "", aspects=dated)


def _parts(root: Fields) -> Iterator[Entry]:
    if cover := root.object("cover"):
        yield _picture(ItemKind.COVER, cover)
    for figure in root.objects("illustrations"):
        yield _picture(ItemKind.ILLUSTRATION, figure)
    yield from (_titled(ItemKind.SECTION, item) for item in root.objects("own_sections"))
    yield from (_titled(ItemKind.BOX, item) for item in root.objects("boxes"))


def _titled(kind: ItemKind, item: Fields) -> Entry:
    texts = (paragraph.text("text") for paragraph in item.objects("text"))
    words = " – ".join(filter(None, (item.text("title"), *texts)))
    return Entry(kind, item.text("id"), words, extracts=frozenset(item.texts("extracts")))


def _picture(kind: ItemKind, item: Fields) -> Entry:
    """Return a picture; its words are its caption."""
    aspects = dict(_aspects(item, {ChangeKind.ALTERNATIVE: "alt", ChangeKind.CREDIT: "credit"}))
    aspects[ChangeKind.PICTURE] = item.text("sha256")[:12]
    return Entry(kind, item.text("id"), item.text("caption"), aspects=MappingProxyType(aspects))


def _named(kind: ItemKind, items: Iterable[Fields]) -> Iterator[Entry]:
    for item in items:
        yield Entry(kind, item.text("id"), item.text("name"))


def _sources(root: Fields) -> Iterator[Entry]:
    for source in root.objects("sources"):
        words = source.text("reference") or source.text("title")
        label = source.text("label") or source.text("title")
        aspects = _aspects(source, _OF_A_SOURCE)
        frameless = ", ".join(filter(None, map(source.joined, _FRAMELESS)))
        yield Entry(ItemKind.SOURCE, source.text("id"), words, label, aspects, frameless=frameless)


_FRAMELESS = ("authors", "title", "publisher", "collection", "date", "url")


def _item(kind: ItemKind, item: Fields, names: Mapping[ChangeKind, str]) -> Entry:
    return Entry(
        kind,
        item.text("id"),
        item.text("text"),
        aspects=_supported(item, names),
        extracts=frozenset(item.texts("extracts")),
    )


def _event(event: Fields) -> Entry:
    entry = _item(ItemKind.EVENT, event, _OF_AN_EVENT)
    if not event.has("approximate"):
        return entry
    known = {ChangeKind.APPROXIMATION: "~" if event.flag("approximate") else ""}
    return replace(entry, aspects=MappingProxyType({**entry.aspects, **known}))


def _pull_quotes(root: Fields) -> Iterator[Entry]:
    quotations = {e.text("id"): e.text("quotation") for e in root.objects("extracts")}
    for id_ in root.texts("pull_quotes"):
        yield Entry(ItemKind.PULL_QUOTE, id_, quotations.get(id_, ""))


def _positions(root: Fields) -> Iterator[Entry]:
    parties = {party.text("name"): party.text("id") for party in root.objects("parties")}
    issues = {issue.text("name"): issue.text("id") for issue in root.objects("issues")}
    for position in root.objects("positions"):
        party, issue = position.text("party"), position.text("issue")
        yield replace(
            _item(ItemKind.POSITION, position, _OF_A_POSITION),
            label=" – ".join(filter(None, (party, issue))),
            place=(parties.get(party, party), issues.get(issue, issue)),
        )


_OF_A_POSITION = {
    ChangeKind.VOICE: "voices",
    ChangeKind.SPEAKERS: "speakers",
    ChangeKind.STATUS: "status",
    ChangeKind.DATE: "date",
    ChangeKind.BRIEF: "brief",
}
_OF_A_FIGURE = {
    ChangeKind.FIGURE: "figure",
    ChangeKind.DATE: "date",
    ChangeKind.DATING: "dating",
    ChangeKind.STATUS: "status",
}
_OF_AN_EVENT = {
    ChangeKind.DATE: "date",
    ChangeKind.STATUS: "status",
    ChangeKind.DATING: "dating",
}
_OF_A_SOURCE = {
    ChangeKind.NATURE: "type",
    ChangeKind.DATING: "dating",
    ChangeKind.RELIABILITY: "reliability",
    ChangeKind.NOTE: "note",
}
_OF_AN_EXTRACT = {
    ChangeKind.VOICE: "voice",
    ChangeKind.SPEAKERS: "speaker",
    ChangeKind.STATUS: "status",
    ChangeKind.DATE: "date",
    ChangeKind.STATEMENT: "statement",
}


def _divergence(divergence: Fields) -> Entry:
    title = divergence.text("title")
    return replace(
        _sided(ItemKind.DIVERGENCE_SIDE, divergence, "sides", title),
        item=ItemKind.DIVERGENCE,
        text=" – ".join(filter(None, (title, divergence.text("text")))),
    )


def _question(question: Fields) -> Entry:
    return _sided(ItemKind.QUESTION_SIDE, question, "known", question.text("text"))


def _sided(kind: ItemKind, item: Fields, key: str, name: str) -> Entry:
    """Return a question or divergence with its sides, of `kind`, in the field `key`."""
    entry = _item(ItemKind.QUESTION, item, {ChangeKind.NATURE: "kind"})
    sides = tuple(_sides(kind, item.objects(key), name))
    theirs = frozenset(id_ for side in sides for id_ in side.extracts)
    return replace(entry, sides=sides, extracts=entry.extracts - theirs)


def _sides(kind: ItemKind, sides: Iterable[Fields], of: str) -> Iterator[Entry]:
    for side in sides:
        name = side.text("label")
        label = " – ".join(filter(None, (of, name)))
        yield replace(_item(kind, side, {ChangeKind.NAME: "label"}), id=name, label=label)


def _extracts(root: Fields) -> Iterator[Entry]:
    verdicts = root.nullable_texts("verdicts")
    named = {id_ for item in _borne_out(root) for id_ in item.texts("extracts")}
    printed = verdicts.keys() if root.has("verdicts") else named
    for extract in root.objects("extracts"):
        id_ = extract.text("id")
        verdict = {ChangeKind.VERDICT: verdicts[id_]} if id_ in verdicts else {}
        yield Entry(
            ItemKind.EXTRACT,
            id_,
            extract.text("quotation"),
            aspects=MappingProxyType({**_aspects(extract, _OF_AN_EXTRACT), **verdict}),
            spare=id_ not in printed,
        )


def _borne_out(root: Fields) -> Iterator[Fields]:
    """Yield the items that name their extracts; those of a side are its item's too."""
    for key in (
        "key_points",
        "positions",
        "divergences",
        "questions",
        "boxes",
        "own_sections",
        "events",
        "figures",
    ):
        yield from root.objects(key)


def _supported(item: Fields, names: Mapping[ChangeKind, str]) -> Mapping[ChangeKind, str]:
    return _aspects(item, {**names, ChangeKind.SUPPORT: "distinct_sources"})


def _aspects(item: Fields, names: Mapping[ChangeKind, str]) -> Mapping[ChangeKind, str]:
    """Return what may change in `item` beside its words, as far as it tells."""
    known = {kind: item.joined(name) for kind, name in names.items() if item.has(name)}
    return MappingProxyType(known)
