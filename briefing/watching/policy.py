"""What a served page may run: what the edition may, our style and our one script, nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape, unescape
from typing import Final

_META: Final = re.compile(
    r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)("\s*/?>)', re.IGNORECASE
)


def digest(inline: str) -> str:
    """Return the source of an inline script or style (CSP level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


def served_policy(script: str) -> str:
    """Return the policy of the answer: no script but ours, whatever a template says.

    Styles are left to the page's own policy, which tells them by their hashes.
    """
    return (
        f"default-src 'none'; script-src {digest(script)}; connect-src 'self'; "
        "style-src 'unsafe-inline'; img-src data:; font-src data:; frame-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def admit(html: str, script: str, style: str) -> str:
    """Return `html` with our `script` and `style` let in by the policy in its head."""

    def widened(found: re.Match[str]) -> str:
        policy = _widened(unescape(found[2]), digest(script), digest(style))
        return f"{found[1]}{escape(policy)}{found[3]}"

    return _META.sub(widened, html)


def _widened(policy: str, script: str, style: str) -> str:
    told = [rule.split() for rule in policy.split(";") if rule.strip()]
    rules = {name.lower(): sources for name, *sources in told}
    for name, source in (("script-src", script), ("style-src", style), ("connect-src", "'self'")):
        sources = rules.get(name, rules.get("default-src", []))
        rules[name] = [*(known for known in sources if known != "'none'"), source]
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())
