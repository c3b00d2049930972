"""Outputs: an edition in, bytes out."""
