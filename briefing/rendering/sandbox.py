"""Where templates run: they see plain values, and reach nothing of Python or of the machine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, partial
from inspect import getattr_static
from types import BuiltinMethodType, MappingProxyType
from typing import Any, Final

from jinja2 import BaseLoader, StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

LONGEST: Final = 1_000_000
"""Signs or items that one product may have: beyond, it is no page."""
MOST_BITS: Final = 10_000
_WIDE: Final = re.compile(r"%(?:\([^)]*\))?[^a-zA-Z%]*?(?:\*|\d{5,})")
_TEXT: Final = frozenset(
    (
        "capitalize casefold count endswith find index isalnum isalpha isdecimal isdigit islower "
        "isnumeric isspace isupper join lower lstrip partition removeprefix removesuffix replace "
        "rfind rindex rpartition rsplit rstrip split splitlines startswith strip striptags "
        "swapcase title upper"
    ).split()
)
_OF_TYPES: Final[Mapping[type, frozenset[str]]] = {
    str: _TEXT,
    list: frozenset(("count", "index")),
    tuple: frozenset(("count", "index")),
    Mapping: frozenset(("get", "items", "keys", "values")),
    LoopContext: frozenset(
        (
            "changed cycle depth depth0 first index index0 last length nextitem previtem "
            "revindex revindex0"
        ).split()
    ),
    Macro: frozenset(("name",)),
}
_OPEN: Final = (TemplateModule, Namespace)
"""They hold what templates put there; their own names begin with “_”."""
_SPEAKING: Final = (str, int, float, type(None), Undefined)
"""What prints as a reader may read it."""
_OURS: Final = "briefing."
FILTERS: Final = frozenset(
    (
        "abs batch capitalize count d default dictsort e escape first float groupby int items "
        "join last length list lower map max min reject rejectattr replace reverse round safe "
        "select selectattr slice sort string striptags sum title trim truncate unique upper "
        "urlencode wordcount"
    ).split()
)
"""The filters of Jinja2 that templates may use."""
GLOBALS: Final = frozenset(("_", "dict", "namespace", "range"))
"""Its functions that they may call."""


class RefusedError(SecurityError):
    """A template asked for what it may not have; `what` is the name of it."""

    def __init__(self, what: str, reason: str = "") -> None:
        super().__init__(reason or what)
        self.what = what


class SafeEnvironment(ImmutableSandboxedEnvironment):
    """Runs templates; escapes all that they print, and knows every name that they use."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=printable,
            extensions=["jinja2.ext.i18n"],
        )
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.globals = {name: self.globals[name] for name in GLOBALS}

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as Jinja2 calls it
    ) -> str:
        """Compile a template, unless it would print without escaping."""
        modifier = source.find(nodes.EvalContextModifier)
        if modifier is not None:
            said = "escaping can't be switched off"
            raise TemplateSyntaxError(said, modifier.lineno, name, filename)
        return super()._generate(source, name, filename, defer_init)

    def join_path(self, template: str, parent: str) -> str:
        """Let a template that extends its own name mean the one that it covers."""
        covered = getattr(self.loader, "covered", None)
        return str(covered(template, parent)) if covered else template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002, ANN401
        """Let templates read what is declared for them, by name."""
        if attr.startswith("_"):
            return False
        kind: type = type(obj)
        return isinstance(obj, _OPEN) or attr in attributes(kind)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401
        """Let templates call macros, blocks, our functions and the methods of plain values."""
        if isinstance(obj, Macro | BlockReference | LoopContext):
            return True
        if isinstance(obj, BuiltinMethodType):
            return isinstance(obj.__self__, str | list | tuple | dict | MappingProxyType)
        if isinstance(getattr(obj, "__self__", None), str | LoopContext):
            return True  # a method of a text that is escaped, or of a loop
        return any(obj is granted for granted in self.globals.values())

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401
        """Grant no `str.format`: a field of it walks attributes."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401
        """Refuse an attribute when it is used, by its name."""
        refuse = partial(_refused, attribute)
        return self.undefined(name=attribute, obj=obj, exc=refuse)  # type: ignore[arg-type]

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call what may be called; raises `RefusedError` otherwise."""
        if isinstance(obj, Undefined):
            return obj()  # which raises, and names it
        if not self.is_safe_callable(obj):
            raise RefusedError(_name(obj))
        return context.call(obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Compute what may be long, unless it is too long to be of a page."""
        if operator == "*" and max(_product(left, right), _product(right, left)) > LONGEST:
            raise RefusedError("*", "the product is too long")
        if operator == "**" and _bits(left, right) > MOST_BITS:
            raise RefusedError("**", "the number is too large")
        if operator == "%" and isinstance(left, str) and _WIDE.search(left):
            raise RefusedError("%", "the field is too wide")
        return super().call_binop(context, operator, left, right)


@cache
def attributes(kind: type) -> frozenset[str]:
    """Return the names that templates may read of a value of this type."""
    names = {n for type_, known in _OF_TYPES.items() if issubclass(kind, type_) for n in known}
    if issubclass(kind, Enum):
        names |= {"name", "value"}
    if kind.__module__.startswith(_OURS):
        if is_dataclass(kind):
            names |= {field.name for field in fields(kind)}
        names |= set(getattr(kind, "_fields", ()))
        names |= {n for n in dir(kind) if isinstance(getattr_static(kind, n), property)}
    return frozenset(name for name in names if not name.startswith("_"))


def printable(value: Any) -> Any:  # noqa: ANN401 - as Jinja2 hands it over
    """Return what a template prints; raises `RefusedError` for what has no words of its own."""
    if isinstance(value, _SPEAKING) or hasattr(value, "__html__"):
        return value
    raise RefusedError(_name(value), "this prints no text")


def _refused(what: str, _told: str) -> RefusedError:
    return RefusedError(what)


def _product(many: Any, times: Any) -> int:  # noqa: ANN401
    if isinstance(times, int) and isinstance(many, str | list | tuple):
        return len(many) * times
    return 0


def _bits(base: Any, power: Any) -> float:  # noqa: ANN401
    if isinstance(base, int) and isinstance(power, int):
        return base.bit_length() * power
    return 0


def _name(obj: Any) -> str:  # noqa: ANN401
    name = getattr(obj, "__name__", "") if not isinstance(obj, str) else ""
    return str(name or type(obj).__name__)
