//! The models on one axis, and the two marks that people give: the guide, Lead Pilot, PAIN × FIT, Invox.

use quadrille::model;

use crate::templates::Case;
use crate::templates::built_in;

#[test]
fn guide_from_1_to_100() {
    // A form 20, the newsletter 15, a follow 5, interactions 10, a visit 5 each up to four.
    Case {
        model: built_in("guide-1-100"),
        leads: "
            lead | source
            all  |
            fan  |
            w49  |
            w25  |
            c20  |
            none |
        ",
        did: "
            all: 3x form 5d, 2x email_click 5d #newsletter, social_follow 5d, social_message 6d, 9x page_view 5d
            fan: form 900d, email_click 5d #newsletter, 3x page_view 900d
            w49: form 5d, email_click 5d #newsletter, social_interaction 7d
            w25: form 5d, social_follow 7d
            c20: email_click 1d #win-back, 3x page_view 1d, pricing_view 2d
        ",
        expected: "
            lead | columns                      | column | zone
            all  | 20 + 15 + 10 + 20            | 50-100 | hot
            fan  | 20 + 15 + 3×5                | 50-100 | hot
            w49  | 20 + 15 + 10                 | 25-49  | warm
            w25  | 20 + 5                       | 25-49  | warm
            c20  | 4×5 [not the newsletter]     | 1-24   | cold
            none | 1 [nobody has less]          | 1-24   | cold
        ",
    }
    .check();
}

#[test]
fn the_guide_reaches_65_of_100() {
    let model = built_in("guide-1-100");
    // 20 + 15 + 10 + 20.
    assert_eq!(model::theoretical_range(&model.columns), (1_000_000, 65_000_000));
    assert_eq!(model.columns.ceiling, Some(100));
}

#[test]
fn lead_pilot_ranks() {
    // An open 2, a click 5, a landing page 5, content 5, an event 10, a meeting 40.
    let bench = Case {
        model: built_in("lead-pilot"),
        leads: "
            lead | source
            none |
            all  |
            one  |
            two  |
            more |
            w39  |
            f70  |
            t69  |
        ",
        did: "
            all: 11x email_open 1d, 5x email_click 1d, 5x pricing_view 1d, page_view 1d @/blog/a, page_view 1d @/blog/b, page_view 1d @/blog/c, page_view 1d @/blog/d, webinar_registered 2d @One, webinar_registered 2d @Two, meeting 1d
            one: email_open 1d, email_click 1d, landing_view 1d, 3x page_view 1d @/blog/a, 2x webinar_registered 2d @One, demo_request 3d
            two: meeting 9d, page_view 9d @/clients
            more: meeting 8d
            w39: 7x email_open 5d, 4x email_click 5d, landing_view 5d
            f70: meeting 5d, webinar_registered 9d @One, 4x email_click 5d
            t69: meeting 5d, 2x email_open 5d, 4x email_click 5d, landing_view 5d
        ",
        expected: "
            lead | columns                              | column | zone
            all  | 100 [20 + 20 + 20 + 20 + 20 + 40]    | 70-100 | first
            one  | 2 + 5 + 5 + 5 + 10 + 40              | 40-69  | week
            two  | 40                                   | 40-69  | week
            more | 40                                   | 40-69  | week
            none | 1                                    | 1-39   | informed
            w39  | 7×2 + 4×5 + 5                        | 1-39   | informed
            f70  | 40 + 10 + 4×5                        | 70-100 | first
            t69  | 40 + 2×2 + 4×5 + 5                   | 40-69  | week
        ",
    }
    .check();
    let ranked: Vec<&str> = bench.order().iter().map(|lead| bench.row(*lead as usize).key).collect();
    assert_eq!(
        ranked,
        ["all", "f70", "t69", "one", "more", "two", "w39", "none"],
        "among equals, who moved last comes first"
    );
}

