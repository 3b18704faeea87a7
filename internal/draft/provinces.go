package draft

import (
	"strings"

	"kycmigrate/internal/inspect"
)

// provinces are the codes of the states and provinces of countries in which these issue
// papers, or stand in addresses: most of them are codes of countries as well.
var provinces = []map[string]bool{
	codeSet("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP " +
		"AB BC MB NB NL NS NT NU ON PE QC SK YT"), // the United States, and Canada beside them
	codeSet("NSW VIC QLD WA SA TAS ACT NT"),
	codeSet("AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO"),
	codeSet("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH"),
	codeSet("AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"),
	codeSet("AN AP AR AS BR CG CH CT DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UK UP UT WB"),
	codeSet("AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CI CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OG OR OT PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VS VT VV"),
	codeSet("AS BC BS CC CH CL CM CS CX DF DG GR GT HG JC MC MN MS NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS"),
	codeSet("DR FL FR GD GE GR LB LI NB NH OV UT ZE ZH"),
}

func codeSet(list string) map[string]bool {
	set := map[string]bool{}
	for code := range strings.FieldsSeq(list) {
		set[code] = true
	}
	return set
}

// ofProvinces reports whether nearly all rows with a value have a code of one country's
// states or provinces.
func (c *candidate) ofProvinces() bool {
	const nearly = 95 // of a hundred rows
	for _, set := range provinces {
		rows, in := int64(0), int64(0)
		for _, v := range c.detail.Values {
			if inspect.TypeOf(v.Value) == inspect.TypeEmpty {
				continue
			}
			rows += v.Rows
			if set[strings.ToUpper(strings.TrimSpace(v.Value))] {
				in += v.Rows
			}
		}
		if rows > 0 && in*100 >= rows*nearly {
			return true
		}
	}
	return false
}

// issuePlaces are words for the place where a document was issued, which may be an embassy.
var issuePlaces = wordSet("place plc places ort lugar local lieu luogo plaats miejsce место місце yeri yer tempat  مكان محل")

// stateOfIssue makes the country of a document unsure that a name calls a state, where its
// codes are those of one country's states: a licence is issued by one. So it does with the
// place where the document was issued.
func (d *decision) stateOfIssue() {
	ch := d.by[slotIssuing]
	if ch == nil || ch.todo != "" || ch.columns[0].header.has["country"] {
		return
	}
	switch c := ch.columns[0]; {
	case c.header.any("state", "region", "authority") && c.ofProvinces():
		ch.todo, ch.offers = "its codes are those of the states or provinces of one country as well", ch.columns
	case c.header.has["authority"] && c.called(issuePlaces):
		ch.todo, ch.offers = "it may be the place of an embassy, in another country", ch.columns
	}
}
