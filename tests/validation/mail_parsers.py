"""What programs that aren't ours read in a message, in one form.

Each reader gives a `Seen`: the subject, and the parts in order, texts with LF as line ends. Those
that keep the tree of the message give it too.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from tests.validation import gates

SCRIPTS: Final = Path(__file__).parent / "mail"
Tree = tuple[str, tuple["Tree", ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part that holds no other."""

    type: str
    name: str
    sha256: str
    """Of its bytes, decoded from how they travel; of a text without the empty lines at its end."""
    charset: str | None = None
    """None where the reader doesn't tell."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one program reads."""

    subject: str
    parts: tuple[Part, ...]
    tree: Tree | None = None
    """None where the reader keeps none."""


def _part(type_: str, name: str, content: bytes, charset: str | None = None) -> Part:
    if type_.startswith("text/"):
        content = content.replace(b"\r\n", b"\n").rstrip(b"\n")
    return Part(type_, name, hashlib.sha256(content).hexdigest(), charset)


def by_standard_library(message: bytes) -> Seen:
    """Python's own `email`, with its modern policy."""
    root = message_from_bytes(message, policy=default)
    assert isinstance(root, EmailMessage)
    parts = (part for part in root.walk() if not part.is_multipart())
    return Seen(str(root["Subject"]), tuple(map(_of_library, parts)), _tree_of_library(root))


def _of_library(part: Any) -> Part:
    charset = (part.get_content_charset() or "").lower()
    content = part.get_payload(decode=True)
    return _part(part.get_content_type(), part.get_filename() or "", content, charset)


def _tree_of_library(part: Any) -> Tree:
    inner = part.get_payload() if part.is_multipart() else ()
    return part.get_content_type(), tuple(map(_tree_of_library, inner))


def by_email_mime(message: bytes) -> Seen:
    """Email::MIME, of Perl."""
    return _by_perl("Email::MIME", "email_mime.pl", message)


def by_mime_tools(message: bytes) -> Seen:
    """MIME::Parser, of MIME-tools, which mail filters use."""
    return _by_perl("MIME::Parser", "mime_tools.pl", message)


def _by_perl(module: str, script: str, message: bytes) -> Seen:
    gates.require_perl(module)
    told = json.loads(gates.run_bytes("perl", SCRIPTS / script, given=message))
    parts = tuple(
        _part(leaf["type"], leaf["name"], bytes.fromhex(leaf["content"]), leaf["charset"])
        for leaf in _leaves(told["tree"])
    )
    return Seen(told["subject"], parts, _tree(told["tree"]))


def _leaves(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "parts" not in node:
        yield node
    for inner in node.get("parts", ()):
        yield from _leaves(inner)


def _tree(node: dict[str, Any]) -> Tree:
    return node["type"], tuple(map(_tree, node.get("parts", ())))


def by_postal_mime(message: bytes) -> Seen:
    """postal-mime, which runs in browsers and at the edge of networks."""
    return _by_node("postal-mime", message)


def by_mailparser(message: bytes) -> Seen:
    """Mailparser, of Nodemailer."""
    return _by_node("mailparser", message)


def _by_node(name: str, message: bytes) -> Seen:
    modules = gates.module(name).parent
    told = json.loads(
        gates.run_bytes("node", SCRIPTS / "parsers.mjs", modules, name, given=message)
    )
    parts = (
        _part(leaf["type"], leaf["name"], bytes.fromhex(leaf["content"])) for leaf in told["leaves"]
    )
    return Seen(told["subject"], tuple(parts))


_LINE: Final = re.compile(r'( *)(\d+): (\S+) size=\d+(?: name="(.*)")?')
"""A part as `mshow -t` lists it."""


def by_mblaze(message: bytes) -> Seen:
    """Mblaze, a set of small programs in C."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.eml"
        file.write_bytes(message)
        subject = gates.run_bytes("mhdr", "-d", "-h", "subject", file).decode().rstrip("\n")
        lines = gates.run_bytes("mshow", "-t", file).decode().splitlines()
        found = [match for line in lines if (match := _LINE.fullmatch(line))]
        parts = tuple(
            _part(line[3], line[4] or "", gates.run_bytes("mshow", "-O", file, line[2]))
            for line in found
            if not line[3].startswith("multipart/")
        )
    return Seen(subject, parts, _by_depth([(len(line[1]), line[3]) for line in found]))


def _by_depth(lines: list[tuple[int, str]]) -> Tree:
    """Return the tree of a list in which what is inside is further to the right."""
    depth, type_ = lines[0]
    starts = [n for n, (inner, _) in enumerate(lines) if inner == depth + 2]
    return type_, tuple(_by_depth(lines[a:b]) for a, b in pairwise([*starts, len(lines)]))


def by_ripmime(message: bytes) -> frozenset[str]:
    """Ripmime, which virus scanners call: the SHA-256 of all that it takes out of a message.

    It tells neither subject nor types, and cuts long names, which it knows in pieces alone.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.eml"
        file.write_bytes(message)
        out = Path(folder) / "out"
        out.mkdir()
        gates.run_bytes("ripmime", "-i", file, "-d", out)
        return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir())


READERS: Final[dict[str, Callable[[bytes], Seen]]] = {
    "python": by_standard_library,
    "Email::MIME": by_email_mime,
    "MIME-tools": by_mime_tools,
    "postal-mime": by_postal_mime,
    "mailparser": by_mailparser,
    "mblaze": by_mblaze,
}
