package xlsxfile

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits against files that unpack to more than anybody has.
const (
	maxParts    = 65536
	maxSmall    = 32 << 20  // a part that is held in memory
	maxUnpacked = 32 << 30  // a sheet, or the shared strings
	freeRatio   = 256 << 20 // from here on a part may not unpack to more than
	maxRatio    = 400       // times its packed size
)

// pack is the ZIP archive that a workbook is.
type pack struct {
	parts  map[string]*zip.File // by their names, in lower case and without a leading slash
	locked bool                 // it has a password
}

func newPack(src io.ReaderAt, size int64) (*pack, error) {
	archive, err := zip.NewReader(src, size)
	if err != nil {
		return nil, fmt.Errorf("it cannot be unpacked: %w; it was not copied whole, or is no workbook", err)
	}
	if len(archive.File) > maxParts {
		return nil, fmt.Errorf("it has %d parts, more than any workbook", len(archive.File))
	}
	p := &pack{parts: make(map[string]*zip.File, len(archive.File))}
	for _, f := range archive.File {
		name := partName(f.Name)
		if p.parts[name] == nil {
			p.parts[name] = f
		}
	}
	return p, nil
}

// partName is a part's name as names are compared.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *pack) has(name string) bool { return p.parts[partName(name)] != nil }

// open opens a part that is read as a stream.
func (p *pack) open(name string) (io.ReadCloser, error) { return p.limited(name, maxUnpacked) }

// small opens a part whose content is held in memory.
func (p *pack) small(name string) (io.ReadCloser, error) { return p.limited(name, maxSmall) }

func (p *pack) limited(name string, limit int64) (io.ReadCloser, error) {
	f := p.parts[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("its part %s is missing; open it in Excel and save it again", name)
	}
	if f.Flags&1 != 0 {
		return nil, errors.New("its ZIP archive is encrypted, which is not how Excel protects a workbook; unpack it first")
	}
	body, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be unpacked: %w", name, err)
	}
	packed := int64(min(f.CompressedSize64, maxUnpacked))
	return &limitedPart{name: name, body: body, left: min(limit, max(freeRatio, packed*maxRatio))}, nil
}

// limitedPart ends with an error where a part unpacks to too much.
type limitedPart struct {
	name string
	body io.ReadCloser
	left int64
}

// Read implements io.Reader.
func (l *limitedPart) Read(b []byte) (int, error) {
	n, err := l.body.Read(b)
	if l.left -= int64(n); l.left < 0 {
		return 0, fmt.Errorf("its part %s unpacks to more than a workbook of this size can hold; it is broken, or made to harm", l.name)
	}
	if err != nil && err != io.EOF {
		return n, fmt.Errorf("its part %s cannot be unpacked: %w; the file was not copied whole", l.name, err)
	}
	return n, err
}

// Close implements io.Closer.
func (l *limitedPart) Close() error { return l.body.Close() }

// relation is a part that another refers to.
type relation struct {
	kind   string // the last word of its type
	target string // name of the part
}

// relations reads what a part refers to, by id. A part may refer to nothing.
func (p *pack) relations(of string) (map[string]relation, error) {
	dir, base := path.Split(of)
	name := dir + "_rels/" + base + ".rels"
	found := map[string]relation{}
	if !p.has(name) {
		return found, nil
	}
	err := p.elements(name, func(x *xmlScanner) {
		if string(x.name) != "Relationship" || x.attr("TargetMode") == "External" || len(found) >= maxParts {
			return
		}
		target := x.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		found[x.attr("Id")] = relation{kind: path.Base(x.attr("Type")), target: strings.TrimPrefix(target, "/")}
	})
	return found, err
}

// elements hands over the elements of a small part as they are opened.
func (p *pack) elements(name string, each func(x *xmlScanner)) error {
	part, err := p.small(name)
	if err != nil {
		return err
	}
	defer part.Close()
	x, err := newXMLScanner(part)
	if err != nil {
		return err
	}
	for {
		kind, err := x.next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", name, err)
		case kind == tokOpen:
			each(x)
		}
	}
}
