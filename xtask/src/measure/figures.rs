//! Figures of one round, and their medians.

use std::time::Duration;

/// What one round of one program gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// From the start to the first writing on the screen.
    pub start: Duration,
    /// Proportional memory of the family of processes with the window open and settled, in KiB.
    pub open_kib: u64,
    /// CPU ticks (hundredths of a second) of the family while idle, where this round measured it.
    pub idle_ticks: Option<u64>,
    /// From the closing of the window to the end of the program, where it ended by that.
    pub ended: Option<Duration>,
}

/// Gives the middle one of the values, the lower one of two.
pub fn median<T: Copy + PartialOrd>(values: impl IntoIterator<Item = T>) -> Option<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    values.get(values.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_the_middle_one() {
        let check = |values: &[u32], expected: Option<u32>| assert_eq!(median(values.iter().copied()), expected);
        check(&[], None);
        check(&[7], Some(7));
        check(&[9, 1, 5], Some(5));
        check(&[4, 1, 3, 2], Some(2));
    }
}
