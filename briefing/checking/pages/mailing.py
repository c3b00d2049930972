"""370 to 374: `[courriel]`, and the e-mails that it makes."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

MAILING = (
    Page(
        "BR370",
        ERROR,
        message("An address that no mail goes to"),
        message(
            "“expediteur” and “repondre-a” are written as in any message: a name, then the address"
            " between < and >. The domain may have accents, what stands before the “@” may not:"
            " few servers take such addresses."
        ),
        wrong='[courriel]\nexpediteur = "La rédaction"',
        right='[courriel]\nexpediteur = "La rédaction <redaction@exemple.fr>"',
    ),
    Page(
        "BR371",
        ERROR,
        message("A text that would break the head of a message"),
        message(
            "A header is one line. The end of a line in it, or what servers read as an encoded word"
            " (=?utf-8?q?…), could add others: another sender, another recipient. The title and the"
            " subtitle are headers too, where “objet” and “accroche” aren't given."
        ),
        wrong='[courriel]\nobjet = "Note de mai\\nBcc: tous@exemple.fr"',
        right='[courriel]\nobjet = "Note de mai"',
    ),
    Page(
        "BR372",
        ERROR,
        message("A header that a dossier can't give"),
        message(
            "[courriel.en-tetes] takes those of a mailing list (RFC 2369, RFC 2919): List-Id,"
            " List-Unsubscribe, List-Help, List-Subscribe, List-Post, List-Owner, List-Archive."
            " List-Unsubscribe-Post promises a one-click unsubscription, which needs a server that"
            " answers: only a service that has one may add it."
        ),
        wrong='[courriel.en-tetes]\nList-Unsubscribe-Post = "List-Unsubscribe=One-Click"',
        right='[courriel.en-tetes]\nList-Unsubscribe = "<mailto:stop@exemple.fr>"',
    ),
    Page(
        "BR373",
        ERROR,
        message("The web edition has no such address"),
        message(
            "“web” is where the HTML edition will be read: it begins with https:// or http://, has"
            " no space, and may hold {{fichier}}, the name of the file without its suffix, which"
            " each audience has of its own."
        ),
        wrong='[courriel]\nweb = "exemple.fr/notes"',
        right='[courriel]\nweb = "https://exemple.fr/notes/{fichier}.html"',
    ),
    Page(
        "BR374",
        WARNING,
        message("An e-mail was too large, and is shortened"),
        message(
            "Gmail cuts a message at 102 kB, and services add links of their own: over 90 kB the"
            " sources go first, then the positions, the question, and the key points beyond the"
            " third. The attached briefing stays whole."
        ),
        wrong='texte = "Un point clé de vingt pages…"',
        right='texte = "Un point clé de trois lignes."',
    ),
    Page(
        "BR375",
        WARNING,
        message("An e-mail has a picture that mail programs don't show"),
        message(
            "They show PNG, JPEG and GIF; SVG almost nowhere, WebP not everywhere. The e-mail is"
            " made, and where the picture should be, many of its readers will see its words alone."
        ),
        wrong='{% block logo %}<img src="{{ asset("logo.svg") }}" alt="Maison">{% endblock %}',
        right='{% block logo %}<img src="{{ asset("logo.png") }}" alt="Maison">{% endblock %}',
    ),
)
