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
//! `exports` and without `planner`.
//!
//! The modules stand in reading order; each uses only those before it, and a test holds that.

pub mod domain;

#[cfg(feature = "planner")]
pub mod reading;

#[cfg(feature = "planner")]
pub mod catalogue;

#[cfg(feature = "planner")]
pub mod policy;

#[cfg(feature = "planner")]
pub mod problem;

#[cfg(feature = "planner")]
pub mod scenario;

#[cfg(feature = "planner")]
pub mod prices;

#[cfg(feature = "planner")]
pub mod request;

#[cfg(feature = "planner")]
pub mod figure;

#[cfg(feature = "planner")]
pub mod finding;

#[cfg(feature = "planner")]
pub mod plan;

#[cfg(feature = "planner")]
pub mod comparison;

#[cfg(feature = "planner")]
pub mod rules;

#[cfg(feature = "planner")]
pub mod solve;

#[cfg(feature = "planner")]
pub mod explain;

#[cfg(feature = "planner")]
pub mod compare;

#[cfg(feature = "planner")]
pub mod planner;

#[cfg(feature = "planner")]
pub mod amend;

#[cfg(feature = "planner")]
pub mod replay;

#[cfg(feature = "planner")]
#[cfg(any(test, target_arch = "wasm32"))]
pub mod writing;

#[cfg(feature = "planner")]
#[cfg(target_arch = "wasm32")]
pub mod wasm;

#[cfg(feature = "exports")]
pub mod exports;

#[cfg(test)]
#[cfg(feature = "planner")]
#[cfg(not(target_arch = "wasm32"))]
mod contract;

#[cfg(test)]
#[cfg(feature = "planner")]
#[cfg(not(target_arch = "wasm32"))]
mod golden;
