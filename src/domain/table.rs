//! Few things in order, each once: sets, and values by key.
//!
//! Sorted lists: the standard library's are trees, made anew for every kind of key and value, 5 KB each in what
//! visitors load, and none of ours is large.

/// Keys in order, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<K> {
    keys: Vec<K>,
}

impl<K: Ord> Set<K> {
    /// Adds a key; whether it is new.
    pub fn insert(&mut self, key: K) -> bool {
        match self.keys.binary_search(&key) {
            Ok(_) => false,
            Err(place) => {
                self.keys.insert(place, key);
                true
            }
        }
    }

    /// Whether it has the key.
    #[must_use]
    pub fn contains(&self, key: &K) -> bool {
        self.keys.binary_search(key).is_ok()
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self { keys: Vec::new() }
    }
}

impl<K: Ord> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        for key in keys {
            self.insert(key);
        }
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::default();
        set.extend(keys);
        set
    }
}

/// Values by key, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V> {
    rows: Vec<(K, V)>,
}

impl<K: Ord, V: Default> Table<K, V> {
    /// Changes the value of a key, which is the default one where there is none, and returns what the change does.
    pub fn change<R>(&mut self, key: K, change: impl FnOnce(&mut V) -> R) -> R {
        let place = self.rows.partition_point(|(known, _)| *known < key);
        match self.rows.get_mut(place) {
            Some((known, value)) if *known == key => change(value),
            _ => {
                let mut value = V::default();
                let result = change(&mut value);
                self.rows.insert(place, (key, value));
                result
            }
        }
    }
}

impl<K, V> Table<K, V> {
    /// Each key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.rows.iter().map(|(key, value)| (key, value))
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_each_key_once() {
        let mut set: Set<_> = [7, 3, 7].into_iter().collect();
        assert_eq!((set.len(), set.is_empty()), (2, false));
        assert!(set.contains(&3) && !set.contains(&4));
        assert!(set.insert(4) && !set.insert(4));
        assert_eq!(set.keys, [3, 4, 7]);
    }

    #[test]
    fn a_table_lists_its_values_by_key() {
        let mut table: Table<&str, i64> = Table::default();
        for (key, number) in [("site", 7), ("class", 13), ("site", 30)] {
            table.change(key, |sum| *sum += number);
        }
        assert_eq!(table.iter().count(), 2);
        let rows: Vec<_> = table.into_iter().collect();
        assert_eq!(rows, [("class", 13), ("site", 37)]);
    }
}
