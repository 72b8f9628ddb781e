//! Decisions: one file for each rule, in the order a reader needs them. Facts and values in, an answer out.

pub mod benefits;
pub mod chances;
pub mod delivery;
pub mod demand;
pub mod entitlements;
pub mod flow;
pub mod packs;
pub mod proration;
pub mod supply;
pub mod terms;
pub mod window;
