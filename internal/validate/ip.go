package validate

import (
	"net/netip"
	"strings"

	"kycmigrate/internal/kyc"
)

// checkIP wants the address of one computer that somebody could have come from. Those
// of inner networks are left to Identity, which knows whether all are.
func (v *Validator) checkIP(rec *kyc.Record) {
	value := rec.Submission[kyc.IPAddress]
	if value == "" {
		return
	}
	if a, err := netip.ParseAddr(value); err != nil || a.IsUnspecified() || a == thisMachine || a == everybody || a == netip.IPv6Loopback() {
		v.add(rec, ipInvalid, fieldTable[kyc.IPAddress].name)
	}
}

// thisMachine is what computers call themselves by. Others that mean the same are left
// to Identity.
var thisMachine = netip.AddrFrom4([4]byte{127, 0, 0, 1})

// everybody is what a computer writes to that means all of its network.
var everybody = netip.AddrFrom4([4]byte{255, 255, 255, 255})

// innerIP reports whether an address is one of an inner network (RFC 1918, RFC 4193, RFC 6598),
// one that a computer gives itself where nobody else does (RFC 3927, RFC 4291), or one
// that does not leave it.
func innerIP(s string) bool {
	if s == "" || !innerIPBegins(s) {
		return false
	}
	a, err := netip.ParseAddr(s)
	a = a.Unmap()
	return err == nil && (a.IsPrivate() || sharedSpace.Contains(a) || a.IsLinkLocalUnicast() || a.IsLoopback() && a != thisMachine && a != netip.IPv6Loopback())
}

// sharedSpace is what providers give to those who share an address (RFC 6598).
var sharedSpace = netip.MustParsePrefix("100.64.0.0/10")

// innerIPBegins reports whether an address may be an inner one.
func innerIPBegins(s string) bool {
	switch s[0] {
	case '1':
		return strings.HasPrefix(s, "10.") || strings.HasPrefix(s, "100.") || strings.HasPrefix(s, "127.") || strings.HasPrefix(s, "192.168.") || strings.HasPrefix(s, "172.") || strings.HasPrefix(s, "169.254.")
	case 'f', 'F', ':', '0':
		return true
	}
	return false
}

// exampleIP reports whether an address is one of those for examples, or for measuring
// (RFC 5737, RFC 3849, RFC 2544).
func exampleIP(s string) bool {
	switch s[0] {
	case '1':
		return strings.HasPrefix(s, "192.0.2.") || strings.HasPrefix(s, "198.") && (strings.HasPrefix(s, "198.51.100.") || strings.HasPrefix(s, "198.18.") || strings.HasPrefix(s, "198.19."))
	case '2':
		return strings.HasPrefix(s, "203.0.113.") || strings.HasPrefix(s, "2001:db8:") || strings.HasPrefix(s, "2001:DB8:")
	case '0':
		return strings.HasPrefix(s, "0.")
	}
	return false
}

// nobodysIP reports whether an address is one that no computer has: for groups, or kept
// back (RFC 5771, RFC 1112). Addresses that were drawn by lot have an eighth of them.
func nobodysIP(s string) bool {
	return len(s) > 3 && s[0] == '2' && s[3] == '.' && (s[1] >= '3' && s[1] <= '5' || s[1] == '2' && s[2] >= '4')
}
