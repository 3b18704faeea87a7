package draft

import (
	"cmp"
	"slices"

	"kycmigrate/internal/inspect"
)

// verdict is what the content of a column says to a slot.
type verdict uint8

const (
	contradicts verdict = iota
	silent              // no value to judge by
	allows              // it may be so
	looks               // it looks so, as other columns may
	proves              // it looks like nothing else
)

// worth is what a verdict adds to the confidence.
func (v verdict) worth() float64 {
	return [...]float64{contradicts: 0, silent: 0.2, allows: 0.45, looks: 0.8, proves: 1}[v]
}

// judge tells whether the content of a column fits a slot, and why.
func (c *candidate) judge(s slot, now int) (verdict, string) {
	if c.content.n == 0 {
		return silent, "the column has no value"
	}
	switch s {
	case slotEmail:
		return c.judgeEmail()
	case slotIP:
		return c.ratio(c.content.ip, "IP addresses")
	case slotNationality, slotIssuing, slotAddressCountry:
		return c.judgeCountry(s)
	case slotFront, slotBack, slotSelfie, slotProof:
		return c.judgePicture()
	case slotBirthDate, slotIssueDate, slotExpireDate:
		return c.judgeDate(s, now)
	case slotGender, slotStatus, slotIDType:
		return c.judgeCodes(s)
	case slotFullName, slotFirstName, slotLastName, slotMiddle, slotInfix:
		return c.judgeName(s)
	case slotDocument:
		return c.judgeNumber()
	case slotIdentity:
		return c.judgeIdentity()
	case slotUserID:
		return c.judgeID()
	}
	return c.judgePlace(s)
}

// ratio judges by the share of the values that are of a form of their own.
func (c *candidate) ratio(n int, what string) (verdict, string) {
	share := c.content.share(n)
	why := inspect.Percent(share) + " of the values are " + what
	switch {
	case share >= 0.9:
		return proves, why
	case share >= 0.5:
		return allows, "only " + why
	case n == 0:
		return contradicts, "none of the values are " + what
	}
	return contradicts, "only " + why
}

// judgeEmail takes a column that some have words or mistakes in, where its name says
// what it is: their rows are told of when they are checked.
func (c *candidate) judgeEmail() (verdict, string) {
	const most = 0.5
	v, why := c.ratio(c.content.types[inspect.TypeEmail], "e-mail addresses")
	if v == proves && c.content.n >= 30 && c.content.variety() < 0.2 {
		return allows, "the same addresses stand in many rows, as those of the staff do"
	}
	if v == allows && c.content.share(c.content.types[inspect.TypeEmail]) >= most {
		return looks, why
	}
	const plainly, few = 0.95, 10
	if mails, rest := c.content.types[inspect.TypeEmail], c.content.n-c.content.mailless; v < looks && c.named[slotEmail] >= plainly && mails >= few && float64(mails) >= plainly*float64(rest) {
		return looks, why + ", and the others say that there is none"
	}
	return v, why
}

// judgeCountry also takes words and codes that no table of countries has, as "Filipino",
// "polskie" or a bank's own numbers, where the name of the column leaves no doubt: what
// they mean is to be stated, one by one.
func (c *candidate) judgeCountry(s slot) (verdict, string) {
	const plainly, least = 0.95, 0.5
	x := c.content
	v, why := c.ratio(x.country, "countries")
	if v == proves || c.named[s] < plainly || c.detail.Values == nil || len(c.detail.Values) > mostCodes {
		return v, why
	}
	other := x.types[inspect.TypeEmail] + x.types[inspect.TypeDate] + x.types[inspect.TypePhone] + x.types[inspect.TypeDecimal] + x.types[inspect.TypeImage]
	coded := x.mean() <= 4 && x.n >= 10
	if x.share(other) > 0 || x.variety() > least || s != slotNationality && v == contradicts && !coded {
		return v, why
	}
	if x.share(x.lettered) < 0.9 && !coded || c.knownShare(slotGender) >= 0.9 || yesNo(c.detail.Values) {
		return v, why
	}
	if x.country == 0 && ofMarriage(c.detail.Values) {
		return v, "the values are those of a marital status"
	}
	return looks, "the values are words or codes for countries, of which some are to be stated"
}

// yesNo reports whether values only say whether something is so.
func yesNo(values []inspect.Value) bool {
	return len(values) <= 3 && !slices.ContainsFunc(values, func(v inspect.Value) bool {
		return !slices.Contains([]string{"y", "n", "yes", "no", "0", "1", "true", "false", "t", "f", "j", "s", "si", "sim", "nao", "oui", "non", "ja", "nein", ""}, joined(v.Value))
	})
}

