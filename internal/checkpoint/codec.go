package checkpoint

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sqlite"
)

// blob is how a fingerprint is stored: NULL when there is no value. What it
// returns shares m.
func blob(m *MAC) sqlite.Value {
	if m.IsZero() {
		return nil
	}
	return m[:]
}

func asMAC(v sqlite.Value) (m MAC) {
	if b, ok := v.([]byte); ok && len(b) == len(m) {
		copy(m[:], b)
	}
	return m
}

// stamp is how a time is stored: NULL when it is zero.
func stamp(t time.Time) sqlite.Value {
	if t.IsZero() {
		return nil
	}
	return t.UnixNano()
}

func asTime(v sqlite.Value) time.Time {
	n, ok := v.(int64)
	if !ok {
		return time.Time{}
	}
	return time.Unix(0, n).UTC()
}

func bit(b bool) sqlite.Value {
	if b {
		return int64(1)
	}
	return int64(0)
}

func list(ids []string) (sqlite.Value, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	b, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("encode candidates: %w", err)
	}
	return string(b), nil
}

func asList(v sqlite.Value) ([]string, error) {
	s := asText(v)
	if s == "" {
		return nil, nil
	}
	var ids []string
	if err := json.Unmarshal([]byte(s), &ids); err != nil {
		return nil, fmt.Errorf("the ledger's list of candidates is unreadable: %w", err)
	}
	return ids, nil
}

// packed is how fingerprints of fields are stored: NULL when there are none.
func packed(p FieldMACs) sqlite.Value {
	if len(p) == 0 {
		return nil
	}
	return []byte(p)
}

func asFieldMACs(v sqlite.Value) FieldMACs {
	b, _ := v.([]byte)
	if len(b) < fieldMACSize {
		return nil
	}
	return slices.Clone(b)
}

// recordColumns is what scanRecord reads, in its order.
const recordColumns = `r.id, r.key_mac, r.folded_mac, r.userid_mac, r.person_mac, r.payload_mac, r.state, r.reason,
	r.submission_id, r.proof, r.attempts, r.epoch, r.audit_due, r.doubled, r.src_file, r.src_line, r.src_row`

// recordWidth is how many columns these are.
const recordWidth = 17

func scanRecord(row []sqlite.Value) Record {
	return Record{
		ID: asInt(row[0]),
		Prints: Prints{
			Key: asMAC(row[1]), Folded: asMAC(row[2]), UserID: asMAC(row[3]),
			Person: asMAC(row[4]), Payload: asMAC(row[5]),
		},
		State:        State(asText(row[6])),
		Reason:       asText(row[7]),
		SubmissionID: asText(row[8]),
		Proof:        Proof(asText(row[9])),
		Attempts:     int(asInt(row[10])),
		Epoch:        asInt(row[11]),
		AuditDue:     asInt(row[12]) != 0,
		Doubled:      asInt(row[13]) != 0,
		Origin:       kyc.Origin{File: asText(row[14]), Line: asInt(row[15]), Row: asInt(row[16])},
	}
}

// scanAttempt reads a row of allAttempts.
func scanAttempt(row []sqlite.Value) (Attempt, error) {
	candidates, err := asList(row[18])
	return Attempt{
		Record: asInt(row[0]), N: int(asInt(row[1])), Epoch: asInt(row[2]),
		LookupBy: kyc.Field(asInt(row[3])), LookupMAC: asMAC(row[4]),
		MarkerField: kyc.Field(asInt(row[5])), Marker: asText(row[6]),
		FieldMACs: asFieldMACs(row[7]), ImagesMAC: asMAC(row[8]),
		SrvBefore: asTime(row[9]), SrvEnd: asTime(row[10]),
		Status: int(asInt(row[11])), Effect: asText(row[12]), Code: asText(row[13]),
		AppAnswer: asInt(row[14]) != 0, RequestIDs: asText(row[15]), Lookups: int(asInt(row[16])),
		LastClass: Class(asText(row[17])), Candidates: candidates, Closed: asInt(row[19]) != 0,
	}, err
}
