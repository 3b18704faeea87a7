package mapper

import (
	"strings"
	"testing"
)

// Every TODO is told once, at its place, all together, and nothing else of it.
func TestTodo(t *testing.T) {
	const text = `version: 1
name: draft
source: {kind: csv}
key: TODO                     # which column tells records apart?
fields:
  email: {from: TODO}         # "mail" or "mail_2"
  fullName: {from: name}
  birthDate: {from: dob, date: [TODO]}
  kycStatus:
    from: status
    values:
      A: approved
      S: TODO                 # suspended?
  gender: {const: TODO}
  cf1: {const: "TODO"}        # a text
images:
  root: TODO
  idImage: {from: front}
`
	_, err := parse("d.yaml", []byte(text), testOptions())
	want := []string{
		`d.yaml:4:6: decide this: key is TODO; which column tells records apart?`,
		`d.yaml:6:17: decide this: fields.email.from is TODO; "mail" or "mail_2"`,
		`d.yaml:8:33: decide this: fields.birthDate.date is TODO; write the answer in place of TODO, or remove the key`,
		`d.yaml:13:10: decide this: fields.kycStatus.values.S is TODO; suspended?`,
		`d.yaml:14:19: decide this: fields.gender.const is TODO; write the answer in place of TODO, or remove the key`,
		`d.yaml:17:9: decide this: images.root is TODO; write the answer in place of TODO, or remove the key`,
	}
	if err == nil || err.Error() != strings.Join(want, "\n") {
		t.Errorf("got\n%v\nwant\n%s", err, strings.Join(want, "\n"))
	}
}
