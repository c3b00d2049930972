"""A newsletter as a folder, to be pasted into any service, or uploaded to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.mailing.letter import Enclosure
from briefing.model.mail import MailPages
from briefing.outputs.inlining import fragment, unmarked
from briefing.outputs.mail_pictures import MailPicture

README = "LISEZMOI.txt"


def newsletter_files(
    pages: MailPages, pictures: Iterable[MailPicture], pdf: Enclosure
) -> dict[str, bytes]:
    """Return the files of the folder by their names; the HTML of `pages` is inlined."""
    shown = tuple(pictures)
    return {
        "message.html": unmarked(pages.html).encode(),
        "message.txt": pages.text.encode(),
        "fragment.html": fragment(pages.html).encode(),
        "objet.txt": f"{pages.subject}\n".encode(),
        "preheader.txt": f"{pages.preheader}\n".encode(),
        pdf.plain_name: pdf.data,
        **{picture.name: picture.data for picture in shown},
        README: "\n".join(_readme(pages, shown, pdf)).encode(),
    }


def _readme(pages: MailPages, pictures: Iterable[MailPicture], pdf: Enclosure) -> Iterator[str]:
    yield pages.subject
    yield ""
    yield "Ce dossier contient tout ce qu’il faut pour envoyer le briefing par un"
    yield "service de lettres d’information."
    yield ""
    for name, told in _CONTENTS:
        yield f"{name:<15}  {told}"
    yield f"{pdf.plain_name}"
    yield f"{'':<15}  le PDF à joindre, sous le nom « {pdf.name} »"
    for picture in pictures:
        size = f"{picture.width} × {picture.height} pixels" if picture.width else "du gabarit"
        yield f"{picture.name:<19}  {size}"
    yield ""
    yield "1. Créez une campagne, avec objet.txt pour objet et preheader.txt pour"
    yield "   texte d’aperçu."
    yield "2. Collez message.html dans l’éditeur de code ; ou fragment.html, si le"
    yield "   service a son propre cadre. Les styles sont déjà dans les éléments :"
    yield "   refusez toute intégration automatique (« CSS inlining »)."
    yield "3. Si le message montre une image, déposez-la dans le service et"
    yield "   remplacez dans le code son nom par l’adresse que le service donne."
    yield "4. Collez message.txt comme version en texte brut."
    yield "5. Joignez le PDF, si le service le permet ; sinon, donnez l’adresse de"
    yield "   l’édition en ligne (clé « web » de [courriel]) et reconstruisez."
    yield "6. Le lien de désinscription est celui du service : ajoutez-le."
    yield ""


_CONTENTS = (
    ("message.html", "le message entier, styles compris"),
    ("fragment.html", "son contenu seul, pour un service qui a son cadre"),
    ("message.txt", "sa version en texte brut, à 72 colonnes"),
    ("objet.txt", "l’objet"),
    ("preheader.txt", "le texte d’aperçu, que les boîtes montrent près de l’objet"),
)
