"""The tags of one block, consumed key by key, each fault noted at its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from briefing.model.dates import Date
from briefing.model.finding import Finding, message
from briefing.reading.blocks import Block, Tag
from briefing.reading.date_faults import date_fault, days_of_month, suggested_date
from briefing.reading.dates import parse_date
from briefing.reading.findings import did_you_mean, error, fold, nearest

E = TypeVar("E", bound=StrEnum)

REPEATABLE = frozenset(
    {"auteur", "organisme", "direction", "traducteur", "intervieweur"}
    | {"partie", "enjeu", "nature", "appuie", "via"}
)
"""Keys that may stand on several lines, one value each."""


class TagReader:
    """Gives the values of a block's tags and collects what is wrong with them."""

    def __init__(
        self, block: Block, keys: Mapping[str, str], path: str, findings: list[Finding]
    ) -> None:
        """`keys` maps the folded spelling of each legal key to its canonical one."""
        self.path = path
        self.findings = findings
        self.block = block
        self._tags: dict[str, list[Tag]] = {}
        self._named: set[str] = set()
        for tag in block.tags:
            self._admit(tag, keys)
        undashed = [tag for tag in block.undashed if fold(tag.key) in keys]
        late = [tag for tag in block.late_tags if fold(tag.key) in keys]
        if undashed:
            self._tell_undashed(undashed)
        elif late:
            self.fault(
                "BR207",
                late[0].line,
                "the tag “{key}” stands after the free text of line {line}",
                "each line of the quotation begins with “> ”, each tag with “- ”; a commentary"
                " comes last",
                key=late[0].key,
                line=block.comment_line,
            )
        for tag in sorted((*undashed, *late), key=lambda tag: tag.line):
            self._admit(tag, keys)

    def _tell_undashed(self, tags: Iterable[Tag]) -> None:
        for tag in tags:
            self.fault(
                "BR209",
                tag.line,
                "line {line} looks like a tag without its dash",
                "write “- {key} : {value}”; before a commentary of your own, leave a line empty",
                line=tag.line,
                key=tag.key,
                value=tag.value or "",
            )

    def _admit(self, tag: Tag, keys: Mapping[str, str]) -> None:
        name = keys.get(fold(tag.key))
        if name:
            self._named.add(name)
        if name is None and tag.value is None:
            self._tell_no_colon(tag, keys)
        elif name is None:
            text = message("unknown key “{key}”", key=tag.key)
            self.findings.append(
                error("BR201", self.path, tag.line, text, did_you_mean(tag.key, keys.values()))
            )
            meant = nearest(tag.key, keys.values())
            self._named.update({meant} if meant else ())  # it isn't missing besides
        elif not tag.value:
            self.fault(
                "BR202",
                tag.line,
                "the key “{key}” has no value",
                "write “- {key} : value”, or remove the line",
                key=name,
            )
        elif name in self._tags and name not in REPEATABLE:
            self.fault(
                "BR203",
                tag.line,
                "the key “{key}” stands twice; it is already at line {first}",
                key=name,
                first=self._tags[name][0].line,
            )
        else:
            self._tags.setdefault(name, []).append(tag)

    def _tell_no_colon(self, tag: Tag, keys: Mapping[str, str]) -> None:
        word, _, value = tag.key.partition(" ")
        name = keys.get(fold(word))
        if name:
            self._named.add(name)  # it isn't missing besides
            hint = message("write “- {key} : {value}”", key=word, value=value.strip())
        else:
            hint = message("write “- key : value”; a list of your own belongs in the commentary")
        text = message("“{line}” has no colon", line=tag.key)
        self.findings.append(error("BR208", self.path, tag.line, text, hint))

    def fault(
        self, code: str, line: int, text: str, hint: str = "", /, **values: str | int
    ) -> None:
        """Note an error at `line`; `text` and `hint` are msgids with the same fields."""
        advice = message(hint, **values) if hint else None
        self.findings.append(error(code, self.path, line, message(text, **values), advice))

    def has(self, key: str) -> bool:
        """Say whether `key` was named; without a value, that fault is noted already."""
        return key in self._named

    def line(self, key: str) -> int:
        """Return the line of `key`, or that of the heading."""
        return self._tags[key][0].line if key in self._tags else self.block.line

    def text(self, key: str) -> str:
        """Return the value of `key` as it stands, or ""."""
        return self._tags[key][0].value or "" if key in self._tags else ""

    def items(self, key: str, separator: str = ",") -> list[tuple[str, int]]:
        """Return the values of `key` with their lines, cut at `separator`."""
        return [
            (part.strip(), tag.line)
            for tag in self._tags.get(key, ())
            for part in (tag.value or "").split(separator)
            if part.strip()
        ]

    def choice(self, key: str, values: type[E]) -> E | None:
        """Return the member of `values` that `key` names."""
        if key not in self._tags:  # as most keys are, in most extracts
            return None
        chosen = self.choices(key, values, separator="\n")
        return chosen[0] if chosen else None

    def choices(self, key: str, values: type[E], separator: str = ",") -> tuple[E, ...]:
        """Return the members of `values` that `key` names, in order, once each."""
        members = members_of(values)
        chosen = []
        for name, line in self.items(key, separator):
            member = members.get(fold(name))
            if member is None:
                self.unknown(key, name, line, (m.value for m in values))
            else:
                chosen.append(member)
        return tuple(dict.fromkeys(chosen))

    def unknown(self, key: str, name: str, line: int, known: Iterable[str]) -> None:
        """Note that `name` is no legal value of `key`."""
        text = message("unknown value “{name}” for “{key}”", name=name, key=key)
        self.findings.append(error("BR204", self.path, line, text, did_you_mean(name, known)))

    def date(self, key: str) -> Date | None:
        """Return the EDTF date of `key`."""
        value = self.text(key)
        if not value:
            return None
        date = parse_date(value)
        if date is None:
            meant = suggested_date(value)
            hint = (
                message("write {date}", date=meant)
                if meant
                else days_of_month(value)
                or message(
                    "write 2025-02-12, 2025-02, 2025, 2025-11-04/2025-11-05, or 2025-02-13~ for"
                    " “around”"
                )
            )
            fault = error("BR205", self.path, self.line(key), date_fault(value), hint)
            self.findings.append(fault)
        return date

    def flag(self, key: str) -> bool:
        """Return a yes-or-no value: `oui` or `non`."""
        value = self.text(key)
        if value and fold(value) not in ("oui", "non"):
            self.unknown(key, value, self.line(key), ("oui", "non"))
        return fold(value) == "oui"


@cache
def members_of(values: type[E]) -> dict[str, E]:
    """Map the folded spelling of each member to it."""
    return {fold(member.value): member for member in values}
