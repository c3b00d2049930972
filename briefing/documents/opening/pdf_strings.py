"""The strings of a PDF's objects: titles, bookmarks, alternative texts, addresses, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.documents.opening.encodings import add_decoded
from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Segment, Where
from briefing.model.finding import message

_CODES = ("/W", "/Widths", "/Differences", "/ID", "/CheckSum")
"""Numbers and digests: nothing to read."""


def add_strings(unpacking: Unpacking, where: Where, objects: Mapping[int, Any]) -> None:
    """Keep the strings and names of all `objects`, each with the key that it stands under."""
    strings: list[Segment] = []
    names: dict[str, Segment] = {}
    for number, held in objects.items():
        for key, value, is_name in _walk(held, ""):
            place = message("object {number}, {key}", number=number, key=key)
            if is_name:
                names.setdefault(value, Segment(value, place))
            else:
                strings.append(Segment(value, place))
    unpacking.add(where, strings)
    unpacking.add(where, names.values(), prose=False)
    add_decoded(unpacking, (*where, message("strings")), "\n".join(s.text for s in strings))


def _walk(value: Any, key: str) -> Iterator[tuple[str, str, bool]]:  # noqa: ANN401 - as PDF has it
    """Yield each string or name with its key, and whether it is a name."""
    from pypdf.generic import NameObject

    if isinstance(value, dict):
        for name in value:
            if name not in _CODES:
                yield str(name), str(name).lstrip("/"), True
                yield from _walk(_member(value, name), name)
    elif isinstance(value, list):
        for held in value:
            yield from _walk(held, key)
    elif isinstance(value, NameObject):
        yield key, str(value).lstrip("/"), True
    else:
        yield from ((key, text, False) for text in _readings(value))


def _member(value: Any, name: str) -> Any:  # noqa: ANN401 - as PDF has it
    """Return a member of a dictionary; another object is walked where it stands."""
    return value.raw_get(name) if hasattr(value, "raw_get") else value[name]


def _readings(value: Any) -> Iterator[str]:  # noqa: ANN401 - as PDF has it
    """Yield a string as it is declared, and as a careless program may have written it."""
    from pypdf.generic import ByteStringObject, TextStringObject

    if not isinstance(value, ByteStringObject | TextStringObject):
        return
    text = str(value) if isinstance(value, str) else ""
    data = value.original_bytes
    seen = {text}
    yield text
    for encoding in ("utf-8", "utf-16-be", "utf-16-le", "latin-1"):
        try:
            read = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if read not in seen and (not encoding.startswith("utf-16") or b"\0" in data):
            seen.add(read)
            yield read


def attached_names(objects: Iterable[Any]) -> dict[int, str]:
    """Return the names of attached files, by the number of their streams."""
    names = {}
    for held in objects:
        if not isinstance(held, dict) or not isinstance(held.get("/EF"), dict):
            continue
        name = str(held.get("/UF") or held.get("/F") or "")
        embedded = held["/EF"]
        for key in embedded:
            reference = embedded.raw_get(key)
            names[getattr(reference, "idnum", 0)] = name
    return names
