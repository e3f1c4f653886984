//! The words that people and companies are named with. Tables only; who is called what is drawn in `person` and `company`.
//!
//! Two properties keep addresses unique and a test below holds them: last names, written plainly, differ within and across
//! languages, and come in multiples of [`SLOTS`]; stem + ending differ for every pair.

/// Leads that share a pool of companies, and so must not share a last name.
pub(super) const SLOTS: u32 = 64;

/// The names of one language.
pub(super) struct Names {
    pub(super) first: &'static str,
    pub(super) last: &'static str,
}

pub(super) const FRENCH: usize = 0;
pub(super) const GERMAN: usize = 1;
pub(super) const SPANISH: usize = 2;
pub(super) const ITALIAN: usize = 3;
pub(super) const ENGLISH: usize = 4;
pub(super) const DUTCH: usize = 5;

/// Names by language, parted by spaces.
pub(super) const NAMES: [Names; 6] = [
    Names {
        first: "Élodie Camille Léa Manon Chloé Inès Sarah Julie Aurélie Émilie Céline Sophie Nathalie Isabelle Valérie Sandrine \
            Hélène Claire Anaïs Marion Pauline Mathilde Margaux Lucie Juliette Clémence Noémie Fatima Amina Yasmine Solène Maëlys \
            Thomas Nicolas Julien Antoine Alexandre Maxime Pierre Guillaume Romain Mathieu François Frédéric Sébastien Jérôme \
            Benoît Laurent Olivier Stéphane Hugo Gabriel Rémi Kévin Karim Mehdi Youssef Bruno Étienne Loïc Cédric Xavier \
            Baptiste Corentin",
        last: "Duval Bernard Dubois Durand Moreau Lefèvre Leroy Roux Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau \
            Vincent Mercier Blanc Guérin Boyer Garnier Chevalier Legrand Gauthier Perrin Robin Clément Morin Dufour Mathieu \
            Nicolas Henry Roussel Masson Marchand Duhamel Denis Lemaire Gérard Meunier Blanchard Barbier Brun Brunet Schmitt \
            Colin Vidal Leclerc Aubert Bourgeois Renard Hubert Rolland Caron Roche Charpentier Lacroix Guillaume Bailly Huet \
            Picard Renaud Poirier Langlois Prévost Leblanc Carpentier Deschamps Royer Bertrand Jacquet Perrot Hamon Maillard \
            Pelletier Berger Fabre Lemoine Chevallier Berthier Guillot Tessier Marty Delmas Carlier Poulain Besson Vasseur \
            Millet Collet Pichon Monnier Bouvier Pasquier Buisson Cousin Humbert Hardy Coulon Tournier Cordier Michaud Gillet \
            Seguin Blondel Mallet Ledoux Bigot Devaux Benali Haddad Bouzid Cherif Diallo Traoré Ndiaye Camara Lebreton Kervella \
            Le-Goff Joubert Savary Verdier Chauvin Gaudin Delaunay Mounier Rigaud",
    },
    Names {
        first: "Anna Lena Katharina Julia Sabine Petra Monika Claudia Stefanie Nadine Lukas Jonas Felix Maximilian Andreas Stefan \
            Jürgen Wolfgang Matthias Tobias Sebastian Jörg Anke Heike Ute Björn",
        last: "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf \
            Schröder Neumann Schwarz Zimmermann Krüger Hartmann Lange Werner Krause Lehmann Köhler Maier König Fuchs Kaiser \
            Scholz Möller Weiß Jung Hahn Vogel Friedrich Keller Günther Frank Winkler Roth Beck Lorenz Baumann Albrecht Schuster \
            Böhm Winter Kraus Schumacher Krämer Vogt Stein Jäger Brandt Sommer Seidel Heinrich Haas Schreiber Graf Dietrich",
    },
    Names {
        first: "María Carmen Lucía Elena Marta Cristina Pilar Raquel Nuria Javier Carlos Alejandro Sergio Álvaro Íñigo Pablo Diego \
            Jordi Rubén Andrés",
        last: "García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Jiménez Ruiz Hernández Díaz Moreno Muñoz \
            Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales \
            Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano \
            Guerrero Cano Prieto Méndez Cruz Calvo Gallego Herrera Márquez León Peña Flores Cabrera Campos Vega Fuentes \
            Carrasco Aguilar",
    },
    Names {
        first: "Giulia Chiara Francesca Alessia Valentina Paola Silvia Marco Luca Matteo Alessandro Davide Simone Niccolò Federico \
            Giovanni Stefano Andrea",
        last: "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De-Luca Mancini Costa \
            Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo \
            Gentile Martinelli Vitale Lombardo Serra Coppola De-Santis Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco \
            Marini Grasso Valentini Messina Sala De-Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli \
            Amato Silvestri Mazza",
    },
    Names {
        first: "Emma Olivia Charlotte Amelia Grace Hannah Rebecca Priya James Oliver Harry Jack George William Daniel Samuel Callum \
            Rhys Aidan Fiona",
        last: "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts \
            Green Hall Wood Jackson Clarke Clark Harrison Scott Cooper King Davis Harris Martin Baker Turner Hill Moore Parker \
            Cook Bell Bennett Young Shaw Richardson Collins Bailey Carter Cox Khan Marshall Adams Ellis Murphy Chapman Mitchell \
            Kelly Foster Phillips Webb Barnes Gray Murray Palmer Reid Stevens Lloyd Hughes Watson",
    },
    Names {
        first: "Sanne Lotte Femke Anouk Eva Marieke Ilse Daan Sem Bram Thijs Jeroen Pieter Wouter Koen Joris Maarten Ruben",
        last: "De-Jong Jansen De-Vries Van-Dijk Bakker Janssen Visser Smit Meijer De-Boer Mulder De-Groot Bos Vos Peters Hendriks \
            Van-Leeuwen Dekker Brouwer De-Wit Dijkstra Smits De-Graaf Van-der-Meer Kok Jacobs Vermeulen De-Haan Van-den-Berg \
            Van-Beek Schouten Willems Hoekstra Koster Prins Huisman Peeters Maes Claes Goossens Wouters De-Smet Mertens \
            Van-Damme Verhoeven Desmet Aerts Michiels Segers Lemmens Stevers Coppens Pauwels Hermans Martens Bogaert Declercq \
            Verstraete Vandenberghe Claeys Lambrecht Baert Thys Wuyts",
    },
];

