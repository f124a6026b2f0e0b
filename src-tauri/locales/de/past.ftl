past-title = { $count ->
    [one] Bisher einmal
   *[other] { $count } Mal zu zweit
}
past-title-none = Frühere Gespräche
past-empty = Was ihr behaltet, steht später hier, das Neueste zuerst.
past-older = Ältere
past-newer = Neuere
past-list = Gespräche, das neueste zuerst
past-string = Diese Gespräche als Paare, das älteste zuerst. Je weiter sich zwei Kreise überdecken, desto mehr haben sich beide gehört gefühlt.
past-both-yes = Beide fühlten sich gehört
past-felt-yes = { $name } fühlte sich gehört
past-felt-mostly = { $name } fühlte sich zum großen Teil gehört
past-felt-not-yet = { $name } fühlte sich noch nicht gehört
past-only-met = Ihr habt euch getroffen. Mehr wurde nicht behalten.
past-facts = { $minutes ->
    [one] { $date } · eine Minute · { $name } hat angefangen
   *[other] { $date } · { $minutes } Minuten · { $name } hat angefangen
}
past-back = Alle früheren Gespräche
past-spoke = { $name } hat erzählt: { $topic }
past-spoke-no-topic = { $name } hat erzählt.
past-record-felt-yes = Fühlte sich gehört.
past-record-felt-mostly = Fühlte sich zum großen Teil gehört.
past-record-felt-not-yet = Fühlte sich noch nicht gehört.
past-appreciated = Das hat { $name } gutgetan
past-agreed = Ihr habt vereinbart
past-agreed-line = { $name }: { $text }
past-note = Eure Notiz
past-save = Als Text speichern
past-saved = Gespeichert als { $path }
past-delete = Löschen
past-delete-title = Dieses Gespräch löschen?
past-delete-text = Es ist dann endgültig weg, von diesem Laptop und aus dieser Liste. Es lässt sich nicht zurückholen.
past-delete-yes = Löschen
past-gone = Dieses Gespräch gibt es nicht mehr.
