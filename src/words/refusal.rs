//! placeholder
use super::Words;
/// x
pub fn sentences(words: &Words, why: &trivsel_domain::Refusal) -> Vec<String> {
    why.reasons().iter().map(|r| sentence(words, r)).collect()
}
/// x
pub fn sentence(_: &Words, why: &trivsel_domain::Reason) -> String {
    format!("{why:?}")
}
