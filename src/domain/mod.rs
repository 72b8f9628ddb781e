//! Words: values that cannot be wrong. No rules and no vendor's numbers live here.

pub mod calendar;
pub mod day;
pub mod decimal;
pub mod money;
pub mod ratio;

pub use calendar::Calendar;
pub use day::{Day, Span};
pub use decimal::Decimal;
pub use money::{Currency, Rounding};
pub use ratio::Ratio;
