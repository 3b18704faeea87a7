package sqldb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strconv"
	"strings"

	mssql "github.com/microsoft/go-mssqldb"
)

// sqlserverDialect reads inside a transaction that is never committed: SQL
// Server has no read-only one.
var sqlserverDialect = &dialect{
	title: "SQL Server", scheme: "sqlserver", held: "one transaction, snapshot isolation, never committed",
	connect: connectSQLServer, diagnose: diagnoseSQLServer,
	quote: doubleQuotes, mark: numbered("@p"),
	size: "datalength(#)", chunk: "substring(#, @, %)",
	compared: comparedBytes, describe: noRows,
}

// noSnapshotNote is said where rows that others change meanwhile may be seen twice or not at all.
const noSnapshotNote = "the SQL Server database does not allow snapshot isolation (ALLOW_SNAPSHOT_ISOLATION): rows that are changed while they are read may be missed or read twice"

func connectSQLServer(ctx context.Context, t *target) (session, error) {
	u := *t.url
	q := u.Query()
	if q.Get("dial timeout") == "" {
		q.Set("dial timeout", strconv.Itoa(int(connectTimeout.Seconds())))
	}
	u.RawQuery = q.Encode()
	connector, err := mssql.NewConnector(u.String())
	if err != nil {
		return nil, errDSN
	}
	return openSQLServer(ctx, connector)
}

func openSQLServer(ctx context.Context, c driver.Connector) (session, error) {
	s, err := newDriverSession(ctx, c, connectTimeout)
	if err != nil {
		return nil, err
	}
	s.kindOf, s.start = sqlserverKind, beginSQLServer
	s.leave = func() {} // closing the connection ends its query
	return s, nil
}

func beginSQLServer(ctx context.Context, s *driverSession) (notes []string, err error) {
	state, err := s.number(ctx, "select cast(snapshot_isolation_state as int) from sys.databases where database_id = db_id()")
	if err != nil {
		return nil, err
	}
	level := sql.LevelSnapshot
	if state != "1" {
		level, notes = sql.LevelReadCommitted, []string{noSnapshotNote}
	}
	s.tx, err = s.conn.BeginTx(ctx, driver.TxOptions{Isolation: driver.IsolationLevel(level)})
	return notes, err
}

func diagnoseSQLServer(err error) diagnosis {
	var e mssql.Error
	if !errors.As(err, &e) {
		if errors.Is(err, driver.ErrBadConn) {
			return diagnosis{topic: topicGone}
		}
		return diagnosis{}
	}
	d := diagnosis{code: strconv.Itoa(int(e.Number)), text: e.Message}
	switch e.Number {
	case 18456, 18452, 18470, 18486, 18487, 18488:
		d.topic = topicLogin
	case 4060, 911:
		d.topic = topicDatabase
	case 229, 230, 262, 297:
		d.topic = topicRights
	case 102, 105, 156, 170, 207, 208, 209, 319, 1033, 4104, 8120, 8155, 8156:
		d.topic = topicQuery
	case 3906:
		d.topic = topicWrite
	case 6005, 596, 17142:
		d.topic = topicGone
	}
	return d
}

func sqlserverKind(name string) kind {
	switch name {
	case "CHAR", "NCHAR":
		return kindPadded
	case "BIT":
		return kindBool
	case "DATE":
		return kindDate
	case "TIME":
		return kindClock
	case "DATETIME", "DATETIME2", "SMALLDATETIME":
		return kindMoment
	case "DATETIMEOFFSET":
		return kindZoned
	case "UNIQUEIDENTIFIER":
		return kindUUID
	case "BINARY", "VARBINARY", "IMAGE", "TIMESTAMP", "UDT":
		return kindBytes
	}
	if strings.HasPrefix(name, "DECIMAL") || strings.HasPrefix(name, "NUMERIC") {
		return kindDecimal
	}
	return kindText
}

// comparedBytes compares columns of bytes as such.
func comparedBytes(ref string, c column, mark, text string) (left, right string, arg any) {
	if c.kind == kindBytes {
		return ref, mark, fromHex(text)
	}
	return ref, mark, text
}
