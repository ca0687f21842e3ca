"""What films of a country are called: "films français", "French films". No Django.

The French form is the masculine plural, which "films" and "documentaires" take. A country is left out where its
adjective is not certain, or says another country, too (the two Congos, Dominica in English).
"""

from functools import cache

ADJECTIVES = """
AD andorrans / Andorran
AE émiriens / Emirati
AF afghans / Afghan
AL albanais / Albanian
AM arméniens / Armenian
AO angolais / Angolan
AR argentins / Argentine
AT autrichiens / Austrian
AU australiens / Australian
AZ azerbaïdjanais / Azerbaijani
BA bosniens / Bosnian
BB barbadiens / Barbadian
BD bangladais / Bangladeshi
BE belges / Belgian
BF burkinabè / Burkinabe
BG bulgares / Bulgarian
BH bahreïniens / Bahraini
BI burundais / Burundian
BJ béninois / Beninese
BN brunéiens / Bruneian
BO boliviens / Bolivian
BR brésiliens / Brazilian
BS bahaméens / Bahamian
BT bhoutanais / Bhutanese
BW botswanais / Botswanan
BY biélorusses / Belarusian
BZ béliziens / Belizean
CA canadiens / Canadian
CH suisses / Swiss
CI ivoiriens / Ivorian
CL chiliens / Chilean
CM camerounais / Cameroonian
CN chinois / Chinese
CO colombiens / Colombian
CR costariciens / Costa Rican
CU cubains / Cuban
CV cap-verdiens / Cape Verdean
CY chypriotes / Cypriot
CZ tchèques / Czech
DE allemands / German
DJ djiboutiens / Djiboutian
DK danois / Danish
DZ algériens / Algerian
EC équatoriens / Ecuadorian
EE estoniens / Estonian
EG égyptiens / Egyptian
ER érythréens / Eritrean
ES espagnols / Spanish
ET éthiopiens / Ethiopian
FI finlandais / Finnish
FJ fidjiens / Fijian
FR français / French
GA gabonais / Gabonese
GB britanniques / British
GE géorgiens / Georgian
GH ghanéens / Ghanaian
GL groenlandais / Greenlandic
GM gambiens / Gambian
GQ équato-guinéens / Equatorial Guinean
GR grecs / Greek
GT guatémaltèques / Guatemalan
GY guyaniens / Guyanese
HK hongkongais / Hong Kong
HN honduriens / Honduran
HR croates / Croatian
HT haïtiens / Haitian
HU hongrois / Hungarian
ID indonésiens / Indonesian
IE irlandais / Irish
IL israéliens / Israeli
IN indiens / Indian
IQ irakiens / Iraqi
IR iraniens / Iranian
IS islandais / Icelandic
IT italiens / Italian
JM jamaïcains / Jamaican
JO jordaniens / Jordanian
JP japonais / Japanese
KE kényans / Kenyan
KG kirghizes / Kyrgyz
KH cambodgiens / Cambodian
KM comoriens / Comorian
KP nord-coréens / North Korean
KR sud-coréens / South Korean
KW koweïtiens / Kuwaiti
KZ kazakhs / Kazakh
LA laotiens / Laotian
LB libanais / Lebanese
LI liechtensteinois / Liechtenstein
LK sri-lankais / Sri Lankan
LR libériens / Liberian
LT lituaniens / Lithuanian
LU luxembourgeois / Luxembourgish
LV lettons / Latvian
LY libyens / Libyan
MA marocains / Moroccan
MC monégasques / Monegasque
MD moldaves / Moldovan
ME monténégrins / Montenegrin
MG malgaches / Malagasy
MK macédoniens / Macedonian
ML maliens / Malian
MM birmans / Burmese
MN mongols / Mongolian
MR mauritaniens / Mauritanian
MT maltais / Maltese
MU mauriciens / Mauritian
MV maldiviens / Maldivian
MW malawites / Malawian
MX mexicains / Mexican
MY malaisiens / Malaysian
MZ mozambicains / Mozambican
NA namibiens / Namibian
NE nigériens / Nigerien
NG nigérians / Nigerian
NI nicaraguayens / Nicaraguan
NL néerlandais / Dutch
NO norvégiens / Norwegian
NP népalais / Nepalese
NZ néo-zélandais / New Zealand
OM omanais / Omani
PA panaméens / Panamanian
PE péruviens / Peruvian
PH philippins / Philippine
PK pakistanais / Pakistani
PL polonais / Polish
PR portoricains / Puerto Rican
PS palestiniens / Palestinian
PT portugais / Portuguese
PY paraguayens / Paraguayan
QA qatariens / Qatari
RO roumains / Romanian
RS serbes / Serbian
RU russes / Russian
RW rwandais / Rwandan
SA saoudiens / Saudi
SE suédois / Swedish
SG singapouriens / Singaporean
SI slovènes / Slovenian
SK slovaques / Slovak
SL sierra-léonais / Sierra Leonean
SN sénégalais / Senegalese
SO somaliens / Somali
SR surinamais / Surinamese
SV salvadoriens / Salvadoran
SY syriens / Syrian
TD tchadiens / Chadian
TG togolais / Togolese
TH thaïlandais / Thai
TJ tadjiks / Tajik
TM turkmènes / Turkmen
TN tunisiens / Tunisian
TR turcs / Turkish
TT trinidadiens / Trinidadian
TW taïwanais / Taiwanese
TZ tanzaniens / Tanzanian
UA ukrainiens / Ukrainian
UG ougandais / Ugandan
US américains / American
UY uruguayens / Uruguayan
UZ ouzbeks / Uzbek
VE vénézuéliens / Venezuelan
VN vietnamiens / Vietnamese
XK kosovars / Kosovar
YE yéménites / Yemeni
ZA sud-africains / South African
ZM zambiens / Zambian
ZW zimbabwéens / Zimbabwean
AHHH austro-hongrois / Austro-Hungarian
CSHH tchécoslovaques / Czechoslovak
DDDE est-allemands / East German
DEBW ouest-allemands / West German
OTTR ottomans / Ottoman
RHZW rhodésiens / Rhodesian
SUHH soviétiques / Soviet
VDVN nord-vietnamiens / North Vietnamese
VNSV sud-vietnamiens / South Vietnamese
YDYE sud-yéménites / South Yemeni
YUCS yougoslaves / Yugoslav
ZRCD zaïrois / Zairean
"""


def adjective(code, language):
    """Return what films of a country are called, in "fr" (masculine plural) or "en"; None where it is not certain."""
    return _adjectives().get(code, {}).get(language)


@cache
def _adjectives():
    rows = (line.partition(" ") for line in ADJECTIVES.strip().splitlines())
    return {code: dict(zip(("fr", "en"), forms.split(" / "), strict=True)) for code, _space, forms in rows}
