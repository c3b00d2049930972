"""Where the package's own files are: templates, styles, catalogues, fonts and the like.

An installation holds templates and styles inside the package, a checkout beside it. Nothing
else in the program asks where it stands on the disk.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from briefing.errors import BriefingError
from briefing.model.finding import message
from briefing.model.languages import primary
from briefing.typesetting.frame import Frame

PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """Return the folder of the built-in templates."""
    return _inside_or_beside("templates")


def styles_folder() -> Path:
    """Return the folder of the built-in style sheets."""
    return _inside_or_beside("styles")


def locale_folder() -> Path:
    """Return the folder of the message catalogues, as gettext wants it."""
    return PACKAGE / "locale"


@cache
def frame(language: str) -> Frame:
    """Return the frame of an edition in `language`, a BCP 47 tag, with its labels.

    Raises `BriefingError` when the catalogue of the language isn't installed.
    """
    if primary(language) == "fr":
        return Frame(language)
    try:
        labels = gettext.translation("edition", locale_folder(), [primary(language)])
    except OSError as fault:
        text = message("the labels of “{language}” aren't installed", language=language)
        hint = message("install briefing again; in a checkout, run “make catalogues”")
        raise BriefingError(text, hint) from fault
    return Frame(language, labels)


def schema_folder() -> Path:
    """Return the folder of the JSON schemas."""
    return PACKAGE / "schema"


def starter_folder() -> Path:
    """Return the folder of the dossier that a newcomer starts from."""
    return PACKAGE / "starter"


def font_files() -> tuple[Path, ...]:
    """Return the four font files: upright and italic of the serif and of the sans."""
    # Imported here: the packages take time to find, and only a PDF or a page with fonts asks.
    import fontpkg_eb_garamond as serif
    import fontpkg_source_sans_3 as sans

    folders = [Path(package.ROOT) / "files" for package in (serif, sans)]
    return tuple(path for folder in folders for path in sorted(folder.glob("*.ttf")))


def _inside_or_beside(name: str) -> Path:
    """Return the folder `name` of the package if it has one, else the one beside it."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
