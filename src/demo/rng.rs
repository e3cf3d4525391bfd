//! A repeatable random generator (SplitMix64), so that one date always gives the same house.

/// A stream of numbers determined by its seeds.
#[derive(Clone, Debug)]
pub(super) struct Rng(u64);

impl Rng {
    pub(super) fn of(seeds: &[u64]) -> Self {
        seeds.iter().fold(Self(0x7472_6976_7365_6c00), |rng, seed| Self(rng.0 ^ seed).stirred())
    }

    fn stirred(mut self) -> Self {
        Self(self.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in [0, 1).
    pub(super) fn unit(&mut self) -> f64 {
        // The fraction of a double has 53 bits.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with this probability.
    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A number in [0, n), or 0 if `n` is 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        // The modulo bias is far too small to be visible here.
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap_or(0)
    }

    /// A random element of a list.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let index = self.below(list.len());
        list.get(index)
    }

    /// A list in random order.
    pub(super) fn shuffled<'a, T>(&mut self, list: &'a [T]) -> Vec<&'a T> {
        let mut order: Vec<&T> = list.iter().collect();
        for last in (1..order.len()).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::Rng;

    #[test]
    fn seeds_decide() {
        let draw = |seeds: &[u64]| {
            let mut rng = Rng::of(seeds);
            (0..20).map(|_| rng.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(&[1, 2]), draw(&[1, 2]));
        assert_ne!(draw(&[1, 2]), draw(&[2, 1]));
        assert_ne!(draw(&[1]), draw(&[1, 0]));
    }

    #[test]
    fn every_number_comes_up() {
        let mut rng = Rng::of(&[7]);
        let seen: std::collections::BTreeSet<usize> = (0..400).map(|_| rng.below(10)).collect();
        assert_eq!(seen.len(), 10);
        assert!((0..400).all(|_| (0.0..1.0).contains(&rng.unit())));
    }
}
