# Die Arten von Gesprächen, und was vor dem Anfang kommt.

formats-title = Bevor ihr anfangt
formats-change = Ändern
formats-offered = { $format } · { $length } · { $name } fängt an
formats-offered-unkept = { $format } · { $length } · { $name } fängt an · nichts bleibt
formats-gentle = Zum ersten Mal? Sanft anfangen, { $length }
formats-gentle-line = Wenn das neu für euch ist, ist „Zum ersten Mal“ ein sanfter Anfang.
formats-choose = Arten von Gesprächen
formats-own = Eure eigenen

formats-name-first = Zum ersten Mal
formats-name-weekly = Wöchentlich
formats-name-short = Kurz
formats-name-long = Lang
formats-name-listening = Nur zuhören
formats-name-after-a-fight = Nach einem Streit
formats-name-thanks = Nur Danke
formats-line-first = Ein sanfter Anfang mit einem leichten Thema. Der Bildschirm erklärt, was kommt.
formats-line-weekly = Ein Dankeschön, für beide Erzählen und Hinhören, Platz für eine kleine Bitte.
formats-line-short = Für müde Abende: kürzer, und nur das, worauf es ankommt.
formats-line-long = Wenn Zeit ist: zwei Runden, denn oft macht die erste erst die Tür zur zweiten auf.
formats-line-listening = Ihr erzählt abwechselnd, je dreimal, und die andere Person hört nur zu. Nichts wird beantwortet.
formats-line-after-a-fight = Wie es für euch beide war, was euer eigener Anteil ist, und eine Sache, die ihr anders machen wollt.
formats-line-thanks = Nur, was gut war. Das passt auch zwischendurch.
formats-line-own = So, wie ihr es mögt.

formats-about = etwa { $minutes } Min.
formats-more-than = { $minutes } Min. und mehr
formats-open = so lange ihr mögt
formats-minutes = { $minutes } Min.
formats-no-timer = ohne Uhr
formats-steps = Die Schritte, der Reihe nach

formats-begins = Wer fängt an
formats-unkept = Diesmal nichts behalten
formats-unkept-hint = Ist es zu Ende oder ruht es einen Tag, bleibt nichts davon, auch nicht, dass ihr euch getroffen habt.

formats-make-own = Für euch anpassen
formats-edit = Bearbeiten
formats-copy = Kopieren
formats-copy-name = { $name }, auf unsere Art
formats-delete = Löschen
formats-delete-title = „{ $name }“ löschen?
formats-delete-text = Es lässt sich nicht zurückholen. Frühere Gespräche dieser Art behalten den Namen.
formats-delete-yes = Löschen
formats-gone = Das gibt es nicht mehr.

formats-broken-title = Dateien, die nicht passen
formats-broken-text = Alle anderen sind da. Diese Dateien bleiben, wie sie sind, bis ihr sie berichtigt.
formats-broken-step = Schritt { $step }: { $why }
formats-broken-line = Eine Zeile passt nicht, oder dort fehlt etwas. Zeile { $line }: { $text }
formats-broken-not-a-file = Das ist ein Ordner oder etwas anderes, aber keine Datei.
formats-broken-unreadable = Dieser Computer lässt sie nicht lesen.
formats-broken-too-large = Sie ist größer als { $most } KB. Ein Ablauf braucht nur ein paar Zeilen.
formats-broken-not-text = Sie ist nicht als reiner Text gesichert. Sichert sie als UTF-8.
formats-broken-id = Ihre id ist nicht zu sehen oder zu lang. Ein bis { $most } Zeichen passen.
formats-broken-taken = Die id { $id } gibt es schon. Gebt dieser eine andere.

# Zum Bearbeiten.
formats-edit-title = Auf eure Art
formats-name = So nennt ihr es
formats-refused-empty = Hier fehlt noch ein Name. Bis dahin bleibt der letzte.
formats-refused-long = Der Name ist sehr lang. Bis zu { $most } Zeichen passen.
formats-edit-line = Alles hier wird gleich gespeichert.
formats-edit-unsaved = Bei einem Schritt stimmt etwas noch nicht. Bis dahin bleibt gespeichert, was zuletzt gepasst hat.
formats-add = Schritt hinzufügen
formats-step-kind = Schritt { $step }, was ihr macht
formats-step-whose = Schritt { $step }, wer
formats-less = Weniger Zeit für Schritt { $step }
formats-more = Mehr Zeit für Schritt { $step }
formats-up = Schritt { $step } nach oben
formats-down = Schritt { $step } nach unten
formats-remove = Schritt { $step } weglassen

formats-kind-arrive = Ankommen
formats-kind-look-back = Zurückschauen
formats-kind-appreciate = Danke sagen
formats-kind-speak = Erzählen
formats-kind-lean-in = Hinhören
formats-kind-felt-heard = Fühlst du dich gehört?
formats-kind-own-part = Eigener Anteil
formats-kind-differently = Anders machen
formats-kind-swap = Tauschen
formats-kind-ask = Eine Bitte
formats-kind-close = Abschließen

formats-whose-both = ihr beide
formats-whose-beginner = wer anfängt
formats-whose-other = die andere Person
formats-listens-beginner = wer anfängt, hört hin
formats-listens-other = die andere Person hört hin
formats-asks-beginner = an die Person, die anfängt
formats-asks-other = an die andere Person

formats-fault-close-is-last = Der Abschluss kommt zuletzt, und nur einmal.
formats-fault-arrive-is-first = Angekommen wird nur ganz am Anfang. Schiebt den Schritt nach oben oder lasst ihn weg.
formats-fault-look-back-once = Zurückgeschaut wird schon weiter oben. Einmal genügt.
formats-fault-whose = Manches macht ihr zu zweit, manches allein. Dieser Schritt ist für jemand anderen.
formats-fault-nothing-to-lean-in-to = Bevor hier jemand hinhört, muss die andere Person erzählen.
formats-fault-nobody-leaned-in = Bevor das gefragt wird, muss die andere Person hinhören.
formats-fault-too-many = Das sind mehr als sechzig Schritte. Lasst ein paar weg.
