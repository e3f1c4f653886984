//! Which alerts were seen in this workspace. Never here: which fire.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::review::seen::Sighting;
use crate::store::Store;

impl Store {
    /// Returns the alerts that were seen.
    pub fn alerts_seen(&self) -> Result<BTreeSet<Sighting>, Problem> {
        self.told(|store| {
            let mut query = store.conn.prepare_cached("SELECT lead, alert, kind, at FROM alert_seen")?;
            let sighting = |row: &rusqlite::Row<'_>| {
                Ok(Sighting { lead: row.get(0)?, alert: row.get(1)?, kind: row.get(2)?, at: row.get(3)? })
            };
            let seen = query.query_map((), sighting)?.collect::<Result<_, _>>()?;
            Ok(seen)
        })
    }

    /// Keeps that alerts were seen; those that were seen before stay so.
    pub fn see_alerts(&mut self, seen: &[Sighting]) -> Result<(), Problem> {
        self.write(|tx| {
            let mut insert =
                tx.prepare_cached("INSERT OR IGNORE INTO alert_seen (lead, alert, kind, at) VALUES (?1, ?2, ?3, ?4)")?;
            for sighting in seen {
                insert.execute((&sighting.lead, &sighting.alert, &sighting.kind, sighting.at))?;
            }
            Ok(())
        })
    }
}
