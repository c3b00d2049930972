"""Templates and style sheets that aren't ours run in a process of their own, within limits."""

from briefing.confinement.limits import Limits
from briefing.confinement.parent import confined

__all__ = ["Limits", "confined"]
