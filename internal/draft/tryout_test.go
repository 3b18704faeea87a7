package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// tableOf makes rows of columns, of each the values over and over; a # is the row's number, ##
// a day of the month, and ~ two letters that few rows share.
func tableOf(n int, columns ...string) (names []string, rows [][]string) {
	rows = make([][]string, n)
	for _, c := range columns {
		name, values, _ := strings.Cut(c, ": ")
		names = append(names, name)
		list := strings.Split(values, "|")
		for i := range rows {
			text := strings.ReplaceAll(list[i%len(list)], "##", fmt.Sprintf("%02d", i%28+1))
			text = strings.ReplaceAll(text, "~", string(rune('a'+i%23))+string(rune('a'+i%19)))
			rows[i] = append(rows[i], strings.ReplaceAll(text, "#", fmt.Sprint(i+1)))
		}
	}
	return names, rows
}

// matched is the match of a field, nil where a draft has none.
func matched(d *Draft, field string) *Match {
	at := slices.IndexFunc(d.Matches, func(m Match) bool { return m.Field == field })
	if at < 0 {
		return nil
	}
	return &d.Matches[at]
}

// A state that issues licences is no country, though its letters are those of one.
func TestStatesThatIssuePapers(t *testing.T) {
	for _, tt := range []struct {
		column, values string
		sure           bool
	}{
		{"issuing_state", "CA|IL|PA|GA|NC|VA|CO|MD|IN|TN|MA", false},
		{"state_of_issue", "CA|NY|TX", false},
		{"ausstellendes_bundesland", "BE|BY|HE|NI", false},
		{"provincia_rilascio", "MI|TO|BA|PA", false},
		{"uf_emissao", "SP|RJ|PA|SC", false},
		{"issuing_state", "GBR|USA|KOR", true}, // as a passport has it
		{"issuing_state", "GB|US|KR|FR", true},
		{"issuing_country", "CA|IL|PA", true},
	} {
		columns, rows := tableOf(60, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "doc_type: Driver License|Passport", "doc_number: D1#7754", tt.column+": "+tt.values, "country: US|CA")
		d := drafted(t, columns, rows)
		if m := matched(d, "issuingCountry"); (m != nil && m.Todo == "") != tt.sure {
			t.Errorf("%s of %s: %+v\n%s", tt.column, tt.values, m, d.Text)
		}
	}
}

// What the paths of pictures begin with on another machine is stripped off, and the rest is
// looked for beside the source.
func TestPathsOfAnotherMachine(t *testing.T) {
	for _, tt := range []struct{ front, back, strip string }{
		{"https://cdn.bank.example/kyc/front/#.jpg", "https://cdn.bank.example/kyc/back/#.jpg", "https://cdn.bank.example/kyc/"},
		{"s3://bank-kyc/#/front.jpg", "s3://bank-kyc/#/back.jpg", "s3://bank-kyc/"},
		{"/srv/kyc/#_front.jpg", "/srv/kyc/#_back.jpg", "/srv/kyc/"},
		{`D:\kyc\front\#.jpg`, `D:\kyc\back\#.jpg`, "D:/kyc/"},
		{"front/#.jpg", "back/#.jpg", ""},
		{"https://a#.example/front.jpg", "https://a#.example/back.jpg", ""},
		{"https://cdn.bank.example/kyc/front/#.jpg?sig=a", "https://cdn.bank.example/kyc/back/#.jpg?sig=b", ""},
	} {
		columns, rows := tableOf(40, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "id_front_image: "+tt.front, "id_back_image: "+tt.back)
		var looked []string
		text := string(draftedBeside(t, columns, rows, func(paths []string) (string, int) { looked = paths; return "pictures", len(paths) }).Text)
		if want := `strip: ` + scalar(tt.strip); tt.strip != "" && strings.Count(text, want) != 2 || tt.strip == "" && strings.Contains(text, "strip:") {
			t.Errorf("%s: want strip %q of both\n%s", tt.front, tt.strip, text)
		}
		if tt.strip != "" && (len(looked) != mostPaths || strings.HasPrefix(looked[0], "/") || strings.Contains(looked[0], ":") || !strings.Contains(text, "root: pictures")) {
			t.Errorf("%s: %d paths were looked for, such as %s\n%s", tt.front, len(looked), looked[0], text)
		}
	}
}

