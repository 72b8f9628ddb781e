//! Plans Microsoft training and certification purchases through Volume Licensing: what to order, how many, when, at
//! what prorated cost, and why.
//!
//! A [`Scenario`](scenario::Scenario) goes in, a [`Reply`](plan::Reply) comes out: [`planner::plan`]. The same scenario
//! always gives the same plan, byte for byte, natively and in the browser; `today` is a field of it.
//!
//! What would change that plan is another question, [`planner::compare`]; what leads from one plan to another a third,
//! [`amend::amend`].
//!
//! Files for other programs, workbooks and calendars, are a second wasm module of their own: `exports` with feature
//! `exports` and without `planner`. What checks and merges a partner's catalogue and prices is a third: [`supply`].
//!
//! The modules stand in reading order; each uses only those before it, and a test holds that.

pub mod domain;

#[cfg(feature = "engine")]
pub mod mistake;

#[cfg(feature = "engine")]
pub mod reading;

#[cfg(feature = "engine")]
pub mod catalogue;

#[cfg(feature = "engine")]
pub mod policy;

#[cfg(feature = "engine")]
pub mod problem;

#[cfg(feature = "engine")]
pub mod scenario;

#[cfg(feature = "engine")]
pub mod prices;

#[cfg(feature = "engine")]
pub mod request;

#[cfg(feature = "engine")]
pub mod figure;

#[cfg(feature = "engine")]
pub mod finding;

#[cfg(feature = "engine")]
pub mod plan;

#[cfg(feature = "engine")]
pub mod comparison;

#[cfg(feature = "engine")]
pub mod rules;

#[cfg(feature = "engine")]
pub mod solve;

#[cfg(feature = "engine")]
pub mod explain;

#[cfg(feature = "engine")]
pub mod compare;

#[cfg(feature = "engine")]
pub mod planner;

#[cfg(feature = "engine")]
pub mod amend;

#[cfg(feature = "engine")]
pub mod replay;

#[cfg(feature = "engine")]
#[cfg(any(test, target_arch = "wasm32"))]
pub mod writing;

#[cfg(feature = "engine")]
pub mod supply;

#[cfg(feature = "planner")]
#[cfg(target_arch = "wasm32")]
pub mod wasm;

#[cfg(feature = "exports")]
pub mod exports;

#[cfg(test)]
#[cfg(feature = "engine")]
#[cfg(not(target_arch = "wasm32"))]
mod contract;

#[cfg(test)]
#[cfg(feature = "engine")]
#[cfg(not(target_arch = "wasm32"))]
mod golden;
