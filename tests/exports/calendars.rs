//! Calendars, read back by the parser of the icalendar crate.

use icalendar::{CalendarComponent, Component};
use serde_json::{Value, json};
use voucher_planner::exports::calendar::{Calendar, calendar};

fn text(name: &str, events: &Value) -> String {
    let wished = json!({ "name": name, "stamp": "2020-09-21", "events": events });
    let wished: Calendar = serde_json::from_value(wished).unwrap();
    calendar(&wished).unwrap()
}

fn read(text: &str) -> icalendar::Calendar {
    text.parse().unwrap()
}

fn events(calendar: &icalendar::Calendar) -> Vec<&icalendar::Event> {
    let events = calendar.components.iter().map(|each| match each {
        CalendarComponent::Event(event) => event,
        other => panic!("{other:?}"),
    });
    events.collect()
}

fn order() -> Value {
    json!({
        "uid": "order-1@voucher-planner", "day": "2020-12-04", "summary": "订购 1 × 站点包 500；共计 4,500.00",
        "description": "最后的稳妥日。\n考试日：2020年12月7日, 河畔中学; 理由\\来源", "alarmDaysBefore": [7, 1, 0],
    })
}

#[test]
fn an_event_keeps_its_words_day_and_name() {
    let file = text("Riverside, 学区; 2020", &json!([order()]));
    let calendar = read(&file);
    assert_eq!(calendar.get_name(), Some("Riverside, 学区; 2020"));
    let events = events(&calendar);
    let [event] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!(event.get_uid(), Some("order-1@voucher-planner"));
    assert_eq!(event.get_summary(), order()["summary"].as_str());
    assert_eq!(event.get_description(), order()["description"].as_str());
    assert_eq!(event.property_value("DTSTAMP"), Some("20200921T000000Z"));
    assert_eq!(event.property_value("TRANSP"), Some("TRANSPARENT"));
}

#[test]
fn a_whole_day_ends_with_the_day_after() {
    let events_given = json!([
        { "uid": "a", "day": "2020-02-28", "summary": "One day", "description": "" },
        { "uid": "b", "day": "2020-12-30", "until": "2020-12-31", "summary": "Two", "description": "" },
    ]);
    let calendar = read(&text("Days", &events_given));
    let days: Vec<_> = events(&calendar)
        .iter()
        .map(|event| {
            ["DTSTART", "DTEND"].map(|name| {
                let property = &event.properties()[name];
                assert_eq!(property.params()["VALUE"].value(), "DATE");
                property.value().to_owned()
            })
        })
        .collect();
    assert_eq!(days, [["20200228", "20200229"], ["20201230", "20210101"]]);
}

#[test]
fn a_reminder_comes_at_nine_in_the_morning_so_many_days_before() {
    let calendar = read(&text("Reminders", &json!([order()])));
    let events = events(&calendar);
    let alarms: Vec<_> = events[0]
        .components()
        .iter()
        .map(|alarm| {
            ["ACTION", "TRIGGER", "DESCRIPTION"]
                .map(|name| alarm.property_value(name).unwrap().to_owned())
        })
        .collect();
    let summary = order()["summary"].as_str().unwrap().to_owned();
    let expected = ["-P6DT15H", "-PT15H", "PT9H"]
        .map(|trigger| ["DISPLAY".to_owned(), trigger.to_owned(), summary.clone()]);
    assert_eq!(alarms, expected);
}

#[test]
fn lines_end_as_the_standard_says_and_are_folded_between_letters() {
    for length in 1..300 {
        let mut long = order();
        long["description"] = json!("word ".repeat(9) + &"字".repeat(length) + "𠀀 end");
        long["summary"] = json!("x".repeat(length));
        let file = text("Long", &json!([long]));
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        let calendar = read(&file);
        let [event] = events(&calendar)[..] else {
            panic!("{file}")
        };
        assert_eq!(event.get_description(), long["description"].as_str());
        assert_eq!(event.get_summary(), long["summary"].as_str());
    }
}

#[test]
fn nothing_typed_becomes_a_line_of_its_own() {
    let evil = "Course\r\nATTACH:https://example.org\rBEGIN:VEVENT\nX:\u{b}\u{85}";
    let mut event = order();
    event["summary"] = json!(evil);
    event["uid"] = json!(evil);
    let calendar = read(&text(evil, &json!([event])));
    let events = events(&calendar);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].property_value("ATTACH"), None);
    assert_eq!(
        events[0].get_summary(),
        Some("Course\nATTACH:https://example.org\nBEGIN:VEVENT\nX:")
    );
}

#[test]
fn the_same_events_give_the_same_text() {
    let events = json!([order(), order()]);
    assert_eq!(text("Twice", &events), text("Twice", &events));
}

#[test]
fn a_day_that_is_none_is_refused_by_name() {
    let wished = json!({ "name": "", "stamp": "2020-13-01", "events": [] });
    let wished: Calendar = serde_json::from_value(wished).unwrap();
    assert_eq!(calendar(&wished).unwrap_err(), "not a day: 2020-13-01");
}
