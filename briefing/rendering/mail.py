"""From the e-mail of a briefing to its two bodies, HTML and text."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import BaseLoader, TemplateNotFound

from briefing.model.briefing import Briefing
from briefing.model.mail import HTML_BODY, TEXT_BODY, Carried, MailPages
from briefing.model.mailing import NO_MAILING
from briefing.model.templates import MAIL, MAIL_TEXT, Templates
from briefing.rendering.plain_text import finished
from briefing.rendering.references import Cite
from briefing.rendering.render import filled, template_environment, template_values, typesetter_of
from briefing.rendering.sandbox import SafeEnvironment
from briefing.typesetting import Typesetter
from briefing.typesetting.frame import Frame

_BODIES: Final = ((MAIL, HTML_BODY), (MAIL_TEXT, TEXT_BODY))
_SPACES: Final = re.compile(r"[ \t\r\n]+")


def render_mail(
    briefing: Briefing,
    carried: Carried,
    *,
    loader: BaseLoader,
    stylesheet: str = "",
    generator: str = "briefing",
    frame: Frame | None = None,
    cite: Cite | None = None,
    templates: Templates | None = None,
) -> MailPages:
    """Render the e-mail `briefing`, which `briefing.assembling.mail` cut, with what it carries.

    A template without an e-mail of its own has that of ours. Raises `FaultyTemplateError` when a
    template is wrong.
    """
    by = typesetter_of(briefing, frame)
    environment = template_environment(loader, by, cite, templates, briefing.template)
    shared = template_values(briefing, by) | {
        "stylesheet": stylesheet,
        "generator": generator,
        "carried": carried,
        "subject": subject(briefing, by),
        "preheader": preheader(briefing, by),
    }
    html, text = (
        filled(environment, _entry(environment, briefing.template, name), values, templates)
        for name, values in ((file, shared | {"medium": body}) for file, body in _BODIES)
    )
    return MailPages(
        html=html,
        text=finished(text),
        subject=shared["subject"],
        preheader=shared["preheader"],
        title=briefing.title,
        language=by.frame.language,
        audience=briefing.audience,
    )


def subject(briefing: Briefing, by: Typesetter) -> str:
    """Return the subject, set, after what its reader must know before the message is opened.

    FIRST asks for the TLP label there (TLP 2.0, 3, “How to use TLP in messaging”).
    """
    frame = by.frame
    warned = [frame.say("Brouillon")] if briefing.draft else []
    warned += [f"TLP:{briefing.tlp.upper()}"] if briefing.tlp else []
    warned += [frame.say("Sous embargo")] if briefing.embargo else []
    title = (briefing.mailing or NO_MAILING).subject or briefing.title
    return _line(" ".join([*(f"[{label}]" for label in warned), by.text(title)]))


def preheader(briefing: Briefing, by: Typesetter) -> str:
    """Return what a list of messages shows beside the subject, set."""
    return _line(by.text((briefing.mailing or NO_MAILING).preheader or briefing.subtitle))


def _line(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def _entry(environment: SafeEnvironment, name: str, file: str) -> str:
    """Return the template of an e-mail: that of the folder, else that of all."""
    own = f"{name}/{file}"
    try:
        if environment.loader is not None:
            environment.loader.get_source(environment, own)
    except TemplateNotFound:
        return file
    return own
