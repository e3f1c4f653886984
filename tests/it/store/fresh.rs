//! What an import has just brought, loaded without a look at its rows: it is what the rows say, and believed no longer than they do.

use proptest::prelude::*;
use quadrille::model::FieldType;
use quadrille::model::Value;
use quadrille::store::EventRow;
use quadrille::store::ImportKind;
use quadrille::store::Store;

use super::NOW;
use super::Scratch;
use super::field;
use super::note;
use super::snapshot::told;

/// An event: lead, kind, instant, asset, value.
type Happening = (u8, u8, u32, Option<u8>, Option<i64>);

/// Brings leads, with something to know of each.
fn bring_leads(store: &mut Store, leads: &[u8]) {
    let fields = [field("country", FieldType::Text), field("staff", FieldType::Whole)];
    let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
    for lead in leads {
        let country = (lead % 3 > 0).then(|| super::text(if lead % 2 == 0 { "FR" } else { "DE" }));
        import.upsert_lead(&format!("lead {lead}"), &[country, Some(Value::Whole(i64::from(*lead)))]).unwrap();
    }
    import.commit(&note()).unwrap();
}

/// Brings events, each of these lists as a batch of its own.
fn bring_events(store: &mut Store, batches: &[Vec<Happening>]) {
    let mut import = store.begin_import(ImportKind::Events, &[]).unwrap();
    for batch in batches {
        for (lead, kind, at, asset, value) in batch {
            let asset = asset.map(|asset| format!("asset {asset}"));
            let row = EventRow {
                key: &format!("lead {lead}"),
                kind: &format!("kind {kind}"),
                at: i64::from(*at),
                asset: asset.as_deref(),
                value: *value,
                ..EventRow::default()
            };
            import.add_event(row, true).unwrap();
        }
        import.counts().unwrap();
    }
    import.commit(&note()).unwrap();
}

fn happenings() -> impl Strategy<Value = Vec<Vec<Happening>>> {
    let at = prop_oneof![3 => 0..40_u32, 1 => any::<u32>()];
    let asset = proptest::option::of(0..3_u8);
    let value = proptest::option::of(0..3_i64);
    proptest::collection::vec(proptest::collection::vec((0..20_u8, 0..4_u8, at, asset, value), 0..40), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_just_brought_is_what_the_rows_say(
        leads in proptest::collection::vec(0..20_u8, 0..20),
        kept in any::<bool>(),
        ordered in any::<bool>(),
        batches in happenings(),
        more in happenings(),
    ) {
        let (_scratch, mut store) = Scratch::new();
        bring_leads(&mut store, &leads);
        if kept {
            let loaded = store.load().unwrap();
            prop_assert!(store.keep_snapshot(&loaded).unwrap());
        }
        let mut batches = batches;
        if ordered {
            for batch in &mut batches {
                batch.sort_unstable();
            }
        }
        // The second time, events are there already.
        for batches in [batches, more] {
            bring_events(&mut store, &batches);
            let (loaded, rows) = (store.load().unwrap(), store.load_rows().unwrap());
            prop_assert_eq!(told(&loaded.data), told(&rows.data));
            // What was loaded is let go of; the rows are still there.
            prop_assert_eq!(told(&store.load().unwrap().data), told(&rows.data));
        }
    }
}

/// A workspace right after an import, and what its rows said then.
fn just_brought() -> (Scratch, Store, String) {
    let (scratch, mut store) = Scratch::new();
    bring_leads(&mut store, &[1, 2, 3]);
    bring_events(&mut store, &[vec![(1, 0, 100, Some(1), None), (3, 1, 50, None, Some(7)), (2, 0, 10, None, None)]]);
    let rows = told(&store.load_rows().unwrap().data);
    (scratch, store, rows)
}

/// Changes rows as another program does.
fn change(scratch: &Scratch, sql: &str) {
    let raw = scratch.raw();
    raw.execute_batch(sql).unwrap();
    raw.close().map_err(|(_, error)| error).unwrap();
}

#[test]
fn rows_that_were_just_written_are_not_read_again() {
    let (scratch, store, brought) = just_brought();
    // The seal is forged, so that nobody notices.
    change(&scratch, "BEGIN; UPDATE event SET at = at + 1; UPDATE seal SET change = change + 1; COMMIT");
    assert_eq!(told(&store.load().unwrap().data), brought);
    assert_ne!(told(&store.load().unwrap().data), brought, "the rows were changed");
}

#[test]
fn what_another_program_writes_after_an_import_is_never_missed() {
    for sql in [
        "UPDATE event SET at = at + 1 WHERE lead = 1",
        "DELETE FROM event",
        "UPDATE lead SET country = 'IT'",
        "UPDATE event_kind SET name = 'call' WHERE id = 1",
    ] {
        let (scratch, mut store, brought) = just_brought();
        change(&scratch, sql);
        let loaded = store.load().unwrap();
        assert_ne!(told(&loaded.data), brought, "{sql}");
        assert_eq!(told(&loaded.data), told(&store.load_rows().unwrap().data), "{sql}");
        // Nor after a change of our own, which begins a new epoch.
        let (scratch, mut other, brought) = just_brought();
        change(&scratch, sql);
        other.set_setting("n", Some("1")).unwrap();
        assert_ne!(told(&other.load().unwrap().data), brought, "{sql}");
        assert!(store.keep_snapshot(&loaded).unwrap());
    }
}

#[test]
fn another_windows_import_after_ours_is_never_missed() {
    let (scratch, store, brought) = just_brought();
    let mut other = Store::open(&scratch.path(), NOW).unwrap();
    bring_events(&mut other, &[vec![(1, 0, 101, None, None)]]);
    let loaded = told(&store.load().unwrap().data);
    assert_ne!(loaded, brought);
    assert_eq!(loaded, told(&other.load_rows().unwrap().data));
}

#[test]
fn leads_that_were_taken_away_leave_no_gap_unseen() {
    let (scratch, mut store) = Scratch::new();
    bring_leads(&mut store, &[1, 2, 3, 4]);
    change(&scratch, "DELETE FROM lead WHERE key = 'lead 2'");
    bring_events(&mut store, &[vec![(1, 0, 100, None, None), (4, 0, 50, None, None)]]);
    assert_eq!(told(&store.load().unwrap().data), told(&store.load_rows().unwrap().data));
}

#[test]
fn what_a_dropped_import_brought_is_forgotten() {
    let (_scratch, mut store, _) = just_brought();
    let mut import = store.begin_import(ImportKind::Events, &[]).unwrap();
    import.add_event(EventRow { key: "lead 1", kind: "call", at: 5, ..EventRow::default() }, false).unwrap();
    import.counts().unwrap();
    drop(import);
    assert_eq!(told(&store.load().unwrap().data), told(&store.load_rows().unwrap().data));
}
