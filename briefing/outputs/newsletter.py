"""A newsletter as a folder, to be pasted into any service, or uploaded to it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.mailing.letter import Enclosure
from briefing.model.mail import MailPages
from briefing.outputs.inlining import fragment, unmarked
from briefing.outputs.mail_pictures import MailPicture

README = "LISEZMOI.txt"
_COLUMNS: Final = 72
_NAMES: Final = 21
"""Columns of the names of files; a longer one has its line."""


def newsletter_files(
    pages: MailPages, pictures: Iterable[MailPicture], pdf: Enclosure, *, linked: bool = False
) -> dict[str, bytes]:
    """Return the files of the folder by their names; the HTML of `pages` is inlined.

    `linked` says whether the message has a link to the edition on the web.
    """
    kept = tuple(pictures)
    return {
        "message.html": unmarked(pages.html).encode(),
        "message.txt": pages.text.encode(),
        "fragment.html": fragment(pages.html).encode(),
        "objet.txt": f"{pages.subject}\n".encode(),
        "preheader.txt": f"{pages.preheader}\n".encode(),
        pdf.plain_name: pdf.data,
        **{picture.name: picture.data for picture in kept},
        README: "\n".join(_readme(pages, kept, pdf, linked=linked)).encode(),
    }


def _readme(
    pages: MailPages, pictures: Sequence[MailPicture], pdf: Enclosure, *, linked: bool
) -> Iterator[str]:
    shown = [picture.name for picture in pictures if f'src="{picture.name}"' in pages.html]
    yield pages.subject
    yield ""
    yield from _lines(
        "Ce dossier contient tout ce qu’il faut pour envoyer le briefing par un service de lettres"
        " d’information."
    )
    yield ""
    for name, told in _CONTENTS:
        yield from _listed(name, told)
    yield from _listed(pdf.plain_name, "le PDF à joindre, sous ce nom~:")
    yield f"{'':<{_NAMES}}{pdf.name}"
    for picture in pictures:
        size = f"{picture.width}~× {picture.height}~pixels" if picture.width else "du gabarit"
        told = f"{size}, montrée dans le message" if picture.name in shown else size
        yield from _listed(picture.name, told)
    yield ""
    for number, step in enumerate(_steps(shown, linked=linked), 1):
        yield from _lines(step, f"{number}. ", "   ")
    yield ""


def _steps(shown: Sequence[str], *, linked: bool) -> Iterator[str]:
    """Yield what is to be done, in order."""
    yield "Créez une campagne, avec objet.txt pour objet et preheader.txt pour texte d’aperçu."
    yield (
        "Collez message.html dans l’éditeur de code_; ou fragment.html, si le service a son propre"
        " cadre. Les styles sont déjà dans les éléments~: refusez toute intégration automatique"
        " («_CSS inlining_»)."
    )
    if shown:
        names = " et ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
        them = "leurs noms dans le code par les adresses" if shown[1:] else "son nom par l’adresse"
        yield f"Déposez {names} dans le service, et remplacez {them} que le service donne."
    yield "Collez message.txt comme version en texte brut."
    if linked:
        otherwise = "retirez des deux versions la phrase qui le dit joint."
    else:
        otherwise = (
            "donnez l’adresse de l’édition en ligne (clé «_web_» de [courriel]), reconstruisez, et"
            " retirez la phrase qui le dit joint."
        )
    yield f"Joignez le PDF, si le service le permet_; sinon, {otherwise}"
    yield "Le lien de désinscription est celui du service~: ajoutez-le."


def _listed(name: str, told: str) -> Iterator[str]:
    if len(name) >= _NAMES:
        yield name
        name = ""
    yield from _lines(told, f"{name:<{_NAMES}}", " " * _NAMES)


def _lines(text: str, first: str = "", rest: str = "") -> list[str]:
    """Return `text` in lines, whose `~` and `_` stand for no-break spaces, wide and narrow."""
    held = text.replace("~", "\u00a0").replace("_", "\u202f")
    return textwrap.wrap(
        held,
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


_CONTENTS: Final = (
    ("message.html", "le message entier, styles compris"),
    ("fragment.html", "son contenu seul, pour un service qui a son cadre"),
    ("message.txt", "sa version en texte brut, à 72~colonnes"),
    ("objet.txt", "l’objet"),
    ("preheader.txt", "le texte d’aperçu, montré près de l’objet"),
)
