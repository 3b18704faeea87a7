package source

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// errWorkbook says that a zip archive is the shape of a document, such as XLSX.
var errWorkbook = errors.New("a workbook")

// membersListed is how many names of members a message lists.
const membersListed = 10

// membersOf lists the members of the zip archive that fit a pattern, or the
// only one, sorted. It stands at a path, and messages call it name.
func membersOf(at, name string, size int64, patterns []string) ([]string, error) {
	file, err := os.Open(at)
	if err != nil {
		return nil, fmt.Errorf("the source cannot be read: %w", err)
	}
	defer file.Close()
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return nil, fmt.Errorf("%s: the zip archive has no directory at its end, so it is truncated or damaged; fetch it again", name)
	}
	var all, chosen []*zip.File
	for _, f := range archive.File {
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return nil, errWorkbook
		}
		if isData(f) {
			all = append(all, f)
		}
	}
	for _, f := range all {
		if len(patterns) == 0 || fitsAny(f.Name, patterns) {
			chosen = append(chosen, f)
		}
	}
	return namesOf(name, all, chosen, len(patterns) > 0)
}

// isData leaves out folders and what systems put beside files.
func isData(f *zip.File) bool {
	base := path.Base(f.Name)
	return !strings.HasSuffix(f.Name, "/") && !strings.HasPrefix(f.Name, "__MACOSX/") && !strings.HasPrefix(base, ".") &&
		base != "Thumbs.db" && base != "desktop.ini"
}

// fitsAny reports whether a member fits a pattern, whole or, for a pattern
// without a slash, by its last part.
func fitsAny(name string, patterns []string) bool {
	for _, pattern := range patterns {
		tried := name
		if !strings.Contains(pattern, "/") {
			tried = path.Base(name)
		}
		if fits, err := doublestar.Match(pattern, tried); err == nil && fits || pattern == name {
			return true
		}
	}
	return false
}

func namesOf(archive string, all, chosen []*zip.File, stated bool) ([]string, error) {
	list := memberList(all)
	switch {
	case len(all) == 0:
		return nil, fmt.Errorf("%s: the zip archive holds no file", archive)
	case len(chosen) == 0:
		return nil, fmt.Errorf("%s: no file in the zip archive fits the option member; it holds %s", archive, list)
	case len(chosen) > 1 && !stated:
		return nil, fmt.Errorf("%s: the zip archive holds %d files: %s; choose with the option member: a name, or a pattern such as *.csv", archive, len(all), list)
	}
	names := make([]string, 0, len(chosen))
	for _, f := range chosen {
		if f.Flags&1 != 0 {
			return nil, fmt.Errorf("%s!%s is encrypted; unpack it with its password first", archive, f.Name)
		}
		if f.Method != zip.Store && f.Method != zip.Deflate {
			return nil, fmt.Errorf("%s!%s is compressed with method %d, which is not known here; unpack it, or pack it with deflate", archive, f.Name, f.Method)
		}
		if slices.Contains(names, f.Name) {
			return nil, fmt.Errorf("%s: the zip archive holds %s twice; unpack the right one", archive, f.Name)
		}
		names = append(names, f.Name)
	}
	slices.Sort(names)
	return names, nil
}

func memberList(files []*zip.File) string {
	names := make([]string, 0, membersListed+1)
	for _, f := range files {
		if len(names) == membersListed {
			names = append(names, "...")
			break
		}
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// openMember opens the member of an archive that a part means.
func openMember(raw *rawFile) (io.Reader, error) {
	count := raw.count
	raw.count = nil // the directory is not progress
	archive, err := zip.NewReader(raw, raw.part.info.Size())
	raw.count, raw.taken = count, 0
	if err != nil {
		return nil, fmt.Errorf("%s: the zip archive cannot be read any more: %w", raw.part.called, err)
	}
	for _, f := range archive.File {
		if f.Name == raw.part.member {
			return f.Open()
		}
	}
	return nil, fmt.Errorf("%s is no longer in the archive", raw.part.name())
}