/// How company names begin.
pub(super) const STEMS: &str = "Nova Alto Vega Orio Lumi Agri Bati Cedra Delta Ecla Fiora Galia Hexa Iris Jura Kalo Lorea Maris \
    Nerio Opta Pera Quanta Riva Silva Terra Ultra Vala Xeno Ypso Zelia Arca Bora Cala Doma Ethi Fero Gamma Helio Indi Kerma Lacto \
    Mecha Nexo Oxa Poly Rhoda Sona Tecto Umbra Verto Wali Axi Brio Celto Duna Elio Fluvi Granit Horizo Isar Kyro Loga Mira Nordi";

/// How they go on.
pub(super) const ENDINGS: &str = "tec lia nis via dom gral sys med pharm form plast logic port flux gest mat val pur scope net lis dis \
    tis ris print pack car bio sens graph trans cube";

/// How they end, with the sector that the word tells (an index of `SECTORS`), if any.
pub(super) const DESCRIPTORS: [(&str, Option<usize>); 32] = [
    ("Logiciels", Some(0)),
    ("Software", Some(0)),
    ("Systems", Some(0)),
    ("Digital", Some(0)),
    ("Data", Some(0)),
    ("Industries", Some(1)),
    ("Mécanique", Some(1)),
    ("Manufacturing", Some(1)),
    ("Conseil", Some(2)),
    ("Consulting", Some(2)),
    ("& Associés", Some(2)),
    ("Services", Some(2)),
    ("Distribution", Some(3)),
    ("Retail", Some(3)),
    ("Négoce", Some(3)),
    ("Finance", Some(4)),
    ("Assurances", Some(4)),
    ("Santé", Some(5)),
    ("Pharma", Some(5)),
    ("Logistique", Some(6)),
    ("Transports", Some(6)),
    ("Constructions", Some(7)),
    ("Bâtiment", Some(7)),
    ("Médias", Some(8)),
    ("Énergies", Some(9)),
    ("Formation", Some(10)),
    ("Groupe", None),
    ("Group", None),
    ("& Fils", None),
    ("Solutions", None),
    ("International", None),
    ("Partners", None),
];

pub(super) const SECTORS: [&str; 12] = [
    "software",
    "industry",
    "services",
    "retail",
    "finance",
    "health",
    "logistics",
    "construction",
    "media",
    "energy",
    "education",
    "public sector",
];

/// Words added once every stem, ending and descriptor is in use.
pub(super) const REGIONS: &str = "Nord Sud Est Ouest Centre Alpes Atlantique Méditerranée Rhône Loire Seine Garonne Bretagne Normandie \
    Provence Alsace Lorraine Picardie Champagne Bourgogne Savoie Aquitaine Occitanie Flandre Wallonie Brabant Genève Vaud Valais Bâle \
    Rhin Europe";

/// Appends a name the way addresses write it: lower case, no accents, a hyphen for anything between words.
pub(super) fn push_plain(out: &mut String, name: &str) {
    for letter in name.chars() {
        match letter {
            'a'..='z' | '0'..='9' => out.push(letter),
            'A'..='Z' => out.push(letter.to_ascii_lowercase()),
            'à' | 'á' | 'â' | 'ä' | 'Á' | 'À' => out.push('a'),
            'ç' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'É' | 'È' => out.push('e'),
            'í' | 'î' | 'ï' | 'Í' => out.push('i'),
            'ñ' => out.push('n'),
            'ó' | 'ô' | 'ö' | 'ò' => out.push('o'),
            'ú' | 'ù' | 'û' | 'ü' => out.push('u'),
            'ß' => out.push_str("ss"),
            '-' | ' ' if !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::DESCRIPTORS;
    use super::ENDINGS;
    use super::NAMES;
    use super::REGIONS;
    use super::SLOTS;
    use super::STEMS;
    use super::push_plain;

    fn plain(name: &str) -> String {
        let mut out = String::new();
        push_plain(&mut out, name);
        out
    }

    #[test]
    fn last_names_differ_in_and_across_languages() {
        let mut seen = BTreeSet::new();
        for names in &NAMES {
            assert_eq!(names.last.split_whitespace().count() % SLOTS as usize, 0);
            for last in names.last.split_whitespace() {
                assert!(seen.insert(plain(last)), "{last} stands twice");
                assert!(plain(last).bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{last}");
            }
        }
    }

    #[test]
    fn company_words_differ() {
        let mut seen = BTreeSet::new();
        for stem in STEMS.split_whitespace() {
            for ending in ENDINGS.split_whitespace() {
                assert!(seen.insert(format!("{stem}{ending}").to_lowercase()), "{stem}{ending} stands twice");
            }
        }
        assert_eq!(seen.len(), 64 * 32);
        assert_eq!(DESCRIPTORS.iter().map(|(word, _)| plain(word)).collect::<BTreeSet<_>>().len(), 32);
        assert_eq!(REGIONS.split_whitespace().map(plain).collect::<BTreeSet<_>>().len(), 32);
    }
}
