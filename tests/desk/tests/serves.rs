//! Speaks with the program as `ui/tests/desk.ts` does: a line is asked, a line is answered.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

struct Program {
    process: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Program {
    fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_both-heard-desk"));
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (asks, answers) = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
        Self { process, asks, answers }
    }

    fn ask(&mut self, line: &str) -> Value {
        writeln!(self.asks, "{line}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap()
    }

    fn end(mut self) {
        drop(self.asks);
        assert!(self.process.wait().unwrap().success(), "it ends when nobody asks any more");
    }
}

#[test]
fn every_place_of_a_format_is_found_and_told_as_the_screen_names_it() {
    let mut program = Program::start();
    let told = program.ask(r#"{"places_of":"thanks","agreed":false}"#);
    let places: Vec<_> = told["done"].as_array().unwrap().iter().map(|one| one["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["0:breath", "0:here", "1:floor", "2:floor", "3:thanks", "3:next", "3:keep"]);
    let possible = told["done"][6]["view"]["possible"].as_array().unwrap();
    assert_eq!(possible.iter().filter(|event| event["kind"] == "keep").count(), 3, "{possible:?}");
    program.end();
}

#[test]
fn what_cannot_be_understood_is_said_and_ends_nothing() {
    let mut program = Program::start();
    for line in ["", "{}", r#"{"desk":1,"deed":{"kind":"close"}}"#, r#"{"desk":1,"deed":{"kind":"dance"}}"#] {
        assert!(program.ask(line)["broken"].is_string(), "{line}");
    }
    program.end();
}
