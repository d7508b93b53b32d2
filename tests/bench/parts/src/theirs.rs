//! What a library does of the same.

#[cfg(feature = "theirs-json")]
pub fn run(input: &[u8]) -> usize {
    let value: Option<serde_json::Value> = serde_json::from_slice(input).ok();
    value.and_then(|value| serde_json::to_string(&value).ok()).map_or(0, |text| text.len())
}

#[cfg(feature = "theirs-canonical")]
pub fn run(input: &[u8]) -> usize {
    let value: Option<serde_json::Value> = serde_json::from_slice(input).ok();
    value.and_then(|value| serde_json_canonicalizer::to_string(&value).ok()).map_or(0, |text| text.len())
}

#[cfg(feature = "theirs-cbor")]
pub fn run(input: &[u8]) -> usize {
    fn read(input: &[u8]) -> Option<Vec<u8>> {
        let mut from = minicbor::Decoder::new(input);
        let mut to = minicbor::Encoder::new(Vec::new());
        let pairs = from.map().ok()??;
        to.map(pairs).ok()?;
        for _ in 0..pairs {
            let key = from.i64().ok()?;
            to.i64(key).ok()?;
            match key {
                3 | 4 => _ = to.str(from.str().ok()?).ok()?,
                8 => _ = to.bytes(from.bytes().ok()?).ok()?,
                _ => _ = to.i64(from.i64().ok()?).ok()?,
            }
        }
        (from.position() == input.len()).then(|| to.into_writer())
    }
    read(input).map_or(0, |bytes| bytes.len())
}

#[cfg(feature = "theirs-cbor-serde")]
pub fn run(input: &[u8]) -> usize {
    let value: Option<ciborium::Value> = ciborium::from_reader(input).ok();
    let mut out = Vec::new();
    _ = value.map(|value| ciborium::into_writer(&value, &mut out));
    out.len()
}

#[cfg(feature = "theirs-der")]
pub fn run(input: &[u8]) -> usize {
    use der::{Decode as _, Reader as _, SliceReader, asn1::UintRef};
    // The first 91 bytes are a key, the rest a signature.
    fn read(input: &[u8]) -> Option<usize> {
        let (key, signature) = input.split_at_checked(91)?;
        let key = spki::SubjectPublicKeyInfoRef::from_der(key).ok()?;
        let mut pair = [0; 64];
        SliceReader::new(signature)
            .ok()?
            .sequence(|inside| -> der::Result<()> {
                for half in pair.as_chunks_mut::<32>().0 {
                    let digits = UintRef::decode(inside)?;
                    let free = 32usize.saturating_sub(digits.as_bytes().len());
                    half[free..].iter_mut().zip(digits.as_bytes()).for_each(|(to, from)| *to = *from);
                }
                Ok(())
            })
            .ok()?;
        Some(usize::from(pair[63]) + key.subject_public_key.raw_bytes().len() + key.algorithm.oid.as_bytes().len())
    }
    read(input).unwrap_or(0)
}

#[cfg(feature = "theirs-base32")]
pub fn run(input: &[u8]) -> usize {
    let text = data_encoding::BASE32_NOPAD.encode(input);
    data_encoding::BASE32_NOPAD.decode(text.as_bytes()).map_or(0, |bytes| bytes.len())
}

#[cfg(feature = "theirs-base64")]
pub fn run(input: &[u8]) -> usize {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    URL_SAFE_NO_PAD.decode(URL_SAFE_NO_PAD.encode(input)).map_or(0, |bytes| bytes.len())
}

#[cfg(feature = "theirs-composed")]
pub fn run(input: &[u8]) -> usize {
    let text = std::str::from_utf8(input).unwrap_or_default();
    usize::from(unicode_normalization::is_nfc_quick(text.chars()) == unicode_normalization::IsNormalized::Yes)
}

#[cfg(feature = "theirs-date")]
pub fn run(input: &[u8]) -> usize {
    let text = std::str::from_utf8(input).unwrap_or_default();
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").map_or(0, |date| date.format("%Y-%m-%d").to_string().len())
}

