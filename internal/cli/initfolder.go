package cli

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"kycmigrate/internal/mapper"
	"kycmigrate/internal/source/all"
)

// mostFolders is how many folders beside the source are looked into.
const mostFolders = 100

// pictureFolder finds the folder from which most of some paths lead to a file:
// the source's own, one in it, or the mapping's. It returns it relative to the
// mapping, and how many are there.
func (v *initFlags) pictureFolder(paths []string) (folder string, found int) {
	home := filepath.Dir(v.out)
	for _, dir := range v.folders(home) {
		n := countFiles(dir, paths)
		if n <= found {
			continue
		}
		if rel, err := relative(home, dir); err == nil {
			folder, found = filepath.ToSlash(rel), n
		}
	}
	return folder, found
}

func relative(from, to string) (string, error) {
	a, err := filepath.Abs(from)
	b, err2 := filepath.Abs(to)
	if err := errors.Join(err, err2); err != nil {
		return "", err
	}
	return filepath.Rel(a, b)
}

// folders lists where pictures may be, the likeliest first.
func (v *initFlags) folders(home string) []string {
	list := []string{home}
	if !all.IsDSN(v.source) && v.source != "-" {
		plain := v.source
		if at := strings.IndexAny(plain, "*?[{"); at >= 0 {
			plain = plain[:at] + "x"
		}
		list = append([]string{filepath.Dir(plain)}, list...)
	}
	for _, dir := range list {
		entries, _ := os.ReadDir(dir) // a folder that cannot be read has no pictures for us
		for _, e := range entries {
			if e.IsDir() && len(list) < mostFolders {
				list = append(list, filepath.Join(dir, e.Name()))
			}
		}
	}
	return list
}

// countFiles counts the paths that lead to a file within a folder.
func countFiles(dir string, paths []string) (n int) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return 0
	}
	defer func() { _ = root.Close() }()
	for _, p := range paths {
		if info, err := root.Stat(path.Clean(mapper.Slashed(p))); err == nil && info.Mode().IsRegular() {
			n++
		}
	}
	return n
}
