package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// dates are days of some years from a first one on, as tableOf takes values.
func dates(first, years int) string {
	list := make([]string, 120)
	for i := range list {
		list[i] = fmt.Sprintf("%d-%02d-%02d", first+i*7%years, i%12+1, i*5%28+1)
	}
	return strings.Join(list, "|")
}

// Where the names say nothing only what its values prove is taken, and the evidence says so: of
// what else they may be somebody is asked.
func TestOnlyProvenValuesAreTakenUnasked(t *testing.T) {
	const mails, numbers = "u#@bank.example", "K-10#5"
	var checked []string
	for i := range 120 {
		checked = append(checked, pesel(i))
	}
	for name, tt := range map[string]struct {
		columns []string
		sure    map[string]string // the column by the field
	}{
		"e-mails":                          {[]string{numbers, mails}, map[string]string{"email": "bar"}},
		"e-mails of two":                   {[]string{mails, "v#@post.example"}, nil},
		"e-mails of the staff":             {[]string{numbers, "ann@bank.example|bo@bank.example|cy@bank.example"}, nil},
		"births":                           {[]string{numbers, dates(1940, 65)}, map[string]string{"birthDate": "bar"}},
		"births beside ends":               {[]string{dates(2027, 9), dates(1940, 65)}, map[string]string{"birthDate": "bar"}},
		"births of two":                    {[]string{dates(1940, 65), dates(1942, 60)}, nil},
		"days that are issues or events":   {[]string{dates(2015, 9), dates(2016, 9)}, nil},
		"days that are ends or events":     {[]string{numbers, dates(2024, 12)}, nil},
		"accounts of forty years":          {[]string{numbers, dates(1972, 40)}, nil},
		"words for a sex":                  {[]string{numbers, "male|female"}, map[string]string{"gender": "bar"}},
		"letters for a sex":                {[]string{numbers, "M|F"}, nil},
		"addresses of computers":           {[]string{numbers, "10.#.2.7"}, nil},
		"words for papers":                 {[]string{numbers, "Passport|National ID|Driver License"}, map[string]string{"idType": "bar"}},
		"countries":                        {[]string{numbers, "DEU|FRA|POL|ITA|ESP|USA"}, nil},
		"outcomes":                         {[]string{numbers, "approved|rejected"}, nil},
		"names":                            {[]string{numbers, "Ann Lee~|Bo Kim~|Cy Ek~"}, nil},
		"numbers of people that are sound": {[]string{mails, strings.Join(checked, "|")}, map[string]string{"email": "foo"}},
	} {
		for _, names := range [][]string{strings.Fields("foo bar"), strings.Fields("zz1 qux"), strings.Fields("C1 C2")} {
			for i := range tt.columns {
				names[i] += ": " + tt.columns[i]
			}
			columns, rows := tableOf(120, names...)
			d := drafted(t, columns, rows)
			for _, m := range d.Matches {
				if m.Todo != "" || m.Field == "userid" && slices.Equal(m.Columns, d.Key) { // which its values prove
					continue
				}
				want := map[string]string{"foo": columns[0], "bar": columns[1]}[tt.sure[m.Field]]
				if want == "" || m.Columns[0] != want || m.Evidence[0] != "the name says nothing, and no other column has such values" {
					t.Errorf("%s in %s: %+v", name, columns, m)
				}
			}
			for field := range tt.sure {
				if m := matched(d, field); m == nil || m.Todo != "" {
					t.Errorf("%s in %s: %s is asked: %+v", name, columns, field, m)
				}
			}
			checkLoads(t, name, d, columns, rows)
		}
	}
}

// The key says how sure it is as the fields do, less so where its name leaves more open.
func TestKeyHasItsConfidence(t *testing.T) {
	said := map[string]float64{}
	for _, name := range []string{"customer_id", "user", "frob"} {
		columns, rows := tableOf(120, name+": c-10#5", "full_name: Ann Lee~", "email: u#@bank.example")
		d := drafted(t, columns, rows)
		if said[name] = d.KeyConfidence; d.Key == nil || !strings.Contains(string(d.Text), fmt.Sprintf("# %.2f: the column that identifies a record in the old system: ", d.KeyConfidence)) {
			t.Errorf("%s: %v %s", name, d.Key, d.Text)
		}
	}
	if said["customer_id"] != 1 || said["user"] >= said["customer_id"] || said["frob"] > said["user"] || said["frob"] < 0.5 {
		t.Errorf("%v", said)
	}
	if d := stated(t, "IBAN", "x"); d.KeyConfidence == 0 {
		t.Errorf("%v of %v", d.KeyConfidence, d.Key)
	}
	columns, rows := tableOf(60, "aaa: DE#7", "bbb: XX#9", "full_name: Ann Lee~")
	if d := drafted(t, columns, rows); d.Key != nil || d.KeyConfidence != 0 {
		t.Errorf("%v of %v", d.KeyConfidence, d.Key)
	}
}
