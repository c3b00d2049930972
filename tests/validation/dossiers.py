"""The dossiers whose editions are validated, from the smallest to the largest."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from briefing.files import copy_starter
from tests.support import ROOT, invoke, write_dossier
from tests.validation import huge

AUDIENCES = {"decideurs": "decideurs", "press-kit": "presse", "chercheur": "chercheur"}
"""The built-in audiences of the sample, which is itself that of everything."""

NAMES = (
    "sample",
    "starter",
    "tiny",
    "complete",
    "draft",
    "presse",
    "apparatus",
    "huge",
    *AUDIENCES,
)
"""`draft` is `complete`, built as a draft, `presse` the same in the theme of this name, and
`apparatus` the same with every extract in its annex."""

OPTIONS = {
    "draft": ("--draft",),
    "presse": ("--theme", "presse"),
    "apparatus": ("--audience", "chercheur"),
    **{name: ("--audience", audience) for name, audience in AUDIENCES.items()},
}
"""Of the command line, where the same dossier is built otherwise."""

COMPLETE = Path(__file__).with_name("complete")
DATE = "2025-06-02"


def write_dossiers(folder: Path) -> dict[str, Path]:
    """Write every dossier under `folder` and return their places, by name."""
    copy_starter(folder / "starter")
    write_dossier(folder / "tiny")
    write_dossier(folder / "huge", config=huge.config(), fiches=huge.fiches())
    _write_complete(folder)
    made = {name: folder / name for name in ("starter", "tiny", "complete", "huge")}
    others = dict.fromkeys(OPTIONS, made["complete"])
    sample = dict.fromkeys(("sample", *AUDIENCES), ROOT / "seeds")
    return {**made, **others, **sample}


def _write_complete(folder: Path) -> None:
    """Write `complete`, and the earlier version that it compares itself with."""
    for name in ("complete", "earlier"):
        shutil.copytree(COMPLETE, folder / name)
    config = (folder / "earlier" / "dossier.toml").read_text("utf-8")
    for now, then in EARLIER.items():
        assert config.count(now) == 1, now
        config = config.replace(now, then)
    (folder / "earlier" / "dossier.toml").write_text(config, "utf-8")


EARLIER = {
    'depuis = "../earlier"\n': "",
    "Aucune date d'ouverture n'est arrêtée": "Une date d'ouverture est promise",
    "L'exploitant ne dit rien de la sienne.": "L'exploitant paierait le reste.",
    'date = "2025-06-02"': 'date = "2025-03-10"',
}
"""What the complete dossier says, and what it said before."""


def build(dossiers: Mapping[str, Path], format_: str, out: Path) -> dict[str, Path]:
    """Build each dossier in one format and return the files, by the name of the dossier."""
    return {name: build_one(name, dossiers[name], format_, out / name) for name in NAMES}


def build_one(name: str, dossier: Path, format_: str, out: Path) -> Path:
    """Build the dossier `name` and return the one file made."""
    dated = [] if name in {"sample", *AUDIENCES} else ["--date", DATE]
    result = invoke(
        "build", dossier, "--out", out, "--format", format_, *OPTIONS.get(name, ()), *dated
    )
    assert result.exit_code == 0, result.output
    (made,) = out.iterdir()
    return made
