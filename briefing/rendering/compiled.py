"""Templates compiled once, for who renders again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any, Final, TypeAlias

from jinja2 import BaseLoader, Environment, Template

Compiled: TypeAlias = MutableMapping[tuple[str, str | None, str], CodeType]
"""Code by name, path and text of a template.

Filters of constants are computed when a template is compiled: code is of one language and one
house only.
"""
UpToDate: TypeAlias = Callable[[], bool] | None
MOST: Final = 256
"""Templates whose code is kept: who edits one again and again fills no memory."""


@lru_cache(8)
def kept_code(*house: Hashable) -> Compiled:  # noqa: ARG001 - the key
    """Return the code that this process keeps for a language and a house: at first, none."""
    return {}


class CompiledLoader(BaseLoader):
    """Finds templates through another loader, and compiles only what it hasn't seen before."""

    def __init__(self, inner: BaseLoader, compiled: Compiled) -> None:
        self._inner = inner
        self._compiled = compiled

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, UpToDate]:
        """Return what the other loader finds."""
        return self._inner.get_source(environment, template)

    def list_templates(self) -> list[str]:
        """Return the names that the other loader knows."""
        return self._inner.list_templates()

    def covered(self, template: str, parent: str) -> str:
        """Return what `parent` means by `template`, as the other loader has it."""
        covered = getattr(self._inner, "covered", None)
        return str(covered(template, parent)) if covered else template

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja2 calls it
    ) -> Template:
        """Load a template."""
        source, path, uptodate = self.get_source(environment, name)
        key = (name, path, source)
        if key not in self._compiled:
            if len(self._compiled) >= MOST:
                self._compiled.clear()
            self._compiled[key] = environment.compile(source, name, path)
        code = self._compiled[key]
        given = {} if globals is None else globals
        return environment.template_class.from_code(environment, code, given, uptodate)
