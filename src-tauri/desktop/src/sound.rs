//! Sounds the tones: three things to say, in three timbres, made by `cargo xtask sounds`.

use both_heard_app::ports::{Chime, Tone};
use both_heard_app::settings::{Timbre, Volume};
use rodio::Source;
use std::io::Cursor;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How many tones may sound, or wait for a device, at once: one that hangs holds its own for ever.
const AT_ONCE: usize = 4;

/// The laptop's loudspeaker, with a share in it for each tone that sounds.
#[derive(Default)]
pub struct Loudspeaker(Arc<()>);

impl Chime for Loudspeaker {
    fn sound(&self, tone: Tone, timbre: Timbre, volume: Volume) {
        let share = Arc::clone(&self.0);
        if Arc::strong_count(&share) > AT_ONCE + 1 {
            return;
        }
        // In a thread of its own: opening the device can take a while. No device means no tone, and nothing else.
        let _ = thread::Builder::new().name("tone".into()).spawn(move || {
            let _share = share;
            let Ok(wave) = rodio::Decoder::new_wav(Cursor::new(recorded(tone, timbre))) else { return };
            let Ok(mut device) = rodio::DeviceSinkBuilder::open_default_sink() else { return };
            device.log_on_drop(false);
            let length = wave.total_duration().unwrap_or(Duration::from_secs(3));
            device.mixer().add(wave.amplify(volume.factor()));
            thread::sleep(length);
        });
    }
}

fn recorded(tone: Tone, timbre: Timbre) -> &'static [u8] {
    match (timbre, tone) {
        (Timbre::Bowl, Tone::Begin) => include_bytes!("../../sounds/bowl-begin.wav"),
        (Timbre::Bowl, Tone::SoftEnd) => include_bytes!("../../sounds/bowl-soft-end.wav"),
        (Timbre::Bowl, Tone::Return) => include_bytes!("../../sounds/bowl-return.wav"),
        (Timbre::Wood, Tone::Begin) => include_bytes!("../../sounds/wood-begin.wav"),
        (Timbre::Wood, Tone::SoftEnd) => include_bytes!("../../sounds/wood-soft-end.wav"),
        (Timbre::Wood, Tone::Return) => include_bytes!("../../sounds/wood-return.wav"),
        (Timbre::Air, Tone::Begin) => include_bytes!("../../sounds/air-begin.wav"),
        (Timbre::Air, Tone::SoftEnd) => include_bytes!("../../sounds/air-soft-end.wav"),
        (Timbre::Air, Tone::Return) => include_bytes!("../../sounds/air-return.wav"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tone_is_short_soft_and_not_silent() {
        for timbre in [Timbre::Bowl, Timbre::Wood, Timbre::Air] {
            for tone in [Tone::Begin, Tone::SoftEnd, Tone::Return] {
                let wave = rodio::Decoder::new_wav(Cursor::new(recorded(tone, timbre))).unwrap();
                let length = wave.total_duration().unwrap();
                let samples: Vec<f32> = wave.collect();
                let peak = samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
                let ends = samples.first().unwrap().abs().max(samples.last().unwrap().abs());
                assert!(length < Duration::from_secs(4), "{timbre:?} {tone:?} {length:?}");
                // Loud enough to be heard, far from the loudest there is, and no click at either end.
                assert!((0.15..0.6).contains(&peak) && ends < 0.01, "{timbre:?} {tone:?} {peak} {ends}");
            }
        }
    }
}
