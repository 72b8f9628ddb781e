//! Plans Microsoft training and certification purchases through Volume Licensing: what to order, how many, when, at
//! what prorated cost, and why.
//!
//! A [`Scenario`](scenario::Scenario) goes in, a [`Reply`](plan::Reply) comes out: [`planner::plan`]. The same scenario
//! always gives the same plan, byte for byte, natively and in the browser; `today` is a field of it.
//!
//! What would change that plan is another question, [`planner::compare`]; what leads from one plan to another a third,
//! [`amend::amend`].
//!
//! The modules stand in reading order; each uses only those before it, and a test holds that.

pub mod domain;

pub mod reading;

pub mod catalogue;

pub mod policy;

pub mod problem;

pub mod scenario;

pub mod request;

pub mod figure;

pub mod finding;

pub mod plan;

pub mod comparison;

pub mod rules;

pub mod solve;

pub mod explain;

pub mod compare;

pub mod planner;

pub mod amend;

pub mod replay;

#[cfg(any(test, target_arch = "wasm32"))]
pub mod writing;

#[cfg(target_arch = "wasm32")]
pub mod wasm;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod contract;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod golden;
