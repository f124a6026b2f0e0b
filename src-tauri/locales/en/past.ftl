past-title = { $count ->
    [one] Once, so far
   *[other] { $count } times together
}
past-title-none = Past check-ins
past-empty = What you choose to keep will appear here, newest first.
past-older = Older ones
past-newer = Newer ones
past-list = Check-ins, newest first
past-string = These check-ins as pairs, oldest first. The further two circles overlap, the more heard both felt.
past-both-yes = Both felt heard
past-felt-yes = { $name } felt heard
past-felt-mostly = { $name } mostly felt heard
past-felt-not-yet = { $name } did not feel heard yet
past-only-met = You met. Nothing else is kept.
past-facts = { $minutes ->
    [one] { $date } · one minute · { $name } began
   *[other] { $date } · { $minutes } minutes · { $name } began
}
past-back = All past check-ins
past-spoke = { $name } spoke about: { $topic }
past-spoke-no-topic = { $name } spoke.
past-record-felt-yes = Felt heard.
past-record-felt-mostly = Mostly felt heard.
past-record-felt-not-yet = Did not feel heard yet.
past-appreciated = { $name } appreciated
past-agreed = You agreed
past-agreed-line = { $name }: { $text }
past-note = You noted
past-save = Save as text
past-saved = Saved as { $path }
past-delete = Delete
past-delete-title = Delete this check-in?
past-delete-text = It is gone for good, from this laptop and from this list. It cannot be brought back.
past-delete-yes = Delete it
past-gone = This check-in is not there any more.
