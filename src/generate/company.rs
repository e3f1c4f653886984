//! The companies that leads work for: the same company has one name, sector, size, country and revenue, whoever works there.

use crate::generate::names::DESCRIPTORS;
use crate::generate::names::DUTCH;
use crate::generate::names::ENDINGS;
use crate::generate::names::ENGLISH;
use crate::generate::names::FRENCH;
use crate::generate::names::GERMAN;
use crate::generate::names::ITALIAN;
use crate::generate::names::REGIONS;
use crate::generate::names::SECTORS;
use crate::generate::names::SLOTS;
use crate::generate::names::SPANISH;
use crate::generate::names::STEMS;
use crate::generate::names::push_plain;
use crate::generate::stream::Stream;

/// Companies that the leads of one block of [`SLOTS`] share.
const POOL: u32 = 24;

/// A country: code, how often in a hundred, language most speak, language the others speak.
pub(super) struct Country {
    pub(super) code: &'static str,
    weight: u32,
    pub(super) languages: [usize; 2],
}

pub(super) const COUNTRIES: [Country; 9] = [
    Country { code: "FR", weight: 52, languages: [FRENCH, FRENCH] },
    Country { code: "BE", weight: 9, languages: [FRENCH, DUTCH] },
    Country { code: "CH", weight: 7, languages: [FRENCH, GERMAN] },
    Country { code: "DE", weight: 8, languages: [GERMAN, GERMAN] },
    Country { code: "ES", weight: 6, languages: [SPANISH, SPANISH] },
    Country { code: "IT", weight: 6, languages: [ITALIAN, ITALIAN] },
    Country { code: "UK", weight: 6, languages: [ENGLISH, ENGLISH] },
    Country { code: "NL", weight: 4, languages: [DUTCH, ENGLISH] },
    Country { code: "LU", weight: 2, languages: [FRENCH, GERMAN] },
];

/// Sizes: how often in a hundred, fewest and most employees.
const SIZES: [(u32, u32, u32); 6] =
    [(18, 1, 9), (27, 10, 49), (28, 50, 249), (15, 250, 999), (9, 1_000, 4_999), (3, 5_000, 40_000)];

/// Yearly revenue per employee in thousands of euros, by sector.
const PER_HEAD: [u32; 12] = [140, 210, 110, 260, 320, 150, 170, 190, 130, 400, 70, 60];

const SECTOR_WEIGHTS: [u32; 12] = [18, 18, 16, 10, 8, 6, 6, 6, 4, 3, 3, 2];

const TYPES: [&str; 4] = ["private", "subsidiary", "public body", "association"];

/// A company.
pub(super) struct Company {
    id: u32,
    /// Index in `COUNTRIES`.
    pub(super) country: usize,
    /// Index in `SECTORS`.
    pub(super) sector: usize,
    pub(super) employees: u32,
    /// Euros a year.
    pub(super) revenue: i64,
    pub(super) kind: &'static str,
}

/// The words of company names, split once.
pub(super) struct CompanyWords {
    stems: Vec<&'static str>,
    endings: Vec<&'static str>,
    regions: Vec<&'static str>,
}

impl Company {
    /// The company of a lead: one of its block's pool, some with many leads and most with one or two.
    pub(super) fn of_lead(seed: u64, lead: u32, choice: &mut Stream) -> Company {
        let first = choice.below(POOL);
        let second = choice.below(POOL);
        Company::draw(seed, (lead / SLOTS) * POOL + first.min(second))
    }

    fn draw(seed: u64, id: u32) -> Company {
        let mut stream = Stream::new(seed, 1, id);
        let country = stream.weighted(&COUNTRIES.map(|country| country.weight));
        let sector = match DESCRIPTORS[descriptor_of(id)].1 {
            Some(sector) => sector,
            None => stream.weighted(&SECTOR_WEIGHTS),
        };
        let (_, fewest, most) = SIZES[stream.weighted(&SIZES.map(|(weight, _, _)| weight))];
        // The smaller of two draws: within a size class the small are the more frequent.
        let employees = stream.between(fewest, most).min(stream.between(fewest, most));
        let thousands = u64::from(employees) * u64::from(PER_HEAD[sector]) * u64::from(stream.between(50, 180)) / 100;
        let revenue = thousands.max(30) as i64 / 10 * 10_000;
        let kind = match sector {
            11 => TYPES[2],
            10 if stream.percent(40) => TYPES[3],
            _ => TYPES[usize::from(stream.percent(22))],
        };
        Company { id, country, sector, employees, revenue, kind }
    }

    pub(super) fn sector_name(&self) -> &'static str {
        SECTORS[self.sector]
    }

    pub(super) fn country_code(&self) -> &'static str {
        COUNTRIES[self.country].code
    }

    /// Returns the name; no two companies have the same.
    pub(super) fn name(&self, words: &CompanyWords) -> String {
        let place = scattered(self.id);
        let mut name = String::with_capacity(32);
        name.push_str(words.stems[(place & 63) as usize]);
        name.push_str(words.endings[(place >> 6 & 31) as usize]);
        name.push(' ');
        name.push_str(DESCRIPTORS[descriptor_of(self.id)].0);
        let mut round = self.id >> 16;
        while round > 0 {
            name.push(' ');
            name.push_str(words.regions[(round & 31) as usize]);
            round >>= 5;
        }
        name
    }

    /// Appends the part of an address after the `@`.
    pub(super) fn push_domain(&self, words: &CompanyWords, out: &mut String) {
        push_plain(out, &self.name(words));
        // A top-level domain that the internet's rules keep free, so that no mail ever reaches anybody.
        out.push_str(".example");
    }
}

impl CompanyWords {
    pub(super) fn new() -> CompanyWords {
        CompanyWords {
            stems: STEMS.split_whitespace().collect(),
            endings: ENDINGS.split_whitespace().collect(),
            regions: REGIONS.split_whitespace().collect(),
        }
    }
}

/// Spreads neighbouring ids over the 64 × 32 × 32 names, each once: an odd factor permutes the 16 bits.
fn scattered(id: u32) -> u32 {
    id.wrapping_mul(40_503) & 0xFFFF
}

fn descriptor_of(id: u32) -> usize {
    (scattered(id) >> 11) as usize
}
