package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"
)

func decodeAny(t *testing.T, body []byte) (m map[string]any) {
	t.Helper()
	if err := json.Unmarshal(body, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestGetItem(t *testing.T) {
	noon := time.Date(2026, 5, 4, 12, 0, 0, int(7*time.Millisecond), time.UTC)
	g := start(t, Config{Now: func() time.Time { return noon }, CreatedAtOffset: 9 * time.Hour})
	id := g.mustPost(person("gender", "female", "nationality", "GBR", "cf3", "m1.x", "identityNumber", "secret"))
	g.putImage(id, "selfieImage", png)
	item := g.get("submission_id", id).page(t).Items[0]
	data := item["data"].(map[string]any)
	for key, want := range map[string]string{
		"full_name": "Ada Lovelace", "date_of_birth": "1985-12-10", "idType": "passport",
		"idcard_issuingCountry": "GBR", "gender": "female", "nationality": "GBR", "cf3": "m1.x",
	} {
		if data[key] != want {
			t.Errorf("data.%s: %v", key, data[key])
		}
	}
	if len(data) != 7 {
		t.Errorf("data: %v", data)
	}
	if item["created_at"] != "2026-05-04-21-00-00-007" || item["email"] != "a@b.example" || item["userid"] != "u-1" {
		t.Errorf("item: %v", item)
	}
	if item["kyc"].(map[string]any)["result"] != "approved" || item["duplicated_information"] == nil {
		t.Errorf("item: %v", item)
	}
	if images := item["image"].(map[string]any); len(images) != 1 || images["selfieImage"] == nil {
		t.Errorf("images: %v", images)
	}
	part := g.get("submission_id", id, "request_type", "kyc").page(t).Items[0]
	if len(part) != 2 || part["kyc"] == nil {
		t.Errorf("part: %v", part)
	}
}

func TestGetRefusals(t *testing.T) {
	g := start(t, Config{})
	wantCode(t, g.get("submission_id", "nobody"), 400, "error_code", "invalid_submission_id")
	wantCode(t, g.get("start_date", "2024-13-01"), 400, "error_code", "invalid_date")
	wantCode(t, g.get("start_date", "2024-02-02", "end_date", "2024-02-02"), 400, "error_code", "invalid_date")
	for _, bad := range []string{"count=0", "count=x", "userId=1", "userid=a&userid=b", "userid=%zz", "request_type=all", "nextpage_id=x", "nextpage_date=x&nextpage_id=y"} {
		r := g.send("GET", origin+"/v3/submission?"+bad, "", nil)
		wantCode(t, r, 400, "message", "Invalid Query String parameters")
	}
	if r := g.get("userid", "nobody"); r.body != `{"Items":[]}` {
		t.Errorf("nothing found: %s", r.body)
	}
}

func TestGetByPerson(t *testing.T) {
	g := start(t, Config{})
	a := g.mustPost(person())
	b := g.mustPost(person("email", "x+y@b.example"))
	g.mustPost(person("userid", "u-2", "email", "z@b.example"))
	for name, test := range map[string]struct{ got, want []string }{
		"userid":     {g.get("userid", "u-1").found(t), []string{a, b}},
		"plus":       {g.get("email", "x+y@b.example").found(t), []string{b}},
		"both":       {g.get("userid", "u-1", "email", "x+y@b.example").found(t), []string{b}},
		"no case":    {g.get("email", "A@B.example").found(t), []string{}},
		"a raw plus": {g.send("GET", origin+"/v3/submission?email=x+y@b.example", "", nil).found(t), []string{}},
	} {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: %v, want %v", name, test.got, test.want)
		}
	}
	if n := len(g.get("userid", "").found(t)); n != 3 {
		t.Errorf("an empty userid lists everything, got %d", n)
	}
}

func TestPaging(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	g := start(t, Config{PageSize: 7, Now: func() time.Time { return now }})
	var want []string
	for i := range 23 {
		if i%3 == 0 { // several share a millisecond
			g.Advance(time.Millisecond)
		}
		want = append(want, g.mustPost(person("userid", fmt.Sprintf("u%d", i%2), "email", "same@b.example")))
	}
	collect := func(filter ...string) (ids []string, pages int) {
		q := slices.Clone(filter)
		for pages = 1; ; pages++ {
			r := g.get(q...)
			ids = append(ids, r.found(t)...)
			next := r.page(t).Next
			if next == nil {
				return ids, pages
			}
			q = append(slices.Clone(filter), "nextpage_id", next.ID, "nextpage_date", next.CreatedAt)
		}
	}
	for _, filter := range [][]string{nil, {"email", "same@b.example"}} {
		if ids, pages := collect(filter...); !slices.Equal(ids, want) || pages != 4 {
			t.Errorf("filter %v: %d pages, %d ids", filter, pages, len(ids))
		}
	}
	if ids, pages := collect("userid", "u0", "count", "12"); len(ids) != 12 || pages != 1 {
		t.Errorf("a full last page has no next key: %d ids, %d pages", len(ids), pages)
	}
}

func TestDates(t *testing.T) {
	day := time.Date(2026, 3, 1, 23, 0, 0, 0, time.UTC)
	g := start(t, Config{Now: func() time.Time { return day }})
	var ids []string
	for i := range 4 {
		ids = append(ids, g.mustPost(person("userid", fmt.Sprint(i))))
		g.Advance(24 * time.Hour)
	}
	if got := g.get("start_date", "2026-03-02", "end_date", "2026-03-03").found(t); !slices.Equal(got, ids[1:3]) {
		t.Errorf("got %v of %v", got, ids)
	}
	if got := g.get("start_date", "2026-03-03").found(t); !slices.Equal(got, ids[2:]) {
		t.Errorf("got %v of %v", got, ids)
	}
}

func TestDelete(t *testing.T) {
	g := start(t, Config{})
	id := g.mustPost(person())
	path := origin + "/v3/submission?submission_id=" + id + "&admin_name=ops@bank.example"
	wantCode(t, g.send("DELETE", path, "", nil), 200, "content", "Submission "+id+" deleted successfully.")
	r := g.send("DELETE", path, "", nil)
	wantCode(t, r, 400, "message", "not Exist Submission ID")
	if got := g.get("userid", "u-1").found(t); len(got) != 0 {
		t.Errorf("found by userid: %v", got)
	}
	item := g.get("submission_id", id).page(t).Items[0]
	if item["status"] != "Deleted Submission" || item["email"] != nil {
		t.Errorf("tombstone: %v", item)
	}
	wantCode(t, g.putImage(id, "selfieImage", png), 400, "errorCode", "invalid_submission")
	if all := g.Submissions(); len(all) != 1 || all[0].DeletedAt.IsZero() {
		t.Errorf("stored: %+v", all)
	}

	g = start(t, Config{DeletedInLookups: true})
	if _, err := g.Plant(Outsider{Fields: map[string]string{"userid": "u-9"}, Deleted: true}); err != nil {
		t.Fatal(err)
	}
	if got := g.get("userid", "u-9").page(t).Items; len(got) != 1 || got[0]["userid"] != "u-9" {
		t.Errorf("deleted ones are to be found: %v", got)
	}
}

func TestEcho(t *testing.T) {
	g := start(t, Config{Echo: Echo{UpperNames: true, Drop: []string{"cf3", "email"}, Mask: []string{"documentNumber"}, CutCF: 3, Result: "pending"}})
	id := g.mustPost(person("fullName", "Zoë Ng", "cf1", "äbcdef", "cf3", "gone", "documentNumber", "P123"))
	item := g.get("submission_id", id).page(t).Items[0]
	data := item["data"].(map[string]any)
	if data["full_name"] != "ZOË NG" || data["cf1"] != "äbc" || data["cf3"] != nil || data["documentNumber"] != "P***" {
		t.Errorf("data: %v", data)
	}
	if item["email"] != nil || item["kyc"].(map[string]any)["result"] != "pending" {
		t.Errorf("item: %v", item)
	}
}

func TestPlant(t *testing.T) {
	g := start(t, Config{})
	mine := g.mustPost(person())
	old, err := g.Plant(Outsider{ID: "outsider00001", Fields: map[string]string{"userid": "u-1"}, CreatedAt: g.Now().Add(-time.Hour)})
	if err != nil || old != "outsider00001" {
		t.Fatal(old, err)
	}
	if got := g.get("userid", "u-1").found(t); !slices.Equal(got, []string{old, mine}) {
		t.Errorf("got %v", got)
	}
	if _, err := g.Plant(Outsider{ID: old}); err == nil {
		t.Error("an id was given twice")
	}
	if _, err := g.Plant(Outsider{Fields: map[string]string{"phone": "1"}}); err == nil {
		t.Error("an unknown field was planted")
	}
}

func TestCreatedAt(t *testing.T) {
	for _, bad := range []string{"", "2024-01-15-10-30-00", "2024-01-15-10-30-00.000", "2024-01-15-10-30-00-0000", "2024-99-15-10-30-00-000"} {
		if _, err := parseCreatedAt(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
	at := time.Date(2024, 1, 15, 10, 30, 0, int(9*time.Millisecond), time.FixedZone("", 3600))
	if text := formatCreatedAt(at); text != "2024-01-15-09-30-00-009" {
		t.Errorf("written as %s", text)
	} else if back, err := parseCreatedAt(text); err != nil || !back.Equal(at) {
		t.Errorf("read back as %v, %v", back, err)
	}
}
