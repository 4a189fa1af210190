//! Progress bars of the long commands. They are drawn on a terminal only, so that logs stay clean.

use indicatif::{ProgressBar, ProgressStyle};

use crate::backup::Step;

/// So many of so many.
pub(super) fn counting(label: &'static str) -> ProgressBar {
    bar(label, "{msg:10} [{wide_bar:.cyan/blue}] {human_pos}/{human_len} {eta:>4}")
}

/// Bytes of bytes.
pub(super) fn measuring(label: &'static str) -> ProgressBar {
    bar(label, "{msg:10} [{wide_bar:.cyan/blue}] {binary_bytes}/{binary_total_bytes} {eta:>4}")
}

/// For work whose end is not known beforehand.
pub(super) fn turning(label: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {msg:10} {human_pos}");
    ProgressBar::new_spinner().with_style(style.expect("the template is right")).with_message(label)
}

fn bar(label: &'static str, template: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(template).expect("the template is right");
    ProgressBar::new(0).with_style(style.progress_chars("=> ")).with_message(label)
}

/// One bar after the other, for the steps of a backup or a restore.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    rows: ProgressBar,
    checked: ProgressBar,
    files: ProgressBar,
}

impl Steps {
    pub(super) fn new() -> Self {
        Self { rows: counting("Rows"), checked: measuring("Checking"), files: counting("Files") }
    }

    pub(super) fn show(&self, step: Step) {
        let (bar, done, of) = match step {
            Step::Rows { done, of } => (&self.rows, done, of),
            Step::Checked { done, of } => (&self.checked, done, of),
            Step::Files { done, of } => (&self.files, done, of),
        };
        bar.set_length(of);
        bar.set_position(done);
        if done == of {
            bar.finish_and_clear();
        }
    }
}
