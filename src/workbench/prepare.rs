//! The leads as a model reads them: put together into companies where it scores companies, with the fields it derives and has
//! learned beside their own. Never here: scores.

use std::sync::Arc;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::derive::derive;
use crate::engine::predicate::DataError;
use crate::engine::roll_up::roll_up;
use crate::insight::bayes;
use crate::model::Entity;
use crate::model::FieldType;
use crate::model::Model;

/// Leads made ready for a model.
#[derive(Clone)]
pub(super) struct Prepared {
    pub(super) data: Arc<Dataset>,
    /// Why parts of the model cannot be read against these leads: the field by which companies are made, or a derived field.
    pub(super) problems: Vec<(String, DataError)>,
}

/// Makes leads ready for a model. Where companies cannot be made, the leads stay what they are.
pub(super) fn prepare(leads: &Arc<Dataset>, model: &Model, as_of: i64) -> Prepared {
    let mut problems = Vec::new();
    let mut data = Arc::clone(leads);
    if let Entity::Company { by, fields } = &model.entity {
        match roll_up(leads, by, fields) {
            Ok(companies) => data = Arc::new(companies),
            Err(problem) => problems.push((by.clone(), problem)),
        }
    }
    if model.own_fields().next().is_some() {
        let own = Arc::make_mut(&mut data);
        for derived in &model.derived {
            let (field, problem) = derive(derived, own, as_of);
            problems.extend(problem.map(|problem| (derived.name.clone(), problem)));
            own.put(field);
        }
        for learned in &model.learned {
            let column = Column::Number(bayes::column(learned, own).into());
            own.put(Field { name: learned.name.clone(), kind: FieldType::Whole, role: None, column });
        }
    }
    Prepared { data, problems }
}

/// Returns leads as a model finds them: the companies that it scores, or what they are.
pub(super) fn as_found(leads: &Arc<Dataset>, model: &Model) -> Arc<Dataset> {
    prepare(leads, &Model { entity: model.entity.clone(), ..Model::default() }, 0).data
}

/// Whether two models make the same leads of a workspace's: the same companies, or none.
pub(super) fn same_leads(a: &Model, b: &Model) -> bool {
    let by = |model: &Model| match &model.entity {
        Entity::Contact | Entity::Customer => None,
        Entity::Company { by, fields } => Some((by.clone(), fields.clone())),
    };
    by(a) == by(b)
}

/// Whether two models add the same fields to the leads'.
pub(super) fn same_fields(a: &Model, b: &Model) -> bool {
    a.derived == b.derived && a.learned == b.learned
}
