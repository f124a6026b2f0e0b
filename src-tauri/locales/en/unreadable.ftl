# What cannot be read any more: what it is, and what is safe.

unreadable-names = A name could not be read, so a number stands in its place. Write it again in the settings; all else is here.
unreadable-rhythm = Something of when you meet could not be read. See in the settings whether it is right; all else is here.
unreadable-check-in = An earlier check-in could not be read, and cannot go on. All that you kept is here.
unreadable-part = Something of this check-in could not be read, and is left out. All else of it is here.
unreadable-typed = Something that was typed and not kept yet could not be read. All else is here.
unreadable-agreements = Something you agreed could not be read, and is left out. All else is here.
unreadable-jar = Something in the jar could not be read, and is left out. All else is here.
unreadable-cards = Something you did with a card could not be read. All else is here.
unreadable-formats = A format you made could not be read, and is left out. All else is here.
unreadable-past = One or more evenings you kept could not be read, and are left out. They are still in the file; “Delete it” deletes those evenings. All else is here.
unreadable-delete = Delete it
unreadable-delete-title = Delete what cannot be read?
unreadable-delete-text = It still lies in the file, where a later version might read it. Then it is gone for good.
unreadable-delete-yes = Delete it
unreadable-read-only = The file can only be read just now. All that you kept is here; nothing new can be kept.
