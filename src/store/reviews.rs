//! What was said of leads, and the reviews it was said in. Nothing here is ever erased: what is undone is marked so.
//!
//! Never here: what counts, and how far a review came.

use rusqlite::Connection;
use rusqlite::Row;
use rusqlite::params;

use crate::engine::rank::Fifth;
use crate::msg;
use crate::problem::Problem;
use crate::review::Footing;
use crate::review::Hunch;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::customs::Customs;
use crate::review::log::Log;
use crate::review::session::Outcome;
use crate::review::session::Review;
use crate::review::session::Sampled;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::models::read_ron;
use crate::store::models::write_ron;

/// The setting that holds how reviews are held here.
const CUSTOMS: &str = "review";

impl Store {
    /// Returns everything that was said of leads.
    pub fn log(&self) -> Result<Log, Problem> {
        self.told(|store| {
            let mut query = store.conn.prepare_cached(
                "SELECT id, lead, at, who, said, reason, note, review, model, revision, as_of, row_band, column_band,
                row_points, column_points, rank, fifth, struck FROM remark ORDER BY id",
            )?;
            let mut rows = query.query(())?;
            let mut remarks = Vec::new();
            while let Some(row) = rows.next()? {
                remarks.push(remark(row)?);
            }
            Ok(Log { remarks })
        })
    }

    /// Adds remarks, all or none; returns their ids. Those they came with are not looked at.
    pub fn say(&mut self, remarks: &[Remark]) -> Result<Vec<i64>, Problem> {
        self.write(|tx| remarks.iter().map(|remark| insert(tx, remark)).collect())
    }

    /// Strikes remarks, so that they count for nothing, or lets them count again: all of them or none.
    pub fn strike(&mut self, ids: &[i64], struck: bool) -> Result<(), Problem> {
        self.write(|tx| {
            let mut strike = tx.prepare_cached("UPDATE remark SET struck = ?2 WHERE id = ?1")?;
            for id in ids {
                strike.execute((id, struck))?;
            }
            Ok(())
        })
    }

    /// Returns the reviews that were not removed, in the order they were begun.
    pub fn reviews(&self) -> Result<Vec<Review>, Problem> {
        self.told(|store| {
            let tx = store.conn.unchecked_transaction()?;
            let mut query = tx.prepare_cached(
                "SELECT id, name, at, participants, sample, seed, model, as_of, before, ended, after, open_points, next
                FROM review WHERE deleted = 0 ORDER BY id",
            )?;
            let mut rows = query.query(())?;
            let mut reviews = Vec::new();
            while let Some(row) = rows.next()? {
                reviews.push(review(row, &tx)?);
            }
            Ok(reviews)
        })
    }

    /// Adds a review; returns its id. The one it came with is not looked at.
    pub fn add_review(&mut self, review: &Review) -> Result<i64, Problem> {
        self.write(|tx| {
            tx.execute(
                "INSERT INTO review (name, at, participants, sample, seed, model, as_of, before, deleted)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)",
                params![
                    review.name,
                    review.at,
                    write_ron(&review.participants)?,
                    write_ron(&review.sample)?,
                    review.seed.cast_signed(),
                    review.model,
                    review.as_of,
                    review.before,
                ],
            )?;
            let id = tx.last_insert_rowid();
            let mut insert =
                tx.prepare_cached("INSERT INTO review_lead (review, place, lead, fifth) VALUES (?1, ?2, ?3, ?4)")?;
            for (place, sampled) in (0_i64..).zip(&review.leads) {
                insert.execute(params![id, place, sampled.lead, sampled.fifth as i64])?;
            }
            drop(insert);
            end(tx, id, review.outcome.as_ref())?;
            Ok(id)
        })
    }

    /// Gives a review another name and other participants. What came of it is not touched: another window may have ended it.
    pub fn update_review(&mut self, id: i64, name: &str, participants: &[String]) -> Result<(), Problem> {
        self.write(|tx| {
            let participants = write_ron(&participants)?;
            found(tx.execute(
                "UPDATE review SET name = ?2, participants = ?3 WHERE id = ?1",
                params![id, name, participants],
            )?)
        })
    }

    /// Writes what came of a review; none = it is not ended any more.
    pub fn end_review(&mut self, id: i64, outcome: Option<&Outcome>) -> Result<(), Problem> {
        self.write(|tx| end(tx, id, outcome))
    }

    /// Puts a review out of sight, or brings it back. What was said in it stays said.
    pub fn remove_review(&mut self, id: i64, removed: bool) -> Result<(), Problem> {
        self.write(|tx| {
            tx.execute("UPDATE review SET deleted = ?2 WHERE id = ?1", (id, removed))?;
            Ok(())
        })
    }

    /// Returns how reviews are held in this workspace.
    pub fn customs(&self) -> Result<Customs, Problem> {
        let text = self.setting(CUSTOMS)?;
        // What a newer or a foreign hand wrote there is no reason not to open the workspace.
        Ok(text.and_then(|text| ron::from_str(&text).ok()).unwrap_or_default())
    }

