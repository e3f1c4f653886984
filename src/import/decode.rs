//! Raw bytes to UTF-8: what kind of file it is, its encoding, and streaming decoding.
//!
//! A byte sequence that its encoding does not know becomes the byte FF, which UTF-8 never holds, so that the row it
//! stands in is found and rejected like any other row with broken text. Never here: rows or columns.

use std::io;
use std::io::Read;

use chardetng::EncodingDetector;
use chardetng::Iso2022JpDetection;
use chardetng::Utf8Detection;
use encoding_rs::Decoder;
use encoding_rs::DecoderResult;
use encoding_rs::Encoding;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;

use crate::import::Progress;
use crate::import::Source;
use crate::import::stop::Stop;
use crate::msg;
use crate::problem::Problem;

/// How many bytes the first look takes.
const HEAD: usize = 64 << 10;
/// How many bytes are read at a time.
const CHUNK: usize = 128 << 10;
/// Stands for what could not be decoded; no valid UTF-8 holds it.
const BROKEN: u8 = 0xff;

/// The first bytes of a source.
pub(super) struct Head {
    pub(super) bytes: Vec<u8>,
    /// Whether `bytes` is all there is.
    pub(super) whole: bool,
}

/// Reads the first bytes.
pub(super) fn read_head(source: &dyn Source) -> io::Result<Head> {
    let mut bytes = Vec::new();
    source.open()?.take(HEAD as u64 + 1).read_to_end(&mut bytes)?;
    let whole = bytes.len() <= HEAD;
    bytes.truncate(HEAD);
    Ok(Head { bytes, whole })
}

/// Refuses files that are something else than text with columns, by their first bytes.
pub(super) fn check_magic(head: &[u8]) -> Result<(), Problem> {
    let starts = |prefix: &[u8]| head.starts_with(prefix);
    let text = if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
        if holds(b"[Content_Types].xml") || holds(b"xl/") || holds(b"opendocument") {
            msg!("import-is-workbook")
        } else {
            msg!("import-is-zip")
        }
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        msg!("import-is-workbook")
    } else if starts(b"\x1f\x8b") {
        msg!("import-is-gzip")
    } else if starts(b"%PDF") {
        msg!("import-is-pdf")
    } else if starts(b"SQLite format 3\0") {
        msg!("import-is-database")
    } else if starts(b"PAR1") {
        msg!("import-is-parquet")
    } else {
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let lower = text[..text.len().min(15)].to_ascii_lowercase();
        let second = text.get(1..).unwrap_or_default().trim_ascii_start();
        if [&b"<!doctype"[..], b"<html", b"<head", b"<body", b"<table", b"<?xml"].iter().any(|p| lower.starts_with(p)) {
            msg!("import-is-page")
        } else if (text.starts_with(b"{") && (second.starts_with(b"\"") || second.starts_with(b"}")))
            || (text.starts_with(b"[") && (second.starts_with(b"{") || second.starts_with(b"]")))
        {
            msg!("import-is-json")
        } else {
            return Ok(());
        }
    };
    let hint = match text.id {
        "import-is-page" => msg!("import-hint-export-again"),
        "import-is-gzip" | "import-is-zip" => msg!("import-hint-unpack"),
        _ => msg!("import-hint-save-csv"),
    };
    Err(Problem::refused(text).hint(hint))
}

/// Refuses bytes that no encoding turns into text: control characters where letters should be, as in a program, a picture or
/// UTF-32. A few are a broken row's own trouble.
pub(super) fn check_text(head: &[u8], encoding: &'static Encoding, bom: usize) -> Result<(), Problem> {
    const FEW: usize = 7;
    const ONE_IN: usize = 25;
    let text = decode_sample(&head[bom.min(head.len())..], encoding);
    let usual = |b: &u8| matches!(b, 7..=b'\r' | 0x1a..=0x1b | 0x20..=0x7e | 0x80..);
    let controls = text.iter().filter(|b| !usual(b)).count();
    if controls > FEW && controls * ONE_IN >= text.len() {
        return Err(Problem::refused(msg!("import-not-text")).hint(msg!("import-hint-save-csv")));
    }
    Ok(())
}

/// Returns the encoding that the first bytes show, and the length of its byte order mark.
///
/// Text without a mark is taken as UTF-8 until its rows say otherwise, unless every other byte is NUL.
pub(super) fn encoding_of(head: &[u8]) -> (&'static Encoding, usize) {
    if let Some(found) = Encoding::for_bom(head) {
        return found;
    }
    let sample = &head[..head.len().min(4096) & !1];
    let pairs = sample.len() / 2;
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if pairs > 1 && odd * 10 > pairs * 6 && even * 10 < pairs {
        (UTF_16LE, 0)
    } else if pairs > 1 && even * 10 > pairs * 6 && odd * 10 < pairs {
        (UTF_16BE, 0)
    } else {
        (UTF_8, 0)
    }
}

