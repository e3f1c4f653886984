//! What a filled-in form of a criterion amounts to: the rule, the criterion, and what is still missing.

use crate::model::Criterion;
use crate::model::Filter;
use crate::model::Provenance;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Tier;
use crate::model::Value;
use crate::model::Window;
use crate::model::Words;
use crate::model::parse_millionths;
use crate::msg;
use crate::text::Msg;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::form::Kind;
use crate::tui::overlays::rows::whole;
use crate::workbench::Workbench;
use tui_input::Input;

impl CriterionForm {
    /// Returns the rule as far as it is filled in; the error names what is missing.
    fn rule(&self) -> Result<Rule, Msg> {
        let share = |input: &Input| {
            whole(input.value())
                .and_then(|share| i8::try_from(share).ok())
                .filter(|share| (-100..=100).contains(share))
                .ok_or_else(|| msg!("tui-share-bounds"))
        };
        let times = |input: &Input| {
            whole(input.value())
                .and_then(|times| u32::try_from(times).ok())
                .filter(|times| (1..=crate::model::MAX_OCCURRENCES).contains(times))
                .ok_or_else(|| msg!("tui-times-bounds"))
        };
        match self.kind {
            Kind::Match => {
                if self.when.parts.is_empty() {
                    return Err(msg!("tui-no-condition"));
                }
                let when = self.when.predicate();
                Ok(Rule::Match { when, otherwise: share(&self.otherwise)? })
            }
            Kind::Tiers if self.tiers.is_empty() => Err(msg!("tui-no-tier")),
            Kind::Tiers => {
                let mut tiers = Vec::new();
                for (when, input) in &self.tiers {
                    tiers.push(Tier { when: when.clone(), share: share(input)? });
                }
                Ok(Rule::Tiers(tiers))
            }
            Kind::Amount if self.field.is_empty() => Err(msg!("tui-field-first")),
            Kind::Amount => {
                let text: String = self.per.value().replace(',', ".").chars().filter(|c| !c.is_whitespace()).collect();
                let per = match text.parse::<i64>() {
                    Ok(per) => Value::Whole(per),
                    Err(_) => Value::Decimal(parse_millionths(&text).ok_or_else(|| msg!("tui-per-bounds"))?.0),
                };
                if matches!(per, Value::Whole(..=0) | Value::Decimal(..=0)) {
                    return Err(msg!("tui-per-bounds"));
                }
                Ok(Rule::Amount { field: self.field.clone(), per, max: times(&self.most)? })
            }
            Kind::Activity => {
                let length = self.within.value().trim();
                let within = match (length, self.hours) {
                    ("", _) => None,
                    (length, hours) => {
                        let length: u32 = length.parse().map_err(|_| msg!("tui-within-bounds"))?;
                        Some(if hours { Window::Hours(length) } else { Window::Days(length) })
                    }
                };
                let repeat = if self.each { Repeat::Each(times(&self.times)?) } else { Repeat::Once };
                Ok(Rule::Activity { filter: Filter::of_kinds(self.kinds.clone()), within, repeat, decay: None })
            }
        }
    }

    /// Returns the criterion; the error names what is missing.
    pub fn criterion(&self) -> Result<Criterion, Msg> {
        let name = self.name.value().trim().to_owned();
        if name.is_empty() {
            return Err(msg!("tui-no-name"));
        }
        let weight = whole(self.weight.value()).ok_or_else(|| msg!("tell-weight-bounds"))?;
        let rule = self.rule()?;
        let observed = matches!(rule, Rule::Activity { .. });
        let blank = Criterion {
            provenance: if observed { Provenance::Observed } else { Provenance::Declared },
            ..Criterion::of(rule.clone())
        };
        let original = self.original.clone().unwrap_or(blank);
        // A title in other words no longer fits once the name has changed.
        let title = if original.name == name { original.title.clone() } else { Words::None };
        Ok(Criterion { name, title, weight, scope: self.scope.clone(), rule, ..original })
    }

    pub(super) fn recount(&mut self, bench: &Workbench) {
        self.touched = self.rule().ok().map(|rule| {
            let criterion = Criterion { scope: self.scope.clone(), ..Criterion::of(rule) };
            bench.would_touch(&criterion)
        });
    }
}
