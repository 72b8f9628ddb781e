//! Documents read from JSON: strictly, and with the path of every field that cannot be read.
//!
//! A field nobody knows is a mistake: a document that lives on must not lose a misspelt name in silence. Written here
//! and not derived by serde, because what serde derives for our records is as large as the rest of the engine.

use crate::domain::json::Json;
use crate::domain::{Day, Rounding, day::Weekday};

pub use crate::mistake::{Kind, Mistake};

/// A field that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The field, such as `agreements[0].groups[2].people`; empty for the document itself.
    pub path: String,
    /// What is wrong with it. As a text it is for developers.
    pub mistake: Mistake,
}

/// After so many, the document is one of another kind.
const MOST_MISREAD: usize = 50;

/// Something that documents hold.
pub trait Read: Sized {
    /// Reads it. What is wrong goes to the reader, and [`Read::blank`] stands in for it.
    fn read(json: &Json, reader: &mut Reader) -> Self;

    /// What it is where nothing is written.
    fn blank() -> Self;

    /// Whether it may be left out in records that do not say otherwise.
    const MAY_BE_ABSENT: bool = false;
}

/// Reads a document.
///
/// # Errors
/// Every field that cannot be read, or the place where the text stops being JSON.
pub fn read<T: Read>(text: &str) -> Result<T, Vec<Misread>> {
    let mut reader = Reader::default();
    match Json::parse(text) {
        Err(mistake) => {
            reader.misread(mistake.into());
            Err(reader.misread)
        }
        Ok(json) => {
            let read = T::read(&json, &mut reader);
            if reader.misread.is_empty() {
                Ok(read)
            } else {
                Err(reader.misread)
            }
        }
    }
}

/// Reads a document, with blanks for what cannot be read.
///
/// # Errors
/// The place where the text stops being JSON. Of too many fields that cannot be read the first, and that there are more:
/// among so many blanks no field says what was meant.
pub fn read_through<T: Read>(text: &str) -> Result<(T, Vec<Misread>), Vec<Misread>> {
    let mut reader = Reader::default();
    let json = Json::parse(text).map_err(|mistake| {
        reader.misread(mistake.into());
        std::mem::take(&mut reader.misread)
    })?;
    let read = T::read(&json, &mut reader);
    if reader.more {
        let named = reader.misread.len();
        reader.misread.push(Misread {
            path: String::new(),
            mistake: Mistake::AndMore { named },
        });
        return Err(reader.misread);
    }
    Ok((read, reader.misread))
}

/// A step on the way to a field.
#[derive(Clone, Copy, Debug)]
enum Step {
    Field(&'static str),
    Item(usize),
}

/// Where in a document we are, and what could not be read so far.
#[derive(Debug, Default)]
pub struct Reader {
    path: Vec<Step>,
    misread: Vec<Misread>,
    /// Whether there is more than is noted.
    more: bool,
}

impl Reader {
    /// Notes that the value here cannot be read.
    pub fn misread(&mut self, mistake: Mistake) {
        let path = self.path();
        self.note(path, mistake);
    }

    /// Notes that the value here is of another kind.
    pub fn unexpected(&mut self, found: &Json, expected: Kind) {
        let found = found.into();
        self.misread(Mistake::WrongType { found, expected });
    }

    fn note(&mut self, path: String, mistake: Mistake) {
        if self.misread.len() < MOST_MISREAD {
            self.misread.push(Misread { path, mistake });
        } else {
            self.more = true;
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Field(name) => extend(&mut path, &camel_case(name)),
                Step::Item(place) => {
                    path.push('[');
                    path.push_str(&place.to_string());
                    path.push(']');
                }
            }
        }
        path
    }

