//! Workbooks, read back by calamine.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::{Value, json};
use voucher_planner::exports::workbook::{Workbook, workbook};

fn sheet(name: &str, rows: &Value) -> Value {
    json!({
        "name": name, "frozenRows": 1, "frozenColumns": 0, "landscape": true, "widths": [12.5, 30],
        "rows": rows,
    })
}

fn book(sheets: &Value) -> Value {
    json!({ "title": "Riverside", "created": "2020-09-21", "sheets": sheets })
}

fn bytes(book: &Value) -> Result<Vec<u8>, String> {
    let book: Workbook = serde_json::from_value(book.clone()).unwrap();
    workbook(&book)
}

fn read(book: &Value) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(bytes(book).unwrap())).unwrap()
}

/// The cells of a column under its head.
fn column(values: &[Value]) -> Vec<Data> {
    let mut rows = vec![json!([{ "value": { "type": "text", "text": "Head" }, "style": "head" }])];
    rows.extend(
        values
            .iter()
            .map(|value| json!([{ "value": value, "style": "plain" }])),
    );
    let mut file = read(&book(&json!([sheet("Sheet", &json!(rows))])));
    let range = file.worksheet_range("Sheet").unwrap();
    let rows = u32::try_from(values.len()).unwrap();
    (1..=rows)
        .map(|row| range.get_value((row, 0)).cloned().unwrap_or(Data::Empty))
        .collect()
}

#[test]
fn sheets_keep_their_names_and_order() {
    let cells = json!([]);
    let file = read(&book(&json!([
        sheet("Order", &cells),
        sheet("订购内容", &cells)
    ])));
    assert_eq!(file.sheet_names(), ["Order", "订购内容"]);
}

#[test]
fn words_stay_words_whatever_they_begin_with() {
    let words = [
        "=HYPERLINK(\"https://example.org\")",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\tTAB",
        "1",
        "2020-12-04",
        "电子表格课程",
        "<b>&\"",
    ];
    let cells: Vec<Value> = words
        .iter()
        .map(|text| json!({ "type": "text", "text": text }))
        .collect();
    let expected: Vec<Data> = words
        .iter()
        .map(|text| Data::String((*text).to_owned()))
        .collect();
    assert_eq!(column(&cells), expected);
}

#[test]
fn control_characters_that_a_workbook_cannot_hold_are_left_out() {
    let cell = json!({ "type": "text", "text": "a\u{0}b\u{8}c\r\nd\re\u{ffff}" });
    assert_eq!(column(&[cell]), [Data::String("abc\nd\ne".to_owned())]);
}

#[test]
fn money_is_exact_to_the_smallest_coin() {
    let money =
        |minor: i64, places: u32| json!({ "type": "money", "minor": minor, "places": places });
    let cells = [
        money(615_000, 2),
        money(1, 2),
        money(-105, 2),
        money(123_456_789_012_345, 2),
        money(7, 0),
        money(7, 3),
    ];
    let read: Vec<String> = column(&cells).iter().map(ToString::to_string).collect();
    assert_eq!(
        read,
        ["6150", "0.01", "-1.05", "1234567890123.45", "7", "0.007"]
    );
}

#[test]
fn counts_parts_and_days_are_numbers() {
    let cells = [
        json!({ "type": "count", "count": 625 }),
        json!({ "type": "ratio", "numerator": 13, "denominator": 2 }),
        json!({ "type": "percent", "numerator": 19, "denominator": 20 }),
        json!({ "type": "day", "day": "2020-12-04" }),
    ];
    let read = column(&cells);
    assert_eq!(
        read[..3],
        [Data::Float(625.0), Data::Float(6.5), Data::Float(0.95)]
    );
    let Data::DateTime(day) = &read[3] else {
        panic!("{:?}", read[3])
    };
    assert_eq!(day.to_ymd_hms_milli(), (2020, 12, 4, 0, 0, 0, 0));
}

#[test]
fn a_day_before_excels_calendar_is_written_as_words() {
    let cell = json!({ "type": "day", "day": "1899-12-31" });
    assert_eq!(column(&[cell]), [Data::String("1899-12-31".to_owned())]);
}

#[test]
fn a_sum_is_a_formula_with_what_it_comes_to() {
    let rows = json!([
        [{ "value": { "type": "money", "minor": 450_000, "places": 2 }, "style": "plain" }],
        [{ "value": { "type": "money", "minor": 165_000, "places": 2 }, "style": "plain" }],
        [{ "value": { "type": "sum", "first": 0, "last": 1, "minor": 615_000, "places": 2 }, "style": "strong" }],
    ]);
    let mut file = read(&book(&json!([sheet("Order", &rows)])));
    let formulas = file.worksheet_formula("Order").unwrap();
    assert_eq!(formulas.get_value((2, 0)).unwrap(), "SUM(A1:A2)");
    let values = file.worksheet_range("Order").unwrap();
    assert_eq!(values.get_value((2, 0)), Some(&Data::Float(6150.0)));
}

#[test]
fn only_a_page_on_the_web_becomes_a_link() {
    let link = |url: &str| json!({ "type": "link", "url": url, "text": "Terms" });
    let cells = [link("https://example.org/a"), link("file:///etc/passwd")];
    let text = || Data::String("Terms".to_owned());
    assert_eq!(column(&cells), [text(), text()]);
    // A sheet with links has a file of them beside it.
    let has_links = |cell: &Value| {
        let rows = json!([[{ "value": cell, "style": "plain" }]]);
        let file = bytes(&book(&json!([sheet("Sheet", &rows)]))).unwrap();
        String::from_utf8_lossy(&file).contains("sheet1.xml.rels")
    };
    assert_eq!(cells.each_ref().map(has_links), [true, false]);
}

#[test]
fn the_same_cells_give_the_same_bytes() {
    let rows = json!([[
        { "value": { "type": "text", "text": "Total" }, "style": "strong" },
        { "value": { "type": "money", "minor": 615_000, "places": 2 }, "style": "title" },
        { "value": { "type": "link", "url": "https://example.org", "text": "Terms" }, "style": "soft" },
    ]]);
    let book = book(&json!([sheet("One", &rows), sheet("Two", &rows)]));
    assert_eq!(bytes(&book).unwrap(), bytes(&book).unwrap());
}

#[test]
fn what_no_workbook_can_hold_is_refused_by_name() {
    let rows = json!([[{ "value": { "type": "day", "day": "2020-02-30" }, "style": "plain" }]]);
    let refused = bytes(&book(&json!([sheet("Sheet", &rows)]))).unwrap_err();
    assert_eq!(refused, "not a day: 2020-02-30");
    assert!(bytes(&book(&json!([sheet("a/b", &json!([]))]))).is_err());
    let rows = json!([[{ "value": { "type": "ratio", "numerator": 1, "denominator": 0 }, "style": "plain" }]]);
    let refused = bytes(&book(&json!([sheet("Sheet", &rows)]))).unwrap_err();
    assert_eq!(refused, "not a fraction: 1/0");
}

#[test]
fn a_field_that_nobody_knows_is_refused() {
    let mut misspelt = book(&json!([]));
    misspelt["titel"] = json!("Riverside");
    assert!(serde_json::from_value::<Workbook>(misspelt).is_err());
}
