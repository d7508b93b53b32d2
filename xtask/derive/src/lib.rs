//! `#[derive(Record)]`: an object with known keys, declared once. The declaration is a plain struct; its reader, its
//! writer and its field table are written from it.
//!
//! The keys are the names of the fields in `camelCase`, and the documentation is that of the fields. A field is optional
//! if it is an `Option` or says so; what is absent reads as the type's default, and a default is not written.
//!
//! | attribute of the struct | what it can do |
//! |---|---|
//! | `#[record(input)]` | it is only read |
//! | `#[record(kept)]` | it can outlive its source |
//! | `#[record(value)]` | it is also written, and read back with the same table |
//! | `#[record(result)]` | it is written faster and takes more room in the module |
//! | `#[record(kept, value)]` | both |
//! | `#[record(input, places)]`, `#[record(kept, places)]` | it knows where things stand in its source |
//!
//! Under the feature `serde` every record without `places` can outlive its source, and has both traits of serde.
//!
//! | attribute of a field | |
//! |---|---|
//! | `#[record(optional)]` | the key may be absent although the field is no `Option` |
//! | `#[record(key = "type")]` | the key is not the field's name |

mod declaration;
mod output;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Writes reader, writer and field table of a struct.
#[proc_macro_derive(Record, attributes(record))]
pub fn record(input: TokenStream) -> TokenStream {
    expand(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// What stands behind the struct.
fn expand(input: proc_macro2::TokenStream) -> syn::Result<proc_macro2::TokenStream> {
    declaration::Declaration::read(syn::parse2(input)?).map(|declaration| output::write(&declaration))
}
