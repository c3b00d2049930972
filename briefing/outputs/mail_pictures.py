"""The pictures of an e-mail, as files: the cover, and the first page of the PDF."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from briefing.model.briefing import Briefing
from briefing.model.mail import COVER, COVER_WIDTHS, PAGE, PAGE_WIDTHS
from briefing.model.mailing import NO_MAILING

if TYPE_CHECKING:
    from briefing.imaging.thumbnails import Thumbnail


_DATA: Final = re.compile(
    r'src="data:image/(png|jpeg|gif);base64,([A-Za-z0-9+/]+={0,2})"', re.IGNORECASE
)
_UNSHOWN: Final = {"svg+xml": "SVG", "webp": "WebP"}
_EXTENSIONS: Final = {"png": "png", "jpeg": "jpg", "gif": "gif"}


@dataclass(frozen=True, slots=True)
class MailPicture:
    """One file."""

    name: str
    """`couverture-600.jpg`."""
    kind: str
    """`couverture` or `vignette`."""
    media_type: str
    width: int
    height: int
    """Pixels; 0 where nobody measured."""
    data: bytes = field(repr=False)


def covers(briefing: Briefing) -> tuple[MailPicture, ...]:
    """Return the cover at both widths, as PNG and JPEG; nothing without one, or for a drawing."""
    if briefing.cover is None or not (briefing.mailing or NO_MAILING).cover:
        return ()
    from briefing.imaging.scaling import scaled

    return tuple(_named(COVER, COVER_WIDTHS, scaled(briefing.cover.picture, COVER_WIDTHS)))


def first_pages(pdf: bytes) -> tuple[MailPicture, ...]:
    """Return the first page of `pdf` at both widths, as PNG and JPEG.

    Raises `MachineError` naming the extra if it can't be drawn here.
    """
    from briefing.imaging.thumbnails import thumbnails

    return tuple(_named(PAGE, PAGE_WIDTHS, thumbnails(pdf, PAGE_WIDTHS)))


def fittest(pictures: Iterable[MailPicture], kind: str) -> MailPicture | None:
    """Return the picture that a message shows: the wider one, in the lighter of its forms."""
    same = [picture for picture in pictures if picture.kind == kind]
    return min(same, key=lambda picture: (-picture.width, len(picture.data)), default=None)


def taken_out(html: str) -> tuple[str, tuple[MailPicture, ...]]:
    """Return a message whose `data:` pictures are files, and these: several clients show no other.

    Each is named `cid:image-1@briefing` and so on; the same picture twice is one file.
    """
    found: dict[str, MailPicture] = {}

    def named(match: re.Match[str]) -> str:
        subtype, data = match[1].lower(), match[2]
        if data not in found:
            kind = f"image-{len(found) + 1}"
            name = f"{kind}.{_EXTENSIONS[subtype]}"
            content = base64.b64decode(data)
            found[data] = MailPicture(name, kind, f"image/{subtype}", 0, 0, content)
        return f'src="cid:{cid(found[data].kind)}"'

    return _DATA.sub(named, html), tuple(found.values())


def unshown(html: str) -> tuple[str, ...]:
    """Return the forms of pictures in a message that few clients or none show: `SVG`, `WebP`."""
    return tuple(name for mark, name in _UNSHOWN.items() if f'src="data:image/{mark};' in html)


def cid(kind: str) -> str:
    """Return what the `cid:` address of a picture names."""
    return f"{kind}@briefing"


def _named(kind: str, widths: tuple[int, ...], made: Iterable[Thumbnail]) -> Iterable[MailPicture]:
    for index, picture in enumerate(made):
        width = widths[index // 2]
        yield MailPicture(
            f"{kind}-{width}.{picture.extension}",
            kind,
            picture.media_type,
            picture.width,
            picture.height,
            picture.data,
        )
