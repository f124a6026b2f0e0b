# Das Glas: was ihr beide fürs nächste Mal zur Seite legt.

jar-title = Fürs nächste Mal
jar-lead = Was du hineinlegst, wartet auf euer nächstes Gespräch. Bis du es dort öffnest, gehört es nur dir.
jar-whose = Wer legt etwas hinein?
jar-honest = Auf einem gemeinsamen Laptop schützt das nur eure Rücksicht, kein Schloss.
jar-words = { $name }, was möchtest du mitbringen?
jar-hint = Wird beim Schreiben gespeichert.
jar-failed = Das ließ sich noch nicht speichern. Deine Worte stehen noch da.
jar-long = Das ist zu lang für einen Zettel. Bis zu { $most } Zeichen passen.
jar-put = Hineinlegen
jar-is-in = Es liegt im Glas.
jar-notes = { $name }, das liegt schon von dir darin
jar-change = Ändern
jar-out = Herausnehmen
jar-out-title = Das aus dem Glas nehmen?
jar-out-text = Es ist dann endgültig weg.
jar-out-yes = Herausnehmen
jar-close = Das Glas schließen

jar-home-one = Im Glas fürs nächste Mal: { $name } { $count }
jar-home-both = Im Glas fürs nächste Mal: { $left } { $lefts }, { $right } { $rights }
jar-home-none = Beschäftigt dich etwas? Das Glas behält es fürs nächste Mal.
jar-home-put = Etwas ins Glas legen
jar-home-more = { $count ->
    [one] und noch eine
   *[other] und noch { $count }
}