#[test]
fn pain_by_fit_is_cut_at_six() {
    Case {
        model: built_in("pain-fit"),
        leads: "
            lead    | pain | fit
            ready   | 6    | 6
            burning | 10   | 10
            urgent  | 7    | 9
            content | 5    | 6
            calm    | 3    | 10
            strange | 6    | 5
            hurt    | 10   | 1
            neither | 5    | 5
            mild    | 1    | 1
            no-pain |      | 8
            no-fit  | 9    |
            new     |      |
            eager   | 12   | 11
        ",
        did: "ready: page_view 1d",
        expected: "
            lead    | rows                    | row  | columns | column | zone
            ready   | 6                       | 6-10 | 6       | 6      | ready
            burning | 10                      | 6-10 | 10      | 7-10   | ready
            urgent  | 9                       | 6-10 | 7       | 7-10   | ready
            content | 6                       | 6-10 | 5       | 4-5    | educate
            calm    | 10                      | 6-10 | 3       | 1-3    | educate
            strange | 5                       | 1-5  | 6       | 6      | off-target
            hurt    | 1                       | 1-5  | 10      | 7-10   | off-target
            neither | 5                       | 1-5  | 5       | 4-5    | discard
            mild    | 1                       | 1-5  | 1       | 1-3    | discard
            no-pain | 8                       | 6-10 | 0       | ?      | rate
            no-fit  | 0                       | ?    | 9       | 7-10   | rate
            new     | 0                       | ?    | 0       | ?      | rate
            eager   | 10 [a mark is ten at most] | 6-10 | 10   | 7-10   | ready
        ",
    }
    .check();
}

#[test]
fn invox_is_hot_from_50() {
    // An open 2, a click 5, a download 10, a form 20; on a page more than 60 s 5, more than 180 s 10; back within 7 days 5.
    Case {
        model: built_in("invox"),
        leads: "
            lead  | source
            h50   |
            w49   |
            w20   |
            c19   |
            read  |
            skim  |
            back  |
            left  |
            every |
        ",
        did: "
            h50: form 400d, download 300d @One, download 200d @Two, 9x download 100d @Three
            w49: form 5d, download 5d @One, download 5d @Two, email_click 5d, 2x email_open 5d
            w20: download 5d @One, download 5d @Two
            c19: download 5d @One, email_click 5d, 2x email_open 5d
            read: page_view 8d =181, page_view 9d =60
            skim: page_view 30d =61, page_view 40d =5, page_view 50d =4
            back: page_view 1d =30, page_view 6d =30
            left: form 10d, unsubscribe 1d, 7x page_view 20d =2
            every: 9x email_open 5d, 9x email_click 5d
        ",
        expected: "
            lead  | columns                                    | column | zone
            h50   | 20 + 3×10 [each content once]              | 50+    | hot
            w49   | 20 + 2×10 + 5 + 2×2                        | 20-49  | warm-up
            w20   | 2×10                                       | 20-49  | warm-up
            c19   | 10 + 5 + 2×2                               | < 20   | cold
            read  | 5 + 5 [more than 180 s: 10; 60 s is not more than 60] | < 20 | cold
            skim  | 5 - 2                                      | < 20   | cold
            back  | 5                                          | < 20   | cold
            left  | 20 - 30 - 5×2 [five at most]               | < 20   | cold
            every | 5×2 + 4×5 [caps]                           | 20-49  | warm-up
        ",
    }
    .check();
}

#[test]
fn invox_knows_what_it_leaves_out() {
    // Every kind of the demo is either scored or left out on purpose, never forgotten.
    let model = built_in("invox");
    for kind in quadrille::generate::KINDS {
        let scored = model.criteria().any(|(_, _, criterion)| match &criterion.rule {
            model::Rule::Activity { filter, .. } => filter.kinds.iter().any(|counted| counted == kind),
            model::Rule::Match { .. } | model::Rule::Tiers(_) | model::Rule::Amount { .. } => false,
        });
        assert_ne!(scored, model.left_out.iter().any(|left| left == kind), "{kind}");
    }
}
