"""French prose of any length, with about every trap of the trade in it."""

from __future__ import annotations

from itertools import count, islice, takewhile

SENTENCES = (
    "L'entretien a duré 90 minutes ; il s'est tenu le 12 février 2025, à 18 h 30.",
    'Selon M. Macron, "la paix ne peut être une capitulation" : personne ne le contredit.',
    "Qui garantirait la sécurité de l'Ukraine, et avec quelles forces ?",
    "Les propositions - zone démilitarisée, forces de paix - restent floues...",
    "Le PIB a reculé de 2,1 % en 2023, soit 160 milliards d'euros ; l'aide, elle, a crû de 15 %.",
    "« Nous n'accepterons rien sans nous », a dit V. Zelensky (p. 12, n° 5).",
    "Au XIXe siècle, la 1re conférence de La Haye n'avait rien réglé non plus.",
    "Voir https://www.ifri.org/fr/briefings?id=12:30, ou écrire à contact@ifri.org.",
    "Du 4 au 5 novembre 2025, D. Trump affirme que V. Poutine l'a sollicité !",
    "L'OTAN compte 32 membres ; 1500000 hommes seraient sous les drapeaux.",
    'Il parle d\'un "gel", d\'une "pause", jamais d\'une paix "juste et durable".',
    "Le rapport 3:1 est cité deux fois, à 12:30 et à 14 h, sans source.",
    "C'est-à-dire : ni cession de droit, ni reconnaissance de fait, etc.",
    "La 2e armée du monde avance de 10 km par mois – au mieux – depuis mars 2024.",
    "L'analyste conclut : « Moscou n'est pas pressée ; elle a \"tout son temps\". »",
    "Aujourd'hui, Mme Meloni, le Dr Rubio et S. Lavrov se taisent.",
    "Les sanctions coûteraient de 15 à 20 milliards de dollars par an (voir fig. 3).",
    "Rien n'indique que l'accord soit proche : aucun plan, aucun calendrier, aucun document.",
    "Kyiv demande des garanties vérifiables, non des promesses !",
    "Les Européens - qui paient - veulent leur place à la table.",
)


def prose(size: int) -> str:
    """Return French paragraphs of about `size` bytes; the numbers in them keep them apart."""
    length = 0

    def short(paragraph: str) -> bool:
        nonlocal length
        length += len(paragraph.encode()) + 1
        return length <= size + len(paragraph.encode())

    return "\n".join(takewhile(short, map(_paragraph, count())))


def _paragraph(number: int) -> str:
    start = number * 7 % len(SENTENCES)
    chosen = islice((*SENTENCES, *SENTENCES), start, start + 5)
    return f"{number}. {' '.join(chosen)}"
