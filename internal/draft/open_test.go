package draft

import (
	"fmt"
	"strings"
	"testing"
)

// germanRows is an export of a bank in which much is left to be decided.
func germanRows(n int) (columns []string, rows [][]string) {
	columns = []string{"Kundennr.", "E-Mail", "Name", "Geb.-Datum", "Ausweisart", "Ausstellungsland", "ausgestellt am", "gültig bis"}
	for i := range n {
		issued := fmt.Sprintf("%02d.%02d.2019", i%28+1, i%12+1)
		if i%7 == 0 {
			issued = fmt.Sprintf("%02d/%02d/2019", i%12+1, i%12+1)
		}
		until := fmt.Sprintf("%02d.%02d.2031", i%28+1, i%12+1)
		if i%5 == 0 {
			until = fmt.Sprintf("%02d/%02d/2031", i%12+1, i%28+1)
		}
		rows = append(rows, []string{
			fmt.Sprintf("K-%d", 1000+i), fmt.Sprintf("p%d@bank.example", i), "Jürgen Müller", fmt.Sprintf("%02d.%02d.1970", i%28+1, i%12+1),
			[]string{"PA", "RP", "Reisepass"}[i%3], []string{"Deutschland", "BRD", "Österreich", "Ostland"}[i%4], issued, until,
		})
	}
	return columns, rows
}

// What is asked for is all there is to write: the steps that follow are there.
// Dates with one separator prove nothing of those with another, and a code that
// means one paper in English and another in German is asked for.
func TestDraftAsks(t *testing.T) {
	columns, rows := germanRows(120)
	d := drafted(t, columns, rows)
	checkLoads(t, "german", d, columns, rows)
	for _, want := range []string{
		"  issuingCountry:\n    from: Ausstellungsland\n    values:\n      Ostland: TODO  # 30 rows: which country? three letters, or \"\" to leave it out\n    country: alpha3\n",
		`issueDate: {from: "ausgestellt am", date: TODO}  # DD/MM/YYYY or MM/DD/YYYY? no row proves which; write it beside what others have: [DD.MM.YYYY, …]`,
		`expireDate: {from: "gültig bis", date: [DD.MM.YYYY, MM/DD/YYYY]}`,
		"      PA: TODO  # 40 rows: which document?",
		"      RP: TODO  # 40 rows: which document?",
		"      Reisepass: passport\n",
	} {
		if !strings.Contains(string(d.Text), want) {
			t.Errorf("the draft does not say %q", want)
		}
	}
	if t.Failed() {
		t.Logf("%s", d.Text)
	}
}

// TC is asked for where it may be Turkey, and not where a few customers are of the islands.
func TestTurkeyIsAskedFor(t *testing.T) {
	for islanders, want := range map[int]bool{60: true, 1: false} {
		var rows [][]string
		for i := range 60 {
			nationality := "TC"
			if i >= islanders {
				nationality = "GB"
			}
			rows = append(rows, []string{fmt.Sprint("K-", 1000+i), "Ayşe Yılmaz", nationality})
		}
		d := drafted(t, []string{"musteri_no", "ad_soyad", "uyruk"}, rows)
		if got := strings.Contains(string(d.Text), "TC: TODO"); got != want {
			t.Errorf("%d of 60 with TC: asked %v, want %v\n%s", islanders, got, want, d.Text)
		}
	}
}

// Where no name speaks of the customer's number, the question names the columns in
// which every row differs, whatever they are called.
func TestKeyIsAskedByName(t *testing.T) {
	columns := []string{"IBAN", "full_name", "branch"}
	var rows [][]string
	for i := range 30 {
		rows = append(rows, []string{fmt.Sprintf("DE%020d", 7919*(i+1)), "Ann Lee", "North"})
	}
	d := drafted(t, columns, rows)
	if d.Key != nil || !strings.Contains(string(d.Text), `each differs in every row: "IBAN"`) {
		t.Errorf("key %v\n%s", d.Key, d.Text)
	}
}
