//! The models with two axes: the demo's, and those of known tools: Pardot, the four questions, Eloqua, `HubSpot`'s A1 to C3.

use quadrille::model;
use quadrille::model::Model;

use crate::templates::Case;
use crate::templates::built_in;

/// The leads of both maps of the demo's model.
const BUSYBIZ_LEADS: &str = "
    lead    | function  | company_size | sector   | revenue    | country | company_type | job_title           | created
    best    | marketing | 120          | software | 10_000_000 | FR      | private      | Directrice marketing | 400d
    half    | sales     | 500          | finance  | 2_000_000  | BE      | private      |                     | 400d
    slow    | direction | 50           | services |            |         |              |                     | 400d
    steady  |           | 499          | software | 10_000_000 | DE      |              |                     | 400d
    c-plus  | marketing |              |          |            |         |              |                     | 400d
    c-minus |           | 120          |          |            |         |              |                     | 400d
    idle-30 |           | 20           |          |            |         |              |                     | 40d
    idle-90 |           |              |          |            |         |              |                     | 200d
    young   |           |              |          |            |         |              |                     | 10d
    opened  |           |              |          |            |         |              |                     | 400d
    hr      | HR        |              |          |            |         |              |                     | 20d
    rival   | marketing | 120          | software | 10_000_000 | FR      | competitor   |                     | 20d
    small   |           | 9            |          |            |         |              |                     | 20d
    intern  |           | 120          |          |            | FR      |              | Stagiaire marketing | 20d
    gone    | student   |              |          |            |         | school       |                     | 20d
    job     |           |              |          |            | FR      |              |                     | 20d
";
/// Three downloads of four count, ten clicks of eleven, twenty pages of 25, three price pages of four.
const BUSYBIZ_DID: &str = "
    best: demo_request 5d, form 6d, 4x pricing_view 7d, webinar_registered 20d, webinar_attended 15d, 4x download 8d, 11x email_click 9d, 25x page_view 9d, 2x email_open 3d
    half: webinar_registered 20d, webinar_attended 15d, 3x download 8d, 2x email_open 3d
    slow: webinar_registered 110d, webinar_attended 100d, 3x download 100d, 2x email_open 70d, 2x email_open 20d
    steady: meeting 120d, form 110d, 2x email_open 70d, 2x email_open 20d
    c-plus: 2x demo_request 5d, 2x form 6d, 2x email_open 3d
    c-minus: demo_request 5d, form 6d, 3x pricing_view 7d, webinar_attended 7d, 4x email_click 5d, 9x page_view 5d, 2x email_open 3d
    idle-30: form 30d
    idle-90: form 90d, demo_request 95d
    opened: email_open 89d, email_open 20d, page_view 20d
    rival: 3x pricing_view 2d
    gone: form 5d, unsubscribe 4d
    job: 9x download 5d, careers_view 6d, 3x careers_view 5d
";

#[test]
fn busybiz_in_reality() {
    // Ten thirds from D (2) to A+ (12). RDV 50, form 50, webinar 10 and 30, price page 10, download 10, click 3, page 1.
    Case {
        model: built_in("busybiz"),
        leads: BUSYBIZ_LEADS,
        did: BUSYBIZ_DID,
        expected: "
            lead    | rows                      | row | columns                                            | column  | zone
            best    | 2 + 3 + 2 + 2 + 2 + 1     | A+  | 50 + 50 + 3×10 + 10 + 30 + 3×10 + 10×3 + 20×1      | 200+    | mql
            half    | 2 + 3 + 1 + 1 + 1 + 1     | B+  | 10 + 30 + 3×10                                     | 50-99   | watch
            slow    | 2 + 3 + 2 + 2             | B+  | 10 + 30 + 3×10 - 10 [no rise in 60 days, below 100] | 50-99   | watch
            steady  | 2 + 2 + 2 + 2             | B+  | 50 + 50 [no rise either, but not below 100]        | 100-199 | nurturing
            c-plus  | 2 + 3                     | C+  | 50 + 50 [each once]                                | 100-199 | sort
            c-minus | 2 + 2                     | C-  | 50 + 50 + 3×10 + 30 + 4×3 + 9×1                    | 100-199 | sort
            idle-30 | 2 + 1                     | D+  | 50 - 10 [30 days of silence]                       | 0-49    | new
            idle-90 | 2                         | D+  | 50 + 50 - 10 - 50 - 10 [no opens, 90 days, slow]   | 0-49    | new
            young   | 2                         | D+  | 0 [too new for all of it]                          | 0-49    | new
            opened  | 2                         | D+  | 1 [rose by 11: 60 days ago few opens made it −10]  | 0-49    | new
            hr      | 2 - 1                     | D-  | 0                                                  | 0-49    | new
            rival   | 12 - 3                    | B+  | 3×10                                               | 0-49    | watch
            small   | 2 - 2                     | F   | 0                                                  | 0-49    | exclusion
            intern  | 2 + 2 + 1 - 3             | D+  | 0                                                  | 0-49    | new
            gone    | 0 [2 − 3]                 | F   | 50 - 50                                            | 0-49    | exclusion
            job     | 2 + 1                     | D+  | 3×10 - 20 [once, however often]                    | 0-49    | new
        ",
    }
    .check();
}

