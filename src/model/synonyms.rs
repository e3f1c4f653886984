//! What a name says, in English and French: what a field is to a person, and which names mean the same.
//!
//! Names are compared folded: no case, no accents, no punctuation. Never here: which names a file or a workspace has.

use unicode_normalization::UnicodeNormalization;

use crate::model::Role;

/// Returns a name without case, accents and anything but letters and digits.
pub fn fold_name(name: &str) -> String {
    name.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Folded names by role, words apart.
#[rustfmt::skip]
const ROLES: &[(Role, &str)] = &[
    (Role::Email, "email mail emailaddress mailaddress adressemail adresseemail adressedemessagerie courriel emailpro \
         emailprofessionnel workemail leademail contactemail useremail"),
    (Role::Phone, "phone phonenumber telephone tel mobile mobilephone mobilephonenumber portable telephonemobile \
         numerodetelephone numtel telfixe fax workphone homephone telephonefixe"),
    (Role::Name, "name fullname leadname contactname nom nomcomplet firstname lastname prenom nomdefamille surname \
         givenname familyname prenomnom nomprenom prospect customername"),
    (Role::Company, "company companyname account accountname organization organisation employer organizationname entreprise \
         societe raisonsociale nomdelentreprise nomentreprise nomsociete nomdelasociete compte nomducompte"),
    (Role::JobTitle, "jobtitle title job position fonction poste intituledeposte intituleduposte metier jobfunction \
         occupation profession"),
    (Role::Country, "country pays countrycode countryregion codepays nation countryname mailingcountry billingcountry"),
    (Role::Created, "created createdat createdate createddate createdon creationdate datecreated datecreation datedecreation \
         creele dateajout signupdate signedupat dateinscription registrationdate leadcreateddate firstseen"),
    (Role::Outcome, "outcome result resultat converted isconverted converti won gagne iswon stage dealstage leadstage \
         lifecyclestage opportunitystage etape statut status leadstatus y target churn"),
    (Role::Owner, "owner leadowner contactowner accountowner ownername proprietaire commercial salesrep assignedto \
         attribuea responsable proprietaireducontact proprietairedulead"),
];

/// Returns the role that a folded name stands for.
pub fn role_of(folded: &str) -> Option<Role> {
    ROLES.iter().find(|(_, words)| words.split(' ').any(|word| word == folded)).map(|(role, _)| *role).or_else(|| {
        let holds = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        if holds(&["email", "courriel"]) {
            Some(Role::Email)
        } else if holds(&["telephone", "phonenumber", "mobilephone"]) {
            Some(Role::Phone)
        } else {
            None
        }
    })
}

/// Folded names of fields and kinds of event that mean the same, words apart; those of [`ROLES`] are not repeated.
#[rustfmt::skip]
const ALIKE: &[&str] = &[
    // Fields of a person or a company.
    "companysize size taille tailleentreprise tailledelentreprise tailledentreprise effectif effectifs employees nbemployees \
     numberofemployees numemployees noofemployees employeecount headcount staff salaries nbsalaries nombredesalaries \
     nombresalaries nombredemployes collaborateurs companyemployees",
    "sector industry industrie secteur secteurdactivite secteuractivite domaine domainedactivite companyindustry vertical \
     branche marche",
    "revenue annualrevenue yearlyrevenue turnover ca chiffredaffaires chiffreaffaires caannuel chiffredaffairesannuel \
     companyrevenue",
    "function fonction jobfunction department departement service direction team equipe",
    "companytype typedentreprise typeentreprise typedesociete accounttype typedecompte organizationtype typeclient",
    "city ville town commune locality",
    "region province state area zone territory territoire secteurgeographique zonegeographique",
    "language langue lang locale preferredlanguage languepreferee",
    "source leadsource origin origine originallead origineduprospect sourceduprospect acquisitionsource howheard provenance \
     trafficsource",
    "campaign campagne utmcampaign leadcampaign nomcampagne",
    "budget montantbudget declaredbudget budgetdeclare estimatedbudget",
    "deadlinemonths deadline echeance delai delaimois echeanceprojet echeancemois timeframe timeline purchasetimeframe \
     horizon",
    "consent consentement optin rgpd gdpr marketingconsent consentementmarketing emailoptin accord",
    "interest interet product produit productinterest produitcible productofinterest",
    "seniority niveau hierarchie niveauhierarchique seniorite joblevel managementlevel",
    "age ageyears agedulead",
    "gender sexe genre civilite salutation",
    "lastcontact derniercontact lastactivity derniereactivite lastactivitydate datederniercontact",
    "maturity maturite digitalmaturity maturitedigitale maturitenumerique",
    "pain douleur urgency urgence besoin need",
    "fit adequation correspondance",
    // What a lead does.
    "demorequest demo demorequested requestdemo requestedademo demandedemo demandededemo demandededemonstration \
     demonstration demobooked demodemandee",
    "meeting meetingbooked rdv rendezvous demandederdv demandederendezvous appointment call appel",
    "form formulaire formsubmit formsubmitted formsubmission formfill formfilled contactform formulairedecontact \
     formulairerempli formulairesoumis contactrequest demandedecontact",
    "trial trialstarted freetrial essai essaidemarre essaigratuit signup",
    "pricingview pricing pricingpage pricingpageview viewedpricing pagetarif pagetarifs tarif tarifs prix vuetarifs \
     visitetarifs",
    "webinarregistered webinarregistration webinarsignup webinarinscrit webinarinscription inscriptionwebinar \
     inscritwebinar",
    "webinarattended webinarattendance webinarpresent presencewebinar participationwebinar webinar webinaire attendedwebinar",
    "eventregistered eventregistration eventsignup evenementinscrit inscriptionevenement inscriptionsalon",
    "eventattended eventattendance eventpresent evenementpresent presenceevenement salon fair tradeshow foire \
     rencontresalon metatafair presencesalon",
    "download downloaded contentdownload telechargement telecharge livreblanc whitepaper whitepaperdownload ebook \
     telechargementlivreblanc",
    "emailclick click clicked clic clicemail clicmail emailclicked clickedemail mailclick clicdansunemail linkclick",
    "emailopen open opened ouverture ouvertureemail emailopened openedemail mailopen ouverturedemail emailouvert",
    "pageview view visit visite visitesite vuedepage pagevue vue websitevisit sitevisit webvisit sessionstart session",
    "unsubscribe unsubscribed desinscription desabonnement optout optedout desinscrit",
    "careersview careers careerspage jobspage carrieres pagecarrieres emploi recrutement jobpage careerpage",
    "bounce bounced emailbounce hardbounce rebond adresseenerreur emailbounced",
    "newsletter newslettersignup newslettersubscribed newslettersubscription inscriptionnewsletter abonnementnewsletter",
    "socialfollow follow followed suivi abonne suivisocial suivireseauxsociaux follower",
    "socialinteraction like liked share partage comment commentaire interactionsociale socialengagement",
    "purchase order achat commande bought purchased sale vente",
];

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// One begins or ends with the other, or with a name that means the same.
    Part,
    /// They mean the same, in either language.
    Meaning,
    /// They differ in case, accents or punctuation alone.
    Spelling,
    Same,
}

/// Below this many letters a name is in too many others by chance.
const TELLING: usize = 5;

/// Returns how alike two names are, none if they are not.
pub fn likeness(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Same);
    }
    let (a, b) = (fold_name(a), fold_name(b));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    if a == b {
        return Some(Likeness::Spelling);
    }
    let groups = || ROLES.iter().map(|(_, words)| *words).chain(ALIKE.iter().copied());
    // Every name that means the same as a given one.
    let mates = |name: &str| {
        let name = name.to_owned();
        let own = move |words: &&str| words.split_whitespace().any(|word| word == name);
        groups().filter(own).flat_map(str::split_whitespace)
    };
    if mates(&a).any(|mate| mate == b) {
        return Some(Likeness::Meaning);
    }
    let ends = |long: &str, short: &str| short.len() >= TELLING && (long.starts_with(short) || long.ends_with(short));
    let part =
        ends(&a, &b) || ends(&b, &a) || mates(&a).any(|mate| ends(&b, mate)) || mates(&b).any(|mate| ends(&a, mate));
    part.then_some(Likeness::Part)
}
