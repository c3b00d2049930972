"""Text in bytes of an unknown format."""

from __future__ import annotations

import re

from briefing.documents.opening.encodings import add_decoded
from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Segment, Where
from briefing.model.finding import message

_RUN = re.compile(r"[^\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]{6,}")
_WIDE = {
    # A low byte and a high one that Latin letters or the signs of typography have.
    "utf-16-le": re.compile(rb"(?:[\x09-\xff][\x00\x01\x20]){4,}"),
    "utf-16-be": re.compile(rb"(?:[\x00\x01\x20][\x09-\xff]){4,}"),
}
_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LONG = 20
"""Characters of a run that may be another encoding."""
_FEW = 1 / 200
"""Share of control characters above which bytes are no text."""


def as_text(data: bytes) -> str | None:
    """Return `data` as text, in whatever encoding; None if it is none."""
    for mark, encoding in (*_MARKS, (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\x00" in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text if len(_CONTROLS.findall(text)) <= _FEW * len(text) else None


def add_runs(unpacking: Unpacking, where: Where, data: bytes) -> None:
    """Keep what reads as text among the bytes: UTF-8, Latin-1, UTF-16 either way round."""
    for encoding in ("utf-8", "latin-1"):
        runs = _RUN.findall(data.decode(encoding, "replace"))
        _add(unpacking, where, runs)
    for encoding, pattern in _WIDE.items():
        runs = [run.decode(encoding, "replace") for run in pattern.findall(data)]
        _add(unpacking, where, runs)


def _add(unpacking: Unpacking, where: Where, runs: list[str]) -> None:
    unpacking.add(where, [Segment(run, message("raw bytes")) for run in runs], prose=False)
    add_decoded(
        unpacking,
        (*where, message("raw bytes")),
        "\n".join(run for run in runs if len(run) >= _LONG),
        prose=False,
    )