#[test]
fn busybiz_in_theory() {
    // The same values; in theory 100 points are enough for sales, and C is looked into whatever its score.
    Case {
        model: Model { map: "theory".to_owned(), ..built_in("busybiz") },
        leads: BUSYBIZ_LEADS,
        did: BUSYBIZ_DID,
        expected: "
            lead    | row | column  | zone
            best    | A+  | 200+    | mql
            half    | B+  | 50-99   | nurturing
            slow    | B+  | 50-99   | nurturing
            steady  | B+  | 100-199 | mql-prime
            c-plus  | C+  | 100-199 | analyse
            c-minus | C-  | 100-199 | analyse
            idle-30 | D+  | 0-49    | new
            idle-90 | D+  | 0-49    | new
            young   | D+  | 0-49    | new
            opened  | D+  | 0-49    | new
            hr      | D-  | 0-49    | new
            rival   | B+  | 0-49    | nurturing
            small   | F   | 0-49    | exclusion
            intern  | D+  | 0-49    | new
            gone    | F   | 0-49    | exclusion
            job     | D+  | 0-49    | new
        ",
    }
    .check();
}

#[test]
fn busybiz_at_most_250() {
    // 50 + 50 + 30 + 10 + 30 + 30 + 30 + 20: the sum of all scores, each at its cap.
    assert_eq!(model::theoretical_range(&built_in("busybiz").columns), (0, 250_000_000));
    assert_eq!(model::theoretical_range(&built_in("busybiz").rows), (0, 12_000_000));
}

#[test]
fn pardot_two_by_two() {
    // Five criteria of two thirds each: matched up, not matched down, unknown nothing; D is 2, F 0, A+ 12.
    let bench = Case {
        model: built_in("pardot-2x2"),
        leads: "
            lead | company_size | sector   | country | job_title           | function
            ada  | 120          | software | FR      | Directrice marketing | marketing
            bob  | 120          | software | FR      |                     |
            cyd  | 120          | software |         |                     |
            eve  | 5            | retail   | DE      | Comptable           | finance
            dan  |              |          |         |                     |
        ",
        // One of everything that Pardot's baseline counts; two forms; a form and seventeen small things.
        did: "
            ada: 2x form 3d, 4x email_open 1d
            bob: form 3d, form_error 3d, redirect_click 4d, download 4d, site_search 4d, email_click 5d, visit 5d, page_view 5d
            cyd: form 90d, 16x email_click 10d, page_view 400d
            eve: 2x form 3d, webinar_attended 9d
        ",
        expected: "
            lead | rows                        | row      | columns                          | column | zone
            ada  | 2 + 2 + 2 + 2 + 2 + 2       | B- to A+ | 50 + 50                          | 100+   | mql
            bob  | 2 + 2 + 2 + 2               | B- to A+ | 50 - 5 + 3 + 3 + 3 + 3 + 3 + 1   | 0-99   | persona
            cyd  | 2 + 2 + 2                   | F to C+  | 50 + 16×3 + 1                    | 0-99   | far
            eve  | 0 [2 − 10, the lowest is F] | F to C+  | 50 + 50                          | 100+   | interest
            dan  | 2                           | F to C+  | 0                                | 0-99   | far
        ",
    }
    .check();
    // The best that Pardot's default profile can give is A+, the top of the ladder.
    assert_eq!(bench.model().rows.ceiling, Some(12));
}

