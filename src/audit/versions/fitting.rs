//! 适配: an application as far as one version of its item knows it. What the version does not know is left out and named.

use crate::application::{Application, RoleParty, Stated, Submitted};
use crate::catalogue::Item;
use crate::error::Issue;
use crate::json::{Map, pointer_step};
use std::borrow::Cow;

/// What an application has that the item does not know.
pub(super) fn misfits(application: &Application<'_>, item: &Item<'_>) -> Vec<Issue> {
    application.examine(item, Vec::new()).err().map(|error| error.issues().to_vec()).unwrap_or_default()
}

/// The application without what does not fit.
pub(super) fn fitted<'a>(application: &Application<'a>, misfits: &[Issue]) -> Application<'a> {
    let mut fitted = application.clone();
    if misfits.is_empty() {
        return fitted;
    }
    let fits = |path: &str| misfits.iter().all(|issue| issue.path != path);
    fitted.answers = kept(fitted.answers, "/answers", &fits);
    fitted.form = kept(fitted.form, "/form", &fits);
    fitted.materials = materials(fitted.materials, "", &fits);
    let parties = kept(fitted.parties, "/parties", &fits).into_entries();
    fitted.parties = parties.fold(Map::default(), |mut parties, (id, people)| {
        let people = people.into_iter().enumerate().map(|(index, person)| {
            let base = format!("/parties/{id}/{index}");
            RoleParty { materials: materials(person.materials, &base, &fits), ..person }
        });
        let people = people.collect();
        parties.set(id, people);
        parties
    });
    fitted
}

fn kept<'a, T>(entries: Map<'a, T>, base: &str, fits: &impl Fn(&str) -> bool) -> Map<'a, T> {
    let mut kept = Map::default();
    for (key, value) in entries.into_entries() {
        if fits(&format!("{base}/{}", pointer_step(&key))) {
            kept.set(key, value);
        }
    }
    kept
}

fn materials<'a>(given: Map<'a, Submitted<'a>>, base: &str, fits: &impl Fn(&str) -> bool) -> Map<'a, Submitted<'a>> {
    let base = format!("{base}/materials");
    let mut materials: Map<'a, Submitted<'a>> = Map::default();
    for (id, submitted) in kept(given, &base, fits).into_entries() {
        let fields: Map<'a, Stated<'a>> = kept(submitted.fields, &format!("{base}/{id}/fields"), fits);
        materials.set(Cow::clone(&id), Submitted { fields, ..submitted });
    }
    materials
}
