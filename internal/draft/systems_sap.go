package draft

import "strings"

// A query over the tables of business partners of SAP may give their fields without the names of
// the tables: PARTNER, IDTYPE, CITY1. What several tables have is then told by its neighbours.

// sapQuery is such a query: the fields that only one of the tables has.
var sapQuery = system{own: []string{"partner", "birthdt"}, least: 8, names: withoutTables(&sapPartner)}

// withoutTables are the names of a system behind those of their tables, where one table only has
// such a field, and its name says what it is.
func withoutTables(s *system) map[string]string {
	names, again := map[string]string{}, map[string]bool{"type": true, "country": true, "region": true}
	for name, meaning := range s.names {
		_, field, _ := strings.Cut(name, "-")
		if _, known := names[field]; known && names[field] != meaning {
			again[field] = true
		}
		names[field] = meaning
	}
	for field := range again {
		delete(names, field)
	}
	names["idtype"], names["name_last2"], names["taxnum"], names["taxtype"] = "document type", "other last name", "tax number", "tax type"
	return names
}

// What stands beside the country and the region of a paper, and of an address.
var (
	sapPaper   = wordSet("idtype type idnumber institute entry_date valid_date_from valid_date_to")
	sapAddress = wordSet("street house_num1 house_num2 post_code1 city1 city2 region addrnumber")
)

// sapQueryNames reads the names of such a query, and the countries by what stands before them:
// the second one of a name has a number behind it.
func (t *table) sapQueryNames() {
	plain := func(c *candidate) string { return strings.ToLower(c.name) }
	if !t.readAs(&sapQuery, plain) {
		return
	}
	for i, c := range t.columns {
		name := strings.TrimRight(plain(c), "_123456789")
		if name != "country" && name != "region" || i == 0 {
			continue
		}
		switch before := plain(t.columns[i-1]); {
		case sapPaper[before]:
			c.takeMeaning("issue", "document", name)
		case sapAddress[before] && name == "country":
			c.takeMeaning("address", name)
		}
	}
}

// takeMeaning gives a column the meaning of a system's field.
func (c *candidate) takeMeaning(concepts ...concept) {
	c.header, c.system = header{has: map[concept]bool{}, first: fold(c.name)}, true
	for _, m := range concepts {
		c.header.add(m)
	}
}
