"""Where templates come from, as Jinja2 wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from jinja2 import BaseLoader, FileSystemLoader, TemplateNotFound

from briefing.model.finding import Message, message
from briefing.model.templates import BASE, ENTRY, Asset, Origin, Templates
from briefing.reading.findings import did_you_mean
from briefing.rendering.faults import AssetError

if TYPE_CHECKING:
    from jinja2 import Environment

Loader: TypeAlias = BaseLoader
COVERED = "@"
"""Before the number of the folder from which on a template is looked for."""
_EXTENDS = re.compile(r"""\{%[-+]?\s*extends\s+(["'])(?P<name>[^"'\n]{1,200})\1""")


def folder_loader(*folders: str) -> Loader:
    """Return a loader that looks a template up in `folders`, in order."""
    return FileSystemLoader(folders)


class TemplatesLoader(BaseLoader):
    """Templates that were read before: nothing is opened while they run."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - as Jinja2 calls it
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return text and path of a template; raises `TemplateNotFound`, or `AssetError`."""
        name, _, after = template.partition(COVERED)
        found = self._templates.find(name, int(after or 0))
        if found is None:
            reason = self._templates.reason(name)
            if reason is not None:
                raise AssetError(reason, None)
            raise TemplateNotFound(name)
        return found[1].text, found[1].path, lambda: True

    def list_templates(self) -> list[str]:
        """Return the names of all of them."""
        return sorted({name for folder in self._templates.folders for name in folder.files})

    def covered(self, template: str, parent: str) -> str:
        """Return what `parent` means by `template`: by its own name, the one that it covers."""
        name, _, after = parent.partition(COVERED)
        if template != name:
            return template
        found = self._templates.find(name, int(after or 0))
        return f"{template}{COVERED}{found[0] + 1}" if found else template


def extended(templates: Templates, name: str) -> Iterator[str]:
    """Yield the built-in templates that the template `name` is, or extends by a constant name.

    A copy under the name of one of ours is that one, though it extends the base of all alone.
    Nothing is compiled for it: what isn't ours is compiled within limits only.
    """
    entry, after, seen = f"{name}/{ENTRY}", 0, set[tuple[str, int]]()
    copy = templates.folders[-1].origin is Origin.BUILT_IN and entry in templates.folders[-1].files
    while (found := templates.find(entry, after)) and (entry, found[0]) not in seen:
        number, file = found
        seen.add((entry, number))
        place, _, file_name = entry.rpartition("/")
        if templates.folders[number].origin is Origin.BUILT_IN and file_name == ENTRY:
            copy = False
            yield place
        parent = _EXTENDS.search(file.text)
        if parent is None:
            if copy and entry == BASE:
                yield name
            return
        after = number + 1 if parent["name"] == entry else 0
        entry = parent["name"]


def find_asset(templates: Templates, reference: str, place: str) -> Asset:
    """Return the file that a template, or a style sheet, names; raises `AssetError`.

    It is looked for in the folder `place` of the templates, then at their root. What leads out of
    the folders, or is an address, is refused as such.
    """
    if _leads_out(reference):
        said = message("“{name}” is outside of the folders of templates", name=reference[:80])
        raise AssetError(said, message("put the file beside the template, and name it from there"))
    for folder in templates.folders:
        for name in (f"{place}/{reference}", reference):
            if name in folder.refused:
                raise AssetError(folder.refused[name], None)
            if name in folder.assets:
                return folder.assets[name]
    known = [name.removeprefix(f"{place}/") for f in templates.folders for name in f.assets]
    raise AssetError(missing_asset(reference), did_you_mean(reference, known))


def missing_asset(reference: str) -> Message:
    """Say that no folder of templates holds a file."""
    return message("there is no file “{name}” in the folders of templates", name=reference[:80])


def _leads_out(reference: str) -> bool:
    parts = reference.split("/")
    return (
        ".." in parts
        or not parts[0]
        or "\\" in reference
        or "\0" in reference
        or ":" in reference
        or "%2e" in reference.casefold()
    )
