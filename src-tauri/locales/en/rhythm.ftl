# The rhythm: how often, what is told before, rests, what has come, the background.

rhythm-every = How often
rhythm-every-week = Every week
rhythm-every-two-weeks = Every second week
rhythm-every-four-weeks = Every fourth week
rhythm-first = The next time is
rhythm-ahead = Remind us beforehand
rhythm-ahead-none = No
rhythm-ahead-quarter-hour = 15 minutes before
rhythm-ahead-hour = An hour before
rhythm-ahead-day = A day before
rhythm-repeats = Remind us once more
rhythm-repeats-hint = After 30 minutes, if you have not begun, moved it or left it out.

# Single times.
rhythm-times = The next times
rhythm-times-none = Nothing is planned.
rhythm-move = Move
rhythm-skip = Leave out
rhythm-restore = Undo
rhythm-moved = Instead of { $when }
rhythm-added = Only this once
rhythm-left-out = Left out
rhythm-passed = That time has passed. Please choose one still to come.
rhythm-too-far = That is more than five years away.
rhythm-too-many = There is no room for more rests. Remove one first.

# Rests.
rhythm-rests = Weeks of rest
rhythm-rests-hint = Holidays, or a busy month: nothing is planned then, and nothing is missed.
rhythm-rest-span = { $from } to { $to }
rhythm-rest-remove = Remove
rhythm-rest-add = Add a rest
rhythm-rest-from = From
rhythm-rest-to = To
rhythm-rest-as = Such as 21.12. or 21 December.
rhythm-rest-take = Add
rhythm-rest-not-now = Never mind
rhythm-rest-wrong = Please type a day still to come, such as 21.12. or 21 December.

# What has come.
rhythm-later-title = When would suit you better?
rhythm-later-soon = In 15 minutes
rhythm-later-evening = This evening, { $time }
rhythm-later-tomorrow = Tomorrow, { $time }
rhythm-later-skip = Leave it out this time

# Reminders.
rhythm-reminders = Reminders
rhythm-test = Send a test reminder
rhythm-test-sent = It is sent: a short message on the desktop.
rhythm-test-help = Did nothing come? See in the desktop’s settings whether Both Heard may show notifications, and whether “do not disturb” is on.
rhythm-test-none = Nothing on this desktop shows notifications.
rhythm-test-tray = Reminders show in the tray and in this window. When notifications work again, they come there too.
rhythm-test-window = Reminders show in this window. When notifications work again, they come there too.
rhythm-calendar = Save as a calendar file
rhythm-calendar-saved = It is saved. Your calendar can open it:

# The background.
rhythm-background = In the background
rhythm-closed = When the window is closed
rhythm-closed-ask = Ask us
rhythm-closed-stay = Stay, and remind us
rhythm-closed-quit = Quit
rhythm-tray = In the background there is no window, only a small icon in the tray.
rhythm-no-tray = This desktop has no tray. Start the program again, and its window opens.
rhythm-autostart = Start when we log in
rhythm-autostart-hint = In the background, so that no reminder is lost after a restart.
rhythm-ask-title = Before you close
rhythm-ask-text = Shall Both Heard stay in the background, so that it can remind you? Or quit, and be quiet until you open it again?
rhythm-ask-later = You can change this under Settings.
rhythm-ask-stay = Stay, and remind us
rhythm-ask-quit = Quit
rhythm-ask-cancel = Leave it open
rhythm-unsaved-title = Some words are not saved
rhythm-unsaved-text = They are still here, where you typed them. Perhaps the disk is full, or they are too long for their field. Mend that and try again, or close the window without them.
rhythm-unsaved-close = Close anyway
