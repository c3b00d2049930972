"""Auditing: whether anything withheld from an audience is in a finished file.

What is withheld is the difference between the whole dossier and the cleared one, text by text, and
what bears a mark above the audience's clearance whatever the clearing made of it.
"""

from briefing.auditing.audit import audit
from briefing.auditing.leaves import Leaf, Owner, Places
from briefing.auditing.needles import Needles, find_needles
from briefing.auditing.values import AuditedFile, Form, Leak, Needle, Report

__all__ = [
    "AuditedFile",
    "Form",
    "Leaf",
    "Leak",
    "Needle",
    "Needles",
    "Owner",
    "Places",
    "Report",
    "audit",
    "find_needles",
]