// judgePicture takes whatever names a file: where the pictures are, and whether ARGOS
// takes them, is no question of which column has them.
func (c *candidate) judgePicture() (verdict, string) {
	x := c.content
	switch pictures := x.share(x.picture); {
	case pictures >= 0.9:
		return proves, inspect.Percent(pictures) + " of the values name JPEG or PNG files"
	case x.share(x.path) >= 0.9:
		return looks, inspect.Percent(x.share(x.path)) + " of the values name files"
	case x.share(x.path) >= 0.5:
		return allows, "the values name files, but not all of them"
	}
	return contradicts, "the values name no files"
}

// judgeDate holds the years of the dates against what a person, or a document,
// can have.
func (c *candidate) judgeDate(s slot, now int) (verdict, string) {
	x := c.content
	if c.national != nil {
		return c.judgeYears(s, now, c.ofDates(s, c.national.share), c.national.year)
	}
	dated := c.ofDates(s, x.share(x.dated))
	open := allows // its name leaves no doubt, and how its days are written is to be stated
	if c.named[s] >= 0.95 && x.variety() >= 0.3 {
		open = looks
	}
	if len(c.detail.Layouts) > 0 && dated < 0.5 && x.share(x.plain) >= 0.9 && s == slotBirthDate {
		return allows, "the values are six digits, perhaps YYMMDD"
	}
	if x.share(x.era) >= 0.9 && x.share(x.eraYear) >= 0.05 || x.share(x.hijri) >= 0.9 {
		return open, "the years are of another calendar"
	}
	if s == slotExpireDate && x.share(x.years4) >= 0.1 && x.share(x.years4+x.dated) >= 0.9 {
		if c.named[s] >= 0.95 {
			return looks, "many of the values are years"
		}
		return allows, "many of the values are years"
	}
	if dated < 0.6 {
		if x.share(x.types[inspect.TypeInteger]+x.types[inspect.TypeDecimal]) > 0.9 && x.mean() < 8.5 && x.mean() >= 5 {
			return open, "the values are numbers, perhaps of days"
		}
		if s != slotIssueDate && x.share(x.years4+x.dated) >= 0.9 && x.share(x.years4) >= 0.2 {
			return open, "many of the values are years"
		}
		return contradicts, "the values are no dates"
	}
	if (x.year(0.5) > 2400 || x.year(0.05) > 1300 && x.year(0.95) < 1520) && len(c.standIns) == 0 {
		return open, "the years are of another calendar"
	}
	if len(c.standIns) == 0 || s == slotBirthDate {
		years := c.yearsFor(s, now)
		return c.judgeYears(s, now, dated, func(share float64) int { return yearAt(years, share) })
	}
	years := slices.DeleteFunc(slices.Clone(c.yearsFor(s, now)), func(y int) bool { return y >= 2090 || y <= 1901 })
	return c.judgeYears(s, now, c.ofDates(s, x.share(len(years))), func(share float64) int { return yearAt(years, share) })
}

// yearsFor are the years of the dates, those of two digits in the century that a slot
// makes likely: a paper expires in years to come.
func (c *candidate) yearsFor(s slot, now int) []int {
	x := c.content
	if s != slotExpireDate || x.share(x.shortYear) < 0.5 {
		return x.years
	}
	years := slices.Clone(x.years)
	for i, y := range years {
		if y < now-45 {
			years[i] = y + 100
		}
	}
	slices.Sort(years)
	return years
}

// ofDates is a share of the values as one of those that could be dates: a paper may
// have a word in the place of its date, and nobody has one in that of a birth.
func (c *candidate) ofDates(s slot, share float64) float64 {
	const leastDates = 0.3
	if s == slotBirthDate || c.dates+c.voidDays < leastDates || c.dates == 0 {
		return share
	}
	return min(1, share/c.dates)
}

