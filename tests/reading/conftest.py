"""Laws are checked without a stopwatch: a busy machine is no fault of the program."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
if settings.default is settings.get_profile("default"):  # and not what the command line asks for
    settings.load_profile("patient")
