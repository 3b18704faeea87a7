package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/sandbox"
)

// swappedBook writes a workbook of which a spreadsheet program has exchanged day and month,
// where it could read them so.
func swappedBook(t *testing.T, path string) {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	row := func(i int, cells ...any) {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i), &cells); err != nil {
			t.Fatal(err)
		}
	}
	row(1, "id", "email", "name", "dob", "status")
	for i := range 84 {
		day, month := i%28+1, i%12+1
		var dob any = fmt.Sprintf("%02d/%02d/1980", day, month)
		if day <= 12 {
			dob = time.Date(1980, time.Month(day), month, 0, 0, 0, 0, time.UTC)
		}
		row(i+2, fmt.Sprint("K", i), fmt.Sprintf("p%d@bank.example", i), fmt.Sprint("Person ", i), dob, "A")
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// Of a workbook with dates that a spreadsheet program has made wrong a run sends nothing
// before somebody has stated in the mapping that they are right; a dry run says so.
func TestNothingIsSentOfExchangedDates(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	swappedBook(t, w.path("customers.xlsx"))
	book := strings.Replace(mappingText, "{kind: csv}", "{kind: xlsx}", 1)
	write(t, w.path("bank.yaml"), book)
	args := func(command string, more ...string) []string {
		return append([]string{command, "--source", "%s/customers.xlsx", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet"}, more...)
	}

	dry := w.migrate(args("validate")...)
	if dry.code != ExitOK || !strings.Contains(dry.err, "exchanged day and month") || !strings.Contains(dry.err, "a run sends nothing of it until then") {
		t.Errorf("exit %d\n%s", dry.code, dry.err)
	}
	var report struct {
		BeforeGo []struct{ Kind, State, Text string } `json:"before_go"`
	}
	if err := json.Unmarshal([]byte(read(t, w.path("run/report.json"))), &report); err != nil {
		t.Fatal(err)
	}
	open := false
	for _, n := range report.BeforeGo {
		open = open || n.Kind == "source_spoilt" && n.State == "open" && strings.HasPrefix(n.Text, `Column "dob"`)
	}
	if !open {
		t.Errorf("the report does not have it: %+v", report.BeforeGo)
	}

	got := w.migrate(args("run", "--json")...)
	if o := got.object(t); got.code != ExitUsage || o.Error == nil || o.Error.Code != "source_spoilt" || o.Calls != 0 || o.Ready != 84 ||
		!strings.Contains(o.Error.Hint, "swapped_dates: accept") || !strings.Contains(o.Error.Message, "nothing was sent") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}

	accepted := strings.Replace(mappingText, "{kind: csv}", "{kind: xlsx, xlsx: {swapped_dates: accept}}", 1)
	write(t, w.path("bank.yaml"), accepted)
	got = w.migrate(args("run", "--json")...)
	if o := got.object(t); got.code != ExitOK || o.Created != 84 || !strings.Contains(got.err, "exchanged day and month") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}

	// Where nothing is left to send there is nothing to refuse.
	write(t, w.path("bank.yaml"), book)
	if got = w.migrate(args("run", "--json")...); got.code != ExitOK || got.object(t).Already != 84 {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}
