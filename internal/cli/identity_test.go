package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// alike are customers of whom the third has the second's address, name and birth
// date.
const alike = "id,email,name,dob,status\n" +
	"1,ann@bank.kr,Ann Lee,29/02/1988,A\n" +
	"2,kim@bank.kr,Kim Park,01/02/1980,A\n" +
	"3,KIM@bank.kr,\"Park, Kim\",01/02/1980,A\n"

// warningsOf lists the issues of a report as "severity code place".
func warningsOf(t *testing.T, path string) (list []string, rows int64) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Warnings int64 `json:"warnings"`
		Issues   []struct {
			Severity, Code, Message string
			Samples                 []string
		}
	}
	if err := json.Unmarshal(b, &report); err != nil {
		t.Fatal(err)
	}
	for _, i := range report.Issues {
		list = append(list, i.Severity+" "+i.Code+" "+filepath.Base(strings.Join(i.Samples, " ")))
	}
	return list, report.Warnings
}

var shared = []string{"warning email_shared customers.csv:4", "warning person_repeated customers.csv:4"}

// What shows across records is told alike by a dry run, by a run, which knows it
// before it sends, and by the report that is made of a run again.
func TestAcrossRecords(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("customers.csv"), alike)
	w.serve(sandbox.Config{}, nil)
	base := []string{"--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--json"}
	for _, command := range []string{"validate", "run", "report"} {
		got := w.migrate(append([]string{command}, base...)...)
		if got.code != ExitOK {
			t.Fatalf("%s: exit %d\n%s", command, got.code, got.err)
		}
		list, rows := warningsOf(t, w.path("run/report.json"))
		if !slices.Equal(list, shared) || rows != 1 {
			t.Errorf("%s: %d rows, %v", command, rows, list)
		}
		if list := read(t, w.path("run/issues.csv")); !strings.Contains(list, "warning,email_shared,email,email") || !strings.Contains(list, "customers.csv,4,3,") {
			t.Errorf("%s lists\n%s", command, list)
		}
		if command != "report" && got.object(t).Warnings != 1 {
			t.Errorf("%s counts %d rows with warnings", command, got.object(t).Warnings)
		}
	}
	if left, _ := filepath.Glob(w.path("run/" + tempPrefix + "*")); left != nil {
		t.Errorf("%v are left", left)
	}
}

// quietApp is a program without a terminal, whose words nobody reads.
func quietApp(t *testing.T) *app {
	a := &app{
		os: OS{Now: time.Now, IsTerminal: func(any) bool { return false }}, started: time.Now(), out: &answer{w: io.Discard}, err: io.Discard,
		env: func(string) (string, bool) { return "", false }, stop: watch(nil, func(os.Signal) {}, func() {}),
	}
	t.Cleanup(a.stop.Close)
	return a
}

// Where such a rule rejects, a pass of its own goes before the one that judges.
func TestAcrossRecordsRejects(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("customers.csv"), alike)
	a := quietApp(t)
	s, err := a.openSession(&flags{source: w.path("customers.csv"), mapping: w.path("bank.yaml"), run: w.path("run"), quiet: true, logLevel: "info"}, true)
	if err != nil {
		t.Fatal(err)
	}
	s.mapping.Severities = map[string]kyc.Severity{"email_shared": kyc.Reject}
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
	judge, closeJudge, err := s.judge()
	if err != nil {
		t.Fatal(err)
	}
	defer closeJudge()
	if err := s.finish(s.judgeAll(judge)); err != nil {
		t.Fatal(err)
	}
	if c := &s.result.counts; c.ByStatus[kyc.Rejected] != 1 || c.ByStatus[kyc.Ready] != 2 || !c.Balanced() {
		t.Errorf("counts %+v", c)
	}
	list, _ := warningsOf(t, w.path("run/report.json"))
	if want := []string{"reject email_shared customers.csv:4", shared[1]}; !slices.Equal(list, want) {
		t.Errorf("issues %v", list)
	}
}

// A rule that rejects finds no less across records than one that warns: what it counts are
// the words that the checks of single records have for names and numbers.
func TestAcrossRecordsRejectsWhatItWarnsOf(t *testing.T) {
	w := newWorld(t)
	var rows strings.Builder
	rows.WriteString("id,email,name,dob,status,number\n")
	for i := range 120 {
		name, number := "Hans Bauer", fmt.Sprintf("C01X%05d", 10_000+i*71)
		if i == 30 {
			name = "Dr. Hans Bauer"
		}
		if i == 60 {
			number = "AB1" + number[4:] + "77"
		}
		fmt.Fprintf(&rows, "K%05d,hans%d@bank.kr,%s,%02d/%02d/%d,A,%s\n", i, i, name, i%28+1, i%12+1, 1950+i%40, number)
	}
	write(t, w.path("customers.csv"), rows.String())
	told := map[string][]string{}
	for _, severity := range []string{"warn", "reject"} {
		write(t, w.path("bank.yaml"), strings.Replace(mappingText, "{const: KOR}", "{const: DEU}", 1)+
			"  nationality:    {const: DEU}\n  documentNumber: {from: number}\nrules: {severity: {name_unusual: "+severity+", number_invalid: "+severity+"}}\n")
		got := w.migrate("validate", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/"+severity, "--json")
		rejected := got.object(t).Rejected
		if want := map[string]int64{"warn": 0, "reject": 2}[severity]; rejected != want {
			t.Errorf("%s: %d rejected, want %d", severity, rejected, want)
		}
		for line := range strings.Lines(read(t, w.path(severity+"/issues.csv"))) {
			if cells := strings.Split(line, ","); cells[5] == "name_unusual" || cells[5] == "number_invalid" {
				told[severity] = append(told[severity], cells[1]+" "+cells[5])
			}
		}
		slices.Sort(told[severity])
	}
	if want := []string{"32 name_unusual", "62 number_invalid"}; !slices.Equal(told["warn"], want) || !slices.Equal(told["reject"], want) {
		t.Errorf("told %v, want %v both times", told, want)
	}
}

func TestAsOf(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("customers.csv"), "id,email,name,dob,status\n1,ann@bank.kr,Ann Lee,29/02/2000,A\n")
	for day, minors := range map[string]int64{"2018-02-28": 1, "2018-03-01": 0} {
		got := w.migrate("validate", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--json", "--as-of", day)
		if n := got.object(t).Warnings; n != minors {
			t.Errorf("as of %s: %d rows with warnings\n%s", day, n, got.err)
		}
	}
	if got := w.migrate("validate", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--as-of", "31/12/2026"); got.code != ExitUsage {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
}
