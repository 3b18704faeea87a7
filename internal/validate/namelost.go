package validate

import (
	"strings"
	"unicode/utf8"
)

// letterLost is said of a first or last name that is in lostLetters.
const letterLost = "; a letter beyond ASCII was lost, or became another, as in Mller and Mvller"

// lostLetters are the common names of a country with letters beyond ASCII, without those: Mller,
// Gonzlez, ukasz. Names that are
// others so, and what is left of short ones, are not among them: André, Micha, Cline.
var lostLetters = newByCountry(map[string]*wordSet{
	"DEU AUT LIE":         withoutForeign(germanNames),
	"CHE":                 withoutForeign(germanNames + " " + frenchNames),
	"FRA BEL LUX CAN MCO": withoutForeign(frenchNames),
	"ESP ARG CHL MEX COL PER URY PRY BOL ECU VEN CRI PAN GTM DOM SLV HND NIC CUB": withoutForeign("García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Hernández Jiménez Muñoz Álvarez Gutiérrez Vázquez Vásquez Ramírez Domínguez Suárez Ibáñez Ordóñez Cáceres Cárdenas Óscar Andrés Mónica Verónica Adrián Martín Joaquín Germán Hernán Fabián Julián Nicolás Sebastián Ramón Concepción Encarnación Asunción Begoña Víctor Héctor Ángela Ángeles Bárbara Álvaro Benítez Méndez Velázquez Velásquez Bermúdez Márquez Chávez Núñez Estévez Meléndez Galán Rincón Calderón Zúñiga Castañeda Peñalver Patiño Treviño"),
	"PRT BRA AGO MOZ CPV": withoutForeign("João Conceição Gonçalves António Antônio Mônica Cláudia Cláudio Fábio Flávio Júlio Lúcia Patrícia Letícia Vinícius Verônica Márcia Márcio Sérgio Araújo Simões Magalhães Guimarães Assunção Estêvão Brandão Galvão Sebastião Damião Mário Glória Antônia Emília Cecília"),
	"POL":                 withoutForeign("Łukasz Małgorzata Wójcik Kamiński Kamińska Wiśniewski Wiśniewska Zieliński Zielińska Szymański Szymańska Woźniak Dąbrowski Dąbrowska Kozłowski Kozłowska Jabłoński Jabłońska Wróbel Stępień Pawłowski Pawłowska Michałowski Grażyna Jarosław Stanisław Stanisława Władysław Zdzisław Wiesław Wiesława Mirosław Mirosława Przemysław Bolesław Bogusław Bogusława Sławomir Elżbieta Józef Górski Górska Głowacki Głowacka Krzyżanowski Świątek Błaszczyk Maciąg Piątek Jasiński Jasińska Kaczyński Kaczyńska Wójtowicz Sobczyńska Zając Żukowski"),
	"CZE SVK":             withoutForeign("Dvořák Dvořáková Novák Nováková Černý Černá Procházka Procházková Kučera Kučerová Horáková Němec Němcová Marešová Ondřej Matěj Vojtěch Zdeněk Růžička Růžičková Králová Kateřina Markéta Václav František Ľubomír Štefan Kováč Kováčová Horváth Horváthová Veselý Veselá Jiřina Tomáš Lukáš Božena Květa Vlček Beneš Blažek Šimek Říha Tichý Zdeňka Miloš Luboš Křížek Čermák Čermáková Sedláček Sedláčková Doležal Doležalová"),
	"HUN":                 withoutForeign("Kovács Szabó Horváth Molnár Németh Takács Juhász Mészáros László István József Gábor Zoltán András Péter Tamás Balázs Zsófia Ágnes Erzsébet Oláh Szűcs Pintér Bíró Gulyás Szőke Vörös Sándor György Ildikó Réka Krisztián Szilágyi Lőrincz Székely Hegedűs Pásztor Török"),
	"TUR AZE CYP":         withoutForeign("Yılmaz Öztürk Yıldız Yıldırım Özdemir Şahin Çelik Kılıç Doğan Aydın Çetin Özkan Şimşek Erdoğan Gökhan Oğuz Uğur İbrahim İsmail Hüseyin Özgür Gülşen Kübra Büşra Ayşegül Tuğçe Çağlar Güneş Yüksel Gündüz Güler Kaplanoğlu Aslanoğlu Öztekin Özçelik Karakuş Şükrü Gülay Nurgül"),
	"SWE NOR DNK FIN ISL": withoutForeign("Björn Bjørn Jörgen Jørgen Sjöberg Lindström Söderberg Nyström Håkan Mårten Märta Kjær Sørensen Jørgensen Møller Østergaard Søren Håkon Mäkinen Hämäläinen Päivi Hänninen Söderström Sjögren Törnqvist Lönn Strömberg Ström Björklund Björk Jönsson Håkansson Mårtensson Åkesson Østby Bøe Sørlie Kjærgaard Nørgaard Grönlund Öhman Hägglund Väisänen Jääskeläinen Räsänen Pöyry Þorsteinn Guðrún Sigurðsson Kristján Kristjánsson Kristjánsdóttir Jónsson Jónsdóttir Stefánsson Stefánsdóttir Þórðarson Árnason Guðmundsson Guðmundsdóttir Jóhannsson Jóhannsdóttir Björnsson Björnsdóttir Magnúsdóttir Sigurðardóttir Gunnarsdóttir Ólafsson Ólafsdóttir Einarsdóttir Halldórsson Halldórsdóttir Pétursson Pétursdóttir Haraldsdóttir Hákonarson Sölvason Sævarsson"),
	"ROU MDA":             withoutForeign("Ștefan Ionuț Mihăilescu Răzvan Cătălin Cătălina Mădălina Mureșan Țurcanu Bălănescu Dănilă Ștefănescu Ștefania Pătrașcu Sălăjan Drăgan Drăghici"),
	balkan:                withoutForeign("Kovačević Marković Jovanović Petrović Nikolić Đorđević Stanković Ilić Pavlović Željko Željka Tomić Babić Knežević Vuković Milošević Živković Krnjić Horvatić Šarić Blažević Perković Novaković Bošnjak Božić Saša Nataša Snežana Žarko Čović Šimunović Račan Štefanija"),
})

