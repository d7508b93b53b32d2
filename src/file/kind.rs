//! 文件类型, as the bytes say it.

use crate::error::words;
use crate::json::readable;

words! {
    /// 文件类型: what a file is by its bytes, never by its name.
    pub enum FileKind {
        /// none of the kinds below
        Unknown = "unknown",
        /// PDF
        Pdf = "pdf",
        /// JPEG
        Jpeg = "jpeg",
        /// PNG
        Png = "png",
        /// GIF
        Gif = "gif",
        /// WebP
        Webp = "webp",
        /// TIFF, `BigTIFF` included
        Tiff = "tiff",
        /// Windows bitmap
        Bmp = "bmp",
        /// HEIC or HEIF, as iPhones save photos
        Heic = "heic",
        /// AVIF
        Avif = "avif",
        /// OFD (GB/T 33190)
        Ofd = "ofd",
        /// text document, OOXML
        Docx = "docx",
        /// workbook, OOXML
        Xlsx = "xlsx",
        /// presentation, OOXML
        Pptx = "pptx",
        /// Open Document Format
        Odf = "odf",
        /// ZIP archive that is none of the above
        Zip = "zip",
        /// text document of Word or WPS of the old kind (OLE)
        Doc = "doc",
        /// workbook of Excel or WPS of the old kind (OLE)
        Xls = "xls",
        /// presentation of PPT or WPS of the old kind (OLE)
        Ppt = "ppt",
        /// OLE container that is none of the above; an encrypted OOXML document is one
        Ole = "ole",
        /// RTF
        Rtf = "rtf",
        /// RAR archive
        Rar = "rar",
        /// 7-Zip archive
        SevenZip = "7z",
        /// Windows program
        Exe = "exe",
    }
}

words! {
    /// 损坏: what shows that a file is not all there.
    pub enum Damage {
        /// it ends before its end: a download or transfer that broke off
        Cut = "cut",
        /// nothing but zeros
        Zeros = "zeros",
    }
}

words! {
    /// 加密: whether an encrypted file can be opened.
    pub enum Locked {
        /// encrypted, and opens without being asked for a password: only printing, copying or changing is restricted
        Open = "open",
        /// a password is needed to open it
        Password = "password",
    }
}

words! {
    /// What runs or hides in a PDF.
    pub enum Active {
        /// JavaScript
        Script = "script",
        /// starts another program
        Launch = "launch",
        /// files inside the file
        Attachment = "attachment",
        /// film and sound
        Media = "media",
        /// a form of another format inside (XFA)
        Xfa = "xfa",
    }
}

words! {
    /// 颜色: how the pixels of an image are coloured.
    pub enum Colour {
        /// shades of grey
        Grey = "grey",
        /// red, green and blue
        Rgb = "rgb",
        /// a list of colours
        Palette = "palette",
        /// four printing colours
        Cmyk = "cmyk",
    }
}

words! {
    /// Why an archive should not be unpacked without care.
    pub enum Unsafe {
        /// unpacked, it is larger than 200 MB
        Size = "size",
        /// a member is packed closer than 1000 : 1
        Ratio = "ratio",
        /// more than 2000 members
        Members = "members",
        /// an archive inside the archive
        Nested = "nested",
        /// members that lie over each other
        Overlap = "overlap",
        /// members that are encrypted
        Encrypted = "encrypted",
    }
}
readable!(FileKind, Damage, Locked, Active, Colour, Unsafe);

impl FileKind {
    /// The file name extensions that people use for this kind, lower case.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Unknown | Self::Ole => &[],
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::Gif => &["gif"],
            Self::Webp => &["webp"],
            Self::Tiff => &["tif", "tiff"],
            Self::Bmp => &["bmp", "dib"],
            Self::Heic => &["heic", "heif", "hif"],
            Self::Avif => &["avif"],
            Self::Ofd => &["ofd"],
            Self::Docx => &["docx", "docm", "wps"],
            Self::Xlsx => &["xlsx", "xlsm", "et"],
            Self::Pptx => &["pptx", "pptm", "dps"],
            Self::Odf => &["odt", "ods", "odp", "odg"],
            Self::Zip => &["zip"],
            Self::Doc => &["doc", "wps"],
            Self::Xls => &["xls", "et"],
            Self::Ppt => &["ppt", "dps"],
            Self::Rtf => &["rtf", "doc"],
            Self::Rar => &["rar"],
            Self::SevenZip => &["7z"],
            Self::Exe => &["exe", "dll"],
        }
    }
}
