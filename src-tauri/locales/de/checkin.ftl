# Das Ritual. Was groß auf dem Bildschirm steht, hat höchstens fünfzehn Wörter.

checkin-label-arrive = Ankommen
checkin-label-appreciate = { $who } sagt Danke
checkin-label-speak = { $who } erzählt
checkin-label-lean-in = { $who } hört hin
checkin-label-felt-heard = Fühlt { $who } sich gehört?
checkin-label-swap = Ihr tauscht
checkin-label-close = Zum Abschluss
checkin-label-ended = Ende
checkin-step = Schritt { $step } von { $steps }: { $label }
checkin-leave = Später weiter

# Unter den Namen in den Kreisen.
checkin-speaks = erzählt
checkin-listens = hört zu
checkin-leans-in = hört hin
checkin-time-over = Zeit ist um
checkin-time-over-said = Die Zeit ist um. Sprich in Ruhe zu Ende.

checkin-go-on = Weiter
checkin-said = Ich hab’s gesagt
checkin-ask-right = Fragen, ob’s stimmt
checkin-ask-again = Noch einmal fragen
checkin-pause = Pause
checkin-more-time = Noch eine Minute
checkin-write = Eine Zeile schreiben
checkin-write-change = Zeile ändern
checkin-write-done = Fertig
checkin-write-appreciate = Worüber { $who } sich gefreut hat
checkin-write-speak = Das Thema von { $who }, in einer Zeile
checkin-write-close = Eine Notiz für euch beide
checkin-write-hint = Bleibt nur, wenn ihr es am Ende so wollt.
checkin-write-failed = Das ließ sich noch nicht festhalten. Deine Worte stehen noch da.
checkin-write-long = Das ist zu lang für dieses Feld. Bis zu { $most } Zeichen passen.

checkin-arrive-say = Atmet gemeinsam, ganz langsam. Nichts muss gelingen.
checkin-arrive-soft = Setzt euch so, dass ihr euch seht.
checkin-cover-say = { $who }, das hier ist nur für dich.
checkin-cover-soft = { $other }, schau bitte kurz weg.
checkin-cover-next = { $other }, schau du jetzt bitte weg.
checkin-cover-show = Zeig’s mir
checkin-here-say = { $who }, bist du heute dabei?
checkin-here-soft = Beides ist in Ordnung. { $other } sieht deine Antwort nicht.
checkin-here-yes = Ich bin dabei
checkin-here-no = Heute nicht

checkin-done-say = Danke, { $who }.
checkin-done-soft = Der Bildschirm behält es für sich.

checkin-appreciate-say = { $who }, bedank dich bei { $other } für etwas, das dir gutgetan hat.
checkin-appreciate-soft = Etwas Kleines, etwas Konkretes.

checkin-speak-say = { $who }, ein Moment, der dich beschäftigt. Wie war das in dir?

checkin-say-back-say = „Bei mir kommt an: …“
checkin-say-back-soft = { $who }, sag in deinen Worten, was du gehört hast.
checkin-say-back-again-say = „Ich versuch’s noch mal. Du sagst …“
checkin-say-back-again-soft = { $other } sagt zuerst, was gefehlt hat.
checkin-say-back-rest-say = „Und bei mir kommt noch an: …“
checkin-say-back-rest-soft = { $who }, sag auch das noch einmal.
checkin-did-i-say = { $who }, hat { $other } dich verstanden?
checkin-did-i-soft = Es muss nicht perfekt sein. Trifft es, was du meinst?
checkin-did-i-again-soft = Ja oder noch nicht ganz: Beides ist gut.
checkin-did-i-yes = Ja
checkin-did-i-no = Noch nicht ganz
checkin-makes-sense-say = „Was ich gut verstehen kann, ist …“
checkin-makes-sense-soft = { $who }, gib dem Gefühl Raum. Du musst nicht zustimmen.
checkin-might-feel-say = „Vielleicht hast du dich … gefühlt.“
checkin-might-feel-soft = { $who }, raten genügt. { $other } weiß es am besten.
checkin-is-there-more-say = { $who }, gibt es dazu noch mehr?
checkin-is-there-more-soft = Nur, was zum selben Moment gehört.
checkin-is-there-more-yes = Da ist noch etwas
checkin-is-there-more-no = Das war alles
checkin-the-rest-say = { $who }, erzähl den Rest. { $other } ist noch bei dir.

checkin-felt-say = { $who }, fühlst du dich gehört?
checkin-felt-soft = Es ist dein Gefühl und keine Note für { $other }.
checkin-felt-again-say = { $who }, und jetzt, fühlst du dich gehört?
checkin-felt-again-soft = Jede Antwort ist gut zu wissen.
checkin-felt-yes = Ja
checkin-felt-mostly = Zum großen Teil
checkin-felt-not-yet = Noch nicht
checkin-missed-say = { $who }, was hat gefehlt? Nur das.
checkin-missed-soft = { $other }, hör zu. Du musst nichts verteidigen.
checkin-try-again-say = „Jetzt höre ich …“
checkin-try-again-soft = { $who }, noch einmal, in deinen Worten.
checkin-settled-yes = { $who } fühlt sich gehört. Lasst das einen Moment so stehen.
checkin-settled-mostly = { $who } fühlt sich zum großen Teil gehört. Das ist viel.
checkin-settled-not-yet = Noch nicht. Gut, dass es gesagt werden konnte.
checkin-settled-not-yet-soft = Es darf ein anderes Mal weitergehen.

