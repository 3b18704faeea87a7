package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// columns are the header of the source.
var columns = []string{"customer_id", "email", "name", "dob", "status", "doc_type", "country", "doc_no", "front", "selfie", "note"}

// customer is one row of the source.
type customer struct {
	id, email, name, dob, status, doc, country, number, front, selfie, note string
}

func (c *customer) cells() []string {
	return []string{c.id, c.email, c.name, c.dob, c.status, c.doc, c.country, c.number, c.front, c.selfie, c.note}
}

// fields are what ARGOS must get for a valid row; the mark is not in it.
func (c *customer) fields() map[string]string {
	return map[string]string{
		"userid": c.id, "email": c.email, "fullName": c.name, "birthDate": c.dob, "kycStatus": "approved",
		"idType": "passport", "issuingCountry": c.country, "documentNumber": c.number, "cf1": "e2e", "admin": "ops@bank.example",
	}
}

// customers makes n valid rows, each another person, some with pictures.
func customers(n int) []customer {
	list := make([]customer, n)
	for i := range list {
		list[i] = customer{
			id: fmt.Sprintf("K%06d", i+1), email: fmt.Sprintf("p%d+x@example.com", i+1), name: fmt.Sprintf("Person %d Ågren", i+1),
			dob: fmt.Sprintf("19%02d-%02d-%02d", 40+i%60, 1+i%12, 1+i%28), status: "A", doc: "PP", country: "KOR",
			number: fmt.Sprintf("M%07d", i+1), note: "kept here",
		}
	}
	return list
}

// withPictures gives every customer a front, and every second one a selfie,
// each with pixels of its own.
func (w *world) withPictures(list []customer) []customer {
	w.t.Helper()
	for i := range list {
		c := &list[i]
		c.front = fmt.Sprintf("%s-front.jpg", c.id)
		w.write(filepath.Join("images", c.front), picture(uint64(i)*2, true))
		if i%2 == 0 {
			c.selfie = fmt.Sprintf("%s-selfie.png", c.id)
			w.write(filepath.Join("images", c.selfie), picture(uint64(i)*2+1, false))
		}
	}
	return list
}

// picture draws a small picture that differs from that of any other seed.
func picture(seed uint64, asJPEG bool) []byte {
	noise := sha256.Sum256(binary.BigEndian.AppendUint64(nil, seed))
	img := image.NewRGBA(image.Rect(0, 0, 32, 32))
	for i := range 64 {
		v := noise[i%32] >> (4 * (i / 32)) & 15 * 17
		for x := range 4 {
			for y := range 4 {
				img.Set(i%8*4+x, i/8*4+y, color.RGBA{v, 255 - v, v / 2, 255})
			}
		}
	}
	var b bytes.Buffer
	if asJPEG {
		_ = jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}) // a buffer takes everything
	} else {
		_ = png.Encode(&b, img)
	}
	return b.Bytes()
}

// mapping is the mapping file; %s is the line of the mark.
const mapping = `version: 1
name: e2e
source: {kind: csv}
key: customer_id
%s
fields:
  email:          {from: email, transform: [trim, lower]}
  fullName:       {from: name, transform: collapse-spaces}
  birthDate:      {from: dob, date: YYYY-MM-DD}
  kycStatus:      {from: status, values: {A: approved, R: rejected}}
  idType:         {from: doc_type, values: {PP: passport}}
  issuingCountry: {from: country, country: alpha3}
  documentNumber: {from: doc_no}
  userid:         {from: customer_id}
  cf1:            {const: e2e}
images:
  root: images
  idImage:     {from: front}
  selfieImage: {from: selfie}
`

const (
	marked   = "marker: cf3"
	unmarked = "# no mark"
)

// source writes the source and its mapping.
func (w *world) source(marker string, list []customer) {
	w.t.Helper()
	w.write("mapping.yaml", fmt.Appendf(nil, mapping, marker))
	if err := os.MkdirAll(w.path("images"), 0o700); err != nil {
		w.t.Fatal(err)
	}
	w.rewrite(list)
}

// rewrite writes the source anew.
func (w *world) rewrite(list []customer) { w.writeCSV("customers.csv", list) }

func (w *world) writeCSV(name string, list []customer) {
	w.t.Helper()
	lines := [][]string{columns}
	for i := range list {
		lines = append(lines, list[i].cells())
	}
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(lines); err != nil {
		w.t.Fatal(err)
	}
	w.write(name, b.Bytes())
}

func (w *world) write(name string, b []byte) {
	w.t.Helper()
	path := name
	if !filepath.IsAbs(name) {
		path = w.path(name)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// stored is what the target holds of ours, by userid.
func (w *world) stored() map[string][]sandbox.Stored {
	w.box.Wait()
	found := map[string][]sandbox.Stored{}
	for _, s := range w.box.Submissions() {
		if !s.Planted {
			found[s.Fields["userid"]] = append(found[s.Fields["userid"]], s)
		}
	}
	return found
}

// doubles lists the userids that the target has more than once.
func (w *world) doubles() []string {
	var list []string
	for id, s := range w.stored() {
		if len(s) > 1 {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}

// mustHoldExactly asserts, from the target's own record, that it holds each of
// these customers once, with the fields and the pictures that it should have,
// and nothing else of ours.
func (w *world) mustHoldExactly(list []customer) {
	w.t.Helper()
	stored := w.stored()
	for i := range list {
		c := &list[i]
		got := stored[c.id]
		delete(stored, c.id)
		if len(got) != 1 {
			w.t.Errorf("%s is in the target %d times", c.id, len(got))
			continue
		}
		w.compare(c, &got[0])
	}
	for id := range stored {
		w.t.Errorf("%q is in the target and should not be", id)
	}
}

func (w *world) compare(c *customer, got *sandbox.Stored) {
	w.t.Helper()
	fields := maps.Clone(got.Fields)
	if strings.HasPrefix(fields["cf3"], "m1.") {
		delete(fields, "cf3")
	}
	if want := c.fields(); !maps.Equal(fields, want) {
		w.t.Errorf("%s: the target has %v, want %v", c.id, fields, want)
	}
	images := map[string]string{}
	for kind, img := range got.Images {
		images[kind] = img.SHA256
	}
	want := map[string]string{}
	for kind, name := range map[string]string{"idImage": c.front, "selfieImage": c.selfie} {
		if name != "" {
			want[kind] = digest(w.t, w.path(filepath.Join("images", name)))
		}
	}
	if !maps.Equal(images, want) {
		w.t.Errorf("%s: the target has the pictures %v, want %v", c.id, images, want)
	}
}

func digest(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// mustCrosswalk asserts that results.csv has each of these keys exactly once,
// with the submission that the target has for it.
func (w *world) mustCrosswalk(list []customer) {
	w.t.Helper()
	stored := w.stored()
	seen := map[string]string{}
	for _, row := range w.rows(w.inRun("results.csv")) {
		key := row["legacy_key"]
		if _, again := seen[key]; again {
			w.t.Errorf("results.csv has %s more than once", key)
		}
		seen[key] = row["submission_id"]
	}
	for i := range list {
		id := list[i].id
		if got := stored[id]; len(got) == 1 && seen[id] != got[0].ID {
			w.t.Errorf("results.csv says %q for %s, the target %q", seen[id], id, got[0].ID)
		}
		delete(seen, id)
	}
	for key := range seen {
		w.t.Errorf("results.csv has %s, which the source has not", key)
	}
}
