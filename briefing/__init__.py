"""Tagged extracts of documents in, a French briefing out: PDF and HTML.

>>> from briefing import assemble, read_dossier, render  # doctest: +SKIP
>>> reading = read_dossier("seeds")  # doctest: +SKIP
>>> edition = render(assemble(reading.dossier))  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from briefing.api import assemble as assemble
    from briefing.api import read_dossier as read_dossier
    from briefing.api import render as render
    from briefing.building import build as build
    from briefing.outputs.export import export as export
    from briefing.outputs.pdf import print_pdf as print_pdf
    from briefing.verification import check as check

__all__ = [
    "__version__",
    "assemble",
    "build",
    "check",
    "export",
    "print_pdf",
    "read_dossier",
    "render",
]

_HOMES = {
    "assemble": "briefing.api",
    "build": "briefing.building",
    "check": "briefing.verification",
    "export": "briefing.outputs.export",
    "print_pdf": "briefing.outputs.pdf",
    "read_dossier": "briefing.api",
    "render": "briefing.api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562
    """Load a public function when it is first asked for: `briefing --help` needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
