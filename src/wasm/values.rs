//! Replies as JavaScript values: objects, lists, texts, numbers; what is absent becomes `null`, as in JSON.
//!
//! Replies are made of little, and none of it can fail: the compiler knows that [`Never`] never comes, and drops every
//! look for it. A library for whatever there may be takes 7 KB more of what visitors load.

use std::cell::RefCell;
use std::fmt;

use js_sys::Array;
use serde::ser::{self, Impossible, Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::domain::Table;

#[wasm_bindgen]
extern "C" {
    /// A JavaScript object.
    #[wasm_bindgen(js_name = Object)]
    type Record;

    #[wasm_bindgen(constructor, js_class = "Object")]
    fn new() -> Record;

    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Record, key: &JsValue, value: JsValue);
}

/// A reply as a JavaScript value.
pub fn value<T: Serialize + ?Sized>(reply: &T) -> JsValue {
    match reply.serialize(Values) {
        Ok(value) => value,
    }
}

/// The error that there is none of.
#[derive(Debug)]
enum Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        broken()
    }
}

impl std::error::Error for Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

/// A reply of a kind that no reply has: our bug, as a panic would be.
#[cold]
fn broken() -> ! {
    wasm_bindgen::throw_str("a reply holds what no reply holds")
}

/// Names of fields and choices as JavaScript texts, by where they stand in memory: they come again and again.
fn name(text: &'static str) -> JsValue {
    thread_local! {
        static NAMES: RefCell<Table<usize, JsValue>> = RefCell::default();
    }
    // One name may be the beginning of another, so the length counts too; what is embedded ends long before 16 MB.
    let place = text.as_ptr().addr() ^ (text.len() << 24);
    NAMES.with_borrow_mut(|names| {
        names.change(place, |known| {
            if known.is_undefined() {
                *known = JsValue::from_str(text);
            }
            known.clone()
        })
    })
}

/// Makes values. It holds nothing.
struct Values;

/// A list to be.
struct List(Array);

/// An object to be, with the key of a value to come.
struct Fields(Record, JsValue);

impl List {
    fn push(&self, value: &JsValue) {
        self.0.push(value);
    }
}

impl Fields {
    fn start() -> Self {
        Self(Record::new(), JsValue::UNDEFINED)
    }

    fn put(&self, key: &'static str, value: JsValue) {
        self.0.set(&name(key), value);
    }
}

/// A whole number that JavaScript holds exactly: nothing a plan counts is larger.
#[allow(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "exact below 2^53, and checked to be"
)]
fn whole(number: i64) -> JsValue {
    if number.unsigned_abs() > crate::domain::money::LARGEST_AMOUNT.unsigned_abs() {
        broken()
    }
    JsValue::from_f64(number as f64)
}

type None = Impossible<JsValue, Never>;
type Made<T = JsValue> = Result<T, Never>;

impl Serializer for Values {
    type Ok = JsValue;
    type Error = Never;
    type SerializeSeq = List;
    type SerializeTuple = None;
    type SerializeTupleStruct = None;
    type SerializeTupleVariant = None;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = None;

    fn serialize_bool(self, it: bool) -> Made {
        Ok(JsValue::from_bool(it))
    }
    fn serialize_i8(self, it: i8) -> Made {
        Ok(whole(i64::from(it)))
    }
    fn serialize_i16(self, it: i16) -> Made {
        Ok(whole(i64::from(it)))
    }
    fn serialize_i32(self, it: i32) -> Made {
        Ok(whole(i64::from(it)))
    }
    fn serialize_i64(self, it: i64) -> Made {
        Ok(whole(it))
    }
    fn serialize_u8(self, it: u8) -> Made {
        Ok(whole(i64::from(it)))
    }
    fn serialize_u16(self, it: u16) -> Made {
        Ok(whole(i64::from(it)))
    }
    fn serialize_u32(self, it: u32) -> Made {
        Ok(whole(i64::from(it)))
    }
    fn serialize_u64(self, it: u64) -> Made {
        Ok(whole(i64::try_from(it).unwrap_or(i64::MAX)))
    }
    fn serialize_f32(self, it: f32) -> Made {
        Ok(JsValue::from_f64(f64::from(it)))
    }
    fn serialize_f64(self, it: f64) -> Made {
        Ok(JsValue::from_f64(it))
    }
    fn serialize_char(self, _: char) -> Made {
        broken()
    }
    fn serialize_str(self, it: &str) -> Made {
        Ok(JsValue::from_str(it))
    }
    fn serialize_bytes(self, _: &[u8]) -> Made {
        broken()
    }
    fn serialize_none(self) -> Made {
        Ok(JsValue::NULL)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, it: &T) -> Made {
        it.serialize(self)
    }
    fn serialize_unit(self) -> Made {
        Ok(JsValue::NULL)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Made {
        Ok(JsValue::NULL)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made {
        Ok(name(variant))
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, it: &T) -> Made {
        it.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Made {
        broken()
    }
    fn serialize_seq(self, _: Option<usize>) -> Made<List> {
        Ok(List(Array::new()))
    }
    fn serialize_tuple(self, _: usize) -> Made<None> {
        broken()
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Made<None> {
        broken()
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Made<None> {
        broken()
    }
    fn serialize_map(self, _: Option<usize>) -> Made<Fields> {
        Ok(Fields::start())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Made<Fields> {
        Ok(Fields::start())
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Made<None> {
        broken()
    }
}

impl ser::SerializeSeq for List {
    type Ok = JsValue;
    type Error = Never;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, it: &T) -> Made<()> {
        self.push(&value(it));
        Ok(())
    }
    fn end(self) -> Made {
        Ok(self.0.into())
    }
}

impl ser::SerializeStruct for Fields {
    type Ok = JsValue;
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, it: &T) -> Made<()> {
        self.put(key, value(it));
        Ok(())
    }
    fn end(self) -> Made {
        Ok(self.0.into())
    }
}

impl ser::SerializeMap for Fields {
    type Ok = JsValue;
    type Error = Never;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Made<()> {
        self.1 = value(key);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, it: &T) -> Made<()> {
        self.0.set(&self.1, value(it));
        Ok(())
    }
    fn end(self) -> Made {
        Ok(self.0.into())
    }
}
