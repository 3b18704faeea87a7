package sandbox

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// items is how GET shows submissions, with the echo's alterations, cut to the
// part that request_type asks for. It is never nil: an empty answer is [].
func (s *Sandbox) items(c *call, views []view) []map[string]any {
	items := make([]map[string]any, 0, len(views))
	for _, v := range views {
		item := s.item(v)
		if !v.deleted.IsZero() {
			item = s.tombstone(c, v)
		}
		items = append(items, part(item, c.param("request_type")))
	}
	return items
}

func (s *Sandbox) item(v view) map[string]any {
	data := make(map[string]string)
	for i := 1; i < numFields; i++ {
		if key := fieldTable[i].echo; key != "" {
			setSome(data, key, s.echo(v, i))
		}
	}
	item := map[string]any{
		"submission_id": v.id,
		"created_at":    formatCreatedAt(v.commit.Add(s.cfg.CreatedAtOffset)),
		"data":          data,
		"kyc":           map[string]string{"result": orElse(s.cfg.Echo.Result, v.values[fKYCStatus])},
		"image":         s.imageRefs(v),
	}
	for key, i := range map[string]int{"email": fEmail, "userid": fUserID} {
		if value := s.echo(v, i); value != "" {
			item[key] = value
		}
	}
	if digest := personDigest(v); digest != "" {
		item["duplicated_information"] = digest
	}
	return item
}

// tombstone is what is left of a deleted submission: id, date, document type
// and decision, and the value by which it was found.
func (s *Sandbox) tombstone(c *call, v view) map[string]any {
	data := make(map[string]string)
	setSome(data, "idType", v.values[fIDType])
	item := map[string]any{
		"submission_id": v.id,
		"created_at":    formatCreatedAt(v.commit.Add(s.cfg.CreatedAtOffset)),
		"status":        "Deleted Submission",
		"data":          data,
		"kyc":           map[string]string{"result": v.values[fKYCStatus]},
	}
	for _, name := range []string{"userid", "email"} {
		if value := c.param(name); value != "" {
			item[name] = value
		}
	}
	return item
}

// echo is field i as GET returns it.
func (s *Sandbox) echo(v view, i int) string {
	name, value, e := fieldTable[i].name, v.values[i], s.cfg.Echo
	switch {
	case value == "" || slices.Contains(e.Drop, name):
		return ""
	case slices.Contains(e.Mask, name):
		_, first := utf8.DecodeRuneInString(value)
		return value[:first] + strings.Repeat("*", utf8.RuneCountInString(value)-1)
	case e.UpperNames && (i == fFullName || i == fFirstName || i == fLastName):
		return strings.ToUpper(value)
	case e.CutCF > 0 && (i == fCF1 || i == fCF2 || i == fCF3):
		return cutRunes(value, e.CutCF)
	}
	return value
}

func cutRunes(value string, n int) string {
	for i := range value {
		if n == 0 {
			return value[:i]
		}
		n--
	}
	return value
}

func (s *Sandbox) imageRefs(v view) map[string]string {
	refs := make(map[string]string)
	for kind, p := range v.now {
		if p.sha256 != "" {
			query := url.Values{"submission_id": {v.id}, "type": {imageKinds[kind]}}
			refs[imageKinds[kind]] = s.cfg.BasePath + "/image?" + query.Encode()
		}
	}
	return refs
}

// personDigest is the same for the same person by the rule of contracts.md A3:
// name, birth date, gender and nationality, where all four are known.
func personDigest(v view) string {
	parts := []string{v.values[fFullName], v.values[fBirthDate], v.values[fGender], v.values[fNationality]}
	if slices.Contains(parts, "") {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// part keeps of an item what request_type names; the id is always there.
func part(item map[string]any, requestType string) map[string]any {
	if requestType == "" {
		return item
	}
	out := map[string]any{"submission_id": item["submission_id"]}
	for key, value := range item {
		if key == requestType || requestType == "others" && key != "kyc" && key != "data" {
			out[key] = value
		}
	}
	return out
}

// setSome leaves out what is empty, as the API does.
func setSome(m map[string]string, key, value string) {
	if value != "" {
		m[key] = value
	}
}
