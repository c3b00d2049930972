"""The page that both our own build and WeasyPrint's command draw."""

from __future__ import annotations

from pathlib import Path

from briefing import api
from briefing.resources import font_files

_FACE = (
    '@font-face{{font-family:"{family}";font-style:{style};font-weight:{weights};src:url({url})}}'
)


def print_html(dossier: str) -> str:
    """Return the print edition of the folder `dossier`; raises `DossierError` if it has faults."""
    sound = api.require_sound(api.read_dossier(dossier))
    return api.render(api.assemble(sound), "print").html


def with_font_faces(html: str) -> str:
    """Return `html` with rules that name our font files, for who knows no fontconfig of ours."""
    rules = "".join(map(_face, font_files()))
    return html.replace("<style>", f"<style>{rules}", 1)


def _face(path: Path) -> str:
    serif = "Garamond" in path.name
    return _FACE.format(
        family="EB Garamond" if serif else "Source Sans 3",
        style="italic" if "Italic" in path.name else "normal",
        weights="400 800" if serif else "200 900",
        url=path.as_uri(),
    )
