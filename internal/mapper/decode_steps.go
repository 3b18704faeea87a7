package mapper

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// steps reads transform and what judges the value: date, values, country,
// lookup.
func (d *decoder) steps(r *rule, parts map[string]entry) {
	if r.form == constForm {
		return
	}
	if e, ok := parts["empty"]; ok {
		d.nothing(r, e.value)
	}
	if e, ok := parts["transform"]; ok {
		d.transforms(r, e.value)
	}
	if e, ok := parts["values"]; ok {
		d.values(r, e.value)
	}
	if e, ok := parts["country"]; ok {
		d.country(r, e.value)
	}
	if e, ok := parts["date"]; ok {
		if r.country {
			d.add(positionOf(e.key), "date cannot stand beside country", "keep one of them")
		}
		d.date(r, e.value)
	}
	if e, ok := parts["lookup"]; ok {
		if r.judges() {
			d.add(positionOf(e.key), "lookup cannot stand beside date, values or country", "keep one of them; what the file has in its value column is the value of the field: give it a column with what ARGOS takes")
		}
		d.lookup(r, e.value)
	}
}

func (d *decoder) transforms(r *rule, n *yaml.Node) {
	for _, w := range d.words(n, "transform") {
		if !contains(transformNames(), w.text) {
			problem, fix := unknown("transform", w.text, transformNames())
			d.add(w.at, problem, fix)
			continue
		}
		r.transforms = append(r.transforms, w.text)
	}
}

// nothing reads what stands in cells that have no value. What YAML takes for null is a
// word like others here.
func (d *decoder) nothing(r *rule, n *yaml.Node) {
	items := []*yaml.Node{n}
	if list := follow(n); list.Kind == yaml.SequenceNode {
		if items = list.Content; len(items) == 0 {
			d.add(positionOf(n), "empty is an empty list", "name at least one word, or remove the key")
		}
	}
	for _, item := range items {
		word := strings.TrimSpace(follow(item).Value)
		if !isNull(item) || word == "" {
			var ok bool
			if word, ok = d.word(item, "empty"); !ok {
				continue
			}
		}
		r.nothing = append(r.nothing, word)
	}
}

// values reads what each spelling of the source means. An empty text in
// quotes means that the field is left out.
func (d *decoder) values(r *rule, n *yaml.Node) {
	list, ok := d.entries(n, "values", "{A: approved, R: rejected}")
	if !ok {
		return
	}
	r.values = make(map[string]string, len(list))
	if len(follow(n).Content) == 0 {
		d.add(positionOf(n), "values lists nothing", "add what each value of the source means, or remove values")
	}
	for _, e := range list {
		key := strings.TrimSpace(e.name)
		if _, twice := r.values[key]; twice || key == "" {
			d.add(positionOf(e.key), "a value is empty or stands twice: surrounding space makes no difference", "keep one of them; for empty cells use default")
			continue
		}
		meaning, ok := d.text(e.value, "the value for "+quote(key))
		if ok && meaning != "" {
			d.checkStated(r.field, positionOf(e.value), meaning)
		}
		r.values[key] = meaning
	}
}

func (d *decoder) country(r *rule, n *yaml.Node) {
	s, ok := d.word(n, "country")
	if !ok {
		return
	}
	if s != "alpha3" {
		problem, fix := unknown("country form", s, []string{"alpha3"})
		d.add(positionOf(n), problem, fix)
	}
	r.country = true
}

// endings reads default and otherwise.
func (d *decoder) endings(r *rule, parts map[string]entry) {
	if r.form == constForm && r.when == nil {
		return
	}
	if e, ok := parts["default"]; ok {
		r.fallback = d.stated(r.field, e.value, "default")
	}
	if e, ok := parts["otherwise"]; ok && r.form != constForm {
		d.otherwise(r, e)
	}
}

func (d *decoder) otherwise(r *rule, e entry) {
	if !r.judges() {
		d.add(positionOf(e.key), "otherwise has nothing to act on", "it belongs beside values, date, country or lookup; for empty cells use default")
		return
	}
	s, ok := d.word(e.value, "otherwise")
	if !ok {
		return
	}
	switch s {
	case "reject":
		r.otherwise = rejectRow
	case "omit":
		r.otherwise = omitField
	default:
		r.otherwise, r.other = useValue, s
		d.checkStated(r.field, positionOf(e.value), s)
	}
}

