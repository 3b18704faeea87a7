package validate

import (
	"strings"
	"sync/atomic"
)

// domainFacts are what is wrong with the domain of an address.
type domainFacts uint8

const (
	domainTest   domainFacts = 1 << iota // it is made up
	domainTypo                           // it is mistyped
	domainThrown                         // its addresses are thrown away
	domainUnreal                         // there is none on the Internet that ends so
)

func factsOfDomain(domain string) (facts domainFacts) {
	switch domain {
	case "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com":
		return 0
	}
	listed := listedDomains.may(domain)
	if listed && testDomains.has(domain) {
		facts |= domainTest
	}
	if listed && typoDomains.has(domain) || mistypedDomain(domain) {
		facts |= domainTypo
	}
	if listed && throwaway.has(domain) {
		facts |= domainThrown
	}
	if !realEnd(domain) {
		facts |= domainUnreal
	}
	return facts
}

// domainMemo remembers what is wrong with domains: most people have an address in one of
// few. What it has a place for it keeps, so that it does not grow, and a source where each
// has a domain of his own costs no more than without it. It is safe for concurrent use.
type domainMemo [1 << 10]atomic.Pointer[knownDomain]

type knownDomain struct {
	domain string
	facts  domainFacts
}

// Domains of other lengths are not remembered.
const shortestKnown, longestKnown = 4, 40

func (m *domainMemo) of(domain string) domainFacts {
	if len(domain) < shortestKnown || len(domain) > longestKnown {
		return factsOfDomain(domain)
	}
	ends, _ := wordEndsOf(domain)
	place := &m[(ends^uint64(len(domain)))*0x9E3779B97F4A7C15>>(64-10)]
	known := place.Load()
	if known != nil && known.domain == domain {
		return known.facts
	}
	facts := factsOfDomain(domain)
	if known == nil {
		place.Store(&knownDomain{strings.Clone(domain), facts})
	}
	return facts
}
