"""The only reader and writer of the disk: what is a fiche, and whole files or none."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.documents import MAX_BYTES, DocumentError
from briefing.errors import MachineError, UsageError
from briefing.files import (
    cache_folder,
    copy_starter,
    find_folders,
    find_names,
    load_dossier,
    load_file,
    load_single,
    machine_error,
    write_all,
    write_atomically,
    write_folder,
)
from tests.support import CONFIG, fiche_text, write_dossier


def content(folder: Path) -> dict[str, bytes]:
    """Return all files under `folder`, hidden ones included."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# ---- Reading --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("zotero.json", True),
        ("biblio/zotero.json", True),
        ("../outside.json", False),
        ("link.json", False),
        ("absent.json", False),
        ("biblio", False),
        ("a\\u0000b", False),
    ],
)
def test_a_bibliography_is_read_inside_the_dossier_alone(
    tmp_path: Path, name: str, found: bool
) -> None:
    folder = write_dossier(tmp_path / "d", config=f'bibliographie = "{name}"\n{CONFIG}')
    (tmp_path / "outside.json").write_text("[]")
    (folder / "link.json").symlink_to(tmp_path / "outside.json")
    (folder / "biblio").mkdir()
    for place in (folder, folder / "biblio"):
        (place / "zotero.json").write_text("[]")
    held = load_dossier(folder).bibliography
    assert (held is not None and held.data == b"[]") is found


def test_a_dossier_is_its_files_unread(tmp_path: Path) -> None:
    raw = load_dossier(
        write_dossier(tmp_path, chapeau="Un mot.", fiches={"b": b"\xff", "a": "# A"})
    )
    assert raw.path == str(tmp_path)
    assert raw.config is not None
    assert (raw.config.name, raw.config.data) == ("dossier.toml", CONFIG.encode())
    assert raw.introduction is not None
    assert raw.introduction.data == b"Un mot."
    assert [(file.stem, file.data) for file in raw.fiches] == [("a", b"# A"), ("b", b"\xff")]
    assert raw.fiches[0].path == str(tmp_path / "a.md")


def test_a_single_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    file = load_single(tmp_path / "a.pdf")
    assert (file.path, file.name, file.data) == (str(tmp_path / "a.pdf"), "a.pdf", b"%PDF")


def test_what_may_have_no_end_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    for path in (tmp_path / "a.pdf", Path(os.devnull)):
        with pytest.raises(UsageError, match="isn't a plain file"):
            load_single(path)


def test_a_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.touch()
    os.truncate(path, MAX_BYTES)
    assert len(load_single(path).data) == MAX_BYTES
    os.truncate(path, MAX_BYTES + 1)
    with pytest.raises(DocumentError, match="larger than 50 MB"):
        load_single(path)


def test_what_is_missing_is_none(tmp_path: Path) -> None:
    raw = load_dossier(tmp_path)
    assert (raw.config, raw.introduction, raw.fiches) == (None, None, ())


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "LISEZMOI.md",
        "changelog.md",
        "chapeau.md",
        ".brouillon.md",
        "_notes.md",
        "notes.txt",
        "a.md~",
        "documents/b.md",
    ],
)
def test_what_is_no_fiche(name: str, tmp_path: Path) -> None:
    write_dossier(tmp_path)
    (tmp_path / name).write_text("# Pas une fiche", "utf-8")
    (tmp_path / "dossier.md").mkdir()
    assert [file.name for file in load_dossier(tmp_path).fiches] == ["martin-2025.md"]


@pytest.mark.parametrize("name", ["Été 2025.md", "b.MD"])
def test_a_fiche_may_have_any_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(fiche_text(), "utf-8")
    assert [file.name for file in load_dossier(tmp_path).fiches] == [name]


def test_a_link_to_nothing_is_no_fiche(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "absent.md")
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    assert load_dossier(tmp_path).fiches == ()


@pytest.mark.parametrize("name", ["absent", "absent/encore", "file", "file/encore"])
def test_what_is_no_folder_is_wrong_usage(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match=name) as caught:
        load_dossier(tmp_path / name)
    assert caught.value.hint is not None


