# Der Rhythmus: wie oft, was vorher gesagt wird, Pausen, was gekommen ist, der Hintergrund.

rhythm-every = Wie oft
rhythm-every-week = Jede Woche
rhythm-every-two-weeks = Jede zweite Woche
rhythm-every-four-weeks = Jede vierte Woche
rhythm-first = Das nächste Mal ist
rhythm-ahead = Vorab erinnern
rhythm-ahead-none = Nein
rhythm-ahead-quarter-hour = 15 Minuten vorher
rhythm-ahead-hour = Eine Stunde vorher
rhythm-ahead-day = Einen Tag vorher
rhythm-repeats = Noch einmal erinnern
rhythm-repeats-hint = Nach 30 Minuten, wenn ihr nicht angefangen, verlegt oder ausgelassen habt.

# Einzelne Male.
rhythm-times = Die nächsten Termine
rhythm-times-none = Nichts ist geplant.
rhythm-move = Verlegen
rhythm-skip = Auslassen
rhythm-restore = Zurücknehmen
rhythm-moved = Statt { $when }
rhythm-added = Nur dieses eine Mal
rhythm-left-out = Fällt aus
rhythm-passed = Diese Zeit ist schon vorbei. Bitte wählt eine, die noch kommt.
rhythm-too-far = Das ist mehr als fünf Jahre hin.
rhythm-too-many = Mehr Pausen haben keinen Platz. Entfernt erst eine.

# Pausen.
rhythm-rests = Pausenwochen
rhythm-rests-hint = Ferien oder ein voller Monat: Dann ist nichts geplant, und nichts wird versäumt.
rhythm-rest-span = { $from } bis { $to }
rhythm-rest-remove = Entfernen
rhythm-rest-add = Eine Pause eintragen
rhythm-rest-from = Von
rhythm-rest-to = Bis
rhythm-rest-as = Zum Beispiel 21.12. oder 21. Dezember.
rhythm-rest-take = Eintragen
rhythm-rest-not-now = Doch nicht
rhythm-rest-wrong = Bitte einen Tag, der noch kommt, zum Beispiel 21.12. oder 21. Dezember.

# Was gekommen ist.
rhythm-later-title = Wann passt es euch besser?
rhythm-later-soon = In 15 Minuten
rhythm-later-evening = Heute Abend, { $time }
rhythm-later-tomorrow = Morgen, { $time }
rhythm-later-skip = Diesmal auslassen

# Erinnerungen.
rhythm-reminders = Erinnerungen
rhythm-test = Probeerinnerung senden
rhythm-test-sent = Sie ist unterwegs: eine kurze Nachricht auf dem Bildschirm.
rhythm-test-help = Es kam nichts? Seht in den Einstellungen des Systems nach, ob Both Heard Mitteilungen zeigen darf und ob „Nicht stören“ an ist.
rhythm-test-none = Hier gibt es nichts, was Mitteilungen anzeigt.
rhythm-test-tray = Erinnerungen erscheinen im Infobereich und in diesem Fenster. Wenn Mitteilungen wieder gehen, kommen sie auch dort.
rhythm-test-window = Erinnerungen erscheinen in diesem Fenster. Wenn Mitteilungen wieder gehen, kommen sie auch dort.
rhythm-calendar = Als Kalenderdatei speichern
rhythm-calendar-saved = Sie ist gespeichert. Euer Kalender kann sie öffnen:

# Der Hintergrund.
rhythm-background = Im Hintergrund
rhythm-closed = Wenn das Fenster geschlossen wird
rhythm-closed-ask = Fragen
rhythm-closed-stay = Bleiben und erinnern
rhythm-closed-quit = Beenden
rhythm-tray = Im Hintergrund gibt es kein Fenster, nur ein kleines Symbol im Infobereich.
rhythm-no-tray = Hier gibt es keinen Infobereich. Startet das Programm noch einmal, dann öffnet sich sein Fenster.
rhythm-autostart = Beim Anmelden starten
rhythm-autostart-hint = Im Hintergrund, damit auch nach einem Neustart keine Erinnerung verloren geht.
rhythm-ask-title = Beim Schließen
rhythm-ask-text = Soll Both Heard im Hintergrund bleiben, um euch zu erinnern? Beendet bleibt es still, bis ihr es öffnet.
rhythm-ask-later = Ihr könnt das in den Einstellungen ändern.
rhythm-ask-stay = Bleiben
rhythm-ask-quit = Beenden
rhythm-ask-cancel = Offen lassen
rhythm-unsaved-title = Einige Worte sind nicht gespeichert
rhythm-unsaved-text = Sie stehen noch da, wo ihr sie geschrieben habt. Vielleicht ist die Festplatte voll, oder sie sind zu lang für ihr Feld. Ändert das und versucht es noch einmal, oder schließt das Fenster ohne sie.
rhythm-unsaved-close = Trotzdem schließen
