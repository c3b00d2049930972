"""From a briefing to the HTML of an edition."""

from __future__ import annotations

from functools import cache

from jinja2 import BaseLoader, Environment, StrictUndefined
from jinja2.exceptions import TemplateError, TemplateSyntaxError

from briefing.assembling.anchors import anchor
from briefing.errors import BriefingError, UsageError
from briefing.model.briefing import Briefing
from briefing.model.edition import Edition, Medium
from briefing.model.finding import message
from briefing.reading.findings import did_you_mean
from briefing.rendering.filters import filters
from briefing.rendering.references import Cite
from briefing.typesetting import Typesetter
from briefing.typesetting.conventions import is_french
from briefing.typesetting.frame import Frame

BLOCKS = {
    "points-clés": "key_points",
    "changements": "changes",
    "chapeau": "introduction",
    "chiffres": "figures",
    "positions": "positions",
    "chronologie": "chronology",
    "divergences": "divergences",
    "questions": "questions",
    "sources": "sources",
    "méthode": "method",
    "mentions": "back_matter",
}
"""The template block of each section of an audience."""
SECTION_OF = {block: section for section, block in BLOCKS.items()}


def render(
    briefing: Briefing,
    medium: Medium | str,
    *,
    loader: BaseLoader,
    stylesheet: str = "",
    generator: str = "briefing",
    fingerprint: str = "",
    frame: Frame | None = None,
    cite: Cite | None = None,
) -> Edition:
    """Render `briefing` for `medium` with the templates that `loader` finds.

    `stylesheet` is the CSS of the edition, put whole into its head; `fingerprint` is that of the
    files attached to its PDF, which print names. `frame` has the labels; without it they are
    French. `cite` gives references in a citation style. Raises `BriefingError` when a template is wrong,
    `UsageError` when there is no such section.
    """
    medium = Medium(medium)
    by = _typesetter(briefing, frame)
    environment = _environment(loader, by, cite)
    try:
        template = environment.get_template(f"{briefing.template}/briefing.html.j2")
        html = template.render(
            briefing=briefing,
            medium=medium.value,
            blocks=[_block(name) for name in briefing.sections if _is_told(name, briefing)],
            stylesheet=stylesheet,
            generator=generator,
            fingerprint=fingerprint,
            anchor=anchor,
            section_of=SECTION_OF,
            language=by.frame.language,
            foreign=by.foreign,
        )
    except TemplateError as fault:
        raise _template_error(fault) from fault
    return Edition(html, medium, briefing.title, by.frame.language, briefing.audience)


def _is_told(section: str, briefing: Briefing) -> bool:
    """Say whether a section is printed, were it empty: only « Ce qui a changé » may not be."""
    return section != "changements" or briefing.changes is not None


def _block(section: str) -> str:
    if section not in BLOCKS:
        text = message("unknown value “{name}” for “{key}”", name=section, key="sections")
        raise UsageError(text, did_you_mean(section, BLOCKS))
    return BLOCKS[section]


def _typesetter(briefing: Briefing, frame: Frame | None) -> Typesetter:
    """Return the typesetter of the analyst's texts; one country sets frame and texts alike."""
    if frame is None:
        frame = Frame(briefing.language if is_french(briefing.language) else "fr")
    texts = frame.foreign(briefing.text_language) or frame.language
    return Typesetter(texts, briefing.typography, frame)


def _environment(loader: BaseLoader, typesetter: Typesetter, cite: Cite | None) -> Environment:
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters.update(filters(typesetter, cite))
    frame, labels = typesetter.frame, typesetter.labels
    set_label = cache(labels.text)

    def said(label: str) -> str:
        """Say a label in the language of the frame, set as all that is printed."""
        return set_label(frame.say(label))

    def counted(singular: str, plural: str, number: int) -> str:
        """Choose a label by number, as the language of the frame does."""
        return set_label(frame.count(singular, plural, number))

    environment.install_gettext_callables(said, counted, newstyle=True)  # type: ignore[attr-defined]
    return environment


def _template_error(fault: TemplateError) -> BriefingError:
    if isinstance(fault, TemplateSyntaxError):
        place = f"{fault.name}:{fault.lineno}"
        return BriefingError(message("{place}: {reason}", place=place, reason=str(fault.message)))
    return BriefingError(message("the template failed: {reason}", reason=str(fault)))