def test_a_file_that_cant_be_read_is_the_machines_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    write_dossier(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(MachineError, match=r"martin-2025\.md.*Permission denied"):
        load_dossier(tmp_path)


# ---- Writing --------------------------------------------------------------------------------


def test_all_files_are_written_in_their_order(tmp_path: Path) -> None:
    wanted = {"b.html": b"b", "a.pdf": b"a", "sous/c.txt": b""}
    paths = write_all(tmp_path / "deep" / "out", wanted)
    assert [str(path.relative_to(tmp_path / "deep" / "out")) for path in paths] == list(wanted)
    assert content(tmp_path / "deep" / "out") == wanted


def test_no_file_is_no_folder(tmp_path: Path) -> None:
    assert write_all(tmp_path / "out", {}) == []
    assert not (tmp_path / "out").exists()


def test_a_file_is_replaced_and_others_are_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").write_bytes(b"kept")
    write_atomically(tmp_path / "a", b"new")
    assert content(tmp_path) == {"a": b"new", "b": b"kept"}


def test_a_link_is_replaced_and_what_it_shows_is_left(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"kept")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert (target.read_bytes(), link.read_bytes()) == (b"kept", b"new")


@pytest.mark.skipif(os.name != "posix", reason="rights as on POSIX")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_rights_are_those_of_any_new_file(mask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        (path,) = write_all(tmp_path, {"a": b""})
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def fail_at(monkeypatch: pytest.MonkeyPatch, call: str, turn: int, fault: OSError) -> None:
    """Make the system call `call` fail, the `turn`-th time."""
    calls = iter(range(1, 100))
    real = getattr(os, call)

    def failing(*arguments: object, **options: object) -> object:
        if next(calls) == turn:
            raise fault
        return real(*arguments, **options)

    monkeypatch.setattr(os, call, failing)


@pytest.fixture
def earlier(tmp_path: Path) -> Iterator[Path]:
    """A folder that holds an earlier build, and holds it still at the end."""
    before = {"a.pdf": b"old", "notes.txt": b"kept"}
    write_all(tmp_path, before)
    yield tmp_path
    assert content(tmp_path) == before


@pytest.mark.parametrize("turn", [1, 2])
def test_a_disk_full_leaves_everything_as_it_was(
    turn: int, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    fail_at(monkeypatch, "fsync", turn, full)
    with pytest.raises(MachineError, match="No space left") as caught:
        write_all(earlier, {"a.pdf": b"new", "b.html": b"new"})
    assert str(caught.value.message.values["path"]) == str(earlier)


def test_a_folder_in_the_way_leaves_everything_as_it_was(earlier: Path) -> None:
    (earlier / "b.html").mkdir()
    with pytest.raises(MachineError, match=r"b\.html”: Is a directory"):
        write_all(earlier, {"a.pdf": b"new", "b.html": b"new"})


def test_a_name_that_cant_be_taken_is_told_by_that_name(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(earlier / "a.pdf")
    refused = PermissionError(errno.EACCES, os.strerror(errno.EACCES), f"{path}.part", None, path)
    fail_at(monkeypatch, "replace", 1, refused)
    with pytest.raises(MachineError, match=r"/a\.pdf”: Permission denied"):
        write_all(earlier, {"a.pdf": b"new"})


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_an_interruption_leaves_no_temporary_file(
    call: str, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, call, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_all(earlier, {"a.pdf": b"new", "b.html": b"new"})


@pytest.mark.parametrize("name", ["file", "file/out", "file/deep/out"])
def test_a_file_where_a_folder_should_be(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(MachineError, match=name):
        write_all(tmp_path / name, {"a": b""})
    assert content(tmp_path) == {"file": b"kept"}


# ---- The starter ----------------------------------------------------------------------------


def test_the_starter_goes_into_a_new_or_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    for folder in (tmp_path / "vide", tmp_path / "deep" / "neuf"):
        assert folder / "dossier.toml" in copy_starter(folder)
        assert load_dossier(folder).config is not None


def test_the_starter_never_mixes_with_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "sous").mkdir()
    (tmp_path / "sous" / "notes.txt").write_bytes(b"kept")
    with pytest.raises(UsageError, match="isn't an empty folder"):
        copy_starter(tmp_path)
    assert content(tmp_path) == {"sous/notes.txt": b"kept"}


# ---- A folder at once -----------------------------------------------------------------------


def test_a_folder_appears_with_all_its_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "new" / "a", {"b": b"1", "c": b"2"})
    assert content(tmp_path / "new") == {"a/b": b"1", "a/c": b"2"}


def test_a_folder_that_another_made_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(staged: Path, folder: Path) -> Path:
        folder.mkdir()
        (folder / "b").write_bytes(b"theirs")
        return original(staged, folder)

    original = Path.rename
    monkeypatch.setattr(Path, "rename", rename)
    write_folder(tmp_path / "a", {"b": b"ours"})
    assert content(tmp_path) == {"a/b": b"theirs"}


def test_a_folder_gets_only_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"1")
    (tmp_path / "a" / "c").write_bytes(b"cut sh")
    (tmp_path / "a" / "theirs").write_bytes(b"kept")
    kept = (tmp_path / "a" / "b").stat()
    write_folder(tmp_path / "a", {"b": b"1", "c": b"cut short", "d": b"2"})
    whole = {"a/b": b"1", "a/c": b"cut short", "a/d": b"2", "a/theirs": b"kept"}
    assert content(tmp_path) == whole
    assert (tmp_path / "a" / "b").stat().st_ino == kept.st_ino


def test_a_folder_that_cannot_be_named_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(staged: Path, folder: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left", str(folder))

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(MachineError, match="No space left"):
        write_folder(tmp_path / "a", {"b": b"1"})
    assert content(tmp_path) == {}


# ---- The cache ------------------------------------------------------------------------------


def test_the_cache_is_where_the_user_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "briefing"
    assert cache_folder().is_dir()


def test_the_cache_is_else_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "briefing"


@pytest.mark.parametrize("told", ["", "cache", "~/cache", "./cache"])
def test_a_relative_cache_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    """XDG Base Directory Specification: a relative path is to be taken for invalid."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", told)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert cache_folder() == tmp_path / "home" / ".cache" / "briefing"
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("home", [None, "home"])
def test_without_a_home_the_cache_is_a_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    def nobody(_: Path) -> Path:
        if home:
            return Path(home)
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "expanduser", nobody)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    assert cache_folder() == tmp_path / "briefing-cache"


def test_without_a_writable_home_the_cache_is_a_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    assert cache_folder() == tmp_path / "briefing-cache"


# ---- Messages -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "No space left", "/a/b"), "“/a/b”: No space left on device"),
        (OSError(errno.ENOSPC, "No space left"), "“out”: No space left on device"),
        (OSError(errno.EIO, "Input/output error"), "“out”: Input/output error"),
        (OSError("odd"), "“out”: odd"),
    ],
)
def test_a_failure_names_the_file_and_the_reason(fault: OSError, said: str) -> None:
    error = machine_error(fault, Path("out"))
    assert (str(error.message), error.exit_code) == (said, 3)
    assert error.hint is not None


def test_a_dossier_named_for_its_documents_stands_for_both_folders(tmp_path: Path) -> None:
    (tmp_path / "d" / "documents").mkdir(parents=True)
    (tmp_path / "textes").mkdir()
    folders = [tmp_path / "d", tmp_path / "textes"]
    assert find_folders(folders) == [folders[0], folders[0] / "documents", folders[1]]
    with pytest.raises(UsageError, match="absent"):
        find_folders([tmp_path / "absent"])


def test_the_names_at_hand_are_those_of_files_of_every_folder(tmp_path: Path) -> None:
    (tmp_path / "documents" / "sous").mkdir(parents=True)
    (tmp_path / "textes").mkdir()
    for name in ("documents/b.txt", "documents/.cache", "textes/a.pdf", "textes/b.txt", "c.txt"):
        (tmp_path / name).write_text("", "utf-8")
    assert find_names(tmp_path, [tmp_path / "textes"]) == ("a.pdf", "b.txt", "c.txt")
    assert find_names(tmp_path / "textes") == ("a.pdf", "b.txt")


def test_of_a_file_too_large_for_anything_little_is_read(tmp_path: Path) -> None:
    with (tmp_path / "print.css").open("wb") as sparse:
        sparse.truncate(MAX_BYTES * 20)
    file = load_file(tmp_path, "print.css")
    assert file is not None
    assert len(file.data) == MAX_BYTES + 1
