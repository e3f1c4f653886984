//! The demo's leads and model in memory, the same every time: for tests of what people see.

use std::sync::Arc;

use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Texts;
use quadrille::generate;
use quadrille::model;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::Role;
use quadrille::model::Value;
use quadrille::workbench::Workbench;

use crate::make;
use crate::plain::Event;
use crate::plain::Lead;
use crate::plain::Table;

/// 2026-11-23 08:00 UTC.
pub const AS_OF: i64 = 1_795_420_800;

/// The built-in model.
pub fn model() -> Model {
    model::parse(include_str!("../../assets/templates/busybiz.ron")).expect("the built-in model is sound")
}

/// As many of the demo's leads, with their events.
pub fn dataset(leads: u32) -> Dataset {
    let spec = generate::Spec { leads, events_per_lead: 20, seed: 1, as_of: AS_OF };
    let mut rows: Vec<Lead> = generate::each_lead(&spec).map(|lead| row(&lead)).collect();
    generate::each_event(&spec, |event| {
        let asset = usize::from(event.asset).checked_sub(1).map(|asset| generate::ASSETS[asset].to_owned());
        let kind = generate::KINDS[usize::from(event.kind)].to_owned();
        rows[event.lead as usize].events.push(Event { kind, at: event.at, asset, ..Event::default() });
        Ok::<(), ()>(())
    })
    .expect("nothing refuses an event");
    let fields = [
        ("name", FieldType::Text),
        ("company", FieldType::Text),
        ("company_type", FieldType::Text),
        ("job_title", FieldType::Text),
        ("function", FieldType::Text),
        ("seniority", FieldType::Text),
        ("company_size", FieldType::Whole),
        ("sector", FieldType::Text),
        ("country", FieldType::Text),
        ("revenue", FieldType::Whole),
        ("source", FieldType::Text),
        ("budget", FieldType::Whole),
        ("deadline_months", FieldType::Whole),
        ("newsletter", FieldType::YesNo),
        ("created", FieldType::Date),
        ("email", FieldType::Text),
    ];
    let emails: Vec<String> = generate::each_lead(&spec).map(|lead| lead.email).collect();
    let fields = fields.map(|(name, kind)| (name.to_owned(), kind)).to_vec();
    let kinds = generate::KINDS.map(str::to_owned).to_vec();
    let mut data = make::dataset(&Table { fields, kinds, zone: chrono_tz::Tz::UTC, leads: rows });
    let mut keys = Texts::default();
    for email in &emails {
        keys.push(email);
    }
    data.keys = Arc::new(keys);
    for field in data.fields.iter_mut().map(Arc::make_mut) {
        field.role = match field.name.as_str() {
            "name" => Some(Role::Name),
            "company" => Some(Role::Company),
            "job_title" => Some(Role::JobTitle),
            "email" => Some(Role::Email),
            "country" => Some(Role::Country),
            "created" => Some(Role::Created),
            _ => None,
        };
    }
    data
}

fn row(lead: &generate::Lead) -> Lead {
    let text = |value: Option<&str>| value.map(|value| Value::Text(value.to_owned()));
    let values = [
        ("name", text(lead.name.as_deref())),
        ("company", text(lead.company.as_deref())),
        ("company_type", text(lead.company_type)),
        ("job_title", text(lead.job_title)),
        ("function", text(lead.function)),
        ("seniority", text(lead.seniority)),
        ("company_size", lead.company_size.map(|n| Value::Whole(i64::from(n)))),
        ("sector", text(lead.sector)),
        ("country", text(lead.country)),
        ("revenue", lead.revenue.map(Value::Whole)),
        ("source", text(lead.source)),
        ("budget", lead.budget.map(Value::Whole)),
        ("deadline_months", lead.deadline_months.map(|n| Value::Whole(i64::from(n)))),
        ("newsletter", lead.newsletter.map(Value::YesNo)),
        ("created", Some(Value::Date(lead.created))),
        ("email", Some(Value::Text(lead.email.clone()))),
    ];
    let values = values.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    Lead { values, events: Vec::new() }
}

/// The built-in model on as many of the demo's leads.
pub fn bench(leads: u32) -> Workbench {
    Workbench::new(model(), None, Arc::new(dataset(leads)), AS_OF)
}
