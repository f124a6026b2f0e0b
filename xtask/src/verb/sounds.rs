//! `sounds`: the program's tones, made from sums of sines.

use std::f32::consts::TAU;
use std::path::Path;
use std::{fs, io};

use crate::broken::Broken;
use crate::house;

/// Samples a second: enough for partials up to 7 kHz, and all that these tones have lies below 3.
const RATE: u32 = 16_000;
/// The loudest sample, of 1: soft at half the system's volume, and never a start.
const PEAK: f32 = 0.4;

/// One note: when it begins, in seconds, and its pitch, in hertz.
type Note = (f32, f32);

/// Low notes of one chord, so that no tone is a signal of alarm: G3, C4 and G4.
const TONES: [(&str, f32, &[Note]); 3] = [
    ("begin", 2.4, &[(0.0, 196.0), (0.55, 261.63)]),
    ("soft-end", 2.2, &[(0.0, 196.0)]),
    ("return", 3.0, &[(0.0, 196.0), (0.6, 261.63), (1.2, 392.0)]),
];

/// A timbre: its partials (factor of the pitch, loudness, seconds until a third is left), and how long it swells.
struct Timbre {
    name: &'static str,
    swell: f32,
    partials: &'static [(f32, f32, f32)],
}

const TIMBRES: [Timbre; 3] = [
    // A bowl: partials that are no multiples, and a slow beat from two near ones.
    Timbre {
        name: "bowl",
        swell: 0.012,
        partials: &[(1.0, 1.0, 0.75), (1.004, 0.5, 0.75), (2.71, 0.28, 0.4), (5.15, 0.1, 0.18)],
    },
    // A wooden bar: short, with a fourth partial.
    Timbre { name: "wood", swell: 0.004, partials: &[(1.0, 1.0, 0.3), (3.93, 0.35, 0.09), (9.2, 0.08, 0.03)] },
    // A breath of air: swells, nearly pure.
    Timbre { name: "air", swell: 0.28, partials: &[(1.0, 1.0, 0.5), (2.0, 0.12, 0.4), (3.0, 0.05, 0.3)] },
];

/// Writes every tone in every timbre to `src-tauri/sounds`.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    super::nothing_more(arguments)?;
    let folder = house::at("src-tauri/sounds");
    fs::create_dir_all(&folder).map_err(Broken::file(&folder))?;
    for timbre in &TIMBRES {
        for (tone, seconds, notes) in TONES {
            let to = folder.join(format!("{}-{tone}.wav", timbre.name));
            write(&to, &samples(timbre, seconds, notes)).map_err(|error| Broken::file(&to)(io::Error::other(error)))?;
            println!("{}", to.display());
        }
    }
    Ok(())
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // some seconds of sound
fn samples(timbre: &Timbre, seconds: f32, notes: &[Note]) -> Vec<i16> {
    let count = (seconds * RATE as f32) as usize;
    let sum = |index: usize| -> f32 {
        let now = index as f32 / RATE as f32;
        let notes = notes.iter().map(|(begins, pitch)| note(timbre, now - begins, *pitch));
        // The last tenth of a second fades, so that nothing clicks.
        notes.sum::<f32>() * ((seconds - now) / 0.1).clamp(0.0, 1.0)
    };
    let wave: Vec<f32> = (0..count).map(sum).collect();
    let peak = wave.iter().fold(f32::EPSILON, |peak, sample| peak.max(sample.abs()));
    wave.iter().map(|sample| (sample / peak * PEAK * f32::from(i16::MAX)) as i16).collect()
}

fn note(timbre: &Timbre, now: f32, pitch: f32) -> f32 {
    if now < 0.0 {
        return 0.0;
    }
    let swell = (now / timbre.swell).min(1.0);
    let partial =
        |(factor, loud, fades): &(f32, f32, f32)| loud * (-now / fades).exp() * (TAU * pitch * factor * now).sin();
    swell * swell * timbre.partials.iter().map(partial).sum::<f32>()
}

fn write(to: &Path, samples: &[i16]) -> hound::Result<()> {
    let spec =
        hound::WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut file = hound::WavWriter::create(to, spec)?;
    samples.iter().try_for_each(|sample| file.write_sample(*sample))?;
    file.finalize()
}
