//! What a lead does, drawn from who the lead is: the events of the year that ends at as-of. Never here: the profile.

use crate::generate::Spec;
use crate::generate::person::DAY;
use crate::generate::person::Pace;
use crate::generate::person::Person;
use crate::generate::person::Persona;
use crate::generate::stream::Stream;

/// The kinds of event, in the order of [`Event::kind`].
pub const KINDS: [&str; 15] = [
    "page_view",
    "pricing_view",
    "careers_view",
    "email_open",
    "email_click",
    "download",
    "webinar_registered",
    "webinar_attended",
    "form",
    "demo_request",
    "meeting",
    "trial",
    "event_attended",
    "unsubscribe",
    "bounce",
];

const PAGE_VIEW: u8 = 0;
const PRICING_VIEW: u8 = 1;
const CAREERS_VIEW: u8 = 2;
const EMAIL_OPEN: u8 = 3;
const EMAIL_CLICK: u8 = 4;
const DOWNLOAD: u8 = 5;
const WEBINAR_REGISTERED: u8 = 6;
const WEBINAR_ATTENDED: u8 = 7;
const FORM: u8 = 8;
const DEMO_REQUEST: u8 = 9;
const MEETING: u8 = 10;
const EVENT_ATTENDED: u8 = 12;
const UNSUBSCRIBE: u8 = 13;
const BOUNCE: u8 = 14;

/// How often each kind is drawn: always, at full intent, at full curiosity. What follows from another event is drawn there.
const LEANINGS: [[u32; 3]; 13] = [
    [300, 20, 120],
    [6, 190, 0],
    [3, 0, 0],
    [210, 0, 20],
    [40, 30, 10],
    [18, 6, 130],
    [26, 18, 34],
    [0, 0, 0],
    [10, 34, 6],
    [0, 36, 0],
    [0, 8, 0],
    [0, 22, 0],
    [8, 12, 4],
];
const CAREERS_LEANING: u32 = 130;

/// What events are about, in the order of [`Event::asset`], which counts from 1.
pub const ASSETS: [&str; 69] = [
    "/produit",
    "/fonctionnalites",
    "/clients",
    "/blog/lead-scoring",
    "/blog/lead-nurturing",
    "/blog/alignement-ventes-marketing",
    "/integrations",
    "/a-propos",
    "/tarifs",
    "/tarifs/entreprise",
    "/carrieres",
    "/carrieres/offres",
    "Lettre mensuelle",
    "Étude de cas industrie",
    "Étude de cas logiciel",
    "Nouveautés produit",
    "Invitation webinar",
    "Relance inactifs",
    "Livre blanc : le lead scoring en B2B",
    "Livre blanc : aligner ventes et marketing",
    "Baromètre de la génération de leads",
    "Guide RGPD du marketeur",
    "Ebook: Lead Nurturing Playbook",
    "Modèle de grille de scoring",
    "Checklist salon professionnel",
    "Comparatif des solutions",
    "Webinar : bien démarrer son scoring",
    "Webinar : définir son client idéal",
    "Webinar : la grille d'intersection",
    "Webinar : nurturing et maturité",
    "Webinar : le scoring négatif",
    "Webinar : qualité des données CRM",
    "Webinar: ABM for Mid-Market",
    "Webinar : ventes et marketing main dans la main",
    "Webinar : mesurer le retour sur investissement",
    "Webinar : réactiver une base dormante",
    "Webinar : contenus qui convertissent",
    "Webinar : scoring prédictif sans mythes",
    "Webinar: From MQL to SQL",
    "Webinar : webinars qui vendent",
    "Webinar : emailing et délivrabilité",
    "Webinar : retour d'expérience industrie",
    "Webinar : retour d'expérience services",
    "Webinar : RGPD et consentement",
    "Webinar : tableaux de bord marketing",
    "Webinar: Pipeline Reviews",
    "Webinar : personas en pratique",
    "Webinar : automatiser sans robotiser",
    "Webinar : parcours d'achat B2B",
    "Webinar : qualifier en trois questions",
    "Webinar : revoir son modèle de score",
    "Webinar: International Lead Management",
    "Webinar : bilan de l'année",
    "Contact",
    "Abonnement à la lettre",
    "Demande de devis",
    "Rappel téléphonique",
    "Démonstration en ligne",
    "Démonstration sur site",
    "Rendez-vous découverte",
    "Rendez-vous projet",
    "Essai 14 jours",
    "Essai équipe",
    "Salon E-Marketing Paris",
    "Salon CRM Lyon",
    "B2B Summit Bruxelles",
    "Forum Digital Genève",
    "DMEXCO Köln",
    "Petit-déjeuner clients",
];

