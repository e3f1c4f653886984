//! The profile of a lead as a file gives it: what the person told, with gaps; and what sales made of it.

use crate::generate::Spec;
use crate::generate::company::Company;
use crate::generate::person::FUNCTIONS;
use crate::generate::person::Person;
use crate::generate::person::Persona;
use crate::generate::person::SENIORITIES;
use crate::generate::person::SOURCES;
use crate::generate::person::Words;
use crate::generate::stream::Stream;

/// A lead's row; `None` is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The key.
    pub email: String,
    pub name: Option<String>,
    pub company: Option<String>,
    pub company_type: Option<&'static str>,
    pub job_title: Option<&'static str>,
    pub function: Option<&'static str>,
    pub seniority: Option<&'static str>,
    /// Employees.
    pub company_size: Option<u32>,
    pub sector: Option<&'static str>,
    /// Code of the country.
    pub country: Option<&'static str>,
    /// Euros a year.
    pub revenue: Option<i64>,
    pub source: Option<&'static str>,
    /// Euros.
    pub budget: Option<i64>,
    /// Months until the project's deadline.
    pub deadline_months: Option<u32>,
    pub newsletter: Option<bool>,
    /// UTC seconds.
    pub created: i64,
    /// The sales person.
    pub owner: Option<&'static str>,
    /// `won`, `lost` or `open` once sales had the lead, none before.
    pub outcome: Option<&'static str>,
}

/// How often in a hundred an attribute that could be known is not.
const UNKNOWN: u32 = 5;

const OWNERS: [&str; 6] =
    ["Camille Roche", "Hugo Lambert", "Nora Benali", "Jonas Weber", "Lucía Serrano", "Oliver Clarke"];

/// Job titles by function: for directors and above, for managers, for the others; two French and one English.
const TITLES: [[[&str; 3]; 3]; 8] = [
    [
        ["Directrice marketing", "Directeur marketing et communication", "Chief Marketing Officer"],
        ["Responsable marketing", "Responsable acquisition", "Demand Generation Manager"],
        ["Chargé de marketing", "Chargée de communication digitale", "Marketing Specialist"],
    ],
    [
        ["Directeur commercial", "Directrice des ventes", "VP Sales"],
        ["Responsable commercial", "Responsable grands comptes", "Sales Manager"],
        ["Commercial", "Technico-commerciale", "Account Executive"],
    ],
    [
        ["Directrice générale", "Président", "Chief Executive Officer"],
        ["Directeur de site", "Gérante", "Managing Director"],
        ["Assistant de direction", "Chargée de mission", "Chief of Staff"],
    ],
    [
        ["Directeur des systèmes d'information", "Directrice technique", "Chief Information Officer"],
        ["Responsable informatique", "Responsable CRM", "IT Manager"],
        ["Administrateur systèmes", "Développeuse", "Software Engineer"],
    ],
    [
        ["Directeur financier", "Directrice administrative et financière", "Chief Financial Officer"],
        ["Responsable comptable", "Contrôleuse de gestion senior", "Finance Manager"],
        ["Comptable", "Contrôleur de gestion", "Financial Analyst"],
    ],
    [
        ["Directrice des ressources humaines", "DRH", "Chief People Officer"],
        ["Responsable RH", "Responsable recrutement", "HR Manager"],
        ["Chargée de recrutement", "Gestionnaire de paie", "Recruiter"],
    ],
    [
        ["Directeur des opérations", "Directrice des achats", "Chief Operating Officer"],
        ["Chef de projet", "Responsable logistique", "Project Manager"],
        ["Acheteuse", "Technicien", "Operations Assistant"],
    ],
    [
        ["Étudiante en master", "Étudiant", "MBA Student"],
        ["Étudiante en master", "Étudiant", "MBA Student"],
        ["Étudiante en marketing", "Stagiaire", "Marketing Intern"],
    ],
];

/// Says how well a company and its contact suit the offer, 0..=100: the first half of the hidden truth.
fn fit(person: &Person) -> u32 {
    let function = [25, 18, 25, 9, 6, 3, 3, 0][person.function];
    let seniority = [17, 20, 14, 6, 2][person.seniority];
    let size = match person.company.employees {
        50..=499 => 30,
        500..=1_999 => 16,
        20..=49 => 12,
        2_000.. => 3,
        0..20 => 0,
    };
    let sector = [15, 15, 12, 5, 10, 4, 8, 4, 6, 6, 2, 0][person.company.sector];
    // Of the countries only those where there are sales people count, and that alone.
    let country = if matches!(person.company.country_code(), "FR" | "BE" | "CH" | "LU") { 10 } else { 5 };
    function + seniority + size + sector + country
}

