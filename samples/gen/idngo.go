package main

import (
	"bytes"
	"fmt"
	"strings"
)

// applicant is one line of the invented IDnGO export, as migrate pull writes it.
type applicant struct {
	number             int
	kind, email        string // kind is individual or company
	first, last        string // native/latin
	born, sex, country string
	docs, steps        string // in short, see docsOf and stepsOf
	review             string // status, answer and reject type, with spaces between
	videoSelfie        bool
}

// applicants has one of each case that a migration meets.
var applicants = []applicant{
	{1, "individual", "aigerim.s@mail.example", "Әйгерім/Aigerim", "Сейтқали/Seitkali", "1991-04-17", "F", "KAZ", "PASSPORT:KAZ", "GREEN:PASSPORT:KAZ", "completed GREEN", false},
	{2, "individual", "timur.a@mail.example", "Тимур/Timur", "Ахметов/Akhmetov", "1984-11-02", "M", "KAZ", "ID_CARD:KAZ", "GREEN:ID_CARD:KAZ", "completed GREEN", false},
	{3, "individual", "dana.k@mail.example", "Дана/Dana", "Ким/Kim", "1978-01-30", "F", "KAZ", "PASSPORT:KAZ ID_CARD:KAZ UTILITY_BILL:KAZ", "GREEN:ID_CARD:KAZ", "completed GREEN", false},
	{4, "individual", "oleg.p@mail.example", "Олег/Oleg", "Петренко/Petrenko", "1969-06-21", "M", "UKR", "PASSPORT:UKR DRIVERS:UKR", "RED:PASSPORT:UKR", "completed RED FINAL", false},
	{5, "individual", "nurlan.b@mail.example", "Нурлан/Nurlan", "Бекенов/Bekenov", "1995-09-09", "M", "KAZ", "DRIVERS:KAZ", "RED:DRIVERS:KAZ", "completed RED FINAL", false},
	{6, "individual", "saule.o@mail.example", "Сәуле/Saule", "Омарова/Omarova", "1988-12-12", "F", "KAZ", "ID_CARD:KAZ", "RED:ID_CARD:KAZ", "completed RED RETRY", false},
	{7, "company", "office@example.kz", "Контора/Kontora", "ТОО/LLP", "", "", "KAZ", "", "", "completed GREEN", false},
	{8, "individual", "ruslan.i@mail.example", "Руслан/Ruslan", "Исаев/Isaev", "1990-05-05", "M", "KGZ", "PASSPORT:KGZ", "GREEN:PASSPORT:KGZ", "pending", false},
	{9, "individual", "", "Мадина/Madina", "Жунусова/Zhunusova", "1999-03-14", "F", "KAZ", "ID_CARD:KAZ", "GREEN:ID_CARD:KAZ", "completed GREEN", false},
	{10, "individual", "alexey.v@mail.example", "Алексей/Alexey", "Волков/Volkov", "1982-08-08", "M", "RUS", "PASSPORT:RUS", "GREEN:PASSPORT:RUS", "completed GREEN", true},
	{11, "individual", "leyla.m@mail.example", "Лейла/Leyla", "Мамедова/Mammadova", "1993-02-27", "X", "AZE", "RESIDENCE_PERMIT:KAZ", "GREEN:RESIDENCE_PERMIT:KAZ", "completed GREEN", false},
	{12, "individual", "arman.t@mail.example", "Арман/Arman", "Тулеген/Tulegen", "2001-07-19", "M", "KAZ", "", "", "init", false},
}

// addApplicants makes the export and its pictures.
func addApplicants(files map[string][]byte) error {
	var out bytes.Buffer
	for i := range applicants {
		a := &applicants[i]
		out.WriteString(a.line())
		for n, path := range a.pictures() {
			if !strings.HasSuffix(path, ".jpg") {
				continue // the video is only named
			}
			r := random(a.number, 5+uint64(n))
			picture := drawFront(r)
			switch n {
			case 1:
				picture = drawBack(r)
			case 2:
				picture = drawSelfie(r)
			}
			if err := addPicture(files, path, picture); err != nil {
				return err
			}
			files["idngo/images/"+path] = files["images/"+path]
			delete(files, "images/"+path)
		}
	}
	files["idngo/applicants.jsonl"] = out.Bytes()
	return nil
}

