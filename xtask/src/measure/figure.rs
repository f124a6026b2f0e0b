//! Figures, their medians, and the table that lays them beside their budgets.

use comfy_table::{CellAlignment, Table, presets::ASCII_MARKDOWN};

/// What a figure may be at most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// So many times what the blank window has.
    Times(f64),
    /// So much, in the figure's own unit.
    AtMost(f64),
    /// There is none; the figure is for knowledge.
    None,
}

/// One figure, of a round or the median of several.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    name: String,
    ours: f64,
    /// The blank window's, where it was measured.
    blank: Option<f64>,
    /// Such as `ms`; empty for a plain number.
    unit: &'static str,
    budget: Budget,
}

/// What one round of one program gave.
pub type Round = Vec<Figure>;

impl Figure {
    /// Notes a figure.
    pub fn new(name: impl Into<String>, ours: f64, unit: &'static str, budget: Budget) -> Self {
        Self { name: name.into(), ours, blank: None, unit, budget }
    }

    /// Lays the blank window's figure beside it.
    pub fn beside(self, blank: Option<f64>) -> Self {
        Self { blank, ..self }
    }

    /// Gives what came from an earlier figure to this one, each time of so many.
    pub fn growth(&self, earlier: &Self, times: u32) -> Self {
        Self { ours: (self.ours - earlier.ours) / f64::from(times), ..self.clone() }
    }

    fn cells(&self) -> [String; 6] {
        let amount = |value: f64| {
            let digits = match value.abs() {
                _ if self.unit == "ticks" => 0,
                small if small < 1.0 => 2,
                small if small < 20.0 => 1,
                _ => 0,
            };
            format!("{value:.digits$} {}", self.unit)
        };
        let ratio = self.blank.filter(|blank| *blank > 0.0).map(|blank| self.ours / blank);
        let (budget, kept) = match self.budget {
            Budget::Times(times) => (format!("≤ {times:.2} ×"), ratio.map(|ratio| ratio <= times)),
            Budget::AtMost(limit) => (format!("≤ {}", amount(limit)), Some(self.ours <= limit)),
            Budget::None => (String::new(), None),
        };
        [
            self.name.clone(),
            amount(self.ours),
            self.blank.map(amount).unwrap_or_default(),
            ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default(),
            budget,
            kept.map_or("", |kept| if kept { "kept" } else { "OVER" }).to_owned(),
        ]
    }
}

/// Takes the medians of both programs' rounds; what the first round lacks is left out.
pub fn medians(of: &str, ours: &[Round], blank: &[Round]) -> Round {
    let middle = |rounds: &[Round], name: &str| {
        median(rounds.iter().flatten().filter(|figure| figure.name == name).map(|figure| figure.ours))
    };
    let first = ours.first().into_iter().flatten();
    first
        .map(|Figure { name, ours: first, unit, budget, .. }| {
            let all = middle(ours, name).unwrap_or(*first);
            Figure::new(format!("{of}: {name}"), all, unit, *budget).beside(middle(blank, name))
        })
        .collect()
}

/// Gives the middle one of the values, the lower one of two.
pub fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied()
}

/// Writes figures as a table in Markdown, so that it can go into a note as it is.
pub fn table(figures: &[Figure]) -> String {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(["figure", "Both Heard", "blank", "ratio", "budget", ""]);
    table.add_rows(figures.iter().map(Figure::cells));
    // Words to the left, figures to the right.
    table.column_iter_mut().skip(1).take(4).for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    table.to_string()
}

#[cfg(test)]
mod tests {
    use super::{Budget, Figure, median, medians};

    #[test]
    fn a_figure_is_judged_by_its_budget() {
        let check = |ours: f64, blank: Option<f64>, budget: Budget, expected: [&str; 5]| {
            let cells = Figure::new("start", ours, "ms", budget).beside(blank).cells();
            assert_eq!(cells.iter().skip(1).map(String::as_str).collect::<Vec<_>>(), expected);
        };
        check(270.0, Some(250.0), Budget::Times(1.15), ["270 ms", "250 ms", "1.08", "≤ 1.15 ×", "kept"]);
        check(300.0, Some(250.0), Budget::Times(1.15), ["300 ms", "250 ms", "1.20", "≤ 1.15 ×", "OVER"]);
        check(13.0, None, Budget::AtMost(12.0), ["13.0 ms", "", "", "≤ 12.0 ms", "OVER"]);
        check(13.0, None, Budget::None, ["13.0 ms", "", "", "", ""]);
    }

    #[test]
    fn the_median_is_the_middle_one() {
        let check = |values: &[f64], expected: Option<f64>| assert_eq!(median(values.iter().copied()), expected);
        check(&[], None);
        check(&[7.0], Some(7.0));
        check(&[9.0, 1.0, 5.0], Some(5.0));
        check(&[4.0, 1.0, 3.0, 2.0], Some(2.0));
    }

    #[test]
    fn rounds_are_compared_name_by_name() {
        let figure = |name: &str, ours| Figure::new(name, ours, "ms", Budget::Times(1.1));
        let ours = [vec![figure("start", 3.0), figure("idle", 2.0)], vec![figure("start", 5.0)]];
        let expected = vec![figure("Home: start", 3.0).beside(Some(4.0)), figure("Home: idle", 2.0)];
        assert_eq!(medians("Home", &ours, &[vec![figure("start", 4.0)]]), expected);
    }
}
