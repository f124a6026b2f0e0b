# What the desktop shows. Neutral words: others may see them.

desktop-title = Both Heard
desktop-reminder-title = Your time together
desktop-reminder-body = It is the time you two planned.
desktop-late-body = You two had planned { $day }, { $time }.
desktop-ahead-body = { $day }, { $time }.
desktop-test-body = This is what a reminder looks like.
desktop-begin = Begin
desktop-snooze = In 15 minutes
desktop-weekday =
    { $weekday ->
        [Mon] Monday
        [Tue] Tuesday
        [Wed] Wednesday
        [Thu] Thursday
        [Fri] Friday
        [Sat] Saturday
       *[Sun] Sunday
    }
desktop-tray-next = Next: { $day }, { $time }
desktop-tray-due = It is the time you two planned
desktop-tray-none = Nothing planned
desktop-tray-open = Open
desktop-tray-quit = Quit
desktop-return-body = The break is over, when you’re both ready.
desktop-still-away-body = You can go on where you were, or leave it. Both are fine.
desktop-page-ended = The picture in this window stopped three times in a minute.
desktop-page-ended-next = What you typed is kept, up to about two seconds before. Please try again. If it goes on, restart the laptop, and install what is new for your system.
desktop-page-ended-again = Try again
desktop-page-ended-close = Close

# A kept check-in as text.
text-file = Check-in { $date }
text-date =
    { $weekday ->
        [Mon] Monday
        [Tue] Tuesday
        [Wed] Wednesday
        [Thu] Thursday
        [Fri] Friday
        [Sat] Saturday
       *[Sun] Sunday
    }, { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
text-title = { $date }
text-met = { $one } and { $two } met. Nothing else is kept.
text-together =
    { $one } and { $two }, { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. { $beginner } began.
text-appreciated = { $name } appreciated
text-spoke = { $name } spoke
text-spoke-about = { $name } spoke about
text-felt =
    { $felt ->
        [yes] { $name } felt heard.
        [mostly] { $name } mostly felt heard.
       *[not-yet] { $name } did not feel heard yet.
    }
text-agreed = Agreed
text-agreed-line = { $name }: { $text }
text-note = A note from both
text-left-out = Something of this check-in could not be read, and is left out. All else of it is here.
