package xlsxfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// maxProtected is the most bytes of a workbook with a password: it is held in
// memory, decrypted, and never written anywhere.
const maxProtected = 256 << 20

// compound is how a file begins that is of the form before ZIP: old workbooks,
// and those with a password.
var compound = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// container opens what a file holds as an archive.
func container(file *os.File, size int64, password string) (*pack, error) {
	head := make([]byte, 1024)
	n, err := file.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return nil, err
	}
	head = head[:n]
	switch {
	case n == 0:
		return nil, errors.New("the file is empty")
	case bytes.HasPrefix(head, compound):
		return protected(file, size, password)
	case bytes.HasPrefix(head, []byte("PK")):
		return newPack(file, size)
	}
	return nil, misnamed(head)
}

// misnamed says what a file is that is no workbook.
func misnamed(head []byte) error {
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	switch {
	case bytes.Contains(text, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return errors.New("it is an XML spreadsheet of Excel 2003; open it in Excel and save it as .xlsx")
	case bytes.HasPrefix(text, []byte("<!doctype html")), bytes.HasPrefix(text, []byte("<html")), bytes.Contains(text, []byte("<table")):
		return errors.New("it is a web page that was named .xlsx; open it in Excel and save it as .xlsx")
	case bytes.HasPrefix(head, []byte("\x09\x08")), bytes.HasPrefix(head, []byte("\x09\x04")), bytes.HasPrefix(head, []byte("\x09\x02")):
		return errOld
	case bytes.IndexByte(head, 0) < 0:
		return errors.New("it is a text file and no workbook; if it is CSV, name it .csv and state kind: csv")
	}
	return errors.New("it is no workbook: a .xlsx file begins with PK")
}

var (
	errOld    = errors.New("it is a workbook of the old form (.xls), which is not read; open it in Excel and save it as .xlsx")
	errLocked = errors.New("it is protected with a password; state password: ${XLSX_PASSWORD} in source.xlsx and put it into the environment, or save it without one")
)

// protected opens a workbook that has a password.
func protected(file *os.File, size int64, password string) (*pack, error) {
	if size > maxProtected {
		return nil, fmt.Errorf("it is protected with a password and larger than %d MiB; save it without one", maxProtected>>20)
	}
	raw := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(file, 0, size), raw); err != nil {
		return nil, err
	}
	secret, err := streamOf(raw, "EncryptedPackage")
	switch {
	case err != nil:
		return nil, err
	case !secret:
		return nil, errOld
	case password == "":
		return nil, errLocked
	}
	if _, err := streamOf(raw, "EncryptionInfo"); err != nil {
		return nil, err
	}
	plain, err := decrypt(raw, password)
	if err != nil {
		return nil, err
	}
	p, err := newPack(bytes.NewReader(plain), int64(len(plain)))
	if err == nil {
		p.locked = true
	}
	return p, err
}

// streamOf reports whether a compound file lists a stream, and complains where
// it claims to be larger than the file. Entries of the list are 128 bytes long
// and stand at multiples of that.
func streamOf(raw []byte, name string) (bool, error) {
	const entry, sizeAt = 128, 120
	var want []byte
	for _, unit := range utf16.Encode([]rune(name + "\x00")) {
		want = binary.LittleEndian.AppendUint16(want, unit)
	}
	found := false
	for at := 512; at+entry <= len(raw); at += entry {
		if !bytes.HasPrefix(raw[at:], want) {
			continue
		}
		found = true
		if claim := binary.LittleEndian.Uint64(raw[at+sizeAt:]); claim > uint64(len(raw)) {
			return false, errBroken
		}
	}
	return found, nil
}

var errBroken = errors.New("it is protected with a password, and broken; copy it again, or save it without one")

// spins is how often a password is hashed, as the file says.
var spins = regexp.MustCompile(`spinCount="(\d+)"`)

const maxSpins = 10_000_000 // the most that the standard allows

// decrypt has excelize decrypt a workbook, and outlives what a broken one makes
// of it.
func decrypt(raw []byte, password string) (plain []byte, err error) {
	defer func() {
		if recover() != nil {
			plain, err = nil, errBroken
		}
	}()
	for _, m := range spins.FindAllSubmatch(raw, -1) {
		if n, err := strconv.Atoi(string(m[1])); err != nil || n > maxSpins {
			return nil, errBroken
		}
	}
	plain, err = excelize.Decrypt(raw, &excelize.Options{Password: password})
	switch {
	case err != nil, bytes.HasPrefix(plain, []byte("PK")):
		if err != nil {
			return nil, fmt.Errorf("it could not be decrypted; check the option password: %w", err)
		}
		return plain, nil
	}
	return nil, errors.New("the password does not open it; check the option password and the environment variable it names")
}
