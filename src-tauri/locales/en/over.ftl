# What lies over a step: a block, a break, the repair lines; and what is at hand beside it.

over-hard = Hard to lean in
over-break = Take a break
over-repair = Repair lines
over-words = Feeling words
over-card = Draw a card
over-keys = More
over-close = Close

over-block-label = Hard to lean in
over-naming-soft = Either may say it. No reason needed.
over-naming-say = What is in the way right now?
over-naming-write = In your own words
over-naming-more = Show all
over-naming-go = Say it
over-saying-soft = Say it aloud. The other thanks you; nothing to fix.
over-saying-say = What is in the way?
over-saying-go = It’s said
over-after-say = What helps now?
over-after-go-on = Go on
over-after-go-on-line = The same step, the same words.
over-after-smaller = Make it smaller
over-after-smaller-line = One small piece of it, one minute.
over-after-break = Take a break
over-after-break-line = Apart for a while, then back to the same sentence.

over-break-label = A break
over-break-soft = Bodies need time. Apart, something soothing, not rehearsing it.
over-break-say = When do you meet here again?
over-break-minutes = In { $minutes } minutes
over-break-hour = In an hour
over-break-tomorrow = Tomorrow, this time
over-break-other = Another length
over-break-length = Minutes, up to 24 hours
over-break-short = A body takes about 20 minutes to calm. A shorter break rarely helps.
over-break-wrong = From 1 to 1440 minutes.
over-break-take = Take the break
over-break-perhaps = Perhaps: { $thing }

over-away-say = You meet here again: { $when }.
over-away-back = We’re back
over-return-say = Back again. Go on where you were?
over-return-more = A little more time

over-repair-label = Repair lines
over-repair-say = Say one of them aloud.
over-repair-go = Go on

over-words-title = Words for feelings and needs
over-words-search = Find a word
over-words-feelings = Feelings
over-words-needs = Needs
over-words-more = Type to find the other { $count }.
over-words-none = No word like that here.
over-browse-title = Cards
over-topics-title = From the jar
over-topics-agreed = You wanted to talk about this
over-topics-none = Nothing waits in the jar.
over-lines-said = { $help ->
        [full] { $who } sees the lines in full.
        [hint] { $who } sees a hint.
       *[off] { $who } sees no lines.
    }

over-keys-title = Keys
over-key-go-on = Go on
over-key-pause = Pause, and go on again
over-key-back = One back
over-key-more-time = One more minute
over-key-write = Write a line
over-key-choose = Choose an answer
over-key-arrows = From answer to answer
over-key-hard = Hard to lean in
over-key-break = Take a break
over-key-repair = Repair lines
over-key-words = Words for feelings and needs
over-key-lines = Lines in full, as a hint, or off
over-key-card = Draw a card
over-key-cards = Leaf through the cards
over-key-topics = What waits in the jar
over-key-nothing = Nothing this time, or another time
over-key-keys = These keys
over-key-hide = Hide the window
over-key-field = Done with the field
