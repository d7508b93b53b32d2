//! What a department needs beside the applicant's calls.

use super::Core;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Core {
    /// 目录体检.
    pub fn lint(&self, handle: u32) -> String {
        self.0.lint(handle)
    }

    /// 页面核对.
    pub fn audit(&self, handle: u32, demand: &str) -> String {
        self.0.audit(handle, demand)
    }

    /// 目录发布.
    #[must_use]
    pub fn publish(&self, handle: u32) -> String {
        self.0.publish(handle)
    }

    /// A notice in words.
    pub fn notice_message(&self, handle: u32, notice: &str, locale: &str) -> String {
        self.0.notice_message(handle, notice, locale)
    }
}
