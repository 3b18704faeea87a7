package source

import (
	"archive/zip"
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/klauspost/compress/flate"
)

// errWorkbook says that a zip archive is the shape of a document, such as XLSX.
var errWorkbook = errors.New("a workbook")

// membersListed is how many names of members a message lists.
const membersListed = 10

// member is a file in a zip archive, as the archive's directory has it. It is kept, so
// that the directory is read once, however many members there are.
type member struct {
	name    string // "" where a file is no archive
	at      int64  // where its data starts, -1 where nothing tells
	packed  int64
	size    uint64
	sum     uint32 // 0 where there may be none
	deflate bool
}

// membersOf lists the members of the zip archive that fit a pattern, or the
// only one, sorted. It stands at a path, and messages call it name.
func membersOf(at, name string, size int64, patterns []string) ([]member, error) {
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
	return choose(name, all, chosen, len(patterns) > 0)
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

// choose makes members of the chosen files, or says why they cannot be read.
func choose(archive string, all, chosen []*zip.File, stated bool) ([]member, error) {
	list := memberList(all)
	switch {
	case len(all) == 0:
		return nil, fmt.Errorf("%s: the zip archive holds no file", archive)
	case len(chosen) == 0:
		return nil, fmt.Errorf("%s: no file in the zip archive fits the option member; it holds %s", archive, list)
	case len(chosen) > 1 && !stated:
		return nil, fmt.Errorf("%s: the zip archive holds %d files: %s; choose with the option member: a name, or a pattern such as *.csv", archive, len(all), list)
	}
	members := make([]member, 0, len(chosen))
	seen := make(map[string]bool, len(chosen))
	for _, f := range chosen {
		if f.Flags&1 != 0 {
			return nil, fmt.Errorf("%s!%s is encrypted; unpack it with its password first", archive, f.Name)
		}
		if f.Method != zip.Store && f.Method != zip.Deflate {
			return nil, fmt.Errorf("%s!%s is compressed with method %d, which is not known here; unpack it, or pack it with deflate", archive, f.Name, f.Method)
		}
		if seen[f.Name] {
			return nil, fmt.Errorf("%s: the zip archive holds %s twice; unpack the right one", archive, f.Name)
		}
		seen[f.Name] = true
		members = append(members, memberOf(f))
	}
	slices.SortFunc(members, func(a, b member) int { return cmp.Compare(a.name, b.name) })
	return members, nil
}

// memberOf notes where a file stands in its archive, which has to be open. That nothing
// tells is no error before the file is wanted.
func memberOf(f *zip.File) member {
	at, err := f.DataOffset()
	if err != nil {
		at = -1
	}
	return member{
		name: f.Name, at: at, packed: int64(f.CompressedSize64), size: f.UncompressedSize64,
		sum: f.CRC32, deflate: f.Method == zip.Deflate,
	}
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
	m := &raw.part.member
	if m.at < 0 || m.packed < 0 || m.packed > raw.part.info.Size()-m.at {
		return nil, zip.ErrFormat
	}
	var data io.Reader = bufio.NewReaderSize(io.NewSectionReader(raw, m.at, m.packed), 64<<10)
	if m.deflate {
		data = flate.NewReader(data)
	}
	return &checked{data: data, member: m, sum: crc32.NewIEEE()}, nil
}

// checked is the data of a member, held against what the archive's directory says of it.
type checked struct {
	data   io.Reader
	member *member
	sum    hash.Hash32
	size   uint64
}

// Read implements io.Reader.
func (c *checked) Read(b []byte) (int, error) {
	n, err := c.data.Read(b)
	c.sum.Write(b[:n])
	c.size += uint64(n)
	switch {
	case c.size > c.member.size:
		return 0, zip.ErrFormat
	case err == io.EOF && c.size < c.member.size:
		return n, io.ErrUnexpectedEOF
	case err == io.EOF && c.member.sum != 0 && c.sum.Sum32() != c.member.sum:
		return n, zip.ErrChecksum
	}
	return n, err
}