#[test]
fn pardot_thirteen_grades() {
    Case {
        model: built_in("pardot-13"),
        leads: "
            lead | company_size | sector   | country | job_title      | function
            a+   | 120          | software | FR      | Sales Manager  | sales
            b    | 120          | software | FR      | Sales Manager  | HR
            near | 120          | software | FR      | Sales Manager  | HR
            c+   | 120          | software |         |                |
            c-   | 120          |          |         |                |
            d    | 120          | retail   |         |                |
            f    | 5            |          |         |                |
            no   |              |          |         |                |
        ",
        did: "
            a+: 4x form 3d
            b: 2x form 3d
            near: form 3d, 15x email_click 3d, download 4d, page_view 5d
            c+: form 3d
            c-: 49x page_view 2d
            d: form_error 1d, redirect_click 1d, site_search 1d
            f: visit 1d, email_open 1d, event_attended 3d, email_click 1d
            no: 3x form 1d, 49x page_view 2d
        ",
        expected: "
            lead | rows                        | row        | columns         | column  | zone
            a+   | 2 + 10 [ten thirds]         | A+         | 4×50            | 200+    | mql
            b    | 2 + 8 - 2                   | B          | 2×50            | 100-199 | mql
            near | 2 + 8 - 2                   | B          | 50 + 15×3 + 3 + 1 | 50-99 | persona
            c+   | 2 + 4                       | C+         | 50              | 50-99   | far
            c-   | 2 + 2                       | C-         | 49              | 0-49    | far
            d    | 2 + 2 - 2                   | D          | 3 + 3 - 5       | 0-49    | far
            f    | 0 [2 − 2]                   | F          | 3 + 3           | 0-49    | far
            no   | 2 [nothing known: no grade] | not graded | 3×50 + 49       | 100-199 | ask
        ",
    }
    .check();
}

/// Pardot's ladder: so many thirds up or down from D, and the letter.
const LADDER: [(i64, &str); 14] = [
    (-10, "F"),
    (-2, "F"),
    (-1, "D-"),
    (0, "D"),
    (1, "D+"),
    (2, "C-"),
    (3, "C"),
    (4, "C+"),
    (5, "B-"),
    (6, "B"),
    (7, "B+"),
    (8, "A-"),
    (9, "A"),
    (10, "A+"),
];

#[test]
fn pardot_thirds_climb_the_whole_ladder() {
    for (thirds, letter) in LADDER {
        // With weights of 1, 2, 3, 3 and 1 thirds every number up to ten is a sum of some of them.
        let mut model = built_in("pardot-13");
        for (criterion, weight) in model.rows.groups[0].criteria.iter_mut().zip([1, 2, 3, 3, 1]) {
            criterion.weight = weight;
        }
        let [size, sector, country, title, function] = matched(thirds);
        let leads = format!(
            "lead | company_size | sector | country | job_title | function\n\
             x | {size} | {sector} | {country} | {title} | {function}"
        );
        let data = crate::templates::dataset(&leads, "x: visit 1d");
        let bench =
            quadrille::workbench::Workbench::new(model, None, std::sync::Arc::new(data), crate::templates::AS_OF);
        let nothing_known = thirds == 0;
        assert_eq!(bench.row(0).row_band, if nothing_known { "not graded" } else { letter }, "{thirds} thirds");
    }
}

/// Values of the five fields that match, or miss, so many thirds of 1, 2, 3, 3 and 1; the others are unknown.
fn matched(thirds: i64) -> [&'static str; 5] {
    const GOOD: [&str; 5] = ["120", "software", "FR", "Sales Manager", "sales"];
    const BAD: [&str; 5] = ["5", "retail", "DE", "Comptable", "HR"];
    let chosen = (0..32_u32).find(|set| {
        let sum: i64 = [1, 2, 3, 3, 1].iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, w)| w).sum();
        sum == thirds.abs()
    });
    let chosen = chosen.expect("every number up to ten is a sum of these");
    let values = if thirds < 0 { BAD } else { GOOD };
    std::array::from_fn(|i| if chosen >> i & 1 == 1 { values[i] } else { "" })
}

