//! What a department needs beside the applicant's calls.

/// The same calls as in the applicant's module, in the same class.
#[path = "../../applicant/src/lib.rs"]
mod applicant;

use applicant::Core;
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

    /// 目录变更.
    pub fn diff(&self, older: u32, newer: u32) -> String {
        self.0.diff(older, newer)
    }

    /// 版本衔接.
    pub fn across(&self, older: u32, newer: u32, item: &str, application: &str) -> String {
        self.0.across(older, newer, item, application)
    }

    /// 导入.
    pub fn import(&self, text: &str, source: &str, need: &str) -> String {
        self.0.import(text, source, need)
    }

    /// 目录发布.
    pub fn publish(&self, handle: u32) -> String {
        self.0.publish(handle)
    }

    /// A notice in words.
    pub fn notice_message(&self, handle: u32, notice: &str, locale: &str) -> String {
        self.0.notice_message(handle, notice, locale)
    }

    /// 联合办理.
    pub fn joint(&self, request: &str) -> String {
        self.0.joint(request)
    }

    /// 重新计算.
    pub fn recompute(&self, book: &str) -> String {
        self.0.recompute(book)
    }

    /// 监督.
    pub fn supervise(&self, book: &str) -> String {
        self.0.supervise(book)
    }
}
