package sqldb

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"kycmigrate/internal/source"
)

// pictureTable makes a table of pictures of these bytes, by id.
func pictureTable(db *database, key string, pictures map[string][]byte) string {
	db.t.Helper()
	blob := map[string]string{"SQLite": "blob", "PostgreSQL": "bytea", "MariaDB": "longblob"}[db.name]
	table := db.table("front " + blob + ", id " + key + ", other " + blob)
	for id, b := range pictures {
		literal := "null"
		if b != nil {
			literal = fmt.Sprintf("x'%x'", b)
			if db.name == "PostgreSQL" {
				literal = fmt.Sprintf(`'\x%x'`, b)
			}
		}
		db.exec("insert into " + table + " values (" + literal + ", " + db.literal(id) + ", null)")
	}
	return table
}

func noise(n int) []byte {
	b := make([]byte, n)
	random := rand.New(rand.NewPCG(7, uint64(n)))
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	return b
}

// TestPictures reads pictures of many sizes, by keys that are hard to name.
func TestPictures(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		want := map[string][]byte{
			"C-0001": noise(1), "../../etc/passwd": noise(firstChunk - 1), "김 '민수'": noise(firstChunk), `a\b"c%41`: noise(firstChunk + 1),
			".": noise(firstChunk + laterChunk), "CON": noise(2<<20 + 3), "null": nil, "empty": {}, "0042": noise(300), "42": noise(301),
		}
		table := pictureTable(db, "varchar(40)", want)
		for _, spec := range []source.Spec{ofTable(table), ofQuery("select id as id, front from " + table)} {
			spec.Key, spec.Pictures, spec.Columns = []string{"id"}, []string{"front"}, []string{"id", "front"}
			r := db.open(spec)
			if slices.Contains(r.Columns(), "other") {
				t.Errorf("columns %q: bytes that nobody wants are read", r.Columns())
			}
			files := r.(source.Pictures).Pictures()
			rows := readAll(t, r)
			if len(rows) != len(want) {
				t.Fatalf("%d rows, want %d", len(rows), len(want))
			}
			front, id := slices.Index(r.Columns(), "front"), slices.Index(r.Columns(), "id")
			for _, row := range rows {
				name, b := row.Cells[front], want[row.Cells[id]]
				if len(b) == 0 {
					if name != "" {
						t.Errorf("no picture has the name %q", name)
					}
					continue
				}
				checkPicture(t, files, name, b)
			}
		}
	})
}

func checkPicture(t *testing.T, files fs.FS, name string, want []byte) {
	t.Helper()
	if !fs.ValidPath(name) || path.Clean(name) != name || strings.Contains(name, `\`) {
		t.Errorf("%q is no name of a file", name)
	}
	info, err := fs.Stat(files, name)
	if err != nil || info.Size() != int64(len(want)) || !info.Mode().IsRegular() {
		t.Errorf("%q: %v, %v", name, info, err)
		return
	}
	f, err := files.Open(name)
	if err != nil {
		t.Errorf("%q: %v", name, err)
		return
	}
	defer f.Close()
	if got, err := io.ReadAll(f); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%q: %d bytes of %d, %v", name, len(got), len(want), err)
	}
}

// TestPictureKeys wants no picture of another row: where a key does not lead to
// exactly one, there is an error.
func TestPictureKeys(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		table := pictureTable(db, "varchar(40)", map[string][]byte{"a": noise(10)})
		db.exec("insert into " + table + " select * from " + table)
		spec := ofTable(table)
		spec.Key, spec.Pictures = []string{"id"}, []string{"front"}
		r := db.open(spec)
		files := r.(source.Pictures).Pictures()
		rows := readAll(t, r)
		for _, name := range []string{rows[0].Cells[0], pictureName("front", "10", []string{"gone"})} {
			f, err := files.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := f.Read(make([]byte, 10)); !errors.Is(err, errNotOne) || !errors.Is(err, syscall.EIO) {
				t.Errorf("%q: %v", name, err)
			}
		}
		for _, name := range []string{"x.jpg", "blob/=front/10", "blob/=nothing/10/=a", "blob/=front/x/=a", "blob/=front/10/a", "blob/=front/10/=%4"} {
			if _, err := files.Open(name); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%q: %v", name, err)
			}
			if _, err := fs.Stat(files, name); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%q: %v", name, err)
			}
		}
	})
}

// TestPicturesTogether reads from many goroutines while the rows are read, and
// closes under them.
func TestPicturesTogether(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		want := map[string][]byte{}
		for i := range 24 {
			want[fmt.Sprint(i)] = noise(20_000 + i)
		}
		table := pictureTable(db, "integer", want)
		spec := ofTable(table)
		spec.Key, spec.Pictures = []string{"id"}, []string{"front"}
		r := db.open(spec)
		files := r.(source.Pictures).Pictures()
		var group sync.WaitGroup
		for _, row := range readAll(t, r) {
			group.Go(func() { checkPicture(t, files, row.Cells[0], want[row.Cells[1]]) })
		}
		group.Wait()
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		f, err := files.Open(pictureName("front", "20000", []string{"0"}))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Read(make([]byte, 1)); err == nil {
			t.Error("a picture is read after the end")
		}
	})
}

// TestPicturePaths leaves columns of text as they are: they name files.
func TestPicturePaths(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		table := db.table("id varchar(10), front varchar(40)")
		db.insert(table, []string{"1", "front/1.jpg"})
		spec := ofTable(table)
		spec.Key, spec.Pictures = []string{"id"}, []string{"front"}
		r := db.open(spec)
		if files := r.(source.Pictures).Pictures(); files != nil {
			t.Error("a column of text holds pictures")
		}
		if rows := readAll(t, r); rows[0].Cells[1] != "front/1.jpg" {
			t.Errorf("%q", rows[0].Cells)
		}
	})
}
