//! What stands in the rows of a form, read as what it must be; what cannot be read names its row.

use crate::model::Filter;
use crate::model::Predicate;
use crate::model::Words;
use crate::msg;
use crate::text::Lang;
use crate::tui::overlays::rows::whole;
use crate::tui::overlays::sheet::Field;
use crate::tui::overlays::sheet::Id;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wants;
use crate::tui::overlays::sheet::Wrong;

impl Sheet {
    /// Returns the text of a row, without blanks around it.
    pub fn text(&self, id: impl Into<Id>) -> &str {
        self.find(id).map_or("", Row::typed)
    }

    /// Returns a name, which must be there.
    pub fn name(&self, id: impl Into<Id>) -> Result<String, Wrong> {
        let id = id.into();
        let name = self.text(id);
        if name.is_empty() { Err(Wrong::at(id, msg!("sheet-name-missing"))) } else { Ok(name.to_owned()) }
    }

    /// Returns a text that may be given in both languages.
    pub fn words(&self, id: impl Into<Id>) -> Words {
        let id = id.into();
        let of = |lang: Lang| {
            self.rows.iter().find(|row| row.id == id && row.lang == Some(lang)).map_or("", Row::typed).to_owned()
        };
        match (of(Lang::En), of(Lang::Fr)) {
            (en, fr) if en.is_empty() && fr.is_empty() => Words::None,
            (en, fr) if fr.is_empty() || en == fr => Words::Plain(en),
            (en, fr) if en.is_empty() => Words::Plain(fr),
            (en, fr) => Words::Each { en, fr },
        }
    }

    /// Returns a whole number; none where the row is empty.
    pub fn whole(&self, id: impl Into<Id>) -> Result<Option<i64>, Wrong> {
        let id = id.into();
        let Some(row) = self.find(id) else { return Ok(None) };
        let Field::Typed(_, Wants::Whole(least, most)) = row.field else { return Ok(None) };
        match (row.typed(), whole(row.typed())) {
            ("", _) => Ok(None),
            (_, Some(number)) if (least..=most).contains(&number) => Ok(Some(number)),
            (text, None) => Err(Wrong::at(id, msg!("tui-not-a-number", text = text))),
            (_, Some(_)) => Err(Wrong::at(id, msg!("sheet-bounds", least = least, most = most))),
        }
    }

    /// Returns a whole number, which must be there.
    pub fn must_whole(&self, id: impl Into<Id>) -> Result<i64, Wrong> {
        let id = id.into();
        self.whole(id)?.ok_or_else(|| Wrong::at(id, msg!("sheet-number-missing")))
    }

    /// Returns a whole number that is never below 0, as a count; none where the row is empty.
    pub fn count(&self, id: impl Into<Id>) -> Result<Option<u32>, Wrong> {
        Ok(self.whole(id)?.and_then(|number| u32::try_from(number).ok()))
    }

    /// Returns a day as `2026-01-31`, or an empty text.
    pub fn day(&self, id: impl Into<Id>) -> Result<String, Wrong> {
        let id = id.into();
        let text = self.text(id);
        if text.is_empty() {
            return Ok(String::new());
        }
        day(text)
            .map(|day| day.format("%Y-%m-%d").to_string())
            .ok_or_else(|| Wrong::at(id, msg!("sheet-no-such-day", text = text)))
    }

    /// Returns the place of what is chosen.
    pub fn choice(&self, id: impl Into<Id>) -> usize {
        match self.find(id).map(|row| &row.field) {
            Some(Field::Choice(_, at)) => *at,
            _ => 0,
        }
    }

    /// Returns a condition; everyone where there is none.
    pub fn predicate(&self, id: impl Into<Id>) -> Predicate {
        match self.find(id).map(|row| &row.field) {
            Some(Field::Condition(when, _)) => when.clone(),
            _ => Predicate::everyone(),
        }
    }

    /// Returns which events count.
    pub fn filter(&self, id: impl Into<Id>) -> Filter {
        match self.find(id).map(|row| &row.field) {
            Some(Field::Filter(filter)) => filter.clone(),
            _ => Filter::default(),
        }
    }

    /// Returns the names picked.
    pub fn picked(&self, id: impl Into<Id>) -> &[String] {
        match self.find(id).map(|row| &row.field) {
            Some(Field::Picked(names, ..)) => names,
            _ => &[],
        }
    }

    /// Returns the one name picked, which must be there.
    pub fn must_pick(&self, id: impl Into<Id>) -> Result<String, Wrong> {
        let id = id.into();
        self.picked(id).first().cloned().ok_or_else(|| Wrong::at(id, msg!("sheet-pick-missing")))
    }
}

impl Row {
    /// The text written in it, without blanks around it.
    fn typed(&self) -> &str {
        match &self.field {
            Field::Typed(input, _) => input.value().trim(),
            _ => "",
        }
    }
}

/// Reads a day as people write it.
pub fn day(text: &str) -> Option<chrono::NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|form| chrono::NaiveDate::parse_from_str(text.trim(), form).ok())
}