/// The assets of each kind: index of the first in `ASSETS`, how many.
const ASSETS_OF: [(u8, u32); 15] = [
    (0, 8),
    (8, 2),
    (10, 2),
    (12, 6),
    (12, 6),
    (18, 8),
    (26, N_WEBINARS),
    (26, N_WEBINARS),
    (53, 4),
    (57, 2),
    (59, 2),
    (61, 2),
    (63, N_FAIRS),
    (12, 6),
    (12, 6),
];
const N_WEBINARS: u32 = 27;
const N_FAIRS: u32 = 6;
/// Days from one webinar to the next, and from one fair to the next.
const WEBINAR_EVERY: i64 = 14 * DAY;
const FAIR_EVERY: i64 = 63 * DAY;

/// The campaigns that events belong to, in the order of [`Event::campaign`], which counts from 1.
pub const CAMPAIGNS: [&str; 10] = [
    "newsletter",
    "nurturing-decouverte",
    "nurturing-cas-clients",
    "win-back",
    "lancement-produit",
    "webinars",
    "salons",
    "linkedin",
    "google-ads",
    "partenaires",
];

/// One event of a lead. Ordered by instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// UTC seconds.
    pub at: i64,
    /// Index of the lead.
    pub lead: u32,
    /// Index in [`KINDS`].
    pub kind: u8,
    /// 0 = none, else index in [`ASSETS`] + 1.
    pub asset: u8,
    /// 0 = none, else index in [`CAMPAIGNS`] + 1.
    pub campaign: u8,
}

/// Draws the events of one lead after another into a buffer that is used again.
pub(super) struct Activity {
    as_of: i64,
    per_lead: u32,
    seed: u64,
    /// The webinars that the lead has registered for, one bit each.
    webinars: u32,
    events: Vec<Event>,
}

/// Where in time a lead's events may lie: `from <= at <= to`.
#[derive(Clone, Copy)]
struct Span {
    from: i64,
    to: i64,
}

impl Activity {
    pub(super) fn new(spec: &Spec) -> Activity {
        Activity {
            as_of: spec.as_of(),
            per_lead: spec.events_per_lead(),
            seed: spec.seed,
            webinars: 0,
            events: Vec::new(),
        }
    }

    /// Returns the events of a lead, the oldest first.
    pub(super) fn of(&mut self, person: &Person) -> &[Event] {
        let mut stream = Stream::new(self.seed, 4, person.index);
        let stream = &mut stream;
        self.events.clear();
        self.webinars = 0;
        let from = person.created.max(self.as_of - 365 * DAY + 1);
        let to = if person.pace == Pace::Quiet { self.as_of - 120 * DAY } else { self.as_of };
        let span = Span { from: from.min(to), to };
        let wanted = n_events(self.per_lead, person.pace, stream);
        let weights = leanings(person);
        // Follow-ups count, so that the average holds.
        for _ in 0..wanted {
            if self.events.len() >= wanted {
                break;
            }
            let kind = stream.weighted(&weights) as u8;
            let at = instant(person.pace, span, stream);
            self.happen(person, kind, at, stream);
        }
        self.events.truncate(wanted);
        self.events.sort_unstable();
        self.events.dedup();
        self.end(person, stream);
        &self.events
    }

    /// Adds an event and what follows from it.
    fn happen(&mut self, person: &Person, kind: u8, at: i64, stream: &mut Stream) {
        let mut event = dress(Event { at, lead: person.index, kind, asset: 0, campaign: 0 }, stream);
        let mut follow = None;
        match kind {
            EMAIL_OPEN if stream.percent(14) => {
                follow = Some(Event { at: at + stream.seconds_below(240), kind: EMAIL_CLICK, ..event });
            }
            DOWNLOAD if stream.percent(16) => {
                follow = Some(dress(Event { at: at - 30, kind: FORM, ..event }, stream));
            }
            WEBINAR_REGISTERED => {
                let to_go = (self.thursday() - at).div_euclid(WEBINAR_EVERY);
                let number = to_go.rem_euclid(i64::from(N_WEBINARS)) as u8;
                let webinar = 1 << number;
                if self.webinars & webinar != 0 {
                    event = dress(Event { kind: PAGE_VIEW, ..event }, stream);
                } else {
                    self.webinars |= webinar;
                    event.asset = ASSETS_OF[usize::from(kind)].0 + number + 1;
                    let start = self.thursday() - to_go * WEBINAR_EVERY;
                    if stream.percent(30 + person.intent / 3) {
                        let at = start + stream.seconds_below(600);
                        follow = Some(Event { at, kind: WEBINAR_ATTENDED, ..event });
                    }
                }
            }
            DEMO_REQUEST if stream.percent(55) => {
                let at = at + stream.seconds_below(9 * DAY) + DAY;
                follow = Some(dress(Event { at, kind: MEETING, ..event }, stream));
            }
            EVENT_ATTENDED => {
                let ago = (self.thursday() - at).div_euclid(FAIR_EVERY) + 1;
                event.at = self.thursday() - ago * FAIR_EVERY + stream.seconds_below(7 * 3_600);
                event.asset = ASSETS_OF[usize::from(kind)].0 + ago.rem_euclid(i64::from(N_FAIRS)) as u8 + 1;
            }
            _ => {}
        }
        for event in std::iter::once(event).chain(follow) {
            let from = person.created.max(self.as_of - 365 * DAY + 1);
            if from <= event.at && event.at <= self.as_of {
                self.events.push(event);
            }
        }
    }

