//! Charts drawn on the server as SVG: bars beside names, and a line through months. Their looks come from the style sheet;
//! every chart has a title and a description, and stands beside a table with the same numbers.

use askama::Template;

/// Sizes in the drawing's own units; the style sheet scales it to the page.
const WIDTH: i64 = 640;
const NAME_WIDTH: i64 = 170;
const VALUE_WIDTH: i64 = 130;
const ROW: i64 = 34;
const BAR: i64 = 20;

/// One bar: how long it is beside the others, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub name: String,
    pub value: i64,
    /// The value as it is printed.
    pub shown: String,
    pub href: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct PlacedBar {
    bar: Bar,
    top: i64,
    middle: i64,
    length: i64,
}

#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "programme/chart/bars.svg")]
pub struct BarChart {
    /// Distinct on its page: the drawing's title is found by it.
    id: &'static str,
    title: String,
    description: String,
    width: i64,
    height: i64,
    bars: Vec<PlacedBar>,
    name_end: i64,
    bar_start: i64,
}

impl BarChart {
    pub fn new(id: &'static str, title: String, description: String, bars: Vec<Bar>) -> Self {
        let room = WIDTH - NAME_WIDTH - VALUE_WIDTH;
        let longest = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
        let height = ROW * bars.len() as i64 + 10;
        let placed = (0..).zip(bars).map(|(row, bar)| {
            let top = row * ROW + (ROW - BAR) / 2;
            PlacedBar { top, middle: top + BAR / 2 + 5, length: scaled(bar.value, longest, room), bar }
        });
        Self {
            id,
            title,
            description,
            width: WIDTH,
            height,
            bars: placed.collect(),
            name_end: NAME_WIDTH - 10,
            bar_start: NAME_WIDTH,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.bars.is_empty()
    }
}

/// One month of the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub name: String,
    pub value: i64,
    pub shown: String,
}

#[derive(Clone, Debug, PartialEq)]
struct PlacedPoint {
    point: Point,
    x: i64,
    y: i64,
    /// Too many names under the axis would run into each other.
    named: bool,
}

#[derive(Clone, Debug, PartialEq)]
struct GridLine {
    y: i64,
    shown: String,
}

const LINE_HEIGHT: i64 = 240;
const LINE_TOP: i64 = 16;
const LINE_BOTTOM: i64 = 196;
const LINE_START: i64 = 80;
const MOST_NAMES: usize = 8;

#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "programme/chart/line.svg")]
pub struct LineChart {
    id: &'static str,
    title: String,
    description: String,
    width: i64,
    height: i64,
    start: i64,
    bottom: i64,
    label_end: i64,
    label_below: i64,
    grid: Vec<GridLine>,
    points: Vec<PlacedPoint>,
    /// The line as `x,y x,y …`.
    path: String,
    area: String,
}

impl LineChart {
    /// `print` says how a value on the axis is written.
    pub fn new(
        id: &'static str,
        title: String,
        description: String,
        points: Vec<Point>,
        print: impl Fn(i64) -> String,
    ) -> Self {
        let top = round_up(points.iter().map(|point| point.value).max().unwrap_or(0));
        let height_of = |value: i64| LINE_BOTTOM - scaled(value, top, LINE_BOTTOM - LINE_TOP);
        let grid = if points.is_empty() { Vec::new() } else { vec![top, top / 2] };
        let grid =
            grid.into_iter().map(|value| GridLine { y: height_of(value), shown: print(value) }).collect();
        let count = points.len();
        let step = |position: usize| match count {
            0 | 1 => (WIDTH + LINE_START) / 2,
            _ => LINE_START + 20 + (WIDTH - LINE_START - 40) * position as i64 / (count as i64 - 1),
        };
        let every = count.div_ceil(MOST_NAMES).max(1);
        let points: Vec<PlacedPoint> = points
            .into_iter()
            .enumerate()
            .map(|(position, point)| PlacedPoint {
                x: step(position),
                y: height_of(point.value),
                named: (count - 1 - position).is_multiple_of(every),
                point,
            })
            .collect();
        let path: Vec<String> = points.iter().map(|point| format!("{},{}", point.x, point.y)).collect();
        let path = path.join(" ");
        let area = match (points.first(), points.last()) {
            (Some(first), Some(last)) => {
                format!("{},{LINE_BOTTOM} {path} {},{LINE_BOTTOM}", first.x, last.x)
            }
            _ => String::new(),
        };
        Self {
            id,
            title,
            description,
            width: WIDTH,
            height: LINE_HEIGHT,
            start: LINE_START,
            bottom: LINE_BOTTOM,
            label_end: LINE_START - 8,
            label_below: LINE_BOTTOM + 24,
            grid,
            points,
            path,
            area,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }
}

/// A length in a room of a size, by the rule of three; what is not nothing is at least seen.
fn scaled(value: i64, largest: i64, room: i64) -> i64 {
    if value <= 0 || largest <= 0 {
        return 0;
    }
    let exact = i128::from(value) * i128::from(room) / i128::from(largest);
    i64::try_from(exact).unwrap_or(room).clamp(2, room)
}

/// The next number with one leading digit of 1, 2, 4, 5 or 8, so that the axis and its middle read well.
fn round_up(value: i64) -> i64 {
    let mut unit = 1_i64;
    while unit.saturating_mul(10) <= value {
        unit = unit.saturating_mul(10);
    }
    let steps = [1, 2, 4, 5, 8, 10];
    steps
        .into_iter()
        .map(|step| unit.saturating_mul(step))
        .find(|round| *round >= value)
        .unwrap_or(value)
        .max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, value: i64) -> Bar {
        Bar { name: name.to_owned(), value, shown: value.to_string(), href: Some("/x?a=1&b=2".to_owned()) }
    }

    #[test]
    fn bars_are_as_long_as_their_values() {
        let chart =
            BarChart::new("c", "T".into(), "D".into(), vec![bar("A", 200), bar("B", 100), bar("C", 0)]);
        let lengths: Vec<i64> = chart.bars.iter().map(|placed| placed.length).collect();
        assert_eq!(lengths, [340, 170, 0]);
    }

    #[test]
    fn names_cannot_break_the_drawing() {
        let drawn = BarChart::new("c", "<T>".into(), "D".into(), vec![bar("<script>\"&", 1)]).to_string();
        assert!(!drawn.contains("<script>") && drawn.contains("&#60;script&#62;"), "{drawn}");
        assert!(
            drawn.contains("<title id=\"c-title\">") && drawn.contains("<desc id=\"c-desc\">"),
            "{drawn}"
        );
        assert!(!drawn.contains("a=1&b"), "{drawn}");
    }

    #[test]
    fn the_axis_ends_at_a_round_number() {
        assert_eq!([0, 1, 7, 11, 41, 99, 12_345].map(round_up), [1, 1, 8, 20, 50, 100, 20_000]);
    }

    #[test]
    fn a_line_goes_through_its_points() {
        let point = |value: i64| Point { name: value.to_string(), value, shown: value.to_string() };
        let points = vec![point(0), point(100)];
        let chart = LineChart::new("l", "T".into(), "D".into(), points, |value| value.to_string());
        assert_eq!(chart.path, "100,196 620,16");
        assert!(
            LineChart::new("l", "T".into(), "D".into(), vec![point(5)], |v| v.to_string()).path.contains(',')
        );
        assert!(LineChart::new("l", "T".into(), "D".into(), Vec::new(), |v| v.to_string()).is_empty());
    }
}
