"""Parameter types of the command line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from briefing.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.dates import Date

P = ParamSpec("P")
R = TypeVar("R")

FORMATS = ("pdf", "html", "eml", "newsletter")


class Seconds(click.FloatRange):
    """A number between two others, which NaN isn't, though no comparison says so."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Refuse NaN as what is out of range."""
        number = float(super().convert(value, param, ctx))
        return float(super().convert(math.inf, param, ctx)) if math.isnan(number) else number


class FormatList(click.ParamType[tuple[str, ...]]):
    """`pdf`, or several parted by commas: `pdf,html`."""

    name = "pdf,html"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Cut at commas and refuse what isn't a format."""
        if not isinstance(value, str):
            return value if isinstance(value, tuple) else ()
        names = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",") if part))
        for name in names:
            if name not in FORMATS:
                text = _("“{name}” isn't a format: choose among {known}")
                self.fail(text.format(name=name, known=", ".join(FORMATS)), param, ctx)
        return names


class DossierFolder(click.ParamType[str]):
    """The folder of a dossier, which its `dossier.toml` names as well."""

    name = "dossier"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002 - as Click calls it
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """Return the folder."""
        folder, _slash, name = str(value).rpartition("/")
        return (folder or ".") if name == "dossier.toml" else str(value)


class EdtfDate(click.ParamType["Date"]):
    """A date such as 2025-11-21 or 2025-11."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Date:
        """Parse an EDTF date."""
        from briefing.reading.dates import parse_date

        date = parse_date(str(value))
        if date is None:
            text = _("“{value}” isn't a date: write it as 2025-11-21")
            self.fail(text.format(value=value), param, ctx)
        return date


def format_option(told: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Return the option of a report for people or programs; `told` is its help."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=told,
    )


json_option = click.option(
    "--json", "format_", flag_value="json", help=_("The same as --format json.")
)
"""For those who look for it: every report has its form for programs under both names."""

documents_option = click.option(
    "--documents",
    multiple=True,
    metavar="DIR",
    help=_("A folder that holds full texts; repeatable."),
)
"""Further folders of full texts."""

templates_option = click.option(
    "--templates",
    multiple=True,
    metavar="DIR",
    help=_("A folder of templates, asked after that of the dossier; repeatable."),
)
"""Further folders of templates."""

_timeout_option = click.option(
    "--timeout",
    type=Seconds(min=0.1, max=86_400),
    default=120.0,
    show_default=True,
    metavar="SECONDS",
    help=_("How long an edition may take whose template or theme isn't built in."),
)
_memory_option = click.option(
    "--memory",
    type=click.IntRange(min=64, max=1_000_000),
    default=2048,
    show_default=True,
    metavar="MB",
    help=_("How much memory it may use."),
)


def limits_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the limits of what runs a template that isn't built in."""
    return _timeout_option(_memory_option(command))
