"""A newsletter folder, as `briefing build --format newsletter` makes it, read for listmonk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

from briefing.errors import UsageError
from briefing.files import load_single, machine_error
from briefing.model.finding import message

SUBJECT, TEXT = "objet.txt", "message.txt"
WHOLE, FRAGMENT = "message.html", "fragment.html"
_PICTURE = re.compile(r'(?<=\s)src="([^":/\\&\0]+\.(?:png|jpe?g))"')


@dataclass(frozen=True, slots=True)
class Newsletter:
    """What a campaign is made of, not escaped yet."""

    subject: str
    html: str
    text: str
    pdf_name: str
    pdf: bytes
    pictures: tuple[tuple[str, bytes], ...]
    """Names and bytes of the files that the HTML shows."""
    fingerprint: str
    """SHA-256 of all of these."""

    @property
    def tag(self) -> str:
        """What its campaign is found by again."""
        return f"briefing-{self.fingerprint[:16]}"


def read_newsletter(folder: Path, *, fragment: bool = False) -> Newsletter:
    """Read the newsletter in `folder`; `fragment` for its body without a frame.

    Raises `UsageError` if a file is missing, empty or no text, or if there isn't one PDF.
    """
    if not folder.is_dir():
        raise _unusable(folder)
    subject = " ".join(_text(folder / SUBJECT).split())
    html, text = _text(folder / (FRAGMENT if fragment else WHOLE)), _text(folder / TEXT)
    pdf = _pdf(folder)
    data = load_single(pdf).data
    pictures = tuple((name, load_single(folder / name).data) for name in picture_names(html))
    parts = [subject.encode(), html.encode(), text.encode(), pdf.name.encode(), data]
    parts += [picture for _name, picture in pictures]
    digests = b"".join(sha256(part).digest() for part in parts)
    return Newsletter(subject, html, text, pdf.name, data, pictures, sha256(digests).hexdigest())


def picture_names(html: str) -> list[str]:
    """Return the files that `html` shows, each once; an address isn't one, nor is a path."""
    return list(dict.fromkeys(match[1] for match in _PICTURE.finditer(html)))


def with_addresses(html: str, addresses: Mapping[str, str]) -> str:
    """Return `html` with the addresses of pictures in the place of their names."""
    return _PICTURE.sub(lambda match: f'src="{escape(addresses[match[1]])}"', html)


def _unusable(folder: Path) -> UsageError:
    return UsageError(
        message("“{path}” isn't a newsletter folder", path=str(folder)),
        message("make one with “briefing build --format newsletter”"),
    )


def _text(path: Path) -> str:
    if not path.is_file():
        raise UsageError(
            message("the newsletter has no “{name}”", name=path.name),
            message("make one with “briefing build --format newsletter”"),
        )
    try:
        text = load_single(path).data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError(message("“{path}” isn't UTF-8", path=str(path))) from fault
    if not text.strip():
        raise UsageError(message("“{path}” is empty", path=str(path)))
    return text


def _pdf(folder: Path) -> Path:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".pdf")
    except OSError as fault:
        raise machine_error(fault, folder) from fault
    if len(found) != 1:
        raise UsageError(
            message(
                "“{path}” holds {count} PDF files; it takes one", path=str(folder), count=len(found)
            )
        )
    try:
        found[0].name.encode()
    except UnicodeEncodeError as fault:
        raise UsageError(message("“{path}” isn't UTF-8", path=str(found[0]))) from fault
    return found[0]
