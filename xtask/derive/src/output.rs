//! What is written for a declaration: as little code as can be. What all records share stands once, in `json::record`.

use super::declaration::{Declaration, Entry, Mode};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Lifetime;

/// Table, reader, and what the modes add.
pub fn write(declaration: &Declaration) -> TokenStream {
    let (table, reader) = (table(declaration), reader(declaration));
    let modes = declaration.modes.iter().map(|mode| match mode {
        Mode::Input | Mode::Places => TokenStream::new(),
        Mode::Kept => detach(declaration),
        Mode::Value => value(declaration),
        Mode::Result => result(declaration),
    });
    let serde = serde(declaration);
    let keys = declaration.entries.iter().map(|Entry { key, required, .. }| {
        quote! { crate::json::Key::new(#key, #required) }
    });
    quote! {
        #table
        const _: () = {
            // Beside the table, which carries the documentation and so must not reach the module.
            const KEYS: &[crate::json::Key] = &[#(#keys),*];
            #reader
            #(#modes)*
            #serde
        };
    }
}

/// The lifetime of the source that a record is read from, the parameter it stands for, and the type.
fn read(declaration: &Declaration) -> (Lifetime, TokenStream) {
    let name = &declaration.name;
    match &declaration.lifetime {
        Some(lifetime) => (lifetime.clone(), quote! { #name<#lifetime> }),
        None => (Lifetime::new("'source", name.span()), quote! { #name }),
    }
}

/// The type with any lifetime.
fn elided(declaration: &Declaration) -> TokenStream {
    let name = &declaration.name;
    if declaration.lifetime.is_some() {
        quote! { #name<'_> }
    } else {
        quote! { #name }
    }
}

fn table(declaration: &Declaration) -> TokenStream {
    let (name, doc, lifetime) = (&declaration.name, &declaration.doc, declaration.lifetime.iter());
    let (_, whole) = read(declaration);
    let source = declaration.lifetime.clone().unwrap_or_else(|| Lifetime::new("'static", name.span()));
    let fields = declaration.entries.iter().map(|Entry { key, doc, required, kind, .. }| {
        quote! {
            crate::json::Field {
                key: #key,
                doc: crate::error::documented(#doc),
                required: #required,
                shape: <#kind as crate::json::Read<#source>>::SHAPE,
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #(<#lifetime>)* #whole {
            /// The keys of this kind of object.
            pub const TABLE: &'static crate::json::Table = &crate::json::Table {
                name: stringify!(#name),
                doc: crate::error::documented(#doc),
                fields: &[#(#fields),*],
            };
        }
    }
}

fn reader(declaration: &Declaration) -> TokenStream {
    let (lifetime, whole) = read(declaration);
    let places = 0usize..;
    let slots = places.zip(&declaration.entries).map(|(place, Entry { name, .. })| {
        quote! { #place => &mut self.#name, }
    });
    quote! {
        #[automatically_derived]
        impl<#lifetime> crate::json::Read<#lifetime> for #whole {
            const SHAPE: &'static crate::json::Shape = &crate::json::Shape::Record(Self::TABLE);

            fn read(reader: &mut crate::json::Reader<#lifetime>) -> Self {
                let mut record = Self::default();
                record.fill(reader);
                record
            }

            fn fill(&mut self, reader: &mut crate::json::Reader<#lifetime>) {
                const REQUIRED: u64 = crate::json::Keys::required(KEYS);
                reader.record(KEYS, REQUIRED, self);
            }
        }

        #[automatically_derived]
        impl<#lifetime> crate::json::Slots<#lifetime> for #whole {
            fn slot(&mut self, place: usize) -> Option<&mut dyn crate::json::Slot<#lifetime>> {
                Some(match place {
                    #(#slots)*
                    _ => return None,
                })
            }
        }
    }
}

/// The type that borrows from nothing.
fn owned(declaration: &Declaration) -> TokenStream {
    let name = &declaration.name;
    if declaration.lifetime.is_some() {
        quote! { #name<'static> }
    } else {
        quote! { #name }
    }
}

fn detach(declaration: &Declaration) -> TokenStream {
    let (name, elided, owned) = (&declaration.name, elided(declaration), owned(declaration));
    let fields = declaration.entries.iter().map(|entry| &entry.name);
    quote! {
        #[automatically_derived]
        impl crate::json::Detach for #elided {
            type Static = #owned;
            fn detach(self) -> Self::Static {
                #name { #(#fields: crate::json::Detach::detach(self.#fields),)* }
            }
        }
    }
}

/// Both traits of serde, which read what borrows from a text of their own, and so let it outlive that.
fn serde(declaration: &Declaration) -> TokenStream {
    let modes = &declaration.modes;
    if modes.contains(&Mode::Places) {
        return TokenStream::new();
    }
    let detach = (!modes.contains(&Mode::Kept)).then(|| detach(declaration));
    let detach = detach.iter();
    let (name, elided, owned) = (&declaration.name, elided(declaration), owned(declaration));
    let lifetime = declaration.lifetime.iter();
    let entries = declaration.entries.iter().map(|Entry { name, key, required, .. }| {
        let there = if *required {
            quote! { true }
        } else {
            quote! { !crate::json::Read::is_absent(&self.#name) }
        };
        quote! { #key #there, self.#name; }
    });
    quote! {
        #(#[cfg(feature = "serde")] #detach)*
        crate::json::deserialized!(#owned as #elided);
        crate::json::serialized_entries!(#name #(<#lifetime>)*, self { #(#entries)* });
    }
}

fn value(declaration: &Declaration) -> TokenStream {
    let (lifetime, whole) = read(declaration);
    let places = 0usize..;
    let entries = places.zip(&declaration.entries).map(|(place, Entry { name, .. })| {
        quote! { #place => &self.#name, }
    });
    quote! {
        #[automatically_derived]
        impl<#lifetime> crate::json::Write for #whole {
            fn write(&self, to: &mut crate::json::Writer) {
                to.record(KEYS, self);
            }
        }

        #[automatically_derived]
        impl<#lifetime> crate::json::Entries<#lifetime> for #whole {
            fn entry(&self, place: usize) -> Option<&dyn crate::json::Entry<#lifetime>> {
                Some(match place {
                    #(#entries)*
                    _ => return None,
                })
            }
        }
    }
}

fn result(declaration: &Declaration) -> TokenStream {
    let elided = elided(declaration);
    let fields = declaration.entries.iter().map(|Entry { name, key, required, .. }| {
        let (one, other) = (format!("{{\"{key}\":"), format!(",\"{key}\":"));
        quote! {
            if #required || !crate::json::Read::is_absent(&self.#name) {
                let first = std::mem::take(&mut first);
                to.before(if first { #one } else { #other });
                crate::json::Write::write(&self.#name, to);
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl crate::json::Write for #elided {
            fn write(&self, to: &mut crate::json::Writer) {
                // Known where a required key stands before: then what stands before a value is a constant.
                let mut first = true;
                to.mark();
                #(#fields)*
                if first {
                    to.before("{");
                }
                to.close();
            }
        }
    }
}