func (a *applicant) id() string { return fmt.Sprintf("65a1f0c2d3e4b5a6978800%02x", a.number) }

// pictures are the paths of front, back and selfie.
func (a *applicant) pictures() []string {
	if a.steps == "" {
		return nil
	}
	selfie := "jpg"
	if a.videoSelfie {
		selfie = "mp4"
	}
	paths := make([]string, 3)
	for i, ext := range []string{"jpg", "jpg", selfie} {
		paths[i] = fmt.Sprintf("%s/%d.%s", a.id(), a.image(i), ext)
	}
	return paths
}

// image is the number of the i-th picture.
func (a *applicant) image(i int) int { return 820_000_000 + 100*a.number + i }

func (a *applicant) line() string {
	native := func(s string) string { n, _, _ := strings.Cut(s, "/"); return n }
	latin := func(s string) string { _, l, _ := strings.Cut(s, "/"); return l }
	var b strings.Builder
	fmt.Fprintf(&b, `{"id":%q,"createdAt":"2023-0%d-11 08:25:36","key":"EXAMPLEKEY","clientId":"example.kz","inspectionId":"65a1f0c2d3e4b5a6978801%02x","externalUserId":"client-%04d"`,
		a.id(), a.number%9+1, a.number, 7000+a.number)
	if a.email != "" {
		fmt.Fprintf(&b, `,"email":%q`, a.email)
	}
	fmt.Fprintf(&b, `,"lang":"ru","type":%q,"info":{"firstName":%q,"firstNameEn":%q,"lastName":%q,"lastNameEn":%q,"dob":%q,"gender":%q,"country":%q,"nationality":%q,`+
		`"addresses":[{"street":"Улица Абая %d","town":"Алматы","postCode":"0500%02d","country":"KAZ"}],"idDocs":[%s]}`,
		a.kind, native(a.first), latin(a.first), native(a.last), latin(a.last), a.born, a.sex, a.country, a.country, a.number, a.number, a.docsOf())
	fmt.Fprintf(&b, `,"review":%s,"_pull":{"by":"external","asked":"client-%04d","steps":%s,"images":%s}}`+"\n", a.reviewOf(), 7000+a.number, a.stepsOf(), a.imagesOf())
	return b.String()
}

func (a *applicant) docsOf() string {
	var docs []string
	for i, d := range strings.Fields(a.docs) {
		kind, country, _ := strings.Cut(d, ":")
		docs = append(docs, fmt.Sprintf(`{"idDocType":%q,"country":%q,"number":"N%07d%d","issuedDate":"2019-05-%02d","validUntil":"2039-05-%02d"}`, kind, country, 4_100_000+a.number, i, a.number, a.number))
	}
	return strings.Join(docs, ",")
}

func (a *applicant) reviewOf() string {
	parts := strings.Fields(a.review)
	text := fmt.Sprintf(`{"createDate":"2023-05-12 08:25:36+0000","reviewStatus":%q`, parts[0])
	if len(parts) > 1 {
		text += fmt.Sprintf(`,"reviewDate":"2023-05-12 09:01:12+0000","reviewResult":{"reviewAnswer":%q`, parts[1])
		if len(parts) > 2 {
			text += fmt.Sprintf(`,"rejectLabels":["EXAMPLE"],"reviewRejectType":%q`, parts[2])
		}
		text += "}"
	}
	return text + "}"
}

func (a *applicant) stepsOf() string {
	if a.steps == "" {
		return `{"IDENTITY":null,"SELFIE":null}`
	}
	parts := strings.Split(a.steps, ":")
	return fmt.Sprintf(`{"IDENTITY":{"reviewResult":{"reviewAnswer":%q},"country":%q,"idDocType":%q,"imageIds":[%d,%d]},"SELFIE":{"reviewResult":{"reviewAnswer":%q},"idDocType":"SELFIE","imageIds":[%d]}}`,
		parts[0], parts[2], parts[1], a.image(0), a.image(1), parts[0], a.image(2))
}

func (a *applicant) imagesOf() string {
	var images []string
	for i, path := range a.pictures() {
		images = append(images, fmt.Sprintf(`"%d":%q`, a.image(i), path))
	}
	return "{" + strings.Join(images, ",") + "}"
}
