# Was der Schreibtisch zeigt. Neutrale Worte: Andere sehen sie vielleicht.

desktop-title = Both Heard
desktop-reminder-title = Eure Zeit zu zweit
desktop-reminder-body = Es ist die Zeit, die ihr euch vorgenommen habt.
desktop-late-body = Geplant war { $day }, { $time } Uhr.
desktop-ahead-body = { $day }, { $time } Uhr.
desktop-test-body = So sieht eine Erinnerung aus.
desktop-begin = Beginnen
desktop-snooze = In 15 Minuten
desktop-weekday =
    { $weekday ->
        [Mon] Montag
        [Tue] Dienstag
        [Wed] Mittwoch
        [Thu] Donnerstag
        [Fri] Freitag
        [Sat] Samstag
       *[Sun] Sonntag
    }
desktop-tray-next = Nächstes Mal: { $day }, { $time } Uhr
desktop-tray-due = Es ist eure Zeit
desktop-tray-none = Nichts geplant
desktop-tray-open = Öffnen
desktop-tray-quit = Beenden
desktop-return-body = Die Auszeit ist um. Weiter, wenn ihr beide mögt.
desktop-still-away-body = Ihr könnt dort weitermachen, wo ihr wart, oder es lassen. Beides ist gut.
desktop-page-ended = Das Bild in diesem Fenster ist in einer Minute dreimal ausgefallen.
desktop-page-ended-next = Was ihr getippt habt, ist behalten, bis auf etwa die letzten zwei Sekunden. Versucht es bitte noch einmal. Wenn es so weitergeht, startet den Laptop neu und holt, was es für euer System an Neuem gibt.
desktop-page-ended-again = Noch einmal
desktop-page-ended-close = Schließen

# Ein behaltenes Gespräch als Text.
text-file = Gespräch { $date }
text-date =
    { $weekday ->
        [Mon] Montag
        [Tue] Dienstag
        [Wed] Mittwoch
        [Thu] Donnerstag
        [Fri] Freitag
        [Sat] Samstag
       *[Sun] Sonntag
    }, { $day }. { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    } { $year }
text-title = { $date }
text-met = { $one } und { $two } haben sich getroffen. Mehr wurde nicht behalten.
text-together =
    { $one } und { $two }, { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }. Angefangen hat { $beginner }.
text-appreciated = Das hat { $name } gutgetan
text-spoke = { $name } hat erzählt
text-spoke-about = { $name } hat erzählt
text-felt =
    { $felt ->
        [yes] { $name } fühlte sich gehört.
        [mostly] { $name } fühlte sich zum großen Teil gehört.
       *[not-yet] { $name } fühlte sich noch nicht gehört.
    }
text-agreed = Vereinbart
text-agreed-line = { $name }: { $text }
text-note = Eure Notiz
text-left-out = Etwas von diesem Gespräch ließ sich nicht lesen und fehlt hier. Alles andere davon ist da.
