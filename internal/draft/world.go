package draft

// worldWords are of all kinds, by language, with the phrases that mean something else
// than their words do. Of those, as of furtherWords, the shorter ones stand alone. A
// line in brackets names the language. The words are as fold leaves them.
const worldWords = `
(english)
user: cus
national: natlid|natl id no|social sec|citizen no|social sec no|personal id no|citizen number|citizenship no|citizen card no|taxpayer id personal|personal identification number|qid|sss|icno|snic|gsis|umid|ssnum|sosec|omang|nicop|socsec|huduma|philsys|new ic|old ic|rsa id|eid no|nic no|phil id|qatar id|ic number|ghana card|eid number|nic number|ein personal|social insurance no|national insurance no|social insurance number
login: logonid|usr nm|user nm|usr name|web user|online id|web login|logon name|display handle|user principal name|upn|uname|samaccountname|signin name|portal user|netbank user|portal login|internet user id
zip: pincode|zip no|pin cd|zip pin|zip ext|postal no|pin code no|postal index|postal number|postcd|eircode|post index
phone: landline|landphone|tel res|res phone|day phone|phone prefix|phone country|daytime phone|whatsapp number|country calling code|hph|bph|wph|isd|tele|pager|telex|teleph|tel off|std code|off phone|dialing code|evening phone
user id: personid|end user id|custkey|user key|party key|client key|person key|customer key
external: sourceid|merchantidscanreference|vendor reference|merchant reference|merchant scan reference|xref|crossref|legacy key|source key|cross reference
first name: fornames|first legal name|givn|fstname|frstnam|christian|giv name|frst name
birth other place: hometown|cob|birth plc|place birth|plc of birth|native place
gender: genderid|sex id|sex type|sex desc|legal sex|sex at birth|legal gender|gender description|gend|biological sex
birth date: birthtime|birth full date|birdate|dobirth|birthtm|d of b|d birth|birth dte|dte of birth
other: formername|prev name|other name|poa holder|former names|previous name|family member|previous names|previous surname|aka|bene|emerg|carer|sister|friend|doctor|trustee|settlor|sibling|brother|insured|assured|cosigner|executor|siblings|daughter|referred|claimant|landlord|protector|caregiver|physician|coborrower|references|shareholder|grandfather|shareholders|fath nm|next kin|rel party|prior name|driver name|also known as|third holder|life assured|related party|related person|family members|power of attorney|authorized person|great grandfather|short name of company|authorised signatory|authorized signatory|administrator estate|pobox|postbox|initials|landmark|nearest landmark
full name: displayname|name on id|surname name|name surname|name on document|name and surname|surname and name|surname first name|first and last name|surname and first name|cusnm|cusname|formattedname|whole name|complete nm|entire name|name as on id|name as per id|printed name|name as per pan|name as per aadhaar|full name as per passport
middle name: secondgivenname|second forename|second first name|mdl nm|nm mid|mdl name|mid initial
ip: ip no|login ip|ip login|registered ip|last ip address|register ip
document number: id num
house: bld no|house name|hse|blk|flr|room|door|plot|block|floor|stairs|storey|entrance|premises|staircase|subpremise
flag: curr no|rec stat|rec status|revision no|record stat|verified flag|record status|email verified|phone verified|mobile verified|os|ua|ver|sys|env|app|utm|tag|sla|dup|dnc|opt|tos|vip|mfa|otp|sdk|api|nri|gst|mop|idx|hit|atm|pos|raw|xml|etag|lock|tags|step|gdpr|test|demo|live|role|salt|mime|size|page|slug|plan|prod|lead|blog|mode|rule|hits|todo|misc|meta|json|port|sysid|promo|bonus|queue|stage|phase|merge|terms|theme|roles|scope|width|pages|brand|hobby|skype|viber|minor|rules|index|match|kiosk|debit|dummy|spare|blank|extra|table|shard|system|tenant|cookie|coupon|points|dedupe|merged|master|hidden|public|format|widget|vendor|scheme|frozen|method|medium|online|target|filler|unused|custom|extras|toggle|object|entity|schema|version|voucher|loyalty|visible|privacy|premium|setting|quality|webhook|package|hobbies|discord|dormant|trigger|matches|matched|display|offline|feature|payload|dataset|cluster|platform|priority|settings|question|encoding|callback|redirect|provider|services|packages|branding|pipeline|prospect|interest|dormancy|deceased|einvoice|dispatch|template|override|mnemonic|reserved|features|metadata|endpoint|protocol|affiliate|promotion|lifecycle|milestone|duplicate|agreement|encrypted|interests|instagram|statement|frequency|overrides|exception|partition|invitation|duplicates|visibility|disclaimer|preference|permission|encryption|resolution|exceptions|environment|fingerprint|preferences|permissions|integration|opportunity|placeholder|userdefined|correlation|subscription|questionnaire|miscellaneous|key id|api key|trace id|event id|sms opt in|ig handle|us person|once auth|do not call|two factor|sort order|invite code|merged into|device model|content type|do not contact|terms accepted|accepted terms|us citizen flag|email confirmed|phone confirmed|security answer|authorised flag|operating system|user agent string|security question|whereabouts unknown
district: ward no|dist|ward|taluk|thana|dstrct|taluka|mandal|woreda|parish|upazila|subcity|borough|quarter|district|subdistrict|neighborhood|neighbourhood|arrondissement
country: cnty cd|nation name
risk: cust typ|cif type|cust type|cust class|party type|client type|person type|investor type|customer type|customer class|applicant type|client category|customer category|investor category|seg|fraud|mifid|greylist|severity|blacklist|whitelist|suspicious|confidence|similarity|blacklisted|probability|sensitivity|suitability|classification|appropriateness|cr profile|adverse media|credit rating|calc risk class|credit profile|manual risk class
permanent address: reg addr|per add|perm add|permanent add
state: state id|admin area|stprv|emirate|governorate|stateorprovince|administrativearea|st prov|usps state
marital: home type|home status|residential status|tz|mrtl|hair|eyes|rent|mstat|caste|tribe|ethnic|degree|smoker|zodiac|marstat|pronoun|housing|retired|veteran|marriage|disabled|literacy|preflang|pronouns|dwelling|disability|complexion|qualification|accommodation|qualifications|eye color|mar status|hair color|own or rent|civil status|mother tongue|preferred contact|preferred channel|preferred language|politically exposed|educational qualification
issue date: id issued|isudt|iss dte|issue dte
kyc status: kyc state|edd status|kyc completed|verification state|kyc done|kyc complete|kyc compliant|kyc compliance|compliance status|due diligence status
staff: scanned by|decision by|ro|sup|csr|mlro|head|sales|updby|author|editor|handler|auditor|support|assignee|assigned|verifier|supervisor|consultant|caseworker|salesperson|coordinator|crt by|cre by|off cd|rel mgr|entry by|keyed by|crt user|signed by|handled by|entered by|decided by|rel manager|captured by|rejected by|screened by|team leader|attended by|witnessed by|decisioned by|authorised by|authorized by|introduced by|account executive|compliance officer
user number: insured no|policyholder no|policyholder number|cusnum|cifkey|patron no|passenger no
document: nrega card|birth cert|company id card|birth certificate|voter|nrega|votercard|traveldoc|baptismal|epic no|voters id|alien card|refugee id|voters card|ration card|seaman book|health card|seamans book|travel document
permit: iqama card|work permit|resident card|residence card|permanent resident card|biometric residence permit|brp|kitas|kitap|greencard|stay permit|alien registration
event: last review|last contact|due|doj|log|crtd|updt|sync|sent|logs|since|mtime|ctime|stamp|visit|audit|visits|synced|posted|logged|closure|visited|history|audited|renewal|renewed|revisit|meeting|inserted|schedule|archived|enrolled|imported|migrated|reviewed|scheduled|activated|onboarded|migration|retrieved|initiated|requested|published|activation|enrollment|deactivated|appointment|as of|as at|opn dt|eff dt|chg dt|crt dt|cre dt|ins dt|etl ts|lst upd|opn date|eff date|last chg|crt date|cre date|biz date|etl date|open date|insert ts|last seen|signed in|maint date|last maint|date added|close date|decided at|checked at|started at|first seen|last change|change date|insert date|next review|rejected at|rejected on|screened at|finished at|finish time|last signin|onboard date|joining date|date entered|extract date|posting date|last activity|last purchase|last contacted|enrolment date|processing date|last maintenance|maintenance date
issue authority: issuer name|issuing office|issuedby|placeofissue|iss plc|issue place|issuing body|issuing place
passport number: passport id|ppno|pspt|ppnum|passprt
address: postal addr|street addr full|adrs|addrs|addss|addrss|resi addr|where lives|resi address|usual address|place of living|complete address|formatted address|place of residence
status: status name|status desc
selfie image: live selfie
issue country: issue nation|issuing nation|nation of issue|issued by country
organisation: business unit|ib|occ|sic|lob|brn|bch|bic|aba|dba|isic|nace|desk|ifsc|micr|occup|naics|brnch|solid|swift|labor|sector|dealer|broker|labour|routing|payroll|college|faculty|student|position|industry|division|military|employed|employers|workplace|costcenter|university|designation|distributor|occupational|incorporation|establishment|co code|sort code|cost centre|company book|profit center|work experience|introducing broker
document type: identity type|document desc|idnt type|doc sub type|document subtype|means of identification
contact address: postal address|mailing add
nationality: citizenship status country|natnl|ntnlty
proof address image: address verification document
account: sb|gl|bvn|upi|vpa|sim|dpid|boid|imsi|imei|safe|nuban|demat|meter|vault|crypto|cheque|payout|ewallet|custody|checking|portfolio|blockchain|pan masked|btc address|eth address|trading account
uuid: sk|serial|srl no|ser num|hub key|entry no|entry id|hash key|surrogate key
contract: ftd|lot|flow|task|lots|appno|trade|quote|claim|lease|trades|equity|margin|claims|journey|inquiry|enquiry|process|deposit|invoice|receipt|mandate|proposal|withdraw|leverage|incident|mortgage|facility|complaint|evaluation|assessment|withdrawal|collateral|investigation|form no|jumio id|form number|process instance
amount: avg|min|max|sum|net|sow|sof|aum|pct|fee|bal|qty|ltv|debt|rate|fees|cost|used|cash|term|fico|gross|asset|price|usage|avail|ratio|annual|yearly|weekly|assets|budget|volume|ledger|tenure|average|minimum|maximum|monthly|expense|overdue|arrears|percent|purpose|expenses|exposure|quantity|duration|available|household|overdraft|commission|investment|liabilities|outstanding|investments|income band|income range|credit limit|credit score|bureau score|income bracket|num dependents|years with bank|expected volume|no of dependents|years at address|dependents count|turnover expected|expected turnover|number of dependents
last name: fam|srnm|surnm|srname|lstname|sirname|surename|surnames
birth year: yob
tax: utr|itin|gstin|kra pin|taxpayer id|taxpayer no
street: ave|lane|avenue|estate|boulevard|thoroughfare|st name
city: ctv|vill|urban|village|placename|metro area city
reason: memo|alert|alerts|errors|summary|finding|feedback|findings|narrative|narration|annotation|explanation|annotations|justification|sub label|issue list|sub reason|fail reason|decline code|reject codes|warnings list|failure reason|decline reason|rejection reasons|details of refusal|moderation comment
signature: iris|thumb|biometric|thumbprint|biometrics|voice print
expiry: ppexp|lapses|xpr dt|exp dte|lapse date|maturity of document
license number: dlno|driv lic|driver lic|driver licence number
title: salut|honorifics|generation|jr sr|mr mrs|gen suffix|courtesy title|academic title
email: eaddr|emailad|eaddress|electronic mail|internet address
secondary address: cor add|corr add|bus addr|cor address|corres addr|corresp addr|corres address|corresp address
address line: address line one|address line two
secondary nationality: dual nationality|dual citizenship
residence country: residing country
kyc result: compliance decision
(german)
risk: kundenart|kundentyp|gwg|schufa|bonitat|bonitaet|geldwasche|geldwaesche|risikoklasse|risikogruppe|kundengruppe|risikoprofil|anlegerprofil|sanktionsliste|risikobewertung|kundenkategorie|risikoeinstufung
login: nutzername|anmeldekennung|zugangskennung|portalbenutzer
kyc: legitimationsprufung|legitimationspruefung|verifiziert|legitimiert|verifizierung|ident verfahren
national: sv nummer|ahv|ahvnr|sozialversicherungsnummer|rentenversicherungsnummer|sozialvers nr
event: prufung am|legitimiert am|seit|ende|stand|beginn|eintritt|austritt|stichtag|beitritt|kundeseit|kundigung|loschdatum|kuendigung|erfassdatum|erstelldatum|vertragsende|aufnahmedatum|wiedervorlage|kontoeroffnung|eintrittsdatum|austrittsdatum|anderungsdatum|vertragsbeginn|beitrittsdatum|erfassungsdatum|eroffnungsdatum|aenderungsdatum|kundigungsdatum|erstellungsdatum|eroeffnungsdatum|schliessungsdatum|aktivierungsdatum|registrierungsdatum|aend dat|gepruft am|eroffnet am|geprueft am|geloscht am|letzter login|registriert am|geschlossen am|konto eroeffnet|letzte anderung|letzter zugriff|letzter kontakt|letzte aenderung|letzte anmeldung|identifiziert am
full name: name und vorname|gesamtname|voller name|vor und zuname|vor u nachname|kompletter name
issue authority: ausgestellt von|ausstellort|ausstellbehorde|ausstellbehoerde|ausgestellt durch
flag: kz|agb|aktiv|kanal|kenner|sperre|passiv|quelle|werbung|inaktiv|produkt|gesperrt|herkunft|passwort|kennwort|verstorben|zugangsweg|kennzeichen|datenschutz|einwilligung|vertriebsweg|steuerinlander|vertriebskanal|steuerauslander|sperrkennzeichen|loschkennzeichen|devisenauslander|loeschkennzeichen|werbeeinwilligung
user number: knr|gpnr|kdnummer|personenkennung|mandantennummer|versichertennummer|kundenidentifikation|mitgl nr|gp nummer|vers nehmer nr|kundenstamm nr
country: lkz|landerkurzel|laenderkuerzel|landesschlussel|landeskennzeichen
organisation: blz|mandt|branche|mandant|tatigkeit|bankstelle|firmenname|taetigkeit|vermittler|orgeinheit|bankleitzahl|kostenstelle|berufsgruppe|berufsstatus|branchencode|niederlassung|beschaftigung|erwerbsstatus|buchungskreis|beschaeftigung|geschaftsstelle|geschaeftsstelle|vertriebspartner|berufsbezeichnung|firmenbezeichnung|zweigstellennummer|fil nr
account: kto|depotnr|kartennr|ktostand|sparkonto|girokonto|kontostand|depotnummer|kartennummer|bankverbindung|verrechnungskonto
other: erbe|buerge|werber|zahler|ehefrau|ehemann|bevollm|vormund|postfach|vollmacht|vertreter|empfehler|mitinhaber|madchenname|angehoriger|angehoerige|maedchenname|kunstlername|zweitinhaber|begunstigter|kuenstlername|lebenspartner|beguenstigter|mitkontoinhaber|ansprechpartner|bevollmachtigter|bevollmaechtigter|sorgeberechtigter|bezugsberechtigter|erziehungsberechtigter|vorsorgebevollmaechtigter|wohnhaft bei|fruhere namen|fruehere namen|frueherer name|betreuer gesetzlich|wirtsch berechtigter|gesetzlicher vertreter|abweichender kontoinhaber|wirtschaftlich berechtigter
birth date: gebd|gebtag|geburtstag
house: tuer|etage|adresszus|stockwerk|wohnungsnr|adresszusatz|wohnungsnummer|hausnummernzusatz|anschriftenzusatz|adr zusatz|hausnr zusatz|zusatz hausnr|hausnummer zusatz
contract: fall|antrag|police|kredit|vorgang|auftrag|darlehen|antragsnr|vertragsnr|vorgangsnr|fallnummer|bestellung|aktenzeichen|antragsnummer|policennummer|vertragsnummer|vorgangsnummer|auftragsnummer|darlehensnummer|versicherungsnummer|versicherungsschein|vorgangs id
first name: vname|vorname s|vornamen alle
last name: nname|familiennamen
phone: rufnr|mobilnr|vorwahl|telefax|mobiltel|festnetz|mobilfunk|mobilnummer|mobiltelefon|tel gesch|telefon geschaftlich
staff: sachb|prufer|pruefer|betreuer|erfasser|sachbearb|vertriebsmitarbeiter|gepruft von|geprueft von|gepruft durch|genehmigt von|bearbeitet von|geprueft durch|freigegeben von|legitimiert durch
amount: summe|gehalt|umsatz|anzahl|beitrag|einlage|vermogen|guthaben|zinssatz|vermoegen|nettoeinkommen|mittelherkunft|jahreseinkommen|bruttoeinkommen|monatseinkommen|haushaltsgrosse|herkunft der mittel
document type: dokart|doktyp|ausweiskategorie|identifikationsart|art des ausweises|legitimationspapier art
document number: leginr|seriennummer ausweis
district: bezirk|ortsteil|stadtteil|landkreis
zip: plzahl|postleitz
state: provinz
marital: wahrung|zivilstand|konfession|guterstand|ausbildung|volljahrig|korrsprache|gueterstand|wohnsituation|wohnverhaltnis|aufenthaltsstatus|korrespondenzsprache
reason: hinweis|vermerk|notizen|hinweise|freitext|sonstiges|begrundung|zusatzinfo|zusatztext|begruendung|beschreibung|ablehnungsgrund|grund der ablehnung
selfie image: portrat|portraet|gesichtsbild|gesichtsfoto
city: gemeinde
title: adelstitel|namenszusatz|anredeschluessel|akademischer grad
expiry: gultigkeit|gueltigkeit|verfalldatum|verfallsdatum|gultigkeitsende|gueltigkeitsende|gultigkeitsdatum|gueltigkeitsdatum
kyc status: legistatus|prufungsstatus|verifikationsstatus|verifizierungsstatus|identifikationsstatus|identifizierungsstatus
issue date: ausstelldat|ausstellungstag
proof address image: meldezettel|meldebestatigung|meldebescheinigung
user: depotinhaber|versicherter|vertragspartner|geschaftspartner|geschaeftspartner|versicherungsnehmer
issue country: ausstellland|ausstellerland|ausstellerstaat|ausgebendes land
address: meldeadresse|hauptadresse|postanschrift|meldeanschrift|adresse komplett|vollstandige adresse
secondary address: zweitadresse|zweitwohnsitz|versandadresse|versandanschrift|geschaftsadresse|korrespondenzadresse|korr adresse
document image: ausweiskopie|legitimationskopie
gender: geschlechtskz
tax: kirchensteuer|steueransaessigkeit|steuerliche ansaessigkeit
kyc result: prufungsergebnis|verifizierungsergebnis|identifikationsergebnis
residence country: ansaessigkeitsland|land des wohnsitzes
nationality: staatszugehorigkeit|staatsangehoerigkeit|staatszugehoerigkeit|nationalitatskennzeichen
idcard number: pa nr
front image: bild vorne|vorne bild|ausweis vorne|ausweiskopie vorne
street: strasse u nr
back image: bild hinten|hinten bild|ausweis hinten|ausweiskopie hinten
email: e mail kontakt|elektronische adresse
ip: ip adresse bei registrierung
secondary nationality: zweite staatsangehoerigkeit|weitere staatsangehoerigkeit
(french)
full name: prenom nom|prenom et nom|nom entier|noms prenoms|noms et prenoms|identite complete
event: verifie le|maj|saisie|cloture|adhesion|fermeture|resiliation|dt cre|dt ouv|dat ouv|cree le|date ouv|dt modif|saisi le|dat modif|valide le|date modif|modifie le|date effet|date debut|date entree|date arrete|dernier acces|debut relation|date d adhesion|dernier contact|prochaine revue|date extraction|entree en relation|date modification|date souscription|dernier mouvement|date de modification|date enregistrement|derniere modification
status: etat client|situation client
risk: type client|type de client|lcbft|notation|cotation|cote risque|liste noire|classe risque|profil risque|classe de risque|profil de risque|sanctions liste|categorie client|typologie client
middle name: second prenom|autres prenoms|prenoms suivants
expiry: date validite|fin de validite|date de validite|date fin de validite|date de fin de validite
issue country: pays emetteur|pays deliv|pays d emission
login: nom utilisateur|nom d utilisateur|pseudo|pseudonyme
issue authority: prefecture delivrance|emetteur|organisme|emise par|lieu deliv|delivre par|delivree par|lieu delivrance|lieu de delivrance
other: bp|njf|chez|epoux|epouse|tuteur|enfant|proche|parrain|enfants|heritier|filiation|mandataire|cotitulaire|procuration|representant|nom jf|nb enfants|ayant droit|ayants droit|boite postale|personne a prevenir|personne a contacter|beneficiaire effectif
birth date: nee|dnaiss|datnais|dt nais|date nais
national: nss|avs|niss|insee|n secu|num secu|n national|no national|numero national|n securite sociale|no securite sociale|numero securite sociale|numero identite nationale|numero d identification nationale
idcard: cin|carte nationale|carte nationale d identite
tax: ifu|niu|residence fiscale
house: bat|bte|appt|porte|boite|lieudit|batiment|immeuble|escalier|complement|appartement|cpl adresse|complement d adresse
zip: npa|cpostal|cod post|code post|code postale
organisation: csp|rccm|poste|siret|siren|metier|emploi|entite|reseau|guichet|fonction|activite|direction|succursale|etablissement|point de vente|raison sociale|secteur activite|secteur d activite|registre commerce|activite professionnelle|categorie socioprofessionnelle
account: cpt|rib|cpte|livret|ncompte|intitule|cle rib|n carte|num carte
flag: mdp|actif|canal|gamme|offre|quota|decede|inactif|origine|produit|suspendu|indicateur|provenance|opposition|demarchage|consentement|sms oui non|mot de passe|resident oui non|langue interface
proof address image: jdd|preuve adresse|justif domicile|facture domicile|preuve de residence
first name: pren|prenom usuel|premier prenom
phone: fixe|indicatif|telecopie|tel pro|tel bureau
contract: pret|dossier|demande|commande|sinistre|operation|police assurance
amount: taux|loyer|revenus|salaire|encours|plafond|capital|versement|patrimoine|revenu annuel|origine fonds|revenu mensuel|salaire mensuel|origine des fonds|chiffre affaires|nb enfants a charge|provenance des fonds
user number: tiers|matricule|racine client
user: membre|preneur|personne|emprunteur|societaire|personne physique
state: wilaya|gouvernorat
marital: sitfam|ethnie|logement|sit mat|niveau etude|sit familiale|niveau etudes|sit matrimoniale|regime matrimonial|statut matrimonial|capacite juridique|situation logement|situation familiale|situation de famille|resident non resident|langue correspondance
title: qualite
kyc: verifie|vigilance|conformite|connaissance client
staff: vendeur|apporteur|commercial|exploitant|responsable|cree par|saisi par|valide par|util modif|user modif|modifie par|verifie par|controle par|util creation|charge de compte|charge clientele|charge de clientele|apporteur d affaires|conseiller clientele|utilisateur modification
reason: libelle|remarques|precisions|observation|commentaires|observations|motif rejet|motif refus|raison refus|motif de rejet|motif de refus
district: quartier|secteur adresse
last name: patronyme|nomfamille|noms de famille|nom patronymique
selfie image: autoportrait
birth other place: lieunaissance|ne a|nee a|lieu nais|lieu naiss
document number: num pi
document type: type pi
license number: n permis|num permis|numero permis
city: lib ville
document image: copie cni|copie piece|piece jointe
permit: carte sejour|titre sejour|carte de sejour|carte de resident
secondary address: adresse envoi|adresse livraison|adresse secondaire|adresse facturation|adresse de facturation|adresse correspondance|adresse professionnelle|adresse de correspondance
address: adresse postale|adresse complete|adresse actuelle|adresse principale|adresse personnelle
kyc result: avis conformite
email: adresse electronique|courrier electronique
(spanish)
house: no ext|no casa|nro casa|num casa|casa nro|numero casa|numero de casa|mza|dpto|apto|lote|depto|torre|numint|altura|manzana|escalera|edificio|apartamento|no int|no exterior|no interior|num exterior|num interior|letra puerta|numero interior|interior domicilio
login: nom usuario|nombre usuario|apodo|usuario acceso|usuario de acceso
first name: prim nombre|pnombre|primer nom|pri nombre|nombre propio
document number: ndoc|ndocumento|clave elector|clave de elector
issue authority: expedido en|lugar exp|emitido por|expedido por|lugar emision|organo emisor|lugar de emision|entidad emisora|lugar expedicion|autoridad emisora|lugar de expedicion|institucion emisora|autoridad expedidora
risk: tip persona|tipo cliente|tipo persona|tipo de cliente|tipo de persona|buro|ofac|puntaje|sarlaft|segmento|calificacion|clasificacion|es pep|lista negra|grado riesgo|perfil riesgo|matriz riesgo|listas negras|central riesgo|perfil de riesgo|perfil inversor|persona expuesta|lavado de activos|perfil de inversor|categoria cliente|listas restrictivas|perfil transaccional|persona politicamente expuesta
other: ref personal|nombre anterior|referencia personal|hijo|hija|espos|hijos|esposo|esposa|garante|albacea|casilla|familiar|pariente|codeudor|referido|heredero|firmante|apartado|apoderado|cotitular|referidor|parentesco|apoderados|autorizado|referencias|beneficiario|beneficiarios|representante|ap casada|a cargo de|entre calle|entre calles|apellido casada|apellido soltera|propietario real|apellido de casada|apellido de soltera|persona autorizada|contacto emergencia|contacto de emergencia
document type: tipo identif|tdoc|tip ide|tipo ide|clase doc|clase documento|clase de documento
address: dom particular|direc|domic|direcc|domicilio real|direccion completa|domicilio completo|direccion habitacion
status: estado cliente|situacion|cve estatus
full name: nombre y apellido|nombre apellidos|apellidos nombre|nomape|denominacion|nom completo|nombre legal completo|apellidos nombres completos
user number: cuc|codcli|cve cte|cve cliente|legajo cliente|codigo unico cliente|codigo unico de cliente
national: dpi|nup|nui|cuil|num imss|seguro social
tax: nit|ruc|cuit|condicion iva|regimen fiscal|obligacion fiscal|identificacion fiscal
idcard: ine|ife|carne|carnet|credencial elector|credencial para votar|documento nacional de identidad
district: urb|fracc|vereda|reparto|partido|parroquia|urbanizacion|corregimiento|fraccionamiento
state: edo|entidad|ent fed|entidad fed|entidad federativa
phone: tlf|cel|telf|tfno|lada|telef|tlfno|tel fijo|telefono fijo|telefono contacto
organisation: suc|cci|cbu|cvu|ciiu|plaza|cargo|rubro|clabe|puesto|empleo|oficio|oficina|negocio|compania|actividad|empleadora|institucion|giro negocio|act economica|lugar trabajo|centro de costo|unidad negocio|giro comercial|centro trabajo|giro del negocio|lugar de trabajo|unidad de negocio|centro de trabajo|sector economico|nombre comercial|entidad bancaria|actividad economica|empresa donde trabaja
account: cta|monedero|billetera|subcuenta|cta ahorro|cuenta ahorro|cuenta bancaria|cuenta corriente|clabe interbancaria
contract: caso|cuota|poliza|pedido|credito|tramite|prestamo|solicitud|operacion|siniestro|inversion|expediente|aportacion|transaccion
amount: tasa|cant|monto|plazo|sueldo|gastos|limite|salario|activos|pasivos|egresos|cantidad|proposito|patrimonio|facturacion|dependientes|ingreso neto|ingreso anual|origen fondos|monto mensual|rango ingresos|ingreso mensual|patrimonio neto|origen de fondos|origen recursos|personas a cargo|ingresos anuales|destino recursos|ingresos mensuales|origen de los fondos|monto transaccional|procedencia recursos
last name: appat|apepat|apaterno|papellido|apepaterno|primer ape|apellido pat|pri apellido|apell paterno
second last name: apmat|apemat|amaterno|sapellido|segundo ape|apellido mat|apell materno
marital: etnia|ecivil|estrato|estcivil|edocivil|estudios|vivienda|residente|escolaridad|instruccion|discapacidad|estado civ|jefe de hogar|zona horaria|propia rentada|nivel educativo|grado academico|regimen conyugal|idioma preferido|cabeza de familia|sociedad conyugal|grado instruccion|calidad migratoria|regimen matrimonial|grado de instruccion|condicion migratoria|condicion residencia|situacion migratoria
reason: causa|razon|glosa|causal|alerta|alertas|mensaje|descripcion|comentarios|anotaciones|aclaraciones|nota interna|causa rechazo|razon rechazo|motivo rechazo|detalle motivo|notas internas|razon de rechazo|motivo de rechazo
flag: marca|clave|medio|activo|fuente|bandera|vigente|campana|inactivo|indicador|bloqueado|fallecido|contrasena|consentimiento|usa sms|red social|canal venta|habeas data|canal origen|clave acceso|canal de venta|autoriza datos|redes sociales|origen registro|acepta terminos|plan contratado|aviso privacidad|recibe publicidad|producto principal|acepta promociones|estado registro sistema
user: deudor|persona|usuaria|asociada|afiliado|afiliada|inversor|comitente|ahorrista|apostador|suscriptor|inversionista|cuentahabiente|persona fisica|asegurado titular
staff: cajero|agente|promotor|vendedor|analista|operador|ejecutivo|promotora|vendedora|digitador|encargado|capturista|funcionario|usu modif|creado por|aprobado por|revisado por|validado por|usuario crea|atendido por|capturado por|registrado por|modificado por|autorizado por|verificado por|actualizado por|usuario creador|asesor comercial|gestor comercial|oficial cumplimiento|oficial de cumplimiento
middle name: snombre|segundo nom|otros nombres
birth other place: oriundo|lugarnac|lug nac|ent nac|natural de|lugar nacim|lugar nacimiento
street: avenida|carrera|vialidad
city: poblado
event: captura|antiguedad|vinculacion|ult mod|fec act|fec crea|f ingreso|fec carga|fecha crea|fec ingreso|fec proceso|fecha carga|fecha corte|socio desde|fec actualiz|fecha cierre|fecha inicio|fecha ingreso|ingreso socio|ultimo acceso|fecha proceso|cliente desde|ultimo ingreso|fec aprobacion|fecha efectiva|fecha consulta|fecha de ingreso|primer deposito|ult modificacion|fecha afiliacion|fecha aprobacion|fecha movimiento|proxima revision|fecha activacion|fecha cancelacion|ultimo movimiento|fecha de afiliacion|fecha de aprobacion|fecha autorizacion
front image: frontal|lado frontal
back image: trasera|foto posterior|documento trasero|posterior documento
selfie image: retrato|autofoto|prueba de vida foto|foto prueba de vida
nationality: gentilicio
kyc: validacion|cumplimiento kyc|debida diligencia|conozca a su cliente|conocimiento del cliente
birth date: fnacimiento|fe nac|f nacim|fec naci|nacido el|nacida el|fec nacim|fch nacim|fecha nacim|fe nacimiento|f de nacimiento
expiry: f vto|f venc|fe venc|f caducidad|validez hasta|vigente hasta|vigencia hasta
issue date: fec emi|fec exped|f emision|fecha emi|fecha exped|fecha otorgamiento
gender: cve sexo
issue country: pais emi
country: cve pais
residence country: pais resi|pais donde reside
ip: ip origen
proof address image: recibo luz|recibo servicios|comprob domicilio|factura servicios|recibo de servicios|constancia domicilio|certificado domicilio|constancia de domicilio|justificante domicilio|servicio publico imagen|justificante de domicilio|certificado de residencia
zip: codigo post
email: correo elec|emilio correo|direccion electronica
kyc result: resolucion kyc|resultado biometria|resultado del proceso|dictamen cumplimiento|resultado identificacion
secondary address: direccion envio|direccion de envio|dir correspondencia|direccion comercial|domicilio comercial|direccion correspondencia|domicilio correspondencia|direccion de correspondencia|domicilio de correspondencia
permit: forma migratoria|carnet extranjeria|carne de extranjeria|carnet de extranjeria|cedula de extranjeria
secondary email: email alternativo|correo alternativo
kyc status: estado cumplimiento|estatus cumplimiento|estado identificacion
(portuguese)
risk: tppessoa|tipo pessoa|tipo de pessoa|spc|pld|coaf|pldft|serasa|grau risco|grau de risco|perfil risco|perfil de risco|classe cliente|lista restritiva|perfil investidor|listas restritivas|classificacao risco|perfil de investidor|classificacao de risco|politicamente exposto|pessoa politicamente exposta
issue authority: uf rg|uf emissor|uf emissao|local emissao|local de emissao|emissor documento|uf emissora|org expedidor|orgao expedidor|entidade emissora|arquivo identificacao|arquivo de identificacao
expiry: val doc|caducidade|vence em|expira em|data expiracao|data de expiracao
issue date: dt exp rg|expedicao|emitido em|expedido em
first name: prim nome|pri nome|nome proprio|nomes proprios
birth other place: local nasc|local nascimento|local de nascimento
login: nome usuario|nome de usuario|nome do usuario|nome utilizador|apelido usuario|nome de utilizador
full name: nome e apelido|nome e sobrenome|nome civil|nm completo|nome inteiro
event: data validacao|data referencia|data verificacao|adesao|inclusao|admissao|alteracao|encerramento|dt fim|dt atual|data fim|dt carga|dt inicio|data base|ult acesso|dt analise|data fecho|dt demissao|data inicio|dt aprovacao|data analise|dt renovacao|dt movimento|ult alteracao|ult movimento|data extracao|data aprovacao|proxima revisao|dt cadastramento|ultimo movimento|dt processamento|data desligamento|data cadastramento|renovacao cadastral
issue country: pais emissor documento
amount: vl|vlr|qtd|bens|vlrenda|despesas|montante|rendimento|quantidade|rendimentos|faturamento|investimentos|renda bruta|faixa renda|renda mensal|renda liquida|faixa de renda|origem fundos|origem recursos|rendimento anual|origem dos fundos|rendimento mensal|agregado familiar|origem dos recursos|faturamento mensal
national: pis|nis|cgccpf|cpfcnpj|pispasep|contribuinte|nu cpf|num bi|num cc|bi numero|bilhete identidade|bilhete de identidade
document: rne|rnm|ctps|certidao|titulo eleitor|titulo de eleitor|carteira trabalho|carteira de trabalho
tax: irs|inscricao estadual|numero de identificacao fiscal
phone: ddd|tlm|fone|telemovel|tel fixo|tel contato|telefone fixo|fone comercial|tel residencial|fone residencial|telefone comercial|contacto telefonico|telefone residencial
organisation: cbo|nib|loja|ramo|cnae|cnpj|setor|balcao|filial|funcao|unidade|ocupacao|atividade|cooperativa|cod pa|razao social|nome fantasia|pa atendimento|posto atendimento|entidade patronal|sector actividade|natureza juridica|entidade bancaria|atividade economica|empresa empregadora|situacao profissional
account: pix|nrdconta|poupanca|cc conta|dv conta|chave pix|digito conta|conta corrente|conta bancaria|carteira digital|conta investimento
state: sguf|sgestado|uf residencial
marital: raca|religiao|instrucao|deficiente|emancipado|deficiencia|escolaridade|habilitacoes|raca cor|cor raca|casa propria|tipo moradia|grau instrucao|regime casamento|grau de instrucao|tempo residencia|capacidade civil|lingua preferida|regime de casamento|tempo de residencia|grau de escolaridade|habilitacoes literarias
flag: lgpd|ativo|obito|senha|plano|origem|aceite|versao|inativo|produto|falecido|excluido|indicacao|consentimento|func banco|in bloqueio|rede social|st registro|aceite termos|aceita termos|empregado banco|aceita marketing|autoriza contato
other: filho|marido|filhos|parente|filiacao|herdeiro|procurador|dependente|dependentes|ao cuidado|indicado por|caixa postal|nome solteira|nome de solteira|segundo titular|ponto referencia|contato emergencia|ponto de referencia|contato de emergencia
house: andar|bloco|compl|fracao|fraccao|dscomplemento|n porta|no porta|num porta|numero porta
address: ender|dsendereco|end residencial|morada completa|endereco completo|endereco residencial
user: pessoa|aderente|cooperado|associado|utilizador|investidor|proponente|correntista|pessoa fisica|segurado titular
birth date: dtanasc|dn nasc|nascido em|nascida em|d nascimento|dta nascimento
email: dsemail|tx email|email pessoal|end eletronico|correio eletronico|correio electronico|endereco eletronico
contract: apolice|proposta|operacao|processo|sinistro|transacao|protocolo|consorcio|aplicacao|emprestimo|solicitacao|financiamento|titulo capitalizacao
reason: parecer|mensagem|descricao|observacoes|justificativa|motivo recusa|motivo reprova|motivo rejeicao|motivo da recusa|detalhes motivo|motivo da rejeicao|motivo reprovacao
last name: apelidos|sobrenomes|ult nome
street: travessa|arruamento|dslogradouro
city: concelho|dist conc|cidade residencial
staff: assessor|corretor|captador|consultor|responsavel|colaborador|criado por|alterado por|aprovado por|digitado por|analisado por|mesa analista|cadastrado por|atualizado por
user number: matricula
district: freguesia|bairro residencial
kyc: validacao|verificado|diligencia|conheca seu cliente|analise cadastral kyc
secondary address: end com|end cobranca|morada envio|end comercial|endereco entrega|endereco cobranca|endereco comercial|morada correspondencia|endereco correspondencia|endereco de correspondencia
back image: cc verso|costas documento|documento costas
middle name: nome meio|nome do meio|nomes do meio|segundo nome|nome intermedio|nome intermediario
front image: cc frente
status: st cliente|situacao cadastral
proof address image: conta de luz|fatura servicos|comprov endereco|comprov residencia|comprovativo morada|comprovativo de morada|comprovativo residencia|comprovativo de residencia
document number: nu documento|n identificacao|n doc identificacao|no doc identificacao|num doc identificacao|numero identificacao|numero do documento de identificacao
idcard: cart cidadao|cartao de cidadao|cartao do cidadao|carteira identidade|carteira de identidade
selfie image: prova de vida
license number: n carta conducao|no carta conducao|num carta conducao
zip: cep residencial
kyc status: status biometria|status compliance|status identificacao
document type: especie documento|tipo identificacao|tipo de identificacao|tipo doc identificacao|tipo documento identificacao
kyc result: resultado analise|parecer compliance|resultado da analise|resultado identificacao
permit: visto de residencia|titulo de residencia|autorizacao residencia|autorizacao de residencia
(italian)
full name: cognomenome|nomecognome|cogn nome|denominazione|nome per esteso|nominativo completo
residence country: stato res|stato residenza|stato di residenza
issue authority: rilasciato da|questura|prefettura|rilasciata da|ente emittente|luogo rilascio|ente emettitore|ente rilasciante|luogo di rilascio|autorita emittente
status: stato cliente|stato anagrafica
event: data verifica|data riconoscimento|chiusura|adesione|iscrizione|censimento|estinzione|decorrenza|dt agg|data ins|data agg|socio dal|data fine|cliente dal|data inizio|dt inserimento|ultimo accesso|data estrazione|data cessazione|data inserimento|data profilatura|data caricamento|data approvazione|data elaborazione|data sottoscrizione|data identificazione|data prossima verifica
risk: tipo soggetto|lista nera|grado rischio|profilo mifid|classe rischio|fascia rischio|profilo rischio|natura soggetto|classe di rischio|fascia di rischio|profilo di rischio|tipologia cliente|merito creditizio|rischio riciclaggio|profilo investitore|politicamente esposta|politicamente esposto
street: indirizzo e civico|viale|piazza|toponimo|dug via|denominazione stradale
user number: cag|matricola|cod anagrafico|cod anagrafica|codice anagrafico|codice anagrafica
last name: cgn|cogn|cognomi
idcard: cie|ci numero|carta di identita|carta identita elettronica
country: naz|sigla nazione|codice stato estero
secondary email: pec
organisation: sae|rae|abi|cab|sede|ente|ateco|agenzia|settore|impiego|impresa|mestiere|attivita|istituto|mansione|sportello|dipendenza|professione|occupazione|ragione soc|punto vendita|ragione sociale|natura giuridica|attivita economica|attivita lavorativa|filiale di riferimento
tax: piva|part iva|partita iva|regime fiscale|residenza fiscale|domicilio fiscale|codice fiscale estero
house: nciv|scala|numciv|interno|palazzina
amount: fido|scopo|premio|redditi|quantita|stipendio|fatturato|liquidita|reddito annuo|origine fondi|scopo e natura|fascia reddito|reddito mensile|fascia di reddito|origine dei fondi|provenienza fondi|familiari a carico|provenienza dei fondi|patrimonio complessivo
other: figli|erede|eredi|marito|moglie|figlio|figlia|tutore|presso|delegato|delegati|paternita|maternita|esecutore|familiare|referente|procuratore|fideiussore|beneficiari|segnalatore|presentatore|cointestatari|cointestatario|rappresentante|cognome nubile|casella postale|cognome da nubile|nucleo familiare|titolare effettivo|contatto emergenza|rappresentante legale|legale rappresentante
district: rione|frazione|quartiere|circoscrizione
contract: mutuo|ordine|pratica|polizza|prestito|fascicolo|richiesta|operazione|preventivo|transazione|finanziamento
flag: fonte|attivo|canale|estinto|bloccato|deceduto|consenso|consensi|prodotto|versione|indicatore|cancellato|provenienza|non attivo|valido flag|parola chiave|flag dipendente|dipendente banca|canale acquisizione|residente non residente
user: utenza|soggetto|iscritto|debitore|assistito|tesserato|mutuatario|assicurato|investitore
national: codfis|cf cliente|codice fisc
marital: divisa|religione|istruzione|titolo studio|stato famiglia|titolo di studio|stato di famiglia|capacita giuridica|regime patrimoniale|abitazione proprieta|lingua corrispondenza
reason: avvisi|causale|commenti|anomalie|motivazione|annotazioni|descrizione|osservazioni|segnalazioni|segnalazione|note interne|motivo rifiuto|dettaglio esito|motivazione rifiuto|motivo respingimento
staff: gestore|addetto|cassiere|promotore|venditore|incaricato|funzionario|collocatore|responsabile|creato da|utente ins|inserito da|approvato da|modificato da|aggiornato da|verificato da|identificato da|utente inserimento|operatore inserimento|promotore finanziario|consulente finanziario
account: tessera|rapporto|libretto|n carta|num carta|conto gioco|numero carta|conto corrente|carta di credito|deposito titoli|coordinate bancarie
birth date: dnascita|nata il|data nas|dta nascita|giorno di nascita
nationality: cittadin|cittadinanze
secondary address: recapito|ind corrispondenza|indirizzo spedizione|indirizzo di spedizione|indirizzo fatturazione|indirizzo corrispondenza|indirizzo di corrispondenza|indirizzo postale corrispondenza
phone: prefisso|tel fisso|tel ufficio|telefono fisso|telefono ufficio|recapito telefonico|recapiti telefonici
proof address image: bolletta|certificato residenza|attestazione residenza|certificato di residenza|utenza domestica documento
login: soprannome|username portale
address: abitazione|indirizzo completo|recapito principale|indirizzo anagrafico
kyc: riconoscimento|antiriciclaggio|verificato cliente|adeguata verifica clientela
birth other place: nata a|nato a|nato a a|luogo nasc|loc nascita|luogo nascita
issue date: dt ril|data ril|emesso il|data em doc|rilasciata il
kyc status: stato av|stato controllo|stato validazione|stato identificazione
kyc result: esito av|esito controllo|esito controlli|esito valutazione|risultato controllo|esito identificazione
back image: retro ci|ci retro|scansione retro
state: sigla prv|sigla prov|sigla provincia
front image: fronte ci|ci fronte|scansione fronte
first name: primo nome|nome di battesimo
middle name: altri nomi
ip: ip accesso
expiry: valido fino|data validita|data fine validita|validita documento
document type: tipologia doc|tipologia documento
city: loc residenza
email: casella email|e mail personale|casella di posta
zip: cod avv postale|codice avviamento postale
issue country: stato emittente|paese emittente
document image: copia documento|allegato documento|scansione documento
document number: estremi documento
secondary nationality: altra cittadinanza|seconda cittadinanza
(dutch)
risk: klanttype|klantsoort|type klant|soort klant|risico|klantgroep|risicoklasse|sanctielijst|risicoprofiel|risicocategorie|risicoclassificatie|politiek prominent
idcard number: idkaartnummer
document: legitimatiebewijs|identificatiebewijs|legitimatie|identiteitsbewijs
login: gebruiker naam|inlog|bijnaam|inlognaam|schermnaam|aanmeldnaam|gebruikersid
full name: naam en voornaam|weergavenaam|tenaamstelling|naam volledig|opgemaakte naam|voor en achternaam
user number: rekeninghouder nr|lidnr|lidnummer|persoonsnr|debiteurnr|klantkenmerk|persoonsnummer|debiteurnummer|deelnemersnummer|verzekerdenummer|polishouder nr
staff: geverifieerd door|geidentificeerd door|verkoper|beheerder|behandelaar|relatiebeheer|verantwoordelijke|ingevoerd door|beoordeeld door|goedgekeurd door|intermediair naam|gecontroleerd door
document type: soort identificatie|aard document|aard legitimatie
flag: jn|bron|actief|kanaal|versie|inactief|herkomst|blokkade|indicatie|vervallen|overleden|wachtwoord|verwijderd|geblokkeerd|toestemming|nieuwsbrief|akkoord voorwaarden
user: lid|leden|speler|relatie|persoon|abonnee|deelnemer|aanvrager|kredietnemer|verzekeringsnemer|verzekerde persoon|natuurlijk persoon
organisation: kvk|functie|afdeling|kantoornr|vestiging|agentschap|bijkantoor|rechtsvorm|instelling|bedrijfstak|organisatie|beroepsgroep|bedrijfsnaam|maatschappij|kantoornummer|dienstverband|tussenpersoon|administratie|arbeidsrelatie|vestigingsnummer|ondernemingsnummer
gender: gesl|geslachtsaanduiding
national: insz|inszn|sofinr|sofinummer|rijksregister|burgerservicenr
house: toev|huisnr|busnummer|toevoeging|huisletter|verdieping|bus nr
kyc: wwft|geverifieerd|klantonderzoek|geidentificeerd|identiteitscontrole
contract: zaak|polis|lening|schade|polisnr|offerte|aanvraag|hypotheek|zaaknummer|transactie|polisnummer
first name: vnaam|voornm|doopnamen|alle voornamen|eerste voornaam|voornamen volledig
last name: anaam|achternm|eigennaam
infix name: voorv|vvgsl|tussenvgsl
other: voorl|voogd|curator|postbus|kinderen|erfgenaam|voorletter|echtgenoot|echtgenote|voorletters|meisjesnaam|gemachtigde|begunstigde|nabestaande|gemachtigden|verwantschap|bewindvoerder|medeaanvrager|vertegenwoordiger|mederekeninghouder|relatie tot|tweede rekeninghouder|wettelijk vertegenwoordiger|uiteindelijk belanghebbende
zip: pstcd|postc
event: sinds|opgezegd|einddatum|peildatum|beeindigd|begindatum|opzegdatum|invoerdatum|aanmaakdatum|mutatiedatum|ingangsdatum|afsluitdatum|aanmelddatum|openingsdatum|inschrijfdatum|wijzigingsdatum|registratiedatum|in dienst|geopend op|uit dienst|datum invoer|datum aanmaak|datum mutatie|laatste login|laatste inlog|datum wijziging|laatste mutatie|laatst ingelogd|datum opzegging|laatst gewijzigd|datum aanmelding|laatste wijziging|datum registratie|datum laatste contact
account: reknr|spaarrekening|betaalrekening|beleggingsrekening
amount: omzet|inleg|rente|aantal|premie|salaris|jaarinkomen|maandinkomen|inkomensbron|kredietlimiet|doel relatie|bruto inkomen|netto inkomen|doel rekening|herkomst middelen|herkomst van middelen
title: aanhef|predikaat|titulatuur|aanspreektitel|adellijke titel
phone: mobiel|netnummer|vast nummer|telefoon vast|mobiele telefoon
marital: geloof|burgst|huwelijk|opleiding|overlijden|woonsituatie|verblijfsstatus|opleidingsniveau|gezinssamenstelling|burg staat|huwelijkse staat|burgerlijke stand
birth date: gbdatum
reason: notitie|notities|opmerkingen|toelichting|afwijsreden|omschrijving|bijzonderheden|memo veld|reden afkeur|reden afwijzing|reden van afwijzing
selfie image: pasfoto|gezichtsfoto
kyc result: uitkomst|beoordeling|uitkomst onderzoek
address: woonadres|huisadres|bezoekadres|vestigingsadres|adres volledig|volledig adres|adresregel volledig
secondary address: postadres|factuuradres|afleveradres|verzendadres|correspondentieadres
expiry: geldigheid|verloopdatum|geldigheidsdatum|verloopt op|geldigheid tot|geldig tot en met|einde geldigheid
tax: belastingland|btw nr|btw nummer|fiscaal nr|fiscaal land|fiscaal nummer|fiscaal inwoner|fiscale woonplaats
permit: verblijfstitel|verblijfsdocument
nationality: nationaliteiten|staatsburgerschap
proof address image: energierekening|uittreksel bevolkingsregister
document number: identiteitsnummer
document image: kopie id|kopie paspoort|kopie legitimatie|kopie identiteitsbewijs
issue date: afg datum
birth other place: geboren te
issue authority: afgegeven te|autoriteit afgifte|uitgevende instantie
issue country: uitgevend land
front image: kopie voorzijde
residence country: land van inwoning
kyc status: status onderzoek
back image: kopie achterzijde
secondary nationality: tweede nationaliteit
(chinese)
other: 旧姓|别名|別名|子女|亲属|親屬|联名|聯名|法人|关系|關係|籍贯|籍貫|曾用名|父姓名|母姓名|子女数|受益人|担保人|擔保人|保证人|保證人|共借人|聯名人|授权人|授權人|联系人|聯絡人|聯繫人|继承人|繼承人|介紹人|介绍人|推薦人|引荐人|邀请人|邀請人|经纪人|关系人|關係人|婚前姓|共有人|被保险人|被保險人|授权代表|邮政信箱|受益所有人|实际受益人|实际控制人|共同借款人|法定代表人|与本人关系
login: 用户名|用戶名|用户名称|用戶名稱|使用者名稱|网名|登录名|登錄名|登入名|登陆名|登录帐号|登录账号|登入帳號|登录id|登陆账号|登录用户名
full name: 客户名|真名|客户全称|姓名全称|真实名字
residence country: 常住国家|居留国|所在国|現居國家|所在国家|所在國家|现居住国家
secondary address: 账单地址|通讯地址|通訊地址|邮寄地址|郵寄地址|办公地址|辦公地址|收货地址|帳單地址|通信地址|寄送地址|营业地址
marital: 家庭状况|婚否|学位|民族|种族|種族|宗教|语种|語系|币种|幣種|币别|住房|房产|血型|身高|体重|驻在|时区|是否已婚|文化程度|教育程度|最高学历|最高學歷|宗教信仰|政治面貌|慣用語言|居民类型|居民身份|居民类别|居留状态|住宅性质|健康状况|户口性质|户口类型|境内外标志
risk: 客户类型|客戶類型|客户类别|客戶類別|会员类型|用户类型|投资者类型|投資人類型|制裁|政要|级别|評級|评级|评分|評分|得分|分数|征信|客群|敏感|可疑|黑名单|黑名單|相似度|風險級別|风险分类|風險屬性|风险偏好|洗钱风险|洗錢風險|客户分类|客户性质|制裁名单|政治人物|信用评分|客户分层|专业投资者|反洗钱等级|风险承受能力|政治公众人物|重要政治性職務
flag: 邮箱验证|是否|刪除|删除|禁用|冻结|凍結|锁定|停用|渠道|來源|来源|同意|授权|授權|营销|行銷|推广|推廣|密码|密碼|口令|设备|設備|版本|产品|產品|套餐|平台|应用|终端|終端|活动|标签|標籤|排序|类目|死亡|身故|租户|头像|短信|代扣|推广码|邀请码|邀請碼|验证码|数据源|同意書|支付宝|是否有效|黑白名单|开户方式|開戶方式|业务类型|业务品种|数据来源|系统来源|备用字段|预留字段|扩展字段|签名验签|个资同意|個資同意|个性签名
issue country: 签发地国家|證件發出國家
selfie image: 手持身份证|手持身份證|面照|活体照|免冠照|大頭照|大头照|半身照|活体照片|活體照片|面部照片|现场照片|活体检测照片
country: 国家 地区|国别|國別|国家编码|国家或地区|國家或地區
user: 玩家|持卡人|投保人|借款人|贷款人|投资者|投資人|投资人|開戶人|开户人|用户端|存款人|参与者|參與者|注册人|当事人|自然人|主贷人|使用者|被查询人|账户持有人|帳戶持有人
title: 称呼|稱呼|尊称|職銜
tax: 纳税|稅籍|税收|稅收|涉税|税收居民|稅收居民|稅務居民|稅務編號|税务编号|纳税识别号|稅務居住地|纳税人识别号|納稅人識別號
street: 道路|路段|里弄
house: 門牌|门牌|楼层|樓層|楼栋|楼号|室号|房号|单元|單元|樓宇|大廈|大厦|房間號
district: 区县|區縣|乡镇|鄉鎮|地區|区域|里別|县区|行政区|行政區|街道办|市辖区|鄉鎮市區
city: 市县|市区|地级市|所在市|縣市別|所在城市
state: 省区|省级|所在省|所在省份|省自治区|省直辖市
zip: 郵區|郵遞|邮码|郵號|郵政編碼
address: 居所|居住地|现住址|現住址|常住址|居住址|居住地点|現居地址|现居地址|现住地址|住宅地址|详细地址|詳細地址|联系地址|聯繫地址|通訊住址|地址详细|現時住址|现居住地址|經常居住地|经常居住地|实际居住地址
home permanent address: 戶籍|户籍|户口地址|永久地址|永久住址|户口所在地|身分證地址
phone: 固话|座机|座機|传真|傳真|区号|區號|市話|移动电话|移動電話|联系手机|聯繫電話|固定电话|住宅电话|住宅電話|办公电话|辦公電話|手提電話|流動電話|行動電話|联系方式|聯絡方式|国际区号|绑定手机|常用手机|移动手机|预留手机号
status: 狀況|状况|目前状态|当前状态
kyc: 验证|驗證|核查|审批|審批|审查|審查|核实|核身|复核|身份核验|身份核实|身份识别|身份驗證|身份验证|联网核查|尽职调查|盡職調查|身份认证|反洗钱审核
organisation: 網點|网点|门店|門市|雇主|僱主|职位|職位|职务|職務|职称|職稱|行业|行業|产业|產業|從業|从业|受雇|就业|任职|企业|企業|商户|商戶|部门|部門|学校|學校|营业部|營業部|营业厅|渠道商|代理商|所屬分行|任職公司|服務單位|服务单位|经营范围|营业执照|統一編號|统一社会信用代码
staff: 專員|专员|经办|經辦|柜员|櫃員|销售|坐席|客服|管户|顧問|顾问|经办员|复核人|復核人|审批人|审批员|审核员|審核員|審核人|操作员|操作員|操作人|操作者|录入人|录入员|创建人|創建人|建立人|建檔人|修改人|更新人|維護人|维护人|業務員|业务员|管理员|管理員|管户人|經手人|经手人|尽调人|營業員|营业员|登记人|客戶經理|理财经理|理財專員|营销人员|管户经理|理财顾问
event: 录入|变更|變更|最后|最後|最近|上次|首次|激活|启用|销户|銷戶|提交|导出|批次|批号|建立|註冊|创设|生效日|创建於|建檔日期|建档日期|登记日期|登記日期|登记时间|輸入日期|最近登录|最后登录|最後登入|上次登录|登录时间|登录日期|加入日期|入會日期|啟用日期|关闭日期|结束日期|結束日期|开始日期|起始日期|终止日期|生效日期|申请时间|申请日期|统计日期|数据日期|簽約日期|签约日期|处理时间|處理時間|下次复核|识别日期|尽调日期|通过时间|通过日期|創建時間|創建日期
account: 帐号|帐户|卡种|卡片|存折|钱包|錢包|信用卡|借记卡|资金账号|资金账户|股东账号|證券帳號|证券账户|虚拟账户|受託帳號|集保帳號|卡号后四位
contract: 合約|合约|保单|保單|借据|贷款|貸款|授信|流水|订单|訂單|交易|案件|工单|工單|任务|批复|協議|协议|请求|理赔|保险|保險|申请单|档案号|业务编号|业务流水|检查编号|报告编号|請求編號
amount: 年薪|月薪|薪资|薪資|工资|资产|資產|负债|額度|额度|存款|存入|入金|出金|目的|用途|人数|人數|数量|數量|次数|次數|利率|保费|保費|首付|月供|总额|总数|年收入|月收入|总资产|總資產|净资产|淨資產|营业额|營業額|收入范围|资金来源|财富来源|財富來源|信用额度|资金用途|家庭人口|注册资本|供养人数|预计交易金额
reason: 意见|意見|描述|說明|注释|註記|附注|摘要|留言|提示|拒绝原因|拒絕原因|驳回原因|駁回原因|失败原因|失敗原因|错误信息|結論說明|补充说明|补充信息|不通过原因
image: 图像|圖像|影本|附件|檔案|檔名|圖檔|扫描件|掃描檔|掃描件|复印件|影印本|影像文件|文件路径|圖片路徑|文件地址|资料图片
nationality: 國籍別|公民身份|国籍或地区
document type: 證件別|证件型|文件类型|文件類型|身份證明類型
document: 户口簿|军官证|軍官證|回乡证|回鄉證|台胞证|台胞證|通行证|通行證|健保卡|身份证明|有效证件|身分證件|戶口名簿|港澳通行证|身份證明文件|身份证明文件|身分證明文件|往来港澳通行证
expiry: 過期日|过期日|有效日期|过期日期|過期日期|截止日期|证件截止日|有效期截止|有效期结束|有效截止日|有效期限至|有效截止日期|有效期終止日|有效期终止日|证件有效期末
issue authority: 签发地|簽發地|发证地|發證地|签发地点|發證地點|颁发机构|发证地区|發照機關|签发公安局
national: 社保号|统一证号|統一證號|身分证号|社保账号|社会保障号|身份证字号|國民身分證|大陆身份证号|身份識別號碼|個人身分證號|国民身份证号|香港身份證號碼|香港身份证号码|身分證統一編號
permit: 永居证|居留许可|永久居留证|外国人永久居留身份证
front image: 人像面|正面图|证件首页|护照首页|身分證正面|护照资料页|身份证头像面
back image: 国徽面|反面图|背面图|身分證反面|身分證背面
user number: 客户代號|客戶代號|會員代號|交易编码|股东代码|社员编号|客户识别号|核心客户号|ecif号|客户内部编号
birth other place: 出生地点|出生国籍地
gender: 性别编码
secondary nationality: 第二国籍|雙重國籍|双重国籍|第二國籍
document number: 文件号码|文件號碼|身份證明號碼
issue date: 換發日期|换发日期|颁发日期|頒發日期|发照日期|领证日期|領證日期|补发日期|证件起始日|有效期起始日|证件有效起始日
email: 常用邮箱|联系邮箱|个人邮箱|绑定邮箱|個人電郵
ip: 登录ip|ip位址|登入ip
kyc status: 实名状态|实名制状态|身分認證狀態|身份审核状态|人证核验状态
kyc result: 審批决定|识别结果|实名结果|審核決定|公安核查结果|身份核查结果|识别状态结果
proof address image: 水电费单|水電費單|水电煤账单|地址證明文件|地址证明文件
birth date: 出生日期阳历
(japanese)
latin full name: 英語名|英字名|英字氏名|氏名英字
other: 旧氏名|通称|通名|旧氏|家族|子供|続柄|父氏名|母氏名|親権者|世帯主|保証人|受取人|受益者|代表者|後見人|相続人|同居人|紹介元|子供の数|被保険者|連帯保証人|成年後見人|共同名義人|実質的支配者
kyc: 顔認証|審査区分|確認区分|認証|照合|確認方法|取引時確認|本人特定事項
login: ユーザ名|ユーザー名|ハンドル名|ハンドルネーム|ユーザーネーム
full name: 名前漢字|契約者名|利用者名|氏名又は名称
document type: 確認書類|本人確認書類名|提出書類|本人確認書類タイプ
expiry: 在留期限|有効日|有効期間|在留期間|有効年月日
address: 漢字住所|住所漢字|届出住所漢字|jusho kanji|address kanji|現住地|住所地|現在住所|住所全体|住所全文|お住まい|届出住所|連結住所
risk: 顧客区分|顧客種別|会員種別|会員区分|会員種類|投資家区分|反社|格付|評点|属性|スコア|適合性|クラス|個人法人|個法区分|peps|制裁対象|ステージ|顧客分類|リスク度|リスク評価|制裁リスト|リスクレベル|法人個人区分|反社チェック|外国peps|peps該当|peps区分|顧客セグメント|外国の重要な公的地位
organisation: 勤務先名称|店番|店舗|部店|職種|業種|役職|所属|商号|屋号|産業|取扱店|営業店|事業所|代理店|取扱支店|金融機関|雇用形態|就業形態|事業内容|お勤め先|勤続年数|shiten|shokugyo|kinmusaki
staff: 登録者id|係印|役席|係員|営業員|作成者|更新者|承認者|確認者|入力者|検印者|審査員|外務員|募集人|受付者|検証者|管理者|営業担当|渉外担当|営業担当者|オペレータ|オペレーター|tantosha
issue authority: 発行都道府県|発行者|発行元|発行地|交付者|発行官庁|公安委員会|発行自治体
proof address image: 現住所確認書類|補完書類|補助書類|公共料金領収書
kana name: セイ|メイ|半角カナ|読み仮名|よみがな|読みがな|名義カナ
birth year: 生年|誕生年
permit: 在留|在留資格|特別永住者証明書
tax: 源泉|納税国|納税者番号|外国納税者番号|特定口座区分税|税務上の居住地国
street: 町域|大字|丁目|町丁|町村|町丁目|番地以下|町名以降|字丁目番地
house: 建物|部屋|号室|方書|ビル名|建物名等|アパート|マンション|ビル建物名|マンション名等
state: 県名|府県|県コード|todofuken
zip: 郵便|yubinbango
status: 状況|利用状態|ステイタス
event: 退会|解約|最終|前回|次回|初回|開始|終了|開設日|加入日|閉鎖日|申込日|承認日|処理日|抽出日|基準日|削除日|取込日|連携日|適用日|登録年|提出日|申込日時|承認日時|削除日時|提出日時|送信日時|開設年月日|加入年月日|申込年月日|審査完了日|処理年月日|適用開始日|有効開始日|審査完了日時|データ作成日|アクセス日時|本人確認完了日|インサート日時|toroku bi|koshin bi|kaisetsu bi
account: 預金|通帳|振込先|普通預金|証券口座|振込口座|ウォレット|入出金口座|クレジットカード|ウォレットアドレス
contract: 申請|取引|融資|貸付|注文|保険|伝票|受付|ローン|証券番号|申込no|申込id|管理番号申込
amount: 月収|収入|所得|給与|資産|資金|回数|件数|合計|金利|収入源|資産額|資金源|限度額|借入額|評価額|保険料|入金額|金融資産|借入金額|利用目的|開設目的|投資経験|投資目的|投資方針|扶養人数|扶養家族|金融資産額|資金の性格|利用限度額|取引を行う目的
marital: 既婚|未婚|学歴|住居|未既婚|居住者|血液型|居住性|非居住者|居住形態|住居形態|住宅区分|住宅種別|居住年数|家族構成|世帯構成|同居家族|配偶者有無|配偶者の有無|タイムゾーン
reason: 注記|説明|不備|内容|備考欄|エラー|メモ欄|否認理由|却下理由|コメント|特記事項|否決理由|差戻理由|連絡事項|差戻し理由|メッセージ|非承認理由|否認コード理由
flag: 停止|無効|dm|配信|商品|媒体|経路|端末|相続|広告|表示|権限|機種|ロック|アプリ|並び順|表示順|ロール|メルマガ|dm区分|dm可否|配信可否|規約同意|暗証番号|サービス|流入経路|申込経路|チャネル|デバイス|ブラウザ|システム|予備項目|言語設定|os種別|削除フラグ|有効フラグ|パスワード|秘密の質問|紹介コード|招待コード|バージョン|メール受信|申込チャネル|キャンペーン
selfie image: 容貌|容ぼう|セルフィ
image: 添付|写し|コピー|スキャン|アップロード
user: 契約者|加入者|名義人|預金者|借入人|申請者|投資家|依頼人|対象者|登録者|取引先|お客さま|個人顧客|kaiin|プレイヤー
middle name: ミドル|ミドルネーム
birth other place: 出身地|出身国|出生都市
nationality: 国籍等|国籍地域
document: 住民票|確認資料|身分証明|年金手帳|健康保険証|住基カード|印鑑証明書|資格確認書|身元確認書類|印鑑登録証明書|住民基本台帳カード
city: 市区郡|郡市区
secondary address: 送付先|郵送先|前住所|所在地|請求先住所
email: メアド|pcメール|mailアドレス|電子メールアドレス|pcメールアドレス|denshi mail
phone: 連絡先|固定電話|ファクス|ケータイ|日中連絡先|ファックス|denwa|keitai|スマートフォン|denwa bango
back image: うら面
first name: 下の名前|mei kanji
document number: 記号番号
ip: 申込ip|接続元ip|登録時ip|ipアドレス|アクセスip|アクセス元ip|登録時ipアドレス|接続元ipアドレス
front image: おもて面|表紙画像書類
issue country: 発行地域国
kyc status: 本人確認済|ekycステータス
user number: 顧客管理番号|顧客識別番号|得意先コード|kaiin bango
birth date: 生年月日西暦|生年月日和暦|設立生年月日|西暦生年月日|出生年月日西暦|tanjobi
kyc result: ekyc結果
country: 国 地域
last name: sei kanji
gender: seibetsu kbn
(korean)
full name: 국문이름|이름한글|실명|한글명|국문명|차주명|실명명|가입자명|신청자명|신청인명|계약자명|이용자명|투자자명|실명확인명|계정명성명
latin full name: 영문성함
document type: 실명증표|실명확인증표|서류종류|서류구분|신분증명|신분증타입|신분확인증표|본인확인수단종류
issue authority: 발급지역|발급처|발행처|발급지|발급관청|교부기관
home permanent address: 등본주소|주민등록지|등록기준지|등본상주소|신분증상주소|주민등록상주소
kyc: 실명인증|안면인증|얼굴인증|심사구분|인증구분|신분증진위확인|검증|검토|신원확인|진위확인|인증방법|비대면인증|고객확인제도|고객확인의무|자금세탁방지|본인확인방법|비대면실명확인|강화된고객확인
risk: 고객구분|고객유형|고객종류|회원구분|회원유형|회원종류|투자자구분|고객구분코드|고객유형코드|회원구분코드|점수|평점|평가|제재|요주의|고위험|유사도|일치율|일치도|신뢰도|적합성|tms|wlf|투자성향|신용등급|신용점수|제재대상|고위험군|세그먼트|투자자성향|요주의인물|와치리스트|블랙리스트|전문투자자|wlf결과|자금세탁위험|개인법인구분|법인개인구분|peps여부|정치적주요인물
flag: 이메일인증|휴대폰인증|휴면|정지|잠금|동의|광고|약관|암호|상품|채널|매체|쿠폰|기기|단말|버전|예비|임시|사망|푸시|알림|권한|출처|해외|국번|차단|마케팅|핀번호|상품명|서비스|캠페인|이벤트|단말기|앱버전|시스템|알림톡|암호화|삭제여부|사용여부|유효여부|수신동의|수신여부|메일수신|광고수신|개인정보|비밀번호|서비스명|신청채널|유입경로|프로모션|초대코드|추천코드|디바이스|브라우저|예비필드|정렬순서|표시순서|거래중지|거래제한|sms수신|이메일수신|임직원여부|임직원구분|국내외구분
user: 차주|본인|계좌주|조합원|계약자|투자자|당사자|대상자|거래처|신청고객|이용고객|플레이어|예금주본인|카드소지자
login: 별명|유저명|대화명|로그인명|사용자명|유저아이디|인터넷뱅킹id|홈페이지아이디|인터넷뱅킹아이디
other: 자녀|가족|관계|개명|본적|아버지|자녀수|가족수|후견인|보증인|수익자|대표자|상속인|세대주|구성명|수취인|친권자|위임인|사서함|배우자명|부양가족|대리인명|보호자명|실소유자|대표자명|추천인명|공동명의|피보험자|부양가족수|연대보증인|실제소유자|비상연락망|개명전성명|개명전이름|공동명의인|본인과의관계|실제소유자명|대리인과의관계|예금주와의관계
birth year: 생년
gender: 남녀
tax: 과세|납세국|납세의무|납세자번호|조세거주지|조세거주지국|해외납세의무자|납세자식별번호|조세목적상거주지
permit: 체류|영주증|체류자격
house: 동호|호수|호실|번지|지번|건물명|아파트|상세건물|아파트명|건물본번
city: 구군|시구군|도시명|시군구명
district: 동명|읍면|읍면동|행정동|법정동
state: 지역|시도명|광역시
address: 거소|집주소|거소지|주거지|실거주지|현거주지|현주소지|전체주소|주소전체|국내주소
phone: 팩스|집전화|모바일|통신사|무선전화|유선전화|연락번호|이동전화|이동통신|휴대번호|연락전화번호
organisation: 부점|점포|점번|직위|직책|직급|직무|직종|업종|업태|상호|법인|소속|단체|학교|근속|재직|본부|관리점|개설점|점포명|취급점|근무처|직업명|업종명|기관명|상호명|법인명|사업장|소속명|학교명|대리점|관리점명|관리지점|개설점명|영업점명|취급지점|근무처명|산업분류|금융기관|사업자명|고용형태|금융기관명|사업자번호|사업자등록번호
staff: 사번|행번|pb|관리자|등록자|수정자|변경자|입력자|승인자|검토자|확인자|직원명|조작자|취급자|책임자|결재자|모집인|설계사|상담사|pb명|작업자|유치자|권유자|rm명|담당자명|관리자명|관리사원|관리직원|등록자명|수정자명|승인자명|심사자명|확인자명|처리자명|처리직원|설계사명|영업사원|권유직원
event: 최초|신규|해지|탈퇴|신청일|접수일|처리일|기준일|입력일|시작일|종료일|적용일|갱신일|제출일|완료일|삭제일|발송일|조회일|입사일|퇴사일|신청일시|신청일자|접수일시|접수일자|처리일시|처리일자|기준일자|기준년월|작업일시|작업일자|입력일시|입력일자|시작일자|시작일시|종료일자|종료일시|적용일자|재이행일|갱신일자|제출일시|제출일자|완료일시|완료일자|적재일시|배치일자|삭제일시|삭제일자|발송일시|조회일시|입사일자|변동일자|전송일시|요청일시|등록년월일|가입년월일|생성년월일|수정년월일|변경년월일|적용시작일|적용종료일|차기이행일|다음심사일|휴면전환일|kyc수행일|재이행예정일|데이터생성일|고객확인이행일|차기고객확인일
account: 예금|적금|통장|지갑|펀드|계좌명|카드명|전자지갑|신용카드|체크카드|위탁계좌|연결계좌|대표계좌|가상계좌|환급계좌|입출금계좌
contract: 대출|여신|거래|주문|청약|약정|보험|청구|티켓|문의|세션|신청서|증권번호|신청id|접수no|접수id|거래내역|보험증권|요청번호|요청id|업무번호
amount: 연봉|급여|자산|재산|잔고|한도|목적|건수|횟수|인원|합계|수량|입금|출금|납입|금리|이율|매출|부채|연소득|월소득|총자산|순자산|보험료|입금액|매출액|자본금|포인트|소득원천|자산규모|자금출처|자금원천|재산원천|신용한도|이체한도|이용목적|투자경험|투자목적|마일리지|자금의원천|예상거래금액|예상거래횟수
marital: 기혼|미혼|주택|종교|장애|병역|신장|체중|취미|거주자|혈액형|내국인|외국인|시간대|결혼유무|비거주자|주거형태|주거구분|주거종류|주거유형|거주형태|거주기간|주택소유|내외국인|세대구성|결혼기념일
reason: 의견|설명|내용|오류|에러|적요|메시지|코멘트|거절사유|반려사유|거부사유|특이사항|참고사항|실패사유|보완사유|보완내용|미승인사유|부적격사유
selfie image: 안면|인물사진|라이브니스|신분증들고찍은사진
image: 사본|첨부|스캔|스캔본|이미지명
proof address image: 등본|공과금|공과금고지서|거주사실확인서|거주지증명서류
birth date: 생년월|양력생일
birth other place: 출생국|태어난곳
nationality: 국적명|국적국|시민권|국적코드명
issue date: 교부일|교부일자|발급년월일|발급연월일|발행년월일
expiry: 유효일|체류기간|만료년월일|유효종료일|적성검사기간|갱신기간만료|유효종료일자|만기일자신분증
issue country: 발급국|발행국
street: 길이름|가로명|도로명 주소 상세도로
country: 국가명|국가명칭|국가코드값|국가코드명
secondary address: 청구지|배송지|배송주소|본국주소|우편발송지|근무지주소|우편물수령지|우편물수령처|우편물발송지|우편물수령주소
email: e메일|eamil|연락이메일|대표이메일
status: 상태명|상태값|진행상태|처리상태|현재상태
secondary nationality: 이중국적|복수국적
document number: 증서번호|신분증식별번호|신분증고유번호
document: 확인서류|제출서류|구비서류|증빙서류|공무원증|청소년증|신분증명서|신분확인서류|국가유공자증
idcard: 외국인증|국내거소신고증
address line: 세부주소|주소상세|나머지주소
residence country: 현거주국|거주국명|거주지국
ip: 신청ip|가입시ip
national: 실명번호값|거소신고번호|개인식별번호|고유식별번호|주민번호앞자리|주민번호뒷자리|국내거소신고번호|주민등록번호앞자리
zip: 집우편번호|신우편번호|새우편번호
kyc status: cdd상태|edd상태|kyc완료여부|kyc이행상태|kyc수행상태|고객확인의무이행상태
kyc result: 심사결과값
front image: 여권사진면|여권정보면
user number: 고객관리번호|고객식별번호|회원관리번호|종합고객번호
(serbo-croatian slovene macedonian)
login: korime|прекар|nadimak|vzdevek|upor ime|корисн име|prijavno ime|ime za prijavu|uporabnisko ime
email: e naslov|e adresa|емаил|имејл|е мејл|е пошта|el posta|е адреса|elektronska posta|електронска пошта|elektronski naslov|elektronska adresa
full name: ime priimek|priimek ime|priimek in ime|ime in priimek|puno ime|цело име|polno ime|полно име|celotno ime|naziv kupca|име и презиме|презиме и име|naziv stranke|naziv klijenta|naziv komitenta|puno ime i prezime|naziv fizickog lica|име и презиме на клиент|ime i prezime vlasnika
risk: tip stranke|tip klijenta|vrsta stranke|vrsta klijenta|rizik|ризик|ризика|bonitet|tveganje|tveganja|sankcije|boniteta|rizicnost|nivo rizika|ниво ризика|ниво на ризик|тип на клиент|вид на клиент|razina rizika|ocjena rizika|profil rizika|rizicna grupa|skupina rizika|stupanj rizika|степен на ризик|stopnja tveganja|sankcijska lista|kategorija rizika|категорија на ризик|kategorija klijenta|politicki eksponirana|politicki izlozena osoba|politicno izpostavljena|носител на јавна функција
issue country: држава издавач|drzava izdavalac|drzava izdavatelj|земља издавања|држава издавања|држава на издавање|drzava izdavatelja|drzava izdajateljica
other: oca|dete|deca|oceta|majke|jamac|jemac|porok|djeca|otrok|matere|starsi|suprug|zirant|dijete|otroci|сопруг|supruga|zakonec|zakonca|сопруга|родител|srodnik|dekliski|roditelj|suduznik|старател|srodstvo|devojacko|roditelja|supruznik|partnerja|zastopnik|staratelj|naslednik|застапник|содолжник|djevojacko|nasljednik|punomocnika|полномошник|pooblascenec|pooblascenca|broj djece|ranije ime|bracni drug|татково име|име на татко|име на мајка|kontakt lice|zena klijenta|kontakt osoba|брачен другар|ranije prezime|stvarni vlasnik|dejanski lastnik|моминско презиме|kreditni suduznik|девојачко презиме|prethodno prezime|zakoniti zastopnik|zakonski zastupnik|postanski pretinac|ime jednog roditelja|korisnik osiguranja|вистински сопственик
tax: едб|porez|davcna|davcni|porezni|poreski|даночен|davcna st|даночен број|порески број|davcna stevilka|davcno rezidentstvo|porezna rezidentnost|poreska rezidentnost|даночна резидентност|drzava porezne rezidentnosti
house: kbr|влез|sprat|спрат|stanovanje|nadstropje|stan br|kuc broj|kucni br|hisna st|kucni broj|broj stana|broj ulaza|кукен број|кућни број|број на кука|број на стан|hisna stevilka
zip: ptt|птт|pbr|postbr|posta st|post broj|пошт број|postanski br|postanski broj|поштенски број|поштански број|postna stevilka|postanska stevilka
account: trr|ziro|racun|рачун|racuna|racuni|рачуна|partija|partije|kartica|kartice|stednja|картичка|novcanik|st racuna|број рачуна|tekuci racun|текући рачун|број на сметка|штедна книшка|stanje racuna|stevilka racuna|број на картичка|stevilka kartice|transakcijski racun|трансакциска сметка
national: emso|ембг|embg|matbr|mat broj|licni broj|матичен бр|osobni broj|maticni broj|матичен број|матични број|personalni broj|единствен матичен број|jedinstveni maticni broj|osobni identifikacijski broj
kyc result: izid|ishod|исход|odluka|одлука|резултат|odlocitev|резултат провере|резултат од проверка|резултат на верификација|резултат од верификација
staff: unio|uneo|внел|унео|overio|vnesel|vnesla|kreirao|izmenio|odobrio|ovjerio|odobril|креирал|креирао|изменио|obradio|savetnik|prodavac|kreirala|promenio|proverio|preveril|ustvaril|delatnik|operater|советник|референт|саветник|savjetnik|izmijenio|provjerio|spremenil|djelatnik|sluzbenik|zaposleni|службеник|обработил|svetovalec|prodajalec|promijenio|referentka|likvidator|komercijalist|komercijalista|licni bankar|osobni bankar|skrbnik stranke|zastupnik prodaje
event: unos|унос|upisa|unosa|vnosa|уноса|izmene|zadnja|zadnji|најава|измене|kreiran|upisano|uneseno|izmjene|odprtja|odprtje|zaprtja|pocetak|prijave|prijava|kreirano|pregleda|креирање|отворање|отварања|последња|kreiranja|poslednja|poslednji|sprememba|spremembe|azurirano|odobrenja|odobritve|sklenitve|ажурирање|затворање|ustvarjen|posljednja|posljednji|azuriranja|zatvaranja|zatvaranje|ustvarjeno|registriran|pristupanja|spremenjeno|registracije|регистрација|регистрације|klijent od|stranka od|kraj datuma|датум уноса|датум на внес|датум измене|zadnja izmena|datum pocetka|датум провере|datum potpisa|zadnja izmjena|датум отварања|датум на промена|последња измена|poslednja izmena|датум на креирање|датум на отворање|последна промена|датум на проверка|datum aktivacije|датум на ажурирање|posljednja izmjena|датум регистрације|датум на регистрација|датум на верификација|posljednje azuriranje
amount: имот|placa|plata|iznos|svrha|плата|износ|сврха|prihod|znesek|promet|приход|промет|prihodi|dohodek|imovina|namjena|obaveze|приходи|примања|primanja|prihodki|premozenje|obveznosti|vir dohodka|vir sredstev|broj clanova|цел на сметка|izvor prihoda|mesecni prihod|izvor sredstev|mjesecni prihod|izvor sredstava|месечни приходи|извор средстава|mesecna primanja|izvor premozenja|извор на средства|mjesecna primanja|poreklo sredstava|порекло средстава|потекло на средства|porijeklo sredstava|clanovi domacinstva
reason: опис|razlog|opomba|opombe|разлог|beleska|napomena|napomene|primedba|коментар|напомена|biljeska|komentari|primjedba|sporocilo|забелешка|забелешки|obrazlozenje|образложение|opis statusa|razlog odbijanja|razlog zavrnitve|причина за одбивање
flag: umrl|geslo|oznaka|privola|privole|aktivan|aktivno|lozinka|verzija|izdelek|obrisan|починат|лозинка|активан|soglasje|soglasja|blokiran|preminuo|proizvod|производ|pristanak|neaktivan|indikator|zastavica|saglasnost|suglasnost|согласност|сагласност|datum smrti|kanal prodaje|izvor podatka|согласност за маркетинг
user: kupac|kupca|clana|igrac|oseba|ulagac|duznik|stranka|stranke|imetnik|nosilec|igralec|клијент|барател|носител|klijenti|korisnik|imetnika|комитент|корисник|клијента|апликант|komitenti|korisnika|korisnici|uporabnik|коминтент|корисника|ulagatelj|uporabnika|podnosilac|сопственик|podnositelj|kreditojemalec|posojilojemalec|fizicko lice|fizicka osoba|fizicna oseba|vlasnik racuna|osiguranik nosilac
birth date: roden|rojen|рођен|роген|rodjen|datroj|rojena|datrodj|rod dat|datum rodj|roden dana|dr rojstva|датум на раг|dan rodenja|датум рагање|dan rodjenja|датум на рагање|datum i rodenja
document number: brdok|st dokumenta|бр документа|број документ|бр на документ|број на исправа|број документа|број на документ|stevilka dokumenta|st osebnega dokumenta|broj i serija dokumenta|serijski broj dokumenta|stevilka osebnega dokumenta|broj identifikacione isprave|broj identifikacionog dokumenta|broj identifikacijskog dokumenta
expiry: istek|potece|istece|важење|istice|vazenje|vaznost|важност|vazenja|истекува|valjanost|veljavnost|velja do|важност до|veljavno do|veljaven do|datum isteka|datum poteka|рок на важење|датум истека|datum isteka lk|rok valjanosti|датум на важење|rok veljavnosti|vrijedi do datuma|datum valjanosti|datum veljavnosti|potek veljavnosti|датум на истекување|datum poteka veljavnosti
issue authority: izdao|izdal|издао|izdala|издавач|izdavac|izdavalac|izdajatelj|izdano od|издаден од|nadlezni organ|место издавања|pristojni organ|орган на издавање|место на издавање|tijelo izdavanja|organ koji je izdao|institucija izdavanja
passport: pasos|пасош|pasosa|пасоша|putovnica|putovnice|potni list|potnega lista|путна исправа|putna isprava|putne isprave
state: okrug|regija|entitet|покраина|pokrajina|statisticna regija
organisation: enota|банка|poklic|tvrtka|struka|strucna|дејност|filijala|filijale|podjetje|филијала|занимање|zanimanje|zanimanja|delatnost|dejavnost|preduzece|професија|компанија|делатност|poslovnica|poslovnice|podruznica|poslodavca|zaposlenje|zaposlitev|djelatnost|послодавац|пословница|ekspozitura|delodajalec|експозитура|работодавач|вработување|poslovalnica|radno mesto|firma naziv|naziv banke|org jedinica|radno mjesto|radni status|delovno mesto|работно место|naziv poslodavca|vrsta zaposlenja|sifra djelatnosti|status zaposlenja|maticna poslovnica|status zaposlenosti|организациона единица|organizaciona jedinica|organizacijska jedinica
contract: vloga|zajam|nalog|ugovor|zahtev|polica|барање|полиса|уговор|захтев|ugovora|kredita|zahtjev|zahteva|pogodba|pogodbe|predmet|предмет|уговора|zahtjeva|zahtevek|posojilo|pozajmica|osiguranje|transakcija|трансакција|zavarovanje|st pogodbe|договор број|број уговора|broj predmeta|број на барање|број на кредит|stevilka vloge|број на договор|kreditna partija|stevilka pogodbe
marital: jezik|vjera|јазик|језик|bracno|станбен|stambeno|резидент|izobrazba|образовање|obrazovanje|rezidentnost|брачно стање|bracno stanje|bracni status|zakonski stan|tip rezidenta|брачен статус|vrsta boravka|strucna sprema|zakonsko stanje|stambeni status|брачна состојба|stopnja izobrazbe|jezik komunikacije|vrsta prebivalisca|stupanj obrazovanja|status rezidentnosti
image: slika|slike|слика|prilog|kopija|прилог|копија|priloga|putanja|datoteka|datoteke|preslika|датотека|fotografija|fotografije|фотографија|skenirani dokument
title: titula|nagovor|oslovljavanje|naziv titula
nationality: држављ|drzavlj|drzavljan|nacionalnost|државјанство|drz drzavljanstva
issue date: izdaje|izdaja|izdavanje|izdan dana|izdat dana|izdata dana|датум издавање|датум на издавање
district: opcina|obcina|cetvrt|населба|naselje dio|naselje kvart
country: држава|drzave|kod zemlje|sifra drzave|naziv drzave|код на држава|sifra zemlje|drzava naziv|шифра на држава
address: naslov|boraviste|живеалиште|prebivaliste|prebivalisce|puna adresa|adresa iz lk|полна адреса|stalna adresa|celoten naslov|adresa boravka|адреса на живеење|адреса становања|adresa stanovanja|naslov prebivalisca|stalno prebivalisce|адреса на живеалиште|naslov stalnega prebivalisca
phone: fiksni|mobitel|mobilni|telefonska|br telefona|st telefona|кон телефон|gsm stevilka|posl telefon|telefon kuca|broj telefona|broj mobitela|број телефона|kucni telefon|телефонски број|контакт телефон|мобилни телефон|mobilna stevilka|telefonska stevilka
last name: priimek|priimki|prezimena|prezime osobe
document: исправа|licna isprava|лична исправа|licni dokument|osobna isprava|osobni dokument|osebni dokument|licnog dokumenta|osobnog dokumenta|osebnega dokumenta|identifikacioni dokument|identifikacijska isprava|identifikacijski dokument|документ за идентификација
kyc: provera|provere|potrjen|provjere|preverjanje|preverjanja|верификуван|verifikacija|verifikacije|верификација|верификације|идентификације|dubinska analiza|poznavanje stranke|provjera identiteta|potrditev identitete|проверка на идентитет|utvrdivanje identiteta
front image: prednja|sprednja|предња страна|prednja strana|sprednja stran|lice dokumenta|prednje strane|prednja strana lk
back image: nalicje|poledina|straznja|poledjina|hrbtna stran|zadnja stran|задња страна|zadnja strana|zadnje strane|straznja strana|zadnja strana lk
idcard: iskaznica|licna karta|licne karte|личне карте|лична карта број|osobna iskaznica|osobne iskaznice|osebna izkaznica|osebne izkaznice
idcard number: br lk|broj lk|broj osobne|бр лична карта|број лична карта|број на лична карта|st osebne izkaznice|stevilka osebne izkaznice
middle name: sr ime|средно име|srednje ime|srednje slovo
gender: pol m z|пол на клиент
user number: clan st|st stranke|sifra kupca|клиент број|sifra komit|clanski broj|sif klijenta|sifra klijent|sifra stranke|број на клиент|корисник број|sifra partnera|шифра на клиент|stevilka clana|sifra korisnika|кориснички број|шифра корисника|stevilka stranke|матичен на клиент|шифра на коминтент
birth other place: kraj roj|grad rodenja|место рођења|mesto rodjenja|место на рагање|mjesto rodjenja|drzava rodjenja|држава на рагање|zemlja rodjenja|opstina rodjenja
document type: vrsta lk|вид на исправа|вид на документ|naziv dokumenta|врста документа|vrsta identifikacione isprave|vrsta identifikacionog dokumenta|vrsta identifikacijskog dokumenta
street: улица бр|ulica i br|ulica in st|улица број|naziv ulice|ulica i kucni broj|улица и кукен број
first name: ime osobe|osobno ime
ip: ип адреса
passport number: број пасош|број пасоша|број на пасош|st potnega lista|stevilka potnega lista
selfie image: slika lica|slika obraza|слика од лице|слика на лице|fotografija lica|fotografija obraza|slika klijenta lice
city: naziv mesta|grad mjesto|mjesto grad|posta naziv|naziv grada|naziv mjesta|kraj bivanja|grad opstina|населено место|grad stanovanja|место на живеење|место становања|mesto stanovanja|mjesto stanovanja
secondary address: adresa posla|adresa dostave|zacasni naslov|kontakt adresa|adresa za dostavu|адреса за контакт|адреса за достава|boravisna adresa|adresa za prepisku|privremena adresa|naslov za vrocanje|naslov za posiljanje|naslov za obvescanje|adresa za prijem poste|zacasno prebivalisce|adresa za korespondenciju|korespondencijska adresa
proof address image: dokaz adrese|dokaz o adresi|доказ о адреси|potvrda adrese|доказ за адреса|racun za rezije|потврда за адреса|potrdilo o naslovu|dokazilo o naslovu|потврда за живеалиште|potvrda o prebivalistu|potrdilo o prebivaliscu|uvjerenje o prebivalistu
residence country: земља боравка|zemlja boravka|drzava bivanja|drzava boravka|drzav boravista|држава на живеење|држава на престој|drzava stanovanja|zemlja stanovanja|drzava prebivalisca|drzava rezidentnosti|zemlja rezidentnosti|држава на резидентност
kyc status: статус провере|status dubinskog|stanje verifikacije|статус на верификација|status dubinske analize|статус на идентификација|status potvrde identiteta|status provjere identiteta|status poznavanja klijenta|status utvrdivanja identiteta
license: vozacka dozvola|vozacke dozvole|возачка дозвола|voznisko dovoljenje
permit: dozvola boravka|boravisna dozvola|dozvola za boravak|дозвола за престој|boravisna iskaznica|dovoljenje za prebivanje
status: stanje klijenta|статус на клиент
(latvian lithuanian)
country: valsts|valstis|valstybe|valsts kods|salis kodas|salies kodas
idcard: id karte|atk|eid karte|tapatybes kortele|personas aplieciba
full name: v pavarde|pilns vards|pilnais vards|pilnas vardas|vards un uzvards|vardas ir pavarde|klienta nosaukums|kliento pavadinimas
email: e pasta adrese|e pasto adresas|el pasto adresas|epasts|elpasto|elpastas|el p|e pastas|elektroninis pastas|elektroniskais pasts|elektroniska pasta adrese
event: patikros data|patikrinimo data|identifikavimo data|labots|pedeja|slegts|sukurta|pradzia|pabaiga|mainits|atverts|sukurimo|pakeista|uzdaryta|pedejais|ievadits|pakeitimo|paskutine|atidaryta|atidarymo|izveidots|atjaunots|atnaujinta|paskutinis|paskutinio|registrets|registruota|atnaujinimo|atjauninats|registracija|prisijungimo|pieslegsanas|apstiprinats|uzregistruota|registracijos|prisijungimas|nuo kada|klientas nuo|beigu datums|uzdarymo data|pradzios data|pabaigos data|sakuma datums|liguma datums|kita perziura|izmainu datums|izpetes datums|perziuros data|nakama parbaude|izveidots datums|slegsanas datums|parbaudes datums|patvirtinimo data|atversanas datums|izveidosanas datums|pedeja pieteiksanas|registracijas datums|identifikacijas datums
login: lietotaja vards|vartotojo vardas|naudotojo vardas|segvards|slapyvardis|lietotajvards|vart vardas|pieteiksanas vards
last name: uzv|pavard|uzvards|uzvardi
risk: pnp|riska|risks|rizikos|segments|sankciju|reitings|segmentas|sankcijos|reitingas|kreditingumas|riska grupa|riska klase|riska pakape|klienta tips|rizikos lygis|rizikos grupe|rizikos klase|riska limenis|kliento tipas|klienta veids|kliento grupe|riska kategorija|rizikos kategorija|politiskai pazeidziamas|politiski nozimiga persona
user number: klnr|abonento nr|klienta kods|klienta kodas|kliento kodas|nario numeris|biedra numurs|klienta numurs|klienta id numurs|abonento numeris
street: iela|gatve|iela un majas nr|ielas nosaukums|gatves pavadinimas
phone: talr|mobilus|talrunis|mobilais|telefons|telefonas|kontakttalrunis|tel numurs|talruna numurs|telefono numeris|mobilusis telefonas
account: maks|konts|konta|kortele|indelis|saskaita|korteles|pinigine|saskaitos|noguldijums|konta numurs|kartes numurs|norekinu konts|korteles numeris|saskaitos numeris|vertybiniu popieriu saskaita
contract: byla|lieta|ligums|liguma|poliso|paskola|kredits|kredito|polisas|sutartis|paskolos|paraiska|sandoris|darijums|sutarties|aizdevums|paraiskos|uzsakymas|draudimas|pieteikums|pieteikuma|apdrosinasana|bylos nr|liguma numurs|sutarties numeris
amount: alga|turtas|merkis|limits|pajamos|likutis|limitas|tikslas|ienakumi|atlikums|apyvarta|mokestis|palukanos|atlyginimas|apgrozijums|izlaikytiniu|lesu kilme|lesu saltinis|ienakumu avots|menesio pajamos|pajamu saltinis|lidzeklu izcelsme|ikmenesa ienakumi|bernu skaits gimene
user: asmuo|narys|asmens|biedrs|klients|kliento|dalyvis|klientas|klientai|abonents|zaidejas|lietotajs|lietotaja|vartotojo|naudotojo|aiznemejs|abonentas|speletajs|vartotojas|naudotojas|pieteicejs|pieteiceja|dalibnieks|iesniedzejs|pareiskejas|persona fiziska|fiziska persona|konta ipasnieks|paskolos gavejas|saskaitos savininkas
first name: vards|vardi|vardai|pirmais vards
other: berni|vaikai|laulata|atstovas|globejas|laulatais|igaliotas|parstavis|galvotajs|sutuoktine|rupintojas|aizbildnis|mantinieks|sutuoktinis|sutuoktinio|igaliotinis|laiduotojas|pilnvarotais|paveldetojas|teva vards|tevo vardas|mates vards|bernu skaits|pasto dezute|meitas uzvards|motinos vardas|vaiku skaicius|naudos gavejas|dzimtais uzvards|ankstesne pavarde|kontaktinis asmuo|mergautine pavarde|pilnvarota persona|pirmslaulibu uzvards|ieprieksejais uzvards|tikrasis naudos gavejas|patiesais labuma guvejs
birth date: gimes|dzimis|gimdata|dzdatums|dzim dat|gimimo d|gimimo dat|dzim datums|dzimsanas dat|dzimsanas datums
passport: pasas|pases
house: namas|butas|stavs|korpuss|aukstas|korpusas|dzivoklis|namo nr|buto nr|majas nr|dzivokla nr|namo numeris|majas numurs|buto numeris
state: apskr|regions
organisation: amats|imone|darbs|nodala|veikla|bankas|filialo|skyrius|filialas|filiales|pareigos|uznemums|padalinys|darbdavys|darbdavio|profesija|uzimtumas|darboviete|darbavieta|uzsiemimas|nodarbosanas|strukturvieniba|filiale kods|darba devejs|darba deveja|imones kodas|filialo kodas|darbibas joma|veiklos sritis|imones pavadinimas|registracijas numurs
staff: ivede|sukure|laboja|agents|pakeite|labojis|agentas|patikrino|izveidoja|darbuotojo|darbinieks|darbinieka|patvirtino|parbaudija|menedzeris|atsakingas|registreja|vadybininko|konsultants|darbuotojas|atbildigais|vadybininkas|konsultantas|apstiprinaja|parvaldnieks|aptarnaujantis|projektu vadovas|klientu menedzeris
marital: kalba|valoda|bustas|valiuta|majoklis|izglitiba|rezidents|rezidentas|nerezidentas|issilavinimas|leidimo tipas|sazinas valoda|civiline bukle|seimine padetis|seimos statusas|bendravimo kalba|seimynine padetis|gimenes stavoklis|rezidence statuss
flag: mires|miris|avots|aktivs|kanals|parole|dzests|aktyvus|blokets|versija|jaunumi|neaktivs|produkts|istrinta|saltinis|sutikimas|neaktyvus|blokuotas|produktas|rinkodara|piekrisana|uzblokuotas|slaptazodis|naujienlaiskis|ja ne|taip ne|mirties data|naves datums|sutikimas rinkodarai|marketinga piekrisana
image: fails|failas|attels|attela|kopijas|priedas|nuotrauka|pielikums|nuotraukos|paveikslelis|skenuota kopija|faila nosaukums|failo pavadinimas
title: uzruna|titulas|kreipinys
nationality: piliet|tautybe|tautiba|pilsoniba|valstspiederiba|pilietybes salis|valstiska piederiba
issue date: izdots|isduota|isdavimo|izsniegts|izd datums|izdots datums|izdosanas datums|izsniegsanas datums
issue authority: isdave|izdevejs|izsniedzejs|izdevejiestade|kas isdave|isdavimo vieta|izdosanas vieta|isdavusi istaiga|izdosanas iestade|isdavusi institucija
district: rajons|novads|rajonas|pagasts|seniunija|savivaldybe|mikrorajons|mikrorajonas
city: miesto|pilseta|vietove|gyvenviete|apdz vieta|apdzivota vieta|gyvenamoji vietove
address: adrese|adresas|dzivesvieta|dzivesvietas|gyv vieta|pilna adrese|pilnas adresas|faktiska adrese|gyvenamoji vieta|faktinis adresas|gyvenamas adresas|gyvenamosios vietos
status: busena|statuss|busenos|statusas|stavoklis
kyc result: lemums|rezultats|rezultatas|sprendimas|izpetes rezultats|verifikavimo rezultatas
kyc: izpete|patikra|patikros|parbaude|parbaudes|patikrinimo|patikrinimas|verifikavimas|identifikavimo|identifikavimas|identifikacijas|pazink savo klienta|tapatybes nustatymas|tapatybes patvirtinimas
selfie image: veidas|asmenuke|pasbilde|sejas foto|sejas attels|veido nuotrauka|sejas fotografija|asmenukes nuotrauka
gender: dzimums|lyties kodas
expiry: galioja|derigums|galiojimas|derigs lidz|deriga lidz|galiojimo data|deriguma datums|deriguma beigas|deriguma termins|galiojimo pabaiga|galiojimo terminas|galiojimo pabaigos data
tax: nodoklu|mokesciu|pvm kodas|nodoklu numurs|mokesciu moketojo|nodoklu maksataja|nodoklu rezidence|mokestine rezidencija|mokesciu moketojo kodas
zip: indekss|pasto kod|pasta kods|pasto kodas|pasta indekss|pasto indeksas
reason: pastaba|iemesls|pastabos|piezimes|apraksts|aprasymas|komentars|komentarai|komentaras|priezastis|pranesimas|pamatojums|paaiskinimas|atteikuma iemesls|atmetimo priezastis|noraidijuma iemesls
front image: priekis|priekspuse|priekine puse|priekseja puse|prieksejs attels|priekine dokumento puse|priekines puses nuotrauka|tapatybes korteles priekis
middle name: tevvards|tevavardis|otrais vards|antras vardas
national: perskods|asmkodas|asmens k|ak asmens|personas k|pk personas|personas kods
document: dokumento|dokuments|dokumenta|dokumentas|personu apliecinoss dokuments|personu apliecinosa dokumenta
back image: aizmugure|kita puse|otra puse|galine puse|nugarine puse|dokumento galas|aizmugures attels|dokumento nugarele|galines puses nuotrauka
issue country: izdevejvalsts|izsniedzejvalsts|isdavusi salis|izdosanas valsts|isdavusi valstybe|izsniegsanas valsts
passport number: paso nr|paso numeris|pases numurs
document type: dok tips|dok rusis|dok veids|dokumenta tips|dokumento tipas|dokumento rusis|dokumenta veids|dokumenta nosaukums|dokumento pavadinimas|personu apliecinosa dokumenta veids
birth other place: gim vieta|dzim vieta|gimimo vieta|gimimo salis|dzimsanas vieta|gimimo valstybe|dzimsanas valsts
residence country: gyv salis|mitnes valsts|gyvenamoji salis|rezidavimo salis|rezidences valsts|uzturesanas valsts|gyvenamoji valstybe|pastavigas dzivesvietas valsts|nuolatines gyvenamosios vietos salis
document number: dok numurs|dok numeris|dok serija nr|dokumenta numurs|dokumento numeris|dokumento serija numeris|dokumenta serija un numurs|dokumento serija ir numeris|personu apliecinosa dokumenta numurs
secondary address: pasta adrese|darba adrese|pasto adresas|korespondences adrese|susirasinejimo adresas|korespondencijos adresas
kyc status: izpetes statuss|verifikavimo busena|patvirtinimo busena|verifikacijas statuss|tapatybes patvirtinimo busena
proof address image: adreso irodymas|adreso patvirtinimas|adreses apliecinajums|izzina par dzivesvietu|adreses apstiprinajums|dzivesvietas apliecinajums|gyvenamosios vietos patvirtinimas
permit: leidimas gyventi|uzturesanas atlauja
home permanent address: deklareta adrese|nuolatinis adresas|deklaruotas adresas|deklareta dzivesvieta|deklaruota gyvenamoji vieta
license: vaditaja aplieciba|vairuotojo pazymejimas|autovaditaja aplieciba
(greek albanian georgian armenian maltese)
document number: 確認書類番号|실명확인증표번호|ar eggrafou|საბუთის ნომერი|փաստաթղթի համար|փաստաթղթի սերիա|numri dokumentit|numri i dokumentit|დოკუმენტის ნომერი|numru tad dokument|αριθμοσ παραστατικου|პირადობის ნომერი დოკუმენტი
issue date: 有效期开始日期|տրված է|տրման օր|im ekdosis|leshuar me|ημερ εκδοσησ|hmer ekdoshs|data tal ħrug|data leshimit|տրման ամսաթիվ|data e leshimit|გაცემის თარიღი
proof address image: 住所確認書類画像|prove adrese|λογαριασμοσ δεη|vertetim adrese|deshmi e adreses|հասցեի ապացույց|αποδειξη διευθυνσησ|մասնաճյուղի ապացույց|αποδεικτικο κατοικιασ|αποδεικτικο διευθυνσησ|მისამართის დადასტურება|πιστοποιητικο κατοικιασ|λογαριασμοσ κοινησ ωφελειασ
user: харилцагчиин|хэрэглэгчиин|μελοσ|αιτων|μελουσ|χρηστη|pelati|դիմորդ|χρηστησ|κατοχοσ|κατοχου|παικτησ|pelatis|personi|კლიენტი|օգտատեր|αιτουντα|επενδυτη|klientit|kerkuesi|mbajtesi|individi|კლიენტის|հաճախորդ|αιτουντοσ|επενδυτησ|klienteve|aplikanti|հաճախորդի|δικαιουχοσ|δικαιουχου|perdoruesi|huamarresi|օգտագործող|perdoruesit|δανειοληπτησ|ασφαλισμενοσ|kredimarresi|მომხმარებელი|მომხმარებლის|განმცხადებელი|klijent malti|φυσικο προσωπο
idcard: id ბარათი|leternjoftim|leternjoftimi|karte identiteti|δελτιο ταυτοτητασ|პირადობის მოწმობა|karta tal identita|karta e identitetit|նույնականացման քարտ|αστυνομικη ταυτοτητα
national: nr personal|nr identifikimi|հծհ|αμκα|amka|პ ნ|პირადი ნომ|numri unik|nid shqiperi|პირადი ნომერი|numri personal|սոցիալական քարտ|numru tal identita|numri identifikues|numri i identifikimit|հանրային ծառայությունների համարանիշ
login: ονομα χρηστη|emri perdoruesit|მომხმარებლის სახელი|ლოგინი|օգտանուն|ψευδωνυμο|մուտքանուն|onoma xristi|emri i perdoruesit
risk: τυποσ πελατη|ειδοσ πελατη|πεπ|ռիսկ|ρισκο|რისკი|riskut|რისკის|rreziku|κινδυνοσ|κινδυνου|κυρωσεισ|βαθμολογια|sanksionet|რისკის დონე|კლიენტის ტიპი|niveli i riskut|tipi i klientit|ռիսկի մակարդակ|βαθμοσ κινδυνου|προφιλ κινδυνου|lloji i klientit|հաճախորդի տեսակ|επιπεδο κινδυνου|κατηγορια πελατη|niveli i rrezikut|kategoria e riskut|κατηγορια κινδυνου|kategoria e rrezikut|kategoria e klientit
full name: ονομα επωνυμο|επωνυμο ονομα|emri klientit|ονομα και επωνυμο|επωνυμο και ονομα|աան|ονοματεπ|onomateponymo|onomatepwnymo|ον μο|ονομ νυμο|isem shih|emri plote|emri i plote|πληρεσ ονομα|სრული სახელი|isem u kunjom|emri i klientit|სახელი და გვარი|emri dhe mbiemri
issue country: გამცემი ქვეყანა|negara penerbit|տվող երկիր|տրման երկիր|εκδουσα χωρα|xora ekdosis|vendi leshues|shteti leshues|pajjiz tal ħrug|shteti i leshimit|գործող երկիր տրման
kyc status: κατ ταυτοποιησησ|შემოწმების სტატუსი|ստուգման կարգավիճակ|statusi i verifikimit|κατασταση επαληθευσησ|վավերացման կարգավիճակ|statusi i identifikimit|նույնականացման կարգավիճակ
event: data e verifikimit|ბოლო|մուտք|εναρξη|hapjes|վերջին|բացման|փակման|εγγραφη|ανοιγμα|συνδεση|εισοδοσ|εναρξησ|krijuar|შექმნის|გახსნის|εγγραφησ|συνδεσησ|μεταβολη|εγκρισησ|κλεισιμο|krijimit|mbylljes|დახურვის|ստեղծման|գրանցման|գրանցում|փոփոխման|ενημερωση|μεταβολησ|ndryshuar|ცვლილების|განახლება|թարմացման|δημιουργια|τελευταιασ|ενημερωσησ|καταχωρηση|ndryshimit|δημιουργιασ|τροποποιηση|καταχωρησησ|κλεισιματοσ|regjistruar|perditesuar|perditesimi|რეგისტრაცია|τροποποιησησ|ενεργοποιηση|regjistrimit|რეგისტრაციის|δημιουργηθηκε|επικαιροποιηση|επικαιροποιησησ|e fundit|i fundit|πελατησ απο|ბოლო შესვლა|klient qe nga|შექმნის თარიღი|გახსნის თარიღი|բացման ամսաթիվ|ცვლილების თარიღი|ստեղծման ամսաթիվ|գրանցման ամսաթիվ|განახლების თარიღი|რეგისტრაციის თარიღი|ვერიფიკაციის თარიღი
document type: εγγραφο ταυτοποιησησ|lloji dok|საბუთის ტიპი|փաստաթղթի տիպ|eidos eggrafou|lloj dokumenti|tip ta dokument|დოკუმენტის ტიპი|დოკუმენტის სახე|փաստաթղթի տեսակ|lloji dokumentit|tipi i dokumentit|lloji i dokumentit|τυποσ παραστατικου|ειδοσ παραστατικου|ειδοσ ταυτοποιητικου
other: omm|γενοσ|τεκνα|atesi|nanna|πατερα|παιδια|atesia|amesia|femije|მეუღლე|μητερασ|πατρικο|συζυγου|εγγυητη|თავდები|ամուսին|missier|εγγυητησ|κηδεμονασ|patronymo|երաշխավոր|εκπροσωποσ|αντικλητοσ|κληρονομοσ|garantuesi|dorezanesi|perfituesi|kujdestari|ბენეფიციარი|πληρεξουσιοσ|bashkeshorti|perfaqesuesi|ներկայացուցիչ|წარმომადგენელი|մոր անուն|հոր անուն|emri i atit|emri babait|emri i nenes|onoma patros|emri i babait|მამის სახელი|დედის სახელი|αριθμοσ τεκνων|νομιμοσ εκπροσωποσ|mbiemri i vajzerise|προσωπο επικοινωνιασ|πραγματικοσ δικαιουχοσ
gender: սեռ|fylo|sess|φυλλο|სქესი|gjinia|generu
tax: δου|afm|doy|nipt|nuis|հվհհ|tatimor|հարկային|φορολογικη|φορολογικοσ|საგადასახადო|rezidenca tatimore|rezidence tatimore|φορολογικη κατοικια|χωρα φορολογικησ κατοικιασ|αριθμοσ φορολογικου μητρωου
phone: მობ|ტელ|հեռ|kinito|σταθερο|հեռախոս|բջջային|mowbajl|tilefono|thlefwno|telefoni|celulari|ტელეფონი|მობილური|telefown|հեռախոսահամար|მობ ნომერი|αρ τηλεφωνου|τηλ επικοινωνιασ|numri i telefonit|ტელეფონის ნომერი
marital: ენა|gjuha|լեզու|γλωσσα|arsimi|ვალუტა|νομισμα|edukimi|monedha|արժույթ|κατοικοσ|ռեզիդենտ|განათლება|რეზიდენტი|εκπαιδευση|կրթություն|statusi civil|κατοικια τυποσ|gjendja civile|valuta llogari|οικογ κατασταση|statusi martesor|μορφωτικο επιπεδο|gjendja martesore|ოჯახური მდგომარეობა|ընտանեկան դրություն|ամուսնական կարգավիճակ|οικογενειακη κατασταση
first name: emri|emer|ισεμ|isem|անուն|სახელი|ονομα μικρο|μικρο ονομα|κυριο ονομα
expiry: ვადა|ληγει|ισχυσ|afati|skadon|ժամկետ|ძალაშია|jiskadi|skadenca|vlefshmeria|im lixis|ισχυσ εωσ|ημερ ληξησ|hmer lhxhs|ληξη ισχυοσ|data skadimit|vlefshme deri|վավեր է մինչեւ|data e skadimit|data skadences|data tal għeluq|მოქმედების ვადა|ამოწურვის თარიღი|ვადის გასვლის თარიღი|գործողության ժամկետ|վավերականության ժամկետ
street: odos|ქუჩა|triq|rruga|rruge|փողոց|emri i rruges|rruga dhe numri
house: kati|ბინა|շենք|տուն|hyrja|οροφοσ|pallati|კორპუსი|ndertesa|բնակարան|διαμερισμα|apartamenti|πολυκατοικια|სახლის ნომერი
state: qark|մարզ|nomos|qarku|მხარე|επαρχια|რეგიონი|prefektura
country: xora|xwra|shtet|երկիր|shteti|pajjiz|ქვეყანა|κωδ χωρασ|vendi shteti|κωδικοσ χωρασ
address: δνση|διευθ|հասցե|հասցեն|indirizz|მისამართი|dieythynsi|dieuthinsi|dieuthynsi|adresa banimit|adresa e banimit|πληρησ διευθυνση|բնակության հասցե|ფაქტობრივი მისამართი|ბინადრობის მისამართი|საცხოვრებელი მისამართი
organisation: γεμη|dega|բանկ|τμημα|deges|ბანკი|κλαδοσ|պաշտոն|εταιρια|εργασια|τραπεζα|sektori|ფილიალი|εργοδοτη|εταιρεια|επωνυμια|kompania|punesimi|პროფესია|კომპანია|գործատու|εργοδοτησ|katastima|epaggelma|pozicioni|απασχοληση|profesioni|մասնաճյուղ|աշխատավայր|punedhenesi|თანამდებობა|καταστηματοσ|υποκαταστημα|დამსაქმებელი|δραστηριοτητα|մասնագիտություն|կազմակերպություն|deges kodi|kodi i deges|vendi i punes|θεση εργασιασ|სამუშაო ადგილი|εταιρια εργασιασ|επωνυμια εταιρειασ
account: քարտ|καρτα|հաշիվ|καρτασ|ბარათი|llogaria|ანგარიში|llogarise|ანგარიშის|հաշվեհամար|χαρτοφυλακιο|nr llogarie|հաշվի համար|քարտի համար|karta bankare|ბარათის ნომერი|numri i llogarise|ანგარიშის ნომერი|numri i kartes bankare
contract: վարկ|հայտ|huaja|სესხი|δανειο|αιτηση|kredia|პოლისი|συμβαση|δανειου|αιτησησ|φακελοσ|kredise|კრედიტი|գործարք|συμβασησ|ασφαλιση|kontrata|aplikimi|συμβολαιο|συναλλαγη|kontrates|განაცხადი|συμβολαιου|պայմանագիր|transaksioni|ხელშეკრულება|nr kontrate|պայմանագրի համար|ხელშეკრულების ნომერი
amount: ποσο|οριο|paga|shuma|თანხა|μισθοσ|σκοποσ|τζιροσ|ლიმიტი|მიზანი|գումար|նպատակ|qellimi|balanca|ბალანსი|ხელფასი|եկամուտ|մնացորդ|εισοδημα|υπολοιπο|προελευση|περιουσια|εισοδηματα|შემოსავალი|աշխատավարձ|εισοδηματοσ|te ardhura|te ardhurat|եկամտի աղբյուր|ετησιο εισοδημα|burimi i fondeve|μηνιαιο εισοδημα|შემოსავლის წყარო|միջոցների աղբյուր|προελευση χρηματων|προελευση κεφαλαιων|αριθμοσ εξαρτωμενων|burimi i te ardhurave
flag: πηγη|არხი|ալիք|ակտիվ|ενεργο|καναλι|προιον|σημαια|burimi|პაროლი|ενεργοσ|ενδειξη|pelqimi|joaktiv|აქტიური|miratimi|produkti|თანხმობა|პროდუქტი|συναινεση|ανενεργοσ|αποβιωσασ|დაბლოკილი|գաղտնաբառ|արտադրանք|συγκαταθεση|fjalekalimi|διαγραμμενοσ|համաձայնություն|po jo|ναι οχι|i vdekur|κωδικοσ προσβασησ|ενημερωτικο δελτιο
front image: წინა|առջեւ|εμπροσ|προσοψη|μπροστα οψη|faqja e pare|առջեւի կողմ|դիմային կողմ|εμπροσθια οψη|μπροστινη οψη|pamja perpara|ana e perparme|pamja e perparme|μπροστινη πλευρα
back image: πισω|უკანა|οπισθοφυλλο|πισω οψη|foto pas|ana e pasme|οπισθια οψη|πισω πλευρα|հետեւի կողմ|pamja e pasme|հակառակ կողմ
image: φωτο|ფოტო|ასლი|նկար|ֆայլ|kopja|ფაილი|სკანი|εικονα|αρχειο|σαρωση|fotoja|imazhi|სურათი|պատճեն|skedari|ritratt|διαδρομη|αντιγραφο|fotokopja|լուսանկար|φωτογραφια
last name: გვარი|kunjom|επιθετο|eponymo|epwnymo|mbiemri|mbiemer|epitheto|ազգանուն
birth date: ημγεν|datelindja|ditelindja|datatwelid|ծնվել է|lindur me|დაბ თარიღი|im gennisis|data lindjes|ծննդ ամսաթիվ|ημερ γεννησησ|hmer gennhshs|data e lindjes|data tat twelid|ծննդյան ամսաթիվ|ծննդյան տարեթիվ|დაბადების თარიღი|imerominia gennisis
district: δημοσ|lagje|უბანი|lagjja|komuna|rrethi|რაიონი|περιοχη|bashkia|համայնք|թաղամաս|συνοικια
city: qytet|դաքաղ|քաղաք|raħal|qyteti|ქალაქი|οικισμοσ|vendbanimi
email: imejl|emaili|էլփոստ|ელფოსტა|ηλ δνση|էլ հասցե|ηλ διευθυνση|ელ მისამართი|ηλ αλληλογραφια|posta elektronike|ელექტრონული ფოსტა|էլեկտրոնային փոստ|indirizz elettroniku|ηλεκτρονικο ταχυδρομειο
reason: λογοσ|նշում|σχολια|σχολιο|koment|მიზეზი|აღწერა|պատճառ|arsyeja|shenime|komente|σημειωση|verejtje|შენიშვნა|περιγραφη|კომენტარი|παρατηρηση|αιτιολογια|σημειωσεισ|pershkrimi|παρατηρησεισ|նկարագրություն|մեկնաբանություն|უარის მიზეზი|մերժման պատճառ|λογοσ απορριψησ|arsyeja e refuzimit
selfie image: σελφι|სელფი|սելֆի|სახის ფოტო|դեմքի նկար|προσωπο φωτο|foto e fytyres|φωτογραφια προσωπου
title: τιτλοσ|titulli|προσφωνηση
document: საბუთი|εγγραφα|საბუთის|dokumenti|დოკუმენტი|փաստաթղթի|dokumentit|დოკუმენტის|փաստաթուղթ|παραστατικο|δικαιολογητικο|δικαιολογητικα
zip: ինդեքս|ταχ κωδικασ|kodi postar|kodi postal|კოდი საფოსტო|საფოსტო კოდი|kodici postali|საფოსტო ინდექსი|փոստային ինդեքս|ταχυδρομικοσ κωδικασ
kyc result: εκβαση|შედეგი|αποφαση|vendimi|որոշում|արդյունք|rezultati|შემოწმების შედეგი|ստուգման արդյունք|αποτελεσμα επαληθευσησ|rezultati i verifikimit
staff: აგენტი|oficeri|zyrtari|agjenti|ოფიცერი|մենեջեր|ստեղծող|ελεγκτησ|εγκρινων|მენეჯერი|օպերատոր|գործակալ|υπαλληλου|συμβουλοσ|υπευθυνοσ|χειριστησ|operatori|menaxheri|ოპერატორი|աշխատակից|διαχειριστη|καταχωρητησ|თანამშრომელი|krijuar nga|aprovuar nga|ndryshuar nga|verifikuar nga
issue authority: გამცემი|εκδ αρχη|ում կողմից|leshuar nga|տվող մարմին|εκδουσα αρχη|αρχη εκδοσησ|εκδοθηκε απο|εκδοτικη αρχη|τοποσ εκδοσησ|გამცემი ორგანო|vendi i leshimit|տրված ում կողմից|autoriteti leshues
status: statusi|gjendja|სტატუსი|καθεστωσ|კარგვიჯაკვ|կարգավիճակ|statusi i klientit
kyc: ελεγχοσ|ελεγχου|ստուգում|verifika|შემოწმება|verifikimi|verifikuar|վավերացում|verifikimit|ვერიფიკაცია|identifikimi|ვერიფიკაციის|επαληθευμενοσ|identifikimit|იდენტიფიკაცია|იდენტიფიკაციის|նույնականացում|δεουσα επιμελεια
nationality: kombesia|ეროვნება|shtetesia|εθνικοτητα|ypikootita|ithageneia|ազգություն|მოქალაქეობა|nenshtetesia|nazzjonalita|քաղաքացիություն|χωρα ιθαγενειασ|χωρα υπηκοοτητασ
passport: პასპორტი|անձնագիր|անձնագրի|pasaporta|პასპორტის|passaport
middle name: հայրանուն|emri i mesem|μεσαιο ονομα|δευτερο ονομα|მამის სახელი მეორე
birth other place: ծննդավայր|vendlindja|ծննդյան վայր|topos gennisis|vendi i lindjes|post tat twelid|shteti i lindjes|დაბადების ადგილი
user number: αμ πελατη|ar pelati|kodi klient|kodi klientit|კლიენტის კოდი|հաճախորդի կոդ|kodi i klientit|numri klientit|kodikos pelati|kwdikos pelath|numri i klientit|კლიენტის ნომერი|հաճախորդի համար
idcard number: ar tautotitas|ar taytothtas|numri i kartes|nr i leternjoftimit|αρ δελτιου ταυτοτητασ
license: leje drejtimi|αδεια οδηγησησ|leja e drejtimit|patente shoferi|მართვის მოწმობა|licenzja tas sewqan|վարորդական իրավունք
permit: leje qendrimi|αδεια διαμονησ|կացության քարտ|leja e qendrimit|ბინადრობის მოწმობა
secondary address: adresa e punes|adresa postare|საფოსტო მისამართი|διευθυνση εργασιασ|διευθυνση επικοινωνιασ
passport number: nr i pasaportes|անձնագրի համար|անձնագիր համար|პასპორტის ნომერი|numri i pasaportes|անձնագրի սերիա եւ համար
residence country: xora katoikias|shteti i banimit|բնակության երկիր|vendi i rezidences|shteti i rezidences|საცხოვრებელი ქვეყანა|რეზიდენტობის ქვეყანა|χωρα μονιμησ κατοικιασ
home permanent address: μονιμη κατοικια|հաշվառման հասցե|μονιμη διευθυνση|adresa e perhershme|იურიდიული მისამართი
(vietnamese)
issue authority: noicap|noi cap gttt
amount: so du|du no|luong|han muc|tai san|muc dich|lai suat|doanh thu|nguon tien|muc thu nhap|tong tai san|so nguoi phu thuoc|thu nhap hang thang|muc dich mo tai khoan
account: so the|stk|so tk|so tkck|so luu ky|vi dien tu|tieu khoan|tai khoan chung khoan
risk: cap do|loai kh|loai khach hang|hang|rui ro|xep hang|phan khuc|phan loai|muc do rui ro|diem tin dung|xep loai rui ro|nhom khach hang
middle name: ten dem|chu lot
last name: ho va ten dem
national: so dinh danh|can cuoc cong dan|so dinh danh ca nhan
login: ten nguoi dung|biet danh|ten truy cap
document type: loai dinh danh|loai ttin giay to
other: vo|chong|so con|con cai|quan he|ten khac|que quan|nguoi than|dong so huu|ten goi khac|nguyen quan|nguoi thua ke|nguoi giam ho|nguoi lien he|nguoi bao lanh|nguoi dai dien|nguoi dong vay|nguoi thu huong|nguoi gioi thieu|dong chu tai khoan
district: xa|ap|quan|thon|huyen|phuong|thi xa|thi tran
tax: mst|ma so thue ca nhan
house: lau|ngo|hem|tang|ngach|can ho|toa nha
organisation: pgd|nghe|don vi|co quan|chuc vu|linh vuc|chuc danh|cong viec|phong ban|nganh nghe|noi lam viec|don vi cong tac|phong giao dich|ma so doanh nghiep
image: tep|tap tin|ban sao|duong dan|hinh chup|tep dinh kem
gender: phai
home permanent address: hktt|hkttp|ho khau|noi thuong tru|noi dang ky ho khau
phone: dtdd|dt lien he|dien thoai ban
flag: khoa|kenh|nguon|dong y|da xoa|mat khau|san pham|kich hoat|hoat dong|phien ban|chien dich|dang hoat dong
document number: sogttt
address: noi o|cho o|noi cu tru|dc hien tai|cho o hien tai|noi o hien tai|cho o hien nay|dia chi hien tai
event: mo tk|ngay mo|ngay ky|ngay sua|ngay vao|ngay dong|ngay nhap|ngay duyet|ngay bat dau|ngay tham gia|ngay hieu luc|ngay ket thuc|thoi gian tao|dang nhap gan nhat|thoi gian cap nhat
contract: so hd|yeu cau|don hang|bao hiem|khoan vay|giao dich
marital: nha o|hoc van|dan toc|trinh do|ton giao|loai tien|loai tien te|nguoi cu tru|cu tru khong
reason: mo ta|noi dung|nhan xet|dien giai|ly do tu choi
staff: can bo|moi gioi|nguoi tao|nguoi nhap|nguoi duyet|chuyen vien|nguoi quan ly|nguoi kiem tra|giao dich vien|nguoi cap nhat|can bo tin dung|nhan vien tu van|nguoi phe duyet|nguoi tham dinh|moi gioi quan ly|nhan vien phu trach|nhan vien kinh doanh
user: ben vay|chu the|hoi vien|nguoi vay|nha dau tu|thanh vien|nguoi choi|nguoi su dung|nguoi dang ky|chu tai khoan|nguoi mua bao hiem
first name: ten goi|ten rieng
secondary address: tam tru|dia chi nhan thu|dia chi lien he thu
email: hop thu|hom thu|email lien he
back image: anh sau|hinh mat sau|anh cccd sau|anh cmnd sau
selfie image: anh mat|hinh chan dung|anh chup khuon mat
user number: ma khach
expiry: thoi han|gia tri den|hieu luc den|co gia tri den|ngay het hieu luc
kyc: xac thuc|kiem tra|tham dinh|phe duyet|xac minh danh tinh|xac thuc danh tinh|nhan biet khach hang
contact address: dc lien he|dia chi lien he|dia chi lien lac
front image: anh truoc|hinh mat truoc|anh cccd truoc|anh cmnd truoc
zip: ma buu dien
status: tinh trang
kyc result: ket qua duyet
proof address image: xac nhan cu tru|chung minh dia chi
birth date: ngay thang sinh
kyc status: trang thai duyet
issue country: quoc gia phat hanh
birth other place: noi dang ky khai sinh
issue date: ngay phat hanh giay to
(finnish estonian)
idcard: idkaart|id kortti|isikutunnistus
login: kayttajanimi|kasutajanimi|nimimerkki|kayttajatunnus|kasutajatunnus|kirjautumisnimi|verkkopankkitunnus|tunnus kirjautuminen
email: e posti aadress|sposti|sahkop|meiliosoite|meiliaadress|e kiri|e posti
issue country: valjastaja riik|myontomaa|myontajamaa|myontamismaa|valjaandjariik|myontava maa|valjastav riik|asiakirjan maa|valjastanud riik
reason: syy|kuvaus|selite|markus|pohjus|viesti|markused|selgitus|huomautus|kommentti|kommentit|kirjeldus|perustelu|hylkayssyy|lisatiedot|kommentaar|huomautukset|hylkayksen syy|keeldumise pohjus
user: isik|jasen|isiku|hakija|osanik|henkilo|hakijan|kliendi|pelaaja|kayttaja|kasutaja|taotleja|kayttajan|laenuvotja|sijoittaja|kontoomanik|lainanottaja|kaardiomanik|tilinomistaja|vakuutuksenottaja
first name: etun|etunim|eesnimed|kaikki etunimet
birth date: synt|sundis|syntpvm|syntynyt|sundinud|syntymapvm|synnyinaika|sunnikuupaev
national: sotu|isikukoodi|sosiaaliturvatunnus|hetu tunnus|ik isikukood
street: katu|kadunnimi|tanava nimi|tanav ja maja|katu ja numero
house: maja|asunto|porras|korter|kerros|huoneisto|talonumero|majanumber|korteri nr|korteri number
district: kyla|kula|vald|linnaosa|kaupunginosa
country: riik|kotimaa|maakoodi|maatunnus|riigikood|maan nimi|maan koodi|asuinvaltio kood
status: tila|olek|staatus|asiakastila|tila koodi
organisation: amet|pank|osasto|yritys|pankki|kontori|esindus|ammatti|ytunnus|tookoht|konttori|tooandja|elukutse|toimiala|ettevote|tyosuhde|ametikoht|tyopaikka|toimipiste|harukontor|tegevusala|kontorikood|ametinimetus|registrikood|ammattinimike|tehtavanimike|asema tyo|yrityksen nimi|tyonantajan nimi
account: tili|kortti|tilinro|saldotili|tilinumero|tilityyppi|pankkitili|pangakonto|kaardinumber|arvelduskonto|vaartpaberikonto|arvo osuustili
contract: asia|laen|laina|leping|tehing|poliis|tilaus|sopimus|hakemus|taotlus|vakuutus|tellimus|tapahtuma|asianumero|kindlustus|lainanumero|laenuleping|lepingu nr|taotluse nr|lepingu number|poliisi number|taotluse number
amount: palk|vara|jaak|tulot|varat|summa|maara|kaive|palkka|lapsia|limiit|eesmark|limiitti|sijoitus|intressi|vuositulot|ansiotulot|nettotulot|sissetulek|bruttotulot|varallisuus|liikevaihto|kuukausitulot|kayttotarkoitus|varojen lahde|varojen alkupera|vahendite paritolu|kasutamise eesmark|sissetuleku allikas|rahaliste vahendite paritolu
marital: keel|kieli|eluase|haridus|valuuta|koulutus|valuutta|siviilis|aidinkieli|suhtluskeel|asumismuoto|residentsus|siviilisaaty|asumistyyppi|perhesuhteet|perekonnaseis|asiointikieli
image: kuva|pilt|liite|kopio|manus|koopia|valokuva|tiedosto|skannaus|failinimi|skaneering|kuvatiedosto|tiedostopolku
last name: sukun|sukunim|pereknimi
other: lapsi|lapset|parija|puoliso|volitus|omainen|abikaasa|huoltaja|edustaja|esindaja|kaendaja|postkast|tyttonimi|volitatud|edunsaaja|kasusaaja|valtakirja|eestkostja|aviopuoliso|edunvalvoja|valtuutettu|kontaktisik|lahiomainen|postilokero|kanssahakija|kaastaotleja|neiupolvenimi|yhteyshenkilo|isa nimi|ema nimi|isan nimi|aidin nimi|entinen nimi|puolison nimi|aiempi sukunimi|entinen sukunimi|lasten lukumaara|tegelik kasusaaja|eelmine perekonnanimi|tosiasiallinen edunsaaja
passport: passi
expiry: aegub|vanhenee|kehtivus|voimassaolo|kehtivusaeg|paattymispaiva|aegumiskuupaev|voimassaoloaika|vanhenemispaiva|kehtivuse lopp|voimassa saakka|voimassaolo paattyy|kehtivuse loppkuupaev|voimassaolon paattymispaiva
city: asula|kunta|kaupunki|kotikunta|kotipaikka|paikkakunta|omavalitsus|asustusuksus|asuinpaikkakunta|linn vald
state: laani
kyc result: tulos|otsus|paatos|tulemus|ratkaisu|tuvastuse tulemus|kontrolli tulemus|todentamisen tulos|tarkastuksen tulos|tunnistuksen tulos
staff: looja|lisas|myyja|muuja|luonut|haldur|muutja|tootaja|meklari|kinnitas|sisestas|muokannut|muuttanut|virkailija|hyvaksynyt|tarkastaja|teenindaja|tarkastanut|kontrollija|vastuuhenkilo|asiakasvastaava
risk: riski|sanktiot|riskitaso|riskitase|riskiryhma|riskiklass|riskiluokka|kliendituup|pakotelista|riskiprofiil|asiakasryhma|kliendigrupp|sanktsioonid|riskiluokitus|riskiprofiili|asiakastyyppi|asiakasluokka|luottoluokitus|riskikategooria|asiakassegmentti|riikliku taustaga isik|poliittisesti vaikutusvaltainen
flag: lahde|tuote|toode|kanava|versio|parool|surnud|allikas|kuollut|estetty|aktiivne|salasana|nousolek|turundus|versioon|suostumus|uudiskiri|poistettu|aktiivinen|uutiskirje|kustutettu|jaadytetty|passiivinen|kuolinpaiva|blokeeritud|turundusluba|surmakuupaev|mitteaktiivne|markkinointilupa|markkinointikielto|jah ei|kylla ei
title: tiitel|arvonimi|tervehdys|puhuttelu
nationality: rahvus|kansallisuus|kansalaisuusmaa|kodakondsusriik|kansalaisuuskoodi|kodakondsuse riik
zip: indeks|sihtnr|postikood|sihtnumber|postinumero|postiindeks
phone: mobiil|puhelin|mobiili|kannykka|kotipuhelin|matkapuhelin|lankapuhelin|kontakttelefon
event: avattu|loodud|avatud|alates|alkupvm|viimati|viimane|avamise|suletud|lisatud|muutettu|muokattu|avauspvm|suljettu|muudetud|luontipvm|muutospvm|viimeisin|liittynyt|alkupaiva|uuendatud|luontiaika|perustettu|paivitetty|avauspaiva|sisestatud|luontipaiva|muutospaiva|paivityspvm|kirjautunut|tarkistettu|loppkuupaev|rekisteroity|paattymispvm|tunnistuspvm|tarkastuspvm|alguskuupaev|aloituspaiva|sopimuspaiva|kirjautuminen|sulkemispaiva|sisselogimine|liittymispaiva|tarkastuspaiva|registreeritud|perustamispaiva|registreerimine|tunnistamispaiva|rekisterointipaiva|loomise aeg|muutmise aeg|asiakas alkaen|hyvaksytty pvm|loomise kuupaev|asiakkuuden alku|muutmise kuupaev|sulgemise kuupaev|kontrolli kuupaev|liitumise kuupaev|kinnitatud kuupaev|uuendamise kuupaev|seuraava tarkastus|viimeinen kirjautuminen|registreerimise kuupaev
license: juhiloa|juhiluba|juhiload|ajokortti|ajokortin
front image: esikulg|etupuoli|etusivu kuva|esikulje foto|etupuolen kuva
selfie image: naopilt|naofoto|kasvokuva|selfiekuva|kasvot kuva
user number: jasennro|jasennumero|kliendikood|asiakastunnus
full name: kokonimi|taysnimi|taisnimi|nimi kokonaan|etu ja sukunimi|ees ja perenimi|ees ja perekonnanimi
issue authority: myontaja|myontanyt|valjaandja|valjastaja|myontopaikka|myontajaviranomainen|valjastanud asutus|myontava viranomainen|myontanyt viranomainen
back image: tagakulg|takapuoli|kaantopuoli|tagakulje foto|kaantopuolen kuva
birth other place: sunnikoht|sunniriik|syntymamaa|synnyinmaa|syntymakunta|synnyinkunta|syntymapaikka|synnyinpaikka|syntymakotikunta
issue date: antopaiva|myontopaiva|myontamispvm|valjastuskuupaev|valjastamisekuupaev|myonnetty pvm|valjaandmise kuupaev
secondary address: tyoosoite|postiosoite|postiaadress|laskutusosoite|toimitusosoite|tilapainen osoite|kirjavahetuse aadress
permit: elamisluba|oleskelulupa|elamisloakaart
tax: verotunnus|verotusmaa|maksunumber|verotunniste|maksuresident|verovelvollinen|verovelvollisuus|maksuresidentsus|maksukohustuslane|verotuksellinen asuinmaa|verotuksellinen kotipaikka
residence country: elukohamaa|asuinvaltio|elukohariik|asukohariik|residentsusriik|asuinmaan koodi
address: kotiosoite|asuinosoite|osoitetiedot|kontaktaadress|aadress tais|kodune aadress|katuosoite koko|taielik aadress|vakituinen osoite
kyc: todennettu|tuvastatud|tunnistettu|tuvastamine|todentaminen|tunnistaminen|isikutuvastus|tuntemistiedot|hoolsusmeetmed|verifitseerimine|tunnistautuminen|asiakkaan tunteminen
passport number: passinumero|passin nro|passin numero
document type: dokumendituup|dokumendiliik|asiakirjatyyp|asiakirjatyyppi|dok tuup|asiakirjan tyyppi|todistuksen tyyppi|henkiloasiakirja tyyppi|henkilotodistuksen tyyppi|tunnistusasiakirjan tyyppi|henkilollisyystodistus tyyppi
kyc status: tunnistustila|vahvistustila|tuntemisen tila|todentamisen tila|tarkastuksen tila|tuvastuse staatus|kontrolli staatus|tunnistuksen tila|isikutuvastuse staatus|verifitseerimise staatus
proof address image: osoitetodiste|osoitetodistus|asumistodistus|elukoha toend|aadressi toend|todistus osoitteesta
document: tunnistusasiakirjan|henkilollisyystodistus|henkilollisyysasiakirja|isikut toendav
gender: sugu kood
middle name: toinen nimi|keskmine nimi|toinen etunimi
document number: todistuksen numero|henkilotodistuksen numero|henkilollisyystodistuksen numero
(indonesian malay filipino)
issue authority: penerbit|tempat terbit|dikeluarkan oleh|diterbitkan oleh|tempat penerbitan|tempat dikeluarkan|tempat terbit identitas|pihak berkuasa pengeluar
login: namapengguna
contract: no pk|akad|klaim|pautang|pinjaman|insurans|tuntutan|asuransi|fasilitas|transaksi|permohonan|pembiayaan|perjanjian|no aplikasi|nomor aplikasi|aplikasi kredit
house: no rumah|nomor rumah|lantai|gedung|komplek|bangunan|apartemen|perumahan|rt rw|tingkat rumah
secondary address: alamat surat|alamat kerja|alamat penagihan|alamat pengiriman|alamat surat menyurat|alamat korespondensi
marital: status rumah|kaum|wika|suku|ugama|bangsa|matawang|keturunan|edukasyon|pemastautin|wni wna|kd agama|sts kawin|mata uang|gol darah|status nikah|status kawin|status kahwin|golongan darah|katayuang sibil|status penduduk|taraf pendidikan|tahap pendidikan|taraf perkahwinan|kepemilikan rumah|status perkahwinan
risk: tipe nasabah|jenis nasabah|tipe pelanggan|jenis pelanggan|skor|dttot|segmen|panganib|segmentasi|kolektibilitas|gred risiko|tahap risiko|daftar hitam|profil risiko|profil resiko|tingkat risiko|tingkat resiko|kategori risiko|kategori nasabah|golongan nasabah|penilaian risiko|antas ng panganib|klasifikasi risiko|kategori pelanggan
flag: persetujuan data|persetujuan marketing|sandi|versi|hapus|blokir|setuju|sumber|produk|saluran|dihapus|promosi|program|bendera|nonaktif|diblokir|pemasaran|meninggal|ya tidak|kata sandi|tidak aktif|kata laluan
home permanent address: permanenteng tirahan|alamat asal|alamat tetap|alamat dalam ktp|alamat permanen|alamat identitas|alamat sesuai identitas
nationality: kwn|nasyonalidad|kewarganegara|pagkamamamayan
street: jln|kalye
district: kel|kec|desa|dusun|taman|purok|daerah|baranggay|kd kecamatan
city: kab|bayan|pekan|lungsod|kotamadya|munisipyo|dati ii|kota asal|kota tinggal
phone: tlp|telpon|selpon|seluler|telepono|handphone|no bimbit|tel bimbit|nombor telefon|telefon bimbit|numero ng telepono
organisation: kcp|siup|usaha|bidang|sangay|divisi|bagian|jabatan|profesi|majikan|jawatan|pejabat|trabaho|industri|cawangan|syarikat|kumpanya|hanapbuhay|kd cabang|unit kerja|badan usaha|tempat kerja|kd pekerjaan|tempat bekerja|instansi kerja|sektor ekonomi|kantor cabang pembantu
account: rek|norek|akaun|dompet|tabungan|deposito|simpanan|no va|no kad|nombor kad|nombor akaun|dompet digital|virtual account|numero ng account
reason: ket|sebab|pesan|ulasan|catitan|dahilan|deskripsi|paliwanag|penjelasan|penerangan|alasan ditolak|keterangan lain|sebab penolakan|alasan penolakan
user: ahli|pemain|debitur|peserta|pemohon|pelabur|penabung|peminjam|miyembro|kliyente|kostumer|penyimpan|aplikante|pendeposit|tertanggung|nagpapatala|calon nasabah|pemegang polis|pemegang kartu|pemegang akaun|pengguna akhir|pemilik rekening|pemegang rekening
other: anak|wali|suami|istri|kuasa|waris|asawa|isteri|penama|saudara|kerabat|pewaris|penjaga|pasangan|penjamin|hubungan|perekomendasi|anak ng|jml anak|nama bapa|nama bapak|nama gadis|bilangan anak|penerima kuasa|kontak darurat|referensi nama|pangalan ng ina|pangalan ng ama|nama sebelumnya|penerima manfaat|pangalan ng asawa
gender: jkel|jenkel|kasarian|jns klm|j kelamin
idcard: ektp|mykad kad|kad pengenalan|ktp elektronik|kad pengenalan baru|kartu tanda penduduk
staff: agen|ejen|kasir|pegawai|pembuat|pemasar|karyawan|kolektor|pengelola|otorisator|verifikator|kode ao|nama ao|dibuat oleh|diubah oleh|diinput oleh|dicipta oleh|disahkan oleh|disetujui oleh|diperiksa oleh|tenaga penjual|pengurus akaun|tenaga pemasar|diperbarui oleh|diluluskan oleh|dikemaskini oleh|account officer ao|diverifikasi oleh
amount: gaji|aset|baki|kita|omset|nilai|tenor|tujuan|plafon|halaga|nisbah|nominal|balanse|setoran|kekayaan|angsuran|pendapatan|tanggungan|pengeluaran|sumber dana|setoran awal|buwanang kita|jml tanggungan|pendapatan bulanan|pendapatan tahunan|pinagmulan ng pondo|penghasilan bulanan|tujuan buka rekening|rentang penghasilan|kisaran penghasilan|penghasilan per bulan|tujuan penggunaan dana|sumber pendapatan utama
title: gelar|sapaan|gelaran|panggilan
tax: cukai|wajib pajak|mukim cukai|nomor pokok wajib pajak
license: lesen|lisensya|lesen memandu|surat izin mengemudi
zip: kdpos
country: bansa|kd negara|negara asal
event: sejak|petsa|mulai|diubah|huling|dicipta|terakhir|aktivasi|pembaruan|bergabung|penutupan|kemaskini|dikemaskini|tgl buka|tgl buat|tgl ubah|tgl entry|tgl tutup|tgl akhir|tgl cetak|tgl proses|tgl posisi|tarikh buka|tanggal buka|tanggal buat|tanggal ubah|tarikh cipta|tanggal entry|tgl perubahan|tanggal tutup|tgl realisasi|tarikh sertai|kali terakhir|tanggal akhir|tanggal posisi|tarikh kelulusan|tanggal perubahan|tanggal realisasi|petsa ng pagrehistro
passport: paspot|pasaporte ng
birth date: tglahir|kaarawan|tgl lhir|tl lahir|araw ng kapanganakan|petsa ng kapanganakan
address: tirahan|alamat semasa|alamat tinggal|alamat lengkap|alamat saat ini|tempat tinggal|alamat sekarang|alamat kediaman|kasalukuyang tirahan|alamat penuh kediaman
status: keadaan|katayuan|status keanggotaan
kyc result: resulta|hasil cek|resulta ng beripikasyon
kyc: semakan|validasi|pengecekan|pengesahan|penyemakan|pemeriksaan|persetujuan|beripikasyon|terverifikasi kyc|uji tuntas nasabah|pengesahan identiti|verifikasi identitas
front image: hadapan|harapan|ic depan|harap ng id|foto identitas depan
image: salinan|larawan|litrato|lampiran|unggahan|fail nama|nama fail|lokasi file
full name: pangalan|nm nsb|nama nsb|buong pangalan|nama mengikut ic|nama tanpa gelar|nama sesuai identitas|nama seperti dalam kad pengenalan
last name: apelyido|nama akhir|nama marga
state: lalawigan|probinsya|wilayah provinsi
issue date: dikeluarkan|petsa ng pag isyu|tgl terbit identitas
national: nmr ktp|no kp baru|no kp lama|no ic baru|nomor kk induk|no induk kependudukan|nombor kad pengenalan|nomor induk kependudukan
document type: uri ng id|jns identitas|tipe identitas|uri ng dokumento|jenis pengenalan|jenis dokumen pengenalan
first name: nama awal|nama diberi|nama pertama|unang pangalan
birth other place: tpt lahir|tmp lahir|tmpt lahir|kota kelahiran|negara kelahiran|negeri kelahiran|tempat kelahiran|lugar ng kapanganakan
permit: pas kerja|permit kerja|izin tinggal
selfie image: foto diri|foto muka|gambar muka|selfie dengan ktp
user number: kd nasabah|nmr nasabah|nombor ahli|no keahlian|sid investor|no ahli koperasi|nombor pelanggan|sub rekening efek|numero ng miyembro
expiry: tempoh sah|sah hingga|sah sehingga|tgl habis berlaku|tarikh tamat tempoh|masa berlaku identitas|tgl jatuh tempo identitas|petsa ng pagkawalang bisa
back image: likod ng id|ic belakang|foto identitas belakang
document number: numero ng id|no pengenalan|nmr identitas|no id identitas|nomor identitas|nomor pengenalan
proof address image: bil utiliti|bil elektrik|bukti kediaman|tagihan listrik|rekening listrik|patunay ng tirahan|katibayan ng tirahan
document: tanda pengenal|bukti identitas|pengenalan diri|dokumen identitas
passport number: nombor pasport
residence country: negara tinggal|negara kediaman|negara residensi|negara bermastautin
email: mel elektronik|surat elektronik
middle name: gitnang pangalan|nama pertengahan|panggitnang pangalan
kyc status: status otorisasi kyc
issue country: negara yang mengeluarkan
(swedish norwegian danish icelandic faroese)
risk: kundetype|kundtyp|ahaetta|riskniva|riskklass|riskgrupp|kundgrupp|riskprofil|risikoniva|sanksjoner|kundsegment|kundegruppe|kundkategori|kredittscore|riskbedomning|kundekategori|ahaettuflokkur|sanktionslista|risikovurdering|kreditvardighet
login: brukernavn|brugernavn|smeknamn|kallenavn|kaldenavn|anvandarid|brukarnavn|notandanafn|anvandarnamn|inloggningsnamn
kyc: idkontroll|verifierad|verifisert|auðkenning|kundetiltak|verifiering|verificeret|kundkannedom|verifisering|verificering|legitimering|kundekendskab|identitetskontrol|areiðanleikakonnun|areidanleikakonnun|identitetskontroll|id kontrol
issue country: utstederland|udstederland|utgafuland|utfardarland|utfardandeland|utstedelsesland|utstedende land
city: bosted by|sted|hemort|bynavn|bystad|staður|stadur|kommun|kommune|poststad|poststoð|hemkommun|bostadsort|sveitarfelag|bopelskommune|bopaelskommune|bostedskommune
email: e postadress|e post adresse|tolvup|elpost|netfang|tolvupostur|tolvupostfang|e postadr
gender: kyn|koen|kjoenn|kjonnskode
street: vej|veg|gata|gade|vejnavn|vegnamn|gatuadr|veinavn|gateadr|gatunamn|gatenavn|gadenavn|gotuheiti|gadeadresse|vej og nr|gata og nr|gate og nr|gate og nummer|gade og nummer|vejnavn og nummer|besoksadresse gate
house: lgh|husnr|gatunr|vaning|trappa|etasje|opgang|bolignr|oppgang|bokstav|lagenhet|husnumer|husnummer|leilighet|lejlighed|gatunummer|husbokstav|lagenhetsnr|bolignummer|leilighetsnr|lagenhetsnummer|port uppgang
phone: tfn|simi|tlfnr|farsimi|mobiltlf|simanumer|heimasimi|mobilnumer|fasttelefon|tlf arbeid|telefon bostad|telefon arbete|telefon arbeid
organisation: cvr|yrke|starf|utibu|kontor|sektor|bransch|bransje|foretag|bedrift|avdeling|stilling|kontorsnr|avdelning|yrkeskode|yrkesgrupp|befattning|virksomhed|virksomhet|clearingnr|kontorsnamn|avdelingsnr|starfsheiti|anstallning|ansaettelse|fagforening|arbeidsgiver|arbeidsgivar|arbejdsgiver|foretagsnamn|naeringskode|vinnuveitandi|sysselsattning|beskaeftigelse|clearingnummer|organisationsnr|organisationsnummer|organisasjonsnummer
contract: sak|sag|laan|avtal|lannr|avtale|aftale|arende|saksnr|sagsnr|lanenr|polise|umsokn|ansokan|oppdrag|avtalsnr|soknadsnr|ansogning|samningur|saksnummer|sagsnummer|lanenummer|forsakring|forsikring|transaksjon|transaktion|avtalsnummer|umsoknarnumer|samningsnumer|ansokningsnummer|forsakringsnummer
amount: lon|lonn|belop|belob|antal|syfte|ranta|formue|belopp|tekjur|antall|grense|formal|inkomst|inntekt|indskud|indkomst|fjarhaeð|innskudd|omsetning|arsinkomst|arsinntekt|omsattning|omsaetning|insattning|arsindkomst|formogenhet|kreditgrans|ranteinkomst|kredittgrense|staða reiknings|medlens ursprung|midlenes oprindelse|midlenes opprinnelse
flag: dod|kalla|kilde|reklam|sletta|virkur|sparrad|sperret|avliden|passord|kodeord|slettet|ovirkur|spaerret|dodsdato|samtycke|samtykke|ursprung|losenord|lykilorð|borttagen|sekretess|nyhetsbrev|nyhedsbrev|reservation|adgangskode|reservasjon|ja nej|ja nei|skyddad identitet
full name: nafn|kundnamn|fulltnavn|fulde navn|fulle navn|fuldt navn|fullt nafn|navn fullt|hele navnet|kundens namn|kundens navn|for og etternavn|for og efternavn|for och efternamn|fullstandigt namn|fornavn og etternavn
last name: eftn|enamn|etternvn|efternvn|efternavn|slaktnamn|eftirnafn|kenninafn|foðurnafn|slektsnavn|aettarnafn|familienavn|familjenamn
other: make|maka|barn|maki|fader|moder|sambo|ombud|varge|moðir|faðir|samboer|pikenavn|pigenavn|fodenavn|farsnavn|morsnavn|fullmakt|fuldmagt|foresatt|postboks|coadress|flicknamn|formynder|parorende|medsokande|fullmektig|formyndare|narstaende|borgensman|kausjonist|fodelsenamn|aegtefaelle|medlantaker|fuldmaegtig|umboðsmaður|medlantagare|forraðamaður|medkontohaver|kontaktperson|vardnadshavare|kontaktpersona|fullmaktsinnehavare|far navn|mor navn|fars namn|mors namn|reel ejer|co adresse|tidigare namn|tidligere navn|verklig huvudman|reell rettighetshaver
birth date: fodd|fodt|fdag|fdat|foedt|foddato|foddatum|fodedato|fodselsdt|fodselsdag|faeðingardagur|faedingardagur|faeðingardagsetning|fods dato|fodselsar maned dag
event: sist|sedan|siden|abnet|ophor|skrað|skrad|skapad|skapat|andrad|senast|endret|senest|oppnad|oppnat|avslut|opphor|ophort|breytt|siðast|senaste|aendret|utmeldt|udmeldt|stofnað|stofnad|oppretta|oprettet|slutdato|avslutad|innmeldt|indmeldt|oppdatert|opdateret|startdato|slutdatum|sluttdato|avsluttet|afsluttet|registrert|uppdaterad|inloggning|innlogging|legitimert|stofndagur|avtaledato|aftaledato|registrerad|registreret|apningsdato|abningsdato|kontrolldag|avtalsdatum|endringsdato|kontrolldato|opprettetdato|andringsdatum|aendringsdato|oppningsdatum|intradesdatum|oprettelsesdato|innmeldingsdato|skraningardagur|opprettelsesdato|indmeldelsesdato|oppdateringsdato|registreringsdato|verifieringsdatum|registreringsdatum|kunde fra|kund fran|seneste login|godkjent dato|godkand datum|godkendt dato|siste kontakt|sist innlogget|senast inloggad|kontrollert dato|legitimerad datum|siðasta innskraning
account: depa|kort|kortnr|kortnum|bankkort|kontoform|kortnummer|depanummer|reikningur|lonnskonto|reikningsnr|reikningsnumer
image: kopi|mynd|bilde|skann|bilaga|filsti|sokvag|billede|vedlegg|filnamn|filnavn|ljosmynd|vedhaeftet|skra fylgiskjal
user: soker|medlem|bruker|bruger|brukere|sokande|ansoger|notandi|spelare|spiller|lantaker|lantager|medlemmer|anvandare|lantagare|medlemmar|kontohaver|privatkund|umsaekjandi|kontoinnehaver|viðskiptavinur|viðskiptamaður|vidskiptavinur|kontoinnehavare|forsikringstaker|forsakringstagare
first name: fnamn|fornvn|fornafn|fornavne|forenavn|eiginnafn|skirnarnafn|forste navn|forste fornavn
passport number: pasnr|vegabrefsnumer
status: staða|stada|kundstatus|kundens status
marital: sprak|sprog|boform|malform|menntun|tungumal|sprakkode|utdanning|boligtype|civilstand|sivilstand|utbildning|uddannelse|bostadstyp|sivilstatus|boligforhold|civilstandskod|hjuskaparstaða|hjuskaparstada|uppehallsstatus|familjesituation
reason: notat|arsak|orsak|merknad|notater|astaeða|skyring|fritext|melding|fritekst|merknader|orsakskod|anmarkning|anteckning|motivering|athugasemd|meddelande|kommentarer|bemaerkning|beskrivning|beskrivelse|begrunnelse|begrundelse|anteckningar|avslagsgrunn|avslagsarsak|avslagsorsak|athugasemdir|bemaerkninger|avvisningsgrund
birth other place: fodeby|fodested|fodeland|foedested|fodelseort|fodelseland|fodselsland|fodselssted|fodelsestad|fodelsekommun|faeðingarstaður
idcard: idkort|nafnskirteini|identitetskort|legitimasjonskort|legitimationskort|nasjonalt id kort|nationellt id kort
address: bopael|hemadr|heimili|hemadress|boadresse|logheimili|heimilisfang|bostadsadress|hjemmeadresse|bostedsadresse|bopaelsadresse|folkbokforingsadress|folkeregisteradresse|adr fullst|fullstandig adress|fullstendig adresse|folkeregistrert adresse
kyc result: utfall|vedtak|beslut|afgorelse|niðurstaða|nidurstada|beslutning|avgjorelse|kontrolresultat|verifieringsresultat|verifiseringsresultat|verificeringsresultat
staff: selger|megler|saljare|saelger|bankman|maklare|radgiver|ansvarig|fulltrui|maeglari|opretter|radgivare|ansvarlig|kontrollant|medarbetare|medarbejder|medarbeider|kundansvarig|saksbehandler|sagsbehandler|þjonustufulltrui|skapad av|andrad av|endret av|aendret af|godkand av|innlagt av|oprettet af|godkjent av|godkendt af|opprettet av|registrert av|registrerad av|registreret af|kontrollert av|kontrollerad av
user number: kundkod|medlemsnr|deltagernr|medlemsnummer|viðskiptavinanumer|viðskiptamannanumer|vidskiptamannanumer|vskm nr|part nr|kundid nr|engasjement kunde nr
license: korkort|korekort|forerkort|foererkort|okuskirteini
issue date: utgefið|utgafudagur|udstedelsesdag|utfardandedatum|utstedelsesdato|udstedelsesdato|utg dato|utf datum|utstalld datum
expiry: udlober|gyldighet|gyldighed|utlopsdato|udlobsdato|gildistimi|utlopsdatum|utgangsdatum|giltighetstid|giltighetsdag|gyldighetsdato|gyldighedsdato|giltighetsdatum|gar ut|rennur ut|gyldig t o m|gildir til|utgar datum|giltigt till|gyldig inntil|gildistima lykur|giltig till och med
national: dnummer|fodselsnr|cprnummer|kennitala|kennitolu|kennitalan|samordningsnr|personuauðkenni|samordningsnummer|pnr person
residence country: hemland|hjemland|bopelsland|busetuland|hemvistland|bostedsland|bopaelsland|oppholdsland|bosattningsland|folkbokforingsland|bosatt i|land bosatt|bosatt land
front image: forside|framsida|framside|framhlið|fil forside
back image: baksida|bakside|bagside|bakhlið|fil bakside
middle name: mellnamn|millinafn|mellannamn|mellomnavn|mellemnavn|mellemnavne
nationality: þjoðerni|rikisfang|thjoderni|nationalitet|nasjonalitet|medborgarland|nationalitetskod|medborgarskapsland|medborgare i|statsborger i
document: skilriki|legitimationshandling|legitimasjonsdokument
passport: vegabref
issue authority: utsteder|udsteder|utfardare|utgefandi|utstedersted|utstedelsessted|udstedelsessted|utstedt av|udstedt af|utfardad av|utfardande myndighet|utstedende myndighet|udstedende myndighed
state: landskap|landsdel|fylkesnr|fylkesnavn|landshluti
zip: postnumm|postnumer|postnummer|pnr post
birth year: fodelsear|fodselsar|faeðingarar
country: landenavn|landsnamn|landsheiti
address line: adressrad|adresselinje
license number: korkortsnr|korkortsnummer
tax: skatteland|skattenummer|skattskyldig|skattehemvist|skattepliktig|skattepligtig|skatteregistreringsnummer|hemvist skatt|skattemessig bosted|skatterattslig hemvist
secondary address: postadress|postadresse|arbetsadress|fakturaadress|fakturaadresse|leveransadress|leveringsadresse|utdelningsadress|faktureringsadress|korrespondensadress|tillfallig adress|midlertidig adresse
permit: dvalarleyfi|opholdskort|oppholdskort|opholdstilladelse|uppehallstillstand|oppholdstillatelse
selfie image: ansiktsbild|ansigtsfoto|andlitsmynd|ansiktsbilde|ansigtsbillede|foto ansikte
proof address image: adressintyg|adressebevis|bostedsbevis|bopaelsattest|bostedsbekreftelse|bevis adress|personbevis adress|bekreftelse adresse|dokumentasjon adresse|dokumentation adresse
document number: skilrikjanumer|legitimasjonsnr|handlingsnummer|legitimasjonsnummer|id handling nr|numer skilrikja
document type: skilrikjategund|legitimasjonstype|idhandling typ|id handlingstyp|typ av id handling|tegund skilrikja|typ av legitimation
kyc status: godkannandestatus|verifieringsstatus|godkjenningsstatus|godkendelsesstatus|verifiseringsstatus|verificeringsstatus|legitimeringsstatus|identifieringsstatus|staða areiðanleikakonnunar|legitimasjonskontroll status
ip: ip tala
(hungarian)
login: felhasznalonev|becenev|felh nev|felhasznaloi nev|bejelentkezesi nev|azonosito nev bejelentkezes
document type: okmany neve|okmanytipus|ig tipus|okm tipus|okirat tipusa|igazolvany tipus|igazolvany tipusa|okmany megnevezese|azonosito okmany tipusa
issue country: kiallito orszag|kiado orszag|okmany orszaga|kibocsato orszag|kiallitas orszaga
document: szemelyazonosito okmany|okirat|okmanyok|igazolvany|azonosito okmany
document number: szemelyazonosito okmany szama|okmanyszam|igazolvanyszam|okmanyazonosito|okm sz|ig szam|okirat szama|igazolvany szama|azonosito okmany szama
national: taj|tajszam|szemszam|szemelyazonosito|szemelyi szam|szemelyi azonosito|szemelyazonosito jel|szemelyi azonosito jel
organisation: ceg|fiok|teaor|szakma|cegnev|agazat|fiokkod|bankfiok|beosztas|munkakor|vallalat|szervezet|intezmeny|munkaltato|jogviszony|foglalkozas|tevekenyseg|kirendeltseg|cegjegyzekszam|szervezeti egyseg
risk: kkh|kockazat|szegmens|szankcio|besorolas|minosites|ugyfeltipus|kozszereplo|ugyfelkategoria|ugyfel tipusa|kockazati szint|szankcios lista|kockazati besorolas|kockazati kategoria|kiemelt kozszereplo
user: ados|igenylo|szemely|ugyfelek|szerzodo|kerelmezo|befekteto|tulajdonos|felhasznalo|hitelfelvevo|biztositott fo|termeszetes szemely
full name: neve|viselt nev|csaladi es utonev|csaladi es utonev teljes
other: ferj|gyam|kezes|orokos|ajanlo|szulnev|feleseg|gyermek|gondnok|anyjanev|adostars|leanykori|hazastars|kepviselo|postafiok|hozzatartozo|meghatalmazott|tarstulajdonos|kapcsolattarto|kedvezmenyezett|a neve|apa neve|anya neve|apja neve|elozo nev|szuletesi nev|szuletesi neve|gyermekek szama|torvenyes kepviselo|kozeli hozzatartozo|tenyleges tulajdonos
nationality: allp|nemzetiseg|allampolgar|allampolgarsaga
idcard: szig|szemig|szemelyi ig|szemelyi igazolvany
house: ajto|hazsz|emelet|epulet|lepcsohaz
front image: elol|elooldal
image: fajl|fenykep|fajlnev|masolat|csatolmany
city: varos|kozseg|helyseg|lakhely
state: regio|varmegye
ip: ipcim|bejelentkezesi ip
event: zaras|kelte|utolso|nyitas|belepes|kezdete|rogzites|rogzitve|modositas|modositva|frissites|frissitve|megszunes|letrehozas|letrehozva|csatlakozas|aktualizalas|bejelentkezes|ugyfel ota|vege datum|zaras datuma|nyitas datuma|rogzites datuma|modositas datuma|letrehozas datuma|azonositas datuma|ellenorzes datuma|jovahagyas datuma|atvilagitas datuma|feldolgozas datuma|regisztracio datuma|szamlanyitas datuma|szerzodeskotes datuma|kovetkezo felulvizsgalat
contract: hitel|ugylet|kolcson|kotveny|kerelem|ugyszam|igenyles|szerzodes|hitelszam|biztositas|tranzakcio|kotvenyszam|megrendeles|ajanlatszam|szerzodesszam|kerelem szama|szerzodes szama
amount: keret|celja|kamat|vagyon|osszeg|fizetes|bevetel|forrasa|egyenleg|forgalom|jovedelem|arbevetel|gyermekek|torleszto|hitelkeret|eltartottak|kiadas osszeg|havi jovedelem|netto jovedelem|eltartottak szama|penzeszkoz forrasa
marital: nyelv|deviza|penznem|rezidens|devizanem|vegzettseg|lakastulajdon|devizabelfoldi|csal allapot|lakas jellege|csaladi allapot|iskolai vegzettseg|tartozkodas jogcime
reason: indok|leiras|uzenet|indoklas|megjegyzes|elutasitas oka|ok kod elutasitas|visszautasitas oka
flag: jelzo|zarolt|forras|jelszo|verzio|termek|torolt|tiltott|elhunyt|letiltva|csatorna|hirlevel|elhalalozas|adatkezeles|hozzajarulas|adatkezelesi|igen nem
back image: hatul
first name: kernev|utoneve|utonevek|keresztneve|elso keresztnev
issue date: kiadva|kiallitva|kiadas datuma|kiallitas ideje|kiallitas datuma
zip: irszam|iranyitoszam|posta irsz
kyc result: dontes|eredmenye
staff: ugynok|rogzito|referens|felvitte|ugyintezo|uzletkoto|tanacsado|rogzitette|letrehozta|jovahagyta|modositotta|ellenorizte|azonositotta
account: szamla|szamlaszam|kartyaszam|bankkartya|szamlatipus|betetszamla|ertekpapirszamla
selfie image: arckep|szelfi|onarckep|arckepmas
user number: tagszam|torzsszam|partnerazonosito|ugyfel azon|tagsagi szam
title: titulus|nevelotag|megszolitas|elotag nev
issue authority: hatosag|kiallito|kiado hatosag|kiallito szerv|kiallitas helye
passport: utlevel
street: utcanev|utca es hazszam|kozterulet tipusa|kozterulet jellege
district: kerulet|varosresz
address: lakcime|lakohely|teljes cim|allando cim|lakhely cime|lakohely cime|allando lakhely|bejelentett lakcim
phone: telszam|mobilszam|vezetekes|korzetszam|telefonszam|mobiltelefonszam|vonalas telefon
status: allapot|statusz
birth date: szuletes|szuldatum|szuletett|szul ideje|szuletes ideje|szuletes datuma|szuletesi datuma
birth other place: szulhely|szuletesi hely|szuletes helye|szuletesi helye|szuletesi orszag|szuletesi hely es ido
expiry: lejarata|lejarat datuma|lejarati datum|ervenyesseg vege|ervenyessegi ido|ervenyesseg datuma
idcard number: szigszam|szemelyi igazolvany szama
secondary address: postacim|levelezesi cim|ertesitesi cim|szamlazasi cim|munkahelyi cim|levelezesi cime|tartozkodasi cim|tartozkodasi hely|ideiglenes lakcim
email: emailcim|drotposta|villamposta|elektronikus levelcim
last name: csaladnev|vezetekneve|csal nev|csaladi nev
kyc: ellenorzes|hitelesites|ellenorzott|azonositott
tax: adorezidens|adoilletoseg|adougyi illetoseg|adoszam vallalkozas
passport number: utlevelszam|utlevel szama
license: jogositvany|vezetoi engedely
proof address image: cimigazolas|lakcimkartya|lakcimigazolas|kozuzemi szamla
gender: nem kod
middle name: masodik utonev|masodik keresztnev
residence country: lakcim orszaga|lakohely orszaga|rezidencia orszag|illetoseg orszaga|tartozkodasi orszag
kyc status: azonositas allapota|azonositas statusza|ellenorzes allapota|ellenorzesi statusz|atvilagitas allapota|atvilagitas statusza|hitelesites allapota|atvilagitasi statusz|ugyfelatvilagitas allapota
permit: tartozkodasi engedely|letelepedesi engedely|lakcimkartya engedely
(czech slovak)
document number: c dokl|c dokladu|cisdokl|cislo pt|cislo dokladu totoznosti|cislo prukazu totoznosti
risk: typ osoby|druh osoby|trida|riziko|rizika|bonita|sankce|sankcie|sankcny|hodnoceni|rizikovost|stupen rizika|sankcni seznam|rizikovy profil|kategorie rizika|kategoria rizika|rizikova skupina|kategorie klienta|rizikova kategorie|politicky exponovana
idcard: obc prukaz|obciansky preukaz
idcard number: c obc prukazu|cislo obcianskeho preukazu
full name: prijmeni jmeno|cele meno|cele jmeno|uplne jmeno|meno klienta|nazev klienta|nazov klienta|meno priezvisko|priezvisko meno|nazev zakaznika|meno a priezvisko|priezvisko a meno|jmeno klienta cele
organisation: ico|skola|pozice|funkce|pobocka|pobocky|profese|odvetvi|cinnost|zivnost|filialka|povolani|profesia|odvetvie|povolanie|podnikani|stredisko|pracoviste|zamestnani|spolecnost|spolocnost|podnikanie|zamestnanie|zamestnavatel|kod banky|nazev firmy|nazov firmy|obor cinnosti|obchodni nazev|pracovni pozice
user: clen|hrac|clena|dlznik|klienti|majitel|dluznik|drzitel|uzivatel|ziadatel|poistnik|ucastnik|uzivatele|pojistnik|vkladatel|pouzivatel
other: otce|otca|dite|deti|matky|dieta|manzel|ditete|manzela|manzelka|zastupce|zastupca|poisteny|disponent|disponenti|oporavnena|spoludlznik|doporucitel|spoluzadatel|spolumajitel|splnomocnenec|plna moc|meno otca|rodne meno|meno matky|rodne jmeno|za svobodna|rucitel meno|opravnena osoba|kontaktni osoba|kontaktna osoba|rodne priezvisko|zakonny zastupce|zakonny zastupca|skutecny majitel|drivejsi prijmeni|manzelsky partner|postovni schranka|konecny uzivatel vyhod
national: rodc|rodcis|rod cislo|cislo pojistence
passport number: pasu|pas cislo|cislo cestovniho pasu|cislo cestovneho pasu
country: zeme|nazev zeme|kod krajiny
account: ucty|penezenka|penazenka|bankovy ucet|bankovni ucet|vkladni knizka
contract: uver|spis|uveru|zmluva|zmluvy|pujcka|zadost|pripad|obchod|pozicka|zadosti|ziadost|poistka|poistky|ziadosti|pojistky|transakce|objednavka|transakcia|cislo pripadu|poistna zmluva|pojistna smlouva
amount: mzda|ucel|urok|obrat|vklad|prijem|prijmy|castka|vydaje|majetek|majetku|ciastka|splatka|zustatek|zostatok|plat vyse|pocet osob|cisty prijem|zdroj prijmu|ucel obchodu|puvod majetku|mesicni prijem|mesacny prijem|puvod prostredku|zdroj prostredku|povod prostriedkov|pocet vyzivovanych
marital: mena|jazyk|bydleni|vzdelani|rezident|vzdelanie|domacnost|nerezident|svepravnost|nabozenstvi|rezidentstvi|typ pobytu|druh pobytu|rodinny stav|jazyk komunikace|komunikacni jazyk
image: sken|fotka|fotky|subor|skeny|snimek|snimka|soubor|suboru|priloha|obrazek|obrazok|fotografie|fotografia|kopie dokladu|cesta k souboru
selfie image: tvar|oblicej|foto tvare|fotka tvare|foto obliceje|fotka obliceje
title: titul|tituly|osloveni|oslovenie|titul za|titul pred
house: patro|poschodi|poschodie|orientacni|c domu|cislo domu|cislo bytu|popisne cislo|supisne cislo|orientacne cislo
district: ctvrt|cast obce|mestska cast
staff: zadal|banker|bankar|zmenil|overil|zapsal|makler|poradce|poradca|upravil|spravce|spravca|referent|vytvoril|schvalil|zpracoval|spracoval|pracovnik|kontroloval|identifikoval|sprostredkovatel|osobni banker|obch zastupce|obchodny zastupca|obchodni zastupce|zamestnanec banky
event: zmena|vznik|zanik|vstup|konec|vzniku|overeno|zacatek|smazano|zalozeno|zalozeni|posledni|posledna|otevreno|ukonceni|upraveno|upravene|vytvoreno|vytvorene|zalozenie|ukoncenie|registrace|prihlaseni|registracia|registracie|prihlasenie|aktualizace|aktualizacia|aktualizacie|datum od|clenem od|klientem od|klientom od|datum zaniku|datum zadani|datum vstupu|datum zapisu|datum podani|otevreni uctu|otvoreni uctu|datum podpisu|datum vlozeni|datum otevreni|otvorenie uctu|datum vytvoreni|datum vytvorenia|posledne prihlasenie
reason: duvod|dovod|popis|zprava|poznamka|poznamky|komentar|vysvetleni|upozorneni|sprava text|duvod zamitnuti|dovod zamietnutia
flag: umrti|zdroj|heslo|verze|suhlas|zemrel|verzia|zrusen|kampan|aktivni|aktivny|souhlas|zesnuly|priznak|zruseno|blokovan|neaktivni|blokovany|ano ne|ochrana udaju|platnost zaznamu|souhlas s marketingem
document: prukaz|prukazu|preukaz|doklady|preukazu|prukaz totoznosti|preukaz totoznosti
kyc: overen|overeny|overenie|overenia|kontrola|kontroly|schvaleni|verifikace|verifikacia|verifikacie|identifikacie|provereni klienta|overeni totoznosti|overenie totoznosti
birth date: narozen|datnaroz|narozena|datum naroz
birth other place: rodiste
expiry: datplat|expirace|expiracia|doba platnosti|datum konce platnosti
login: prezyvka|prezdivka|uzivjmeno|uzivatelske jm|uzivatelske meno|uzivatelske jmeno|prihlasovaci jmeno|prihlasovacie meno|pouzivatelske meno
address: bydlisko|adr trv|adr bydl|cela adresa|uplna adresa|adresa pobytu|adresa bydliska|trvale bydlisko|kompletni adresa|adresa trvaleho pobytu|adresa trvaleho bydliste
kyc result: vysledok|rozhodnuti|rozhodnutie|vysledek provereni
nationality: statprisl|narodnost|obcianstvo|prislusnost|statni prisl|st obcanstvi|statne obcianstvo
issue authority: vydavatel|vydan kym|kym vydan|kdo vydal|kym vydany|vydal urad|urad vydani|vydavajici organ|vydavajuci organ|organ ktery vydal
phone: predvolba|pevna linka|mobilne cislo|telefonni cislo|telefonne cislo|mobilny telefon
status: stavklienta
tax: ic dph|danove id|danove cislo|dan rezident|danovy domicil|danovy rezident|danova rezidence|danova rezidencia
valid from: plati od|platny od|platnost od
issue date: vydan dna|datum vyd|vydany dna
license: rp doklad|vodicsky preukaz
first name: jm krestni|krstne meno|krestni jmeno|rodne meno krestni
middle name: druhe meno|druhe jmeno|stredne meno|prostredni jmeno
city: nazev obce|nazov obce|obec bydliska|mesto bydliska
back image: sken zadni|sken zadna|zadni strana|zadna strana|doklad zadni|rubova strana
street: nazev ulice|nazov ulice|ulice nazev|ulice a cislo|ulica bydliska
residence country: zeme pobytu|stat pobytu|stat bydliska|krajina pobytu|stat rezidence|zeme rezidence|krajina bydliska|zeme trvaleho pobytu
front image: sken predni|sken predna|predni strana|predna strana|doklad predni|licova strana|predek dokladu
passport: cestovny pas|cestovni doklad|cestovny doklad
user number: clenske cislo|cislo partnera|klientske cislo|cislo poistenca|zakaznicke cislo
proof address image: doklad adresy|doklad o adrese|ucet za energie|potvrzeni adresy|doklad o bydlisti|potvrdenie adresy|potvrdenie o pobyte|potvrzeni o bydlisti
email: mailova adresa|emailova adresa|elektronicka adresa
kyc status: stav provereni|stav schvalenia|stav overenia totoznosti
issue country: vydavajici zeme|vydavajici stat|stat ktery vydal
zip: smerovaci cislo|postovni smerovaci cislo|postove smerovacie cislo
secondary address: prechodny pobyt|zasilaci adresa|dorucovaci adresa|fakturacni adresa|prechodne bydliste|korespondencna adresa|kontaktni adresa korespondencni
document type: typ dokladu totoznosti|druh dokladu totoznosti|typ dokumentu totoznosti
(turkish)
user number: mst no|cari no|cari kod|cari kodu|mno musteri|musteri sira kodu
birth other place: nufus il|dogyeri|dogum yer|dogum ili|dogum sehri|nufusa kayitli|nufusa kayitli oldugu
document type: belge adi
marital: ev durumu|dili|dini|doviz|konut|medeni|egitim|tahsil|evlilik|ogrenim|yerlesik|askerlik|yerlesiklik|ana dili|kan grubu|medeni hali|oturma durumu
risk: kisi tipi|musteri tipi|musteri turu|puan|puani|masak|segmenti|yaptirim|uygunluk|yerindelik|risk grubu|kara liste|risk sinifi|risk profili|siyasi nufuz|risk seviyesi|risk derecesi|musteri grubu|kamusal nufuz|yasakli liste|musteri sinifi|risk kategorisi
full name: isim soyad|tam ad|ad soy|tam adi|tam isim|ad ve soyad|musteri ismi
login: kullanici ad|rumuz|kul ad|kul adi|takma ad|takma isim|kullanici ismi
secondary address: fatura adresi|posta adresi|yazisma adresi|tebligat adresi|teslimat adresi|iletisim adresi is|haberlesme adresi
email: e posta adresi|elektronik posta|elektronik adres
account: cuzdan adresi|mevduat|vadesiz hesap
issue country: belgeyi veren ulke|duzenleyen ulke
national: ykn|tckno|tc kim no|tc numarasi|yabanci kimlik no
street: sok|csbm|bulvar
district: mah|koy|semti|bucak|ilcesi|mahallesi
user: kisi|sahis|abone|ortak|oyuncu|basvuran|yatirimci|katilimci|sigortali|kart sahibi|gercek kisi|hesap sahibi|police sahibi|basvuru sahibi
other: vasi|veli|vekil|cocuk|kizlik|kayyum|vekili|lehtar|lehdar|yakini|vekalet|mirasci|musterek|yakinlik|buyukbaba|faydalanici|esinin adi|es ad soyad|hak sahibi|davet eden|posta kutusu|onceki soyadi|referans kisi|yasal temsilci|irtibat kisisi|temsilci kanuni|kanuni temsilci|gercek faydalanici|evlenmeden onceki soyadi
tax: vkno|mukellef|vergi dairesi|vergi mukellefi|vergi mukimligi
house: bina|blok|apartman|kat no|ic kapi|dis kapi|kapi numarasi
phone: faks|sabit tel|iletisim no|sabit telefon
organisation: bayi|kurum|birim|isyeri|gorevi|acente|acenta|meslegi|sektoru|faaliyet|departman|is kolu|ticari unvan|calistigi yer|calisma sekli|calisma durumu|faaliyet alani|ticaret unvani|calistigi kurum|calistigi firma|faaliyet konusu
amount: maas|adet|amac|ciro|kira|faiz|amaci|varlik|servet|limiti|tutari|sayisi|taksit|kaynagi|bakiyesi|malvarligi|aylik gelir|fon kaynagi|islem hacmi|gelir duzeyi|yillik gelir|fonun kaynagi|hesap acma amaci
flag: onay|izin|izni|kvkk|urun|olum|aktif|pasif|sifre|vefat|bloke|kanali|kaynak|bayrak|silindi|engelli|blokeli|kampanya|versiyon|pazarlama|var mi|sms izni|acik riza|kvkk onayi|ileti izni|evet hayir|ticari ileti|abd vatandasi
back image: arka|arka yuzu|arka taraf
title: hitap|sayin|unvani
document: evrak|evraki|dokuman|belgeler
idcard: nufus|cuzdan|nufus cuzdani|t c kimlik karti
state: bolge|eyaleti
kyc: teyit|dogrulanmis|onayli mi kyc|kimlik tespit|dogrulandi mi|kimlik tespiti|musterini tani
staff: sicil|memur|uzman|portfoy|ekleyen|yetkili|sorumlu|yonetici|kaydeden|danisman|olusturan|onaylayan|personeli|yetkilisi|degistiren|guncelleyen|kaydi yapan|islem yapan|kontrol eden|giren kullanici|satis temsilcisi|musteri temsilcisi|portfoy yoneticisi
contract: kredi|islem|talep|teklif|basvuru|siparis|referans no kredi
reason: sebep|yorum|mesaj|nedeni|sebebi|notlar|gerekce|yorumlar|aciklamalar|red nedeni|red sebebi|ret nedeni|ret sebebi|hata mesaji
image: resmi|gorsel|tarama|goruntu|taranmis|fotografi|ek dosya|resim yolu|dosya yolu|kimlik gorseli
birth date: dogtrh|dogtarihi|d trh|dogum t|dogum gunu
license: surucu
last name: soyismi|aile adi
event: kapanis|kapatma|eklenme|tarihce|baslangic|degisiklik|aktivasyon|olusturulma|kayit trh|son islem|ilk kayit|ise giris|kayit zamani|acilma tarihi|uyelik tarihi|tespit tarihi|ekleme tarihi|son guncelleme|son degisiklik|kontrol tarihi|inceleme tarihi|uyelik baslangic|onaylanma tarihi|guncellenme tarihi|musteri olma tarihi
selfie image: ozcekim|canlilik|yuz resmi|yuz gorseli
nationality: milliyet|tabiiyet|milliyeti|tabiiyeti
address: ikametgah|tam adres|adres satiri|adres bilgisi|yerlesim yeri|mernis adresi|oturdugu adres|yerlesim adresi
first name: ilk ad|ilk isim|birinci ad
ip: son ip|uyelik ip
middle name: orta ad|gobek adi|ikinci adi|ikinci isim|ikinci ismi
front image: on yuzu|on taraf
issue date: verilis t|verilis trh|verilme tarihi|alindigi tarih|duzenlenme tarihi
city: adres ili|ikamet ili|ikamet sehri|yasadigi sehir
zip: posta kod
kyc status: kt durumu|tespit durumu|kontrol durumu|inceleme durumu
kyc result: son karar|tespit sonucu|kontrol sonucu|inceleme sonucu|degerlendirme sonucu
birth year: dogum yili
expiry: gec tarihi|gecerlilik trh|gecerlilik sonu|gecerlik tarihi|gecerlilik suresi|gecerlilik bit tar|son kullanma tarihi
residence country: mukim ulke|yasadigi ulke|oturdugu ulke|yerlesim ulkesi|mukim oldugu ulke|ikamet edilen ulke
permit: oturma izni|calisma izni|ikamet tezkeresi
proof address image: adres ispat|fatura gorseli
secondary nationality: ikinci uyruk|ikinci vatandaslik
issue authority: verilis yeri|verildigi yer|belgeyi veren|duzenleyen makam|duzenleyen kurum
status: uyelik durumu|durum bilgisi
(romanian)
issue authority: emis de|eliberat de|emitent ci|emitent act|loc eliberare|eliberat de catre|autoritate emitenta|autoritatea emitenta
house: nr casa|bloc|etaj|scara|apartament|nr strazii|numar casa|numar strada
risk: tip client|risc|sanctiuni|grad risc|clasa risc|grad de risc|profil risc|clasa de risc|categorie risc|persoana expusa public|persoana expusa politic
staff: verificat de|ofiter|vanzator|consilier|gestionar|functionar|responsabil|aprobat de|ofiter cont|introdus de|modificat de|agent vanzari|operator introducere
other: nume anterior|sot|ruda|sotie|copil|copii|girant|codebitor|beneficiar|mostenitor|imputernicit|reprezentant|nume tata|nume mama|nume de fata|numele mamei|prenume tata|prenume mama|nume nastere|recomandat de|numele tatalui|nume la nastere|prenumele mamei|beneficiar real|prenumele tatalui
event: data verificare|data verificarii|inchidere|deschidere|modificare|actualizare|inregistrare|client din|data creare|data crearii|data sfarsit|data operare|data semnarii|data adaugare|data intrarii|data activare|data preluare|data aprobarii|deschidere cont|data inchiderii|data deschiderii|data modificarii|ultima conectare|data actualizarii|data introducerii|data inregistrarii|ultima autentificare
login: nume de utilizator|porecla|numeutilizator|nume cont
country: tara|codtara
organisation: caen|agentie|unitate|functia|ocupatie|ocupatia|profesie|sucursala|angajator|societate|angajatorul|loc munca|nr reg com|angajat la|loc de munca|locul de munca|denumire angajator|domeniu activitate|domeniu de activitate
amount: sold|suma|scop|venit|avere|rulaj|limita|scopul|salariu|dobanda|venituri|scop cont|venit lunar|sursa fonduri|sursa venitului|sursa fondurilor|provenienta fondurilor|persoane in intretinere
image: poza|fisier|imagine|scanare|atasament|copie act|cale fisier
gender: sexul|gen client
contract: dosar|cerere|polita|imprumut|contractul|tranzactie|credit nr|numar contract
marital: limba|studii|educatie|valuta cont|stare civila|tip locuinta|starea civila|rezidenta tip
reason: motiv|motivul|mentiuni|descriere|observatii|comentariu|comentarii|detalii motiv|motiv respingere
flag: acord|activ|sursa|sters|blocat|parola|produs|inactiv|decedat|versiune|consimtamant|da nu
user: membru|abonat|debitor|jucator|persoana|deponent|titularul|utilizator|imprumutat|investitor|solicitantul|utilizatorul|persoana fizica|asiguratul principal
birth date: nascut|datanastere|dt nastere
city: orasul|localit|municipiul|localitatea
idcard: buletin|carte identitate|carte de identitate|buletin identitate|cartea de identitate
district: cartier
state: judetul|regiune
kyc result: decizie|rezultat|rezultat identificare|rezultatul verificarii
expiry: expirare|valabilitate|valabil pana|expirarii act|data expirare ci|data expirare act|valabilitate act
kyc: validare|verificat|verificarii|identificare client|verificare identitate|cunoasterea clientelei
first name: prenumele
address: domiciliu|resedinta|domiciliul|adresa completa|adresa rezidenta
birth other place: locnastere|tara nastere|oras nastere|judet nastere|locul nasterii
nationality: nationalitate|nationalitatea
document number: nr ci|numar ci|serie si nr|serie numar|serie si numar|numar document|serie si numar ci|seria si numarul|numarul documentului
document type: tip ci|fel act|tipul actului|tip doc identitate|tipul documentului
account: nr cont|tip cont|numar cont|numar card|cont curent|cont bancar
front image: ci fata|fata ci|fata act|act fata|poza fata|scan fata|foto fata|imagine fata|fata document|document fata
tax: cif anaf|rezidenta fiscala|cod unic inregistrare
street: str si nr|strada si nr|strada si numar|strada si numarul
back image: ci verso|verso act|spate act|imagine spate|document spate
issue date: data emit|data emitere|data emiterii act|data eliberare ci|data eliberare act
kyc status: stare kyc|stare validare|stadiu verificare|stare identificare|status identificare|status cunoastere client
user number: nr asigurat|numar client|cod partener|cod unic client
full name: nume intreg|numele complet|denumire client|numele clientului
license: permis auto|carnet conducere|permis de conducere
phone: telefon fix|numar telefon|telefon acasa|numar de telefon
last name: nume familie|nume de familie|numele de familie
issue country: tara emitere|tara emitenta
zip: codul postal
secondary address: adresa munca|adresa livrare|adresa facturare|adresa corespondenta|adresa de corespondenta
status: stare client|starea clientului
proof address image: dovada adresa|dovada adresei|dovada domiciliu|dovada rezidenta|factura utilitati
passport number: numar pasaport
residence country: tara rezidenta|tara resedintei|tara de rezidenta
email: posta electronica
national: cod numeric personal|codul numeric personal
selfie image: fotografie fata client
(forced)
street: n et rue
user id: person id
issue date: date d emission
expiry: date d expiration
other: domicilio fiscal
(bulgarian)
email: ел адрес|е поща|ел пощ|e поща|имеил на клиента|електронна поща|електронен адрес
risk: вид клиент|тип клиент|впл|сегмент|санкции|ниво на риск|рисков клас|рисков профил|степен на риск|рискова група|оценка на риска|категория клиент|рискова категория|санкционен списък|видна политическа личност
full name: име фамилия|имена|три имена|пълно име|трите имена|име и фамилия|имена на клиент|имена на клиента|имена по документ|наименование на клиент|собствено бащино и фамилно име
issue country: държава издател|издаваща държава|страна на издаване|държава на издаване|държава издала документа|държава на издаване на документа
idcard: лк|лич карта|лична карта|лични карти
house: бл|вх|ет|ап|блок|вход|етаж|апартамент|ул номер|номер на улица
district: жк|община|квартал|жилищен комплекс
zip: пк|п код|пощ код|пощенски код|poshtenski kod
national: егн|лнч|egn lnch|личен номер|личен номер на чужденец|единен граждански номер
street: бул|булевард|ул бул|ул и номер|улица и номер
state: обл|област|административна област
phone: тел|мобилен|джиесем|телефонен номер|телефон домашен|телефон за контакт|стационарен телефон
organisation: еик|клон|офис|фирма|бранш|отдел|сектор|занятие|булстат|деиност|професия|длъжност|дружество|месторабота|работодател|код на клон|банков клон|сфера на деиност|икономическа деиност
amount: цел|брои|салдо|лимит|лихва|доходи|вноска|заплата|наличност|имущество|месечен доход|годишен доход|цел на сметката|източник на доход|произход средства|източник на доходи|източник на средства|произход на средствата|членове на домакинство
user: член|играч|абонат|клиенти|титуляр|клиентът|титуляри|заявител|вложител|участник|титулярът|потребител|инвеститор|потребителя|кредитоискател|кредитополучател|физическо лице
other: баща|дете|деца|маика|съпруг|съпруга|роднина|настоиник|попечител|поръчител|съдлъжник|наследник|бенефициер|препоръчал|пълномощник|представител|съкредитополучател|моминско име|предишно име|име на бащата|име на маиката|лице за контакт|моминска фамилия|солидарен длъжник|законен представител|деиствителен собственик
city: село|гр с|нас м
contract: заем|полица|кредит|заявка|сделка|преписка|заявление|транзакция|номер на полица|номер на кредит|номер на договор
marital: език|жилище|валута|образование|вероизповедание|местно лице|сем положение|семеино положение|чуждестранно лице
back image: гръб|задна|гръб на документ
birth date: роден|родена|дата р|дата на р|дата на рожд|дата раждане|рождена дата|data razhdane|data na razhdane|дата на раждане на клиента
nationality: гражд|народност|националност
issue authority: издал|издател|издаден от|издадена от|издал органа|издаващ орган|място на издаване
staff: въвел|агент|създал|касиер|одобрил|експерт|служител|променил|проверил|обслужващ|консултант|отговорник|банков служител|кредитен експерт
reason: мотив|бележка|бележки|описание|забележка|забележки|коментари|основание|съобщение|причина за отказ
flag: канал|парола|версия|изтрит|активен|починал|продукт|съгласие|блокиран|източник|неактивен|да не|лични данни съгласие|съгласие за маркетинг
image: копие|снимка|снимки|сканиран|прикачен фаил|сканирано копие|копие на документ
middle name: бащино|второ име|презиме на клиента
expiry: изтича|изтичане|валидност|годен до|изтича на|валидност до|validnost do|срок валидност|дата на изтичане|срок на валидност|дата на валидност|валидност на документа
account: сметка|сметки|партида|номер на карта|номер на сметка|банкова сметка|спестовна сметка|разплащателна сметка
front image: предна|лк лице снимка|снимка лице лк|лице на документ|лична карта лице
issue date: издаден|издаване|издадена|изд на|издаден на|издадена на|дата на издав|дата на издаване|data na izdavane|дата на издаване на документа
tax: данъчна|данъчен|данъчно|дан номер|данъчна регистрация|идентификационен данъчен номер
event: промяна|последно|последен|последна|създадена|създаване|откриване|въвеждане|закриване|регистриране|актуализация|актуализиран|клиент от|открита на|създаден на|краина дата|дата на вход|начална дата|регистриран на|дата на промяна|дата на договор|вход в системата|дата на проверка|дата на създаване|дата на откриване|последно влизане|дата на въвеждане|дата на закриване|дата на одобрение|дата на заявление|дата на проверката|дата на подписване|дата на регистрация|дата на актуализация|дата на идентификация|дата на последна промяна
selfie image: портрет|снимка на лице|снимка на лицето|портретна снимка
country: darzhava|код на държава
kyc: проверен|верифициран|идентифициран|комплексна проверка
login: псевдоним|потребителско|потреб име|потребит име|ime potrebitel|potrebitelsko ime|потребителско наименование
birth other place: месторожд|месторождение|място на раждане|страна на раждане|държава на раждане
status: състояние|статус на клиента
address: местоживеене|адрес по лк|пълен адрес|адрес на клиента|адрес по лична карта
user number: кл но|idn klient|клиентски no|код на клиент|клиентски код|членски номер|номер на клиент|клиентски номер|номер на клиента|klientski nomer|клиентски идентификатор|идентификационен номер на клиент
gender: пол м ж|пол на клиента
ip: ип адрес
first name: лично име|първо име|собств име|собствено име
idcard number: номер на лк|номер на лична карта
license: шоф книжка|шофьорска книжка|свидетелство за управление
home permanent address: пост адрес|постоянен адрес
home now address: наст адрес|текущ адрес|настоящ адрес
last name: фамилно име|фамилни имена|фамилия на клиента
document type: vid dokument|тип на документ|вид на документа|тип на документа|вид на документ за самоличност
kyc result: рез проверка|резултат от kyc|резултат от проверка|резултат от проверката|резултат от верификация|резултат от идентификация|резултат от идентификацията
document number: но на документ|no на документ|номер на документ|номер на документа|номер на док за самоличност|номер на документ за самоличност
proof address image: битова сметка|документ за адрес|доказателство адрес|доказателство за адрес|удостоверение за адрес
secondary address: служебен адрес|адрес за контакт|адрес за доставка|адрес кореспонденция|кореспонденция адрес|адрес за кореспонденция
passport number: номер на паспорт
residence country: държава на пребив|страна на пребиваване|държава на пребиваване|държава на местоживеене|държава по местоживеене|държава на местожителство|държава на постоянно пребиваване
document: док за самоличност|документ за самоличност|документи за самоличност
kyc status: статус на проверка|статус на проверката|статус на верификация|статус на идентификация|състояние на проверката|статус на верификацията|статус на идентификацията
permit: карта за пребиваване|разрешение за пребиваване
(caucasus and central asia)
idcard: id карта|guvohnoma|s v|sv nomrə|иргэнии үнэмлэх|shaxsiy guvohnoma|səxsiyyət vəsiqəsi
login: istifadəci adi|колдонуучу аты|паидаланушы аты|ləqəb|нэвтрэх|фоидаланувчи номи|foydalanuvchi nomi
user number: харилцагчиин код|mijoz kodi|мижоз коди|cif дугаар|клиент коды|кардар коду|mijoz raqami|мижоз рақами|клиент нөмірі|кардар номери|mijoz id raqami|рақами муштари|mustəri nomrəsi|musteri nomresi|мижоз коди рақам|клиенттің нөмірі|кардардын номери|клиенттин номери|харилцагчиин дугаар|хэрэглэгчиин дугаар
house: үи|тоот|баир|пәтер|батир|mənzil|menzil|хаалга|xonadon|хонадон|үи нөмірі|uy raqami|уи рақами|ev nomrəsi
country: ел|елі|улс|olkə|olke|өлкө|улсын|olkəsi|davlat|давлат|кишвар|davlati|мемлекет|mamlakat|мамлакат|мамлекет
full name: тәә|fish|s a a|т а ә|ф а а|аты жөні|аты жөнү|толық аты|толук аты|бүтэн нэр|тулиқ исми|ному насаб|ism sharif|ном ва насаб|толық аты жөні|familiya ismi sharifi
first name: аты|исм|ism|нэр|ном|есім|исми|есімі|өз аты
last name: тек|тегі|овог|насаб|фамилияси|фамилиясы|familiyasi|ургиин овог
district: сум|rayon|аудан|tuman|туман|хороо|ноҳия|qəsəbə|ауданы|tumani|дүүрэг|mahalla|маҳалла|ауылдық округ
city: хот|қала|ауыл|шаар|шаҳр|səhər|seher|шаҳар|шаҳри|шаары|səhəri|қаласы|shahar|shahri|елді мекен|yasadigi səhər
account: шот|эсеп|данс|hesab|hisob|ҳисоб|есепшот|hisobraqam|шот нөмірі|эсеп номери|карт рақами|кор т дугаар|kart nomrəsi|hisob raqami|ҳисоб рақами|karta raqami|hesab nomrəsi|дансны дугаар|картын дугаар
amount: дүн|gəlir|qaliq|табыс|кіріс|maosh|аилык|цалин|məbləg|balans|жалақы|қалдық|qoldiq|қолдиқ|киреше|калдык|орлого|daromad|даромад|зорилго|үлдэгдэл|даромади|əmək haqqi|табыс көзі|ayliq gəlir|аилық табыс|сарын орлого|gəlir mənbəyi|oylik daromad|daromad manbai|даромад манбаи|vəsaitin mənbəyi|орлогын эх үүсвэр
marital: til|хэл|тілі|валют|təhsil|білімі|билими|valyuta|валютасы|malumoti|гэрлэсэн|маълумоти|боловсрол|резиденттік|valyuta turi|вазъи оилави|ailə vəziyyəti|aile veziyyeti|отбасы жағдаиы|oilaviy ahvoli|oilaviy holati|оилавии аҳволи|үи бүлөлүк абалы|отбасылық жағдаиы|гэрлэлтиин баидал
image: акс|fayl|rasm|расм|səkil|sekil|surət|сурет|rasmi|surat|nusxa|сүрөт|зураг|көшірме|көчүрмө|хуулбар|фотосурет|фаилын нэр
user: səxs|mijoz|мижоз|кардар|корбар|mustəri|муштари|mijozlar|тұтынушы|mijozning|мижознинг|кардардын|клиенттің|клиенттин|хэрэглэгч|харилцагч|mustərinin|istifadəci|колдонуучу|паидаланушы|фоидаланувчи|istifadəcinin|foydalanuvchi|паидаланушының|жеке тұлға|fiziki səxs|қарыз алушы|өтініш беруші|ariza beruvchi
other: өкіл|zamin|vəkil|kafil|vakil|кафил|вакил|кепил|жұбаиы|заиыбы|жубаиы|zaminin|күиөөсү|хамаатан|numayəndə|төлөөлөгч|etibarnamə|эхиин нэр|ananin adi|эхнэр нөхөр|анасының аты|кепіл беруші|батлан даагч|qizliq soyadi|həyat yoldasi|etibarli səxs|сенімді тұлға|ишончли вакил|turmush o rtog i|онасининг исми
gender: jins|хүис|ҷинс|жыныс|jinsi|жинси|жынысы
nationality: ұлты|миллати|жарандык|иргэншил|азаматтық|fuqarolik|фуқаролик|жарандыгы|харьяалал|шаҳрванди|шахрванди|азаматтығы|fuqaroligi|фуқаролиги|vətəndasliq|vetendasliq|vətəndasligi
tax: voen|stir|стир|салық|солиқ|soliq|татвар|салықтық|салық резиденті
street: kucə|kuce|көше|куча|көчө|kocha|көшесі|koʻcha|көчөсү|гудамж
address: хаяг|дарек|manzil|манзил|дареги|суроға|нишони|manzili|манзили|мекенжаи|мекенжаиы|истиқомат|гэриин хаяг|yasayis yeri|яшаш манзили|unvan yasayis|faktiki unvan|yasayis unvani|жашаган дареги|нақты мекенжаиы|оршин суугаа хаяг|тұратын мекенжаиы|тұрғылықты мекенжаиы
phone: утас|ұялы|гар утас|mobil nomrə|əlaqə nomrəsi|telefon raqam|мобил телефон|утасны дугаар|телефон нөмірі|telefon raqami|телефон рақами|телефон номери|рақами телефон|уюлдук телефон|telefon nomrəsi|telefon nomresi|баиланыс телефоны
organisation: pesə|pese|sobə|ұиым|kasb|ажил|касб|кәсіп|kasbi|касби|бөлүм|vəzifə|sirkət|кесиби|салбар|filiali|бөлімше|филиалы|lavozim|кызматы|təskilat|лауазымы|lavozimi|лавозими|ташкилот|мэргэжил|мамандығы|tashkilot|isəgoturən|bo lim|иш жоии|иш орду|ҷои кор|ish joyi|жұмыс орны|ажлын газар|ажил олгогч|жұмыс беруші|ish beruvchi|албан тушаал|компания атауы
contract: шарт|қарз|зээл|ərizə|несие|ariza|насыя|гэрээ|өтінім|өтініш|келишим|зээлиин|өргөдөл|гүилгээ|muqavilə|muqavile|шартнома|қарордод|əməliyyat|shartnoma|келісімшарт|kredit raqami|гэрээнии дугаар|shartnoma raqami|muqavilənin nomrəsi
reason: qeyd|sərh|izoh|изоҳ|səbəb|sabab|сабаб|təsvir|себебі|sababi|себеби|qeydlər|ескерту|eslatma|эслатма|таилбар|эскертүү|шалтгаан|сипаттама|тэмдэглэл|түсініктеме|imtina səbəbi|рад этиш сабаби|бас тарту себебі|rad etish sababi|баш тартуу себеби|татгалзсан шалтгаан
risk: xavf|хавф|хатар|эрсдэл|тәуекел|тобокелдик|таваккалчилик|mijoz turi|мижоз тури|клиент түрі|mustəri novu|risk dərəcəsi|xavf darajasi|хавф даражаси|risk səviyyəsi|тәуекел деңгеиі|эрсдэлиин түвшин|тобокелдик деңгээли
flag: арна|өнім|faol|фаол|sifrə|mənbə|manba|parol|суваг|məhsul|raziliq|келісім|rozilik|розилик|aktivdir|белсенді|құпиясөз|mahsulot|маҳсулот|макулдук|активдүү|идэвхтэи|bloklanib|зөвшөөрөл|bloklangan|бұғатталған|бүтээгдэхүүн|нууц үг|дерек көзі|məlumatlarin emalina raziliq
document: sənəd|құжат|куәлік|hujjat|ҳужжат|ҳуҷҷат|баримт|sənədin|құжаттың|баримтын|hujjatning|документтин|жеке куәлік|бичиг баримт
national: жшшир|pinfl|jshshr|jshshir|регистр|регистер|рд дугаар|vəsiqə fin|жеке номер|шахсии рақам|пин номер жеке|рақами мушаххас|иргэнии бүртгэл|регистриин дугаар|персоналдык номер|жеке сәикестендіру нөмірі
state: облыс|аимаг|аимак|вилоят|облысы|облусу|viloyat|viloyati
status: төлөв|абалы|holat|holati|ҳолати|холати|statusu|статусы|төлөвиин|мәртебесі
kyc result: qərar|шешім|qaror|чечим|nəticə|netice|нәтиже|natija|натижа|натиҷа|шиидвэр|нәтижесі|natijasi|жыиынтык|үр дүн|шалгалтын үр дүн|yoxlama nəticəsi|yoxlanis nəticəsi|текширув натижаси|текшерүү жыиынтыгы
staff: маман|xodim|ходим|əməkdas|menecer|ажилтан|корманд|yaratdi|шалгасан|қызметкер|менеджері|кызматкер|бүртгэсэн|operatorun|mutəxəssis|mutaxassis|мутахассис|tasdiqladi|qeydə alan
event: соңғы|сүүлд|oxirgi|охирги|акыркы|хаасан|baglanma|тіркелді|үүсгэсэн|yaradilib|qeydiyyat|yenilənib|өөрчилсөн|dəyisiklik|yaratilgan|янгиланган|шинэчилсэн|бақаидгири|yangilangan|өзгөртүлгөн|бүртгэгдсэн|dəyisdirilmə|соңғы кіру|тіркеу күні|ашылған күні|охирги кириш|очилган сана|акыркы кирүү|ачылган күнү|нээсэн огноо|son daxil olma|acilma tarixi|acilis tarixi|құрылған күні|жасалған күні|жабылған күні|oxirgi kirish|ochilgan sana|түзүлгөн күнү|тіркелген күні|o zgartirilgan|яратилган сана|катталган күнү|үүсгэсэн огноо|yaratilgan sana|бүртгэсэн огноо|өөрчилсөн огноо|сүүлд нэвтэрсэн|yaradilma tarixi|qeydiyyat tarixi|yenilənmə tarixi|өзгертілген күні|жаңартылған күні|royxatga olingan|yangilangan sana|бүртгэлиин огноо|ro yxatga olingan sana|руихатга олинган сана
middle name: шарифи|sharifi|ata adi|номи падар|atasinin adi|әкесінің аты|атасынын аты|эцэг эхиин нэр|отасининг исми|otasining ismi
kyc: санҷиш|yoxlama|тексеру|шалгалт|yoxlanis|текширув|текшерүү|tekshiruv|tekshirish|təsdiqlənib|тексерілген|verifikasiya|сәикестендіру|verifikatsiya|identifikasiya|identifikatsiya|баталгаажуулалт|таньж мэдэх
passport: pasport|pasportu|шиноснома|паспорттың|паспорттун|pasportning|гадаад паспорт|pasport seriya
expiry: мөөнөтү|хүчинтэи|etibarlidir|bitmə tarixi|amal muddati|дуусах огноо|деиін жарамды|дуусах хугацаа|хүчинтэи огноо|жарамды мерзімі|муҳлати эътибор|жарактуу мөөнөтү|колдонуу мөөнөтү|хүчинтэи хугацаа|қолданылу мерзімі|амал қилиш муддати|яроқлилик муддати|жарамдылық мерзімі|amal qilish muddati|yaroqlilik muddati|etibarliliq muddəti|etibarlilig muddeti|quvvədə olma muddəti|etibarli oldugu tarix
zip: индексі|зип код|poct indeksi|почта индекси|pochta indeksi|шуудангиин код
birth date: təvəllud|таваллуд|tavallud|d o tarixi|туған күні|dogum tarixi|туылған күні|туулган күнү|төрсөн огноо|туған датасы|tug ilgan sana|tug ilgan kuni|туғилган сана|туған жылы күні|tugʻilgan sana|туулган датасы|санаи таваллуд|doguldugu tarix|туғилган санаси|tugilgan sanasi|төрсөн он сар өдөр|anadan olma tarixi
email: e poct|e pochta|мэил хаяг|элек пошта|эл поштасы|цахим шуудан|elektron poct|электрон почта|elektron pochta|elektron manzil|почтаи электрони|электрондық пошта|электрондук почта|электрондық поштасы
back image: ар тал|arxa tərəf|arxa teref|артқы беті|артқы жағы|арткы бети|orqa tomoni|орқа томони|orqa tomon rasmi|sənədin arxa tərəfi
document type: s v novu|sənəd novu|құжат түрі|құжат типі|hujjat turi|ҳужжат тури|hujjat nomi|sənədin novu|senedin novu|навъи ҳуҷҷат|құжаттың түрі|баримтын төрөл|документтин түрү|бичиг баримтын төрөл
front image: урд тал|on tərəf|on teref|нүүр тал|old tomoni|олд томони|oldi tomoni|алдыңғы беті|алдыңғы жағы|алдыңкы бети|old tomon rasmi|sənədin on tərəfi
selfie image: uz səkli|юз расми|yuz rasmi|цээж зураг
issue country: берген ел|verən olkə|берілген ел|олгосон улс|берген өлкө|bergan davlat|берган давлат|verildiyi olkə|berilgan davlat
birth other place: туған жері|туулган жери|төрсөн газар|ҷои таваллуд|doguldugu yer|tug ilgan joyi|туғилган жоии
issue date: санаи дода|олгосон өдөр|берілген күні|berilgan sana|berilgan kuni|берилган сана|берилген күнү|олгосон огноо|verilmə tarixi|verilme tarixi|verildiyi tarix|берілген уақыты|berilgan sanasi|берилган санаси|берилген датасы|берілген мерзімі
issue authority: кім берген|ким берген|verən orqan|verən organ|verən qurum|берген орган|берген мекеме|берилган жоии|berilgan joyi|олгосон баигууллага|kim tomonidan berilgan|ким томонидан берилган
residence country: тұратын ел|тұратын елі|яшаш давлати|yasadigi olkə|жашаган өлкөсү|оршин суугаа улс|yashash mamlakati|жашаган мамлекети|кишвари истиқомат|rezidentlik olkəsi
document number: құжат нөмірі|sənəd nomrəsi|hujjat raqami|ҳужжат рақами|рақами ҳуҷҷат|seriya raqami|куәлік нөмірі|s v seriya nomrə|seriya va raqam|sənədin nomrəsi|senedin nomresi|құжаттың нөмірі|баримтын дугаар|жеке куәлік нөмірі|документтин номери|бичиг баримтын дугаар|hujjat seriyasi va raqami
home permanent address: каттоо дареги|тіркеу мекенжаиы|тіркелген мекенжаиы|ro yxatdan o tgan manzil|doimiy yashash manzili|руихатдан утган манзили
kyc status: тасдиқ ҳолати|təsdiq statusu|шалгалтын төлөв|текшерүү статусу|tasdiqlash holati|баталгаажуулалтын төлөв
passport number: pasport raqami|pasport nomeri|паспорт рақами|паспорт нөмірі|seriya va raqami|pasport nomrəsi|паспортын дугаар|паспорттын номери|pasport seriya raqam|паспорт серияси ва рақами|pasport seriyasi va raqami
proof address image: manzil tasdig i|unvanin təsdiqi|хаягиин баталгаа|мекенжаиды растау|manzilni tasdiqlovchi
(hebrew)
risk: סוג לקוח|פלח|סיכון|דירוג|סיווג|סנקציות|רמת סיכון|איש ציבור|דרגת סיכון|קטגוריית לקוח
address: כתובת בית|כתובת מלאה|כתובת רשומה
proof address image: אימות כתובת|הוכחת כתובת|אסמכתא לכתובת|חשבון חשמל מסמך
phone: טל|פקס|סלולרי|פלאפון|טלפון בבית|טלפון עבודה
marital: דת|שפה|מטבע|מעמד|דיור|תושב|השכלה|מצב אישי|תושב חוץ|מצב משפחתי
back image: גב|ספח|אחורי|צד אחורי|תמונה אחורית
user: חבר|מבקש|לווה|עמית|משתמש|חברים|מבקשת|מבוטח|משקיע|לקוחות|בעל חשבון|שם המשתתף משתתף
other: ערב|נהנה|מוטב|יורש|ילדים|ערבים|מוטבים|אפוטרופוס|ת ד|שם אב|שם אם|בת זוג|איש קשר|תא דואר|מיופה כח|שם נעורים|מיופה כוח|בעל שליטה|לווה נוסף|שותף לחשבון|שם משפחה קודם
house: בית|דירה|קומה
country: ארץ
organisation: ענף|בנק|חברה|מעסיק|מקצוע|תפקיד|מחלקה|תעסוקה|משלח יד|תחום עיסוק
contract: תיק|חוזה|בקשה|עסקה|הסכם|הזמנה|פוליסה|הלוואה
amount: שכר|יתרה|סכום|מטרה|הכנסה|מסגרת|מחזור|משכורת|הון עצמי|מקור כספים|הכנסה שנתית|מקור הכספים|מטרת החשבון|הכנסה חודשית
first name: פרטי|שם ראשון
birth date: נולד|יום הולדת|תאריך הלידה
gender: מגדר
title: תואר
nationality: לאום|נתינות
state: אזור
email: מייל|דואר אלקטרוני
staff: פקיד|יועץ|עובד|מטפל|בנקאי|מנהל תיק|מנהל לקוח|נציג שירות|נוצר על ידי|אושר על ידי|עודכן על ידי|מנהל קשרי לקוחות
event: נוצר|הקמה|אחרון|עודכן|אחרונה|לקוח מאז|תאריך יצירה|תאריך פתיחה|פתיחת חשבון|תאריך רישום|תאריך סגירה|תאריך אישור|תאריך זיהוי|תאריך שינוי|תאריך קליטה|תאריך חתימה
account: ארנק|כרטיס|יתרת חשבון|כרטיס אשראי
reason: סיבה|הערה|הערות|תיאור|נימוק|סיבת דחייה|סיבת סירוב|סיבת הדחייה
flag: פעיל|חסום|ערוץ|מוצר|מקור|נפטר|גרסה|הסכמה|דיוור|סיסמה|סיסמא|פרסום|כן לא|לא פעיל|אישור דיוור|אישור שיווק
front image: קדמי|חזית|צד קדמי|צד קידמי|תמונת חזית|תמונה קדמית
image: קובץ|תמונה|צילום|סריקה
selfie image: סלפי|תמונת פנים|צילום פנים|תמונת סלפי
login: כינוי
last name: משפחה
issue date: הונפק|תאריך מתן|תאריך הוצאה|הונפק בתאריך|תאריך הנפקת תעודה
expiry: תפוגה|תאריך פקיעה
license: רשיון|רישיון|רשיון נהיגה
district: שכונה
kyc result: החלטה|תוצאת זיהוי|תוצאת הבדיקה|תוצאת האימות
kyc: בדיקה|מאומת|הכרת לקוח|זיהוי לקוח|הכר את הלקוח
document: מסמכים|תעודה מזהה|מסמך זיהוי|אמצעי זיהוי
national: ז ת
middle name: שם נוסף|שם אמצעי
document type: סוג מזהה|סוג זיהוי
full name: שם ומשפחה|שם פרטי ומשפחה|שם משפחה ופרטי
birth other place: מקום לידה|ארץ הלידה
document number: מספר מזהה
tax: תושבות מס|מספר עוסק|תושב לצרכי מס|תושבות לצורכי מס
issue authority: גורם מנפיק|מקום הנפקה|רשות מנפיקה|הונפק על ידי
street: רחוב ומספר
residence country: ארץ תושבות|מדינת מגורים|מדינת תושבות|מקום מגורים מדינה
ip: כתובת אי פי
issue country: מדינת הנפקה|מדינת הדרכון|המדינה המנפיקה
secondary address: כתובת לדואר|כתובת עבודה|כתובת למשלוח דואר
kyc status: סטטוס זיהוי|סטטוס הליך הכרת לקוח
secondary nationality: אזרחות נוספת|אזרחות שנייה
(arabic persian urdu)
login: صارف نام|نام كاربر|نام كاربري|اسم مستخدم|اسم المستخدم|يوزرنيم|اسم الدخول|نام مستعار|صارف كا نام|شناسه كاربري|الاسم المستعار
full name: نام مشتري|ism alameel|نام كامل|پورا نام|مكمل نام|نام مكمل|الاسم كاملا|alism kamil|alism alkamil|alism alrubai|اسم العميل الكامل|نام ونام خانوادگي|الاسم الرباعي واللقب
risk: نوع مشتري|نوع العميل|ريسك|رتبه|خطره|خطوره|تحريم|امتياز|التصنيف|العقوبات|اعتبارسنجي|سطح خطر|سطح ريسك|شخص سياسي|درجه ريسك|ليست سياه|فيه العميل|سياسي معرض|گروه مشتري|خطرے كي سطح|فيه المخاطر|معرض سياسيا|درجه المخاطر|درجه الخطوره|تصنيف العميل|شريحه العميل|رتبه اعتباري|مستوي المخاطر|تصنيف المخاطر|مستوي الخطوره|قوايم العقوبات|القايمه السوداء
issue country: كشور صادركننده|جاري كرنے والا ملك|الدوله المصدره
district: حي|ضلع|الحي|محله|علاقه|تحصيل|المحله|القضاء|المركز|القريه|الناحيه|منطقه شهري|المنطقه السكنيه
amount: حد|دخل|عدد|هدف|راتب|رصيد|مبلغ|حقوق|مقصد|الغرض|درامد|تعداد|امدني|بيلنس|الراتب|الثروه|موجودي|سرمايه|تنخواه|منبع وجوه|صافي الثروه|الدخل الشهري|الدخل السنوي|مصدر الاموال|عدد المعالين|درامد ماهانه|درامد سالانه|ماهانه امدني|غرض فتح الحساب|حجم التعاملات|الحد الايتماني|الغرض من الحساب|المبلغ الاجمالي|هدف از افتتاح حساب
user: عضو|زبون|صارف|مشترك|العضو|مشتري|كاربر|كسٹمر|الزبون|كاربري|متقاضي|alamil|المشترك|المقترض|مشتريان|alameel|المستثمر|عميل بنك|صاحب حساب|بيمه گذار|كھاته دار|مقدم الطلب|وام گيرنده|صاحب الحساب|سرمايه گذار|الطالب مقدم|حامل البطاقه|درخواست گزار
first name: نام|اسم اول|نام اول|نام كوچك|پهلا نام|ism awal|alism alawal|الاسم الاول للعميل
other: ولي|قيم|بچے|الجد|وكيل|كفيل|همسر|ضامن|والد|شوهر|بيوي|الوصي|فرزند|ذينفع|والده|نامزد|pedar|الزوجه|الوكيل|الكفيل|الضامن|المفوض|الوريث|الورثه|القريب|الابناء|نماينده|المستفيد|ص ب|نام پدر|نام مادر|ism alab|ism alum|ism alom|ولي الامر|باپ كا نام|اسم الوالد|معرف معرفي|والد كا نام|شوهر كا نام|اسم الوالده|شخص للاتصال|صله القرابه|والده كا نام|صندوق البريد|تعداد فرزندان|نماينده قانوني|المفوض بالتوقيع|المستفيد الحقيقي
gender: جنس|صنف|جنسيت|aljens|jensiyat
document: سند|مدرك|مستند|مدارك|اسناد|الوثايق|دستاويز|المستندات|دستاويزات|اثبات هويه|مدرك شناسايي|اثبات الشخصيه
street: گلي|كوچه|بلوار|الزقاق|خيابان|خيابان اصلي
house: شقه|پلاك|واحد|طبقه|قطعه|الشقه|الدور|المبني|الطابق|القطعه|البنايه|العماره|ساختمان|رقم الدار|مكان نمبر|منزل نمبر|رقم المنزل
city: شهر|روستا|shahr|البلديه|شهرستان|مدينه السكن
country: ملك|كشور|keshvar|كد كشور
address: پته|پتا|ادرس|نشاني|alonwan|alenwan|محل السكن|محل سكونت|ادرس كامل|ادرس منزل|گھر كا پته|ادرس پستي|مكان السكن|نشاني كامل|رهايشي پته|موجوده پته|عنوان السكن|محل الاقامه|عنوان المنزل|مكان الاقامه|addres kamel|العنوان الكامل|العنوان الحالي|العنوان الوطني
phone: فون|تلفن|تلفون|همراه|jawal|موبايل|النقال|الفاكس|المحمول|التلفون|aljawal|فون نمبر|تلفن ثابت|تلفن منزل|هاتف نقال|هاتف العمل|شماره تماس|شماره تلفن|رابطه نمبر|هاتف المنزل|رقم الاتصال|شماره همراه|موبايل نمبر|شماره موبايل|raqm aljawal|raqm alhatif|mobile hamrah
organisation: فرع|شغل|سمت|اجر|شركه|شعبه|شركت|بانك|حرفه|تحصص|پيشه|عهده|بينك|وظيفه|موسسه|القسم|برانچ|كمپني|القطاع|النشاط|سازمان|ملازمت|الوظيفه|الموسسه|الوكاله|كارفرما|كد شغل|كد شعبه|محل كار|نوع العمل|برانچ كوڈ|صاحب العمل|مكان العمل|قطاع العمل|البنك المحلي|السجل التجاري|المسمي الوظيفي|النشاط الاقتصادي
event: اخر|منذ|ثبت|ايجاد|عضويت|اخرين|ويرايش|اندراج|رجسٹريشن|بروزرساني|اپ ڈيٹ|اخر دخول|اخر تحديث|اخر تعديل|فتح الحساب|اخرين ورود|تاريخ ورود|تاريخ بستن|تاريخ شروع|اخري لاگ ان|تاريخ الفتح|تاريخ بدايه|تاريخ البدء|افتتاح حساب|به روزرساني|اخرين تغيير|تاريخ تاييد|تاريخ بررسي|تاريخ افتتاح|تاريخ التعديل|اخر تسجيل دخول|تاريخ الاضافه|تاريخ الادخال|تاريخ الاغلاق|تاريخ التفعيل|تاريخ الانضمام|تاريخ الانتساب|تاريخ الاعتماد|اندراج كي تاريخ
account: شبا|كارت|كارڈ|محفظه|ايبان|كھاته|سپرده|اكاونٹ|المحفظه|الايبان|كيف پول|شماره شبا|شماره حساب|حساب بانكي|شماره كارت|كارت بانكي|كھاته نمبر|اكاونٹ نمبر|raqm alhisab|shomare hesab|رقم بطاقه الايتمان
contract: عقد|قرض|طلب|وام|قسط|القرض|الطلب|معامله|تراكنش|پرونده|معاهده|قرارداد|درخواست|التمويل|البوليصه|لين دين|شماره وام|بيمه نامه|شماره پرونده|وثيقه التامين|شماره قرارداد|شماره درخواست|شماره بيمه نامه
marital: ارز|دين|مقيم|تاهل|زبان|مذهب|تعليم|كرنسي|الموهل|العمله|التعليم|الديانه|تحصيلات|خواندگي|غير مقيم|نوع مسكن|نوع السكن|فصيله الدم|نظام وظيفه|عمله الحساب|مدرك تحصيلي|وضعيت سكونت|الموهل العلمي|ميزان تحصيلات|ازدواجي حيثيت|الحاله الزوجيه|الحاله المدنيه|المستوي التعليمي
reason: سبب|وصف|علت|شرح|نظر|وجه|دليل|الوصف|تعليق|توضيح|تبصره|كيفيت|ملاحظه|البيان|التعليق|تعليقات|توضيحات|يادداشت|علت رد|دليل رد|سبب الرفض|سبب الايقاف|مسترد كرنے كي وجه
flag: نشط|فوت|فعال|قناه|منتج|مصدر|منبع|مفعل|محظور|موقوف|متوفي|محذوف|كانال|محصول|مسدود|رضايت|ذريعه|موافقه|القناه|المنتج|المصدر|النسخه|الحمله|غيرفعال|گذرواژه|رضامندي|نعم لا|غير نشط|بلي خير|پاس ورڈ|رمز عبور|كلمه السر|كلمه المرور|اشتراك النشره|الموافقه علي الشروط
image: صور|ملف|عكس|مرفق|فايل|اسكن|الملف|تصوير|پيوست|اسكين|المرفق|تصاوير|مسح ضويي|مسير فايل|مسار الملف|نسخه الهويه
proof address image: قبض|تاييد سكن|پتے كا ثبوت|يوٹيلٹي بل|اثبات السكن|فاتوره خدمات|تاييديه ادرس|فاتوره الكهرباء
birth date: تولد|متولد|مواليد|ت تولد|ت الميلاد|يوم پيدايش|تاريخ پيدايش|تاريخ الازدياد|tareekh almilad|tarikh tavallod|tareekh paidaish
title: كنيت|اللقب المهني|عنوان شغلي لقب|اللقب التشريفي
nationality: مليت|جنسيه|شهريت|قوميت|تابعيت|jinsiya|taabeiyat|aljinsiyah
issue date: صدور|صادر|تاريخ اجرا|تاريخ اجراء|اجراء كي تاريخ|تاريخ التحرير|tarikh sodoor|tarikh alisdar
tax: ٹيكس|الضريبه|مالياتي|ٹيكس نمبر|كد مالياتي|كد اقتصادي|شماره مالياتي|الاقامه الضريبيه
state: صوبه|استان|ولايت|ostan|محافظه|الاقليم|الاماره|almuhafaza|almuhafadha|الجهه الاداريه
kyc: موثق|احراز|تصديق|التوثيق|المراجعه|altahaqoq|اعرف عميلك|احراز هويت|تم التوثيق|تاييد هويت|تصديق شناخت|شناسايي مشتري
staff: موظف|افسر|مندوب|راجعه|مسوول|مسيول|ملازم|ايجنٹ|المدخل|اعتمده|كارمند|المندوب|المراجع|المسوول|كارشناس|المستشار|تاييدكننده|ثبت كننده|مدير حساب|مدير علاقه|عدل بواسطه|مدير الحساب|ادخل بواسطه|انشي بواسطه|مدير العلاقه|نماينده فروش|تم الانشاء بواسطه
back image: خلفي|پشت كارت|ظهر البطاقه|پشت كارت ملي|پچھلي تصوير|صوره الهويه ظهر|صوره الهويه من الخلف
selfie image: سلفي|عكس چهره|صوره شخصيه|تصوير چهره|تصوير صورت|عكس پرسنلي|چهرے كي تصوير|الصوره الشخصيه
last name: فاميل|laqab|الكنيه|الشهره|alkunya|اخري نام|نام فاميلي|اسم الاسره|خانداني نام|ism alaaila|الاسم الاخير|نام خانوادگي|الاسم العايلي|nam khanevadegi
expiry: انقضا|ميعاد|انقضاء|اعتبار|صالح حتي|معتبر تا|صالحه حتي|ساريه حتي|ميعاد ختم|صالح لغايه|تاريخ تنسيخ|پايان اعتبار|tarikh enghza|tarikh alintiha|تاريخ نهايه الصلاحيه
national: كدملي|kodemelli|codemelli|رقم مدني|شماره ملي|كد فراگير|شناسه ملي|kod melli|الرقم المدني|السجل المدني|الرقم الشخصي|raqm alhawia|raqm alhawiya|raqm almadani|shomare melli|رقم القيد المدني|شناختي كارڈ نمبر|قومي شناختي نمبر|رقم التعريف الوطني
permit: اقامه|كارت اقامت|اقامت مجوز|الاقامه تصريح|تصريح الاقامه
email: ايميل|الايميل|albarid|رايانامه|اي ميل ايڈريس|پست الكترونيك|پست الكترونيكي|نشاني الكترونيكي|البريد الاليكتروني|albarid aliliktruni
status: وضعيت|حيثيت|vaziat
kyc result: فيصله|natije|نتيجه الفحص|نتيجه بررسي|نتيجه تاييد|نتيجه التدقيق|تصديق كا نتيجه|القرار النهايي|natijat altahaqoq|نتيجه التحقق من الهويه
front image: امامي|روي كارت|صوره اماميه|روي كارت ملي|سامنے كي تصوير|صوره الهويه من الامام
license: لايسنس|گواهينامه|اجازه سوق|رخصه قياده|رخصه السياقه|ڈراييونگ لايسنس|گواهينامه رانندگي
zip: كدپستي|codeposti|ڈاك كوڈ|پوسٹل كوڈ|kod posti|الرقم البريدي|صندوق بريد رمز
passport: گذرنامه|پاسپورت|پاسپورٹ|aljawaz
idcard: شناسنامه|كارت ملي|بطاقه شخصيه|شناختي كارڈ|كارت شناسايي|هويه الاحوال|بطاقه التعريف|بطاقه الاحوال|البطاقه الشخصيه|البطاقه الوطنيه|قومي شناختي كارڈ|شماره شناسنامه كارت|بطاقه التعريف الوطنيه
issue authority: صادركننده|صادر عن|محل صدور|صادره من|مرجع صدور|مقام اجراء|محل الاصدار|مكان الاصدار|سلطه الاصدار|الجهه المصدره|جاري كرنے والا
ip: اي پي|ايي پي|عنوان الايبي|عنوان الانترنت ip
user number: كد مشتري|صارف نمبر|كسٹمر نمبر|رقم العضويه|شماره مشتري|شماره عضويت|شماره مشترك|raqm alamil|raqm alameel|raqam alamil|الرقم التعريفي للعميل
birth other place: محل تولد|محل الميلاد|محل الولاده|جايے پيدايش|مقام پيدايش|مكان الولاده|مكان الازدياد
document number: شماره سند|شماره مدرك|دستاويز نمبر|raqm alwathiqa|شماره مدرك شناسايي
residence country: بلد السكن|كشور اقامت|رهايشي ملك|رهايش كا ملك|كشور محل اقامت
home permanent address: ادرس دايم|مستقل پته|العنوان الدايم|العنوان الدايم للعميل
middle name: درمياني نام|الاسم الاوسط|الاسم الثاني|اسم الاب الاوسط
secondary address: عنوان العمل|عنوان المراسله|خط و كتابت كا پته|عنوان المراسلات|العنوان البريدي
kyc status: وضعيت تاييد|وضعيت بررسي|تصديقي حيثيت|حاله الاعتماد|تصديق كي حيثيت|halat altahaqoq|halat altahaquq|حاله التحقق من العميل
document type: نوع سند هويتي|naw alhawiya|دستاويز كي قسم|nau alwathiqa|شناختي دستاويز
passport number: پاسپورٹ نمبر|raqm aljawaz|شماره گذرنامه|شماره پاسپورت
(ukrainian belarusian)
email: ел адреса|імеил|пошта|ел пошти|эл пошта|електрона пошта|електронна адреса|электронная пошта|адреса електронноі пошти
risk: тип клієнта|пеп|ризику|рызыка|санкціі|група ризику|рівень ризику|оцінка ризику|ступінь ризику|публічна особа|узровень рызыкі|категорія ризику|категорія клієнта|політично значуща особа
login: ім я користувача|логін|лагін|нікнеим|псевдонім|імя карыстальніка|login korystuvacha
document: посвідчення особи|дакумент|дакумента|документи|документ що посвідчує особу
national: інн|єддр|ідент код|ідентиф код|асабісты нумар|обліковоі картки|номер запису в єддр|ідентифікаціинии код|ідэнтыфікацыины нумар|ідентифікаціинии номер|унікальнии номер запису|реєстраціинии номер обліковоі картки
street: вул|вулиці|вуліца|провулок|назва вулиці|вулиця та будинок
house: буд|поверх|кватэра|під ізд|номер будинку|номер квартири
city: смт|горад|населены пункт|населении пункт назва
organisation: мфо|фоп|квед|філія|філіі|банку|посада|філіял|пасада|робота|професія|компанія|діяльність|заинятість|аддзяленне|працадауца|організація|роботодавець|підприємство|кваліфікація|рід занять|месца працы|місце роботи|вид діяльності|сфера діяльності|назва роботодавця
first name: імʼя|imia|імя першае
other: діти|маці|родич|опікун|дитина|бацька|дружина|подружжя|бенефіціар|представник|довіреність|спадкоємець|прадстаунік|представника|вигодонабувач|співпозичальник|довірена особа|дівоче прізвище|чоловік дружина|контактна особа|кількість дітеи|давераная асоба|дошлюбне прізвище|попереднє прізвище|законнии представник|кінцевии бенефіціарнии власник
district: раен|мікрораион
amount: сума|мета|дохід|ліміт|маино|даход|джерела|джерело|залишок|кількість|сума даходу|мета відносин|маиновии стан|джерело коштів|заробітна плата|джерела доходів|джерело доходів|кредитнии ліміт|щомісячнии дохід|походження коштів|середньомісячнии дохід
marital: шлюб|мова|житло|освіта|адукацыя|резидентність|сімеинии стан|мова спілкування|ознака резидента|сімеине положення|соціальнии статус|сямеинае становішча
user: особа|особи|кліент|клієнти|заявник|учасник|кліента|гравець|фізособа|заявника|вкладник|учасника|вкладника|користувач|користувача|карыстальнік|страхувальник|фізична особа|фізічная асоба|власник рахунку
issue authority: видав|ким видано|ким видании|орган выдачы|місце видачі|орган що видав|кім выдадзены
address: адрас|адреса прож|повна адреса|домашня адреса|місце проживання|адрас пражывання|адреса місця проживання|адреса фактичного проживання
staff: касир|змінив|створив|перевірив|затвердив|працівник|виконавець|працівника|спеціаліст|суперваизер|супрацоунік|співробітник|співробітника|відповідальнии
contract: поліс|угода|угоди|позика|позики|справа|кредиту|дагавор|транзакція|номер поліса|кредитнии договір
flag: згода|помер|версія|ознака|активнии|видалено|неактивнии|заблоковано|заблоковании|так ні|кодове слово|згода на обробку|канал залучення|згода на маркетинг|джерело залучення
selfie image: селфі|обличчя|селфі з паспортом|селфі з документом|фото клієнта з документом
nationality: громад|громадян|грамадзянства|hromadianstvo|національність|краіна громадянства
tax: єдрпоу|податковии|падатковы нумар|податкове резидентство|краіна податкового резидентства
state: регіон|вобласць
zip: індэкс|паштовы індэкс|поштовии індекс|індекс поштовии
account: картка|картки|рахунки|рахунак|гаманець|нумар рахунку|особовии рахунок|карткового рахунку
image: знімок|світлина|зображення|скан копія|копія документа
passport: пашпарт|пашпарта|паспорту|закордоннии паспорт
country: держава|код краіни
phone: тэлефон|телефону|нумар тэлефона|робочии телефон|фінансовии номер|мабільны тэлефон|домашніи телефон|контактнии номер|контактнии телефон|фінансовии телефон
kyc result: рішення|рашэнне|висновок|вынік праверкі|підсумок перевірки
event: змінено|остання|останнє|закрито|створено|останніи|оновлено|відкрито|закриття|створении|оновлення|останнього|реєстрація|актуалізація|зареєстровано|зареєстровании|клієнт з|дата зміни|дата початку|остання зміна|дата внесення|дата створення|дата стварэння|дата активаціі|дата уточнення|дата додавання|дата реєстраціі|дата заповнення|дата підписання|дата анкетування|дата рэгістрацыі|дата актуалізаціі
reason: заувагі|прычына|примітка|примітки|підстава|каментар|коментарі|пояснення|зауваження|причина відмови|причина блокування
front image: лицьова|лицьовии бік|перша сторінка|лицева сторона|лицьова сторона|передня сторона
permit: посвідка|від на жыхарства|посвідка на проживання
back image: зворотна|зворотніи бік|зворотнии бік|задня сторона|зворотна сторона|зворотня сторона
last name: прозвішча|prizvishe
birth date: народився|нараджэння|дата народж|д н народження|день народження|data narodzhennia
kyc: перевірки|перевірено|верыфікацыя|верифікаціі|верифіковано|ідентифікаціі|ідентифіковано|належна перевірка|підтвердження особи
middle name: по бат|па бацьку
expiry: діє до|строк діі|діисна до|термін діі|дзеинічае да|придатнии до|тэрмін дзеяння|дата закінчення|закінчення терміну|дата закінчення діі|дата завершення діі|дата закінчення строку діі
document type: тип дока|тип документу|вид документу|тып дакумента|від дакумента|назва документа|тип документа що посвідчує особу
full name: повне ім я|піб повністю|піб фізособи|прізвище та ім я|імя та прізвище|наименування клієнта
idcard: ід картка|аиді картка|ідентифікаціина картка
ip: ір адреса|ip реєстраціі
issue date: видано коли|дата выдачы|коли видании|калі выдадзены
birth other place: місце народж|месца нараджэння
document number: серія і номер|серыя і нумар|номер документу|нумар дакумента
residence country: краіна резид|краіна пражывання|краіна перебування|краіна резидентства|краіна місця проживання|краіна постіиного проживання
status: стан клієнта|статус анкети
user number: нумар кліента|клієнтськии номер
issue country: краіна выдачы|краіна що видала
home permanent address: адреса реєстр|адреса прописки|місце реєстраціі|адреса реєстраціі|адрас рэгістрацыі|адреса за реєстрацією
secondary address: робоча адреса|поштова адреса|адреса доставки|адреса для листування|адреса для кореспонденціі
birth year: рік народження
passport number: нумар пашпарта
kyc status: стан перевірки|статус праверкі|стан верифікаціі|стан ідентифікаціі|статус верыфікацыі|статус належноі перевірки
license: посвідчення водія|водіиське посвідчення|вадзіцельскае пасведчанне
proof address image: підтвердження адреси|довідка про місце проживання|рахунок за комунальні послуги|документ що підтверджує адресу|підтвердження місця проживання
(polish)
risk: typ klienta|rodzaj klienta|bik|ocena|ryzyka|sankcje|scoring|sankcyjna|eksponowane|eksponowana|klasa ryzyka|grupa ryzyka|profil ryzyka|lista sankcyjna|kategoria mifid|kategoria ryzyka|kategoria klienta
document type: nazwa dokumentu|typdok|rodzaj dow
event: data weryfikacji|data identyfikacji|dodano|koniec|ostatnio|ostatnie|ostatnia|otwarcia|otwarcie|zawarcia|poczatek|logowanie|logowania|ostatniego|zamkniecia|aktualizacja|wprowadzenia|dezaktywacja|zarejestrowany|zarejestrowano|klient od|data wpisu|data umowy|data zmiany|data dodania|data decyzji|data zlozenia|data ostatniej|ostatnia zmiana|data rozpoczecia|data zakonczenia|nastepny przeglad|data przystapienia|kolejna weryfikacja|ostatnia modyfikacja
login: nazwa uzytkownika|pseudonim|identyfikator logowania
tax: nip|podatkowa|podatkowy|us skarbowy|urzad skarbowy|rezydencja podatkowa|kraj rezydencji podatkowej
organisation: krs|pkd|regon|filia|branza|firmie|spolka|placowka|placowki|jednostka|pracodawcy|stanowisko|dzialalnosc|zatrudnienie|nr oddzialu|kod oddzialu|oddzial banku|miejsce pracy|wykonywany zawod|zawod wykonywany|forma zatrudnienia|zrodlo zatrudnienia
account: nrb|rach|karty|lokata|portfel|rachunki|stan konta
flag: czy|rodo|zgon|zgoda|zgody|haslo|zrodlo|wersja|oferta|aktywny|aktywna|blokada|usuniety|wskaznik|produktu|kampania|zablokowany|tak nie|data zgonu|kanal pozyskania|zgoda marketingowa
amount: rata|obrot|srodki|obroty|wplata|wplaty|dochody|zarobki|majatek|srodkow|skladka|wynagrodzenie|oprocentowanie|liczba osob|dochod netto|na utrzymaniu|zrodlo dochodu|zrodlo majatku|zrodlo dochodow|limit kredytowy|dochod miesieczny|pochodzenie srodkow|zrodlo pochodzenia srodkow
reason: opis|notatka|notatki|przyczyna|adnotacje|komentarze|powod odrzucenia|uwagi wewnetrzne|przyczyna odrzucenia|informacje dodatkowe
user: osoba|osoby|gracz|czlonek|klientow|inwestor|uczestnik|kontrahent|wnioskodawca|kredytobiorca|kredytobiorcy|ubezpieczajacy|pozyczkobiorca|ubezpieczony glowny
title: tytul|zwrot|zwrot grzecznosciowy
document number: nrdok|seria i nr
idcard: dowos
street: ulicy|ulica i nr|ulica i numer|ulica z numerem
house: lokal|klatka|pietro|budynek|mieszkanie|nr miesz|nr lokalu|nr mieszk|numer domu|nr budynku|nr posesji|numer lokalu|numer budynku|numer mieszkania
district: gmina|powiat|dzielnica
user number: nr kli|numer czlonka|nr uczestnika|nr kontrahenta|nr czlonkowski|id kontrahenta|numer posiadacza|numer uczestnika|numer kontrahenta
other: rodowe|zyrant|dzieci|dziecko|rodzicow|malzonka|uposazony|polecajacy|poreczyciel|beneficjent|pelnomocnika|spadkobierca|wspolmalzonek|pokrewienstwo|wspolposiadacz|przedstawiciel|wspolwlasciciel|wspolkredytobiorca|liczba dzieci|opiekun prawny|osoba kontaktowa|skrytka pocztowa|nazwisko poprzednie|poprzednie nazwisko|przedstawiciel ustawowy|beneficjent rzeczywisty
issue date: wydany|wydany dnia|wydano dnia
zip: poczta|kod poczt
phone: telkom|telefonu|kierunkowy|nr kom|nr komorki|numer komorki|tel stacjonarny|telefon stacjonarny
staff: kasjer|opiekun|zmienil|utworzyl|analityk|inspektor|pracownika|wprowadzil|zatwierdzil|weryfikowal|zmodyfikowal|zweryfikowal|utworzony przez|agent sprzedazy|przedstawiciel handlowy
contract: polisa|polisy|kredyt|sprawa|szkoda|wniosek|wniosku|kredytu|pozyczka|pozyczki|zlecenie|transakcja|transakcji|zamowienie|zgloszenie|nr umowy|nr sprawy|numer umowy
selfie image: twarzy
expiry: waznosc|termin waznosci|data konca waznosci
issue authority: wydawca|wydany przez|wydane przez|urzad wydajacy|miejsce wydania
marital: platnik|rezydent|wyksztalcenie|status rezydenta|ustroj majatkowy|sytuacja rodzinna|status mieszkaniowy|wspolnota majatkowa
birth date: urodzony|urodzona|ur dnia|data uro|data urodz|d urodzenia
nationality: obywatel|kraj obywatelstwa
permanent address: zameldowania|zameldowanie|adres staly
kyc: identyfikacja|identyfikacji|zweryfikowany klient
secondary address: korespondencji|adres pracy|adres wysylki|adres do doreczen
idcard number: nr dow
country: kod kraju
birth other place: miejsce ur|miejsce urodz|msc urodzenia
residence country: kraj rezyd|kraj pobytu|kraj rezydencji|rezydencja kraj
full name: pelna nazwa|nazwa pelna|imiona i nazwisko|nazwisko i imiona|pelne imie i nazwisko
middle name: imie drugie
address: adres pelny|pelny adres|miejsce zamieszkania
status: stan klienta
back image: strona tylna|tylna strona
proof address image: dowod adresu|rachunek za media|potwierdzenie adresu
first name: pierwsze imie|imie pierwsze
license number: nr prawa jazdy|numer prawa jazdy
kyc result: wynik kontroli
front image: strona przednia|przednia strona
issue country: panstwo wydajace
kyc status: stan weryfikacji|status potwierdzenia tozsamosci
secondary nationality: drugie obywatelstwo
email: poczta elektroniczna|adres poczty elektronicznej
last name: nazwisko rodowe klienta obecne
(russian)
risk: тип клиента|вид клиента|статус инвестора|пдл|мпдл|ипдл|риска|скоринг|реитинг|террорист|экстремист|под фт|класс риска|группа риска|оценка риска|риск профиль|степень риска|черныи список|категория риска|должностное лицо|скоринговыи балл|категория клиента|кредитныи реитинг|санкционныи список|инвестиционныи профиль|публичное должностное лицо|квалифицированныи инвестор
login: имя пользователя|ник|никнеим|имя для входа|логин в системе|имя учетнои записи|учетная запись логин|логин личного кабинета
address: место проживания|факт адрес|адрес факт|полныи адрес|адрес прожив|адр проживания|адрес полностью|место жительства|адрес фактическии|фактическии адрес|адрес места жительства|адрес места пребывания|адрес фактического проживания
home permanent address: место регистрации|адрес прописки|адрес по прописке|адрес по паспорту|зарегистрирован по адресу|адрес постояннои регистрации
kyc result: результат идентификации|итог|решение по клиенту|решение по верификации|результат проверки личности
last name: фам|familia
middle name: отч|отчество при наличии
document: дул|удл|документы|удостоверение|личности документ|удостоверение личности|удостоверения личности
national: жсн|идн|пинфл|инн физлица|идент номер|личныи номер|пин гражданина|ид номер личныи|персональныи номер|идентификационныи номер|идентификационныи номер гражданина
permit: рвп|внж|миграционная карта|миграционнои карты
district: мкр|раион|раионы|микрораион|р н
city: пгт|поселок|деревня|наспункт|г город|насел пункт|название города
organisation: бик|кпп|огрн|окпо|стаж|оквэд|работа|допофис|отрасль|профессия|занятость|ведомство|учреждение|организации|предприятие|работодателя|деятельность|подразделение|трудоустроиство|кор счет|код филиала|место работы|точка продаж|тип занятости|банк получателя|род деятельности|вид деятельности|сектор экономики|офис обслуживания|сфера деятельности|ип предприниматель|наименование филиала|наименование организации
other: жена|дети|мама|папа|опекун|супруга|супруги|опекуна|ребенок|реферал|родитель|родителя|созаемщик|бенефициар|довереность|бенефициара|родственник|доверенность|родственники|пригласившии|представитель|представителя|рекомендатель|выгодоприобретатель|выгодоприобретателя|а я|муж фио|прежнее имя|прежняя фамилия|доверенное лицо|контактное лицо|доверенного лица|контактного лица|количество детеи|абонентскии ящик|предыдущая фамилия|фамилия при рождении|законныи представитель|бенефициарныи владелец
issue authority: уфмс|выдавшии|выдан кем|орган выд|кем выдано|код подразделения|наименование органа|подразделение выдавшее
visa: визы
house: корп|этаж|корпус|литера|подъезд|строение|помещение|стр дом|офис кв|номер квартиры
email: меил|мыло|емеил|имэил|электронка|эл п|е мэил|эл адрес|электр почта|адрес эл почты|электронныи адрес|почтовыи ящик email|адрес электроннои почты
phone: факс|сотовыи|телефоны|телефона|мобильного|сот тел|раб тел|тел раб|городскои телефон|контактныи телефон
ip: аипи|ip входа|ip последнего входа
contract: заим|дело|полис|заима|заказ|заявки|кредита|договора|операция|операции|страховка|транзакции|соглашение|номер дела
amount: цель|цели|оклад|взнос|доходы|ставка|остаток|обороты|расходы|зарплата|источники|иждивенцы|количество|иждивенцев|происхождение|задолженность|кол во|число детеи|кол во детеи|месячныи доход|цель отношении|источник дохода|кредитныи лимит|заработная плата|источник средств|источник доходов|цель установления|среднемесячныи доход|происхождение средств|источник происхождения
flag: умер|флаг|тариф|пароль|удален|ватсап|льготы|признак|реклама|часовои|соцсети|согласие|рассылка|активныи|источник|признаки|промокод|телеграм|терминал|маркетинг|вконтакте|блокировка|заблокирован|да нет|дата смерти|кодовое слово|канал привлечения|партнер программа|согласие на рассылку|согласие на обработку|источник привлечения|обработка персональных данных
image: путь|сканы|копия|снимок|вложение|фотографии|изображения|скан копии|путь к фаилу
user: игрок|игрока|паищик|физлицо|абонент|заемщик|субъект|паищика|абонента|вкладчик|заемщика|инвестор|субъекта|вкладчика|держатель|держателя|инвестора|участника|гражданин|контрагент|заявителем|контрагента|страхователь|страхователя|пользователеи|анкета клиента|физическое лицо|физического лица
title: титул
street: шоссе|улицы|проспект|переулок|ул пр|пр кт|ул дом|улица и дом|название улицы
staff: автор|создал|кассир|агента|куратор|изменил|эксперт|риелтор|добавил|утвердил|инспектор|специалист|сотрудника|консультант|исполнитель|исполнителя|верификатор|операционист|ответственныи|верифицировал|создан кем|кем создан|кто создал|изменен кем|кем изменен|кем внесено|автор записи|кем проверен|персональныи менеджер
account: карты|вклад|вклада|кошелек|депозит|лицевои|карточка|л с|р с|расчетныи счет|лицевого счета|банковская карта
marital: жилье|религия|резидентство|инвалидность|дееспособность|вероисповедание|тип жилья|соц статус|роднои язык|язык общения|часовои пояс|семеиныи статус|статус резидента|признак резидента|социальныи статус|резидент нерезидент|национальность родная
front image: аверс|передняя|разворот|лиц сторона|разворот с фото|первая страница|передняя сторона|главныи разворот|скан лицевои стороны|главная страница паспорта
gender: гендер
nationality: национ|подданство|код гражданства|страна гражданства
issue date: выдано|дата выд|когда выдан|выдан когда|дата выпуска документа
event: создан|открыт|закрыт|начало|создано|создана|изменен|заведен|открытие|изменено|обновлен|добавлен|закрытия|последнии|последняя|последнее|последнеи|обновлено|заведения|активации|последнего|обновление|вступления|авторизация|актуализации|зарегистрирован|клиент с|дата ввода|дата анкеты|дата начала|первыи вход|дата решения|дата внесения|дата загрузки|дата выгрузки|дата обращения|первыи депозит|дата добавления|дата подписания|дата заполнения|дата блокировки|последнии платеж|дата анкетирования|дата подтверждения|следующая проверка|последнее изменение|дата последнего входа|последняя активность|дата заполнения анкеты|дата следующеи проверки
reason: ошибка|прочее|заметка|заметки|сообщение|пояснение|примечания|дополнительно|причина отказа|доп информация|причина блокировки|причина отклонения|дополнительная информация
back image: задняя|реверс|обр сторона|фото оборота|фото обратнои|задняя сторона|скан обратнои стороны|оборотная сторона документа
birth date: родился|д рожд|д рождения|дата рожденья|день рождения|число рождения
birth other place: местоожд|mesto rozhdeniya
expiry: истекает|истечение|деиствие до|срок годности|срок документа|срок деиствия до|окончание срока|деиствительно до|дата окончания деиствия|дата окончания срока деиствия
tax: налоговая|налогоплательщик|иностранныи инн|инн иностранныи|налоговое резидентство|номер налогоплательщика|страна налогового резидентства
kyc: комплаенс|верифицирован|идентифицирован|проверка личности|подтвержден личность|подтверждение личности|упрощенная идентификация
passport: паспортные|загранпаспорт|заграничныи паспорт
state: республика|субъект рф
country: государство|код страны|наименование страны
license: водительское|вод удостоверение|водительские права|права водительские
user number: цфт код|код физлица|клиентскии код|клиентскии номер|номер карточки клиента|табельныи номер клиента|уникальныи номер клиента
selfie image: фото лица|фото с паспортом|селфи с паспортом|фото с документом|селфи с документом
full name: полное фио|фио физлица|polnoe imya|фамилия и имя|фио полностью|полное наименование|наименование клиента
first name: первое имя|имена первые|имя по паспорту
zip: почт индекс|почтовыи код|индекс почтовыи
residence country: страна резид|страна пребывания|страна жительства|страна нахождения|страна резидентства|страна места жительства|страна постоянного проживания
status: статус анкеты|статус записи
proof address image: скан прописки|фото прописки|коммунальныи счет|страница с пропискои|счет за коммунальные услуги|документ подтверждающии адрес|подтверждение места жительства
document type: тип уд личности|код вида документа|наименование документа|вид документа удостоверяющего личность|тип документа удостоверяющего личность
issue country: страна выпуска|страна выдавшая|страна эмитент документа
secondary address: почтовыи адрес|адрес доставки|адрес для писем|адрес корреспонденции|временная регистрация|адрес для корреспонденции|адрес временнои регистрации
document number: реквизиты документа
kyc status: статус проверки личности|статус подтверждения личности|статус проверки документов личности
(chinese, phrases)
birth date: 出生时间
nationality: 所属国籍|國籍 地區
document type: 证照类型|證照類型|開戶證件|证件类型名称|开户证件类型
document number: 证照号码|證照號碼|证件卡号|证件代码号
email: 注册邮箱
selfie image: 头像照片
login: 账户登录名
first name: 名字拼音名|英文名first
issue date: 證件生效日|证件起始日期|证件生效日期
front image: 身份证正面|身份證正面|身份证正面照|身份证人像面
back image: 身份证反面|身份證反面|身份证背面|身份证国徽面
expiry: 身份证有效期|身份证到期日|证件终止日期|有效期结束日期
issue country: 證件簽發地區
national: 公民身份证号|居留證統一證號|國民身分證統一編號
kyc result: 人脸核验结果状态
residence country: 居住國家 地區
(japanese, phrases)
full name: 登録氏名
first name: お名前名
last name: お名前姓
gender: 性別区分
nationality: 国籍区分
issue country: 発行国籍
city: 市町村名|市区郡町村|市区町村名|郡市区町村
residence country: 居住国籍|居住国コード
address: 登録住所
kyc result: 最終判定|最終審査結果
login: ログイン名|ログインユーザー|ログインユーザ名
email: 携帯メール|連絡先メール|携帯メールアドレス|登録メールアドレス|連絡先メールアドレス|ご登録メールアドレス
kyc status: 審査状態区分|本人確認済区分
proof address image: 住所確認書類|住所確認資料
issue date: 作成年月日書類
(korean, phrases)
gender: 성별구분|남녀구분|성별구분코드
nationality: 국적구분
document type: 실명구분|실명번호구분|실명구분코드|실명번호구분코드
issue country: 발급국적
residence country: 거주국적
kyc result: 최종결과|최종판정|최종심사결과|최종승인여부
proof address image: 주소증빙|거주지증빙|주소증빙서류|주소확인서류|주민등록등본|거주지증명서|거주지증빙서류
login: 접속아이디|로그인계정
city: 시도시군구|거주지역도시
birth date: 법정생년월일|주민생년월일|실명생년월일
document number: 실명증표번호|신분증일련번호
issue date: 실명증표발급일|실명증표발급일자|주민등록증발급일자
expiry: 유효기간종료일|실명증표만료일자
national: 외국인등록no
front image: 주민등록증앞면
back image: 주민등록증뒷면
first name: 영문이름first
(german, phrases)
expiry: ablaufend
document type: dokumententyp
kyc result: identergebnis|legitimationsergebnis
document number: dokumentennummer
user number: kundenkennzeichen
kyc status: legitimationsstatus
nationality: nat kz|staatsang kz|nationalitaet kz
login: online kennung
full name: vorname nachname|nachname vorname|familienname und vorname
(swedish norwegian danish icelandic faroese, phrases)
login: loginnamn|login navn|inloggning namn|innlogging navn
document type: pass id typ
city: postnr sted
full name: etternavn fornavn|efternamn fornamn|fornamn efternamn|efternavn fornavn
(hungarian, phrases)
user number: partnerkod
street: utca neve|kozterulet neve
issue date: kelte okmany|kiallitas kelte
city: telepules neve
residence country: rezidens orszag
kyc result: minosites eredmenye
full name: vezeteknev keresztnev
document type: szemelyazonosito okmany tipusa
(portuguese, phrases)
street: end logradouro
email: nm email
back image: rg verso|verso rg
front image: rg frente|frente rg
address: end cliente
kyc result: parecer kyc
full name: nome registro
document number: nr identidade
city: end municipio|localidade postal
proof address image: comp endereco
login: usuario acesso
issue date: data emissao rg
issue country: pais expedicao
kyc status: status cadastro kyc
(turkish, phrases)
street: cd sk|cad sok|sokak adi|cadde adi
city: il adi|sehir adi
first name: on isim
front image: on resim|on gorsel|kimlik on resim|kimlik on gorsel|kimlik on fotograf
login: giris adi
document number: kimlik seri|belge seri numarasi
kyc status: onay durumu|hesap onay durumu|kimlik onay durumu|kimlik tespit durumu
kyc result: onay sonucu
issue date: belge tarihi
residence country: yerlesik ulke
proof address image: adres belgesi|ikametgah belge|ikametgah belgesi|adres teyit belgesi|ikamet belgesi foto|yerlesim yeri belgesi
national: vatandaslik no
(spanish, phrases)
national: cuit cuil|clave curp|num identidad|nro identidad|cedula identidad|numero identidad|cedula ciudadania|cedula de identidad|cedula de ciudadania
back image: dni dorso|dni reverso|reverso dni|foto dni dorso|foto dni reverso|cara posterior documento
front image: dni frente|dni anverso|frontal dni|anverso dni|foto dni frente|foto dni anverso|cara frontal documento
login: usuario web
user number: clave cliente
email: cuenta correo|cuenta de correo
proof address image: comp domicilio
full name: apellido y nombres
kyc status: estado de identidad
(italian, phrases)
login: user web
expiry: scade il
issue date: rilasciato il
document type: desc documento
issue country: stato rilascio|stato emissione|stato di rilascio
nationality: stato cittadinanza
kyc status: stato verifica identita
kyc result: esito verifica identita
(polish, phrases)
document number: seria nr|seria numer dokumentu
full name: nazwisko imie|imie nazwisko
kyc status: status aml kyc|status weryfikacji tozsamosci
login: nazwa logowania|nazwa konta uzytkownika
kyc result: wynik weryfikacji tozsamosci
(romanian, phrases)
document number: serie nr|nr serie act|serie numar act
user number: marca client
(bulgarian, phrases)
street: жк улица
back image: задна страна|лк задна страна|задна страна лк|снимка задна страна|документ задна страна
front image: предна страна|лк предна страна|предна страна лк|снимка предна страна|предна страна снимка|документ предна страна
issue country: държава издаване
login: потребителско име
full name: име презиме фамилия
(serbo-croatian slovene macedonian, phrases)
street: ulica br
first name: licno ime|lastno ime
document type: vrsta os dok
expiry: rok vazenja|rok vazenja isprave
document number: br dokumenta
back image: slika zadnja
issue country: drzava izdaje
kyc status: status pregleda|status odobrenja
kyc result: rezultat pregleda
front image: слика предна страна
(russian, phrases)
login: логин лк
full name: фамилия имя|имя фамилия|фамилия имя отчество|familiya imya otchestvo
front image: фото лицевои
proof address image: документ адреса
residence country: резидентство страна
kyc status: уровень идентификации статус
(caucasus and central asia, phrases)
full name: soyad ad|овог нэр|soyadi adi|familiya ism|фамилия исми|ism familiya|фамилиясы аты|ad soyad ata adi|soyad ad ata adi|эцэг эхиин нэр нэр|тегі аты әкесінің аты|фамилияси исми шарифи
city: хот аимаг
login: нэвтрэх нэр
residence country: резидент елі|yashash davlati
email: e poct unvani|elektron poct unvani
address: yashash manzili
(hebrew, phrases)
login: שם כניסה
(indonesian malay filipino, phrases)
full name: nama ktp|nama sesuai ktp
login: nama akun|nama login|nama log masuk|nama panggilan login
front image: depan ktp|ktp depan|foto ktp depan|foto bagian depan|foto ktp bagian depan
selfie image: selfie ktp|swafoto ktp|foto selfie ktp
back image: ktp belakang|foto ktp belakang|foto bagian belakang
last name: nama terakhir
expiry: masa berlaku ktp
issue date: tarikh pengeluaran
issue country: negara pengeluaran
residence country: negara pemastautin
proof address image: surat keterangan domisili
(french, phrases)
street: libelle voie
email: mel perso
login: id connexion|identifiant connexion|identifiant de connexion
document type: libelle piece
city: libelle commune
kyc status: statut identite|statut identification
issue date: date etablissement|date d etablissement
expiry: date limite validite
(czech slovak, phrases)
user number: c klienta|c zakaznika
issue country: stat vydania
residence country: stat bydliste
expiry: konec platnosti|koniec platnosti|datum ukonceni platnosti
(arabic persian urdu, phrases)
gender: نوع الجنس
issue country: كشور صدور
proof address image: مدرك ادرس|مدرك محل سكونت
national: رقم الاقامه
front image: وجه البطاقه|الجهه الاماميه|صوره الهويه وجه|صوره البطاقه الاماميه
back image: الجهه الخلفيه|صوره البطاقه الخلفيه
full name: نام خانوادگي و نام
(dutch, phrases)
login: login naam
birth date: geboren op
document type: type id bewijs
document number: nummer id bewijs
residence country: land woonplaats|land van vestiging
kyc status: status legitimatie
full name: voornaam achternaam|achternaam voornaam
expiry: einddatum geldigheid
proof address image: bewijs van woonplaats
(greek albanian georgian armenian maltese, phrases)
front image: წინა მხარე
back image: უკანა მხარე
user number: nr i klientit
full name: emer mbiemer|emri mbiemri|mbiemri emri|სახელი გვარი|გვარი სახელი|անուն ազգանուն|ազգանուն անուն|επωνυμια πελατη|emer mbiemer klienti
document number: nr i dokumentit
residence country: vendbanimi shteti
(english, phrases)
proof address image: address doc
address: mail addr line
front image: passport page
(vietnamese, phrases)
full name: ho ten day du
document number: ma so giay to
back image: mat sau cccd|mat sau cmnd|anh cmnd mat sau|anh cccd mat sau
front image: mat truoc cccd|mat truoc cmnd|anh cmnd mat truoc|anh cccd mat truoc
street: so nha ten duong
document type: loai ho so giay to
(ukrainian belarusian, phrases)
full name: прізвище ім я|прозвішча імя|prizvyshche imya|прозвішча імя імя па бацьку
national: рнокпп єдрпоу
(finnish estonian, phrases)
address: kodu aadress
full name: sukunimi etunimi|etunimi sukunimi
front image: henkilokortti etupuoli
(latvian lithuanian, phrases)
full name: vards uzvards|uzvards vards|vardas pavarde|pavarde vardas|klienta vards uzvards|kliento vardas pavarde
issue country: isdavimo salis|isdavimo valstybe
login: prisijungimo vardas
full name: adi soyadi unvani
first name: уз исми
`
