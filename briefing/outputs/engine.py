"""Loading WeasyPrint: quickly, with our fonts alone, and with a word for a person if it can't.

Running it: without waste, and with the same bytes at any time.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import gc
import io
import os
import sys
import warnings
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.errors import MachineError
from briefing.model.finding import message
from briefing.outputs.fonts import fontconfig_file

if TYPE_CHECKING:
    import types

PATIENCE = 100_000
"""New objects between two rounds of the garbage collector while pages are drawn."""


def load_weasyprint() -> types.ModuleType:
    """Import WeasyPrint; raises `MachineError` naming the missing system library's packages."""
    os.environ["FONTCONFIG_FILE"] = str(fontconfig_file())
    os.environ.pop("FONTCONFIG_SYSROOT", None)  # it would be put before the path of our fonts
    try:
        with (
            _quick_library_lookup(),
            contextlib.redirect_stdout(io.StringIO()),
            warnings.catch_warnings(),
        ):
            # Subsetting without HarfBuzz is slower, not wrong: no user should read of it.
            warnings.simplefilter("ignore", DeprecationWarning)
            import weasyprint
    except OSError as fault:
        raise MachineError(
            message("a system library that draws PDF is missing: {reason}", reason=_reason(fault)),
            message(
                "Debian and Ubuntu: apt install {debian}; macOS: brew install {homebrew}",
                debian="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
                homebrew="pango",
            ),
        ) from fault
    module: types.ModuleType = weasyprint
    return module


def keep_faces() -> None:
    """Let the faces that a style sheet brings lie where WeasyPrint puts them.

    For a process that may remove nothing: whoever started it removes the folder.
    """
    from weasyprint.text import fonts

    fonts.rmtree = lambda *_, **__: None


def srgb_profile() -> bytes:
    """Return the colour profile that WeasyPrint brings: sRGB2014, of the ICC.

    Anyone may copy and embed it. WeasyPrint itself would leave its file open.
    """
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


@contextlib.contextmanager
def still_clock() -> Iterator[None]:
    """Keep the time of the day out of the fonts.

    WeasyPrint makes a static font of a variable one through fontTools, which dates it: with the
    variable it reads, the same page gives the same bytes at any time.
    """
    kept = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if kept is not None:
            os.environ["SOURCE_DATE_EPOCH"] = kept


@contextlib.contextmanager
def patient_collector() -> Iterator[None]:
    """Let the garbage collector pass seldom.

    A page is many small objects, nearly all in use until the PDF is written: to look for rubbish
    among them every few hundred, as Python does, takes a fifth of the time and finds little.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(PATIENCE, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


def _reason(fault: OSError) -> str:
    return str(fault).partition(":")[0] or type(fault).__name__


@contextlib.contextmanager
def _quick_library_lookup() -> Iterator[None]:
    """Spare the compiler and linker runs of `find_library` on Linux.

    cffi asks it for each name before it tries the next one, and it starts gcc, ld and ldconfig
    86 times in all; answered None, cffi opens the very same libraries by soname.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    original = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = original
