"""The rules of the house, measured on the source: sizes, types, docstrings, rooms."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "briefing"

Function = ast.FunctionDef | ast.AsyncFunctionDef

CORE = (
    "model",
    "errors",
    "typesetting",
    "mailing",
    "reading",
    "assembling",
    "auditing",
    "clearing",
    "checking",
    "anchoring",
    "comparing",
    "proving",
    "verifying",
    "feeding",
    "drawing",
    "theming",
    *("watching.boxes", "watching.dressing", "watching.overlay", "watching.placing"),
    *("sending.addresses", "sending.domains", "sending.headers", "sending.listmonk.escaping"),
    *("sending.listmonk.multipart", "sending.looking", "sending.outcomes", "sending.outgoing"),
    *("sending.recipients", "sending.recording", "sending.timing"),
    *("watching.policy", "watching.routes", "watching.touching"),
)
IMPURE = {
    *("click", "io", "jinja2", "os", "pathlib", "smtplib", "socket", "subprocess"),
    *("time", "urllib", "weasyprint"),
}
IMPURE_CALLS = {"open", "print", "input", "exec", "eval"}
EDGES = (
    *("api", "audit", "building", "cli", "confinement", "feed", "files", "finished"),
    *("gathering", "houses", "locale", "messages", "outputs", "resources", "sending", "themes"),
    *("verification", "versions", "watching"),
)
# Who may import what; the names are modules or folders of the package.
ROOMS = {
    "bibtexparser": ("reading.bibtex",),
    "citeproc": ("citing.engine",),
    "pylatexenc": ("reading.bibtex",),
    "click": ("cli",),
    "jinja2": ("rendering", "locale"),
    "pathlib": EDGES,
    "smtplib": (),
    "tinycss2": ("theming",),
    "socket": ("sending.session", "sending.wire", "watching.running"),
    "http.client": ("sending.listmonk.client",),
    "idna": ("sending.domains",),
    "keyring": ("sending.credentials",),
    "uvicorn": ("watching.running",),
    "watchfiles": ("watching.noticing", "watching.running"),
    "urllib.request": (),
    "PIL": ("imaging",),
    "docx": ("documents",),
    "pypdf": ("documents",),
    "pypdfium2": ("imaging.thumbnails",),
    "css_inline": ("outputs.inlining",),
    "trafilatura": ("documents",),
    "weasyprint": ("outputs.engine",),
}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "rmdir", "touch"}
WRITERS = ("files", "locale")


# ---- What is measured ----------------------------------------------------------------------


@cache
def modules() -> dict[str, ast.Module]:
    """Return the source of the package: `reading.fiche` → its tree."""
    return {name_of(path): ast.parse(path.read_text("utf-8")) for path in files()}


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def lines(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the modules that `tree` imports, at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def is_fully_typed(function: Function) -> bool:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    named += [extra for extra in (arguments.vararg, arguments.kwarg) if extra]
    untyped = [argument.arg for argument in named if argument.annotation is None]
    return function.returns is not None and set(untyped) <= {"self", "cls"}


def public_without_docstring(tree: ast.Module | ast.ClassDef, owner: str) -> Iterator[str]:
    """Yield the public classes, functions and methods that say nothing of themselves."""
    for node in tree.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None and not is_overload(node):
            yield f"{owner}.{node.name}"
        if isinstance(node, ast.ClassDef):
            yield from public_without_docstring(node, f"{owner}.{node.name}")


def is_overload(node: Function | ast.ClassDef) -> bool:
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def impurities(tree: ast.AST) -> list[str]:
    """Return what a module of the core may neither import nor call."""
    found = [name for name in imports(tree) if name.split(".")[0] in IMPURE]
    return found + [name for name in called(tree) if name in IMPURE_CALLS]


def called(tree: ast.AST) -> Iterator[str]:
    """Yield the bare names that are called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def strangers(name: str, tree: ast.AST) -> list[str]:
    """Return the libraries that the module `name` imports outside their rooms."""
    return [
        imported
        for imported in imports(tree)
        for library, rooms in ROOMS.items()
        if within(imported, (library,)) and not within(name, rooms)
    ]


