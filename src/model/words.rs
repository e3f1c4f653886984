//! How [`Words`] are written in a model's text: `"Hot"`, or `(en: "Hot", fr: "Chaud")`.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de;
use serde::ser::SerializeStruct;

use crate::model::Words;

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

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Words, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Words;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text in quotes, or (en: \"...\", fr: \"...\")")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Words, E> {
                Ok(if text.is_empty() { Words::None } else { Words::Plain(text.to_owned()) })
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                let (mut en, mut fr) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
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
