"""Bytes to text: UTF-8 whatever the line ends, and a clear word when it isn't."""

from __future__ import annotations

from briefing.model.files import RawFile
from briefing.model.finding import Finding, message
from briefing.reading.findings import error

MAX_BYTES = 5_000_000
"""A reading note is typed by hand; beyond this it's the document itself."""
LIBRARY_BYTES = 50_000_000
"""A whole library of references may be exported; beyond this it's something else."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(file: RawFile, limit: int = MAX_BYTES) -> tuple[str, list[Finding]]:
    r"""Return the text of `file` with `\n` line ends, or "" and the reason.

    A UTF-8 byte order mark, CRLF and old Mac line ends are accepted: they are no fault of the
    analyst and change no line number. A file of more than `limit` bytes is refused.
    """
    data = file.data
    problem = _too_large(file, limit) or _utf16(file) or _nul(file)
    if problem:
        return "", [problem]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return "", [_not_utf8(file, fault)]
    return normalise_newlines(text), []


def normalise_newlines(text: str) -> str:
    r"""Return `text` with every line end as `\n`."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _too_large(file: RawFile, limit: int) -> Finding | None:
    if len(file.data) <= limit:
        return None
    return error(
        "BR101",
        file.path,
        0,
        message(
            "the file is {size} MB; the limit is {limit} MB",
            size=round(len(file.data) / 1e6, 1),
            limit=limit // 1_000_000,
        ),
        message("put full texts in the folder documents/, and split a very long fiche"),
    )


def _utf16(file: RawFile) -> Finding | None:
    if file.data[:2] not in _UTF16_MARKS:
        return None
    return error(
        "BR102",
        file.path,
        1,
        message("the file is UTF-16, not UTF-8"),
        message("save it again with the encoding UTF-8"),
    )


def _nul(file: RawFile) -> Finding | None:
    place = file.data.find(b"\0")
    if place < 0:
        return None
    return error(
        "BR103",
        file.path,
        _line_of(file.data, place),
        message("the file holds a NUL byte: it isn't plain text"),
        message("export it again as plain text in UTF-8"),
    )


def _not_utf8(file: RawFile, fault: UnicodeDecodeError) -> Finding:
    byte = file.data[fault.start]
    guess = bytes([byte]).decode("cp1252", errors="replace")
    return error(
        "BR102",
        file.path,
        _line_of(file.data, fault.start),
        message(
            "the file isn't UTF-8: byte {byte} (“{guess}” in Windows-1252)",
            byte=f"0x{byte:02X}",
            guess=guess,
        ),
        message("save it again with the encoding UTF-8"),
    )


def _line_of(data: bytes, offset: int) -> int:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
