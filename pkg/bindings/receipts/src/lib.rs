//! Documents of an authority and their verification: a module of its own, without a catalogue.

use wasm_bindgen::prelude::wasm_bindgen;
use yushen::session::Receipts as Core;

/// Receipts as JavaScript holds them.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Receipts(Core);

#[wasm_bindgen]
impl Receipts {
    /// Nothing known yet.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// 信任列表.
    pub fn examine_trust(&self, trust: &str, request: &str) -> String {
        self.0.examine_trust(trust, request)
    }

    /// 草稿.
    pub fn draft(&self, record: &str, signer: &str) -> String {
        self.0.draft(record, signer)
    }

    /// Takes a signature.
    pub fn attach(&self, draft: &str, signature: &str, trust: &str) -> String {
        self.0.attach(draft, signature, trust)
    }

    /// 验证.
    pub fn verify(&self, text: &str, trust: &str, request: &str, locale: &str) -> String {
        self.0.verify(text, trust, request, locale)
    }

    /// 办件经过.
    pub fn history(&self, request: &str, trust: &str, locale: &str) -> String {
        self.0.history(request, trust, locale)
    }

    /// 发布清单草稿.
    pub fn draft_manifest(&self, manifest: &str, signer: &str) -> String {
        self.0.draft_manifest(manifest, signer)
    }

    /// Takes a signature of a manifest.
    pub fn attach_manifest(&self, draft: &str, signature: &str, trust: &str) -> String {
        self.0.attach_manifest(draft, signature, trust)
    }

    /// 验证 of a manifest.
    pub fn verify_manifest(&self, manifest: &str, trust: &str, request: &str, locale: &str) -> String {
        self.0.verify_manifest(manifest, trust, request, locale)
    }

    /// A document in words.
    pub fn render(&self, document: &str, trust: &str, request: &str) -> String {
        self.0.render(document, trust, request)
    }

    /// 版式文件.
    pub fn ofd(&self, document: &str, trust: &str, request: &str) -> Vec<u8> {
        self.0.ofd(document, trust, request)
    }

    /// The document attached to a 版式文件.
    pub fn attached(&self, ofd: &[u8]) -> String {
        self.0.attached(ofd)
    }

    /// 二维码 of any text, as SVG.
    pub fn qr(&self, url: &str, payload: &str, label: &str) -> String {
        self.0.qr(url, payload, label)
    }

    /// Loads years of a calendar.
    pub fn load_calendar(&self, years: &str) -> String {
        self.0.load_calendar(years)
    }

    /// Takes over sentences.
    pub fn load_wording(&self, file: &str) -> String {
        self.0.load_wording(file)
    }
}

/// 验证 of a manifest, for whoever opens a catalogue and needs nothing else of this module.
#[must_use]
#[wasm_bindgen]
pub fn verify_manifest(manifest: &str, trust: &str, request: &str) -> String {
    Core::new().verify_manifest(manifest, trust, request, "")
}
