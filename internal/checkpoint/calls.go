package checkpoint

import (
	"context"
	"maps"
	"sync"

	"kycmigrate/internal/sqlite"
)

// callBook counts calls by UTC day. Days that changed are written with the
// next commit.
type callBook struct {
	mu      sync.Mutex
	days    map[string]int64
	changed map[string]bool
	writing map[string]bool // in the transaction that is open
}

func loadCalls(c *sqlite.Conn) (*callBook, error) {
	b := &callBook{days: map[string]int64{}, changed: map[string]bool{}}
	err := c.Query("SELECT day, n FROM calls", func(row []sqlite.Value) error {
		b.days[asText(row[0])] = asInt(row[1])
		return nil
	})
	return b, err
}

func (b *callBook) add(day string, n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.days[day] += n
	b.changed[day] = true
}

func (b *callBook) on(day string) int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.days[day]
}

func (b *callBook) dirty() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.changed) > 0
}

// write stores the days that changed; written or forget must follow.
func (b *callBook) write(c *sqlite.Conn) error {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	b.writing, b.changed = b.changed, map[string]bool{}
	days := maps.Clone(b.days)
	todo := b.writing
	b.mu.Unlock()
	for day := range todo {
		if _, err := c.Exec("INSERT INTO calls (day, n) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET n = excluded.n", day, days[day]); err != nil {
			return err
		}
	}
	return nil
}

// written drops what the transaction stored.
func (b *callBook) written() {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.writing = nil
}

// forget takes back what a failed transaction did not store.
func (b *callBook) forget() {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	maps.Copy(b.changed, b.writing)
	b.writing = nil
}

// CountCalls adds to the calls of a UTC day (YYYY-MM-DD). It does not wait:
// the count is durable with the next change, and at Close.
func (l *Ledger) CountCalls(day string, n int64) {
	if l.writer != nil {
		l.calls.add(day, n)
	}
}

// Calls returns how many calls were counted on a UTC day (YYYY-MM-DD).
func (l *Ledger) Calls(_ context.Context, day string) (int64, error) {
	return l.calls.on(day), nil
}
