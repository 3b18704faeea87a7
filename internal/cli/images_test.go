package cli

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/bmp"

	"kycmigrate/internal/validate"
)

// portrait draws a picture that nothing is wrong with.
func portrait(seed uint64) *image.RGBA {
	r := rand.New(rand.NewPCG(seed, 3))
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for range 80 {
		x, y := r.IntN(400), r.IntN(300)
		c := color.RGBA{uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(r.IntN(256)), 255}
		draw.Draw(img, image.Rect(x, y, x+90, y+50), image.NewUniform(c), image.Point{}, draw.Src)
	}
	return img
}

func encoded(t *testing.T, name string, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch filepath.Ext(name) {
	case ".png":
		err = png.Encode(&b, img)
	case ".bmp":
		err = bmp.Encode(&b, img)
	default:
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sideways gives a JPEG an EXIF orientation.
func sideways(data []byte) []byte {
	segment := "\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
	return append(append(bytes.Clone(data[:2]), segment...), data[2:]...)
}

// plantPictures makes a source in which every flaw stands once, and returns
// what is to be found: code, row and field.
func plantPictures(t *testing.T, w *world) []string {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range []string{"1f.jpg", "1b.jpg", "1s.png", "2f.jpg", "3f.bmp", "4f.jpg", "5f.jpg", "6f.jpg", "7f.jpg", "8f.jpg", "left/over.jpg"} {
		files[name] = encoded(t, name, portrait(uint64(len(files)+1)), 85)
	}
	noise, r := image.NewRGBA(image.Rect(0, 0, 1000, 800)), rand.New(rand.NewPCG(1, 1))
	for i := range noise.Pix {
		noise.Pix[i] = uint8(r.IntN(160) + i/4%1000/500*90) // half of it is lighter, so that there is something to see
	}
	files["4f.jpg"] = encoded(t, "4f.jpg", noise, 100) // over max_bytes
	snow := image.NewRGBA(image.Rect(0, 0, 1000, 800))
	for i := range snow.Pix {
		snow.Pix[i] = uint8(r.IntN(256))
	}
	files["16f.jpg"] = encoded(t, "16f.jpg", snow, 100) // over max_bytes, and noise: a second scan would be no better
	files["5f.jpg"] = files["5f.jpg"][:len(files["5f.jpg"])/2]
	files["6f.jpg"] = sideways(files["6f.jpg"])
	files["7f.jpg"] = encoded(t, "7f.jpg", image.NewGray(image.Rect(0, 0, 1500, 1500)), 95)
	files["8f.jpg"] = encoded(t, "8f.png", portrait(30), 0) // a PNG by content
	files["9f.jpg"] = encoded(t, "9f.jpg", portrait(31), 85)
	files["10f.jpg"] = encoded(t, "10f.jpg", portrait(31), 80) // looks like 9f.jpg
	files["11f.jpg"] = encoded(t, "11f.jpg", portrait(32).SubImage(image.Rect(0, 0, 120, 90)), 85)
	files["13f.jpg"] = files["2f.jpg"]
	files[".DS_Store"], files["left/notes.txt"] = []byte("a system's own"), []byte("no picture")
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(w.path("images/"+name)), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, w.path("images/"+name), string(data))
	}
	write(t, w.path("bank.yaml"), mappingText+"images:\n  root: images\n  max_bytes: 500000\n"+
		"  idImage: {from: front}\n  idBackImage: {from: back}\n  selfieImage: {from: selfie}\n")
	table := "id,email,name,dob,status,front,back,selfie\n"
	pictures := []string{
		"1f.jpg,1b.jpg,1s.png", "2f.jpg,,", "3f.bmp,,", "4f.jpg,,", "5f.jpg,,", "6f.jpg,,", "7f.jpg,,", "8f.jpg,,", "9f.jpg,,", "10f.jpg,,", "11f.jpg,,",
		"gone.jpg,,", "13f.jpg,13f.jpg,", "1f.jpg,,", ",,", "16f.jpg,,",
	}
	for i, cells := range pictures {
		table += fmt.Sprintf("%d,p%d@bank.example,Person %d,01/03/1980,A,%s\n", i+1, i+1, i+1, cells)
	}
	write(t, w.path("customers.csv"), table)
	return []string{
		"image_type 3 idImage", "image_too_big 4 idImage", "image_truncated 5 idImage", "image_rotated 6 idImage", "image_blank 7 idImage",
		"image_extension 8 idImage", "image_tiny 11 idImage", "image_missing 12 idImage", "image_shared 13 idImage", "image_repeated 13 idBackImage",
		"image_shared 13 idBackImage", "image_shared 14 idImage", "image_too_big 16 idImage", "image_unclear 16 idImage", "image_orphan  ",
	}
}