#[cfg(feature = "theirs-identifier")]
pub fn run(input: &[u8]) -> usize {
    // The shapes alone; check characters, dates and regions would still be ours.
    const SHAPES: [&str; 5] = [
        r"^\d{17}[\dX]$",
        r"^(9\d{16}[\dX]|[A-Z]{3}\d{12})$",
        r"^[HM]\d{8}(\d{2})?$",
        r"^(E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|[DSP]E\d{7}|[HK]\d{8}|M[AB]\d{7})$",
        r"^1[3-9]\d{9}$",
    ];
    thread_local! { static COMPILED: Vec<regex_lite::Regex> = SHAPES.iter().filter_map(|each| regex_lite::Regex::new(each).ok()).collect(); }
    let text = std::str::from_utf8(input).unwrap_or_default();
    COMPILED.with(|all| all.iter().filter(|each| each.is_match(text)).count())
}

#[cfg(feature = "theirs-html")]
pub fn run(input: &[u8]) -> usize {
    html_escape::encode_quoted_attribute(std::str::from_utf8(input).unwrap_or_default()).len()
}

#[cfg(feature = "theirs-ics")]
pub fn run(input: &[u8]) -> usize {
    use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _};
    let words = std::str::from_utf8(input).unwrap_or_default();
    let day = icalendar::DatePerhapsTime::Date(Default::default());
    let event = Event::new()
        .uid("1.acceptance@yushen")
        .starts(day)
        .summary(words)
        .description(words)
        .alarm(Alarm::display(words, icalendar::Trigger::before_start(chrono::TimeDelta::hours(15))))
        .done();
    Calendar::new().push(event).done().to_string().len()
}

#[cfg(feature = "theirs-ics-small")]
pub fn run(input: &[u8]) -> usize {
    use ics::components::Property;
    use ics::properties::{Description, DtStart, Summary, Trigger};
    use ics::{Alarm, Event, ICalendar};
    let words = ics::escape_text(std::str::from_utf8(input).unwrap_or_default()).into_owned();
    let mut event = Event::new("1.acceptance@yushen", "20260302T000000Z");
    event.push(DtStart::new("20260302"));
    event.push(Summary::new(words.clone()));
    event.push(Description::new(words.clone()));
    event.push(Property::new("TRANSP", "TRANSPARENT"));
    event.add_alarm(Alarm::display(Trigger::new("-PT15H"), Description::new(words)));
    let mut calendar = ICalendar::new("2.0", "-//Yushen//Deadlines//ZH");
    calendar.add_event(event);
    calendar.to_string().len()
}

#[cfg(feature = "theirs-mask")]
pub fn run(input: &[u8]) -> usize {
    use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
    let (url, payload) = std::str::from_utf8(input).unwrap_or_default().split_at_checked(31).unwrap_or_default();
    let segments = [QrSegment::make_bytes(url.as_bytes()), QrSegment::make_alphanumeric(payload)];
    QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::new(15), None, false)
        .map_or(0, |code| usize::try_from(code.size()).unwrap_or(0) + usize::from(code.get_module(9, 9)))
}

#[cfg(feature = "theirs-rc4")]
pub fn run(input: &[u8]) -> usize {
    use rc4::{KeyInit as _, Rc4, StreamCipher as _};
    let mut bytes = input.to_vec();
    if let Ok(mut cipher) = Rc4::new_from_slice(b"0123456789abcdef") {
        cipher.apply_keystream(&mut bytes);
    }
    usize::from(bytes[bytes.len() - 1])
}

#[cfg(feature = "theirs-sm2")]
pub fn run(input: &[u8]) -> usize {
    use sm2::dsa::signature::Verifier as _;
    use sm2::dsa::{Signature, VerifyingKey};
    fn read(input: &[u8]) -> Option<usize> {
        let (key, rest) = input.split_at_checked(91)?;
        let (signature, message) = rest.split_first_chunk::<64>()?;
        let key = VerifyingKey::from_sec1_bytes("1234567812345678", &key[26..]).ok()?;
        key.verify(message, &Signature::from_slice(signature).ok()?).ok().map(|()| 1)
    }
    read(input).unwrap_or(0)
}

