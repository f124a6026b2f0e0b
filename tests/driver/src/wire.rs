//! Speaks WebDriver: JSON over HTTP on the loopback.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;

use crate::{DriveError, Outcome};

/// How long one command may take; none of ours waits on the far side.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// A connection to one WebDriver.
#[derive(Debug)]
pub(crate) struct Wire {
    agent: Agent,
    base: String,
}

impl Wire {
    /// Prepares to speak to the WebDriver at a port of this machine.
    pub(crate) fn to_port(port: u16) -> Self {
        let config =
            Agent::config_builder().http_status_as_error(false).timeout_global(Some(ANSWER_WITHIN)).proxy(None).build();
        Self { agent: config.into(), base: format!("http://127.0.0.1:{port}") }
    }

    /// Fetches what a path holds.
    pub(crate) fn get(&self, path: &str) -> Outcome<Value> {
        let answer = self.agent.get(format!("{}{path}", self.base)).call();
        read(path, answer)
    }

    /// Sends a command and gives its answer.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Outcome<Value> {
        let answer = self.agent.post(format!("{}{path}", self.base)).send_json(body);
        read(path, answer)
    }

    /// Deletes what a path names.
    pub(crate) fn delete(&self, path: &str) -> Outcome<Value> {
        let answer = self.agent.delete(format!("{}{path}", self.base)).call();
        read(path, answer)
    }
}

type Answer = Result<ureq::http::Response<ureq::Body>, ureq::Error>;

fn read(path: &str, answer: Answer) -> Outcome<Value> {
    // Paths hold the session's long id; the end says which command it was.
    let command = || path.rsplit_once("/session/").map_or(path, |(_, rest)| rest).to_owned();
    let no_answer = |error: ureq::Error| DriveError::NoAnswer { command: command(), reason: error.to_string() };
    let mut body: Value = answer
        .map_err(no_answer)?
        .into_body()
        .into_with_config()
        // A screenshot of a large window is a few megabytes of base64.
        .limit(64 * 1024 * 1024)
        .read_json()
        .map_err(no_answer)?;
    let value = body.get_mut("value").map(Value::take).unwrap_or_default();
    let word = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    match word("error") {
        Some(error) => {
            Err(DriveError::Refused { command: command(), error, message: word("message").unwrap_or_default() })
        }
        None => Ok(value),
    }
}
