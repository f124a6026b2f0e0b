# Was über einem Schritt liegt: was im Weg steht, eine Auszeit, Sätze zum Einrenken; und was daneben bereitliegt.

over-hard = Hinhören fällt schwer
over-break = Auszeit
over-repair = Wenn’s hakt
over-words = Wörter
over-card = Karte ziehen
over-keys = Mehr
over-close = Schließen

over-block-label = Hinhören fällt schwer
over-naming-soft = Das dürft ihr beide sagen. Ohne Begründung.
over-naming-say = Was steht gerade im Weg?
over-naming-write = In eigenen Worten
over-naming-more = Alle zeigen
over-naming-go = Aussprechen
over-saying-soft = Sag es laut. Die andere Person dankt; nichts ist zu lösen.
over-saying-say = Was steht im Weg?
over-saying-go = Ist gesagt
over-after-say = Was hilft jetzt?
over-after-go-on = Weiter
over-after-go-on-line = Derselbe Schritt, dieselben Worte.
over-after-smaller = Kleiner machen
over-after-smaller-line = Ein kleines Stück davon, eine Minute.
over-after-break = Auszeit nehmen
over-after-break-line = Eine Weile getrennt, dann zurück zum selben Satz.

over-break-label = Eine Auszeit
over-break-soft = Der Körper braucht Zeit: getrennt, etwas Beruhigendes, kein Grübeln.
over-break-say = Wann trefft ihr euch wieder hier?
over-break-minutes = In { $minutes } Minuten
over-break-hour = In einer Stunde
over-break-tomorrow = Morgen um diese Zeit
over-break-other = Andere Dauer
over-break-length = Minuten, bis zu 24 Stunden
over-break-short = Ein Körper braucht etwa 20 Minuten, um ruhig zu werden. Kürzer hilft selten.
over-break-wrong = Von 1 bis 1440 Minuten.
over-break-take = Auszeit beginnen
over-break-perhaps = Vielleicht: { $thing }

over-away-say = Ihr trefft euch wieder hier: { $when }.
over-away-back = Wir sind zurück
over-return-say = Wieder da. Dort weitermachen, wo ihr wart?
over-return-more = Noch etwas Zeit

over-repair-label = Wenn’s hakt
over-repair-say = Sag einen davon laut.
over-repair-go = Weiter

over-words-title = Wörter für Gefühle und Bedürfnisse
over-words-search = Ein Wort suchen
over-words-feelings = Gefühle
over-words-needs = Bedürfnisse
over-words-more = Tippt, um die anderen { $count } zu finden.
over-words-none = So ein Wort ist hier nicht dabei.
over-browse-title = Karten
over-topics-title = Aus dem Glas
over-topics-agreed = Darüber wolltet ihr reden
over-topics-none = Im Glas wartet nichts.
over-lines-said = { $help ->
        [full] { $who } sieht die ganzen Sätze.
        [hint] { $who } sieht ein Stichwort.
       *[off] { $who } sieht keine Sätze.
    }

over-keys-title = Tasten
over-key-go-on = Weiter
over-key-pause = Pause, und wieder weiter
over-key-back = Einen Schritt zurück
over-key-more-time = Noch eine Minute
over-key-write = Eine Zeile schreiben
over-key-choose = Eine Antwort wählen
over-key-arrows = Von Antwort zu Antwort
over-key-hard = Hinhören fällt schwer
over-key-break = Auszeit
over-key-repair = Wenn’s hakt
over-key-words = Wörter für Gefühle und Bedürfnisse
over-key-lines = Sätze ganz, als Stichwort oder gar nicht
over-key-card = Karte ziehen
over-key-cards = In den Karten blättern
over-key-topics = Was im Glas wartet
over-key-nothing = Diesmal nichts, oder ein anderes Mal
over-key-keys = Diese Tasten
over-key-hide = Fenster verbergen
over-key-field = Fertig mit dem Feld