// pictureRule is one picture of the mapping.
type pictureRule struct {
	kind   kyc.ImageKind
	column column
	strip  []string
	when   *expression // nil where every row has the picture
}

var (
	imageSettings = []string{"root", "max_bytes", "on_problem"}
	pictureKeys   = []string{"from", "strip", "when"}
	onProblem     = []string{"reject", "drop"}
)

const maxImageBytes = 100_000_000

func imageKeys() []string {
	names := append([]string{}, imageSettings...)
	for k := range kyc.NumImages {
		names = append(names, k.String())
	}
	return names
}

// images reads the pictures and how they are treated.
func (d *decoder) images(e entry) {
	parts, ok := d.block(e.value, "images", "{root: images, idImage: {from: COLUMN}}", imageKeys())
	if !ok {
		return
	}
	for k := range kyc.NumImages {
		if picture, given := parts[k.String()]; given {
			d.picture(k, picture)
		}
	}
	d.imageRoot(parts)
	d.imageLimit(parts)
	d.imageProblem(parts)
	if len(d.m.pictures) == 0 && len(d.list) == 0 {
		d.warn(positionOf(e.key), "images names no picture", "add one such as {idImage: {from: COLUMN}}, or remove images")
	}
}

func (d *decoder) picture(k kyc.ImageKind, e entry) {
	what := "images." + k.String()
	parts, ok := d.block(e.value, what, "{from: COLUMN}", pictureKeys)
	if !ok {
		return
	}
	from, ok := parts["from"]
	if !ok {
		d.add(positionOf(e.key), what+" does not say which column names the file", "write {from: COLUMN}")
		return
	}
	r := pictureRule{kind: k}
	if when, given := parts["when"]; given {
		r.when = d.expression(when.value, what+".when", aTruth, ofRow)
	}
	if strip, given := parts["strip"]; given {
		for _, start := range d.words(strip.value, "strip") {
			r.strip = append(r.strip, Slashed(start.text))
		}
	}
	if s, ok := d.word(from.value, "from"); ok {
		r.column = column{s, positionOf(from.value)}
		d.m.pictures = append(d.m.pictures, r)
	}
}

// imageRoot resolves the picture folder; the mapping's own where none is given.
func (d *decoder) imageRoot(parts map[string]entry) {
	root, at := ".", position{1, 1}
	if e, ok := parts["root"]; ok {
		at = positionOf(e.value)
		s, ok := d.expanded(e.value, "root", true)
		if !ok {
			return
		}
		if strings.ContainsRune(s, 0) || strings.TrimSpace(s) == "" {
			d.add(at, "root is not a path", "name a folder, relative to the mapping file")
			return
		}
		root = s
	}
	if len(d.m.pictures) == 0 {
		return
	}
	resolved, err := resolveRoot(d.path, root)
	if err != nil {
		d.add(at, "the picture folder cannot be resolved: the current directory is gone", "change to a directory that exists")
	}
	d.m.ImageRoot, d.m.ImageRootPlace = resolved, at.in(d.path)
}

func (d *decoder) imageLimit(parts map[string]entry) {
	e, ok := parts["max_bytes"]
	if !ok {
		return
	}
	s, ok := d.word(e.value, "max_bytes")
	if !ok {
		return
	}
	n := int64(0)
	for _, c := range []byte(strings.ReplaceAll(s, "_", "")) {
		if c < '0' || c > '9' || n > maxImageBytes {
			n = 0
			break
		}
		n = n*10 + int64(c-'0')
	}
	if n < 1 || n > maxImageBytes {
		d.add(positionOf(e.value), "max_bytes must be a number of bytes from 1 to 100000000", "write 7500000 for 7.5 MB")
		return
	}
	d.m.ImageMaxBytes = n
}

func (d *decoder) imageProblem(parts map[string]entry) {
	e, ok := parts["on_problem"]
	if !ok {
		return
	}
	s, ok := d.word(e.value, "on_problem")
	if !ok {
		return
	}
	if !contains(onProblem, s) {
		problem, fix := unknown("word", s, onProblem)
		d.add(positionOf(e.value), problem+" for on_problem", fix)
	}
	d.m.DropBadImages = s == "drop"
}
