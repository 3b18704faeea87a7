package draft

import (
	"slices"
	"strings"
)

// addressContext tells whether a column that is called just "address" is the
// whole of it, or the street beside a city.
func (t *table) addressContext() {
	t.houseContext()
	cities, streets := t.with(slotCity, 0.5), t.with(slotStreet, 0.8)
	for _, c := range t.columns {
		if !c.header.bare("address", "home", "residence", "legal", "contact") && !t.onlyOnPaper(c) || c.header.ordinal > 1 {
			continue
		}
		switch {
		case len(streets) > 0:
			c.named[slotAddress] = 0.6
			if t.holds(c, streets[0]) >= 0.6 {
				c.named[slotAddress] = 1
			}
		case len(cities) > 0:
			held := 0.0
			for _, city := range cities {
				held = max(held, t.holds(c, city))
			}
			switch {
			case held >= 0.6:
				c.named[slotAddress] = 1
			case held <= 0.2:
				c.named[slotStreet], c.named[slotAddress] = 0.9, 0.3
			default:
				c.named[slotStreet], c.named[slotAddress] = 0.6, 0.6
			}
		case !t.wholeAddress(c):
			c.named[slotStreet], c.named[slotAddress] = 0.6, 0.6
		default:
			c.named[slotAddress] = max(c.named[slotAddress], 0.95)
		}
	}
}

// onlyOnPaper reports whether a column is called the address on somebody's card, and no other
// is called an address.
func (t *table) onlyOnPaper(c *candidate) bool {
	return c.header.bare("address", "national", "idcard") && !slices.ContainsFunc(t.columns, func(r *candidate) bool {
		return r != c && r.header.any("address", "street") && !r.header.any("email", "ip", "proof", "image", "other", "organisation", "staff")
	})
}

// onlyAddressContext takes away the doubt of an address to write to, where the file has
// no other.
func (t *table) onlyAddressContext() {
	var parts []*candidate
	for _, c := range t.columns {
		if !c.header.any("address", "street", "city", "zip", "state", "country", "house", "residence") || c.header.any("email", "ip", "proof", "image", "issue", "nationality", "birth", "other", "organisation", "staff") {
			continue
		}
		switch {
		case c.header.has["contact"] && !c.header.has["secondary"]:
			parts = append(parts, c)
		case !c.header.bare("country", "code", "name") && !c.header.says("residence", "country"):
			return
		}
	}
	for _, c := range parts {
		for _, s := range homely {
			if w, named := c.named[s]; named && s != slotEmail && s != slotPhone {
				c.named[s] = min(1, w/contactDoubt)
			}
		}
	}
}

// streetLines makes lines of streets that differ in their numbers only.
func (t *table) streetLines() {
	streets := t.with(slotStreet, 0.5)
	for _, c := range streets {
		if c.header.has["line"] || c.header.ordinal == 0 || c.header.any("house", "type") {
			continue
		}
		for _, r := range streets {
			if r != c && r.header.ordinal > 0 && alike(&c.header, &r.header) {
				c.header.addLine(c.header.ordinal)
				r.header.addLine(r.header.ordinal)
			}
		}
	}
}

// suburbContext tells that a suburb or a locality is no city, where the city has a column
// of its own.
func (t *table) suburbContext() {
	part := func(c *candidate) bool {
		return slices.ContainsFunc(tokens(c.name), func(t token) bool {
			return t.text == "suburb" || t.text == "locality" || t.text == "localidad" || t.text == "localite"
		})
	}
	for _, c := range t.with(slotCity, 0.5) {
		if !part(c) {
			continue
		}
		for _, r := range t.with(slotCity, 0.8) {
			if r != c && !part(r) && whichAddress(r) == whichAddress(c) && t.object(r) == t.object(c) {
				c.named[slotCity] = 0.3
			}
		}
	}
}

// wholeAddress reports whether the values look like more than a street: they
// have parts, or are long.
func (t *table) wholeAddress(c *candidate) bool {
	texts, parts, length := t.texts(c), 0, 0
	for _, text := range texts {
		parts += b2i(strings.ContainsAny(text, ",;\n") || !spaced(text))
		length += len(text)
	}
	return parts*2 >= len(texts) || length >= 25*len(texts)
}

