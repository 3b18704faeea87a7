package mapper

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// maxPath bounds a picture's path in bytes.
const maxPath = 4096

// fill sets the picture of the record from the row, if its condition holds. A
// path that cannot be used rejects the row, or is left out with a warning.
func (p *picture) fill(cells []string, rec *kyc.Record, drop bool) {
	if p.when != nil && !p.wanted(cells, rec) {
		return
	}
	name := p.path(cells)
	if name == "" {
		return
	}
	clean, message, fix := cleanPath(name)
	if message == "" {
		rec.Pictures[p.kind].Path = clean
		return
	}
	i := kyc.Issue{
		Severity: kyc.Reject, Code: CodeImagePath, Field: p.kind.String(), Column: p.name,
		Message: "the path in column " + p.name + " " + message,
		Fix:     fix,
	}
	if drop {
		i.Severity = kyc.Warn
		i.Message += "; the picture is left out"
	}
	rec.Add(i)
}

// path is the path that the row has, without what is to be stripped off.
func (p *picture) path(cells []string) string {
	name := strings.TrimSpace(cell(cells, p.column))
	if len(p.strip) == 0 {
		return name
	}
	whole := Slashed(name)
	for _, start := range p.strip {
		rest, found := strings.CutPrefix(whole, start)
		if !found || start[len(start)-1] != '/' && !strings.HasPrefix(rest, "/") {
			continue
		}
		if rest = strings.TrimPrefix(rest, "/"); rest != "" { // else it names a folder, which is told
			return rest
		}
	}
	return name
}

// Slashed is a path with a slash between its folders, whatever the system.
func Slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }

// wanted reports whether the record is to have the picture. A condition that
// cannot be evaluated rejects the row: it might be one with the picture.
func (p *picture) wanted(cells []string, rec *kyc.Record) bool {
	holds, err := p.when.holds(cells, nil)
	if err != nil {
		i := notEvaluated(p.when.columnNames(), "images."+p.kind.String()+".when")
		i.Field = p.kind.String()
		rec.Add(i)
	}
	return err == nil && holds
}

// LeftOut lists the paths of pictures that the record's row names, and that the
// record does not have because their condition does not hold.
func (p *Plan) LeftOut(rec *kyc.Record) []string {
	var paths []string
	for i := range p.pictures {
		picture := &p.pictures[i]
		if picture.when == nil || rec.Pictures[picture.kind].Path != "" {
			continue
		}
		name := picture.path(rec.Row.Cells)
		if clean, problem, _ := cleanPath(name); name != "" && problem == "" {
			paths = append(paths, clean)
		}
	}
	return paths
}

// cleanPath checks a path from the source, which nobody vouches for: it must
// stay under the picture folder whatever the system. Backslashes stand between
// folders, as systems on Windows write them. It returns the shortest form, or what
// is wrong and what to do.
func cleanPath(name string) (clean, message, fix string) {
	const (
		relative = "write it relative to images.root, such as front/0001.jpg"
		orStrip  = ", or write what it begins with as strip of this picture in the mapping"
	)
	name = Slashed(name)
	switch {
	case strings.Contains(name, "://"):
		return "", "is a web address", "fetch the pictures into images.root first and " + relative + orStrip
	case strings.HasPrefix(name, "/"), hasDrive(name):
		return "", "is not relative", relative + orStrip
	case !printable(name):
		return "", "holds characters that no file name has", "mend the path in the source"
	case len(name) > maxPath:
		return "", "is longer than a path can be", "mend the path in the source"
	}
	for step := range strings.SplitSeq(name, "/") {
		if step == ".." {
			return "", "leads upwards with ..", relative
		}
	}
	if clean = path.Clean(name); clean == "." {
		return "", "names no file", relative
	}
	return clean, "", ""
}

// hasDrive finds a Windows drive such as C: in front.
func hasDrive(name string) bool {
	return len(name) >= 2 && name[1] == ':' && asciiLetter(name[0])
}

func printable(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	for _, r := range name {
		if unicode.IsControl(r) {
			return false
		}
	}
	return true
}
