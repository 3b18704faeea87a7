package validate

import (
	"strings"
)

// streetOdd says what a street, or an address in one field, has that none has, "" for nothing.
func streetOdd(s string, signs placeSigns) string {
	switch {
	case signs&withDigit != 0 && s[0] == '-' && len(s) > 2 && isDigit(s[1]):
		return "; a minus stands before the number"
	case signs&withEscape != 0 && coded(s), signs&withEscape != 0 && injected(s):
		return "; it is written as a program or an address of the web has it, with %20 or \\n"
	case signs&withDigit != 0 && telephoned(s):
		return "; a telephone number stands behind it"
	case s[0] == '=' && len(s) > 1, s[len(s)-1] == ';', s[len(s)-1] == ',' && len(s) > 1:
		return "; a formula of a spreadsheet or a sign of a file is left over"
	case signs&(withDigit|withDate) == withDigit|withDate && minusHouse(s):
		return "; a minus stands before the number"
	case strings.Contains(s, `","`), strings.Contains(s, `";"`):
		return "; other cells of its line are in it, with their quotes"
	case signs&withNumber != 0 && password(s):
		return "; it is a password"
	case signs&withSlash != 0 && twoStreets(s):
		return "; it is two streets"
	case signs&withQuestion != 0 && strings.HasSuffix(s, "??"):
		return unsure
	case signs&(withDigit|withWords|withDate) == withDigit && len(s) > longestHouse && monotone(s):
		return "; it is one digit again and again, or digits that count"
	}
	return ""
}

// password reports whether a text is a word for one, a colon and one word more.
func password(s string) bool {
	word, secret, found := strings.Cut(s, ":")
	secret = strings.TrimSpace(secret)
	return found && passwordWords.has(word) && secret != "" && strings.IndexByte(secret, ' ') < 0
}

var passwordWords = newWordSet("pw|pwd|pass|password|passwort|kennwort|passcode|mot de passe|mdp|contraseña|clave|senha|hasło|heslo|jelszó|şifre|sifre|parola|пароль|wachtwoord|lösenord|passord|adgangskode|salasana|密码|密碼|パスワード|비밀번호")

// minusHouse reports whether a text ends with a number that has a minus before it, and a space
// before that: Mill Lane -5.
func minusHouse(s string) bool {
	at := strings.LastIndexByte(s, '-')
	return at > 1 && s[at-1] == ' ' && s[at-2] != ' ' && !isDigit(s[at-2]) && at+1 < len(s) && isDigits(s[at+1:])
}

// coded reports whether spaces, commas and breaks of lines are written as programs write them.
func coded(s string) bool {
	return strings.Contains(s, "%20") || strings.Contains(s, "%2C") || strings.Contains(s, "\\n") || strings.Contains(s, "\\r")
}

// injected reports whether a text is what somebody tries a database with: 1' OR '1'='1.
func injected(s string) bool { return strings.Contains(s, "'='") }

// twoStreets reports whether a text is two streets with numbers, with a stroke between them.
func twoStreets(s string) bool {
	a, b, ok := strings.Cut(s, " / ")
	return ok && strings.ContainsAny(a, numerals) && strings.ContainsAny(b, numerals) && strings.IndexByte(a, ' ') > 0 && strings.IndexByte(b, ' ') > 0 &&
		(street(a) && street(b) || houseFirst(a) && houseFirst(b))
}

// numerals are the digits of ASCII.
const numerals = "0123456789"

// houseFirst reports whether a street begins with the number of a house.
func houseFirst(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return houseNumber(first)
}

// boxAlone reports whether a street is nothing but a box at a post office.
func boxAlone(s string) bool {
	at := strings.IndexAny(s, numerals)
	if at < 0 {
		return boxesWithout.has(s)
	}
	return strings.TrimLeft(s[at:], numerals+" -/") == "" && boxes.has(strings.TrimRight(s[:at], " .:#"))
}

// Words for a box at a post office, and for letters that are fetched there.
var (
	boxes = newWordSet("po box|p.o. box|p.o box|p o box|p.o.box|pobox|post office box|postfach|pf|boîte postale|boite postale|bp|b.p|apartado|apartado postal|apartado de correos|apdo|apdo. de correos|casilla|casilla de correo|casilla postal|caixa postal|cx postal|cx. postal|apartado dos correios|casella postale|c.p|" +
		"postbus|postboks|postbox|box|postilokero|pl|skrytka pocztowa|skr. poczt|poštovní schránka|p.o.b|pob|posta kutusu|pk|p.k|postafiók|а/я|абонентский ящик|абонентська скринька|п.к|τ.θ|ταχ. θυρίδα|ص.ب|صندوق بريد|ת.ד")
	boxesWithout = newWordSet("poste restante|poste-restante|general delivery|postlagernd|lista de correos|posta restante|fermo posta|до востребования")
)

// boxBegins are the bytes that words for a box begin with.
var boxBegins = func() (t [256]bool) {
	for _, set := range [...]*wordSet{boxes, boxesWithout} {
		for w := range strings.SplitSeq(set.list, "|") {
			t[w[0]], t[strings.ToUpper(w)[0]] = true, true
		}
	}
	return t
}()

// boxLands are countries where an address is a box, or may be one.
const boxLands = "ARE SAU QAT KWT BHR OMN YEM JOR LBN IRQ IRN ISR PSE EGY SDN SSD LBY DZA MAR TUN MRT KEN TZA UGA RWA BDI ETH ERI DJI SOM GHA NGA ZMB ZWE MWI BWA NAM LSO SWZ ZAF CMR CIV SEN BFA MLI NER TCD BEN TGO GAB COG COD CAF GNQ GIN GNB GMB SLE LBR STP CPV AGO MOZ MDG COM MUS SYC " +
	"FJI PNG WSM TON VUT SLB KIR TUV NRU MHL FSM PLW COK NIU TKL NCL PYF WLF GUM ASM MNP JAM BHS BRB TTO GRD LCA VCT DMA ATG KNA GUY SUR BLZ CYM BMU TCA VGB VIR AIA MSR HTI CUW ABW SXM MAC BRN MDV BTN AFG GRL FRO ISL SHN FLK GIB"

// twofold reports whether a text of several words is one twice, with a space or a comma
// between them.
func twofold(s string) bool {
	half := len(s) / 2
	if s[half] != ' ' {
		return false
	}
	first, second := s[:half], s[half+1:]
	if len(s)%2 == 0 {
		first, _ = strings.CutSuffix(first, ",")
	}
	return len(first) == len(second) && strings.IndexByte(first, ' ') > 0 && strings.EqualFold(first, second)
}