// houseContext tells that a "street number" is the house's, where the street has
// a column of its own.
func (t *table) houseContext() {
	t.streetLines()
	for _, c := range t.with(slotHouse, 0.8) {
		if x := c.content; x.n >= 10 && x.share(x.lettered) >= 0.9 && x.share(x.digited) < 0.1 && x.mean() > 4 && x.distinct >= 3 && x.variety() < 0.5 {
			delete(c.named, slotHouse) // departments are short for regions as well as for flats
			c.named[slotState] = 0.7
			c.header = header{has: map[concept]bool{"state": true}, order: []concept{"state"}, ordinal: c.header.ordinal, first: c.header.first}
			t.departmentContext(c)
		}
	}
	for _, c := range t.columns {
		if !c.header.says("street", "number") {
			continue
		}
		for _, s := range t.with(slotStreet, 0.8) {
			if !s.header.has["number"] {
				c.named[slotHouse] = 0.95
				delete(c.named, slotStreet)
				c.header.has = map[concept]bool{"house": true, "number": true}
				c.header.order = slices.DeleteFunc(slices.Clone(c.header.order), func(o concept) bool { return o == "street" })
				c.header.order = append(c.header.order, "house")
				for _, o := range c.header.order {
					c.header.has[o] = true
				}
				break
			}
		}
	}
}

// departmentContext tells that what is short for a department is a region, and none of a company,
// where the city stands right beside it and nothing else is called a region.
func (t *table) departmentContext(c *candidate) {
	const sure, any = 0.85, 0.3
	for _, i := range []int{c.index - 1, c.index + 1} {
		if i >= 0 && i < len(t.columns) && t.columns[i].means(slotCity) && len(t.with(slotState, any)) == 1 {
			c.named[slotState] = sure
		}
	}
}

// countryContext tells that a column called just "country" is the address's:
// it stands among the other parts of it.
func (t *table) countryContext() {
	const near, written = 2, 0.88
	for i, c := range t.columns {
		if !c.header.bare("country", "code", "name", "home", "contact", "permanent") {
			continue
		}
		for j := max(0, i-near); j <= min(len(t.columns)-1, i+near); j++ {
			n := t.columns[j]
			if t.object(n) != t.object(c) {
				continue
			}
			if n.means(slotCity, slotStreet, slotZip, slotState) {
				c.named[slotAddressCountry], c.named[slotNationality], c.named[slotIssuing] = 0.9, 0.3, 0.3
				if c.header.has["contact"] {
					c.named[slotAddressCountry] = written // before which one of a home goes
				}
			}
		}
	}
}

// stateBesideContext tells that a state whose name says no more than of which address it is
// belongs to that one, where the city or the street of it stands beside it.
func (t *table) stateBesideContext() {
	const near, perhaps, plainly, sure, written = 2, 0.6, 0.8, 0.85, 0.83
	for i, c := range t.columns {
		if w := c.named[slotState]; w < perhaps || w >= plainly || !c.header.bare("state", "contact", "permanent", "home", "code", "name") {
			continue
		}
		for _, n := range t.columns[max(0, i-near):min(len(t.columns), i+near+1)] {
			if n != c && n.means(slotCity, slotStreet, slotZip) && n.header.first == c.header.first && whichAddress(n) == whichAddress(c) && t.object(n) == t.object(c) {
				c.named[slotState] = sure
				if c.header.has["contact"] {
					c.named[slotState] = written // before which one of a home goes
				}
			}
		}
	}
}

// provinceContext makes an "il" of Turkish unsure where its district has a column: it is
// the province, which most call the city.
func (t *table) provinceContext() {
	is := func(c *candidate, word string) bool {
		return slices.ContainsFunc(tokens(c.name), func(t token) bool { return t.text == word })
	}
	if !slices.ContainsFunc(t.columns, func(c *candidate) bool { return is(c, "ilce") }) {
		return
	}
	for _, c := range t.columns {
		if is(c, "il") && c.named[slotCity] > 0 {
			c.named[slotCity], c.named[slotState] = 0.7, 0.7
		}
	}
}

