//! Measures the whole program against a blank window, as a person would meet it: started, shown, idle, closed.

mod background;
mod figure;
mod openings;
mod round;
mod steps;

pub use background::background;
pub use figure::{Budget, Figure, Round, median, medians, table};
pub use openings::openings;
pub use round::round;
pub use steps::steps;
