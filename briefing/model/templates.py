"""Templates of a house as text, with the files that they may bring into a page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from briefing.model.finding import Message

BASE = "base.html.j2"
"""The page that all of ours extend."""
ENTRY = "briefing.html.j2"
"""The template of an edition, in the folder of its name."""
MAIL = "email.html.j2"
MAIL_TEXT = "email.txt.j2"
"""Those of its e-mail: in the folder, else at the root."""


class Origin(StrEnum):
    """Where a folder of templates comes from, in the order in which they are asked."""

    DOSSIER = "dossier"
    FOLDER = "folder"
    """Named by the user: `--templates`."""
    PACKAGE = "package"
    """Installed: an entry point of the group `briefing.templates`."""
    BUILT_IN = "built in"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template or a style sheet."""

    path: str
    """As messages show it."""
    text: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture or a face of type that a page may hold."""

    path: str
    kind: str
    """Its media type."""
    data: bytes


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """What a folder of templates holds, by the path of each file from there, with `/`."""

    path: str
    origin: Origin
    files: Mapping[str, TemplateFile] = field(default_factory=lambda: MappingProxyType({}))
    """Templates: `*.j2`."""
    styles: Mapping[str, TemplateFile] = field(default_factory=lambda: MappingProxyType({}))
    """Style sheets: `*.css`."""
    assets: Mapping[str, Asset] = field(default_factory=lambda: MappingProxyType({}))
    refused: Mapping[str, Message] = field(default_factory=lambda: MappingProxyType({}))
    """Files that are there and may not be used, with the reason."""

    @property
    def names(self) -> tuple[str, ...]:
        """The templates of editions that it holds."""
        entries = (name.rpartition("/") for name in self.files)
        return tuple(sorted(place for place, _, file in entries if place and file == ENTRY))

    def names_with_mails(self, known: Collection[str]) -> tuple[str, ...]:
        """Return its templates of editions, and those of `known` of which it has the e-mail alone."""
        entries = (name.rpartition("/") for name in self.files)
        mails = {place for place, _, file in entries if file in (MAIL, MAIL_TEXT)}
        return tuple(sorted({*self.names, *(mails & set(known))}))


@dataclass(frozen=True, slots=True)
class Templates:
    """The folders that templates are looked for in, the first to be asked first."""

    folders: tuple[TemplateFolder, ...]

    @property
    def names(self) -> dict[str, TemplateFolder]:
        """The templates of editions, each with the folder that it is taken from."""
        found: dict[str, TemplateFolder] = {}
        for folder in self.folders:
            for name in folder.names:
                found.setdefault(name, folder)
        return found

    def find(self, name: str, after: int = 0) -> tuple[int, TemplateFile] | None:
        """Return a template with the number of its folder, of those from `after` on."""
        for number, folder in enumerate(self.folders[after:], after):
            if name in folder.files:
                return number, folder.files[name]
        return None

    def reason(self, name: str) -> Message | None:
        """Return why a file that is there may not be used, if it may not."""
        return next((f.refused[name] for f in self.folders if name in f.refused), None)

    def texts_by_name(self) -> dict[str, str]:
        """Return the text of every template, by its name; the first folder counts."""
        folders = reversed(self.folders)
        return {name: file.text for folder in folders for name, file in folder.files.items()}

    def texts(self) -> dict[str, str]:
        """Return the text of every template and style sheet, by its path."""
        groups = (group for folder in self.folders for group in (folder.files, folder.styles))
        return {file.path: file.text for group in groups for file in group.values()}
