"""Text within text: entities, escapes, percent signs, quoted-printable, base64, hexadecimal."""

from __future__ import annotations

import base64
import html
import quopri
import re
from collections.abc import Callable, Iterator

from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Where
from briefing.model.finding import Message, message

MAX_ROUNDS = 4
"""Encodings around one text."""
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_PRINTABLE = re.compile(r"=(?:[0-9A-F]{2}|\r?\n)")
_ESCAPE = re.compile(
    r"((?:\\u[0-9A-Fa-f]{4})+)|\\u\{([0-9A-Fa-f]{1,6})\}|\\x([0-9A-Fa-f]{2})"
    r"|\\([0-9A-Fa-f]{1,6})[ \t\r\n\f]?|\\[nrt]|\\\r?\n|\\(.)"
)
_DATA_URI = re.compile(r"data:([^,\"'<>]{0,200}?),([^\"'<>)\\]*)", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/_-]{4,})*={0,2}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}[ \t\r\n]*){12,}")
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\xff\xfe",
    b"\xfe\xff",
)
_READABLE = re.compile(r"[\w\s.,;:!?'’«»\"()<>{}\[\]/=&#%+*…–—-]+\Z")
_PLAIN = re.compile(r"[A-Za-z ]")
_MOSTLY = 0.6
"""Share of plain letters and spaces in what is read as text."""


def add_decoded(
    unpacking: Unpacking, where: Where, text: str, *, prose: bool = True, rounds: int = MAX_ROUNDS
) -> None:
    """Keep every text that `text` holds in another form, and what those hold."""
    rest = _DATA_URI.sub(lambda match: _add_data_uri(unpacking, where, match), text)
    _add_packed(unpacking, where, rest)
    for label, decoded in _variants(rest):
        unpacking.spend(len(decoded))
        here = (*where, label)
        unpacking.say(here, decoded, prose=prose)
        if rounds > 1:
            add_decoded(unpacking, here, decoded, prose=prose, rounds=rounds - 1)


def _variants(text: str) -> Iterator[tuple[Message, str]]:
    forms: tuple[tuple[str, Message, Callable[[str], str]], ...] = (
        ("&", message("entities decoded"), html.unescape),
        ("%", message("percent signs decoded"), percent_decoded),
        ("\\", message("escapes decoded"), _unescaped),
        ("=", message("quoted-printable decoded"), _unquoted),
    )
    for sign, label, decode in forms:
        if sign in text and (decoded := decode(text)) != text:
            yield label, decoded


def percent_decoded(text: str) -> str:
    """Return `text` with its percent-encoded bytes read as UTF-8."""
    return _PERCENT.sub(
        lambda m: bytes.fromhex(m[0].replace("%", "")).decode("utf-8", "replace"), text
    )


def _unescaped(text: str) -> str:
    """Read the escapes of JSON, JavaScript and CSS."""
    return _ESCAPE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    units, *codes, sign = match.groups()
    if units:
        return bytes.fromhex(units.replace("\\u", "")).decode("utf-16-be", "replace")
    code = next((int(code, 16) for code in codes if code), None)
    if code is not None:
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    return sign or ("" if match[0][1:] in ("\n", "\r\n") else "\n")


def _unquoted(text: str) -> str:
    if not _PRINTABLE.search(text):
        return text
    return quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def _add_packed(unpacking: Unpacking, where: Where, text: str) -> None:
    """Open what base64 and hexadecimal hold."""
    for match in _BASE64.finditer(text):
        here = (*where, message("base64 decoded"))
        if not _add_if_readable(unpacking, here, _from_base64(match[0])):
            for line in match[0].split("\n"):
                _add_if_readable(unpacking, here, _from_base64(line))
    for match in _HEX.finditer(text):
        digits = re.sub(r"\s", "", match[0])
        data = bytes.fromhex(digits[: len(digits) // 2 * 2])
        _add_if_readable(unpacking, (*where, message("hexadecimal decoded")), data)


def _add_data_uri(unpacking: Unpacking, where: Where, match: re.Match[str]) -> str:
    kind, content = match.groups()
    if kind.rstrip().lower().endswith(";base64"):
        data = _from_base64(percent_decoded(content))
    else:
        data = percent_decoded(content).encode("utf-8", "replace")
    if data:
        unpacking.unpack((*where, message("data: URI")), data)
    return kind  # not to be tried again as bare base64


def _from_base64(text: str) -> bytes:
    letters = re.sub(r"\s", "", text).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + "==")
    except ValueError:  # its own error is one, as is a letter that isn't ASCII
        return b""


def _add_if_readable(unpacking: Unpacking, where: Where, data: bytes) -> bool:
    """Open `data` if it begins as a file does, or is text: most words happen to be base64."""
    if data.startswith(_MAGIC):
        unpacking.unpack(where, data)
        return True
    text = _as_readable(data)
    if text:
        unpacking.unpack(where, text.encode())
    return bool(text)


def _as_readable(data: bytes) -> str:
    """Return `data` as text, or "" if it is none."""
    encodings = ("utf-16-le", "utf-16-be") if b"\0" in data else ("utf-8", "latin-1")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = len(_PLAIN.findall(text))
        if _READABLE.match(text) and letters >= _MOSTLY * len(text):
            return text
    return ""
