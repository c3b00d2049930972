"""What can be wrong with a full text, or with what it takes to read it."""

from __future__ import annotations

from briefing.errors import BriefingError, MachineError
from briefing.model.finding import message


class DocumentError(BriefingError):
    """A full text can't be read: its format, its size, or its bytes."""


class NotOursError(DocumentError):
    """The file named is none that briefing made: a wrong name, not a failed check."""

    exit_code = 2


def damaged(name: str, form: str, fault: Exception) -> DocumentError:
    """Build the error of a file that isn't what its suffix says, or no longer."""
    return DocumentError(
        message(
            "“{name}” can't be read as {form}: {reason}",
            name=name,
            form=form,
            reason=str(fault).strip() or type(fault).__name__,
        ),
        message("the file may be damaged: open it in another program, and save it again"),
    )


def without_text(name: str) -> DocumentError:
    """Build the error of a file in which there is nothing to quote."""
    return DocumentError(
        message("“{name}” holds no text", name=name),
        message("a scan must first go through character recognition"),
    )


def missing_extra(name: str, extra: str) -> MachineError:
    """Build the error of an installation without the library that reads `name`."""
    return MachineError(
        message("reading “{name}” needs the extra “{extra}” of briefing", name=name, extra=extra),
        message("install it: pip install 'briefing[{extra}]'", extra=extra),
    )
