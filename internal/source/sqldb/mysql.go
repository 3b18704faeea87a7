package sqldb

import (
	"context"
	"database/sql/driver"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/go-sql-driver/mysql"
)

// mysqlDialect is read in its text protocol, with dates left as the text they are: a
// date of zeros must not become the year 1.
var mysqlDialect = &dialect{
	title: "MySQL", scheme: "mysql", held: "one read-only transaction, consistent snapshot",
	connect: connectMySQL, diagnose: diagnoseMySQL,
	quote: backticks, mark: questionMark,
	size: "octet_length(#)", chunk: "substring(#, @, %)",
	expr: exprMySQL, compared: comparedMySQL,
	describe: func(query string) string { return "select * from (" + query + "\n) src limit 0" },
}

// mysqlSettings make a connection one that reads, in UTC, for as long as it
// takes: by default the server leaves a client that does not read for a minute.
var mysqlSettings = []string{
	"set session transaction isolation level repeatable read",
	"set session transaction read only",
	"set time_zone = '+00:00'",
	"set net_write_timeout = 31536000",
}

func connectMySQL(ctx context.Context, t *target) (session, error) {
	cfg, err := configMySQL(t)
	if err != nil {
		return nil, err
	}
	connector, err := mysql.NewConnector(cfg)
	if err != nil {
		return nil, errDSN
	}
	s, err := newDriverSession(ctx, connector, cfg.Timeout)
	if err != nil {
		return nil, err
	}
	s.kindOf = mysqlKind
	s.start = func(ctx context.Context, s *driverSession) ([]string, error) {
		return nil, s.exec(ctx, "start transaction with consistent snapshot, read only")
	}
	if err := s.exec(ctx, mysqlSettings...); err != nil {
		return nil, errors.Join(err, s.close())
	}
	id, err := s.number(ctx, "select connection_id()")
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	s.leave = func() { killMySQL(connector, id) }
	return s, nil
}

// configMySQL makes the driver's configuration of a URL. The server's socket is
// named by the parameter socket; the others are the driver's.
func configMySQL(t *target) (*mysql.Config, error) {
	cfg := mysql.NewConfig()
	query := t.url.Query()
	cfg.User = t.url.User.Username()
	cfg.Passwd, _ = t.url.User.Password()
	cfg.Net, cfg.Addr = "tcp", t.url.Host
	if t.url.Port() == "" {
		cfg.Addr = t.url.Host + ":3306"
	}
	if socket := query.Get("socket"); socket != "" {
		cfg.Net, cfg.Addr = "unix", socket
		query.Del("socket")
	}
	cfg.DBName = strings.TrimPrefix(t.url.Path, "/")
	dsn := cfg.FormatDSN()
	if len(query) > 0 {
		join := "?"
		if strings.Contains(dsn[strings.LastIndexByte(dsn, '/'):], "?") {
			join = "&"
		}
		dsn += join + query.Encode()
	}
	cfg, err := mysql.ParseDSN(dsn)
	if err != nil {
		return nil, errDSN
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = connectTimeout
	}
	t.hide(cfg.Passwd, cfg.User, cfg.Addr)
	cfg.ParseTime, cfg.Loc = false, time.UTC
	cfg.InterpolateParams, cfg.MultiStatements = true, false
	cfg.AllowAllFiles, cfg.AllowCleartextPasswords = false, false
	cfg.Logger = silent{}
	return cfg, nil
}

// silent keeps the driver from writing to standard error.
type silent struct{}

// Print implements the driver's Logger.
func (silent) Print(...any) {}

// number runs a query for one number.
func (s *driverSession) number(ctx context.Context, query string) (string, error) {
	c, err := s.query(ctx, query)
	if err != nil {
		return "", err
	}
	if err := c.next(); err != nil {
		return "", err
	}
	n := string(c.appendText(nil, 0))
	s.busy = false
	return n, c.close()
}

// killMySQL ends a query on the server, which would go on computing it after
// its client has left.
func killMySQL(c driver.Connector, id string) {
	if strings.Trim(id, "0123456789") != "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), leaveTimeout)
	defer cancel()
	s, err := newDriverSession(ctx, c, leaveTimeout)
	if err != nil {
		return // nothing is left to be done about it
	}
	_ = s.exec(ctx, "kill query "+id)
	_ = s.conn.Close()
}

func diagnoseMySQL(err error) diagnosis {
	var e *mysql.MySQLError
	if !errors.As(err, &e) {
		if errors.Is(err, mysql.ErrInvalidConn) || errors.Is(err, driver.ErrBadConn) {
			return diagnosis{topic: topicGone}
		}
		return diagnosis{}
	}
	d := diagnosis{code: strconv.Itoa(int(e.Number)), text: e.Message}
	switch e.Number {
	case 1044, 1142, 1143, 1227:
		d.topic = topicRights
	case 1045, 1698, 1130, 1251:
		d.topic = topicLogin
	case 1049:
		d.topic = topicDatabase
	case 1053, 1317, 1927, 4031:
		d.topic = topicGone
	case 1792, 1290, 1836:
		d.topic = topicWrite
	case 1046, 1052, 1054, 1060, 1064, 1066, 1146, 1149, 1305, 1353, 1356:
		d.topic = topicQuery
	}
	return d
}

func mysqlKind(name string) kind {
	switch name {
	case "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "BINARY", "VARBINARY", "GEOMETRY", "VECTOR":
		return kindBytes
	case "BIT":
		return kindBits
	case "DECIMAL":
		return kindDecimal
	case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT", "YEAR":
		return kindInteger
	}
	if strings.HasPrefix(name, "UNSIGNED ") {
		return kindUnsigned
	}
	return kindText
}

// exprMySQL has the server write a number that may be filled up with zeros
// (ZEROFILL): the driver makes it a number, and they are gone. A query is left
// alone, for around it its order would be lost; it can do that itself.
func exprMySQL(ref string, c column, table bool) string {
	if c.kind == kindUnsigned && table {
		return "concat(" + ref + ")"
	}
	return ref
}

var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// comparedMySQL compares numbers as numbers: with a text MySQL would compare
// them as floats.
func comparedMySQL(ref string, c column, mark, text string) (left, right string, arg any) {
	switch c.kind {
	case kindBytes:
		return ref, mark, fromHex(text)
	case kindInteger, kindUnsigned, kindDecimal, kindBits:
		if plainNumber.MatchString(text) {
			_, fraction, _ := strings.Cut(text, ".")
			return ref, "cast(" + mark + " as decimal(65," + strconv.Itoa(min(len(fraction), 30)) + "))", text
		}
	}
	return ref, mark, text
}
