package validate

import (
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// Addresses and numbers are hashed as they are folded, however they are written.
func TestHashesAreOfWhatIsFolded(t *testing.T) {
	x := NewIdentity(IdentityOptions{Temp: t.TempDir()})
	signs := rapid.SliceOfN(rapid.SampledFrom([]byte("abcxXoOiIlLmeu0019.+-_@*# A\xc3\xa9")), 0, 24)
	domains := rapid.SampledFrom([]string{"", "@gmail.com", "@Gmail.com", "@googlemail.com", "@outlook.com", "@me.com", "@GMX.eu", "@mail.example", "@yandex.ru", "@ya.ru", "@Yandex.kz", "@pm.me", "@mac.com", "@a@gmail.com"})
	homes := rapid.SampledFrom([]string{"", "SWE", "ESP", "DEU"})
	rapid.Check(t, func(t *rapid.T) {
		local := string(signs.Draw(t, "text"))
		if address := local + domains.Draw(t, "domain"); address != "" {
			begin := x.octets.add(x.octets.start, text.Octets(shareEmail))
			if want := x.octets.bytesOnto(begin, foldAddress(nil, address)); x.addressHash(address) != want {
				t.Fatalf("%q is not hashed as it is folded", address)
			}
		}
		home, want := homes.Draw(t, "home"), uint64(0)
		if b := foldCode(nil, local); len(b) >= shortestCode && !monotone(local) && !masked(local) {
			first, end := sameNumber(b, local, home)
			begin := x.octets.onto(x.octets.onto(x.octets.add(x.octets.start, text.Octets(shareDocument)), home), "passport")
			want = x.octets.bytesOnto(begin, b[first:end])
		}
		if x.codeHash(local, shareDocument, home, "passport", home) != want {
			t.Fatalf("%q is not hashed as it is folded", local)
		}
	})
}

// What is known of towns is right whatever towns there were before.
func TestTownMemo(t *testing.T) {
	x := NewIdentity(IdentityOptions{Temp: t.TempDir()})
	towns := rapid.OneOf(rapid.SampledFrom([]string{"Wien", "WIEN", "Berlin", "東京", "Київ", "Perth", "Athens", "Roma", "x"}), rapid.StringN(1, 20, -1))
	rapid.Check(t, func(t *rapid.T) {
		var sub kyc.Submission
		sub[kyc.AddressCity], sub[kyc.AddressCountry] = towns.Draw(t, "town"), rapid.SampledFrom([]string{"AUT", "DEU", "JPN", "USA", "GBR", "zzz"}).Draw(t, "country")
		if x.towns.elsewhere(&sub) != townElsewhere(&sub) {
			t.Fatalf("%q", sub[kyc.AddressCity])
		}
	})
}
