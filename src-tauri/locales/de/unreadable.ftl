# Was sich nicht mehr lesen lässt: was es ist, und was sicher ist.

unreadable-names = Ein Name ließ sich nicht lesen; an seiner Stelle steht eine Zahl. Schreibt ihn in den Einstellungen neu; alles andere ist da.
unreadable-rhythm = Etwas davon, wann ihr euch trefft, ließ sich nicht lesen. Seht in den Einstellungen nach, ob es stimmt; alles andere ist da.
unreadable-check-in = Ein früheres Gespräch ließ sich nicht lesen und kann nicht weitergehen. Was ihr behalten habt, ist da.
unreadable-part = Etwas von diesem Gespräch ließ sich nicht lesen und fehlt hier. Alles andere davon ist da.
unreadable-typed = Etwas, das getippt und noch nicht gespeichert war, ließ sich nicht lesen. Alles andere ist da.
unreadable-agreements = Etwas, das ihr vereinbart habt, ließ sich nicht lesen und fehlt hier. Alles andere ist da.
unreadable-jar = Etwas im Glas ließ sich nicht lesen und fehlt hier. Alles andere ist da.
unreadable-cards = Etwas, das ihr mit einer Karte gemacht habt, ließ sich nicht lesen. Alles andere ist da.
unreadable-formats = Ein Ablauf von euch ließ sich nicht lesen und fehlt hier. Alles andere ist da.
unreadable-past = Einer oder mehrere Abende, die ihr behalten habt, ließen sich nicht lesen und fehlen hier. Sie liegen noch in der Datei; „Löschen“ löscht diese Abende. Alles andere ist da.
unreadable-delete = Löschen
unreadable-delete-title = Löschen, was sich nicht lesen lässt?
unreadable-delete-text = Es liegt noch in der Datei, wo eine spätere Version es vielleicht lesen kann. Danach ist es endgültig weg.
unreadable-delete-yes = Löschen
unreadable-read-only = Die Datei lässt sich gerade nur lesen. Alles, was ihr behalten habt, ist da; Neues lässt sich nicht speichern.
