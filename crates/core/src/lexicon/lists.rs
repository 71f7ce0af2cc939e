//! Lists of lists in two stretches of memory.

/// Lists of numbers, one after another in one stretch of memory.
#[derive(Debug)]
pub(crate) struct Lists<T> {
    items: Vec<T>,
    /// Where each list begins, and where the last one ends.
    bounds: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), bounds: vec![0] }
    }
}

impl<T> Lists<T> {
    pub(crate) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Ends the list that items were pushed to.
    pub(crate) fn end(&mut self) {
        self.bounds.push(self.items.len() as u32);
    }

    /// The items of all lists.
    pub(crate) fn all(&self) -> &[T] {
        &self.items
    }

    /// The items of all lists, to change.
    pub(crate) fn all_mut(&mut self) -> &mut [T] {
        &mut self.items
    }

    /// List `index`, which has to be there.
    pub(crate) fn get(&self, index: usize) -> &[T] {
        &self.items[self.bounds[index] as usize..self.bounds[index + 1] as usize]
    }
}

impl<T: Copy + Default> Lists<T> {
    /// Pushes the items of list `index`.
    pub(crate) fn extend_from(&mut self, index: usize) {
        self.items.extend_from_within(self.bounds[index] as usize..self.bounds[index + 1] as usize);
    }

    /// The lists of what belongs to each of `count` keys, out of pairs of key and item.
    pub(crate) fn by_key(count: usize, pairs: &[(u32, T)]) -> Self {
        // Counted one key too far, so that filling the lists leaves each bound where its list begins.
        let mut bounds = vec![0_u32; count + 2];
        for &(key, _) in pairs {
            bounds[key as usize + 2] += 1;
        }
        for key in 2..bounds.len() {
            bounds[key] += bounds[key - 1];
        }
        let mut items = vec![T::default(); pairs.len()];
        for &(key, item) in pairs {
            let next = &mut bounds[key as usize + 1];
            items[*next as usize] = item;
            *next += 1;
        }
        bounds.pop();
        Self { items, bounds }
    }
}