// Where pictures are on several machines each picture has the starts of its paths, of few paths no
// more than the machine; a root that is not found is asked for with them, or with the word strip.
func TestPathsOfSeveralMachines(t *testing.T) {
	nowhere := func([]string) (string, int) { return "", 0 }
	for _, tt := range []struct{ front, back, want, todo string }{
		{`\\SRV01\kyc$\2020\#.jpg`, "https://cdn.bank.example/kyc/#.jpg", `idImage: {from: id_front_image, strip: "//SRV01/kyc$/2020/"}`, "once strip has taken off their start"},
		{`\\SRV01\kyc$\2020\#.jpg|https://cdn.bank.example/a/#.jpg`, `\\SRV01\kyc$\2021\#.jpg`, `idImage: {from: id_front_image, strip: ["//SRV01/kyc$/", "https://cdn.bank.example/a/"]}`, "once strip has taken off their start"},
		{"https://a#.example/front.jpg", "https://a#.example/back.jpg", `idImage: {from: id_front_image}`, "write what the paths begin with that is not of it as strip of each picture"},
		{"https://cdn.bank.example/kyc/#.jpg?sig=a", "https://cdn.bank.example/kyc/#.jpg?sig=b", `idImage: {from: id_front_image}`, "have the columns hold the paths within it"},
	} {
		columns, rows := tableOf(40, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "id_front_image: "+tt.front, "id_back_image: "+tt.back)
		text := string(draftedBeside(t, columns, rows, nowhere).Text)
		if !strings.Contains(text, tt.want) || !strings.Contains(text, tt.todo) {
			t.Errorf("%s: want %s and %q\n%s", tt.front, tt.want, tt.todo, text)
		}
	}
	few := pathStarts([]string{"//srv/kyc/Ann Lee/1.jpg", "//srv/kyc/Ann Lee/2.jpg", "https://a.example/Bo/1.jpg"})
	if strings.Join(few, " ") != "//srv/kyc/ https://a.example/" {
		t.Errorf("%q", few)
	}
}

// Names with the family name before a comma are put in order, and others are not.
func TestFamilyNameBeforeComma(t *testing.T) {
	for values, want := range map[string]bool{
		"FISCHER~, Rosa|Lee~, Ann Marie|García López, José~":                          true,
		"Rosa Fischer~|Ann Marie Lee~|José García~":                                   false,
		"Rosa Fischer~, Jr.|Ann Marie Lee~, PhD|José García~, MD":                     false,
		"FISCHER~, Rosa|Ann Marie Lee~|José García~|Kim Min~|Bo Ek~|Su Ho~|Lo Ma Ti~": false,
	} {
		columns, rows := tableOf(60, "customer_no: c-10#5", "name: "+values, "email: u#@bank.example")
		d := drafted(t, columns, rows)
		m := matched(d, "fullName")
		if got := strings.Contains(string(d.Text), "fullName: {from: name, name: {written: family-comma-given}, "); got != want || m == nil || m.Todo != "" || matched(d, "firstName") != nil {
			t.Errorf("%s: %+v\n%s", values, m, d.Text)
		}
	}
}

// What only numbers the rows is asked about, unless its name says whose number it is.
func TestRowCounters(t *testing.T) {
	for column, sure := range map[string]bool{"id: #": false, "ID: 100#": true, "No: #": false, "customer_id: #": true, "id: 7#3": true} {
		columns, rows := tableOf(80, column, "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "birth_date: 1980-01-##")
		d := drafted(t, columns, rows)
		if m := matched(d, "userid"); (d.Key != nil) != sure || sure != (m != nil && m.Todo == "") {
			t.Errorf("%s: key %v, userid %+v", column, d.Key, m)
		}
	}
}

// Bulgarian, Russian and Ukrainian dates have a word for the year behind them.
func TestDaysWithAWordForTheYear(t *testing.T) {
	for word, layout := range map[string]string{" г.": "DD.MM.YYYY г.", "г.": "DD.MM.YYYYг.", " р.": "DD.MM.YYYY р."} {
		columns, rows := tableOf(60, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "date_of_birth: 24.09.1987"+word+"|06.10.1971"+word+"|30.01.1990"+word)
		d := drafted(t, columns, rows)
		if m := matched(d, "birthDate"); m == nil || m.Todo != "" || m.Open > 0 || !strings.Contains(string(d.Text), layout) {
			t.Errorf("%s: %+v\n%s", layout, m, d.Text)
		}
		checkLoads(t, layout, d, columns, rows)
	}
}

// A day that a year begins or ends with is a day.
func TestDaysThatYearsBeginWith(t *testing.T) {
	for _, values := range []string{"20350101|20331104|20350101|20290827", "01012035|04112033|01012035|27082029", "20341231|20331104|20341231", "31122034|04112033|31122034", "2035-01-01|2031-04-13|2035-01-01", "20300101|20310413|20300101"} {
		columns, rows := tableOf(80, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "doc_type: Passport", "doc_number: D1#7754", "expiry_date: "+values)
		if d := drafted(t, columns, rows); strings.Contains(string(d.Text), `: ""}`) {
			t.Errorf("%s:\n%s", values, d.Text)
		}
	}
}

// A day at the end of time stands for none, however many rows have it.
func TestDaysAtTheEndOfTime(t *testing.T) {
	for _, values := range []string{"31/12/9999|13/04/2031|31/12/9999|27/08/2029", "9999-12-31|2031-04-13|9999-12-31|9999-12-31", "31.12.2999|13.04.2031|31.12.2999"} {
		columns, rows := tableOf(80, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "doc_type: Passport", "doc_number: D1#7754", "expiry_date: "+values)
		void, _, _ := strings.Cut(values, "|")
		d := drafted(t, columns, rows)
		if m := matched(d, "expireDate"); m == nil || m.Todo != "" || m.Open > 0 || !strings.Contains(string(d.Text), `values: {"`+void+`": ""}`) && !strings.Contains(string(d.Text), `values: {`+void+`: ""}`) {
			t.Errorf("%s: %+v\n%s", values, m, d.Text)
		}
		checkLoads(t, values, d, columns, rows)
	}
}
