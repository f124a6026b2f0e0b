//! Spoils each column of each table in turn, past all its rules, with every kind of garbage: Home and every other page
//! answer, what can be read is there, what cannot is told, and they can go on.

use crate::kept;
use both_heard_desk::Desk;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// What a column may hold when it should not, as SQL writes it.
const GARBAGE: [&str; 8] = [
    "NULL", "9223372036854775807", "'garbage'", "'2026-13-45T99:00:00'", "'+262142-12-31T23:59:59.9'",
    "'{\"kind\":\"garbage\"}'", "x'00ff'", "CAST(x'ff00' AS TEXT)",
];
/// Columns that only order rows, or that nothing is read from.
const NOT_SHOWN: [&str; 10] =
    ["told", "seen", "only", "nr", "field", "place", "check_in", "looked", "acted", "format_name"];

/// A store with something in every table.
fn full() -> Desk {
    let desk = kept("keep");
    desk.whole_check_in();
    desk.walk("only");
    desk.ask("save_rests", json!({ "rests": [{ "from": "2026-12-20", "to": "2027-01-03" }] }));
    desk.ask("move_time", json!({ "of": "2026-11-29T19:30:00", "to": "2026-11-30T20:00:00" }));
    for (by, text) in [("one", "the trip"), ("two", "the garden")] {
        desk.ask("put_in_jar", json!({ "by": by, "text": text, "id": null }));
    }
    let own = json!({ "id": "", "deck": "joy", "group": null, "text": "ours", "hidden": false, "favourite": true });
    desk.ask("keep_card", json!({ "card": own }));
    desk.ask("draw_card", json!({ "deck": "joy" }));
    let mut format = desk.ask("formats", json!({}))["shipped"][2].clone();
    format["name"] = json!("Ours");
    desk.ask("keep_format", json!({ "format": format }));
    for (field, text) in [("new-card/us/", "a card"), ("name/one", "Zo")] {
        desk.ask("keep_typed", json!({ "field": field, "text": text }));
    }
    desk.ask("save_calendar", json!({}));
    desk.begin();
    desk.walk("go-on here");
    desk.act(json!({ "kind": "write", "step": 1, "text": "You made soup" }));
    desk.app.close();
    let sqlite = Connection::open(desk.file()).unwrap();
    sqlite
        .execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO agreement (check_in, place, by, words) SELECT id, 0, 'one', 'a walk' FROM check_in LIMIT 1;
             INSERT OR REPLACE INTO unswept (only) VALUES (1)",
        )
        .unwrap();
    sqlite.close().unwrap();
    let sqlite = Connection::open(desk.rhythm()).unwrap();
    sqlite
        .execute_batch(
            "INSERT INTO reminder (planned, at, again, why) VALUES ('2026-11-22T18:30:00', 1795368600000, 1795370400000, 'repeat');
             INSERT INTO ahead (planned) VALUES ('2026-11-22T18:30:00');
             INSERT INTO break (only, ends, told) VALUES (1, 1795370400000, 1795370400000)",
        )
        .unwrap();
    sqlite.close().unwrap();
    desk
}

/// Changes the schema itself, so that every column takes whatever there is; answers what it was.
fn loosen(sqlite: &Connection) -> Vec<(String, String)> {
    let mut ask = sqlite.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").unwrap();
    let was: Vec<(String, String)> =
        ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    let loose = |sql: &str| {
        let key = "INTEGER PRIMARY KEY";
        let any =
            |sql: &str| [" TEXT", " INTEGER", " BLOB"].iter().fold(sql.to_owned(), |sql, ty| sql.replace(ty, " ANY"));
        sql.split(&format!(" {key}")).map(any).collect::<Vec<_>>().join(&format!(" {key}")).replace(" NOT NULL", "")
    };
    set_schema(sqlite, &was.iter().map(|(name, sql)| (name.clone(), loose(sql))).collect::<Vec<_>>());
    was
}

fn set_schema(sqlite: &Connection, tables: &[(String, String)]) {
    sqlite.execute_batch("PRAGMA writable_schema = ON").unwrap();
    for (name, sql) in tables {
        sqlite.execute("UPDATE sqlite_schema SET sql = ?2 WHERE name = ?1", [name, sql]).unwrap();
    }
    sqlite.execute_batch("PRAGMA writable_schema = RESET").unwrap();
}

/// Asks commands that must not fail, whatever was spoiled.
fn asking<'a>(desk: &'a Desk, what: &'a str) -> impl Fn(&str, Value) -> Value + 'a {
    move |command, args| desk.try_ask(command, args).unwrap_or_else(|trouble| panic!("{what}: {command}: {trouble}"))
}

