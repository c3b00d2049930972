"""Files as the core sees them: a name to show and bytes, nothing of a disk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file of a dossier, unread."""

    path: str
    """As shown to the user in findings."""
    name: str
    """Relative to the dossier."""
    data: bytes

    @property
    def stem(self) -> str:
        """File name without folder and suffix: the id of a fiche's source."""
        return self.name.rpartition("/")[2].rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class RawDossier:
    """The files of a dossier, unread; a missing one is None."""

    path: str
    config: RawFile | None
    introduction: RawFile | None
    fiches: tuple[RawFile, ...]
    bibliography: RawFile | None = None
    """The file that dossier.toml names under `bibliographie`, if it is inside the dossier."""
    style: RawFile | None = None
    """The same of `style-bibliographique`."""
    parts: tuple[RawFile, ...] = ()
    """The files that its cover, figures and boxes name, if they are inside the dossier."""
    strays: tuple[RawFile, ...] = ()
    """Texts where no fiche is looked for: in a subfolder, or with another suffix than `.md`."""

    def part(self, name: str) -> RawFile | None:
        """Return the file that a part names; None if it isn't in the dossier."""
        return next((file for file in self.parts if file.name == name), None)
