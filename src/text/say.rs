//! Sentences in a language: the two ftl files, and how numbers look inside a sentence. Never here: words.

use std::sync::OnceLock;

use fluent_bundle::FluentArgs;
use fluent_bundle::FluentResource;
use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;

use crate::text::Arg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::show;

type Bundle = FluentBundle<FluentResource>;

impl Lang {
    /// Returns the sentence in this language. An unknown id is shown as itself: ugly, never fatal.
    pub fn say(self, msg: &Msg) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(msg.id).and_then(|message| message.value()) else {
            return msg.id.to_owned();
        };
        let mut args = FluentArgs::with_capacity(msg.args.len());
        for (name, arg) in &msg.args {
            args.set(*name, self.argument(arg));
        }
        // An argument the pattern lacks is no error, one it misses shows as its name: tests hold both lists equal.
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    fn argument(self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(show(text).into_owned()),
            // Fluent keeps numbers as floats. Beyond 32 bits the number goes in as text: exact, and its plural form is
            // `other`, the default, in both languages.
            Arg::Count(n) => i32::try_from(*n).map_or_else(|_| FluentValue::from(self.int(*n)), FluentValue::from),
            Arg::Points(points) => FluentValue::from(self.points(points.0)),
            Arg::Msg(msg) => FluentValue::from(self.say(msg)),
        }
    }

    fn bundle(self) -> &'static Bundle {
        static EN: OnceLock<Bundle> = OnceLock::new();
        static FR: OnceLock<Bundle> = OnceLock::new();
        match self {
            Lang::En => EN.get_or_init(|| {
                let mut bundle = bundle(self, include_str!("../../assets/text/en.ftl"));
                bundle.set_formatter(Some(|value, _| whole(Lang::En, value)));
                bundle
            }),
            Lang::Fr => FR.get_or_init(|| {
                let mut bundle = bundle(self, include_str!("../../assets/text/fr.ftl"));
                bundle.set_formatter(Some(|value, _| whole(Lang::Fr, value)));
                bundle
            }),
        }
    }
}

fn bundle(lang: Lang, source: &str) -> Bundle {
    // A line that does not parse is left out here and fails the tests.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = Bundle::new_concurrent(vec![lang.tag().parse().expect("our tags are language identifiers")]);
    // The marks around arguments show as junk in most terminals; `show` takes care of direction instead.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Shows a number of a sentence with the language's separators; every number that gets here fits 32 bits.
fn whole(lang: Lang, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    number.as_string().parse().ok().map(|n| lang.int(n))
}
