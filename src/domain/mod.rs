//! Words: values that cannot be wrong. No rules and no vendor's numbers live here.

pub mod calendar;
pub mod day;
pub mod decimal;
pub mod json;
pub mod money;
pub mod order;
pub mod ratio;
pub mod table;

pub use calendar::Calendar;
pub use day::{Day, Span};
pub use decimal::Decimal;
pub use json::Json;
pub use money::{Currency, Rounding};
pub use ratio::Ratio;
pub use table::{Set, Table};
