package source

import (
	"archive/zip"
	"cmp"
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

// archive is a zip archive, whose directory is read once, however many members there are.
type archive struct {
	io.ReaderAt // the file, as it is open at present
}

// membersOf lists the members of the zip archive that fit a pattern, or the
// only one, sorted. It stands at a path, and messages call it name.
func membersOf(at, name string, size int64, patterns []string) (*archive, []*zip.File, error) {
	file, err := os.Open(at)
	if err != nil {
		return nil, nil, fmt.Errorf("the source cannot be read: %w", err)
	}
	defer file.Close()
	a := &archive{file}
	directory, err := zip.NewReader(a, size)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: the zip archive has no directory at its end, so it is truncated or damaged; fetch it again", name)
	}
	var all, chosen []*zip.File
	for _, f := range directory.File {
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return nil, nil, errWorkbook
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
	return a, chosen, mayRead(name, all, chosen, len(patterns) > 0)
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

// mayRead sorts the chosen files, or says why they cannot be read.
func mayRead(archive string, all, chosen []*zip.File, stated bool) error {
	list := memberList(all)
	switch {
	case len(all) == 0:
		return fmt.Errorf("%s: the zip archive holds no file", archive)
	case len(chosen) == 0:
		return fmt.Errorf("%s: no file in the zip archive fits the option member; it holds %s", archive, list)
	case len(chosen) > 1 && !stated:
		return fmt.Errorf("%s: the zip archive holds %d files: %s; choose with the option member: a name, or a pattern such as *.csv", archive, len(all), list)
	}
	slices.SortFunc(chosen, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	for i, f := range chosen {
		if f.Flags&1 != 0 {
			return fmt.Errorf("%s!%s is encrypted; unpack it with its password first", archive, f.Name)
		}
		if f.Method != zip.Store && f.Method != zip.Deflate {
			return fmt.Errorf("%s!%s is compressed with method %d, which is not known here; unpack it, or pack it with deflate", archive, f.Name, f.Method)
		}
		if i > 0 && f.Name == chosen[i-1].Name {
			return fmt.Errorf("%s: the zip archive holds %s twice; unpack the right one", archive, f.Name)
		}
	}
	return nil
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

// openMember opens the member of an archive that a part means. What is read of it goes through
// raw from now on.
func openMember(raw *rawFile) (io.Reader, error) {
	raw.part.archive.ReaderAt = raw
	return raw.part.member.Open()
}
