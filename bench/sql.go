package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the bare loop's driver for PostgreSQL
	_ "modernc.org/sqlite"             // and for SQLite

	"kycmigrate/internal/source/sqldb/sqldbtest"
)

// goalSQL is the most wall time that a dry run may take, in bare Scan loops.
const goalSQL = 1.25

// database is a database that holds an export.
type database struct {
	name   string
	driver string // of database/sql
	dsn    string // of that driver
	source string // for --source
}

// sql measures migrate validate beside a bare loop of database/sql over the
// same table, in SQLite and in PostgreSQL where the machine has one.
func (b *bench) sql(ctx context.Context) error {
	few, err := b.export(fewRows)
	if err != nil {
		return err
	}
	many, err := b.export(manyRows)
	if err != nil {
		return err
	}
	if err := b.writeSQLMapping(); err != nil {
		return err
	}
	if err := b.compareSQL(ctx, few, many, b.intoSQLite); err != nil {
		return err
	}
	server, err := sqldbtest.StartPostgres()
	if errors.Is(err, sqldbtest.ErrMissing) {
		b.say("PostgreSQL is left out: %v", err)
		return nil
	}
	if err != nil {
		return err
	}
	defer server.Close()
	return b.compareSQL(ctx, few, many, func(ctx context.Context, e export) (database, error) {
		return intoPostgres(ctx, server, e)
	})
}

func (b *bench) writeSQLMapping() error {
	mapping := strings.Replace(mappingText, "kind: csv\n  csv: {delimiter: \",\", encoding: utf-8}", "kind: sql\n  sql: {table: customers}", 1)
	return os.WriteFile(b.sqlMapping(), []byte(mapping), 0o600)
}

func (b *bench) sqlMapping() string { return filepath.Join(b.dir, "mapping-sql.yaml") }

// compareSQL fills a database with many rows and measures, and with few to see
// how the resident set grows.
func (b *bench) compareSQL(ctx context.Context, few, many export, fill func(context.Context, export) (database, error)) error {
	db, err := fill(ctx, few)
	if err != nil {
		return err
	}
	small, err := b.validateSQL(ctx, db)
	if err != nil {
		return err
	}
	if db, err = fill(ctx, many); err != nil {
		return err
	}
	b.say("dry run of %d rows in %s, beside database/sql", many.rows, db.name)
	var cpu, wall versus
	var peaks series
	err = b.pairsOf(
		func() (usage, error) { return b.validateSQL(ctx, db) },
		func() (usage, error) { return child(ctx, nil, nil, b.self, "bare-sql", db.driver, db.dsn) },
		func(ours, bare usage) {
			cpu.add(seconds(ours.cpu), seconds(bare.cpu))
			wall.add(seconds(ours.wall), seconds(bare.wall))
			peaks = append(peaks, float64(ours.peak))
		})
	if err != nil {
		return err
	}
	what := fmt.Sprintf("%s, %d rows: ", db.name, many.rows)
	b.table.add(wall.line(what+"wall", "s", goalSQL, false))
	b.table.add(cpu.line(what+"CPU", "s", 0, false))
	perRow := (peaks.median() - float64(small.peak)) / float64(many.rows-few.rows)
	b.table.add(line{
		what: fmt.Sprintf("%s: each row from %d to %d", db.name, few.rows, many.rows), ours: mebibytes(peaks.median()), beside: mebibytes(float64(small.peak)),
		figure: fmt.Sprintf("%.1f B a row", perRow), goal: fmt.Sprintf("<= %d B", goalPerRow), reached: perRow <= goalPerRow,
	})
	return nil
}

func (b *bench) validateSQL(ctx context.Context, db database) (usage, error) {
	dir := filepath.Join(b.dir, "sql-"+db.driver)
	if err := os.RemoveAll(dir); err != nil {
		return usage{}, err
	}
	return b.ours(ctx, []string{"DB_PASSWORD=" + sqldbtest.Password}, "validate",
		"--source", db.source, "--mapping", b.sqlMapping(), "--run", dir, "--quiet", "--json")
}

// definition is the table of an export.
func definition() string {
	return "create table customers (" + strings.Join(columns, " text, ") + " text)"
}

// intoSQLite makes an SQLite file of an export.
func (b *bench) intoSQLite(ctx context.Context, e export) (db database, err error) {
	path := filepath.Join(b.dir, fmt.Sprintf("export-%d.db", e.rows))
	db = database{name: "SQLite", driver: "sqlite", dsn: "file:" + path + "?mode=ro", source: "sqlite:" + path}
	pool, err := sql.Open("sqlite", path)
	if err != nil {
		return db, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return db, err
	}
	if _, err := tx.ExecContext(ctx, definition()); err != nil {
		return db, errors.Join(err, tx.Rollback())
	}
	insert, err := tx.PrepareContext(ctx, "insert into customers values (?"+strings.Repeat(", ?", len(columns)-1)+")") //nolint:sqlclosecheck // closed below, and by the end of its transaction
	if err != nil {
		return db, errors.Join(err, tx.Rollback())
	}
	defer insert.Close()
	err = e.each(func(cells []string) error {
		args := make([]any, len(cells))
		for i := range cells {
			args[i] = cells[i]
		}
		_, err := insert.ExecContext(ctx, args...)
		return err
	})
	if err != nil {
		return db, errors.Join(err, tx.Rollback())
	}
	return db, tx.Commit()
}

// each hands over the rows of an export.
func (e export) each(take func(cells []string) error) error {
	file, err := os.Open(e.path)
	if err != nil {
		return err
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.ReuseRecord = true
	if _, err := r.Read(); err != nil {
		return err
	}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = take(cells)
		}
		if err != nil {
			return err
		}
	}
}

// intoPostgres copies an export into a server.
func intoPostgres(ctx context.Context, server *sqldbtest.Server, e export) (database, error) {
	db := database{name: "PostgreSQL", driver: "pgx", dsn: server.DSN, source: server.Typed}
	conn, err := pgconn.Connect(ctx, server.DSN)
	if err != nil {
		return db, err
	}
	defer conn.Close(ctx)
	file, err := os.Open(e.path)
	if err != nil {
		return db, err
	}
	defer file.Close()
	if err := conn.Exec(ctx, "drop table if exists customers; "+definition()).Close(); err != nil {
		return db, err
	}
	_, err = conn.CopyFrom(ctx, file, "copy customers from stdin with (format csv, header)")
	return db, errors.Join(err, conn.Exec(ctx, "vacuum analyze customers").Close())
}

// bareSQL scans a table by database/sql and looks at nothing.
func bareSQL(ctx context.Context, args []string) error {
	if len(args) != 2 {
		return errors.New("bare-sql DRIVER DSN")
	}
	pool, err := sql.Open(args[0], args[1])
	if err != nil {
		return err
	}
	defer pool.Close()
	rows, err := pool.QueryContext(ctx, "select * from customers")
	if err != nil {
		return err
	}
	defer rows.Close()
	cells := make([]sql.NullString, len(columns))
	dest := make([]any, len(cells))
	for i := range cells {
		dest[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
	}
	return rows.Err()
}
