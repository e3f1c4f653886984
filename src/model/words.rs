//! Text for people in a model: `"Hot"`, or `(en: "Hot", fr: "Chaud")`. Never here: the program's own words.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de;
use serde::ser::SerializeStruct;

/// Text shown to people: the same in every language, or one text per language.
///
/// An empty plain text is the same as none, and is written as none.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Words {
    #[default]
    None,
    Plain(String),
    Each {
        en: String,
        fr: String,
    },
}

impl Words {
    pub fn is_none(&self) -> bool {
        matches!(self, Words::None) || matches!(self, Words::Plain(text) if text.is_empty())
    }

    /// Returns the text in a language, none if there is none at all.
    pub fn get(&self, french: bool) -> Option<&str> {
        match self {
            Words::None => None,
            Words::Plain(text) => Some(text).filter(|text| !text.is_empty()).map(String::as_str),
            Words::Each { en, fr } => Some(if french { fr } else { en }),
        }
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Words::None => out.serialize_str(""),
            Words::Plain(text) => out.serialize_str(text),
            Words::Each { en, fr } => {
                let mut each = out.serialize_struct("Words", 2)?;
                each.serialize_field("en", en)?;
                each.serialize_field("fr", fr)?;
                each.end()
            }
        }
    }
}

/// What text for people in a model's text may be, for errors.
pub(super) const EXPECTED_WORDS: &str = "a text in quotes, or (en: \"...\", fr: \"...\")";

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Words, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Words;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(EXPECTED_WORDS)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Words, E> {
                Ok(if text.is_empty() { Words::None } else { Words::Plain(text.to_owned()) })
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                let (mut en, mut fr) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "en" if en.is_some() => return Err(de::Error::duplicate_field("en")),
                        "fr" if fr.is_some() => return Err(de::Error::duplicate_field("fr")),
                        "en" => en = Some(map.next_value()?),
                        "fr" => fr = Some(map.next_value()?),
                        other => return Err(de::Error::unknown_field(other, &["en", "fr"])),
                    }
                }
                Ok(Words::Each {
                    en: en.ok_or_else(|| de::Error::missing_field("en"))?,
                    fr: fr.ok_or_else(|| de::Error::missing_field("fr"))?,
                })
            }
        }
        input.deserialize_any(Visitor)
    }
}