    /// Checks that the value is a record of these fields, each at most once. Names are those of Rust.
    pub fn record<'j>(&mut self, json: &'j Json, names: &[&str]) -> &'j [(String, Json)] {
        let Json::Record(fields) = json else {
            self.unexpected(json, Kind::Object);
            return &[];
        };
        for (place, (name, _)) in fields.iter().enumerate() {
            let field = name.clone();
            let mistake = if !names.iter().any(|known| is_camel_case(known, name)) {
                let known = names.iter().map(|name| camel_case(name)).collect();
                Mistake::UnknownField { field, known }
            } else if fields
                .iter()
                .take(place)
                .any(|(earlier, _)| earlier == name)
            {
                Mistake::RepeatedField { field }
            } else {
                continue;
            };
            let mut path = self.path();
            extend(&mut path, name);
            self.note(path, mistake);
        }
        fields
    }

    /// Reads a field of a record. `lenient` records may leave out every field.
    pub fn field<T: Read>(
        &mut self,
        fields: &[(String, Json)],
        name: &'static str,
        lenient: bool,
    ) -> T {
        match self.enter(fields, name, lenient || T::MAY_BE_ABSENT) {
            None => T::blank(),
            Some(json) => {
                let read = T::read(json, self);
                self.path.pop();
                read
            }
        }
    }

    /// Steps into a field, if it is there.
    fn enter<'j>(
        &mut self,
        fields: &'j [(String, Json)],
        name: &'static str,
        may_be_absent: bool,
    ) -> Option<&'j Json> {
        let found = fields
            .iter()
            .find(|(written, _)| is_camel_case(name, written));
        if found.is_some() {
            self.path.push(Step::Field(name));
        } else if !may_be_absent {
            let field = camel_case(name);
            self.misread(Mistake::MissingField { field });
        }
        found.map(|(_, json)| json)
    }

    /// Steps into each entry of a list in turn.
    fn each(&mut self, json: &Json, entry: &mut dyn FnMut(&Json, &mut Self)) {
        let Json::List(items) = json else {
            self.unexpected(json, Kind::Array);
            return;
        };
        for (place, item) in items.iter().enumerate() {
            self.path.push(Step::Item(place));
            entry(item, self);
            self.path.pop();
        }
    }

    /// The place of a choice among these names.
    pub fn choice(&mut self, json: &Json, names: &[&str], is: fn(&str, &str) -> bool) -> usize {
        let Json::Text(text) = json else {
            self.unexpected(json, Kind::String);
            return 0;
        };
        names
            .iter()
            .position(|name| is(name, text))
            .unwrap_or_else(|| {
                let choice = text.clone();
                let known = names.iter().map(|name| kebab_case(name)).collect();
                self.misread(Mistake::UnknownChoice { choice, known });
                0
            })
    }
}

fn extend(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

/// `fiscal_year_start` as documents write it, and in no other way: `fiscalYearStart`.
fn camel_case(name: &str) -> String {
    let mut written = String::new();
    let mut parts = name.split('_');
    written.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let mut letters = part.chars();
        written.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        written.push_str(letters.as_str());
    }
    written
}

fn is_camel_case(name: &str, written: &str) -> bool {
    if name.bytes().any(|byte| byte == b'_') {
        camel_case(name) == written
    } else {
        name == written
    }
}

/// `RoleBased` as documents write it: `role-based`. What is written so already stays.
fn kebab_case(name: &str) -> String {
    let mut written = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !written.is_empty() {
            written.push('-');
        }
        written.push(letter.to_ascii_lowercase());
    }
    written
}

/// Whether a variant of this name is written so.
#[must_use]
pub fn is_kebab_case(name: &str, written: &str) -> bool {
    kebab_case(name) == written
}

/// Makes a record readable by its fields. `lenient`: whatever is left out is blank; or which fields may be left out.
macro_rules! read_record {
    ($name:ident, $lenient:literal, $($field:ident)*) => {
        $crate::reading::read_record!($name, $($field ($lenient))*);
    };
    ($name:ident, $($field:ident ($lenient:expr))*) => {
        impl $crate::reading::Read for $name {
            fn read(json: &$crate::domain::json::Json, reader: &mut $crate::reading::Reader) -> Self {
                let fields = reader.record(json, &[$(stringify!($field)),*]);
                Self { $($field: reader.field(fields, stringify!($field), $lenient)),* }
            }

            fn blank() -> Self {
                Self { $($field: $crate::reading::Read::blank()),* }
            }
        }
    };
}
pub(crate) use read_record;

/// Makes an enum of plain choices readable by the names of its variants in kebab-case.
macro_rules! read_choice {
    ($name:ident, $first:ident $($variant:ident)*) => {
        impl $crate::reading::Read for $name {
            fn read(json: &$crate::domain::json::Json, reader: &mut $crate::reading::Reader) -> Self {
                const ALL: &[$name] = &[$name::$first $(, $name::$variant)*];
                const NAMES: &[&str] = &[stringify!($first) $(, stringify!($variant))*];
                let place = reader.choice(json, NAMES, $crate::reading::is_kebab_case);
                ALL.get(place).copied().unwrap_or(Self::$first)
            }

            fn blank() -> Self {
                Self::$first
            }
        }
    };
}
pub(crate) use read_choice;

read_choice!(Weekday, Monday Tuesday Wednesday Thursday Friday Saturday Sunday);
read_choice!(Rounding, HalfUp HalfEven Up Down);

