//! Plans Microsoft training and certification purchases through Volume Licensing: what to order, how many, when, at
//! what prorated cost, and why.
//!
//! A [`scenario::Scenario`] goes in, a [`plan::Reply`] comes out: [`plan`]. The same scenario always gives the same
//! plan, byte for byte, natively and in the browser; `today` is a field of it.
//!
//! The modules, in reading order; each uses only those before it, which a test holds:

pub mod catalogue;
pub mod domain;
pub mod figure;
pub mod finding;
pub mod plan;
pub mod policy;
pub mod problem;
pub mod request;
pub mod rules;
pub mod scenario;
pub mod solve;