#[cfg(feature = "theirs-zip")]
pub fn run(input: &[u8]) -> usize {
    use std::io::Read as _;
    fn read(input: &[u8]) -> Option<usize> {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(input)).ok()?;
        let mut out = Vec::new();
        archive.by_name("OFD.xml").ok()?.read_to_end(&mut out).ok()?;
        Some(out.len() + archive.len())
    }
    read(input).unwrap_or(0)
}

#[cfg(feature = "theirs-zip-writing")]
pub fn run(input: &[u8]) -> usize {
    use std::io::Write as _;
    fn write(input: &[u8]) -> Option<usize> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for name in ["OFD.xml", "Doc_0/Document.xml"] {
            archive.start_file(name, options).ok()?;
            archive.write_all(input).ok()?;
        }
        Some(archive.finish().ok()?.into_inner().len())
    }
    write(input).unwrap_or(0)
}

#[cfg(feature = "theirs-kind")]
pub fn run(input: &[u8]) -> usize {
    infer::get(input).map_or(0, |kind| kind.mime_type().len())
}

#[cfg(feature = "theirs-pixels")]
pub fn run(input: &[u8]) -> usize {
    imagesize::blob_size(input).map_or(0, |size| size.width + size.height)
}

#[cfg(feature = "theirs-exif")]
pub fn run(input: &[u8]) -> usize {
    let read = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(input));
    read.ok()
        .and_then(|exif| exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0))
        .map_or(0, |way| way as usize)
}

#[cfg(feature = "theirs-ole")]
pub fn run(input: &[u8]) -> usize {
    cfb::CompoundFile::open(std::io::Cursor::new(input)).map_or(0, |file| usize::from(file.exists("/EncryptedPackage")))
}

#[cfg(feature = "theirs-pdf")]
pub fn run(input: &[u8]) -> usize {
    lopdf::Document::load_mem(input).map_or(0, |file| file.get_pages().len() + usize::from(file.is_encrypted()))
}

#[cfg(feature = "theirs-pdf-writing")]
pub fn run(input: &[u8]) -> usize {
    use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref};
    let (catalogue, pages, page, image, shown) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4), Ref::new(5));
    let mut pdf = Pdf::new();
    pdf.catalog(catalogue).pages(pages);
    pdf.pages(pages).kids([page]).count(1);
    let mut one = pdf.page(page);
    one.media_box(Rect::new(0.0, 0.0, 595.28, 841.89)).parent(pages).contents(shown);
    one.resources().x_objects().pair(Name(b"I"), image);
    one.finish();
    let mut object = pdf.image_xobject(image, input);
    object.filter(Filter::DctDecode);
    object.width(640).height(480).bits_per_component(8).color_space().device_rgb();
    object.finish();
    let mut content = Content::new();
    content.save_state().transform([595.28, 0.0, 0.0, 446.46, 0.0, 0.0]).x_object(Name(b"I")).restore_state();
    pdf.stream(shown, &content.finish());
    pdf.finish().len()
}

#[cfg(feature = "theirs-strip")]
pub fn run(input: &[u8]) -> usize {
    use img_parts::ImageEXIF as _;
    let Ok(mut jpeg) = img_parts::jpeg::Jpeg::from_bytes(input.to_vec().into()) else { return 0 };
    jpeg.set_exif(None);
    jpeg.encoder().bytes().len()
}

/// The allocator, a copy and UTF-8: what every one of these modules has.
#[cfg(feature = "frame")]
pub fn run(input: &[u8]) -> usize {
    let text = std::hint::black_box(std::str::from_utf8(input).unwrap_or_default().to_owned());
    std::hint::black_box(input.to_vec()).len() + text.len()
}

/// Nothing at all.
#[cfg(feature = "frame-bare")]
pub fn run(input: &[u8]) -> usize {
    input.len()
}
