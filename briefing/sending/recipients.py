"""Whom to write to: addresses of the command line and of a list, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.finding import Message, message
from briefing.sending.addresses import Address, parse_address


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address was read; `line` is 0 for the command line."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one place of a list."""

    place: Place
    message: Message


@dataclass(frozen=True, slots=True)
class Recipients:
    """The addresses, in order, each once."""

    addresses: tuple[Address, ...]
    duplicates: tuple[Remark, ...]
    """Places that name an address again; it gets one message."""
    faults: tuple[Remark, ...]
    """Places that hold no address; nothing is sent until they are mended."""


def list_lines(path: str, data: bytes) -> Iterator[tuple[Place, str | None]]:
    """Yield the lines of a list that aren't empty or comments, None for one that isn't UTF-8."""
    for number, line in enumerate(_lines(data.removeprefix(b"\xef\xbb\xbf")), 1):
        try:
            text = line.decode().strip(" \t\f")
        except UnicodeDecodeError:
            yield Place(path, number), None
            continue
        if text and not text.startswith("#"):
            yield Place(path, number), text


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def gather(lines: Iterable[tuple[Place, str | None]]) -> Recipients:
    """Parse every line; all faults are told, not the first alone."""
    first: dict[str, tuple[Place, Address]] = {}
    duplicates: list[Remark] = []
    faults: list[Remark] = []
    for place, text in lines:
        address = message("the line isn't UTF-8") if text is None else parse_address(text)
        if isinstance(address, Message):
            faults.append(Remark(place, address))
        elif address.key in first:
            again = message(
                "“{address}” stands at {place} already",
                address=address.mailbox,
                place=str(first[address.key][0]),
            )
            duplicates.append(Remark(place, again))
        else:
            first[address.key] = (place, address)
    addresses = tuple(address for _place, address in first.values())
    return Recipients(addresses, tuple(duplicates), tuple(faults))
