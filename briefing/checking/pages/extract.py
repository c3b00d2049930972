"""22x and 23x: what an extract must say of itself."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

_PARTS = (
    Page(
        "BR220",
        ERROR,
        message("An extract without an id"),
        message(
            "Notes, key points and the chapeau name an extract by its id. It stays the same when"
            " the statement is reworded or the extract is moved, which a number doesn't."
        ),
        wrong="## La région paie.\n> la région paie\n- nature : contexte\n- statut : fait",
        right="## La région paie.\n> la région paie\n- id : la-region-paie\n"
        "- nature : contexte\n- statut : fait",
    ),
    Page(
        "BR221",
        ERROR,
        message("Not an id"),
        message(
            "An id goes into links and file formats: letters without accents, digits, hyphens,"
            " full stops and underscores, beginning with a letter or a digit."
        ),
        wrong="- id : objectifs affichés",
        right="- id : objectifs-affiches",
    ),
    Page(
        "BR222",
        ERROR,
        message("An id stands twice"),
        message(
            "Two things of one name can't be told apart where they are cited. The extracts of a"
            " fiche have ids of their own; key points, positions, questions and divergences"
            " share the same space of ids in dossier.toml."
        ),
        wrong='[[points-cles]]\nid = "moitie"\ntexte = "Elle paierait peu."',
        right='[[points-cles]]\nid = "peu"\ntexte = "Elle paierait peu."',
    ),
    Page(
        "BR223",
        ERROR,
        message("An extract without a statement"),
        message(
            "The statement, after “## ”, is what the briefing prints: what the extract says, in"
            " your words. The quotation only proves it."
        ),
        wrong="##\n> la région paie\n- id : offre\n- nature : contexte\n- statut : fait",
        right="## La région prend le déficit à sa charge.\n> la région paie\n- id : offre\n"
        "- nature : contexte\n- statut : fait",
    ),
    Page(
        "BR224",
        ERROR,
        message("An extract without a quotation"),
        message(
            "A statement without the passage that bears it out can't be verified by anyone,"
            " neither by the program nor by the reader."
        ),
        wrong="## La région paie.\n- id : offre\n- nature : contexte\n- statut : fait",
        right="## La région paie.\n> nous prendrons en charge la moitié du déficit\n- id : offre\n"
        "- nature : contexte\n- statut : fait",
    ),
    Page(
        "BR225",
        ERROR,
        message("A second quotation in one extract"),
        message(
            "One extract proves one statement by one passage. Parts of one passage are joined by"
            " “[…]”, and each part is verified, in order."
        ),
        wrong="## La région paie.\n> la région\n\n> la moitié du déficit\n- id : offre\n"
        "- nature : contexte\n- statut : fait",
        right="## La région paie.\n> la région […] la moitié du déficit\n- id : offre\n"
        "- nature : contexte\n- statut : fait",
    ),
)

_TAGS = (
    Page(
        "BR226",
        ERROR,
        message("An extract without “nature”"),
        message(
            "“nature” says where the extract is printed: position (matrix and detail), événement"
            " (chronology), question, point clé, chiffre, or contexte."
        ),
        wrong="## La région paie.\n> la région paie\n- id : offre\n- statut : fait",
        right="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte\n"
        "- statut : fait",
    ),
    Page(
        "BR227",
        ERROR,
        message("An extract without “statut”"),
        message(
            "A fact is asserted, a claim is attributed, an analysis and a hypothesis are marked"
            " as such. Without “statut” print couldn't tell them apart, and mixing them is how a"
            " rumour becomes a fact."
        ),
        wrong="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte",
        right="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte\n"
        "- statut : fait",
    ),
    Page(
        "BR228",
        ERROR,
        message("A claim without its speaker"),
        message(
            "A claim is worth what its speaker is worth: the reader has to know who says it. If"
            " the document doesn't name anyone, write “anonyme” and how it describes them."
        ),
        wrong="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte\n"
        "- statut : déclaration",
        right="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte\n"
        "- locuteur : anonyme, un élu régional\n- statut : déclaration",
    ),
    Page(
        "BR229",
        ERROR,
        message("A position without its place"),
        message(
            "A position stands in the matrix at the row of an issue and the column of a party,"
            " with the voice that carries it. Without “partie”, “enjeu” or “voix” it has no"
            " place, or would be lent to the wrong mouth."
        ),
        wrong="## La région paie.\n> la région paie\n- id : offre\n- nature : position\n"
        "- partie : Région\n- statut : analyse",
        right="## La région paie.\n> la région paie\n- id : offre\n- nature : position\n"
        "- partie : Région\n- enjeu : Financement\n- voix : attribuée\n- statut : analyse",
    ),
    Page(
        "BR230",
        WARNING,
        message("A speaker who seems anonymous"),
        message(
            "“un diplomate” is no name. Written as anonymous, the extract is counted and shown"
            " as such; otherwise the description would pass for somebody's name."
        ),
        wrong="- locuteur : un haut responsable français",
        right="- locuteur : anonyme, un haut responsable français",
    ),
    Page(
        "BR231",
        ERROR,
        message("An event without a date"),
        message(
            "An event goes into the chronology, which is sorted by date. An approximate date"
            " (2025-02~) or an open one (2025-08-26/..) is enough; one that you inferred gets"
            " “datation : déduite”."
        ),
        wrong="## La ligne ferme.\n> la ligne ferme\n- id : offre\n- nature : événement\n"
        "- statut : fait",
        right="## La ligne ferme.\n> la ligne ferme\n- id : offre\n- nature : événement\n"
        "- date : 2025-02~\n- statut : fait",
    ),
    Page(
        "BR232",
        WARNING,
        message("Direct words for several parties"),
        message(
            "“directe” says that these are the party's own words: of several parties, those that"
            " never said them would be made to speak."
        ),
        wrong="- partie : Région, Exploitant\n- voix : directe",
        right="- partie : Région\n- voix : directe",
    ),
    Page(
        "BR233",
        WARNING,
        message("Markup in a quotation"),
        message(
            "Of the marks in a quotation, only emphasis (*…*, **…**, _…_) is set; tags, links,"
            " calls of notes and entities are printed as they stand, and are proved as they are"
            " printed: words of yours could hide in them. Copy the words alone; what the document"
            " itself marks so is found without it. Keep the signs only if its readers see them."
        ),
        wrong="## La région paie.\n> la région[^1] paie <b>la moitié</b>",
        right="## La région paie.\n> la région paie **la moitié**",
    ),
)

_DISPLAY = (
    Page(
        "BR234",
        ERROR,
        message("A figure to display, on another kind of extract"),
        message(
            "“chiffre” words the figure that the section “Chiffres clés” prints large; it belongs"
            " to an extract that is used as a figure."
        ),
        wrong="- nature : contexte\n- chiffre : la moitié",
        right="- nature : contexte, chiffre\n- chiffre : la moitié",
    ),
    Page(
        "BR235",
        ERROR,
        message("A figure that the extract doesn't give"),
        message(
            "A figure printed large must be the one that is proved. It has to stand in the"
            " quotation or in the statement; spaces, dashes and capitals don't count, and “15-20”"
            " is the same as “15 à 20”. A sum, a share or another unit is your own work: say so in"
            " the statement, and display that."
        ),
        wrong="- nature : chiffre\n- chiffre : 50 %",
        right="- nature : chiffre\n- chiffre : la moitié",
    ),
    Page(
        "BR236",
        ERROR,
        message("Words printed large that nobody named says"),
        message(
            "A pull quote is read without its surroundings: it must say who speaks, by name. Words"
            " of an anonymous speaker stay in the notes."
        ),
        wrong="- exergue : oui\n- locuteur : anonyme, un élu",
        right="- exergue : oui\n- locuteur : Jeanne Roche, présidente de la région",
    ),
)

EXTRACT = (*_PARTS, *_TAGS, *_DISPLAY)
