"""Pictures of a dossier, made ready for print and screen: bytes in, values and findings out."""

from briefing.imaging.picturing import pictured

__all__ = ["pictured"]
