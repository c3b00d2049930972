"""Reading `dossier.lock.json`: a generated file, but one that a person may have edited."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from briefing.model.finding import Finding, message
from briefing.model.verification import Fragment, Verdict
from briefing.proving.lock import VERSION, Lock, LockEntry
from briefing.reading.findings import error

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_DIGEST: Final = re.compile(r"[0-9a-f]{16}")


class _LockError(ValueError):
    """What stands where something else should."""


def read_lock(text: str, path: str) -> tuple[Lock | None, list[Finding]]:
    """Read a lock; None when it isn't one, with the reason."""
    try:
        data = _object(json.loads(text), "the lock")
        json.dumps(data, ensure_ascii=False).encode()  # halves of characters can't be printed
        version = data.get("version")
        if type(version) is not int or version != VERSION:
            return None, [_unreadable(path, f"version {version}")]
        extracts = _object(data.get("extracts"), "extracts")
        entries = {id_: _entry(_object(entry, id_)) for id_, entry in extracts.items()}
        return Lock(_text(data, "date"), MappingProxyType(entries)), []
    except (ValueError, RecursionError) as fault:
        return None, [_unreadable(path, str(fault))]


def _entry(data: Mapping[str, Any]) -> LockEntry:
    start, end = _place(data)
    fragments = data.get("fragments", [])
    if not isinstance(fragments, list):
        raise _LockError("fragments")
    return LockEntry(
        verdict=Verdict(_text(data, "verdict")).value,
        document=_name(data, "document"),
        sha256=_matching(data, "sha256", _SHA256),
        quotation=_matching(data, "quotation", _DIGEST),
        start=start,
        end=end,
        page=_page(data),
        prefix=_text(data, "prefix", ""),
        suffix=_text(data, "suffix", ""),
        fragments=tuple(_fragment(_object(fragment, "fragments")) for fragment in fragments),
    )


def _fragment(data: Mapping[str, Any]) -> Fragment:
    start, end = _place(data)
    if start is None or end is None:
        raise _LockError("start")
    exact = _text(data, "exact")
    if end - start != len(exact):
        raise _LockError("exact")
    return Fragment(start, end, exact, _text(data, "prefix", ""), _text(data, "suffix", ""))


def _place(data: Mapping[str, Any]) -> tuple[int | None, int | None]:
    start, end = _number(data, "start"), _number(data, "end")
    if (start is None) != (end is None) or (start or 0) > (end or 0):
        raise _LockError("start, end")
    return start, end


def _page(data: Mapping[str, Any]) -> int | None:
    page = _number(data, "page")
    if page == 0:
        raise _LockError("page")
    return page


def _object(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _LockError(name)
    return value


def _text(data: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise _LockError(key)
    return value


def _name(data: Mapping[str, Any], key: str) -> str:
    name = _text(data, key)
    if not name:
        raise _LockError(key)
    return name


def _matching(data: Mapping[str, Any], key: str, pattern: re.Pattern[str]) -> str:
    value = _text(data, key)
    if not pattern.fullmatch(value):
        raise _LockError(key)
    return value


def _number(data: Mapping[str, Any], key: str) -> int | None:
    value = data.get(key)
    if value is not None and (type(value) is not int or value < 0):
        raise _LockError(key)
    return value


def _unreadable(path: str, reason: str) -> Finding:
    text = message("the lock can't be read: {reason}", reason=reason)
    return error("BR608", path, 0, text, message("make it again: briefing lock"))