// stateContext makes a "state" unsure that no other part of an address is there
// for: it may be the record's.
func (t *table) stateContext() {
	for _, s := range []slot{slotCity, slotStreet, slotZip, slotAddress} {
		if len(t.with(s, 0.7)) > 0 {
			return
		}
	}
	for _, c := range t.columns {
		if c.header.bare("state", "code") || c.header.bare("condition", "code") {
			c.named[slotState] *= 0.6
		}
	}
}

// regionContext tells that a region among the parts of an address is of it, and that the
// district is the city where the address has no other.
func (t *table) regionContext() {
	t.divisionContext()
	const sure = 0.85
	if regions := t.with(slotState, 0.6); len(regions) == 1 && regions[0].header.bare("region", "address", "code", "name") && len(t.with(slotState, 0.3)) == 1 && t.amongAddress(regions[0]) && !t.levelBeside(regions[0]) {
		regions[0].named[slotState] = sure
	}
	if districts := t.with(slotCity, 0.3); len(districts) == 1 && districts[0].header.bare("district", "address", "residence", "name") && t.amongAddress(districts[0]) && !t.levelBeside(districts[0]) &&
		len(t.with(slotState, 0.3)) < 2 && !slices.ContainsFunc(tokens(districts[0].name), func(t token) bool { return wards[t.text] }) {
		districts[0].named[slotCity] = sure
	}
}

// divisionContext tells that a division right among the parts of an address is one of a
// country, as in Bangladesh, and none of a company.
func (t *table) divisionContext() {
	const sure = 0.85
	for _, c := range t.columns {
		if joined(c.name) == "division" && c.placeLike() && t.amongAddress(c) && len(t.with(slotState, 0.3)) == 0 {
			c.header = header{has: map[concept]bool{"state": true}, order: []concept{"state"}, first: c.header.first}
			c.named = map[slot]float64{slotState: sure}
		}
	}
}

// wards are words for parts of a town, or for what has several villages, of which none is
// the city of an address.
var wards = map[string]bool{
	"ward": true, "parish": true, "kebele": true, "woreda": true, "quarter": true, "neighborhood": true, "neighbourhood": true, "kata": true, "tarafa": true, "mtaa": true, "bairro": true, "barrio": true,
	"colonia": true, "barangay": true, "brgy": true, "baranggay": true, "purok": true, "kelurahan": true, "kel": true, "desa": true, "dusun": true, "mahalle": true, "mahallesi": true, "mah": true, "semt": true,
	"xa": true, "phuong": true, "ap": true, "thon": true, "quartier": true, "ortsteil": true, "stadtteil": true, "freguesia": true, "frazione": true, "rione": true, "urbanizacion": true, "urb": true, "vereda": true,
	"fraccionamiento": true, "fracc": true, "parroquia": true, "mahalla": true, "lagje": true, "lagjja": true, "mikrorajons": true, "мкр": true, "микрораион": true, "жк": true, "квартал": true, "dzielnica": true, "tehsil": true, "taluk": true, "taluka": true,
	"mandal": true, "thana": true, "वार्ड": true, "थाना": true, "থানা": true, "ቀበሌ": true, "ወረዳ": true, "الحي": true, "حي": true, "المحله": true, "محله": true, "שכונה": true, "行政区": true, "街道办": true, "里別": true, "행정동": true, "법정동": true, "동명": true, "읍면동": true, "แขวง": true, "ตําบล": true,
}

// levelBeside reports whether a column that nobody understands stands close to a part of an
// address and may have another level of places: which of the two the city is, or the region,
// is not known then.
func (t *table) levelBeside(c *candidate) bool {
	const near = 3
	return slices.ContainsFunc(t.columns[max(0, c.index-near):min(len(t.columns), c.index+near+1)], func(r *candidate) bool {
		return r != c && r.usable && (len(r.header.order) == 0 || len(r.header.unknown) > 0 && r.header.bareOf("district", "region", "city", "state")) && t.object(r) == t.object(c) && r.placeLike()
	})
}
