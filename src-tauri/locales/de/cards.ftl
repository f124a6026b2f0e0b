# Stapel zum Anfangen, und Listen mit Wörtern, wenn gerade keine da sind.

cards-nav = Stapel und Listen
cards-decks = Zum Anfangen
cards-lists = Wenn Worte fehlen
cards-which = Diese Karten zeigen

cards-deck-this-week = Diese Woche
cards-deck-this-week-line = Etwas aus den letzten Tagen, groß oder klein.
cards-deck-us = Wir zwei
cards-deck-us-line = Nah sein, verschieden sein, wieder zueinanderfinden.
cards-deck-family-and-home = Familie und Zuhause
cards-deck-family-and-home-line = Woher ihr kommt, und was Zuhause für euch ist.
cards-deck-body-and-closeness = Körper und Nähe
cards-deck-body-and-closeness-line = Nah sein, mit viel Berührung, mit wenig oder ganz ohne.
cards-deck-money-and-plans = Geld und Pläne
cards-deck-money-and-plans-line = Geld, viel oder wenig, und Pläne, nah oder fern.
cards-deck-old-hurts = Alte Wunden, behutsam
cards-deck-old-hurts-line = Nehmt etwas, das klein genug für heute ist. Wie es für dich war, nicht wer schuld ist.
cards-deck-joy = Freude
cards-deck-joy-line = Was schön war, lustig oder leicht.
cards-deck-feelings = Gefühle
cards-deck-feelings-line = Wörter zum Draufzeigen, wenn keine kommen wollen.
cards-deck-needs = Bedürfnisse
cards-deck-needs-line = Jedes beendet den Satz „Ich brauche …“.
cards-deck-blocks = Was im Weg steht
cards-deck-blocks-line = Zum Aussprechen, wenn das Hinhören schwerfällt. Es zu sagen gehört dazu.
cards-deck-repair = Sätze, die helfen
cards-deck-repair-line = Kurze Sätze für den Moment, in dem etwas schiefgeht.
cards-deck-soothing = Was beruhigt
cards-deck-soothing-line = Für eine Pause: getrennt, ohne Bildschirm, bis es innen ruhiger ist.

cards-draw = Eine Karte ziehen
cards-draw-any = Aus allen Stapeln
cards-draw-another = Noch eine
cards-draw-away = Weglegen
cards-draw-none = Hier ist alles ausgeblendet. Zeigt eine Karte wieder, dann könnt ihr ziehen.
cards-drawn = Die gezogene Karte

cards-list = Karten
cards-favourite = Favorit
cards-own = von euch
cards-edited = in euren Worten
cards-shown = Diese seht ihr im Gespräch
cards-shown-hint = Die ersten fünf: zuerst Favoriten, dann der Reihe nach.
cards-others = Die übrigen
cards-hidden = { $count ->
    [one] Eine ausgeblendet
   *[other] { $count } ausgeblendet
}

cards-make-favourite = Als Favorit merken
cards-no-favourite = Kein Favorit mehr
cards-hide = Ausblenden
cards-show = Wieder zeigen
cards-edit = Ändern
cards-undo = Zurück zum ersten Wortlaut
cards-first-words = Zuerst: { $text }
cards-delete = Löschen
cards-delete-title = Diese Karte löschen?
cards-delete-text = Sie ist von euch und dann endgültig weg. Ihr könnt sie auch einfach ausblenden.
cards-delete-yes = Löschen

cards-write = Eine eigene schreiben
cards-write-word = Noch ein Wort
cards-words = In euren Worten
cards-keep = Behalten
cards-not-now = Doch nicht
cards-refused-empty = Schreibt bitte ein paar Worte.
cards-refused-long = Das ist zu lang für eine Karte. Bis zu { $most } Zeichen passen.
cards-failed = Das ließ sich gerade nicht speichern. Nichts ist verloren: Versucht es bitte noch einmal.
