package mapper

import (
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// dateKeys are the keys of a block of date, which says more than a layout.
var dateKeys = []string{"layout", "calendar", "zone"}

// date reads the layouts: one or a list, each a text or a block.
func (d *decoder) date(r *rule, n *yaml.Node) {
	r.layouts = []layout{}
	list := follow(n)
	if list.Kind != yaml.SequenceNode {
		d.dateItem(r, n)
		return
	}
	if len(list.Content) == 0 {
		d.words(n, "date") // says that the list is empty
	}
	for _, item := range list.Content {
		d.dateItem(r, item)
	}
}

func (d *decoder) dateItem(r *rule, n *yaml.Node) {
	if follow(n).Kind == yaml.MappingNode {
		d.dateBlock(r, n)
		return
	}
	if s, ok := d.word(n, "date"); ok {
		d.layout(r, placed{s, positionOf(n)}, nil)
	}
}

// dateBlock reads {layout: LAYOUT, calendar: NAME} and {layout: unix, zone: NAME}.
func (d *decoder) dateBlock(r *rule, n *yaml.Node) {
	const example = "{layout: DD/MM/YYYY, calendar: buddhist}"
	parts, ok := d.block(n, "date", example, dateKeys)
	if !ok {
		return
	}
	c, known := d.calendar(parts)
	e, given := parts["layout"]
	if !given {
		d.add(positionOf(n), "date has no layout", "write "+example)
		return
	}
	if !known {
		return // what is right in a layout depends on the calendar
	}
	before := len(r.layouts)
	for _, w := range d.words(e.value, "layout") {
		d.layout(r, w, c)
	}
	if e, given := parts["zone"]; given {
		d.zone(r.layouts[before:], e.value)
	}
}

// zone reads the time zone of layouts that count moments.
func (d *decoder) zone(layouts []layout, n *yaml.Node) {
	s, ok := d.word(n, "zone")
	if !ok {
		return
	}
	zone, err := time.LoadLocation(s)
	if err != nil || s == "" || s == "Local" {
		d.add(positionOf(n), "the time zone "+quote(s)+" is not known", "write it as the IANA database does, such as Europe/Berlin or America/Sao_Paulo; UTC is the default")
		return
	}
	for i := range layouts {
		l := &layouts[i]
		if l.count == nil || !l.count.moments {
			d.add(positionOf(n), "the layout "+l.text+" is of days, which no time zone changes", "take zone away; it goes with "+strings.Join(countingNames(true), " and "))
			return
		}
		l.zone = zone
	}
}

func (d *decoder) calendar(parts map[string]entry) (*calendar, bool) {
	e, given := parts["calendar"]
	if !given {
		return nil, true
	}
	s, ok := d.word(e.value, "calendar")
	if !ok {
		return nil, false
	}
	c, known := calendarByName(s)
	switch {
	case known:
		return c, true
	case strings.EqualFold(s, "hijri") || strings.EqualFold(s, "islamic"):
		d.add(positionOf(e.value), "the Hijri calendar cannot be read: its months began by sighting, on different days in different countries",
			"export the dates as Gregorian ones; the issuing authority's system has both")
	default:
		problem, fix := unknown("calendar", s, calendarNames())
		if meant := otherCalendarNames[strings.ToLower(s)]; meant != "" {
			fix = `did you mean "` + meant + `"?`
		}
		d.add(positionOf(e.value), problem, fix)
	}
	return nil, false
}

// otherCalendarNames are what people call the calendars beside their names.
var otherCalendarNames = map[string]string{
	"thai": "buddhist", "thailand": "buddhist", "be": "buddhist", "taiwan": "minguo", "taiwanese": "minguo", "roc": "minguo",
	"japan": "japanese", "wareki": "japanese", "imperial": "japanese", "jalali": "persian", "shamsi": "persian", "iranian": "persian",
	"solar hijri": "persian", "western": "gregorian", "iso": "gregorian",
}

// layout adds one layout to the rule.
func (d *decoder) layout(r *rule, w placed, c *calendar) {
	l, problem, fix := parseLayout(w.text, c)
	if problem != "" {
		d.add(w.at, "date layout "+quote(w.text)+" "+problem, fix)
		return
	}
	d.competing(r, w.at, l)
	if l.short {
		d.warn(w.at, "years of two digits are guessed: "+centuryRule(r.field), "ask for an export with four digits if there is one")
	}
	r.layouts = append(r.layouts, l)
}

// isoLayout is the layout that is accepted beside all others.
var isoLayout, _, _ = parseLayout("YYYY-MM-DD", nil)

// competing looks for layouts that read one text as different days.
func (d *decoder) competing(r *rule, at position, l layout) {
	if l.competes(isoLayout) {
		d.add(at, "date layout "+l.name()+" cannot be told from YYYY-MM-DD, which is always accepted", "export the dates with another separator, or as YYYY-MM-DD")
	}
	for _, earlier := range r.layouts {
		if l.competes(earlier) {
			d.warn(at, "date layouts "+earlier.name()+" and "+l.name()+" read the same dates differently, and the first that fits always wins", "keep the one that the source uses")
			return
		}
	}
}

// anyNational reports whether a layout has a calendar of its own.
func anyNational(layouts []layout) bool {
	for i := range layouts {
		if layouts[i].calendar != nil {
			return true
		}
	}
	return false
}
