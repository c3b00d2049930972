"""The confined process: one job in, one output out."""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from typing import BinaryIO

from briefing.confinement import wire
from briefing.confinement.guard import close_doors, die_with, limit, wake
from briefing.confinement.limits import Limits
from briefing.errors import BriefingError
from briefing.producing import Job, produce


def main() -> None:
    """Read a job from the standard input, answer on what was the standard output."""
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)  # the standard error leads nowhere
        # From the process that started us.
        job, limits, began, parent, scratch = pickle.load(sys.stdin.buffer)  # noqa: S301
        die_with(parent)
        tempfile.tempdir = scratch
        run(job, limits, answer, began)


def run(job: Job, limits: Limits, answer: BinaryIO, began: float) -> None:
    """Do the job within `limits`, counted from `began`, and tell how it went."""
    refused: list[str] = []

    def tell(told: wire.Told) -> None:
        answer.write(wire.line(told))
        answer.flush()

    def enter(stage: str) -> None:
        tell({"stage": stage})
        wake(limits.timeout if stage == "rendering" else 0, began)

    try:
        limit(limits)
        _prepare(job)
        close_doors(refused, tempfile.tempdir)
        made = produce(job, lambda done: tell({"progress": done}), enter)
        if refused:
            tell({"refused": refused[0]})
        else:
            answer.write(wire.done(made))
    except BriefingError as fault:
        answer.write(wire.fault_line(fault))
    except MemoryError:
        tell({"memory": True})
    except Exception as fault:  # noqa: BLE001 - of the layout engine: whatever a style sheet does to it
        tell({"refused": refused[0]} if refused else {"crash": type(fault).__name__})


def _prepare_mail() -> None:
    """Load the libraries of e-mails; who lacks one is told so where it is used."""
    import briefing.imaging.scaling
    import briefing.mails  # noqa: F401

    for name in ("css_inline", "pypdfium2"):
        with suppress(ImportError):
            import_module(name)


def _prepare(job: Job) -> None:
    """Load what is loaded once, and make the fonts that the first edition finds no copy of."""
    if job.mail is not None:
        _prepare_mail()
        return
    if job.format == "pdf":
        from briefing.outputs.engine import keep_faces, load_weasyprint

        load_weasyprint()
        keep_faces()
        return
    from briefing.outputs.fonts import screen_font_faces
    from briefing.rendering.letters import letters

    small = job.briefing.typography.small_capitals
    screen_font_faces(letters(job.briefing), small_capitals=small)