#[test]
fn four_questions_from_minus_16_to_16() {
    // Best 4, second best 3, third best 2, negative −4, anything else and unknown 0.
    Case {
        model: built_in("four-questions"),
        leads: "
            lead    | job_title              | function  | company_type | company_size | created
            best    | Directeur commercial   | marketing | private      | 50           | 400d
            a-14    | Chief Marketing Officer | marketing | subsidiary   | 500          | 400d
            b-13    | Directrice marketing   | sales     | subsidiary   | 1999         | 400d
            second  | Responsable CRM        | direction | subsidiary   | 500          | 400d
            b-10    | VP Sales               | marketing | public body  | 15           | 400d
            c-9     | Sales Manager          | sales     | subsidiary   | 15           | 400d
            third   | Chargé de marketing    | IT        | public body  | 49           | 400d
            c-6     | Président              | IT        |              |              | 400d
            d-5     | Sales Manager          | IT        |              |              | 400d
            d-1     | Responsable RH         | HR        | public body  |              | 400d
            zero    | Directrice marketing   | HR        |              |              | 400d
            silent  |                        |           |              |              | 400d
            worst   | Étudiante en marketing | student   | school       | 9            | 400d
            leaver  |                        |           |              |              | 400d
        ",
        did: "
            best: demo_request 3d, form 4d, pricing_view 5d
            a-14: form 5d, pricing_view 6d
            b-13: 5x pricing_view 7d
            second: demo_request 60d, form 70d, pricing_view 80d
            b-10: demo_request 120d, form 121d, pricing_view 130d
            c-9: demo_request 59d, form 70d, pricing_view 80d
            third: download 9d @Guide, download 8d @Guide, webinar_attended 7d @Webinar
            leaver: demo_request 9d, unsubscribe 8d
            worst: unsubscribe 8d, 9x download 9d @Guide
        ",
        expected: "
            lead    | rows              | row | columns                              | column | zone
            best    | 4 + 4 + 4 + 4     | A   | 40 + 20 + 10                         | 70+    | sales
            a-14    | 4 + 4 + 3 + 3     | A   | 20 + 10                              | 30-69  | sales
            b-13    | 4 + 3 + 3 + 3     | B   | 3×10 [three of five]                 | 30-69  | warm-up
            second  | 3 + 3 + 3 + 3     | B   | 70×50% [60 days of silence: half]    | 30-69  | warm-up
            b-10    | 4 + 4 + 2 + 0     | B   | 0 [120 days of silence: all]         | 0-29   | warm-up
            c-9     | 3 + 3 + 3 + 0     | C   | 40 + 20 + 10                         | 70+    | sales
            third   | 2 + 2 + 2 + 2     | C   | 5 + 5 [each content once]            | 0-29   | qualify
            c-6     | 4 + 2             | C   | 0                                    | 0-29   | qualify
            d-5     | 3 + 2             | D   | 0                                    | 0-29   | leave
            d-1     | 3 - 4 + 2         | D   | 0                                    | 0-29   | leave
            zero    | 4 - 4             | F   | 0                                    | 0-29   | leave
            silent  | 0                 | F   | 0                                    | 0-29   | leave
            worst   | 0 - 4 - 4 - 4 - 4 | F   | 0 [5 − 30]                           | 0-29   | leave
            leaver  | 0                 | F   | 40 - 30                              | 0-29   | leave
        ",
    }
    .check();
}

#[test]
fn eloqua_scorecards() {
    // Oracle's own examples: 77 and 32.5 for the profile; every tier of the engagement once.
    Case {
        model: built_in("eloqua"),
        leads: "
            lead    | job_title         | sector   | revenue       | current_solution
            vp      | VP Marketing      | Software | 100_000_000   | Competitor 2
            manager | Manager of Sales  | retail   | 1_000_000_000 |
            all     | VP Marketing      | Pharma   | 1_000_000_000 | Competitor 1
            sales   | Director of Sales | software | 99_999_999    | Competitor 9
            none    |                   |          |               |
            a-75    | VP Marketing      | software |               | Competitor 1
            b-74.5  | Manager of Sales  | software | 1_000_000_000 | Competitor 2
            b-50    | Director of Sales | software | 100_000_000   |
            c-49.5  | Manager of Sales  | software |               | Competitor 2
            c-25    |                   |          | 1_000_000_000 |
            d-24.5  | Manager of Sales  |          | 100_000_000   | Competitor 2
        ",
        did: "
            a-75: email_click 10d, pricing_view 13d @/tarifs
            vp: form 8d, 3x email_click 8d, 3x page_view 8d @/produit, 3x email_open 8d
            manager: form 20d, email_click 10d, page_view 10d @/tarifs, email_open 10d
            all: form 6d, 3x email_click 6d, 2x page_view 6d @/produit, pricing_view 5d @/tarifs, 3x email_open 6d
            sales: form 31d, 2x email_click 10d, 9x page_view 2d @/blog/lead-scoring, 2x email_open 10d
            none: email_open 10d, 2x email_open 20d, email_click 13d, 2x email_click 20d
        ",
        expected: "
            lead    | rows                          | row | columns                                        | column | zone
            vp      | 30 + 30 + 25×20% + 15×80%     | A   | 35×75% + 20×75% + 30×75% + 15×75%              | 1      | sales
            manager | 30×25% + 0 + 25 + 0           | C   | 35×50% + 20×50% + 30×50% + 15                  | 2      | nurture
            all     | 30 + 30 + 25 + 15             | A   | 35 + 20 + 30 + 15                              | 1      | sales
            sales   | 30×50% + 30                   | C   | 0 [too long ago; two is neither one nor three] | 4      | nurture
            none    | 0                             | D   | 20×75% + 15 [exactly one in 14 days: 100 %]    | 3      | nurture
            a-75    | 30 + 30 + 15                  | A   | 20×50% + 30×50%                                | 3      | wake
            b-74.5  | 30×25% + 30 + 25 + 15×80%     | B   | 0                                              | 4      | wake
            b-50    | 30×50% + 30 + 25×20%          | B   | 0                                              | 4      | wake
            c-49.5  | 30×25% + 30 + 15×80%          | C   | 0                                              | 4      | nurture
            c-25    | 25                            | C   | 0                                              | 4      | nurture
            d-24.5  | 30×25% + 25×20% + 15×80%      | D   | 0                                              | 4      | nurture
        ",
    }
    .check();
}

