//! Sounds the soft end of a turn: one low tone that swells and fades.

use crate::ports::Chime;
use rodio::source::{SineWave, Source};
use std::thread;
use std::time::Duration;

/// Is the tone, made as it sounds.
pub(super) struct Tone;

/// Is a G below middle C: low enough to end a sentence by, high enough for a laptop's loudspeaker.
const PITCH: f32 = 196.0;
const LENGTH: Duration = Duration::from_millis(1_800);
const SWELL: Duration = Duration::from_millis(120);
const LOUDNESS: f32 = 0.22;

impl Chime for Tone {
    fn soft_end(&self) {
        // In a thread of its own: opening the device can take a while. No device means no tone, and nothing else.
        let _ = thread::Builder::new().name("tone".into()).spawn(|| {
            let Ok(mut device) = rodio::DeviceSinkBuilder::open_default_sink() else { return };
            device.log_on_drop(false);
            let mut tone = SineWave::new(PITCH).take_duration(LENGTH);
            tone.set_filter_fadeout();
            device.mixer().add(tone.fade_in(SWELL).amplify(LOUDNESS));
            thread::sleep(LENGTH);
        });
    }
}
