//! Workbooks: sheets of typed cells in, the bytes of an .xlsx file out.
//!
//! A text is always a text: nothing that somebody typed becomes a formula. The only formulas are sums, made here.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Url,
    Workbook as Written, Worksheet, XlsxError, utility,
};
use serde::Deserialize;

use super::{Refusal, clean, day};
use crate::domain::Day;

/// Sheets under one title.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Workbook {
    /// What the file says of itself.
    pub title: String,
    /// The day it is from: `YYYY-MM-DD`.
    pub created: String,
    /// In the order of their tabs.
    pub sheets: Vec<Sheet>,
}

/// Rows of cells under a name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sheet {
    /// On its tab: up to 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Rows that stay in sight, and are printed on every page.
    pub frozen_rows: u32,
    /// Columns that stay in sight.
    pub frozen_columns: u16,
    /// Whether it is printed across the page.
    pub landscape: bool,
    /// Widths, in characters.
    pub widths: Vec<f64>,
    /// From the top.
    pub rows: Vec<Vec<Cell>>,
}

/// A value and how it looks.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// How it looks.
    pub style: Style,
}

/// What a cell holds.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[allow(
    missing_docs,
    reason = "fields of variants are named after what they hold"
)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words, whatever they begin with.
    Text { text: String },
    /// A whole number.
    Count { count: i64 },
    /// Money in minor units, with the places of its currency.
    Money { minor: i64, places: u32 },
    /// A sum of money over rows of the same column, counted from 0, with what it comes to.
    Sum {
        first: u32,
        last: u32,
        minor: i64,
        places: u32,
    },
    /// A fraction, such as months of which the last is not whole.
    Ratio { numerator: i64, denominator: i64 },
    /// A fraction shown in per cent.
    Percent { numerator: i64, denominator: i64 },
    /// A day: `YYYY-MM-DD`.
    Day { day: String },
    /// A page on the web.
    Link { url: String, text: String },
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// As usual.
    Plain,
    /// The title of a sheet or a table.
    Title,
    /// The head of a column.
    Head,
    /// The head of a column of numbers.
    NumberHead,
    /// What matters: totals, names of rows.
    Strong,
    /// What is said beside.
    Soft,
}

/// ISO 216's number in Excel's list of papers.
const A4: u8 = 9;
/// Words beside others: the soft ink of the page.
const SOFT: Color = Color::RGB(0x0057_606A);
const LINE: Color = Color::RGB(0x007D_7A72);

/// The bytes of the workbook's file.
///
/// # Errors
/// Where a day is none, or a name or text is not one that a workbook can hold.
pub fn workbook(workbook: &Workbook) -> Result<Vec<u8>, Refusal> {
    let created = excel_day(day(&workbook.created)?).ok_or("a workbook from before 1900")?;
    let mut file = Written::new();
    file.set_properties(
        &DocProperties::new()
            .set_title(clean(&workbook.title))
            .set_creation_datetime(&created),
    );
    for each in &workbook.sheets {
        let sheet = file.add_worksheet();
        said(set_up(sheet, each))?;
        for (row, cells) in (0..).zip(&each.rows) {
            for (column, cell) in (0..).zip(cells) {
                write(sheet, row, column, cell)?;
            }
        }
    }
    said(file.save_to_buffer())
}

fn said<T>(written: Result<T, XlsxError>) -> Result<T, Refusal> {
    written.map_err(|error| error.to_string())
}

