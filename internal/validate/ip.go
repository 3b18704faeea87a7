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
	a, err := netip.ParseAddr(value)
	switch {
	case err != nil || a.IsUnspecified() || a == thisMachine || a == everybody || a == netip.IPv6Loopback():
		v.add(rec, ipInvalid, fieldTable[kyc.IPAddress].name)
	case a.Is6() && !a.Is4In6():
		if detail := longIPOdd(a); detail != "" {
			v.addDetail(rec, ipInvalid, fieldTable[kyc.IPAddress].name, detail)
		}
	}
}

// longIPOdd says why nobody comes from an IPv6 address, "" where somebody may: it is for groups
// of computers, lies in no block that was given out (IANA, IPv6 Global Unicast Address
// Assignments), or has an IPv4 address in it that is not one of the Internet (RFC 3056, RFC 4380,
// RFC 6052).
func longIPOdd(a netip.Addr) string {
	b := a.As16()
	within := [4]byte(b[12:])
	switch {
	case b[0] == 0xff:
		return "; it is one for groups of computers (multicast)"
	case innerAddr(a):
		return "" // which Identity counts
	case b[0] == 0x20 && b[1] == 0x02:
		within = [4]byte(b[2:6])
	case b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0:
		for i := range within {
			within[i] ^= 0xff
		}
	case wrapping.Contains(a):
	case b[0]>>5 != 1:
		return "; it lies where no address of the Internet is"
	default:
		return ""
	}
	if four := netip.AddrFrom4(within); innerAddr(four) || four.IsLoopback() || four.IsUnspecified() || four.IsMulticast() {
		return "; the IPv4 address in it is one of an inner network"
	}
	return ""
}

// innerAddr reports whether an address is one of an inner network (RFC 1918, RFC 4193, RFC 6598), or one
// that a computer gives itself where nobody else does (RFC 3927, RFC 4291).
func innerAddr(a netip.Addr) bool {
	return a.IsPrivate() || a.IsLinkLocalUnicast() || sharedSpace.Contains(a)
}

// wrapping are the addresses by which IPv6 reaches IPv4 (RFC 6052).
var wrapping = netip.MustParsePrefix("64:ff9b::/96")

// thisMachine is what computers call themselves by. Others that mean the same are left
// to Identity.
var thisMachine = netip.AddrFrom4([4]byte{127, 0, 0, 1})

// everybody is what a computer writes to that means all of its network.
var everybody = netip.AddrFrom4([4]byte{255, 255, 255, 255})

// innerIP reports whether an address is one of an inner network, or one that does not leave the
// computer.
func innerIP(s string) bool {
	if s == "" || !innerIPBegins(s) {
		return false
	}
	a, err := netip.ParseAddr(s)
	a = a.Unmap()
	return err == nil && (innerAddr(a) || a.IsLoopback() && a != thisMachine && a != netip.IPv6Loopback())
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
