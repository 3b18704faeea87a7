// Command gen writes the samples: an invented bank's export of 300 customers,
// the pictures that belong to it, and a list of the flaws planted in it; and a
// dozen applicants as they are pulled from IDnGO. The same program writes the same bytes every time; a test holds what is committed
// to what it writes. Nobody in it exists.
//
//	go run ./samples/gen -out samples
//
// It uses nothing of the product, so that a mistake there can't hide here.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	out := flag.String("out", "samples", "folder to write to")
	flag.Parse()
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// write makes every file of the samples under dir, replacing what is there.
func write(dir string) error {
	files, err := generate()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o600); err != nil {
			return err
		}
	}
	return nil
}

// generate returns every generated file by its path relative to the samples
// folder, with slashes.
func generate() (map[string][]byte, error) {
	customers := makeCustomers()
	plant(customers)
	files := map[string][]byte{}
	if err := addPictures(files, customers); err != nil {
		return nil, err
	}
	if err := addApplicants(files); err != nil {
		return nil, err
	}
	table, lines, err := writeTable(customers)
	if err != nil {
		return nil, err
	}
	files["customers.csv"] = table
	files["FLAWS.md"] = writeFlaws(len(customers), lines)
	return files, nil
}
