package sqldb

import (
	"context"
	"errors"
	"io"
	"sync"
)

// poolSize is the most connections that pictures are read over.
const poolSize = 4

// pool lends sessions for single queries. It may be used by any goroutine.
type pool struct {
	*target
	ctx    context.Context //nolint:containedctx // the pool's life
	cancel context.CancelFunc
	turns  chan struct{}

	mu   sync.Mutex
	idle []session
}

func newPool(t *target) *pool {
	p := &pool{target: t, turns: make(chan struct{}, poolSize)}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	return p
}

// one runs a query for exactly one row of one column of bytes.
func (p *pool) one(text string, args []any) ([]byte, error) {
	select {
	case p.turns <- struct{}{}:
		defer func() { <-p.turns }()
	case <-p.ctx.Done():
		return nil, p.ctx.Err()
	}
	s := p.rested()
	if s != nil {
		data, err := p.ask(s, text, args)
		if err == nil || errors.Is(err, errNotOne) {
			return data, err
		}
		// The server may have left a connection that rested: once more on a new one.
	}
	s, err := p.connect(p.ctx, p.target)
	if err != nil {
		return nil, err
	}
	return p.ask(s, text, args)
}

// errNotOne says that a key does not lead to one row.
var errNotOne = errors.New("the key of the row is not, or not alone, in the database")

// ask queries a session, and keeps it where it can be used again.
func (p *pool) ask(s session, text string, args []any) (data []byte, err error) {
	c, err := s.query(p.ctx, text, args...)
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	err = c.next()
	switch err {
	case nil:
		data = append(data, c.bytes(0)...)
		if err = c.next(); err == nil {
			return nil, errors.Join(errNotOne, s.close())
		}
	case io.EOF:
		err = errNotOne
		p.rest(s, c)
		return nil, err
	}
	if err != io.EOF {
		return nil, errors.Join(err, s.close())
	}
	p.rest(s, c)
	return data, nil
}

func (p *pool) rested() session {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.idle) == 0 {
		return nil
	}
	s := p.idle[len(p.idle)-1]
	p.idle = p.idle[:len(p.idle)-1]
	return s
}

func (p *pool) rest(s session, c cursor) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c.close() != nil || p.ctx.Err() != nil {
		_ = s.close()
		return
	}
	p.idle = append(p.idle, s)
}

func (p *pool) close() {
	p.cancel()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.idle {
		_ = s.close()
	}
	p.idle = nil
}
