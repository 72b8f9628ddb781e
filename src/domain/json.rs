//! JSON text as a tree in which every number stays as it is written.
//!
//! A price keeps its digits, and the engine needs no floating point.

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number in decimal digits, without an exponent.
    Number(String),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Json>),
    /// Named values in the order of the text; a name may stand twice.
    Record(Vec<(String, Json)>),
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What the reader says, for developers.
    pub what: &'static str,
}

/// Deeper than any document of ours, and shallow enough for the stack.
const DEEPEST: u32 = 100;

/// More digits before or after the point than the widest floating-point number has.
const WIDEST_EXPONENT: i32 = 400;

impl Json {
    /// Reads a text that holds one JSON value.
    ///
    /// # Errors
    /// The first place that is not JSON.
    pub fn parse(text: &str) -> Result<Self, NotJson> {
        let mut parser = Parser { text, at: 0 };
        let parsed = parser.value(0).and_then(|value| match parser.next() {
            None => Ok(value),
            Some(_) => Err("trailing characters"),
        });
        parsed.map_err(|what| {
            let (mut line, mut column) = (1, 1);
            for letter in text.get(..parser.at).unwrap_or(text).chars() {
                (line, column) = match letter {
                    '\n' => (line + 1, 1),
                    _ => (line, column + 1),
                };
            }
            NotJson { line, column, what }
        })
    }
}

/// A text, and how far it has been read.
struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space, which is skipped.
    fn next(&mut self) -> Option<u8> {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.peek()
    }

    fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: u32) -> Result<Json, &'static str> {
        if depth > DEEPEST {
            return Err("nested too deeply");
        }
        match self.next() {
            Some(b'{') => self.record(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number().map(Json::Number),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            Some(_) => Err("expected a value"),
            None => Err("the text ends too early"),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, &'static str> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return Err("expected a value");
        }
        self.at += word.len();
        Ok(value)
    }

    /// Steps behind a comma, or behind the end of a list or record.
    fn goes_on(&mut self, end: u8) -> Result<bool, &'static str> {
        match self.next() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(byte) if byte == end => {
                self.at += 1;
                Ok(false)
            }
            Some(_) => Err("expected a comma or the end"),
            None => Err("the text ends too early"),
        }
    }

    fn list(&mut self, depth: u32) -> Result<Json, &'static str> {
        self.at += 1;
        let mut items = Vec::new();
        self.next();
        if self.take(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if !self.goes_on(b']')? {
                return Ok(Json::List(items));
            }
        }
    }

    fn record(&mut self, depth: u32) -> Result<Json, &'static str> {
        self.at += 1;
        let mut fields = Vec::new();
        self.next();
        if self.take(b'}') {
            return Ok(Json::Record(fields));
        }
        loop {
            if self.next() != Some(b'"') {
                return Err("expected a name in quotes");
            }
            let name = self.string()?;
            self.next();
            if !self.take(b':') {
                return Err("expected a colon");
            }
            fields.push((name, self.value(depth + 1)?));
            if !self.goes_on(b'}')? {
                return Ok(Json::Record(fields));
            }
        }
    }

    fn digits(&mut self) -> &'t str {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn number(&mut self) -> Result<String, &'static str> {
        let mut number = String::new();
        if self.take(b'-') {
            number.push('-');
        }
        let whole = self.digits();
        let fraction = if self.take(b'.') {
            Some(self.digits())
        } else {
            None
        };
        if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) || fraction == Some("") {
            return Err("not a number");
        }
        let fraction = fraction.unwrap_or_default();
        let mut exponent = 0;
        if self.take(b'e') || self.take(b'E') {
            let down = self.take(b'-');
            if !down {
                self.take(b'+');
            }
            exponent = self.digits().parse().map_err(|_| "not a number")?;
            if exponent > WIDEST_EXPONENT {
                return Err("number out of range");
            }
            if down {
                exponent = -exponent;
            }
        }
        place_point(&mut number, whole, fraction, exponent);
        Ok(number)
    }

    fn string(&mut self) -> Result<String, &'static str> {
        self.at += 1;
        let mut read = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | ..=0x1F)) {
                self.at += 1;
            }
            read.push_str(self.text.get(start..self.at).unwrap_or_default());
            if self.take(b'"') {
                return Ok(read);
            }
            if !self.take(b'\\') {
                return Err("a text without its closing quote");
            }
            let escaped = self.peek().ok_or("the text ends too early")?;
            self.at += 1;
            read.push(match escaped {
                b'"' | b'\\' | b'/' => char::from(escaped),
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.unicode()?,
                _ => return Err("not an escape"),
            });
        }
    }

    /// A character by its number, which is two numbers for one beyond 65,535.
    fn unicode(&mut self) -> Result<char, &'static str> {
        let mut code = self.hexadecimal()?;
        if (0xD800..0xDC00).contains(&code) && self.take(b'\\') && self.take(b'u') {
            let low = self.hexadecimal()?.wrapping_sub(0xDC00);
            if low < 0x400 {
                code = 0x1_0000 + ((code - 0xD800) << 10) + low;
            }
        }
        char::from_u32(code).ok_or("half of a character")
    }

    fn hexadecimal(&mut self) -> Result<u32, &'static str> {
        let digits = self.text.get(self.at..self.at + 4).unwrap_or_default();
        let digits = if digits.starts_with('+') { "" } else { digits };
        self.at += digits.len();
        u32::from_str_radix(digits, 16).map_err(|_| "not an escape")
    }
}