impl Read for bool {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        if let Json::Bool(value) = json {
            return *value;
        }
        reader.unexpected(json, Kind::Boolean);
        false
    }

    fn blank() -> Self {
        false
    }
}

/// `60.0` is as whole as `60`: the schemas of documents know no difference.
fn whole(digits: &str) -> Option<u32> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = whole
        .strip_prefix('-')
        .filter(|rest| *rest == "0")
        .unwrap_or(whole);
    let nothing = fraction.bytes().all(|digit| digit == b'0');
    whole.parse().ok().filter(|_| nothing)
}

impl Read for u32 {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let Json::Number(digits) = json else {
            reader.unexpected(json, Kind::WholeNumber);
            return 0;
        };
        whole(digits).unwrap_or_else(|| {
            reader.misread(Mistake::OutOfRange {
                number: digits.clone(),
                most: Self::MAX,
            });
            0
        })
    }

    fn blank() -> Self {
        0
    }
}

impl Read for u8 {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let number = u32::read(json, reader);
        Self::try_from(number).unwrap_or_else(|_| {
            reader.misread(Mistake::OutOfRange {
                number: number.to_string(),
                most: Self::MAX.into(),
            });
            0
        })
    }

    fn blank() -> Self {
        0
    }
}

impl Read for String {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        if let Json::Text(text) = json {
            return text.clone();
        }
        reader.unexpected(json, Kind::String);
        Self::new()
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl Read for Day {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let text = String::read(json, reader);
        Self::parse(&text).unwrap_or_else(|| {
            if let Json::Text(_) = json {
                reader.misread(Mistake::NotADay { text });
            }
            Self::FIRST
        })
    }

    fn blank() -> Self {
        Self::FIRST
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        match json {
            Json::Null => None,
            some => Some(T::read(some, reader)),
        }
    }

    fn blank() -> Self {
        None
    }

    const MAY_BE_ABSENT: bool = true;
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let mut read = Self::new();
        reader.each(json, &mut |item, reader| read.push(T::read(item, reader)));
        read
    }

    fn blank() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Pack {
        exams: u32,
        valid_months: Option<u32>,
    }

    read_record!(Pack, exams (false) valid_months (true));

    fn misread(text: &str) -> Vec<(String, String)> {
        let misread = read::<Pack>(text).unwrap_err().into_iter();
        misread
            .map(|it| (it.path, it.mistake.to_string()))
            .collect()
    }

    fn at(path: &str, said: &str) -> (String, String) {
        (path.to_owned(), said.to_owned())
    }

    #[test]
    fn a_field_is_written_in_one_way() {
        let unknown = "unknown field `valid_months`, expected one of `exams`, `validMonths`";
        let both = r#"{"exams": 7, "valid_months": 13, "validMonths": 12}"#;
        assert_eq!(misread(both), [at("valid_months", unknown)]);
        let one = r#"{"exams": 7, "valid_months": 13}"#;
        assert_eq!(misread(one), [at("valid_months", unknown)]);
        let twice = r#"{"exams": 7, "validMonths": 13, "validMonths": 12}"#;
        let repeated = "duplicate field `validMonths`";
        assert_eq!(misread(twice), [at("validMonths", repeated)]);
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_fraction_of_nothing() {
        for (written, exams) in [
            ("60", Some(60)),
            ("60.0", Some(60)),
            ("6.00e1", Some(60)),
            ("0.0", Some(0)),
            ("-0", Some(0)),
            ("4294967295.0", Some(u32::MAX)),
            ("4294967296.0", None),
            ("60.01", None),
            ("0.6", None),
            ("-60.0", None),
        ] {
            let read = read::<Pack>(&format!("{{\"exams\": {written}}}"));
            assert_eq!(read.ok().map(|pack| pack.exams), exams, "{written}");
        }
    }

    #[test]
    fn of_too_many_fields_that_cannot_be_read_the_first_are_named() {
        let records = |number: usize| format!("[{}]", vec!["{}"; number].join(","));
        let (read, misread) = read_through::<Vec<Pack>>(&records(50)).unwrap();
        assert_eq!((read.len(), misread.len()), (50, 50));
        let misread = read_through::<Vec<Pack>>(&records(51)).unwrap_err();
        assert_eq!(misread.len(), 51);
        let named = MOST_MISREAD;
        assert_eq!(misread[named].mistake, Mistake::AndMore { named });
        assert_eq!(misread[named - 1].path, "[49]");
    }
}
