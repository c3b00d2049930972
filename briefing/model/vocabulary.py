"""The closed vocabularies of a fiche, each value as the analyst writes it."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an extract is used for (`nature`)."""

    KEY_POINT = "point clé"
    POSITION = "position"
    QUESTION = "question"
    EVENT = "événement"
    FIGURE = "chiffre"
    CONTEXT = "contexte"


class Voice(StrEnum):
    """Whose words an extract holds (`voix`), from the most to the least direct."""

    DIRECT = "directe"
    REPORTED = "rapportée"
    ATTRIBUTED = "attribuée"
    OWN = "propre"

    @property
    def rank(self) -> int:
        """0 for the party's own words; higher the further from them."""
        return VOICE_RANKS[self]


VOICE_RANKS = {voice: rank for rank, voice in enumerate(Voice)}


class Status(StrEnum):
    """What kind of assertion an extract is (`statut`); never mixed in print."""

    FACT = "fait"
    CLAIM = "déclaration"
    ANALYSIS = "analyse"
    HYPOTHESIS = "hypothèse"


class Dating(StrEnum):
    """Whether a date stands in the document or was inferred by the analyst (`datation`)."""

    GIVEN = "donnée"
    INFERRED = "déduite"


class Likelihood(StrEnum):
    """How likely the speaker holds it to be (`vraisemblance`)."""

    ALMOST_EXCLUDED = "presque exclu"
    VERY_UNLIKELY = "très improbable"
    UNLIKELY = "improbable"
    EVEN = "à chances égales"
    LIKELY = "probable"
    VERY_LIKELY = "très probable"
    ALMOST_CERTAIN = "presque certain"


class Reliability(StrEnum):
    """NATO rating of a source (`fiabilité`), AJP-2.1; shown if given, never computed."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """NATO rating of an item of information (`véracité`), AJP-2.1."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"


class Tlp(StrEnum):
    """Traffic Light Protocol 2.0 (FIRST), from the most to the least open."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber+strict"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for what anybody may read; the higher, the fewer."""
        return TLP_RANKS[self]

    @property
    def label(self) -> str:
        """The label that FIRST has print bear: `TLP:AMBER+STRICT`."""
        return f"TLP:{self.value.upper()}"


TLP_RANKS = {mark: rank for rank, mark in enumerate(Tlp)}


class DivergenceKind(StrEnum):
    """How documents, or passages of one document, fail to agree (`nature` of a divergence)."""

    DISAGREEMENT = "désaccord"
    EVOLUTION = "évolution"
    CONTRADICTION = "contradiction"
    PROBABLE_ERROR = "erreur probable"
    ANACHRONISM = "anachronisme"
    FIGURES = "chiffres à ne pas additionner"


class SourceType(StrEnum):
    """The kind of document a source is (`type`)."""

    REPORT = "rapport"
    NOTE = "note"
    ARTICLE = "article"
    COLUMN = "chronique"
    WEB_PAGE = "page web"
    POST = "publication"
    SPEECH = "discours"
    INTERVIEW = "entretien"
    PRESS_RELEASE = "communiqué"
    BROADCAST = "émission"
    BOOK = "livre"
    CHAPTER = "chapitre"
    LEGAL = "texte juridique"
    THESIS = "thèse"
