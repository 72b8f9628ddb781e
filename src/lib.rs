//! Plans Microsoft training and certification purchases through Volume Licensing.
#[cfg(target_arch = "wasm32")]
pub mod wasm;
