package sandbox

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"time"
)

var errQuery = errors.New("a query that this API does not take")

var queryNames = []string{
	"submission_id", "userid", "email", "count", "nextpage_id", "nextpage_date",
	"start_date", "end_date", "request_type", "type", "admin_name",
}

// parseQuery takes known parameters, each at most once. An empty one is as
// good as none: looked up by an empty userid, the real service lists
// everything, and so does this one.
func parseQuery(raw string) (map[string][]string, error) {
	query, err := url.ParseQuery(raw)
	if err != nil {
		return nil, errQuery
	}
	for name, given := range query {
		if !slices.Contains(queryNames, name) || len(given) > 1 {
			return nil, errQuery
		}
	}
	return query, nil
}

func (c *call) param(name string) string {
	if given := c.query[name]; len(given) > 0 {
		return given[0]
	}
	return ""
}

// page is the answer of GET. A next key that is absent means the last page.
type page struct {
	Items []map[string]any `json:"Items"`
	Next  *pageKey         `json:"nextpageKey,omitempty"`
}

// get looks submissions up (contracts.md A3).
func (s *Sandbox) get(c *call, _ time.Duration) answer {
	if !slices.Contains([]string{"", "kyc", "aml", "data", "others"}, c.param("request_type")) {
		return httpAnswer(400, "Invalid Query String parameters")
	}
	now := s.Now()
	if id := c.param("submission_id"); id != "" && !c.ignoreFilter {
		v, found := s.store.one(c.project, id, now, s.horizonByID(now))
		if !found {
			return getRefusal("invalid_submission_id", "Invalid submission id.")
		}
		return okAnswer(page{Items: s.items(c, []view{v})})
	}
	q, refused := s.searchFor(c, now)
	if refused != nil {
		return *refused
	}
	views, more := s.store.find(q)
	out := page{Items: s.items(c, views)}
	if more {
		last := views[len(views)-1]
		out.Next = &pageKey{last.id, formatCreatedAt(last.commit)}
	}
	return okAnswer(out)
}

// searchFor reads the filter from the query.
func (s *Sandbox) searchFor(c *call, now time.Time) (search, *answer) {
	refuse := func(a answer) (search, *answer) { return search{}, &a }
	q := search{
		project: c.project, now: now, horizon: now.Add(-time.Duration(s.lag.Load())),
		count: s.cfg.PageSize, deleted: s.cfg.DeletedInLookups,
		after: pageKey{c.param("nextpage_id"), c.param("nextpage_date")},
	}
	if !c.ignoreFilter {
		q.userid, q.email = c.param("userid"), c.param("email")
	}
	if text := c.param("count"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return refuse(httpAnswer(400, "Invalid Query String parameters"))
		}
		q.count = min(n, MaxPageSize)
	}
	if _, err := parseCreatedAt(q.after.CreatedAt); q.after != (pageKey{}) && (q.after.ID == "" || err != nil) {
		return refuse(httpAnswer(400, "Invalid Query String parameters"))
	}
	start, end := c.param("start_date"), c.param("end_date")
	if start != "" && !isDate(start) || end != "" && !isDate(end) {
		return refuse(getRefusal("invalid_date", "Invalid date format."))
	}
	if start != "" && end != "" && end <= start {
		return refuse(getRefusal("invalid_date", "end_date must be later than start_date."))
	}
	if start != "" {
		q.from, _ = time.Parse(time.DateOnly, start)
	}
	if end != "" { // that day included
		day, _ := time.Parse(time.DateOnly, end)
		q.until = day.AddDate(0, 0, 1)
	}
	return q, nil
}

// formatCreatedAt writes 2024-01-15-10-30-00-000, always UTC.
func formatCreatedAt(t time.Time) string {
	b := []byte(t.UTC().Format("2006-01-02-15-04-05.000"))
	b[len(b)-4] = '-'
	return string(b)
}

func parseCreatedAt(text string) (time.Time, error) {
	if len(text) != len("2006-01-02-15-04-05-000") || text[19] != '-' {
		return time.Time{}, errQuery
	}
	return time.Parse("2006-01-02-15-04-05.000", text[:19]+"."+text[20:])
}
