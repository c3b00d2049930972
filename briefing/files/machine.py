"""What the system says when it refuses, in words for the user."""

from __future__ import annotations

import errno
from pathlib import Path

from briefing.errors import MachineError
from briefing.model.finding import message

_REASONS = {
    errno.ENOENT: message("“{path}”: No such file or directory").template,
    errno.EACCES: message("“{path}”: Permission denied").template,
    errno.EPERM: message("“{path}”: Operation not permitted").template,
    errno.EISDIR: message("“{path}”: Is a directory").template,
    errno.ENOTDIR: message("“{path}”: Not a directory").template,
    errno.ENOSPC: message("“{path}”: No space left on device").template,
    errno.EROFS: message("“{path}”: Read-only file system").template,
    errno.ENAMETOOLONG: message("“{path}”: File name too long").template,
}
"""What the system says most often, to be translated: it speaks the language of its locale."""


def machine_error(fault: OSError, path: Path) -> MachineError:
    """Turn an `OSError` into a sentence that names the file and the reason."""
    named = str(fault.filename or path)
    reason = fault.strerror or str(fault)
    known = _REASONS.get(fault.errno or 0) if fault.strerror else None
    return MachineError(
        message(known, path=named)
        if known
        else message("“{path}”: {reason}", path=named, reason=reason),
        message("check the disk space and your rights on the folder, or choose another one"),
    )