// Common names of German and of French.
const (
	germanNames = "Müller Schäfer Schröder Krüger Köhler König Möller Jäger Günther Schütz Löffler Kühne Förster Röder Fröhlich Schönfeld Büttner Hübner Brückner Römer Jürgen Jörg Günter Björn Sören Käthe Bärbel Rüdiger Götz Dörte Lüdke Völker Kröger Häußler Nußbaum Bürger Fürst Wünsch Hänsel Händel Schäffer Schröter Töpfer Vögele Körner Köster Küster Kürten Kästner Lämmle Mühlbauer Müllner Nägele Pöschl Rädler Sänger Stürmer Wörner Zöllner Zürcher Härtel Hörmann Höfer Hölscher Gärtner Göbel Gröber Döring Büchner Bühler Böttcher Böhme Mößner Größl Lüders Lübke Schlüter Schürmann Stöcker Stüber Hölzl Kößler"
	frenchNames = "François Françoise Hélène Jérôme Benoît Stéphane Stéphanie Sébastien Frédéric Frédérique Gérard Cécile Mélanie Véronique Raphaël Chloé Agnès Jérémy Grégory Grégoire Bénédicte Valérie Amélie Aurélie Émilie Élodie Mickaël Léonard Lefèvre Bérénice Régine Régis Médéric Lemaître Hébert Prévost Guérin Gaëlle Joëlle Noémie Désirée Zoé Thérèse Adélaïde Geneviève"
)

// allLostLetters are those of all countries.
var allLostLetters = func() *wordSet {
	var lists []string
	for _, known := range lostLetters.list[1:] {
		lists = append(lists, known.list)
	}
	return newWordSet(lists...)
}()

// withoutForeign are words with spaces between them without their letters beyond ASCII, if
// enough is left.
func withoutForeign(words string) *wordSet {
	var left []string
	for word := range strings.FieldsSeq(words) {
		short := strings.Map(func(r rune) rune {
			if r >= utf8.RuneSelf {
				return -1
			}
			return r
		}, word)
		for _, spoilt := range [...]string{short, sevenBits(word)} {
			if low := strings.ToLower(spoilt); len(spoilt) >= leastLeft && spoilt != word && !soundLeft[low] {
				left = append(left, low)
			}
		}
	}
	return newWordSet(strings.Join(left, "|"))
}

// sevenBits is a word of Latin-1 whose bytes have lost their highest bit, as on lines for ASCII:
// Mvller for Möller. It is "" for a word that is another so, or one without its
// accents: of á, é and å something is left that can be read.
func sevenBits(word string) string {
	strange := false
	low := strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			return r
		}
		if strange = strange || !strings.ContainsRune("áéåÁÉÅ", r); r > 0xFF {
			return utf8.RuneError
		}
		return r & 0x7F
	}, word)
	if !strange || strings.ContainsRune(low, utf8.RuneError) || strings.EqualFold(low, strings.Join(foldWords(word), "")) {
		return ""
	}
	return low
}

// leastLeft is how many letters are left of a name at least that is known without the others.
const leastLeft = 4

// soundLeft are what is left of some names, and names as well.
var soundLeft = func() map[string]bool {
	m := make(map[string]bool)
	for name := range strings.FieldsSeq("michal milo lubo bene vesel tich tomi babi brando brahim smail witek glen rika galle doan julin arko alar fabin zajc zelik ziga kler huler damico gelik getin joco") {
		m[name] = true
	}
	return m
}()
