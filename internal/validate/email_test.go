package validate

import (
	"net/mail"
	"strings"
	"testing"

	"pgregory.net/rapid"
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
		if slowPlainEmail(s) != (verdict == none) {
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

// slowPlainEmail says what plainEmail must say, byte by byte.
func slowPlainEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at >= 0 && at <= maxLocal && len(s) <= maxEmail && plainLocal(s[:at]) && plainDomain(s[at+1:])
}

// plainLocal reports whether s is one or more non-empty parts with single dots
// between them.
func plainLocal(s string) bool {
	previous := uint8(classDot)
	for i := range len(s) {
		c := emailClass[s[i]]
		if c&classLocal == 0 || c&previous&classDot != 0 {
			return false
		}
		previous = c
	}
	return previous&classDot == 0
}

// plainDomain reports whether s is at least two labels with single dots between
// them, none empty or with a hyphen at an end, and the last one not a number.
func plainDomain(s string) bool {
	previous, letters, dots := uint8(classDot), uint8(0), 0
	for i := range len(s) {
		c := emailClass[s[i]]
		if c&classDomain == 0 || (c|previous)&classDot != 0 && c&(classDot|classHyphen) != 0 && previous&(classDot|classHyphen) != 0 {
			return false
		}
		if c&classDot != 0 {
			dots++
			letters = 0
		}
		letters |= c
		previous = c
	}
	return dots > 0 && letters&classLetter != 0 && previous&(classDot|classHyphen) == 0
}

func TestPlainEmail(t *testing.T) {
	common := rapid.SampledFrom([]byte("aZ09....---@@_+\x00[`{/:\x80\xc3"))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.OneOf(common, rapid.Byte()), 0, 30).Draw(t, "address"))
		if rapid.Bool().Draw(t, "likely") {
			word := rapid.StringMatching(`[a-z0-9]{0,9}[-._]{0,2}[A-Za-z]{0,5}`)
			s = word.Draw(t, "local") + "@" + word.Draw(t, "domain") + rapid.StringMatching(`[-.]{0,2}[a-z0-9]{0,3}`).Draw(t, "end")
		}
		if got, want := plainEmail(s), slowPlainEmail(s); got != want {
			t.Fatalf("%q: %v, want %v", s, got, want)
		}
	})
}

func TestPlainDomainHyphens(t *testing.T) {
	for domain, want := range map[string]bool{
		"a-b.example": true, "a--b.example": true, "-a.example": false, "a-.example": false, "a.-example": false, "a.example-": false,
	} {
		if got := plainEmail("ann.lee@" + domain); got != want || plainEmail("a@"+domain) != want {
			t.Errorf("%s: %v, want %v", domain, got, want)
		}
	}
}
