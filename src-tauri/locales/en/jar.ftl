# The jar: what each of the two puts aside for next time.

jar-title = For next time
jar-lead = What you put in waits for your next check-in. It is yours until you open it there.
jar-whose = Whose is it?
jar-honest = On a shared laptop this is a courtesy, not a lock.
jar-words = { $name }, what would you like to bring?
jar-hint = Saved as you type.
jar-failed = This could not be saved yet. Your words are still here.
jar-long = That is longer than a note takes. Up to { $most } characters fit.
jar-put = Put it in
jar-is-in = It is in the jar.
jar-notes = What you put in, { $name }
jar-change = Change
jar-out = Take it out
jar-out-title = Take this out of the jar?
jar-out-text = It is then gone for good.
jar-out-yes = Take it out
jar-close = Close the jar

jar-home-one = In the jar for next time: { $name } { $count }
jar-home-both = In the jar for next time: { $left } { $lefts }, { $right } { $rights }
jar-home-none = Something on your mind? The jar keeps it for next time.
jar-home-put = Put something in the jar
jar-home-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
