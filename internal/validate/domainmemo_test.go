package validate

import (
	"testing"

	"pgregory.net/rapid"
)

// What is remembered of a domain is what is found out about it, whoever asked before.
func TestDomainMemo(t *testing.T) {
	var memo domainMemo
	domains := rapid.SampledFrom([]string{"gmail.com", "gmial.com", "mailinator.com", "test.com", "firma.de", "GMAIL.com", "gmail.con", "x", "", "a.bc", "mail.nosuchend", "яндекс.рф", "kkk.example"})
	rapid.Check(t, func(t *rapid.T) {
		domain := rapid.OneOf(domains, rapid.StringMatching(`[a-g]{1,4}\.(com|con|de|zz)`)).Draw(t, "domain")
		if got, want := memo.of(domain), factsOfDomain(domain); got != want {
			t.Fatalf("%q is %b, want %b", domain, got, want)
		}
	})
}