def writes(tree: ast.AST) -> list[str]:
    """Return the calls of `tree` that change the disk."""
    methods = (
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return [name for name in (*methods, *called(tree)) if name in WRITING | {"open"}]


# ---- The rules -----------------------------------------------------------------------------


def test_no_module_is_over_400_lines() -> None:
    sizes = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in files()}
    assert {name: size for name, size in sizes.items() if size > 400} == {}


def test_the_median_module_has_at_most_120_lines() -> None:
    sizes = [len(path.read_text("utf-8").splitlines()) for path in files()]
    assert statistics.median([size for size in sizes if size]) <= 120


def test_no_function_is_over_40_lines() -> None:
    long = {
        f"{name}.{function.name}": lines(function)
        for name, tree in modules().items()
        for function in functions(tree)
        if lines(function) > 40
    }
    assert long == {}


def test_most_functions_have_at_most_20_lines() -> None:
    sizes = [lines(function) for tree in modules().values() for function in functions(tree)]
    assert sum(size <= 20 for size in sizes) / len(sizes) >= 0.85


def test_every_function_is_typed() -> None:
    untyped = [
        f"{name}.{function.name}"
        for name, tree in modules().items()
        for function in functions(tree)
        if not is_fully_typed(function)
    ]
    assert untyped == []


def test_everything_public_has_a_docstring() -> None:
    silent = [
        public
        for name, tree in modules().items()
        for public in public_without_docstring(tree, name)
    ]
    assert silent == []


def test_every_module_has_a_docstring() -> None:
    assert [n for n, tree in modules().items() if tree.body and not ast.get_docstring(tree)] == []


def test_the_core_is_pure() -> None:
    core = {name: tree for name, tree in modules().items() if within(name, CORE)}
    assert core
    assert {name: found for name, tree in core.items() if (found := impurities(tree))} == {}


def test_each_library_keeps_to_its_room() -> None:
    found = {name: strangers(name, tree) for name, tree in modules().items()}
    assert {name: libraries for name, libraries in found.items() if libraries} == {}


def test_only_files_writes_to_the_disk() -> None:
    others = {name: tree for name, tree in modules().items() if not within(name, WRITERS)}
    assert {name: found for name, tree in others.items() if (found := writes(tree))} == {}


def test_templates_and_styles_hold_no_code() -> None:
    """A `.py` there would break editable installs."""
    assert [*(ROOT / "templates").rglob("*.py"), *(ROOT / "styles").rglob("*.py")] == []


@pytest.mark.parametrize("module", ["briefing", "briefing.cli"])
def test_the_heavy_libraries_load_only_when_needed(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({{'weasyprint', 'jinja2'}} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.split() == []


# ---- The rules can fail --------------------------------------------------------------------


@pytest.mark.parametrize(
    "code",
    ["import os.path", "from urllib.parse import quote", "def f():\n    import time", "open('x')"],
)
def test_an_impurity_is_seen(code: str) -> None:
    assert impurities(ast.parse(code))


@pytest.mark.parametrize(
    ("module", "code", "allowed"),
    [
        ("outputs.engine", "import weasyprint", True),
        ("outputs.html", "from weasyprint import HTML", False),
        ("rendering.environment", "import jinja2.sandbox", True),
        ("outputs.html", "from jinja2 import Environment", False),
        ("cli.build", "import click", True),
        ("messages", "import click", False),
        ("rendering.loader", "from pathlib import Path", False),
        ("files", "from urllib import request", False),
    ],
)
def test_a_stranger_is_seen(module: str, code: str, allowed: bool) -> None:
    assert (strangers(module, ast.parse(code)) == []) is allowed


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("def f(a: int, *b: int, **c: int) -> None: ...", True),
        ("def f(self, a: int) -> None: ...", True),
        ("def f(a: int): ...", False),
        ("def f(a) -> int: ...", False),
        ("def f(*a) -> int: ...", False),
    ],
)
def test_a_missing_annotation_is_seen(code: str, typed: bool) -> None:
    (function,) = functions(ast.parse(code))
    assert is_fully_typed(function) is typed


def test_a_missing_docstring_is_seen() -> None:
    code = "class A:\n    'Says.'\n    def b(self): ...\n    def _c(self): ...\ndef d(): ..."
    assert list(public_without_docstring(ast.parse(code), "m")) == ["m.A.b", "m.d"]


def test_writing_is_seen() -> None:
    assert writes(ast.parse("path.write_text('x'); open('y')")) == ["write_text", "open"]
