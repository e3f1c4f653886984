//! What a column's name says: its role, whether it can identify a lead, and its part in an activity file.
//!
//! Names are compared folded: no case, no accents, no punctuation. English and French.

use crate::model::Role;
pub(super) use crate::model::fold_name as fold;
pub(super) use crate::model::role_of as role;

/// Names of columns that identify a lead, the best first; e-mail addresses come before all of them.
const KEYS: &str = "id leadid contactid recordid customerid userid clientid prospectid personid visitorid externalid accountid \
     uuid guid idlead idcontact idclient idprospect idutilisateur identifiant identifiantclient identifiantlead \
     key cle reference ref matricule numero numeroclient leadnumber customernumber idfiche crmid \
     enregistrementid iddufichecontact";

/// How well a folded name says that its column identifies a lead; less is better.
pub(super) fn key_rank(folded: &str) -> Option<usize> {
    if role(folded) == Some(Role::Email) {
        return Some(0);
    }
    KEYS.split(' ').position(|key| key == folded).map(|at| at + 1)
}

/// Whether a column of that folded name is an identifier written in digits, never an amount.
pub(super) fn is_always_text(folded: &str) -> bool {
    const CODES: &str =
        "zip zipcode postalcode postcode codepostal cp siret siren naf ape codenaf iban departement insee codeinsee";
    CODES.split(' ').any(|code| code == folded) || role(folded) == Some(Role::Phone)
}

/// What plain numbers in a column may stand for, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dated {
    No,
    /// Seconds or milliseconds since 1970.
    Instants,
    /// These, days as a spreadsheet numbers them, or `20260131`.
    Days,
}

/// Returns what plain numbers in a column of that folded name may stand for.
pub(super) fn dated(folded: &str) -> Dated {
    let says_date = folded.contains("date") && !folded.contains("update") && !folded.contains("candidate");
    if says_date || role(folded) == Some(Role::Created) {
        Dated::Days
    } else if folded.contains("timestamp")
        || folded.ends_with("time")
        || ["ts", "at", "when", "epoch", "quand", "horodatage"].contains(&folded)
    {
        Dated::Instants
    } else {
        Dated::No
    }
}

/// A column's part in an activity file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Lead,
    Kind,
    At,
    Asset,
    Campaign,
    Channel,
    Value,
}

/// Returns the folded names that play a part, the best first.
pub(super) fn part_names(part: Part) -> impl Iterator<Item = &'static str> {
    let names = match part {
        Part::Lead => {
            "lead leadid contactid userid customerid personid visitorid clientid prospectid email emailaddress \
             adresseemail adressemail courriel leademail contactemail useremail idlead idcontact idclient \
             idprospect idutilisateur identifiant contact user customer client prospect utilisateur visitor \
             visiteur leadkey key cle mail id"
        }
        Part::Kind => {
            "event eventtype eventname activity activitytype kind type action evenement typeevenement \
             typedevenement nomevenement activite typeactivite typedactivite actiontype interaction touchpoint"
        }
        Part::At => {
            "timestamp at eventtime eventtimestamp eventdate activitydate occurredat occurred datetime date time \
             when ts createdat horodatage dateheure dateevenement datedevenement datedelevenement dateactivite \
             quand created createdate createddate datecreation"
        }
        Part::Asset => {
            "asset assetname content contentname contenu document page pageurl url form formname formulaire \
             ressource resource livrable product produit item"
        }
        Part::Campaign => "campaign campaignname utmcampaign campagne nomcampagne nomdelacampagne campaignid",
        Part::Channel => {
            "channel canal acquisitionchannel utmmedium medium utmsource source trafficsource canaldacquisition \
             eventchannel"
        }
        Part::Value => "value valeur amount montant revenue price prix eventvalue",
    };
    names.split(' ')
}
