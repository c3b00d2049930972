"""HTML through trafilatura, which leaves out menus, footers and comments."""

from __future__ import annotations

import codecs
import re

from briefing.documents.errors import missing_extra, without_text
from briefing.documents.plain import decode, without_odd_characters
from briefing.documents.quiet import quiet
from briefing.documents.tolerant import TolerantParser

_HEAD = 4096
"""Where a page says its encoding, if it does."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_SPACES = re.compile(r"[ \t\n\r\f]+")

_SILENT = frozenset({"script", "style"})
_INLINE = _SILENT | frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s "
    "samp small span strike strong sub sup time tt u var wbr".split()
)


def read_html(name: str, data: bytes) -> str:
    """Return the main text of a page, or all of its text where none stands out."""
    page = _XML_DECLARATION.sub("", without_odd_characters(decode_page(data)), count=1)
    text = without_odd_characters(_main_text(name, page)) or all_text(page)
    if not text:
        raise without_text(name)
    return text


def decode_page(data: bytes) -> str:
    """Decode UTF-8, which many pages are whatever they declare, else what the page declares."""
    declared = _DECLARED.search(data, 0, _HEAD)
    if declared is None or _is_utf8(data):
        return decode(data)
    try:
        encoding = codecs.lookup(declared[1].decode("ascii", "replace")).name
        # As browsers do: who declares the smaller set most often uses the larger.
        encoding = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": ""}.get(encoding, encoding)
        return data.decode(encoding, "replace") if encoding else decode(data)
    except (LookupError, UnicodeError):
        return decode(data)


def all_text(page: str) -> str:
    """Return all that a page says, one line for each block."""
    parser = _AllText()
    parser.feed(page)
    parser.close()
    lines = (line.strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n".join(_SPACES.sub(" ", line) for line in lines if line.strip())


def _main_text(name: str, page: str) -> str:
    try:
        import trafilatura
    except ImportError as fault:
        raise missing_extra(name, "html") from fault
    try:
        with quiet("trafilatura"):
            found = trafilatura.extract(
                page, include_comments=False, include_tables=True, favor_recall=True
            )
    except Exception:  # noqa: BLE001 - a page that it can't take apart still has its text
        return ""
    return (found or "").strip()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _AllText(TolerantParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent = tag in _SILENT
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(_SPACES.sub(" ", data))

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")
