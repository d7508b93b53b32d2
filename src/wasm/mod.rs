//! The boundary is glass: an exported function decodes, calls, encodes; an `if` belongs behind it. Each module of the package
//! has its own: what an applicant's page calls, what a department's adds, what looks into files.

#[cfg(not(feature = "files"))]
mod applicant;
#[cfg(feature = "editor")]
mod editor;
#[cfg(feature = "files")]
mod files;
