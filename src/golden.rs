//! Files that are made from the code and kept beside it, so that a change of contract is seen in review.

/// Compares a file with what it should hold. With `UPDATE=1` in the environment it is written instead.
pub fn compare(path: &str, expected: &str) {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, expected).unwrap();
        return;
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    let same = found.replace("\r\n", "\n") == expected;
    assert!(
        same,
        "{path} is stale: run `UPDATE=1 cargo test`, and read the difference"
    );
}
