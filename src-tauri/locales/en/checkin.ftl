# The ritual. Lines on the stage have at most fifteen words.

checkin-label-arrive = Arriving
checkin-label-appreciate = { $who } appreciates
checkin-label-speak = { $who } speaks
checkin-label-lean-in = { $who } leans in
checkin-label-felt-heard = Did { $who } feel heard?
checkin-label-swap = You swap
checkin-label-close = Closing
checkin-label-ended = The end
checkin-step = Step { $step } of { $steps }: { $label }
checkin-leave = Leave for now

# Under the names in the circles.
checkin-speaks = speaks
checkin-listens = listens
checkin-leans-in = leans in
checkin-time-over = time’s up
checkin-time-over-said = The time is up. Finish in your own time.

checkin-go-on = Go on
checkin-said = I’ve said it
checkin-ask-right = Ask if that’s right
checkin-ask-again = Ask once more
checkin-pause = Pause
checkin-more-time = One more minute
checkin-write = Write a line
checkin-write-change = Change the line
checkin-write-done = Done
checkin-write-appreciate = What { $who } appreciates
checkin-write-speak = { $who }’s topic, in a line
checkin-write-close = A note for both of you
checkin-write-hint = Only kept if you choose so at the end.
checkin-write-failed = This could not be written down yet. Your words are still here.
checkin-write-long = That is longer than the field takes. Up to { $most } characters fit.

checkin-arrive-say = Breathe together, slowly. Nothing to get right.
checkin-arrive-soft = Sit so that you see each other.
checkin-cover-say = { $who }, this one is for you alone.
checkin-cover-soft = { $other }, please look away for a moment.
checkin-cover-next = { $other }, please look away now.
checkin-cover-show = Show me
checkin-here-say = { $who }, are you here for this today?
checkin-here-soft = Both are fine. { $other } will not see yours.
checkin-here-yes = I’m here
checkin-here-no = Not today

checkin-done-say = Thank you, { $who }.
checkin-done-soft = The screen keeps it to itself.

checkin-appreciate-say = { $who }, tell { $other } one thing they did that felt good.
checkin-appreciate-soft = Small and concrete.

checkin-speak-say = { $who }, one moment that stayed with you. What was it like, inside?

checkin-say-back-say = “What I’m hearing is …”
checkin-say-back-soft = { $who }, say what you heard, in your own words.
checkin-say-back-again-say = “Let me try again. You’re saying …”
checkin-say-back-again-soft = { $other } says what got lost first.
checkin-say-back-rest-say = “And what I’m also hearing is …”
checkin-say-back-rest-soft = { $who }, say back this part, too.
checkin-did-i-say = { $who }, did { $other } get it?
checkin-did-i-soft = It needn’t be perfect. Is it what you meant?
checkin-did-i-again-soft = Yes or not quite: both are fine.
checkin-did-i-yes = Yes
checkin-did-i-no = Not quite
checkin-makes-sense-say = “What makes sense to me is …”
checkin-makes-sense-soft = { $who }, make room. You don’t have to agree.
checkin-might-feel-say = “I imagine you felt …”
checkin-might-feel-soft = { $who }, a guess is enough. { $other } knows best.
checkin-is-there-more-say = { $who }, is there more about this?
checkin-is-there-more-soft = Only if it belongs to the same moment.
checkin-is-there-more-yes = There’s more
checkin-is-there-more-no = That’s all
checkin-the-rest-say = { $who }, say the rest. { $other } is still with you.

checkin-felt-say = { $who }, did you feel heard?
checkin-felt-soft = It’s your feeling, not a grade for { $other }.
checkin-felt-again-say = { $who }, do you feel heard now?
checkin-felt-again-soft = Whatever the answer is, it is good to know.
checkin-felt-yes = Yes
checkin-felt-mostly = Mostly
checkin-felt-not-yet = Not yet
checkin-missed-say = { $who }, what was missed? Only that.
checkin-missed-soft = { $other }, listen. Nothing to defend.
checkin-try-again-say = “What I hear now is …”
checkin-try-again-soft = { $who }, once more, in your own words.
checkin-settled-yes = { $who } felt heard. Let that be for a moment.
checkin-settled-mostly = { $who } felt mostly heard. That is a lot.
checkin-settled-not-yet = Not yet. It’s good that it could be said.
checkin-settled-not-yet-soft = It can have another time.

