package checkpoint

// schemaVersion is the user_version of the ledgers that this package writes.
const schemaVersion = 3

// Fingerprints are blobs of 16 bytes or NULL, times are nanoseconds since 1970
// of the server's clock or NULL, lists are JSON. The tables serve the
// program; the views at the end serve people.
//
// record has one row for each key ever intended, adopted or rejected; its id
// is never reused. The row holds the record's last attempt as well, which is
// the only one of nearly all: so an intent is one INSERT and its outcome one
// UPDATE. When another attempt begins, attempt takes the one before. attempts
// shows them all; without an attempt (n is 0) the columns of one are empty.
//
// found_by leads from the fingerprints of keys and of the submissions that
// records are bound to, to their records, as the finder tells; seq is the commit
// that gave a record its key or its submission.
//
// folded_mac and userid_mac serve Clash; where they equal the key, as they
// mostly do, found_by serves in their place, which spares every commit the pages
// of two indexes more. The index of lookup_mac holds only open attempts
// before the last; the last ones are in the openBook.
var schema = []string{
	`CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
	`CREATE TABLE calls (day TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID`,
	`CREATE TABLE record (
		id INTEGER PRIMARY KEY,
		key_mac BLOB NOT NULL,
		folded_mac BLOB,
		userid_mac BLOB,
		person_mac BLOB,
		payload_mac BLOB,
		state TEXT NOT NULL,
		reason TEXT NOT NULL DEFAULT '',
		submission_id TEXT,
		proof TEXT NOT NULL DEFAULT '',
		attempts INTEGER NOT NULL DEFAULT 0,
		epoch INTEGER NOT NULL,
		seq INTEGER NOT NULL,
		audit_due INTEGER NOT NULL DEFAULT 0,
		doubled INTEGER NOT NULL DEFAULT 0,
		src_file TEXT NOT NULL DEFAULT '',
		src_line INTEGER NOT NULL DEFAULT 0,
		src_row INTEGER NOT NULL DEFAULT 0,
		decided_by TEXT NOT NULL DEFAULT '',
		decided_at INTEGER,` + attemptTable + `
	)`,
	`CREATE INDEX record_folded ON record (folded_mac) WHERE folded_mac <> key_mac`,
	`CREATE INDEX record_userid ON record (userid_mac) WHERE userid_mac <> key_mac`,
	`CREATE TABLE found_by (mac BLOB PRIMARY KEY, record INTEGER NOT NULL) WITHOUT ROWID`,
	`CREATE TABLE extra_id (id TEXT PRIMARY KEY, record INTEGER NOT NULL) WITHOUT ROWID`,
	`CREATE TABLE attempt (
		record INTEGER NOT NULL,
		n INTEGER NOT NULL,` + attemptTable + `,
		PRIMARY KEY (record, n)
	) WITHOUT ROWID`,
	`CREATE INDEX attempt_lookup ON attempt (lookup_mac) WHERE closed = 0 AND lookup_mac IS NOT NULL`,
	`CREATE VIEW attempts AS ` + allAttempts("true", "true"),
	`CREATE TABLE image (
		record INTEGER NOT NULL,
		kind TEXT NOT NULL,
		digest BLOB,
		state TEXT NOT NULL,
		at INTEGER,
		reason TEXT NOT NULL DEFAULT '',
		PRIMARY KEY (record, kind)
	) WITHOUT ROWID`,
	`CREATE VIEW records AS SELECT
		lower(hex(r.key_mac)) AS record, r.state, r.reason, r.submission_id, r.proof,
		r.src_file AS file, r.src_line AS line, r.src_row AS row,
		r.attempts, datetime(r.srv_before / 1000000000, 'unixepoch') AS last_sent,
		r.status AS http_status, r.code AS error_code, r.request_ids, r.lookups, r.last_class, r.candidates,
		(SELECT group_concat(x.id, ' ') FROM extra_id x WHERE x.record = r.id AND x.id IS NOT r.submission_id) AS other_ids,
		r.audit_due, r.doubled, r.epoch, r.decided_by,
		datetime(r.decided_at / 1000000000, 'unixepoch') AS decided_at
		FROM record r`,
	`CREATE VIEW status AS SELECT
		state, count(*) AS records, sum(audit_due) AS audit_due, sum(doubled) AS doubled
		FROM record GROUP BY state`,
}

// attemptTable declares the columns of an attempt, beside its record and
// number.
const attemptTable = `
		sent_epoch INTEGER NOT NULL DEFAULT 0,
		lookup_by INTEGER NOT NULL DEFAULT 0,
		lookup_mac BLOB,
		marker_field INTEGER NOT NULL DEFAULT 0,
		marker TEXT NOT NULL DEFAULT '',
		field_macs BLOB,
		images_mac BLOB,
		srv_before INTEGER,
		srv_end INTEGER,
		status INTEGER NOT NULL DEFAULT 0,
		effect TEXT NOT NULL DEFAULT '',
		code TEXT NOT NULL DEFAULT '',
		app_answer INTEGER NOT NULL DEFAULT 0,
		request_ids TEXT NOT NULL DEFAULT '',
		lookups INTEGER NOT NULL DEFAULT 0,
		last_class TEXT NOT NULL DEFAULT '',
		candidates TEXT,
		closed INTEGER NOT NULL DEFAULT 0`

// attemptColumns are the columns of an attempt, in the order of its table.
const attemptColumns = `sent_epoch, lookup_by, lookup_mac, marker_field, marker, field_macs, images_mac,
	srv_before, srv_end, status, effect, code, app_answer, request_ids, lookups, last_class, candidates, closed`

// attemptWidth is how many columns allAttempts has.
const attemptWidth = 20

// allAttempts selects, in the order that scanAttempt reads, the earlier attempts
// and the last ones for which a condition holds, stated for the columns of
// either table, so that each uses its own index.
func allAttempts(earlier, last string) string {
	return "SELECT record, n, " + attemptColumns + " FROM attempt WHERE " + earlier +
		" UNION ALL SELECT id AS record, attempts AS n, " + attemptColumns + " FROM record WHERE attempts > 0 AND " + last
}

// Names in meta that belong to this package; callers cannot set them.
const (
	metaID       = "ledger.id"       // random, tells ledgers apart
	metaSecret   = "ledger.secret"   // a fingerprint that only the right secret makes
	metaSeq      = "ledger.seq"      // commits so far
	metaTally    = "ledger.tally"    // of what leads to records, and of open ones
	metaListed   = "ledger.listed"   // up to which commit everything stands in found_by
	metaEpoch    = "ledger.epoch"    // processes so far
	metaCautious = "ledger.cautious" // why the history may have holes; "" if it has none
)
