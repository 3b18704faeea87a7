package sqldb

import (
	"context"
	"database/sql/driver"
	"regexp"
)

// oracleDialect is complete but for its driver, which is part of the program
// only when it is built with the tag oracle.
var oracleDialect = &dialect{
	title: "Oracle", scheme: "oracle", held: "one read-only transaction",
	connect: connectOracle, diagnose: diagnoseOracle,
	quote: doubleQuotes, mark: numbered(":"),
	size: "dbms_lob.getlength(#)", chunk: "dbms_lob.substr(#, %, @)", most: 2000,
	expr: exprOracle, compared: comparedBytes, describe: noRows,
}

// exprOracle has Oracle write its numbers: they have more digits than the
// driver's types.
func exprOracle(ref string, c column, _ bool) string {
	if c.kind == kindDecimal {
		return "to_char(" + ref + ", 'TM9')"
	}
	return ref
}

// oracleSettings make Oracle read dates as they are written here.
var oracleSettings = []string{
	"alter session set nls_date_format = 'YYYY-MM-DD HH24:MI:SS'",
	"alter session set nls_timestamp_format = 'YYYY-MM-DD HH24:MI:SSXFF'",
	"alter session set nls_numeric_characters = '.,'",
	"alter session set time_zone = '+00:00'",
}

func openOracle(ctx context.Context, c driver.Connector) (session, error) {
	s, err := newDriverSession(ctx, c, connectTimeout)
	if err != nil {
		return nil, err
	}
	s.kindOf, s.start = oracleKind, beginOracle
	s.leave = func() {} // closing the connection ends its query
	if err := s.exec(ctx, oracleSettings...); err != nil {
		_ = s.close()
		return nil, err
	}
	return s, nil
}

// beginOracle opens the transaction by the driver, which would else end it
// after its first statement, and makes it one that only reads.
func beginOracle(ctx context.Context, s *driverSession) (notes []string, err error) {
	if s.tx, err = s.conn.BeginTx(ctx, driver.TxOptions{}); err != nil {
		return nil, err
	}
	return nil, s.exec(ctx, "set transaction read only")
}

// oracleError is a code as Oracle writes it into every message.
var oracleError = regexp.MustCompile(`\b(?:ORA|TNS)-(\d{5})\b`)

func diagnoseOracle(err error) diagnosis {
	if off, ok := err.(fileError); ok { //nolint:errorlint // made here, never wrapped
		return diagnosis{topic: topicFile, text: string(off)}
	}
	m := oracleError.FindStringSubmatch(err.Error())
	if m == nil {
		return diagnosis{}
	}
	d := diagnosis{code: m[0], text: err.Error()}
	switch m[1] {
	case "01017", "28000", "28001", "01005":
		d.topic = topicLogin
	case "12505", "12514", "12541", "12154":
		d.topic = topicDatabase
	case "01031", "41900":
		d.topic = topicRights
	case "00904", "00907", "00911", "00918", "00923", "00933", "00936", "00942", "00960":
		d.topic = topicQuery
	case "01456":
		d.topic = topicWrite
	case "03113", "03114", "03135", "01089", "01012":
		d.topic = topicGone
	}
	return d
}

func oracleKind(name string) kind {
	switch name {
	case "CHAR", "NCHAR":
		return kindPadded
	case "NUMBER":
		return kindDecimal
	case "DATE":
		return kindDay
	case "TIMESTAMP", "TimeStampDTY", "TIMESTAMPDTY":
		return kindMoment
	case "TIMESTAMPTZ", "TimeStampTZ_DTY", "TIMESTAMPTZ_DTY", "TimeStampeLTZ", "TimeStampLTZ_DTY":
		return kindZoned
	case "RAW", "LongRaw", "OCIBlobLocator", "BLOB":
		return kindBytes
	}
	return kindText
}