checkin-swap-say = Take a breath together. Now { $who } speaks.
checkin-swap-soft = { $other }, now you lean in.

checkin-thanks-say = Thank each other, out loud, for something from just now.
checkin-next-soft = You meet next
checkin-next-none = You meet whenever you like
checkin-keep-say = What should stay on this laptop?
checkin-keep-soft = You choose together. If you differ, keep less.
checkin-keep-all = Keep it
checkin-keep-all-line = Day, length, who began, your lines, what you agreed, how heard you felt.
checkin-keep-only = Keep only that we met
checkin-keep-only-line = The day and the time. No words, no answers.
checkin-keep-nothing = Keep nothing
checkin-keep-nothing-line = Everything about this check-in is deleted now.

checkin-ended-say = Thank you, both of you.
checkin-ended-all = It is kept under Past check-ins.
checkin-ended-only = Only the day and the time are kept.
checkin-ended-nothing = Nothing of it is kept.
checkin-ended-done = Back to Home

checkin-not-today-say = Not today, then. That’s all right.
checkin-not-today-soft = Nothing is noted. Would another time suit you both?
checkin-not-today-leave = Leave it for now

checkin-paused-say = Paused. Take the time you need.
checkin-waiting-say = Go on where you were?
checkin-paused-lead = When you go on, the time goes on.
checkin-resume = Go on

# Looking back, asking, an own part, one thing to do differently.
checkin-label-look-back = Looking back
checkin-label-own-part = { $who }’s part in it
checkin-label-differently = { $who }, next time
checkin-label-ask = { $who } may ask
checkin-look-back-soft = From { $who }, last time. How is it going?
checkin-look-back-working = It’s working
checkin-look-back-talk = Talk about it
checkin-look-back-let-go = Let it go
checkin-own-part-say = { $who }, what was your part in it? Only yours.
checkin-own-part-soft = { $other }, listen. Nothing to add.
checkin-differently-say = { $who }, one thing you want to do differently next time.
checkin-write-differently = What { $who } wants to do
checkin-request-say = { $who }, one small thing you would like. Or nothing, this time.
checkin-request-none = Nothing this time
checkin-request-asked = I’ve asked
checkin-write-ask = What { $who } asks for
checkin-reply-say = { $who }, what do you say to that?
checkin-reply-soft = All three answers are fine.
checkin-reply-yes = Yes
checkin-reply-think = Let me think
checkin-reply-not-now = Not this time
checkin-agreed-say = Agreed. Put it in a line, to look back on next time.

# Leaning in, with less on the screen.
checkin-hint-say-back = What did you hear?
checkin-hint-say-back-again = Once more: what did you hear?
checkin-hint-makes-sense = What makes sense?
checkin-hint-might-feel = What might it feel like?
checkin-off-lean-in = { $who } leans in.
checkin-smaller-piece-say = { $who }, one small piece of it. One sentence is enough.
checkin-smaller-speak-say = { $who }, only one small piece of it. One minute.

# Beside the one who speaks.
checkin-prompt-away = Put it away

# The first time, a note beside each step.
checkin-explain-arrive = A breath before anything else. Then each says, unseen, whether today is good.
checkin-explain-appreciate = A minute each. It opens the door for the rest.
checkin-explain-speak = Take something light today. A card can help: press C.
checkin-explain-lean-in = The listener reads the line aloud and ends it in their own words.
checkin-explain-felt-heard = Not a grade for anyone. “Not yet” gives one more try.
checkin-explain-swap = Now the same the other way round.
checkin-explain-close = At the very end you choose together what the laptop remembers.

# When to meet next.
checkin-next-move = Another time
checkin-next-move-say = When do you meet next?
checkin-next-day = Day
checkin-next-time = Time
checkin-next-take = Take this time
checkin-next-wrong = A day and a time still to come, such as 19:30 or 7:30 pm.

# Someone’s own words.
checkin-quoted = “{ $text }”

# Without a record.
checkin-no-record = nothing is kept
checkin-write-unkept = Nothing of this check-in is kept.