checkin-swap-say = Atmet einmal zusammen durch. Jetzt ist { $who } dran.
checkin-swap-soft = { $other }, jetzt hörst du hin.

checkin-thanks-say = Sagt einander laut Danke, für etwas von eben.
checkin-next-soft = Das nächste Mal
checkin-next-none = Wann immer ihr mögt
checkin-keep-say = Was soll auf diesem Laptop bleiben?
checkin-keep-soft = Ihr entscheidet gemeinsam. Im Zweifel bleibt weniger.
checkin-keep-all = Alles behalten
checkin-keep-all-line = Tag, Dauer, wer begann, eure Zeilen, was ihr vereinbart habt, wie gehört ihr euch fühlt.
checkin-keep-only = Nur das Treffen
checkin-keep-only-line = Tag und Uhrzeit. Keine Worte, keine Antworten.
checkin-keep-nothing = Nichts behalten
checkin-keep-nothing-line = Alles von diesem Gespräch wird jetzt gelöscht.

checkin-ended-say = Danke, euch beiden.
checkin-ended-all = Ihr findet es unter „Frühere Gespräche“.
checkin-ended-only = Nur Tag und Uhrzeit bleiben.
checkin-ended-nothing = Nichts davon bleibt.
checkin-ended-done = Zum Start

checkin-not-today-say = Dann nicht heute. Das ist in Ordnung.
checkin-not-today-soft = Nichts ist vermerkt. Passt euch ein anderes Mal?
checkin-not-today-leave = Erst einmal offen lassen

checkin-paused-say = Pause. Lasst euch Zeit.
checkin-waiting-say = Dort weitermachen, wo ihr wart?
checkin-paused-lead = Wenn ihr weitermacht, läuft auch die Zeit weiter.
checkin-resume = Weitermachen

# Zurückschauen, bitten, der eigene Anteil, etwas anders machen.
checkin-label-look-back = Zurückschauen
checkin-label-own-part = Der Anteil von { $who }
checkin-label-differently = { $who }, beim nächsten Mal
checkin-label-ask = { $who } darf bitten
checkin-look-back-soft = Von { $who }, beim letzten Mal. Wie geht es damit?
checkin-look-back-working = Es klappt
checkin-look-back-talk = Darüber reden
checkin-look-back-let-go = Gut sein lassen
checkin-own-part-say = { $who }, was war dein Anteil daran? Nur deiner.
checkin-own-part-soft = { $other }, hör zu. Nichts ergänzen.
checkin-differently-say = { $who }, was möchtest du beim nächsten Mal anders machen?
checkin-write-differently = Was { $who } anders machen möchte
checkin-request-say = { $who }, gibt es etwas Kleines, das du dir wünschst?
checkin-request-none = Diesmal nichts
checkin-request-asked = Ist ausgesprochen
checkin-write-ask = Worum { $who } bittet
checkin-reply-say = { $who }, was sagst du dazu?
checkin-reply-soft = Alle drei Antworten sind in Ordnung.
checkin-reply-yes = Ja
checkin-reply-think = Ich denk darüber nach
checkin-reply-not-now = Diesmal nicht
checkin-agreed-say = Vereinbart. Schreibt es in eine Zeile, für das nächste Mal.

# Hinhören, mit weniger auf dem Bildschirm.
checkin-hint-say-back = Was hast du gehört?
checkin-hint-say-back-again = Noch einmal: Was hast du gehört?
checkin-hint-makes-sense = Was kannst du verstehen?
checkin-hint-might-feel = Wie fühlt sich das wohl an?
checkin-off-lean-in = { $who } hört hin.
checkin-smaller-piece-say = { $who }, ein kleines Stück davon. Ein Satz genügt.
checkin-smaller-speak-say = { $who }, nur ein kleines Stück davon. Eine Minute.

# Neben der Person, die erzählt.
checkin-prompt-away = Weglegen

# Beim ersten Mal, ein Satz zu jedem Schritt.
checkin-explain-arrive = Erst ein Atemzug. Dann sagt jede Person verdeckt, ob es heute passt.
checkin-explain-appreciate = Eine Minute für jede Seite. Das öffnet die Tür.
checkin-explain-speak = Nimm heute etwas Leichtes. Eine Karte kann helfen: Taste C.
checkin-explain-lean-in = Wer zuhört, liest den Satz laut und beendet ihn mit eigenen Worten.
checkin-explain-felt-heard = Das ist keine Note. „Noch nicht“ gibt einen weiteren Versuch.
checkin-explain-swap = Jetzt dasselbe andersherum.
checkin-explain-close = Ganz am Ende entscheidet ihr gemeinsam, was der Laptop behält.

# Wann ihr euch wieder trefft.
checkin-next-move = Ein anderes Mal
checkin-next-move-say = Wann trefft ihr euch wieder?
checkin-next-day = Tag
checkin-next-time = Uhrzeit
checkin-next-take = Diese Zeit nehmen
checkin-next-wrong = Ein Tag und eine Uhrzeit, die noch kommen, etwa 19:30 oder 19 Uhr.

# Eigene Worte von jemandem.
checkin-quoted = „{ $text }“

# Ohne etwas aufzuheben.
checkin-no-record = nichts bleibt
checkin-write-unkept = Von diesem Gespräch bleibt nichts.