    /// Keeps how reviews are held in this workspace.
    pub fn set_customs(&mut self, customs: &Customs) -> Result<(), Problem> {
        let text = self.told(|_| write_ron(customs))?;
        self.set_setting(CUSTOMS, Some(&text))
    }
}

/// Writes a remark down; returns its id.
fn insert(conn: &Connection, remark: &Remark) -> Result<i64, Fault> {
    let (said, reason, note) = match &remark.said {
        Said::Verdict { verdict, reason, note } => (verdict.id(), reason.as_str(), note.as_str()),
        Said::Cleared => ("cleared", "", ""),
        Said::Skipped => ("skipped", "", ""),
        Said::Hunch(hunch) => (hunch.id(), "", ""),
    };
    let footing = &remark.footing;
    conn.execute(
        "INSERT INTO remark (lead, at, who, said, reason, note, review, model, revision, as_of, row_band,
            column_band, row_points, column_points, rank, fifth, struck)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        params![
            remark.lead,
            remark.at,
            remark.by,
            said,
            reason,
            note,
            remark.review,
            footing.model,
            footing.revision,
            footing.as_of,
            footing.row,
            footing.column,
            footing.rows,
            footing.columns,
            footing.rank,
            footing.fifth as i64,
            remark.struck,
        ],
    )?;
    Ok(conn.last_insert_rowid())
}

/// Fails where there was no such review.
fn found(n: usize) -> Result<(), Fault> {
    if n == 0 { Err(Problem::refused(msg!("store-no-review")).into()) } else { Ok(()) }
}

fn end(conn: &Connection, id: i64, outcome: Option<&Outcome>) -> Result<(), Fault> {
    found(conn.execute(
        "UPDATE review SET ended = ?2, after = ?3, open_points = ?4, next = ?5 WHERE id = ?1",
        params![
            id,
            outcome.map(|outcome| outcome.at),
            outcome.map(|outcome| &outcome.after),
            outcome.map(|outcome| &outcome.open_points),
            outcome.map(|outcome| &outcome.next),
        ],
    )?)
}

fn remark(row: &Row<'_>) -> Result<Remark, Fault> {
    let (reason, note): (String, String) = (row.get(5)?, row.get(6)?);
    let said: String = row.get(4)?;
    let said = match said.as_str() {
        "cleared" => Said::Cleared,
        "skipped" => Said::Skipped,
        said => match (Verdict::from_id(said), Hunch::from_id(said)) {
            (Some(verdict), _) => Said::Verdict { verdict, reason, note },
            (None, Some(hunch)) => Said::Hunch(hunch),
            (None, None) => return Err(Fault::Damaged),
        },
    };
    Ok(Remark {
        id: row.get(0)?,
        lead: row.get(1)?,
        at: row.get(2)?,
        by: row.get(3)?,
        said,
        review: row.get(7)?,
        footing: Footing {
            model: row.get(8)?,
            revision: row.get(9)?,
            as_of: row.get(10)?,
            row: row.get(11)?,
            column: row.get(12)?,
            rows: row.get(13)?,
            columns: row.get(14)?,
            rank: row.get(15)?,
            fifth: fifth(row.get(16)?)?,
        },
        struck: row.get(17)?,
    })
}

fn review(row: &Row<'_>, conn: &Connection) -> Result<Review, Fault> {
    let id: i64 = row.get(0)?;
    let mut query = conn.prepare_cached("SELECT lead, fifth FROM review_lead WHERE review = ?1 ORDER BY place")?;
    let mut rows = query.query([id])?;
    let mut leads = Vec::new();
    while let Some(row) = rows.next()? {
        leads.push(Sampled { lead: row.get(0)?, fifth: fifth(row.get(1)?)? });
    }
    let (participants, sample): (String, String) = (row.get(3)?, row.get(4)?);
    let seed: i64 = row.get(5)?;
    let ended: Option<i64> = row.get(9)?;
    Ok(Review {
        id,
        name: row.get(1)?,
        at: row.get(2)?,
        participants: read_ron(&participants)?,
        sample: read_ron(&sample)?,
        seed: seed.cast_unsigned(),
        model: row.get(6)?,
        as_of: row.get(7)?,
        before: row.get(8)?,
        leads,
        outcome: ended
            .map(|at| {
                Ok::<_, Fault>(Outcome { at, after: row.get(10)?, open_points: row.get(11)?, next: row.get(12)? })
            })
            .transpose()?,
    })
}

fn fifth(n: i64) -> Result<Fifth, Fault> {
    match n {
        0 => Ok(Fifth::Top),
        1 => Ok(Fifth::Next),
        2 => Ok(Fifth::Rest),
        _ => Err(Fault::Damaged),
    }
}
