//! Lays figures beside their budgets.

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

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What was measured.
    pub name: String,
    /// Ours and the blank window's, where it has one.
    pub ours: f64,
    /// The blank window's, where the figure exists for it.
    pub blank: Option<f64>,
    /// The unit, such as `ms`.
    pub unit: &'static str,
    /// What it may be.
    pub budget: Budget,
}

/// A table of figures.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Adds a figure.
    pub fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Writes the table as Markdown, so that it can go into a note as it is.
    pub fn text(&self) -> String {
        let head = ["figure", "Both Heard", "blank", "ratio", "budget", ""].map(str::to_owned);
        let cells: Vec<[String; 6]> = std::iter::once(head).chain(self.rows.iter().map(Row::cells)).collect();
        let width = |column: usize| {
            cells.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..6).map(width).collect();
        let line = |row: &[String; 6]| {
            let padded = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
                // Words to the left, figures to the right.
                if column == 0 || column == 5 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
            });
            format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
        };
        let rule = widths.iter().enumerate().map(|(column, width)| {
            if column == 0 || column == 5 { "-".repeat(*width + 2) } else { format!("{}:", "-".repeat(*width + 1)) }
        });
        let rule = format!("|{}|", rule.collect::<Vec<_>>().join("|"));
        let mut lines = cells.iter().map(line);
        lines.next().into_iter().chain([rule]).chain(lines).collect::<Vec<_>>().join("\n")
    }
}

impl Row {
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

#[cfg(test)]
mod tests {
    use super::{Budget, Row, Table};

    #[test]
    fn a_figure_is_judged_by_its_budget() {
        let check = |ours: f64, blank: Option<f64>, budget: Budget, expected: [&str; 5]| {
            let row = Row { name: "start".into(), ours, blank, unit: "ms", budget };
            let cells = row.cells();
            assert_eq!(cells.iter().skip(1).map(String::as_str).collect::<Vec<_>>(), expected);
        };
        check(270.0, Some(250.0), Budget::Times(1.15), ["270 ms", "250 ms", "1.08", "≤ 1.15 ×", "kept"]);
        check(300.0, Some(250.0), Budget::Times(1.15), ["300 ms", "250 ms", "1.20", "≤ 1.15 ×", "OVER"]);
        check(13.0, None, Budget::AtMost(12.0), ["13.0 ms", "", "", "≤ 12.0 ms", "OVER"]);
        check(13.0, None, Budget::None, ["13.0 ms", "", "", "", ""]);
    }

    #[test]
    fn the_table_is_markdown() {
        let mut table = Table::default();
        table.add(Row { name: "a".into(), ours: 1.0, blank: None, unit: "MB", budget: Budget::None });
        let text = table.text();
        assert_eq!(text.lines().count(), 3);
        assert!(text.lines().all(|line| line.starts_with('|') && line.ends_with('|')));
    }
}