/// Asks what every page asks; answers what is told of what cannot be read.
#[track_caller]
fn every_page(desk: &Desk, what: &str) -> bool {
    let ask = asking(desk, what);
    let home = ask("overview", json!({}));
    assert!(home["couple"].is_object(), "{what}: there are still two of them");
    let mut told = home["unreadable"] != json!([]);
    for (command, args) in [
        ("start", json!({})),
        ("formats", json!({})),
        ("decks", json!({})),
        ("jar", json!({ "by": "one" })),
        ("jar", json!({ "by": "two" })),
        ("check_in", json!({})),
        ("other_times", json!({})),
        ("save_calendar", json!({})),
        ("typed", json!({})),
        ("draw_card", json!({ "deck": null })),
    ] {
        // Only decks leave out what no other page is about.
        told |= ask(command, args)["left_out"] == true;
    }
    let past = ask("past", json!({ "after": null }));
    told |= past["left_out"] == true;
    for line in past["lines"].as_array().unwrap() {
        let record = ask("record", json!({ "id": line["id"] }));
        assert!(record.is_object(), "{what}: what is listed can be opened");
        told |= record["whole"]["left_out"] == true;
        assert!(ask("save_as_text", json!({ "id": line["id"] })).is_string());
    }
    let _ = fs::remove_dir_all(desk.folder.path().join("documents"));
    told
}

/// Does what they do from then on.
#[track_caller]
fn goes_on(desk: &Desk, what: &str) {
    let ask = asking(desk, what);
    desk.pass(20);
    let home = ask("overview", json!({}));
    if !home["running"].is_null() {
        ask("act", json!({ "event": { "kind": "write", "step": 1, "text": "other words" } }));
        ask("act", json!({ "event": { "kind": "let-go" } }));
    }
    ask("save_rhythm", json!({ "rhythm": home["schedule"]["rhythm"] }));
    ask("save_rests", json!({ "rests": home["schedule"]["rests"] }));
    ask("skip", json!({ "of": home["schedule"]["next"][0]["of"] }));
    ask("snooze", json!({}));
    ask("put_in_jar", json!({ "by": "one", "text": "more", "id": null }));
    ask("begin", json!({ "beginner": "one", "format": "weekly", "record": true }));
    ask("act", json!({ "event": { "kind": "let-go" } }));
    for line in ask("past", json!({ "after": null }))["lines"].as_array().unwrap() {
        ask("forget", json!({ "id": line["id"] }));
    }
    ask("save_couple", json!({ "one": "Kim", "two": "Lou", "left": "one" }));
    for of in ["names", "rhythm", "check-in", "part", "typed", "agreements", "jar", "cards", "formats", "past"] {
        ask("forget_unreadable", json!({ "of": of }));
    }
    assert_eq!(ask("past", json!({ "after": null }))["total"], 0, "{what}");
    assert_eq!(ask("overview", json!({}))["unreadable"], json!([]), "{what}");
}

#[test]
fn no_row_that_makes_no_sense_costs_another() {
    let desk = full();
    let good = [desk.file(), desk.rhythm()].map(|file| (fs::read(&file).unwrap(), file));
    assert!(!every_page(&desk, "as it is"), "nothing is told where all is well");
    desk.app.close();
    for (_, spoiled) in &good {
        each_row(&desk, &good, spoiled);
    }
}

/// Spoils each column of each table of one of the files in turn.
fn each_row(desk: &Desk, good: &[(Vec<u8>, PathBuf)], file: &Path) {
    let restore = || good.iter().for_each(|(bytes, file)| fs::write(file, bytes).unwrap());
    restore();
    let sqlite = Connection::open(file).unwrap();
    let schema = loosen(&sqlite);
    sqlite.close().unwrap();
    let loose = fs::read(file).unwrap();
    let columns = |table: &str| -> Vec<(String, bool)> {
        let sqlite = Connection::open(file).unwrap();
        let mut ask = sqlite.prepare("SELECT name, pk > 0 FROM pragma_table_info(?1)").unwrap();
        ask.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let tables: Vec<_> = schema.iter().map(|(table, _)| (table.clone(), columns(table))).collect();

    let mut silent = vec![];
    for (table, columns) in &tables {
        let keys: Vec<_> = columns.iter().filter(|(_, key)| *key).map(|(name, _)| name.as_str()).collect();
        let keys = keys.join(", ");
        let mut spoiled = 0;
        for (column, _) in columns {
            for garbage in GARBAGE {
                let what = format!("{table}.{column} = {garbage}");
                restore();
                fs::write(file, &loose).unwrap();
                let sqlite = Connection::open(file).unwrap();
                sqlite.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
                let first = format!("({keys}) = (SELECT {keys} FROM {table} LIMIT 1)");
                // A key takes no NULL, and a row's number is one: then there is nothing to spoil.
                let done = sqlite.execute(&format!("UPDATE {table} SET {column} = {garbage} WHERE {first}"), []);
                set_schema(&sqlite, &schema);
                sqlite.close().unwrap();
                if done != Ok(1) {
                    continue;
                }
                spoiled += 1;
                let told = every_page(desk, &what);
                if !told && garbage == "x'00ff'" && !NOT_SHOWN.contains(&column.as_str()) {
                    silent.push(what.clone());
                }
                desk.app.close();
                // The rest takes its time: for one that is no text, and one that is.
                if ["x'00ff'", "'garbage'"].contains(&garbage) {
                    assert_eq!(every_page(desk, &what), told, "{what}: the same after another start");
                    goes_on(desk, &what);
                    desk.app.close();
                }
            }
        }
        assert!(spoiled > 0 || table.starts_with("aside"), "{table} has nothing in it to spoil");
    }
    assert_eq!(silent, Vec::<String>::new(), "what cannot be read is told");
}
