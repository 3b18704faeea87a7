package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

const (
	uploadLatency = 100 * time.Millisecond
	// uploadSeconds is how long a run sends at the ideal pace, in flight /
	// latency. A run begins with the checks of the target and a slow start, a
	// dozen round trips together, which a bare loop has not: the time is long
	// enough to see past them.
	uploadSeconds = 30
)

// uploads are the concurrencies to measure at, and their goals: calls/s at
// least, and client CPU at most, both in those of the bare loop. 0 is no goal.
var uploads = []struct {
	inFlight   int
	pace, cost float64
}{
	{64, 0.95, 0},
	{256, 0.95, 2.5},
	{1024, 0.80, 1.8},
}

// upload measures migrate run beside a bare net/http loop. Each side has a
// sandbox of its own, begun for it, with a latency as of a distant API.
func (b *bench) upload(ctx context.Context) error {
	for _, u := range uploads {
		if err := b.uploadAt(ctx, u.inFlight, u.pace, u.cost); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) uploadAt(ctx context.Context, inFlight int, pace, cost float64) error {
	records := b.size(int(time.Second/uploadLatency) * inFlight * uploadSeconds)
	source := export{path: filepath.Join(b.dir, fmt.Sprintf("upload-%d.csv", inFlight)), rows: records, clean: true}
	bodies := source.path + ".bodies"
	if err := errors.Join(os.WriteFile(b.mapping(), []byte(mappingText), 0o600), source.write()); err != nil {
		return err
	}
	if err := writeBodies(source.path, bodies); err != nil {
		return err
	}
	b.say("sending %d records at %s, %d in flight, beside net/http", records, uploadLatency, inFlight)
	var calls, cpu versus
	err := b.pairsOf(
		func() (usage, error) {
			u, done, err := b.sendTo(ctx, uploadLatency, sending{source: source.path, mapping: b.mapping(), concurrency: inFlight})
			if err == nil && done.Created != int64(records) {
				err = fmt.Errorf("of %d records %d were created", records, done.Created)
			}
			return u, err
		},
		func() (usage, error) { return b.barePostTo(ctx, bodies, inFlight) },
		func(ours, bare usage) {
			calls.add(float64(records)/seconds(ours.wall), float64(records)/seconds(bare.wall))
			cpu.add(seconds(ours.cpu)*10_000/float64(records), seconds(bare.cpu)*10_000/float64(records))
		})
	if err != nil {
		return err
	}
	what := fmt.Sprintf("upload, 100 ms, %d in flight: ", inFlight)
	b.table.add(calls.line(what+"calls/s", "/s", pace, true))
	b.table.add(cpu.line(what+"CPU a 10,000", "s", cost, false))
	return nil
}

// sending is one migrate run.
type sending struct {
	source, mapping string
	concurrency     int
}

// summary is what the bench reads of migrate's --json.
type summary struct {
	Created int64 `json:"created"`
	Already int64 `json:"already"`
	Calls   int64 `json:"calls"`
}

// sendTo runs migrate run against a sandbox begun for it. Its wall time is that
// of the whole process: the pass that checks everything first is part of it.
func (b *bench) sendTo(ctx context.Context, latency time.Duration, s sending) (u usage, done summary, err error) {
	dir := filepath.Join(b.dir, "sending")
	if err := os.RemoveAll(dir); err != nil {
		return u, done, err
	}
	box, err := b.startSandbox(ctx, latency)
	if err != nil {
		return u, done, err
	}
	defer func() { err = errors.Join(err, box.stop()) }()
	return b.sendAs(ctx, box, dir, s)
}

// sendAs runs migrate run in a run directory against a sandbox.
func (b *bench) sendAs(ctx context.Context, box *box, dir string, s sending) (u usage, done summary, err error) {
	env := []string{"ARGOS_BASE_URL=" + box.url, "ARGOS_API_KEY=" + sandboxKey}
	u, err = b.ours(ctx, env, s.args(dir)...)
	if err != nil {
		return u, done, err
	}
	return u, done, json.Unmarshal(u.stdout, &done)
}

func (b *bench) barePostTo(ctx context.Context, bodies string, workers int) (u usage, err error) {
	box, err := b.startSandbox(ctx, uploadLatency)
	if err != nil {
		return u, err
	}
	defer func() { err = errors.Join(err, box.stop()) }()
	return child(ctx, nil, nil, b.self, "bare-post", box.url+"/submission/migration", sandboxKey, bodies, strconv.Itoa(workers))
}

// meanings are the mapping's, for the bodies that the bare loop sends.
var meanings = map[string]string{
	"APPROVED": "approved", "REJECTED": "rejected", "M": "male", "F": "female",
	"PASSPORT": "passport", "LICENCE": "drivers_license", "ID CARD": "government_id",
}

// writeBodies writes, for each row of a clean export, the body that migrate
// posts: the bare loop shall send the same bytes without having to make them.
func writeBodies(source, path string) (err error) {
	in, err := os.Open(source)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	w := bufio.NewWriter(out)
	rows, bodies := csv.NewReader(in), json.NewEncoder(w)
	if _, err := rows.Read(); err != nil {
		return err
	}
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return w.Flush()
		}
		if err == nil {
			err = bodies.Encode(bodyOf(row))
		}
		if err != nil {
			return err
		}
	}
}

func bodyOf(row []string) map[string]string {
	home := ""
	for i, name := range nationName {
		if name == row[colCountry] {
			home = nations[i]
		}
	}
	return map[string]string{
		"admin": "ops@bank.example", "email": row[colEmail], "fullName": row[colFirst] + " " + row[colLast],
		"birthDate": isoDate(row[colBirth]), "kycStatus": meanings[row[colStatus]], "idType": meanings[row[colType]],
		"issuingCountry": row[colIssuing], "documentNumber": row[colNumber], "issueDate": isoDate(row[colIssued]),
		"expireDate": isoDate(row[colExpires]), "nationality": row[colNationality], "gender": meanings[row[colSex]],
		"userid": row[colID], "address_street": row[colStreet], "address_city": row[colCity], "address_country": home,
		"cf1": "legacy-2026", "cf3": "0123456789abcdef0123456789abcdef",
	}
}

// isoDate turns DD/MM/YYYY round.
func isoDate(s string) string { return s[6:] + "-" + s[3:5] + "-" + s[:2] }
