package validate

// usualOf is how many usual numbers a country has beside the odd ones of a rule. Those of other
// rules count as well; of check digits it has one paper's alone.
func (l *numberLog) usualOf(rule, at int) (usual int64) {
	beside := [numNumberRules][]int{
		passportAsIdentity: {oddNumber}, passportAsCard: {oddPassport}, oddCard: {oddCard, oddCheck}, oddLicence: {oddLicence, oddCheck}, oddDigits: {oddCard, oddCheck},
		lostOfPerson: {oddNumber}, lostOnCard: {oddCard},
	}[rule]
	if beside == nil {
		beside = []int{rule}
	}
	for _, other := range beside {
		if at < len(l.tallies[other]) {
			usual += l.tallies[other][at].usual
		}
	}
	return usual
}

// judge is what tells whether the odd numbers of a rule in a country are so few that they are
// wrong.
func (l *numberLog) judge() func(rule int, t *tally) bool {
	credible, timely, cards := l.credible(), l.timely(), l.credibleCards()
	return func(rule int, t *tally) bool {
		switch {
		case len(t.odd) == 0:
			return false
		case rule == oddDigits:
			return t.told() || cards && int64(len(t.odd)) <= 1+t.usual/2
		case rule >= oddCheck && rule <= oddCardTerm:
			return t.few(leastChecked, checkedToOdd) || timely && rule >= oddTerm && t.few(0, 0)
		case rule == lostOfPerson || rule == lostOnCard:
			return t.few(leastUsual, usualToLost)
		case rule < oddPassport || rule > passportAsCard:
			return t.told()
		case credible && rule != passportAsCard:
			return t.few(leastCredible, credibleToOdd)
		}
		return t.few(leastWritten, writtenToOdd)
	}
}

// outnumbered reports whether a country has more odd numbers of other kinds than those that may
// have lost noughts: some of them fit by chance.
func (l *numberLog) outnumbered(rule, at int) bool {
	other := oddNumber
	switch rule {
	case lostOfPerson:
	case lostOnCard:
		other = oddCard
	default:
		return false
	}
	return at < len(l.tallies[other]) && len(l.tallies[other][at].odd) > len(l.tallies[rule][at].odd)
}

// credible reports whether the passports of a source mostly have numbers as their countries
// write them: then those that have not are mistakes, and no fancy of who made the source.
func (l *numberLog) credible() bool {
	usual, odd := countOfAll(l.tallies[oddPassport])
	return usual >= leastOfCredible && odd*credibleSource <= usual
}

// credibleCards is credible for cards, of which there are fewer.
func (l *numberLog) credibleCards() bool {
	usual, odd := int64(0), int64(0)
	for _, rule := range [...]int{oddCard, oddCheck, oddDigits} {
		u, o := countOfAll(l.tallies[rule])
		usual, odd = usual+u, odd+o
	}
	return usual >= leastOfCards && odd*usualToOdd <= usual
}

// countOfAll counts the numbers of all countries that are usual, and that are odd.
func countOfAll(list []tally) (usual, odd int64) {
	for i := range list {
		usual, odd = usual+list[i].usual, odd+int64(len(list[i].odd))
	}
	return usual, odd
}