/// What sales made of the lead: the hidden truth is fit × intent, blurred.
fn outcome(person: &Person, stream: &mut Stream) -> Option<&'static str> {
    let handled = stream.percent(4 + person.intent * person.intent / 190);
    let blur = (0..3).map(|_| stream.below(17) as i32).sum::<i32>() - 24;
    let closed = stream.percent(72);
    let truth = (fit(person) * person.intent / 100) as i32 + blur;
    match (handled, closed) {
        (false, _) => None,
        (true, false) => Some("open"),
        (true, true) if person.persona == Persona::Prospect && truth >= 45 => Some("won"),
        (true, true) => Some("lost"),
    }
}

impl Lead {
    pub(super) fn of(spec: &Spec, words: &Words, person: &Person) -> Lead {
        let mut stream = Stream::new(spec.seed, 3, person.index);
        let stream = &mut stream;
        let outcome = outcome(person, stream);
        let mut email = String::with_capacity(56);
        person.push_email(words, &mut email);
        let name = [person.first_name(words), " ", &person.last_name(words).replace('-', " ")].concat();
        let company = company_of(person, stream);
        let title = title(person, stream);
        let project = Project::draw(person, stream);
        let newsletter = stream.percent(45);
        let owner = OWNERS[(person.company.country + person.index as usize) % OWNERS.len()];
        Lead {
            email,
            name: known(name, stream),
            company: company.and_then(|company| known(company.name(&words.company), stream)),
            company_type: known(company_type(person), stream),
            job_title: known(title, stream),
            function: known(FUNCTIONS[person.function], stream),
            seniority: known(SENIORITIES[person.seniority], stream),
            company_size: company.and_then(|company| known(company.employees, stream)),
            sector: company.and_then(|company| known(company.sector_name(), stream)),
            country: known(person.company.country_code(), stream),
            revenue: company.and_then(|company| known(company.revenue, stream)),
            source: known(SOURCES[person.source].0, stream),
            budget: project.budget,
            deadline_months: project.deadline_months,
            newsletter: known(newsletter, stream),
            created: person.created,
            owner: outcome.map(|_| owner),
            outcome,
        }
    }
}

/// Forgets one value in twenty.
fn known<T>(value: T, stream: &mut Stream) -> Option<T> {
    if stream.percent(UNKNOWN) { None } else { Some(value) }
}

/// Students name no company, and only half of the applicants do.
fn company_of<'p>(person: &'p Person, stream: &mut Stream) -> Option<&'p Company> {
    let silent = match person.persona {
        Persona::Student => true,
        Persona::Applicant => stream.percent(50),
        Persona::Prospect | Persona::Competitor => false,
    };
    if silent { None } else { Some(&person.company) }
}

fn company_type(person: &Person) -> &'static str {
    match person.persona {
        Persona::Competitor => "competitor",
        Persona::Student => "school",
        Persona::Prospect | Persona::Applicant => person.company.kind,
    }
}

fn title(person: &Person, stream: &mut Stream) -> &'static str {
    let level = match person.seniority {
        0 | 1 => 0,
        2 => 1,
        _ => 2,
    };
    // French titles for those who speak it; the third is the English one.
    let [french, also_french, english] = TITLES[person.function][level];
    if person.speaks_french() { stream.pick(&[french, also_french, french, also_french, english]) } else { english }
}

/// What a lead says of the project; the more they mean to buy, the more of it they say.
struct Project {
    budget: Option<i64>,
    deadline_months: Option<u32>,
}

impl Project {
    fn draw(person: &Person, stream: &mut Stream) -> Project {
        let thousands = i64::from(stream.between(1, 8)) * i64::from(person.company.employees.clamp(10, 2_000)) / 10;
        let budget = stream.percent(25 + person.intent / 2).then_some(thousands.max(2) * 1_000);
        let months = stream.between(1, 24) * (130 - person.intent) / 100;
        let deadline_months = stream.percent(45 + person.intent / 2).then_some(months.max(1));
        match person.persona {
            Persona::Prospect => Project { budget, deadline_months },
            Persona::Applicant | Persona::Student | Persona::Competitor => {
                Project { budget: None, deadline_months: None }
            }
        }
    }
}
