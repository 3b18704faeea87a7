package sandbox

import (
	"slices"
	"time"
)

// search is a question to the store.
type search struct {
	project string
	userid  string // "" is any
	email   string // "" is any
	from    time.Time
	until   time.Time // exclusive; zero is no end
	after   pageKey   // resume behind this item
	count   int

	now     time.Time
	horizon time.Time // what commits later is not seen yet
	deleted bool      // deleted ones are found by userid and email as well
}

// pageKey names the last item of a page.
type pageKey struct {
	ID        string `json:"id"`
	CreatedAt string `json:"created_at"`
}

// find returns one page, oldest first, and whether there is more behind it.
func (st *store) find(q search) (page []view, more bool) {
	st.mu.RLock()
	defer st.mu.RUnlock()
	for _, rec := range st.candidates(q) {
		if rec.commit.After(q.horizon) {
			break
		}
		if !q.matches(rec) {
			continue
		}
		if len(page) == q.count {
			return page, true
		}
		page = append(page, rec.at(q.now))
	}
	return page, false
}

// candidates lists, in order, what can match and stands behind the page key.
func (st *store) candidates(q search) []*record {
	list := st.all
	switch {
	case q.userid != "":
		list = st.byUser[userKey(q.project, q.userid)]
	case q.email != "":
		list = st.byEmail[userKey(q.project, q.email)]
	}
	if q.userid != "" || q.email != "" {
		list = slices.SortedFunc(slices.Values(list), byCommit)
	}
	if q.after == (pageKey{}) {
		return list
	}
	last := st.byID[q.after.ID]
	if last == nil {
		commit, _ := parseCreatedAt(q.after.CreatedAt)
		last = &record{commit: commit}
	}
	i, found := slices.BinarySearchFunc(list, last, byCommit)
	if found {
		i++
	}
	return list[i:]
}

func (q search) matches(rec *record) bool {
	if rec.project != q.project || rec.commit.Before(q.from) {
		return false
	}
	if !q.until.IsZero() && !rec.commit.Before(q.until) {
		return false
	}
	if q.userid != "" && rec.values[fUserID] != q.userid || q.email != "" && rec.values[fEmail] != q.email {
		return false
	}
	gone := !rec.deleted.IsZero() && !rec.deleted.After(q.now)
	byPerson := q.userid != "" || q.email != ""
	return !gone || !byPerson || q.deleted
}

// oldest returns the id of the first submission there is.
func (st *store) oldest() (string, bool) {
	st.mu.RLock()
	defer st.mu.RUnlock()
	if len(st.all) == 0 {
		return "", false
	}
	return st.all[0].id, true
}
