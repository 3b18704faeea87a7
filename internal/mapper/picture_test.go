package mapper

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// A picture is left out where its condition does not hold; what cannot be told
// rejects the row, also where pictures with a problem are dropped.
func TestConditionsOfPictures(t *testing.T) {
	m := load(t, withFields("email: {from: id}")+`images:
  on_problem: drop
  idImage: {from: front}
  idBackImage: {from: back, when: "int(row['sides']) == 2"}
`)
	if diff := cmp.Diff([]string{"id", "front", "back", "sides"}, m.Columns()); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	p, err := m.Compile([]string{"id", "sides", "front", "back"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ sides, back, want, leftOut, code string }{
		{"2", "b.jpg", "b.jpg", "", ""},
		{"2", "../b.jpg", "", "", CodeImagePath},
		{"1", "./b.jpg", "", "b.jpg", ""},
		{"1", "../b.jpg", "", "", ""},
		{"1", "", "", "", ""},
		{"both", "b.jpg", "", "b.jpg", CodeExprFailed},
	} {
		rec := recordOf(p, &kyc.Row{Cells: []string{"1", tt.sides, "f.jpg", tt.back}})
		var code string
		for _, i := range rec.Issues {
			code = i.Code
			if i.Field != "idBackImage" || (i.Severity == kyc.Reject) != (i.Code == CodeExprFailed) {
				t.Errorf("%+v: issue %+v", tt, i)
			}
		}
		leftOut := strings.Join(p.LeftOut(rec), " ")
		if got := rec.Pictures[kyc.IDBackImage].Path; got != tt.want || code != tt.code || leftOut != tt.leftOut || rec.Pictures[kyc.IDImage].Path != "f.jpg" {
			t.Errorf("%+v: got %q, left out %q, issues %+v", tt, got, leftOut, rec.Issues)
		}
	}
}