    /// The last Thursday up to as-of, at ten: webinars and fairs are held on Thursdays.
    fn thursday(&self) -> i64 {
        // Day 0 was a Thursday.
        let day = self.as_of.div_euclid(DAY);
        (day - day.rem_euclid(7)) * DAY + 10 * 3_600
    }

    /// Lets some leads end by unsubscribing, and some addresses by bouncing; nothing comes after either.
    fn end(&mut self, person: &Person, stream: &mut Stream) {
        let (unsubscribe, bounce) = match person.pace {
            Pace::Hot => (1, 0),
            Pace::Steady => (4, 1),
            Pace::Quiet => (16, 5),
        };
        let drawn = stream.below(100);
        let kind = if drawn < unsubscribe {
            UNSUBSCRIBE
        } else if drawn < unsubscribe + bounce {
            BOUNCE
        } else {
            return;
        };
        if let Some(last) = self.events.last_mut() {
            *last = dress(Event { kind, ..*last }, stream);
        }
    }
}

/// Returns how many events a lead has: 2.2 times the average for the hot, about half of it for the others.
fn n_events(per_lead: u32, pace: Pace, stream: &mut Stream) -> usize {
    let percent = match pace {
        Pace::Hot => stream.between(70, 390),
        Pace::Steady | Pace::Quiet => stream.between(0, 96),
    };
    // The remainder is drawn, so that small averages hold too.
    ((per_lead * percent + stream.below(100)) / 100) as usize
}

/// Returns how likely each kind is for a lead.
fn leanings(person: &Person) -> [u32; 13] {
    // Buying shows late: at half intent a lead does a quarter of what one at full intent does.
    let intent = person.intent * person.intent / 100;
    let mut weights = LEANINGS
        .map(|[always, at_intent, at_curiosity]| always + (at_intent * intent + at_curiosity * person.curiosity) / 100);
    match person.persona {
        Persona::Prospect | Persona::Student => {}
        Persona::Applicant => weights[usize::from(CAREERS_VIEW)] += CAREERS_LEANING,
        Persona::Competitor => weights[usize::from(PRICING_VIEW)] += 60,
    }
    weights
}

/// Draws an instant, most often at an hour of a working day.
fn instant(pace: Pace, span: Span, stream: &mut Stream) -> i64 {
    const HOURS: [u32; 24] = [1, 0, 0, 0, 0, 1, 4, 14, 26, 34, 32, 22, 14, 24, 30, 30, 26, 20, 12, 9, 8, 7, 4, 2];
    let length = match (pace, stream.below(100)) {
        (Pace::Hot, 0..55) => 30 * DAY,
        (Pace::Hot, 55..85) => 90 * DAY,
        _ => 365 * DAY,
    };
    let from = span.from.max(span.to - length);
    let drawn = from + stream.seconds_below(span.to - from + 1);
    let day = drawn.div_euclid(DAY);
    // Day 0 was a Thursday.
    let back = match (day + 4).rem_euclid(7) {
        6 => 1,
        0 => 2,
        _ => 0,
    };
    let day = if stream.percent(85) { day - back } else { day };
    let hour = stream.weighted(&HOURS) as i64;
    let at = day * DAY + hour * 3_600 + stream.seconds_below(3_600);
    if span.from <= at && at <= span.to { at } else { drawn }
}

/// Gives an event an asset of its kind, and often a campaign.
fn dress(event: Event, stream: &mut Stream) -> Event {
    let (first, count) = ASSETS_OF[usize::from(event.kind)];
    let asset = first + stream.below(count) as u8 + 1;
    let campaign = match event.kind {
        EMAIL_OPEN | EMAIL_CLICK | UNSUBSCRIBE | BOUNCE => 1 + stream.below(5) as u8,
        WEBINAR_REGISTERED | WEBINAR_ATTENDED => 6,
        EVENT_ATTENDED => 7,
        _ if stream.percent(25) => 8 + stream.below(3) as u8,
        _ => 0,
    };
    Event { asset, campaign, ..event }
}
