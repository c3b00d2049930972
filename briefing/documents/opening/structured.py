"""JSON: every value and key, those that a second key of the same name hides too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from briefing.documents.opening.encodings import add_decoded
from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Segment, Where
from briefing.model.finding import message


@dataclass(frozen=True, slots=True)
class _Pairs:
    """An object as it is written: keys may come twice."""

    items: list[tuple[str, Json]]


Json: TypeAlias = _Pairs | list[Any] | str | float | bool | None


def open_json(unpacking: Unpacking, where: Where, text: str) -> bool:
    """Keep what `text` holds if it is JSON, or lines of JSON; say whether it was."""
    if not text.lstrip().startswith(("{", "[", '"')):
        return False
    try:
        document = _parse(text)
    except (ValueError, RecursionError):
        return False
    values = list(_strings(document, "$"))
    segments = [Segment(v, message("value {path}", path=path)) for path, v in values]
    unpacking.add(where, segments)
    keys = " ".join(dict.fromkeys(_keys(document)))
    unpacking.say((*where, message("keys")), keys, prose=False)
    add_decoded(unpacking, where, "\n".join(value for _path, value in values))
    add_decoded(unpacking, where, keys, prose=False)
    return True


def _parse(text: str) -> Json:
    try:
        document: Json = json.loads(text, object_pairs_hook=_Pairs)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        return [json.loads(line, object_pairs_hook=_Pairs) for line in lines]
    return document


def _strings(value: Json, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, _Pairs):
        for key, held in value.items:
            yield from _strings(held, f"{path}.{key}")
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _strings(held, f"{path}[{index}]")
    elif isinstance(value, str):
        yield path, value


def _keys(value: Json) -> Iterator[str]:
    if isinstance(value, _Pairs):
        for key, held in value.items:
            yield key
            yield from _keys(held)
    elif isinstance(value, list):
        for held in value:
            yield from _keys(held)
