package kyc

import "strings"

// alpha3 is every officially assigned ISO 3166-1 alpha-3 code, each followed
// by one space. User-assigned codes such as XKX (Kosovo) are not in it.
const alpha3 = "" +
	"ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE " +
	"BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA " +
	"CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE " +
	"DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM " +
	"GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY " +
	"HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN " +
	"KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA " +
	"MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT " +
	"NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN " +
	"PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA " +
	"SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR " +
	"TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB " +
	"VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE "

// codeStep is from one code in alpha3 to the next.
const codeStep = len("XXX ")

// NumCountries is how many officially assigned codes there are.
const NumCountries = len(alpha3) / codeStep

// Alpha3Codes lists the officially assigned ISO 3166-1 alpha-3 codes in the order of
// their letters (contracts.md A1.3).
func Alpha3Codes() []string { return strings.Fields(alpha3) }

// IsAlpha3 reports whether s is an officially assigned ISO 3166-1 alpha-3
// code in upper case (contracts.md A1.3).
func IsAlpha3(s string) bool { return CountryNumber(s) != 0 }

// CountryNumber is the place of a code among Alpha3Codes, from 1, and 0 for any other text. It
// is for tables of what is known of countries, which every row asks.
func CountryNumber(s string) uint8 {
	if len(s) != codeStep-1 {
		return 0
	}
	n := countryNumbers[letters(s)]
	if n == 0 || alpha3[int(n-1)*codeStep:][:codeStep-1] != s {
		return 0
	}
	return n
}

// countryNumbers are the numbers of codes by their letters.
var countryNumbers = func() (t [1 << 15]uint8) {
	for i, code := range Alpha3Codes() {
		t[letters(code)] = uint8(i + 1)
	}
	return t
}()

// letters is one number for three letters, in any case of them.
func letters(code string) int {
	return int(code[0]&31)<<10 | int(code[1]&31)<<5 | int(code[2]&31)
}
