//! placeholder
use super::Words;
/// x
pub fn sentence(_: &Words, why: &trivsel_store::StoreError) -> String {
    format!("{why}")
}
