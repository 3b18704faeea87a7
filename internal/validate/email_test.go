package validate

import (
	"net/mail"
	"strings"
	"testing"
)

func TestJudgeEmail(t *testing.T) {
	label := strings.Repeat("d", 60)
	tests := []struct {
		value string
		want  ruleID
	}{
		{"ann@example.com", none},
		{"Ann.O'Neil+kyc@mail.example.co.uk", none},
		{"a_b-c@ex-ample.org", none},
		{"1@2.example", none},
		{"홍길동@example.com", emailUnusual},
		{"ann@münchen.example", emailUnusual},
		{"ann@foo_bar.example", emailUnusual},
		{"ann@-foo.example", emailUnusual},
		{strings.Repeat("a", 65) + "@example.com", emailUnusual},
		{"a@" + strings.Repeat(label+".", 5) + "com", emailUnusual},
		{"", emailInvalid},
		{"ann", emailInvalid},
		{"@example.com", emailInvalid},
		{"ann@", emailInvalid},
		{"ann@localhost", emailInvalid},
		{"ann@example.", emailInvalid},
		{"ann@.example", emailInvalid},
		{"ann@exa..mple", emailInvalid},
		{".ann@example.com", emailInvalid},
		{"ann.@example.com", emailInvalid},
		{"a..nn@example.com", emailInvalid},
		{"ann@@example.com", emailInvalid},
		{"ann@192.0.2.1", emailInvalid},
		{"ann@[192.0.2.1]", emailInvalid},
		{"ann lee@example.com", emailInvalid},
		{" ann@example.com", emailInvalid},
		{"ann@example.com\n", emailInvalid},
		{"ann@example.com\u200b", emailInvalid},
		{"ann\u00a0@example.com", emailInvalid},
		{"Ann <ann@example.com>", emailInvalid},
		{"<ann@example.com>", emailInvalid},
		{"ann@example.com (Ann)", emailInvalid},
		{`"ann"@example.com`, emailInvalid},
		{"ann@example.com,bob@example.com", emailInvalid},
		{"ann@example.com;bob@example.com", emailInvalid},
		{"mailto:ann@example.com", emailInvalid},
		{"ann\x00@example.com", emailInvalid},
	}
	for _, test := range tests {
		if got := judgeEmail(test.value); got != test.want {
			t.Errorf("%q: %q, want %q", test.value, rules[got].Code, rules[test.want].Code)
		}
	}
}

// The fast path says yes to nothing that net/mail refuses, and what is
// accepted at all is one bare address.
func FuzzJudgeEmail(f *testing.F) {
	for _, seed := range []string{"ann@example.com", "a.b@c-d.e", "ann@localhost", "\"a\"@b.c", "a@[::1]", "é@b.c", "a@b.c.", "a@1.2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		verdict := judgeEmail(s)
		if plainEmail(s) != (verdict == none) {
			t.Fatalf("%q: the fast path and the verdict differ", s)
		}
		if verdict == emailInvalid {
			return
		}
		address, err := mail.ParseAddress(s)
		if err != nil || address.Address != s {
			t.Fatalf("%q accepted; net/mail says %v", s, err)
		}
		if strings.ContainsAny(s, " \t\r\n\x00") || !strings.Contains(s, ".") {
			t.Fatalf("%q accepted", s)
		}
	})
}

func TestPlainDomainHyphens(t *testing.T) {
	for domain, want := range map[string]bool{
		"a-b.example": true, "a--b.example": true, "-a.example": false, "a-.example": false, "a.-example": false, "a.example-": false,
	} {
		if got := plainDomain(domain); got != want {
			t.Errorf("%s: %v, want %v", domain, got, want)
		}
	}
}
