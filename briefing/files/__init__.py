"""The only reader and writer of the disk: dossiers in, outputs out, whole or not at all."""

from briefing.files.appending import (
    AppendOnlyFile,
)
from briefing.files.cache import (
    cache_folder,
)
from briefing.files.documents import (
    find_by_digest,
    find_by_name,
    find_folders,
    find_names,
    load_documents,
    require_folders,
)
from briefing.files.loading import (
    CONFIG,
    DOCUMENTS,
    INTRODUCTION,
    LOCK,
    MAX_STRAY,
    NOT_FICHES,
    SUFFIXES,
    is_inside,
    load_dossier,
    load_file,
    load_single,
    plain_files,
)
from briefing.files.machine import (
    machine_error,
)
from briefing.files.state import (
    state_folder,
)
from briefing.files.writing import (
    check_folder,
    copy_starter,
    make_folder,
    remove,
    write_all,
    write_atomically,
    write_folder,
)

__all__ = [
    "CONFIG",
    "DOCUMENTS",
    "INTRODUCTION",
    "LOCK",
    "MAX_STRAY",
    "NOT_FICHES",
    "SUFFIXES",
    "AppendOnlyFile",
    "cache_folder",
    "check_folder",
    "copy_starter",
    "find_by_digest",
    "find_by_name",
    "find_folders",
    "find_names",
    "is_inside",
    "load_documents",
    "load_dossier",
    "load_file",
    "load_single",
    "machine_error",
    "make_folder",
    "plain_files",
    "remove",
    "require_folders",
    "state_folder",
    "write_all",
    "write_atomically",
    "write_folder",
]
