"""What a served page may run."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape

from briefing.model.edition import Edition
from briefing.rendering.metadata import content_policy
from briefing.watching.policy import admit, digest, served_policy

STYLE, SCRIPT = "a{}", "void 0"


def rules(policy: str) -> dict[str, list[str]]:
    told = [rule.split() for rule in policy.split(";")]
    return {name: sources for name, *sources in told}


def in_head(html: str) -> dict[str, list[str]]:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert found
    return rules(unescape(found[1]))


def test_a_digest_is_that_of_the_standard() -> None:
    expected = base64.b64encode(hashlib.sha256(b"void 0").digest()).decode()
    assert digest(SCRIPT) == f"'sha256-{expected}'"


def test_the_policy_of_an_edition_lets_in_what_is_ours_and_no_more() -> None:
    page = f'<meta http-equiv="Content-Security-Policy" content="{content_policy("p{}")}">'
    before, after = in_head(page), in_head(admit(page, SCRIPT, STYLE))
    assert after.pop("script-src") == [digest(SCRIPT)]
    assert after.pop("connect-src") == ["'self'"]
    assert after.pop("style-src") == [*before.pop("style-src"), digest(STYLE)]
    assert after == before


def test_a_policy_as_templates_write_it_is_found(sample_print: Edition) -> None:
    page = (
        '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
        "<p>&#39;none&#39;</p>"
    )
    assert in_head(admit(page, SCRIPT, STYLE))["default-src"] == ["'none'"]
    assert admit(page, SCRIPT, STYLE).endswith("<p>&#39;none&#39;</p>")
    assert admit(sample_print.html, SCRIPT, STYLE) == sample_print.html


def test_the_answer_lets_no_other_script_run_whatever_a_template_says() -> None:
    told = rules(served_policy(SCRIPT))
    assert told["default-src"] == ["'none'"]
    assert told["script-src"] == [digest(SCRIPT)]
    assert told["frame-ancestors"] == ["'none'"]
