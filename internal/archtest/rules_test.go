package archtest

import (
	"strings"
	"testing"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/validate"
)

// The tables of the rules tell what a rule does, and whether that can be changed.
func TestEveryRuleIsDocumentedAsItIs(t *testing.T) {
	text := document(t, operating)
	for _, rule := range validate.Rules() {
		effect := map[kyc.Severity]string{kyc.Warn: "warning", kyc.Reject: "reject"}[rule.Severity]
		if rule.Fixed {
			effect += ", fixed"
		}
		if row := "\n| `" + rule.Code + "` | " + effect + " | "; !strings.Contains(text, row) {
			t.Errorf("%s has no row that begins with: %s", operating, strings.TrimSpace(row))
		}
	}
}

// The countries are named whose numbers are judged.
func TestEveryCountryOfNumbersIsDocumented(t *testing.T) {
	names := map[string]string{
		"ARE": "United Arab Emirates", "ARG": "Argentina", "AUT": "Austria", "BEL": "Belgium", "BGR": "Bulgaria", "BIH": "Bosnia", "BRA": "Brazil",
		"CAN": "Canada", "CHE": "Switzerland", "CHL": "Chile", "CHN": "China", "CUB": "Cuba", "CZE": "Czechia", "DEU": "Germany", "DNK": "Denmark", "DOM": "Dominican",
		"ECU": "Ecuador", "EGY": "Egypt", "ESP": "Spain", "EST": "Estonia", "FIN": "Finland", "FRA": "France", "GBR": "United Kingdom", "GRC": "Greece",
		"HKG": "Hong Kong", "HRV": "Croatia", "HUN": "Hungary", "IDN": "Indonesia", "IND": "India", "IRL": "Ireland", "IRN": "Iran", "ISL": "Iceland", "ISR": "Israel", "ITA": "Italy",
		"JPN": "Japan", "KAZ": "Kazakhstan", "KOR": "Korea", "KWT": "Kuwait", "LKA": "Sri Lanka", "LTU": "Lithuania", "LUX": "Luxembourg", "LVA": "Latvia",
		"MEX": "Mexico", "MKD": "North Macedonia", "MNE": "Montenegro", "MYS": "Malaysia", "NLD": "Netherlands", "NOR": "Norway", "PAK": "Pakistan", "PER": "Peru",
		"POL": "Poland", "PRT": "Portugal", "ROU": "Romania", "RUS": "Russia", "SAU": "Saudi", "SGP": "Singapore", "SRB": "Serbia", "SVK": "Slovakia",
		"SVN": "Slovenia", "SWE": "Sweden", "THA": "Thailand", "TUR": "Turkey", "TWN": "Taiwan", "UKR": "Ukraine", "URY": "Uruguay", "USA": "United States",
		"ALB": "Albania", "SEN": "Senegal", "UZB": "Uzbekistan", "VNM": "Vietnam", "ZAF": "South Africa",
	}
	_, text, _ := strings.Cut(document(t, operating), "Numbers are judged as those of")
	text, _, _ = strings.Cut(text, "\n\n")
	text = strings.ReplaceAll(text, "\n", " ")
	for _, kind := range idnumber.Kinds() {
		if name := names[kind.Country]; name == "" || !strings.Contains(text, name) {
			t.Errorf("%s does not say that numbers of %s are judged", operating, kind.Country)
		}
	}
}
