//! A reply on its way out, as one flat list of parts.
//!
//! How a record is written is made anew for every way of writing. JavaScript's values are the bulkiest way, as each of
//! them may fail, so records are written as parts, which cannot fail, and only the parts as values: that saves a tenth
//! of what visitors load.

use std::cell::Cell;
use std::fmt;

use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};

/// A list of parts, read as the reply that it was made from.
pub struct Written {
    parts: Vec<Part>,
}

enum Part {
    Null,
    Bool(bool),
    Whole(i64),
    /// A text of the program.
    Word(&'static str),
    Text(String),
    /// Followed by its entries and `End`.
    List,
    /// Of so many fields: followed by each field with its value, and `End`.
    Record(usize),
    Field(&'static str),
    /// Followed by each key with its value, and `End`.
    Map,
    End,
}

impl Written {
    /// Takes a reply apart.
    #[must_use]
    pub fn new(reply: &impl Serialize) -> Self {
        let mut written = Self { parts: Vec::new() };
        match reply.serialize(&mut written) {
            Ok(()) => written,
        }
    }

    // Each of these is called for every field or word of a reply: never in place, which would be most of the code again.

    #[inline(never)]
    fn put(&mut self, part: Part) {
        self.parts.push(part);
    }

    #[inline(never)]
    fn field(&mut self, name: &'static str) {
        self.put(Part::Field(name));
    }

    #[inline(never)]
    fn word(&mut self, word: &'static str) {
        self.put(Part::Word(word));
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.put(Part::Text(text.to_owned()));
    }

    #[inline(never)]
    fn whole(&mut self, number: i64) {
        self.put(Part::Whole(number));
    }

    #[inline(never)]
    fn record(&mut self, fields: usize) {
        self.put(Part::Record(fields));
    }
}

/// Why a part cannot be written: there is no such case.
#[derive(Debug)]
pub enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl Error for Never {
    fn custom<T: fmt::Display>(message: T) -> Self {
        unreachable!("{message}")
    }
}

type Done = Result<(), Never>;

/// Kinds of values that no reply has.
macro_rules! absent {
    ($($method:ident($kind:ty))*) => {
        $(fn $method(self, _: $kind) -> Done {
            unreachable!("no reply has {}", stringify!($kind))
        })*
    };
}

macro_rules! wholes {
    ($($method:ident($kind:ty))*) => {
        $(fn $method(self, number: $kind) -> Done {
            self.whole(number.into());
            Ok(())
        })*
    };
}

impl Serializer for &mut Written {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeTuple = Impossible<(), Never>;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeStructVariant = Impossible<(), Never>;

    wholes! { serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) }
    wholes! { serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) }
    absent! { serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8]) }

    /// What JavaScript cannot hold is refused there; no count of ours comes near.
    fn serialize_u64(self, number: u64) -> Done {
        self.whole(i64::try_from(number).unwrap_or(i64::MAX));
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Done {
        self.put(Part::Bool(value));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Done {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.put(Part::Null);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.word(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Done {
        unreachable!("every variant of a reply has named fields")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Never> {
        self.put(Part::List);
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Never> {
        self.put(Part::Map);
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, fields: usize) -> Result<Self, Never> {
        self.record(fields);
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Never> {
        unreachable!("no reply has tuples")
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Never> {
        unreachable!("no reply has tuples")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Never> {
        unreachable!("no reply has tuples")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Never> {
        unreachable!("the name of a variant is one of its fields")
    }
}

impl SerializeSeq for &mut Written {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.put(Part::End);
        Ok(())
    }
}

impl SerializeMap for &mut Written {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Done {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.put(Part::End);
        Ok(())
    }
}

impl SerializeStruct for &mut Written {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Done {
        self.field(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.put(Part::End);
        Ok(())
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let rest = Cell::new(self.parts.as_slice());
        Rest(&rest).serialize(out)
    }
}

/// The parts not read yet. Serialising reads one value of them.
struct Rest<'p, 'r>(&'r Cell<&'p [Part]>);

impl<'p> Rest<'p, '_> {
    fn next(&self) -> Option<&'p Part> {
        let (first, rest) = self.0.get().split_first()?;
        self.0.set(rest);
        Some(first)
    }

    /// Whether a list or map has another entry; reads its end.
    fn goes_on(&self) -> bool {
        let goes_on = !matches!(self.0.get().first(), Some(Part::End) | None);
        if !goes_on {
            self.next();
        }
        goes_on
    }
}

impl Serialize for Rest<'_, '_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.next() {
            Some(Part::Bool(value)) => out.serialize_bool(*value),
            Some(Part::Whole(number)) => out.serialize_i64(*number),
            Some(Part::Word(word)) => out.serialize_str(word),
            Some(Part::Text(text)) => out.serialize_str(text),
            Some(Part::List) => {
                let mut list = out.serialize_seq(None)?;
                while self.goes_on() {
                    list.serialize_element(self)?;
                }
                list.end()
            }
            Some(Part::Record(fields)) => {
                let mut record = out.serialize_struct("", *fields)?;
                while let Some(Part::Field(name)) = self.next() {
                    record.serialize_field(name, self)?;
                }
                record.end()
            }
            Some(Part::Map) => {
                let mut map = out.serialize_map(None)?;
                while self.goes_on() {
                    map.serialize_entry(self, self)?;
                }
                map.end()
            }
            Some(Part::Null | Part::Field(_) | Part::End) | None => out.serialize_unit(),
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::catalogue::Catalogue;
    use crate::planner;

    #[test]
    fn what_is_written_in_parts_is_what_the_reply_says() {
        let cases = include_str!("../tests/cases/plans.json");
        let cases: Vec<Value> = serde_json::from_str(cases).unwrap();
        let scenarios = cases.iter().map(|case| case["scenario"].to_string());
        for scenario in scenarios.chain(["{}".to_owned()]) {
            let reply = planner::plan_read(Catalogue::builtin().unwrap(), &scenario);
            let directly = serde_json::to_string(&reply).unwrap();
            let in_parts = serde_json::to_string(&Written::new(&reply)).unwrap();
            assert_eq!(in_parts, directly);
        }
    }
}