// csvLines reads a CSV file of ours by the names of its columns.
func csvLines(t *testing.T, path string) (lines []map[string]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(read(t, path))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range all[1:] {
		line := map[string]string{}
		for i, name := range all[0] {
			line[name] = cells[i]
		}
		lines = append(lines, line)
	}
	return lines
}

// tree are the files under a folder with their hashes.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		files[filepath.ToSlash(rel)] = fmt.Sprintf("%x", sha256.Sum256([]byte(read(t, p))))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var imagesArgs = []string{"images", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--out", "%s/out", "--quiet"}

func images(more ...string) []string { return append(slices.Clone(imagesArgs), more...) }

func imagesAnswer(t *testing.T, got said) (o imagesObject) {
	t.Helper()
	if err := json.Unmarshal([]byte(got.out), &o); err != nil || o.ExitCode != got.code {
		t.Fatalf("exit %d, %v\n%s%s", got.code, err, got.out, got.err)
	}
	return o
}

func TestImagesFindsWhatWasPlanted(t *testing.T) {
	w := newWorld(t)
	want := plantPictures(t, w)
	got := w.migrate(images("--json")...)
	o := imagesAnswer(t, got)
	if got.code != ExitRejects || o.Read != 16 || o.Pictures != 18 || o.Distinct != 16 || o.Unusable != 5 {
		t.Errorf("%+v\n%s", o, got.err)
	}
	var found []string
	for _, line := range csvLines(t, w.path("out/images-findings.csv")) {
		found = append(found, line["code"]+" "+line["row"]+" "+line["field"])
		if line["code"] == "image_orphan" && line["path"] != "left/over.jpg" {
			t.Errorf("orphan %s", line["path"])
		}
		if line["code"] == "image_shared" && !strings.Contains(line["message"], "of data row ") {
			t.Errorf("who has the same picture is not told: %s", line["message"])
		}
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(got.err+got.out, "gone.jpg") {
		t.Errorf("a path is told on the terminal:\n%s", got.err)
	}
	alike := imagesAnswer(t, w.migrate(images("--json", "--alike")...))
	if alike.Findings["image_alike"] != 1 || alike.Findings["image_shared"] != o.Findings["image_shared"] {
		t.Errorf("%+v", alike.Findings)
	}
}

// pictureIssues are the severities of what both validate and images can find,
// by row, field and code.
func pictureIssues(t *testing.T, path string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, line := range csvLines(t, path) {
		if strings.HasPrefix(line["code"], "image_") && !slices.Contains(looks, line["code"]) {
			found[line["row"]+" "+line["field"]+" "+line["code"]] = line["severity"]
		}
	}
	return found
}

// TestImagesJudgesAsTheMappingSays: rules.severity holds for what images finds
// as it does for what validate finds, and both say the same of what both find.
func TestImagesJudgesAsTheMappingSays(t *testing.T) {
	const asIs = 5 // planted pictures that are unusable whatever the mapping says, but for one that is cut off
	for severity, want := range map[string]struct {
		gone     []string // codes that are not told any more
		unusable int64
		warned   bool // by validate: it does not look for what is to be rejected
	}{
		"{}": {nil, asIs, false},
		"{image_rotated: reject, image_tiny: off, image_orphan: off}": {[]string{"image_tiny", "image_orphan"}, asIs + 1, true},
		"{image_truncated: warn, image_extension: off}":               {[]string{"image_extension"}, asIs - 1, false},
		"{image_truncated: off}":                                      {[]string{"image_truncated"}, asIs - 1, false},
		"{image_extension: reject, image_shared: off}":                {[]string{"image_shared"}, asIs + 1, false},
		"{image_shared: reject, image_orphan: reject}":                {nil, asIs + 4, true},
		"{image: reject}": {nil, asIs + 10, true},
		"{image: off, image_blank: reject, image_corrupt: warn}": {
			[]string{"image_truncated", "image_rotated", "image_extension", "image_tiny", "image_unclear", "image_repeated", "image_shared", "image_orphan"}, asIs, true,
		},
	} {
		t.Run(severity, func(t *testing.T) {
			w := newWorld(t)
			plantPictures(t, w)
			plain := imagesAnswer(t, w.migrate(images("--json")...))
			write(t, w.path("bank.yaml"), read(t, w.path("bank.yaml"))+"rules: {severity: "+severity+"}\n")
			got := w.migrate(images("--json")...)
			o := imagesAnswer(t, got)
			for _, code := range want.gone {
				delete(plain.Findings, code)
			}
			if diff := cmp.Diff(plain.Findings, o.Findings); diff != "" || o.Unusable != want.unusable {
				t.Errorf("%d unusable, want %d; (-want +got)\n%s%s", o.Unusable, want.unusable, diff, got.err)
			}
			dry := w.migrate(with("validate", "--all-issues")...)
			if diff := cmp.Diff(pictureIssues(t, w.path("run/issues.csv")), pictureIssues(t, w.path("out/images-findings.csv"))); diff != "" {
				t.Errorf("(-validate +images)\n%s", diff)
			}
			if warned := strings.Contains(dry.err, "which only migrate images looks for"); warned != want.warned {
				t.Errorf("warned %v\n%s", warned, dry.err)
			}
		})
	}
	// A mapping whose unusable pictures are none of the fixed rules' ends as it says.
	w := newWorld(t)
	good := string(encoded(t, "good.jpg", portrait(1), 85))
	if err := os.Mkdir(w.path("images"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, w.path("images/1.jpg"), good[:len(good)/2])
	write(t, w.path("customers.csv"), "id,email,name,dob,status,front\n1,a@bank.example,Ann,01/03/1980,A,1.jpg\n")
	for severity, exit := range map[string]int{"reject": ExitRejects, "warn": ExitOK, "off": ExitOK} {
		write(t, w.path("bank.yaml"), mappingText+"images:\n  root: images\n  idImage: {from: front}\nrules: {severity: {image_truncated: "+severity+"}}\n")
		if got := w.migrate(images()...); got.code != exit {
			t.Errorf("images, %s: exit %d\n%s", severity, got.code, got.err)
		}
		if got := w.migrate(with("validate")...); got.code != exit {
			t.Errorf("validate, %s: exit %d\n%s", severity, got.code, got.err)
		}
	}
}

// Every code that only images finds is known to be one.
func TestLooksAreAllThatOnlyImagesFinds(t *testing.T) {
	rules := validate.Rules()
	last := slices.IndexFunc(rules, func(r validate.Rule) bool { return r.Code == "image_dropped" })
	var want []string
	for _, r := range rules[last+1:] {
		want = append(want, r.Code)
	}
	if diff := cmp.Diff(want, looks); diff != "" {
		t.Error(diff)
	}
}

// The pictures that a condition leaves out, and those of a row that a rule excludes, are not
// looked into, and no orphans.
func TestImagesLeavesOutWhatIsNotSent(t *testing.T) {
	for name, c := range map[string]struct{ mapping, customers string }{
		"by a condition": {
			"images:\n  root: images\n  idBackImage: {from: back, when: \"row['type'] == 'ID'\"}\n",
			"1,a@bank.example,Ann,01/03/1980,A,PP,1.jpg\n2,b@bank.example,Bob,01/03/1981,A,PP,2.jpg\n3,c@bank.example,Cy,01/03/1982,A,ID,1.jpg\n",
		},
		"of excluded rows": {
			"exclude: [{code: closed, when: \"row['type'] == 'X'\"}]\nimages:\n  root: images\n  idBackImage: {from: back}\n",
			"1,a@bank.example,Ann,01/03/1980,A,X,1.jpg\n2,b@bank.example,Bob,01/03/1981,A,X,2.jpg\n3,c@bank.example,Cy,01/03/1982,A,ID,1.jpg\n4,d@bank.example,Di,01/03/1983,A,X,gone.jpg\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			good := string(encoded(t, "good.jpg", portrait(1), 85))
			if err := os.Mkdir(w.path("images"), 0o700); err != nil {
				t.Fatal(err)
			}
			for name, data := range map[string]string{"1.jpg": good, "2.jpg": good[:len(good)/2], "3.jpg": good + " "} {
				write(t, w.path("images/"+name), data)
			}
			write(t, w.path("bank.yaml"), mappingText+c.mapping)
			write(t, w.path("customers.csv"), "id,email,name,dob,status,type,back\n"+c.customers)
			o := imagesAnswer(t, w.migrate(images("--json")...))
			if diff := cmp.Diff(map[string]int64{"image_orphan": 1}, o.Findings); diff != "" || o.Pictures != 1 || o.Distinct != 1 {
				t.Errorf("%s\n%+v", diff, o)
			}
		})
	}
}

func TestImagesIsTheSameWhateverTheWorkers(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	var findings, list string
	for i, workers := range []int{1, 4} {
		before := runtime.GOMAXPROCS(workers)
		w.migrate(images("--repair", "--out", fmt.Sprintf("%%s/out%d", i), "--alike")...)
		runtime.GOMAXPROCS(before)
		f, l := read(t, w.path(fmt.Sprintf("out%d/images-findings.csv", i))), read(t, w.path(fmt.Sprintf("out%d/images.csv", i)))
		if i > 0 && (f != findings || l != list) {
			t.Errorf("%d workers:\n%s\n%s", workers, cmp.Diff(findings, f), cmp.Diff(list, l))
		}
		findings, list = f, l
	}
}

func TestImagesMendsCopies(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	originals := tree(t, w.path("images"))
	got := w.migrate(images("--repair", "--json")...)
	o := imagesAnswer(t, got)
	want := map[string]int64{"copied": 10, "converted": 1, "turned": 1, "encoded": 2, "unmended": 1}
	if diff := cmp.Diff(want, o.Actions); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(originals, tree(t, w.path("images"))); diff != "" {
		t.Errorf("the originals were touched:\n%s", diff)
	}
	for _, line := range csvLines(t, w.path("out/images.csv")) {
		copied := tree(t, w.path("out/images"))[line["path"]]
		if line["sha256_before"] != originals[line["path"]] || line["sha256_after"] != copied {
			t.Errorf("the hashes of %v are wrong", line)
		}
		if (line["action"] == "unmended") != (line["path"] == "5f.jpg") || (line["reason"] != "") != (line["action"] == "unmended") {
			t.Errorf("%v", line)
		}
	}
	info, err := os.Stat(w.path("out/images/6f.jpg"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if _, err := os.Stat(w.path("out/.migrate-images")); err == nil {
		t.Error("something was left behind")
	}

	// With the copies nothing is left but what cannot be mended.
	write(t, w.path("bank.yaml"), strings.Replace(read(t, w.path("bank.yaml")), "root: images", "root: out/images", 1))
	after := imagesAnswer(t, w.migrate("images", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--out", "%s/again", "--json", "--quiet"))
	left := map[string]int64{
		"image_truncated": 1, "image_missing": 1, "image_extension": 2, "image_blank": 1, "image_tiny": 1, "image_unclear": 1, "image_repeated": 1, "image_shared": 3,
	}
	if diff := cmp.Diff(left, after.Findings); diff != "" {
		t.Error(diff)
	}
	dry := w.migrate(with("validate", "--json")...).object(t)
	if dry.Rejected != 2 {
		t.Errorf("validate rejects %d rows with the copies", dry.Rejected)
	}
}

// A repair that was stopped goes on: what is there is not written again, and
// the list is the same as if it had not been stopped.
func TestImagesGoesOn(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	w.migrate(images("--repair")...)
	list := read(t, w.path("out/images.csv"))
	files := tree(t, w.path("out/images"))
	for _, name := range []string{"out/images.csv", "out/images-findings.csv", "out/images/2f.jpg"} { // as a kill leaves it
		if err := os.Remove(w.path(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(w.path("out/.migrate-images"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, w.path("out/.migrate-images/7"), "half a picture")
	kept, err := os.Stat(w.path("out/images/6f.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	got := w.migrate(images("--repair")...)
	if diff := cmp.Diff(list, read(t, w.path("out/images.csv"))); diff != "" {
		t.Errorf("%s\n%s", diff, got.err)
	}
	if diff := cmp.Diff(files, tree(t, w.path("out/images"))); diff != "" {
		t.Error(diff)
	}
	if again, err := os.Stat(w.path("out/images/6f.jpg")); err != nil || !os.SameFile(kept, again) {
		t.Errorf("a copy that was there was made again: %v", err)
	}
	// An original that changed is mended anew.
	write(t, w.path("images/6f.jpg"), string(sideways(encoded(t, "6f.jpg", portrait(77), 85))))
	w.migrate(images("--repair")...)
	if tree(t, w.path("out/images"))["6f.jpg"] == files["6f.jpg"] {
		t.Error("the copy of an original that changed was kept")
	}
}

// What a person put into the copies stays, whatever is repaired again, and is
// looked into; what was made is made anew where its original changed.
func TestImagesKeepsWhatAPersonPutThere(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	w.migrate(images("--repair")...)
	good := string(encoded(t, "x.jpg", portrait(90), 85))
	theirs := map[string]string{
		"5f.jpg": good, "6f.jpg": strings.Replace(read(t, w.path("out/images/6f.jpg")), "\xff\xda", "\xff\xfe\x00\x03x\xff\xda", 1), // edited, with its comment
		"1f.jpg": good[:len(good)/2], "1b.jpg": "%PDF-1.4\n", "2f.jpg": "", "3f.bmp": good + strings.Repeat("x", 500_000),
	}
	for name, data := range theirs {
		write(t, w.path("out/images/"+name), data)
	}
	if err := os.Remove(w.path("out/images/9f.jpg")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(w.path("out/images/9f.jpg"), 0o700); err != nil {
		t.Fatal(err)
	}
	for again, budget := range []string{"500000", "500000", "400000"} {
		if again > 0 { // an original that changes makes no difference to the copy of a person, but to ours
			write(t, w.path("images/5f.jpg"), string(encoded(t, "5f.jpg", portrait(91+uint64(again)), 85)))
			write(t, w.path("images/7f.jpg"), string(encoded(t, "7f.jpg", portrait(95+uint64(again)), 85)))
		}
		got := w.migrate(images("--repair", "--budget", budget)...)
		if !strings.Contains(got.err, "7 copies are not what was made before: taken for a person's and kept. Delete one to have it made anew\n") ||
			!strings.Contains(got.err, "replace in") {
			t.Errorf("%d:\n%s", again, got.err)
		}
		for name, data := range theirs {
			if read(t, w.path("out/images/"+name)) != data {
				t.Errorf("%d: %s was written over", again, name)
			}
		}
		if again > 0 && read(t, w.path("out/images/7f.jpg")) != read(t, w.path("images/7f.jpg")) {
			t.Errorf("%d: the copy of an original that changed was kept", again)
		}
		actions, copies := map[string]string{}, tree(t, w.path("out/images"))
		for _, line := range csvLines(t, w.path("out/images.csv")) {
			if !strings.HasPrefix(line["action"], "kept") {
				continue
			}
			if line["sha256_after"] != copies[line["path"]] || !strings.Contains(line["reason"], "taken for a person's and kept") {
				t.Errorf("%v", line)
			}
			_, why, _ := strings.Cut(line["reason"], "; ")
			actions[line["path"]] = line["action"] + " " + why
		}
		want := map[string]string{
			"5f.jpg": "kept ", "6f.jpg": "kept ", "1f.jpg": "kept+unmended it cannot be used as it is: its end is missing",
			"1b.jpg": "kept+unmended it cannot be used as it is: it is application/pdf", "2f.jpg": "kept+unmended it cannot be used as it is: the file is empty",
			"9f.jpg": "kept+unmended it cannot be read: it is no regular file",
		}
		want["3f.bmp"] = fmt.Sprintf("kept+unmended it cannot be used as it is: it has %d bytes of at most 500000", len(theirs["3f.bmp"]))
		if diff := cmp.Diff(want, actions); diff != "" {
			t.Errorf("%d: (-want +got)\n%s", again, diff)
		}
	}
	if err := os.Remove(w.path("out/images/5f.jpg")); err != nil {
		t.Fatal(err)
	}
	w.migrate(images("--repair")...)
	if read(t, w.path("out/images/5f.jpg")) != read(t, w.path("images/5f.jpg")) {
		t.Error("a copy that was deleted was not made anew")
	}
}

// Without the list of an earlier command its mark tells what is ours; what has
// none is left alone.
func TestImagesKeepsWhatNoListTellsOf(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	w.migrate(images("--repair")...)
	good := string(encoded(t, "x.jpg", portrait(90), 85))
	write(t, w.path("out/images/5f.jpg"), good)
	if err := os.Remove(w.path("out/images.csv")); err != nil {
		t.Fatal(err)
	}
	turned := read(t, w.path("out/images/6f.jpg"))
	o := imagesAnswer(t, w.migrate(images("--repair", "--budget", "400000", "--json")...))
	if o.Actions["kept"] != 1 || read(t, w.path("out/images/5f.jpg")) != good || read(t, w.path("out/images/6f.jpg")) == turned {
		t.Errorf("%+v", o)
	}
	write(t, w.path("out/images.csv"), "a letter")
	before := tree(t, w.path("out"))
	if got := w.migrate(images("--repair")...); got.code != ExitUsage || !strings.Contains(got.err, "has no column path") {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
	if diff := cmp.Diff(before, tree(t, w.path("out"))); diff != "" {
		t.Error(diff)
	}
}

// A signal ends it between two pictures, and the same command goes on.
func TestImagesInterrupted(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	w.signals = make(chan os.Signal, 1)
	w.signals <- os.Interrupt
	got := w.migrate(images("--repair", "--json")...)
	if o := imagesAnswer(t, got); got.code != ExitInterrupted || !o.Interrupted || o.Error == nil || o.Error.Code != "interrupted" {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	if _, err := os.Stat(w.path("out/images.csv")); err == nil {
		t.Error("a list of a part was left")
	}
	w.signals = nil
	if again := imagesAnswer(t, w.migrate(images("--repair", "--json")...)); again.Distinct != 16 {
		t.Errorf("%+v", again)
	}
}

func TestImagesRefuses(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	if err := os.Mkdir(w.path("mine"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, w.path("mine/letter.txt"), "mine")
	if err := os.Symlink(w.path("images"), w.path("link")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	before := tree(t, w.dir)
	for name, args := range map[string][]string{
		"other files":             images("--repair", "--out", "%s/mine"),
		"the image root":          images("--repair", "--force", "--out", "%s/images"),
		"it, through a link":      images("--repair", "--force", "--out", "%s/link"),
		"the root is its images":  images("--repair", "--force", "--out", "%s"),
		"budget without repair":   images("--budget", "50000"),
		"budget over the limit":   images("--repair", "--budget", "500001"),
		"budget that is too low":  images("--repair", "--budget", "100"),
		"no source":               {"images", "--mapping", "%s/bank.yaml"},
		"a source that is absent": {"images", "--source", "%s/no.csv", "--mapping", "%s/bank.yaml"},
	} {
		if got := w.migrate(args...); got.code != ExitUsage || !strings.Contains(got.err, "Stopped: ") && !strings.Contains(got.err, "migrate: ") {
			t.Errorf("%s: exit %d\n%s", name, got.code, got.err)
		}
	}
	if diff := cmp.Diff(before, tree(t, w.dir)); diff != "" {
		t.Errorf("something was written:\n%s", diff)
	}
	if got := w.migrate(images("--repair", "--force", "--out", "%s/mine")...); got.code != ExitRejects {
		t.Errorf("--force: exit %d\n%s", got.code, got.err)
	}
}

// A draft may have the folder of the mapping as the image root, and what a command writes
// lies in it: the command that is told makes the copies there, and finds neither them nor
// an original changed.
func TestImagesWithinTheRoot(t *testing.T) {
	w := newWorld(t)
	plantPictures(t, w)
	t.Chdir(w.dir)
	mapping := strings.Replace(read(t, "bank.yaml"), "root: images", `root: "."`, 1)
	write(t, "bank.yaml", mapping)
	table := strings.NewReplacer(",1f", ",images/1f", ",6f", ",images/6f").Replace(read(t, "customers.csv"))
	write(t, "customers.csv", table)
	originals := tree(t, "images")
	args := []string{"images", "--source", "customers.csv", "--mapping", "bank.yaml", "--quiet"}
	first := w.migrate(args...)
	_, command, _ := strings.Cut(first.err, "mend in copies with\n  migrate ")
	command, _, _ = strings.Cut(command, "\n")
	if want := "images --source customers.csv --mapping bank.yaml --repair --out runs/bank-images"; command != want {
		t.Fatalf("next is %q, want %q\n%s", command, want, first.err)
	}
	orphans := imagesAnswer(t, w.migrate(append(args, "--json")...)).Findings["image_orphan"]
	repair := append(strings.Fields(command), "--json", "--quiet")
	for range 2 {
		o := imagesAnswer(t, w.migrate(slices.Clone(repair)...))
		if o.Error != nil || o.Actions["turned"] != 1 || o.Findings["image_orphan"] != orphans {
			t.Errorf("%+v, %+v; %d orphans before", o, o.Error, orphans)
		}
	}
	if o := imagesAnswer(t, w.migrate(append(slices.Clone(args), "--repair", "--out", "other", "--json")...)); o.Error != nil || o.Findings["image_orphan"] != orphans {
		t.Errorf("in another folder: %+v, %+v", o, o.Error)
	}
	if diff := cmp.Diff(originals, tree(t, "images")); diff != "" {
		t.Errorf("the originals were touched:\n%s", diff)
	}

	write(t, "customers.csv", strings.Replace(table, "images/1f", "runs/bank-images/images/images/1f", 1))
	if got := w.migrate(repair...); got.code != ExitUsage || !strings.Contains(got.out, "images_out") {
		t.Errorf("a row that names a copy: exit %d\n%s", got.code, got.out)
	}

	write(t, "customers.csv", table) // the copies are the image root: mended once more, they go elsewhere
	write(t, "bank.yaml", strings.Replace(mapping, `root: "."`, "root: runs/bank-images/images", 1))
	if o := imagesAnswer(t, w.migrate(append(args, "--repair", "--json")...)); o.Error != nil || o.Files["list"] != filepath.FromSlash("runs/bank-images-mended/images.csv") {
		t.Errorf("%+v, %+v", o, o.Error)
	}
}

// Pictures in a column of a database are looked into, and mended there.
func TestImagesInADatabase(t *testing.T) {
	w := newWorld(t)
	db, err := sql.Open("sqlite", w.path("legacy.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("create table customers (id integer primary key, email text, name text, dob text, status text, face blob)"); err != nil {
		t.Fatal(err)
	}
	good := encoded(t, "good.jpg", portrait(1), 85)
	for i, face := range [][]byte{good, sideways(encoded(t, "x.jpg", portrait(2), 85)), good[:len(good)/2], nil} {
		if _, err := db.Exec("insert into customers values (?, ?, 'Person', '01/03/1980', 'A', ?)", i+1, fmt.Sprintf("p%d@bank.example", i), face); err != nil {
			t.Fatal(err)
		}
	}
	mapping := strings.Replace(mappingText, "{kind: csv}", "{kind: sql, sql: {table: customers}}", 1) + "images:\n  selfieImage: {from: face}\n"
	write(t, w.path("bank.yaml"), mapping)
	args := []string{"images", "--source", "sqlite:" + w.path("legacy.db"), "--mapping", "%s/bank.yaml", "--out", "%s/out", "--json", "--quiet"}
	o := imagesAnswer(t, w.migrate(args...))
	if diff := cmp.Diff(map[string]int64{"image_rotated": 1, "image_truncated": 1}, o.Findings); diff != "" {
		t.Errorf("%s\n%+v", diff, o.Error)
	}
	if o := imagesAnswer(t, w.migrate(append(args, "--repair", "--out", t.TempDir())...)); o.Actions["unmended"] != 3 || len(o.Actions) != 1 {
		t.Errorf("repair: %+v", o)
	}
}

// A line that a rule leaves out is none that somebody should be able to read.
func TestImagesCountNoExcludedRowAsUnread(t *testing.T) {
	w := newWorld(t)
	if err := os.Mkdir(w.path("images"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, w.path("bank.yaml"), furtherMapping+"  - {code: trailer, line: \"^TOTAL\"}\n")
	write(t, w.path("customers.csv"), furtherRows+"9,ragged\nTOTAL 9\n")
	got := w.migrate(images()...)
	if !strings.Contains(got.err, "rows that could not be read: 1;") {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
}