// judgeYears judges dates by their years. dated is the share of the values that are
// dates, and year the one that a share of the dates is not after.
func (c *candidate) judgeYears(s slot, now int, dated float64, year func(share float64) int) (verdict, string) {
	low, middle, high := year(0.05), year(0.5), year(0.95)
	sure, what := looks, " of the values are dates of "
	if len(c.standIns) > 0 && s != slotBirthDate {
		what = " of the values, words aside, are dates of "
	}
	if dated < 0.9 {
		sure = allows
	}
	switch s {
	case slotBirthDate:
		switch {
		case middle > now-10 || high > now+1:
			return contradicts, "the dates are too late for births"
		case middle <= now-16 && high <= now && low >= now-115:
			return sure, inspect.Percent(dated) + what + "the years in which customers are born"
		}
	case slotIssueDate:
		switch {
		case high > now+1 || middle < now-45:
			return contradicts, "the dates are no days on which papers in use were issued"
		case low >= now-45:
			return sure, inspect.Percent(dated) + what + "the last decades"
		}
	case slotExpireDate:
		switch {
		case middle < now-25:
			return contradicts, "the dates are too early for papers in use"
		case high < now+1:
			return allows, "hardly any of the dates is yet to come, as those on which papers expire are"
		case low >= now-35 && high <= now+80:
			return sure, inspect.Percent(dated) + what + "these years"
		}
	}
	return allows, "the dates spread over unlikely years"
}

// judgeCodes looks for words that are known.
func (c *candidate) judgeCodes(s slot) (verdict, string) {
	if c.detail.Values == nil || len(c.detail.Values) > mostCodes {
		return contradicts, "the column is no list of codes"
	}
	for _, other := range []slot{slotGender, slotStatus, slotIDType} {
		plain := c.named[s] >= 0.95 && c.named[other] < 0.3 && s != slotIDType // M and F may be met and failed
		if other != s && !plain && c.knownShare(other) >= 0.9 && c.knownShare(s) < 0.9 {
			return contradicts, "the values are those of " + string(other)
		}
	}
	switch known := c.knownShare(s); {
	case known >= 0.9:
		return proves, "the values are known words or codes for it"
	case known > 0:
		return looks, inspect.Percent(known) + " of the rows hold known words or codes for it"
	case s == slotGender && len(c.detail.Values) > mostGenders:
		return contradicts, "the values are none of its words, and too many"
	case len(c.detail.Values) <= 12 && c.content.types[inspect.TypeEmail]+c.content.types[inspect.TypeDate]+c.content.types[inspect.TypePhone] == 0:
		return allows, "the values are a few codes" + cmp.Or(c.unsettled(s), ", none of which is known")
	}
	return contradicts, "none of the values is a known word for it"
}

// mostGenders is how many codes a column of genders has at most of which none is known.
const mostGenders = 6

// knownShare is the share of the rows with a value that hold a known code.
func (c *candidate) knownShare(s slot) float64 {
	if share, looked := c.known[s]; looked {
		return share
	}
	known, total := int64(0), int64(0)
	outcome := s != slotStatus
	for _, code := range c.codes(s) {
		if inspect.TypeOf(code.value) == inspect.TypeEmpty {
			continue
		}
		total += code.rows
		if code.meaning != "" {
			known += code.rows
		}
		outcome = outcome || code.meaning != "" && code.meaning != leftOut
	}
	if !outcome {
		known = 0 // words for a check that goes on are those of any other process
	}
	c.known[s] = float64(known) / float64(max(total, 1))
	return c.known[s]
}

// outcomeShare is the share of the rows with a value that hold a word for an outcome: a
// check that goes on has none. both tells whether there are words for good ones, and for
// bad ones or for checks that go on.
func (c *candidate) outcomeShare() (share float64, both bool) {
	rows, total := map[string]int64{}, int64(0)
	for _, code := range c.codes(slotStatus) {
		if inspect.TypeOf(code.value) != inspect.TypeEmpty {
			rows[code.meaning] += code.rows
			total += code.rows
		}
	}
	return float64(rows["approved"]+rows["rejected"]) / float64(max(total, 1)), rows["approved"] > 0 && rows["rejected"]+rows[leftOut] > 0
}

func (c *candidate) judgeName(s slot) (verdict, string) {
	x := c.content
	worded := x.share(x.types[inspect.TypeName])
	if (s == slotMiddle || s == slotInfix) && x.share(x.digited) <= 0.1 && x.share(x.country) < 0.9 && x.mean() <= 20 {
		return looks, "the values are parts of names, or letters" // "T.", "van der"
	}
	switch {
	case x.share(x.digited) > 0.1 || worded < 0.7:
		return contradicts, "the values are no names"
	case x.n >= 30 && x.distinct <= 3:
		return contradicts, "the same few values stand in all rows"
	case s == slotFullName && x.n >= 50 && x.variety() < 0.2 && !c.header.has["user"]:
		return allows, "the same values stand in many rows"
	case x.n >= 30 && x.share(x.country) >= 0.9 && x.variety() < 0.3:
		return contradicts, "the values are countries"
	case worded < 0.9:
		return allows, inspect.Percent(worded) + " of the values are words without digits"
	}
	if s == slotFullName && x.share(x.words) < 0.5 && x.share(x.eastern) < 0.5 {
		return allows, "most values are a single word"
	}
	return looks, inspect.Percent(worded) + " of the values are names by their look"
}