fn set_up(sheet: &mut Worksheet, wished: &Sheet) -> Result<(), XlsxError> {
    sheet.set_name(&wished.name)?;
    sheet.set_freeze_panes(wished.frozen_rows, wished.frozen_columns)?;
    for (column, width) in (0..).zip(&wished.widths) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_footer("&L&A&R&P / &N");
    if wished.landscape {
        sheet.set_landscape();
    }
    if let Some(last) = wished.frozen_rows.checked_sub(1) {
        sheet.set_repeat_rows(0, last)?;
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), Refusal> {
    let format = format(cell);
    let written = match &cell.value {
        Value::Empty => sheet.write_blank(row, column, &format),
        Value::Count { count } => {
            sheet.write_number_with_format(row, column, number(&count.to_string())?, &format)
        }
        Value::Money { minor, places } => {
            sheet.write_number_with_format(row, column, number(&decimal(*minor, *places))?, &format)
        }
        Value::Sum {
            first,
            last,
            minor,
            places,
        } => {
            let range = utility::row_col_to_cell(*first, column);
            let end = utility::row_col_to_cell(*last, column);
            let sum = Formula::new(format!("=SUM({range}:{end})"));
            let result = number(&decimal(*minor, *places))?.to_string();
            sheet.write_formula_with_format(row, column, sum.set_result(result), &format)
        }
        Value::Ratio {
            numerator,
            denominator,
        }
        | Value::Percent {
            numerator,
            denominator,
        } => {
            let part = quotient(*numerator, *denominator)?;
            sheet.write_number_with_format(row, column, part, &format)
        }
        Value::Day { day: text } => {
            let day = day(text)?;
            match excel_day(day) {
                Some(day) => sheet.write_datetime_with_format(row, column, &day, &format),
                // Excel's calendar begins in 1900.
                None => sheet.write_string_with_format(row, column, text, &format),
            }
        }
        Value::Link { url, text } if url.starts_with("https://") => {
            let link = Url::new(url.as_str()).set_text(clean(text));
            sheet.write_url_with_format(row, column, link, &format.set_hyperlink())
        }
        Value::Text { text } | Value::Link { text, .. } => {
            text_cell(sheet, row, column, text, format)
        }
    };
    said(written).map(|_| ())
}

fn text_cell<'sheet>(
    sheet: &'sheet mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: Format,
) -> Result<&'sheet mut Worksheet, XlsxError> {
    // It stays a text when somebody edits the cell, too.
    let format = if text.starts_with(['=', '+', '-', '@']) {
        format.set_quote_prefix()
    } else {
        format
    };
    sheet.write_string_with_format(row, column, clean(text), &format)
}

/// Numbers to the right, words broken into lines; everything begins at the top of its row.
fn format(cell: &Cell) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    let format = match &cell.value {
        Value::Empty | Value::Text { .. } | Value::Link { .. } => format.set_text_wrap(),
        Value::Count { .. } => format.set_num_format("#,##0"),
        Value::Money { places, .. } | Value::Sum { places, .. } => {
            format.set_num_format(money_format(*places))
        }
        Value::Ratio { .. } => format.set_num_format("General"),
        Value::Percent { .. } => format.set_num_format("0.00%"),
        Value::Day { .. } => format
            .set_num_format("yyyy\\-mm\\-dd")
            .set_align(FormatAlign::Left),
    };
    let head = |format: Format| {
        format
            .set_font_color(SOFT)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE)
    };
    match cell.style {
        Style::Plain => format,
        // One line, however long: it has the row for itself.
        Style::Title => format.unset_text_wrap().set_bold().set_font_size(14),
        Style::Head => head(format),
        Style::NumberHead => head(format).set_align(FormatAlign::Right),
        Style::Strong => format.set_bold(),
        Style::Soft => format.set_font_color(SOFT),
    }
}

/// Thousands apart, and as many places as the currency has.
fn money_format(places: u32) -> String {
    match places {
        0 => "#,##0".to_owned(),
        _ => format!(
            "#,##0.{}",
            "0".repeat(places.min(9).try_into().unwrap_or(9))
        ),
    }
}

/// Minor units as a decimal text.
fn decimal(minor: i64, places: u32) -> String {
    let places = usize::try_from(places).unwrap_or(0);
    let digits = format!("{:0>1$}", minor.unsigned_abs(), places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{whole}.{rest}0")
}

/// The number of a workbook that is nearest to a decimal text: for up to 15 digits it is that number.
fn number(text: &str) -> Result<f64, Refusal> {
    text.parse().map_err(|_| format!("not a number: {text}"))
}

#[allow(
    clippy::float_arithmetic,
    reason = "workbooks hold fractions as floating-point numbers"
)]
fn quotient(numerator: i64, denominator: i64) -> Result<f64, Refusal> {
    if denominator == 0 {
        return Err(format!("not a fraction: {numerator}/0"));
    }
    Ok(number(&numerator.to_string())? / number(&denominator.to_string())?)
}

/// A day of Excel's calendar, if it has that day.
fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year())
        .ok()
        .filter(|year| *year >= 1900)?;
    let month = u8::try_from(day.month()).ok()?;
    let of_month = u8::try_from(day.day_of_month()).ok()?;
    ExcelDateTime::from_ymd(year, month, of_month).ok()
}
