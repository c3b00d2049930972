"""Where what must outlive a build is kept: journals of what was sent."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.errors import MachineError
from briefing.model.finding import message


def state_folder() -> Path:
    """Return the user's folder for what programs remember (XDG Base Directory Specification).

    It isn't made. Raises `MachineError` for a user without a home.
    """
    told = Path(os.environ.get("XDG_STATE_HOME", ""))
    try:
        base = told if told.is_absolute() else Path("~/.local/state").expanduser()
    except RuntimeError:  # in a container, a number without a name has no home
        base = Path()
    if not base.is_absolute():
        raise MachineError(
            message("you have no home folder to keep the journal in"),
            message("say where with --journal FILE"),
        )
    return base / "briefing"
