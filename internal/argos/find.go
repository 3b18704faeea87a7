package argos

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
)

// params writes a query, or refuses one that would list everything, that asks
// for two things, or that ARGOS has no parameter for.
func (q Query) params() (url.Values, bool) {
	v := make(url.Values, 4)
	byID := idShaped(q.SubmissionID)
	byValue := strings.TrimSpace(q.Value) != ""
	switch {
	case byID && q.By == kyc.NoField && q.Value == "":
		v.Set("submission_id", q.SubmissionID)
	case byValue && q.SubmissionID == "" && (q.By == kyc.UserID || q.By == kyc.Email):
		v.Set(q.By.String(), q.Value)
	default:
		return nil, false
	}
	if q.Next != nil {
		v.Set("nextpage_id", q.Next.ID)
		if q.Next.CreatedAt != "" {
			v.Set("nextpage_date", q.Next.CreatedAt)
		}
	}
	count := q.Count
	if count <= 0 {
		count = DefaultCount
	}
	v.Set("count", strconv.Itoa(count))
	return v, true
}

// readPage reads a page. What it cannot make out never shortens the list: an
// element that is no object is an empty Item, and a page whose way on is
// unclear does not claim to have items.
func readPage(f fields, m Meta) Page {
	p := Page{Meta: m}
	for _, name := range itemsNames {
		var list []json.RawMessage
		if v := f[name]; len(v) > 0 && v[0] == '[' && json.Unmarshal(v, &list) == nil {
			p.HasItems = name == itemsNames[0]
			p.Items = readItems(list)
			break
		}
	}
	next, clear := nextKey(f)
	p.Next = next
	p.HasItems = p.HasItems && clear
	return p
}

func readItems(list []json.RawMessage) []Item {
	items := make([]Item, len(list))
	for i, raw := range list {
		items[i] = readItem(raw)
	}
	return items
}

// nextKey reads the key of the next page. It is not clear when there is
// something like one that cannot be read: then there may be more pages.
func nextKey(f fields) (next *PageKey, clear bool) {
	for name, raw := range f {
		folded := foldName(name)
		if !strings.HasPrefix(folded, "next") && folded != "lastevaluatedkey" || isEmpty(raw) {
			continue
		}
		if folded != "nextpagekey" || next != nil {
			return nil, false
		}
		key := f.object(name)
		next = &PageKey{
			ID:        key.word([]string{"id", "submission_id", "submissionId"}),
			CreatedAt: key.word([]string{"created_at", "createdAt"}),
		}
		if next.ID == "" {
			return nil, false
		}
	}
	return next, true
}

// foldName makes nextpageKey, nextPageKey and nextpage_key one name.
func foldName(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, "_", ""))
}

// isEmpty reports whether a value says nothing: null, false, "", {} or [].
func isEmpty(raw json.RawMessage) bool {
	switch strings.Join(strings.Fields(string(raw)), "") {
	case "", "null", "false", `""`, "{}", "[]":
		return true
	}
	return false
}
