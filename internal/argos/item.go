package argos

import (
	"encoding/json"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
)

// readItem reads one submission of a page. What is not an object gives an
// empty Item, which resembles nothing.
func readItem(raw json.RawMessage) Item {
	var root fields
	if json.Unmarshal(raw, &root) != nil || root == nil {
		return Item{}
	}
	it := Item{
		ID:        root.itemID(),
		CreatedAt: parseCreated(root.word([]string{"created_at", "createdAt"})),
		Values:    make(map[kyc.Field]string),
		Images:    make(map[kyc.ImageKind]bool),
		Deleted:   deleted(root),
	}
	tree := itemTree{root: root, data: root.object("data"), cf: root.object("cf"), kyc: root.object("kyc")}
	for f := range kyc.NumFields {
		if v, ok := tree.value(f); ok {
			it.Values[f] = v
		}
	}
	it.Email, it.UserID = it.Values[kyc.Email], it.Values[kyc.UserID]
	pictures := root.object("image")
	for k := range kyc.NumImages {
		if v := pictures[k.String()]; !isEmpty(v) {
			it.Images[k] = true
		}
	}
	return it
}

// itemTree holds the objects of an item in which values may stand.
type itemTree struct{ root, data, cf, kyc fields }

// value finds a field where GET is documented to return it, or under an older
// spelling: the POST name under data or at the top, data.name for the full
// name, custom fields in an object cf. A place that holds "" counts only if no
// other holds more.
func (t itemTree) value(f kyc.Field) (string, bool) {
	info := f.Info()
	found := false
	for _, place := range [...]struct {
		in   fields
		name string
	}{
		t.echo(info.Echo), {t.data, info.Name}, {t.data, olderNames[f]}, {t.root, info.Name}, {t.cf, info.Name},
	} {
		v, ok := loose(place.in[place.name])
		if v != "" {
			return v, true
		}
		found = found || ok
	}
	return "", found
}

// olderNames are spellings under data that current pages do not show
// (contracts.md A3).
var olderNames = map[kyc.Field]string{kyc.FullName: "name"}

func (t itemTree) echo(path string) (place struct {
	in   fields
	name string
}) {
	place.in, place.name = t.data, path
	if rest, ok := strings.CutPrefix(path, "."); ok {
		place.in, place.name = t.root, rest
		if inner, ok := strings.CutPrefix(rest, "kyc."); ok {
			place.in, place.name = t.kyc, inner
		}
	}
	return place
}

// deleted reports whether an item says that it was deleted. The shape of such
// an item is documented nowhere (contracts.md A3), so every likely one counts.
func deleted(root fields) bool {
	for name, raw := range root {
		switch foldName(name) {
		case "deleted", "isdeleted", "deletedat", "deletedsubmission":
			if v, ok := loose(raw); ok && v != "" && v != "false" && v != "0" {
				return true
			}
		case "status", "state", "result", "message", "submission", "data", "kyc":
			if saysDeleted(raw) {
				return true
			}
		}
	}
	return saysDeleted(root.object("kyc")["result"])
}

func saysDeleted(raw json.RawMessage) bool {
	v, _ := loose(raw)
	return strings.EqualFold(v, "deleted") || strings.EqualFold(v, "deleted submission")
}

// createdLayouts are the spellings of created_at after the primary one, all
// UTC where they name no zone.
var createdLayouts = [...]string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999", "2006-01-02-15-04-05",
}

// parseCreated reads created_at: YYYY-MM-DD-HH-MM-SS-mmm in UTC, or ISO 8601.
// It returns the zero time for anything else.
func parseCreated(s string) time.Time {
	const primary, fraction = "2006-01-02-15-04-05.000", len("2006-01-02-15-04-05")
	if len(s) == len(primary) && s[fraction] == '-' {
		if t, err := time.Parse(primary, s[:fraction]+"."+s[fraction+1:]); err == nil {
			return t
		}
	}
	for _, layout := range createdLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
