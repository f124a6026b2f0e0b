# The formats of a check-in, and what comes before one begins.

formats-title = Before you begin
formats-change = Change
formats-offered = { $format } · { $length } · { $name } begins
formats-offered-unkept = { $format } · { $length } · { $name } begins · nothing is kept
formats-gentle = First time? Begin gently, { $length }
formats-gentle-line = If this is new to you both, “First time” is a gentle start.
formats-choose = Kinds of check-in
formats-own = Your own

formats-name-first = First time
formats-name-weekly = Weekly
formats-name-short = Short
formats-name-long = Long
formats-name-listening = Listening only
formats-name-after-a-fight = After a fight
formats-name-thanks = Thanks only
formats-line-first = A gentle first round with a light topic. The screen explains as you go.
formats-line-weekly = A thank-you, a turn each to be heard, and room to ask for something small.
formats-line-short = For tired evenings: shorter turns, and only what matters most.
formats-line-long = When there is time: two rounds, as the first often opens the door to the second.
formats-line-listening = Three turns each. One speaks, the other only listens. Nothing is answered.
formats-line-after-a-fight = What it was like for each of you, your own part in it, and one thing to do differently.
formats-line-thanks = Only what was good. It fits between two other things.
formats-line-own = The way you like it.

formats-about = about { $minutes } min
formats-more-than = { $minutes } min and more
formats-open = as long as you like
formats-minutes = { $minutes } min
formats-no-timer = no timer
formats-steps = The steps, in order

formats-begins = Who begins
formats-unkept = Keep no record of this one
formats-unkept-hint = Once it ends, or is left for a day, nothing of it is kept, not even that you met.

formats-make-own = Make it your own
formats-edit = Edit
formats-copy = Copy
formats-copy-name = { $name }, our way
formats-delete = Delete
formats-delete-title = Delete “{ $name }”?
formats-delete-text = It cannot be brought back. Past check-ins that you held this way keep its name.
formats-delete-yes = Delete it
formats-gone = This one is not there any more.

formats-broken-title = Files that could not be used
formats-broken-text = All the others are here. These files stay as they are until you mend them.
formats-broken-step = Step { $step }: { $why }
formats-broken-line = A line does not fit, or something is missing there. Line { $line }: { $text }
formats-broken-not-a-file = This is a folder, or something else, and no file.
formats-broken-unreadable = This computer does not let it be read.
formats-broken-too-large = It is larger than { $most } KB. A format takes a few lines.
formats-broken-not-text = It is not saved as plain text. Save it as UTF-8.
formats-broken-id = Its id cannot be seen, or is too long. One to { $most } characters fit.
formats-broken-taken = There is one with the id { $id } already. Give this one another.

# The editor.
formats-edit-title = Your own way
formats-name = What you call it
formats-refused-empty = It needs a name. Until then, the last one stays.
formats-refused-long = That is a long name. Up to { $most } characters fit.
formats-edit-line = All of this is saved as you go.
formats-edit-unsaved = One step needs a look. Until then, the last list that made sense stays saved.
formats-add = Add a step
formats-step-kind = Step { $step }, what you do
formats-step-whose = Step { $step }, who
formats-less = Less time for step { $step }
formats-more = More time for step { $step }
formats-up = Move step { $step } up
formats-down = Move step { $step } down
formats-remove = Take step { $step } out

formats-kind-arrive = Arrive
formats-kind-look-back = Look back
formats-kind-appreciate = Appreciate
formats-kind-speak = Speak
formats-kind-lean-in = Lean in
formats-kind-felt-heard = Felt heard?
formats-kind-own-part = Own your part
formats-kind-differently = Do differently
formats-kind-swap = Swap
formats-kind-ask = One request
formats-kind-close = Close

formats-whose-both = both of you
formats-whose-beginner = the one who begins
formats-whose-other = the other one
formats-listens-beginner = the one who begins listens
formats-listens-other = the other one listens
formats-asks-beginner = asks the one who begins
formats-asks-other = asks the other one

formats-fault-close-is-last = Closing comes last, and only once.
formats-fault-arrive-is-first = Arriving only works as the first step. Move it up, or take it out.
formats-fault-look-back-once = You look back earlier already. Once is enough.
formats-fault-whose = Some steps are for one of you, some for both. This one is for someone else.
formats-fault-nothing-to-lean-in-to = Before somebody leans in here, the other one has to speak.
formats-fault-nobody-leaned-in = Before this is asked, the other one has to lean in.
formats-fault-too-many = That is more than sixty steps. Take some out.