#[test]
fn eloqua_sums_are_those_of_the_scorecards() {
    assert_eq!(crate::templates::sum("30 + 30 + 25×20% + 15×80%"), 77_000_000);
    assert_eq!(crate::templates::sum("30×25% + 0 + 25 + 0"), 32_500_000);
}

#[test]
fn hubspot_a1_to_c3_melts_by_a_quarter_a_month() {
    Case {
        model: built_in("hubspot-a1-c3"),
        leads: "
            lead  | company_size | sector   | function  | seniority
            a1    | 120          | software | marketing | director
            month | 1999         | services | sales     | manager
            two   | 120          |          | direction | executive
            four  | 10           | industry |           |
            cap   | 120          | software | marketing | manager
            stud  |              | software | student   | junior
            gone  | 120          | software | IT        | junior
            left  | 120          | software | student   |
        ",
        // 20 points a form, 10 a pricing page, 4 a click, 15 an event; 25 % less after each 30 days.
        did: "
            a1: 2x form 29d, 2x pricing_view 0d, event_attended 3d
            month: form 30d, pricing_view 30d, email_click 30d, webinar_attended 30d
            two: form 60d, form 89d
            four: form 120d, form 500d
            cap: 4x form 1d, 3x pricing_view 1d, 5x email_click 1d, 3x event_attended 1d
            gone: form 1d, unsubscribe 300d
            left: 2x form 1d, unsubscribe 300d
        ",
        expected: "
            lead  | rows                     | row | columns                                     | column | zone
            a1    | 30 + 30 + 25 + 15        | A   | 2×20 + 2×10 + 15                            | 1      | mql
            month | 30×50% + 30 + 25         | A   | 20×75% + 10×75% + 4×75% + 15×75%            | 2      | mql
            two   | 30 + 25 + 15             | A   | 20×50% + 20×50%                             | 3      | nurture
            four  | 30                       | C   | 0 [100 % gone after four months]            | 3      | rest
            cap   | 30 + 30 + 25             | A   | 40 + 20 + 10 + 30 [each group at its limit] | 1      | mql
            stud  | 0 [30 − 40]              | C   | 0                                           | 3      | rest
            gone  | 30 + 30                  | B   | 0 [20 − 30]                                 | 3      | nurture
            left  | 30 + 30 - 40             | C   | 2×20 - 30                                   | 3      | rest
        ",
    }
    .check();
    assert_eq!(mql_cells(&built_in("hubspot-a1-c3")), ["A1", "A2", "B1"]);
}

/// The labels of the cells that are handed over, best first.
fn mql_cells(model: &Model) -> Vec<String> {
    let map = model.map_in_force().expect("it has a map");
    let columns: Vec<&str> = model.columns.bands.iter().map(|band| band.label.as_str()).collect();
    let cells = map.rows.iter().flat_map(|(row, zones)| {
        let cells = zones.iter().zip(&columns).rev();
        cells.filter(|(zone, _)| *zone == "mql").map(move |(_, column)| format!("{row}{column}"))
    });
    cells.collect()
}
