//! Measures the whole program against a blank window, as a person would meet it: started, shown, idle, closed.

mod background;
mod figures;
mod openings;
mod round;
mod table;

pub use background::{Background, background};
pub use figures::{Figures, median};
pub use openings::{Comes, Growth, openings};
pub use round::{Settings, copy_folder, measure};
pub use table::{Budget, Row, Table};
