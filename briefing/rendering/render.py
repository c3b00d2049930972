"""From a briefing to the HTML of an edition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from jinja2 import BaseLoader

from briefing.assembling.anchors import anchor
from briefing.errors import BriefingError, UsageError
from briefing.model.briefing import Briefing
from briefing.model.edition import Edition, Medium
from briefing.model.finding import message
from briefing.model.templates import ENTRY, Templates
from briefing.reading.findings import did_you_mean
from briefing.rendering.assets import asset_function
from briefing.rendering.contract import BLOCKS, FUNCTIONS, VARIABLES
from briefing.rendering.faults import Known, told
from briefing.rendering.filters import filters
from briefing.rendering.references import Cite
from briefing.rendering.sandbox import SafeEnvironment
from briefing.typesetting import Typesetter
from briefing.typesetting.conventions import is_french
from briefing.typesetting.frame import Frame

SECTION_OF: Final = MappingProxyType({block: section for section, block in BLOCKS.items()})
"""The section that each block prints."""


def render(  # noqa: PLR0913 - each is given by name
    briefing: Briefing,
    medium: Medium | str,
    *,
    loader: BaseLoader,
    stylesheet: str = "",
    generator: str = "briefing",
    fingerprint: str = "",
    frame: Frame | None = None,
    cite: Cite | None = None,
    templates: Templates | None = None,
    typesetter: type[Typesetter] = Typesetter,
) -> Edition:
    """Render `briefing` for `medium` with the templates that `loader` finds.

    `stylesheet` is the CSS of the edition, put whole into its head; `fingerprint` is that of the
    files attached to its PDF, which print names. `frame` has the labels; without it they are
    French. `cite` gives references in a citation style. `templates` are those that `loader` has,
    with their files; `typesetter` sets type. Raises `FaultyTemplateError` when a template is wrong,
    `UsageError` when there is no such section.
    """
    medium = Medium(medium)
    by = typesetter_of(briefing, frame, typesetter)
    environment = template_environment(loader, by, cite, templates, briefing.template)
    values = template_values(briefing, by) | {
        "medium": medium.value,
        "stylesheet": stylesheet,
        "generator": generator,
        "fingerprint": fingerprint,
    }
    html = filled(environment, f"{briefing.template}/{ENTRY}", values, templates)
    return Edition(html, medium, briefing.title, by.frame.language, briefing.audience)


def filled(
    environment: SafeEnvironment, entry: str, values: dict[str, Any], templates: Templates | None
) -> str:
    """Return what the template `entry` makes of `values`; its faults are told at their line."""
    try:
        return environment.get_template(entry).render(values)
    except (BriefingError, MemoryError):
        raise
    except Exception as fault:
        raise told(fault, _known(environment, entry, templates)) from fault


def template_values(briefing: Briefing, by: Typesetter) -> dict[str, Any]:
    """Return what every template is given of `briefing`."""
    return {
        "briefing": briefing,
        "blocks": list(_blocks(briefing)),
        "language": by.frame.language,
        "foreign": by.foreign,
        "section_of": SECTION_OF,
    }


def _known(environment: SafeEnvironment, entry: str, templates: Templates | None) -> Known:
    found = templates.find(entry) if templates else None
    return Known(
        entry=found[1].path if found else entry,
        texts=templates.texts() if templates else {},
        names=(*VARIABLES, *FUNCTIONS),
        filters=environment.filters,
        templates=templates.texts_by_name() if templates else (),
    )


def _is_told(section: str, briefing: Briefing) -> bool:
    """Say whether a section is printed, were it empty: only « Ce qui a changé » may not be."""
    return section != "changements" or briefing.changes is not None


def _blocks(briefing: Briefing) -> Iterator[str]:
    own = {section.id: section.block for section in briefing.own_sections}
    for name in briefing.sections:
        if name in own:
            yield own[name]
        elif _is_told(name, briefing):
            yield _block(name)


def _block(section: str) -> str:
    if section not in BLOCKS:
        text = message("unknown value “{name}” for “{key}”", name=section, key="sections")
        raise UsageError(text, did_you_mean(section, BLOCKS))
    return BLOCKS[section]


def typesetter_of(
    briefing: Briefing, frame: Frame | None, make: type[Typesetter] = Typesetter
) -> Typesetter:
    """Return the typesetter of the analyst's texts; one country sets frame and texts alike."""
    if frame is None:
        frame = Frame(briefing.language if is_french(briefing.language) else "fr")
    texts = frame.foreign(briefing.text_language) or frame.language
    return make(texts, briefing.typography, frame)


def template_environment(
    loader: BaseLoader,
    by: Typesetter,
    cite: Cite | None = None,
    templates: Templates | None = None,
    place: str = "",
) -> SafeEnvironment:
    """Return where templates run; files are looked for in the folder `place` of `templates`."""
    environment = SafeEnvironment(loader)
    environment.filters.update(filters(by, cite))
    frame, labels = by.frame, by.labels
    set_label = cache(labels.text)

    def said(label: str) -> str:
        """Say a label in the language of the frame, set as all that is printed."""
        return set_label(frame.say(label))

    def counted(singular: str, plural: str, number: int) -> str:
        """Choose a label by number, as the language of the frame does."""
        return set_label(frame.count(singular, plural, number))

    environment.install_gettext_callables(said, counted, newstyle=True)  # type: ignore[attr-defined]
    environment.globals |= {"anchor": anchor, "asset": asset_function(templates, place)}
    return environment
