// The one list of commands: name, arguments, answer. It feeds the handler, the capability's test, build.rs and the
// TypeScript types; a command's body is the use case of the same name in `app`.
commands! {
    /// Says how the screen is to look and speak. Needs no store, so that trouble can be told in the right words.
    start() -> Start;
    /// Says whether the desktop is dark just now; none when it does not tell.
    system_is_dark() -> Option<bool>;
    /// Opens the store again after trouble.
    try_again() -> ();
    /// Says what the clock on the wall shows.
    now() -> NaiveDateTime;
    /// Says all that Home shows.
    overview() -> Overview;
    /// Deletes what cannot be read of something, for good.
    forget_unreadable(of: Unreadable) -> ();
    /// Keeps both names and who sits on the left.
    save_couple(one: String, two: String, left: Partner) -> Answer<Couple, CoupleRefusal>;
    /// Keeps the rule by which they meet, and how it is told.
    save_rhythm(rhythm: Rhythm) -> Schedule;
    /// Keeps the weeks of rest in place of those there were.
    save_rests(rests: Vec<Rest>) -> Answer<Schedule, TimeRefusal>;
    /// Adds one more time, agreed once.
    meet_once(planned: NaiveDateTime) -> Answer<Schedule, TimeRefusal>;
    /// Moves a planned time, named by the time it had; the rule stays.
    move_time(of: NaiveDateTime, to: NaiveDateTime) -> Answer<Schedule, TimeRefusal>;
    /// Leaves a planned time out this once; one that has come is due no more.
    skip(of: NaiveDateTime) -> Schedule;
    /// Takes back that a planned time was moved or left out.
    restore(of: NaiveDateTime) -> Schedule;
    /// Lets what has come be quiet for a quarter of an hour.
    snooze() -> Schedule;
    /// Offers three other times this week.
    other_times() -> Vec<NaiveDateTime>;
    /// Keeps some of the settings in place of what they were.
    save_settings(change: SettingsChange) -> Start;
    /// Shows the formats.
    formats() -> Formats;
    /// Keeps a format of their own.
    keep_format(format: Draft) -> Answer<Formats, FormatError>;
    /// Deletes a format of their own.
    delete_format(id: FormatId) -> Formats;
    /// Shows the decks and lists.
    decks() -> Decks;
    /// Keeps what they did with a card.
    keep_card(card: OwnCard) -> Answer<Decks, TextRefusal>;
    /// Deletes what they did with a card.
    delete_card(id: CardId) -> Decks;
    /// Draws a card from a deck, or from all of them.
    draw_card(deck: Option<DeckId>) -> Option<Card>;
    /// Lists what one of them put in the jar.
    jar(by: Partner) -> Vec<JarNote>;
    /// Puts something in the jar, or other words in the place of what is in it under a name; answers the name.
    put_in_jar(by: Partner, text: String, id: Option<JarNoteId>) -> Answer<JarNoteId, TextRefusal>;
    /// Takes something out of the jar, for good.
    take_from_jar(id: JarNoteId) -> ();
    /// Lists the words that stand in fields and are not kept yet.
    typed() -> Vec<Typed>;
    /// Remembers what stands in a field until it is kept; an empty text forgets it.
    keep_typed(field: FieldName, text: String) -> Answer<(), TextRefusal>;
    /// Begins a check-in in a format, or shows the one that runs.
    begin(beginner: Partner, format: FormatId, record: bool) -> View;
    /// Shows the check-in that runs.
    check_in() -> Option<View>;
    /// Does one event in the check-in that runs.
    act(event: Event) -> Answer<View, Refusal>;
    /// Lists kept check-ins, newest first, after the one given.
    past(after: Option<CheckInId>) -> PastPage;
    /// Shows one kept check-in.
    record(id: CheckInId) -> Option<Record>;
    /// Deletes one kept check-in for good.
    forget(id: CheckInId) -> ();
    /// Writes one kept check-in as text into the documents folder; answers the file's path.
    save_as_text(id: CheckInId) -> Option<PathText>;
    /// Sounds the tones as they would be with these settings.
    preview(settings: Settings) -> ();
    /// Tells what this desktop has for a program in the background.
    desktop() -> Desktop;
    /// Sends a reminder to look at; answers whether there is something that shows it.
    test_reminder() -> bool;
    /// Writes the plan as a calendar file into the documents folder; answers the file's path.
    save_calendar() -> PathText;
    /// Takes the window off the screen at once; a running turn is paused first.
    hide() -> ();
    /// Takes what they want of the window; the screen asks when it is there, and when it hears `requested`.
    window_request() -> Option<WindowRequest>;
    /// Keeps the window until the screen lets it go: the screen answers with it, before it asks or writes.
    hold_on() -> ();
    /// Lets the window go: the program stays in the background, or ends. The screen calls it once its last
    /// words are written.
    leave() -> ();
}