/// Writes `whole.fraction * 10^exponent` without an exponent.
fn place_point(number: &mut String, whole: &str, fraction: &str, exponent: i32) {
    let mut all = String::from(whole);
    all.push_str(fraction);
    let point = i32::try_from(whole.len())
        .unwrap_or(i32::MAX)
        .saturating_add(exponent);
    let Ok(point) = usize::try_from(point) else {
        number.push_str("0.");
        (point..0).for_each(|_| number.push('0'));
        number.push_str(&all);
        return;
    };
    while all.len() < point {
        all.push('0');
    }
    let (whole, fraction) = all.split_at_checked(point).unwrap_or((&all, ""));
    let whole = whole.trim_start_matches('0');
    number.push_str(if whole.is_empty() { "0" } else { whole });
    if !fraction.is_empty() {
        number.push('.');
        number.push_str(fraction);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as another reader sees it.
    fn theirs(value: &serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(value) => Json::Bool(*value),
            serde_json::Value::Number(value) => Json::Number(value.to_string()),
            serde_json::Value::String(text) => Json::Text(text.clone()),
            serde_json::Value::Array(items) => Json::List(items.iter().map(theirs).collect()),
            serde_json::Value::Object(fields) => Json::Record(
                fields
                    .iter()
                    .map(|(name, value)| (name.clone(), theirs(value)))
                    .collect(),
            ),
        }
    }

    fn number(text: &str) -> String {
        match Json::parse(text) {
            Ok(Json::Number(number)) => number,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn json_is_read_as_another_reader_reads_it() {
        for text in [
            "null",
            " [ ] ",
            "{ }",
            "[true,false,null,0,-7,13.25]",
            r#"{"a":[{"b":"x"},{}],"c":"\"\\\/\b\f\n\r\té😀\u00e9\ud83d\ude00"}"#,
            "\"考试券\"",
        ] {
            let value = serde_json::from_str(text).unwrap();
            assert_eq!(Json::parse(text), Ok(theirs(&value)), "{text}");
        }
    }

    #[test]
    fn what_is_not_json_is_refused_where_another_reader_refuses_it() {
        for text in [
            "",
            "[",
            "]",
            "[1,]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "tru",
            "01",
            "-",
            "1.",
            ".5",
            "+1",
            "1e",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u+123\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"\n\"",
            "1 1",
            "NaN",
            "'a'",
            "1e999",
        ] {
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_err(),
                "{text}"
            );
            assert!(Json::parse(text).is_err(), "{text}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(Json::parse(&deep).unwrap_err().what, "nested too deeply");
    }

    #[test]
    fn numbers_keep_their_digits_and_lose_their_exponent() {
        assert_eq!(number("9420.50"), "9420.50");
        assert_eq!(number("12345678901234567890.1"), "12345678901234567890.1");
        assert_eq!(number("1e3"), "1000");
        assert_eq!(number("1.25E+1"), "12.5");
        assert_eq!(number("-1.5e-7"), "-0.00000015");
        assert_eq!(number("12e-1"), "1.2");
        assert_eq!(number("0e5"), "0");
    }

    #[test]
    fn the_place_of_a_mistake_is_told() {
        let mistake = Json::parse("{\n \"数\": x }").unwrap_err();
        assert_eq!((mistake.line, mistake.column), (2, 7));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".*") {
            let ours = Json::parse(&text).is_ok();
            let theirs = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn every_text_comes_back(text in ".*") {
            let written = serde_json::to_string(&text).unwrap_or_default();
            prop_assert_eq!(Json::parse(&written), Ok(Json::Text(text)));
        }
    }
}