/// Returns the length of the byte order mark of `encoding` at the start of the bytes.
pub(super) fn bom_len(head: &[u8], encoding: &'static Encoding) -> usize {
    match Encoding::for_bom(head) {
        Some((found, len)) if found == encoding => len,
        _ => 0,
    }
}

/// Guesses the encoding of text that is not UTF-8. French is the tie-breaker, which means Windows-1252.
pub(super) fn guess_legacy(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(Some(b"fr"), Utf8Detection::Deny)
}

/// Decodes a whole sample, for the vote on delimiters.
pub(super) fn decode_sample(bytes: &[u8], encoding: &'static Encoding) -> Vec<u8> {
    if encoding == UTF_8 {
        bytes.to_vec()
    } else {
        encoding.decode_without_bom_handling(bytes).0.into_owned().into_bytes()
    }
}

/// A source as a stream of UTF-8.
pub(super) struct Utf8Stream<'s> {
    input: Box<dyn Read + 's>,
    decoder: Option<Decoder>,
    /// Bytes of the byte order mark still to drop.
    skip: usize,
    raw: Vec<u8>,
    read: u64,
    print: Fingerprint,
    progress: Option<Progress<'s>>,
    ended: bool,
}

impl<'s> Utf8Stream<'s> {
    /// Opens a source whose byte order mark is `bom` bytes long.
    pub(super) fn open(
        source: &'s dyn Source,
        encoding: &'static Encoding,
        bom: usize,
        progress: Option<Progress<'s>>,
    ) -> Result<Utf8Stream<'s>, Stop> {
        Ok(Utf8Stream { progress, ..Utf8Stream::over(source.open().map_err(Stop::Io)?, encoding, bom) })
    }

    /// Takes a reader as it is.
    pub(super) fn over(input: Box<dyn Read + 's>, encoding: &'static Encoding, bom: usize) -> Utf8Stream<'s> {
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        let raw = vec![0; CHUNK];
        let print = Fingerprint::default();
        Utf8Stream { input, decoder, skip: bom, raw, read: 0, print, progress: None, ended: false }
    }

    /// Returns how many raw bytes have been read.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// Returns a number that differs when the raw bytes differ.
    pub(super) fn fingerprint(&self) -> u64 {
        self.print.finish(self.read)
    }

    /// Appends decoded bytes; returns false at the end.
    pub(super) fn read(&mut self, out: &mut Vec<u8>) -> Result<bool, Stop> {
        self.raw.resize(CHUNK, 0);
        while !self.ended {
            let n = match self.input.read(&mut self.raw) {
                Ok(n) => n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Stop::Io(error)),
            };
            self.read += n as u64;
            self.ended = n == 0;
            if let Some(progress) = &mut self.progress
                && progress(self.read).is_break()
            {
                return Err(Stop::Cancelled);
            }
            let raw = &self.raw[..n];
            self.print.add(raw);
            let dropped = self.skip.min(n);
            self.skip -= dropped;
            let raw = &raw[dropped..];
            let before = out.len();
            match &mut self.decoder {
                None => out.extend_from_slice(raw),
                Some(decoder) => decode(decoder, raw, self.ended, out),
            }
            if out.len() > before {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn decode(decoder: &mut Decoder, mut raw: &[u8], last: bool, out: &mut Vec<u8>) {
    loop {
        let start = out.len();
        let room = decoder.max_utf8_buffer_length_without_replacement(raw.len()).unwrap_or(CHUNK).max(16);
        out.resize(start + room, 0);
        let (result, used, written) = decoder.decode_to_utf8_without_replacement(raw, &mut out[start..], last);
        out.truncate(start + written);
        raw = &raw[used..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => out.push(BROKEN),
        }
    }
}

/// A quick hash of a stream, the same however the stream is cut into chunks: of words in turn, so that none waits for the one before.
#[derive(Default)]
struct Fingerprint {
    states: [u64; TURNS],
    tail: Vec<u8>,
}

/// How many hashes take turns.
const TURNS: usize = 4;

impl Fingerprint {
    fn add(&mut self, mut bytes: &[u8]) {
        if !self.tail.is_empty() {
            let n = bytes.len().min(8 * TURNS - self.tail.len());
            self.tail.extend_from_slice(&bytes[..n]);
            bytes = &bytes[n..];
            if self.tail.len() < 8 * TURNS {
                return;
            }
            let tail = std::mem::take(&mut self.tail);
            self.add(&tail);
        }
        let (turns, rest) = bytes.as_chunks::<{ 8 * TURNS }>();
        for turn in turns {
            for (state, word) in self.states.iter_mut().zip(turn.as_chunks::<8>().0) {
                *state = mix(*state, u64::from_le_bytes(*word));
            }
        }
        self.tail.extend_from_slice(rest);
    }

    fn finish(&self, len: u64) -> u64 {
        let mut last = self.tail.clone();
        last.resize(8 * TURNS, 0);
        let words = last.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word));
        mix(self.states.into_iter().chain(words).fold(0, mix), len)
    }
}

/// Folds a word into a hash.
pub(super) fn mix(state: u64, word: u64) -> u64 {
    let x = (state.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x ^ (x >> 32)
}
