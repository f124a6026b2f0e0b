# Decks to begin with, and lists of words for when words are missing.

cards-nav = Decks and lists
cards-decks = To begin with
cards-lists = When words are missing
cards-which = Cards to look at

cards-deck-this-week = This week
cards-deck-this-week-line = Something from the last few days, large or small.
cards-deck-us = Us
cards-deck-us-line = Being close, being different, finding each other again.
cards-deck-family-and-home = Family and home
cards-deck-family-and-home-line = Where you come from, and what home is to you.
cards-deck-body-and-closeness = Body and closeness
cards-deck-body-and-closeness-line = Being near, with much touch, little or none.
cards-deck-money-and-plans = Money and plans
cards-deck-money-and-plans-line = Money, much or little, and plans, near or far.
cards-deck-old-hurts = Old hurts, gently
cards-deck-old-hurts-line = Choose one small enough for today. How it was for you, not who was to blame.
cards-deck-joy = Joy
cards-deck-joy-line = What was lovely, funny or light.
cards-deck-feelings = Feelings
cards-deck-feelings-line = Words to point at when none come.
cards-deck-needs = Needs
cards-deck-needs-line = Each ends the sentence “I need …”.
cards-deck-blocks = What gets in the way
cards-deck-blocks-line = To say aloud when leaning in is hard. Saying so is part of it.
cards-deck-repair = Repair lines
cards-deck-repair-line = Short sentences for the moment when something slips.
cards-deck-soothing = Soothing things
cards-deck-soothing-line = For a break: apart, without a screen, until it is quieter inside.

cards-draw = Draw one
cards-draw-any = From any deck
cards-draw-another = Another
cards-draw-away = Put it away
cards-draw-none = All of these are hidden. Show one again, and you can draw.
cards-drawn = The card you drew

cards-list = Cards
cards-favourite = favourite
cards-own = your own
cards-edited = in your words
cards-shown = You see these in a check-in
cards-shown-hint = The first five: favourites, then in this order.
cards-others = The others
cards-hidden = { $count ->
    [one] One hidden
   *[other] { $count } hidden
}

cards-make-favourite = Make it a favourite
cards-no-favourite = No longer a favourite
cards-hide = Hide it
cards-show = Show it again
cards-edit = Edit
cards-undo = Back to the first words
cards-first-words = At first: { $text }
cards-delete = Delete
cards-delete-title = Delete this card?
cards-delete-text = It is your own, and then gone for good. You can also just hide it.
cards-delete-yes = Delete it

cards-write = Write one
cards-write-word = Another word
cards-words = In your own words
cards-keep = Keep it
cards-not-now = Never mind
cards-refused-empty = Please write a few words.
cards-refused-long = That is longer than a card takes. Up to { $most } characters fit.
cards-failed = This could not be saved just now. Nothing is lost: please try again.
