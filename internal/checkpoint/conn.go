package checkpoint

import (
	"errors"
	"fmt"
	"syscall"

	"kycmigrate/internal/sqlite"
)

// connect opens the ledger at path. What SQLite sorts or keeps aside stays in
// memory, so that no file but the ledger's own holds anything of it.
func connect(path string, mode sqlite.Mode, pragmas ...string) (*sqlite.Conn, error) {
	return sqlite.Open(path, mode, append([]string{"temp_store(memory)"}, pragmas...)...)
}

// DiskFull reports whether err says that there is no space left, on the disk or
// for its user, whether SQLite said so or the operating system.
func DiskFull(err error) bool {
	return sqlite.Code(err) == sqlite.CodeFull || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func asInt(v sqlite.Value) int64 {
	n, _ := v.(int64)
	return n
}

func asText(v sqlite.Value) string {
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}