func (c *candidate) judgeNumber() (verdict, string) {
	x := c.content
	coded := x.share(x.types[inspect.TypeIdentifier] + x.types[inspect.TypeInteger] + x.types[inspect.TypePhone])
	if coded < 0.9 && x.share(x.digited) >= 0.9 && x.share(x.types[inspect.TypeText]) > 0 {
		coded = x.share(x.digited) // written with spaces or signs
	}
	switch {
	case coded < 0.5 || x.share(x.digited) < 0.6 || x.share(x.types[inspect.TypeEmail]+x.types[inspect.TypeDate]) > 0.2:
		return contradicts, "the values are no numbers of papers"
	case x.n >= 10 && x.variety() < 0.5 || x.mean() < 4 || x.mean() > 30:
		return contradicts, "the values are too few or too short for numbers of papers"
	case coded < 0.9 || x.variety() < 0.9 && max(c.named[slotDocument], c.named[slotIdentity]) < 0.95:
		return allows, inspect.Percent(coded) + " of the values look like numbers of papers"
	}
	return looks, inspect.Percent(coded) + " of the values look like numbers of papers, and hardly any repeats"
}

// judgeIdentity takes numbers that hold the birth dates of their rows for those of these persons.
func (c *candidate) judgeIdentity() (verdict, string) {
	v, why := c.judgeNumber()
	if c.tellsBirth && v != contradicts {
		return proves, "the numbers hold the birth dates of their rows"
	}
	return v, why
}

func (c *candidate) judgeID() (verdict, string) {
	x := c.content
	switch {
	case x.share(x.types[inspect.TypeDate]) > 0.5 || x.n >= 10 && x.variety() < 0.5:
		return contradicts, "the values do not tell records apart"
	case x.counts && c.named[slotUserID] < 0.8:
		return allows, "the values number the rows, and may be others in the next export"
	case x.unique():
		return proves, "every row has a value of its own"
	case x.variety() >= 0.97 && x.fill() >= 0.97:
		return looks, "nearly every row has a value of its own"
	}
	return allows, inspect.Percent(x.variety()) + " of the values differ"
}

func (c *candidate) judgePlace(s slot) (verdict, string) {
	x := c.content
	other := x.share(x.types[inspect.TypeEmail] + x.types[inspect.TypeDate] + x.types[inspect.TypeImage])
	lettered := x.share(x.lettered)
	switch {
	case s == slotZip || s == slotPhone || s == slotHouse:
		if other > 0.2 {
			return contradicts, "the values are something else"
		}
		return looks, "nothing speaks against it"
	case s == slotState && c.named[s] >= 0.8 && x.share(x.brief) >= 0.9 && x.n >= 10 && x.variety() < 0.5 && c.knownShare(slotStatus) < 0.9 && !c.hasState():
		return looks, "the values are codes, as of regions"
	case other > 0.1 || lettered < 0.5:
		return contradicts, "the values are no words of an address"
	case s == slotState && (c.knownShare(slotStatus) >= 0.9 || c.hasState()):
		return contradicts, "the values are those of a status"
	case (s == slotStreet || s == slotAddress) && x.coded():
		return contradicts, "the values are codes, each a different one"
	case (s == slotStreet && c.header.ordinal < 2 || s == slotAddress) && x.n >= 30 && x.distinct <= 3:
		return contradicts, "the same few values stand in all rows"
	case (s == slotCity || s == slotState) && x.share(x.digited) > 0.3:
		return allows, "many of the values have digits"
	case s == slotAddress && x.mean() < 12 && x.share(x.eastern) < 0.5:
		return allows, "the values are short for whole addresses"
	case lettered < 0.9:
		return allows, inspect.Percent(lettered) + " of the values are words"
	}
	return looks, inspect.Percent(lettered) + " of the values are words of an address by their look"
}

// states are words for where a record stands, which no region is called.
var states = map[string]bool{
	"active": true, "inactive": true, "open": true, "opened": true, "closed": true, "pending": true, "new": true, "completed": true, "complete": true,
	"done": true, "suspended": true, "dormant": true, "blocked": true, "frozen": true, "cancelled": true, "expired": true, "enabled": true, "disabled": true,
}

// hasState reports whether a value is a word for where a record stands.
func (c *candidate) hasState() bool {
	return slices.ContainsFunc(c.detail.Values, func(v inspect.Value) bool { return states[joined(v.Value)] })
}
