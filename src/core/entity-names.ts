/**
 * What countries are called: names and short forms, adjectives and peoples, then capital and seats of
 * government, which stand for the government ("Ankara refused"). The first word is the key; `_` is a blank.
 */
export const countryNames = `
afghanistan, afghan afghans, kabul
albania, albanian albanians, tirana
algeria, algerian algerians, algiers
andorra, andorran andorrans
angola, angolan angolans, luanda
argentina, argentine argentines argentinian argentinians, buenos_aires casa_rosada
armenia, armenian armenians, yerevan
australia, australian australians, canberra
austria, austrian austrians, vienna
azerbaijan, azerbaijani azerbaijanis azeri azeris, baku
bahamas, bahamian bahamians, nassau
bahrain, bahraini bahrainis, manama
bangladesh, bangladeshi bangladeshis, dhaka
barbados, barbadian barbadians, bridgetown
belarus byelorussia, belarusian belarusians, minsk
belgium, belgian belgians
belize, belizean belizeans, belmopan
benin, beninese, porto-novo
bhutan, bhutanese, thimphu
bolivia, bolivian bolivians, la_paz
bosnia bosnia_and_herzegovina, bosnian bosnians, sarajevo
botswana, batswana, gaborone
brazil, brazilian brazilians, brasilia brasília planalto
brunei, bruneian bruneians
bulgaria, bulgarian bulgarians, sofia
burkina_faso, burkinabe burkinabé, ouagadougou
burundi, burundian burundians, gitega
cambodia, cambodian cambodians khmer, phnom_penh
cameroon, cameroonian cameroonians, yaoundé yaounde
canada, canadian canadians, ottawa
cape_verde cabo_verde, cape_verdean, praia
central_african_republic, , bangui
chad, chadian chadians, n'djamena
chile, chilean chileans, la_moneda
china people's_republic_of_china prc, chinese, beijing zhongnanhai
colombia, colombian colombians, bogota bogotá
comoros, comorian comorians
congo drc democratic_republic_of_the_congo, congolese, kinshasa
congo-brazzaville, , brazzaville
costa_rica, costa_rican costa_ricans
croatia, croatian croatians croat croats, zagreb
cuba, cuban cubans, havana
cyprus, cypriot cypriots, nicosia
czechia czech_republic, czech czechs, prague
denmark, danish dane danes, copenhagen
djibouti, djiboutian djiboutians
dominican_republic, dominican dominicans, santo_domingo
east_timor timor-leste, timorese, dili
ecuador, ecuadorian ecuadorians, quito
egypt, egyptian egyptians, cairo
el_salvador, salvadoran salvadorans
equatorial_guinea, , malabo
eritrea, eritrean eritreans, asmara
estonia, estonian estonians, tallinn
eswatini swaziland, swazi swazis, mbabane
ethiopia, ethiopian ethiopians, addis_ababa
fiji, fijian fijians, suva
finland, finnish finn finns, helsinki
france, french frenchman frenchmen, paris élysée elysee elysée quai_d'orsay
gabon, gabonese, libreville
gambia, gambian gambians, banjul
georgia, georgian georgians, tbilisi
germany federal_republic, german germans, berlin bundestag
ghana, ghanaian ghanaians, accra
greece, greek greeks, athens
grenada, grenadian grenadians
guatemala, guatemalan guatemalans
guinea, guinean guineans, conakry
guinea-bissau, , bissau
guyana, guyanese, georgetown
haiti, haitian haitians, port-au-prince
honduras, honduran hondurans, tegucigalpa
hungary, hungarian hungarians, budapest
iceland, icelandic icelander icelanders, reykjavik reykjavík
india, indian indians, new_delhi delhi
indonesia, indonesian indonesians, jakarta
iran islamic_republic persia, iranian iranians, tehran teheran
iraq, iraqi iraqis, baghdad
ireland, irish irishman irishmen, dublin dáil
israel, israeli israelis, jerusalem knesset
italy, italian italians, rome quirinale
ivory_coast côte_d'ivoire, ivorian ivorians, yamoussoukro abidjan
jamaica, jamaican jamaicans
japan, japanese, tokyo
jordan, jordanian jordanians, amman
kazakhstan, kazakh kazakhs, astana
kenya, kenyan kenyans, nairobi
kosovo, kosovar kosovars, pristina
kuwait, kuwaiti kuwaitis
kyrgyzstan, kyrgyz, bishkek
laos, laotian laotians lao, vientiane
latvia, latvian latvians, riga
lebanon, lebanese, beirut
lesotho, basotho, maseru
liberia, liberian liberians, monrovia
libya, libyan libyans, tripoli
liechtenstein, liechtensteiner, vaduz
lithuania, lithuanian lithuanians, vilnius
luxembourg, luxembourgish luxembourger luxembourgers
madagascar, malagasy, antananarivo
malawi, malawian malawians, lilongwe
malaysia, malaysian malaysians, kuala_lumpur putrajaya
maldives, maldivian maldivians, malé
mali, malian malians, bamako
malta, maltese, valletta
mauritania, mauritanian mauritanians, nouakchott
mauritius, mauritian mauritians
mexico, mexican mexicans, mexico_city
micronesia, micronesian micronesians
moldova, moldovan moldovans, chișinău chisinau
monaco, monegasque
mongolia, mongolian mongolians, ulaanbaatar ulan_bator
montenegro, montenegrin montenegrins, podgorica
morocco, moroccan moroccans, rabat
mozambique, mozambican mozambicans, maputo
myanmar burma, burmese, naypyidaw
namibia, namibian namibians, windhoek
nepal, nepali nepalis nepalese, kathmandu
netherlands holland, dutch dutchman dutchmen, the_hague
new_zealand, new_zealander new_zealanders kiwi kiwis, beehive
nicaragua, nicaraguan nicaraguans, managua
niger, nigerien nigeriens, niamey
nigeria, nigerian nigerians, abuja
north_korea dprk, north_korean north_koreans, pyongyang
north_macedonia macedonia, macedonian macedonians, skopje
norway, norwegian norwegians, oslo storting
oman, omani omanis, muscat
pakistan, pakistani pakistanis, islamabad
palau, palauan palauans
palestine, palestinian palestinians, ramallah
panama, panamanian panamanians
papua_new_guinea, papuan papuans, port_moresby
paraguay, paraguayan paraguayans, asunción asuncion
peru, peruvian peruvians, lima
philippines, philippine filipino filipinos, manila malacañang
poland, polish pole poles, warsaw sejm
portugal, portuguese, lisbon
qatar, qatari qataris, doha
romania, romanian romanians, bucharest
russia russian_federation, russian russians, moscow kremlin duma
rwanda, rwandan rwandans, kigali
saudi_arabia, saudi saudis, riyadh
senegal, senegalese, dakar
serbia, serbian serbians serb serbs, belgrade
seychelles, seychellois
sierra_leone, sierra_leonean, freetown
singapore, singaporean singaporeans
slovakia, slovak slovaks, bratislava
slovenia, slovenian slovenians slovene slovenes, ljubljana
somalia, somali somalis, mogadishu
south_africa, south_african south_africans, pretoria
south_korea republic_of_korea, south_korean south_koreans, seoul blue_house
south_sudan, south_sudanese, juba
spain, spanish spaniard spaniards, madrid moncloa
sri_lanka, sri_lankan sri_lankans, colombo
sudan, sudanese, khartoum
suriname, surinamese, paramaribo
sweden, swedish swede swedes, stockholm riksdag
switzerland, swiss, bern
syria, syrian syrians, damascus
taiwan, taiwanese, taipei
tajikistan, tajik tajiks, dushanbe
tanzania, tanzanian tanzanians, dodoma
thailand, thai thais, bangkok
togo, togolese, lomé
tonga, tongan tongans
trinidad trinidad_and_tobago, trinidadian trinidadians
tunisia, tunisian tunisians, tunis
turkey türkiye turkiye, turkish turk turks, ankara
turkmenistan, turkmen turkmens, ashgabat
uganda, ugandan ugandans, kampala
ukraine, ukrainian ukrainians, kyiv kiev verkhovna_rada
united_arab_emirates uae emirates, emirati emiratis, abu_dhabi
united_kingdom uk u.k. britain great_britain, british briton britons, london westminster whitehall downing_street
united_states united_states_of_america us u.s. usa america, american americans, washington white_house
uruguay, uruguayan uruguayans, montevideo
uzbekistan, uzbek uzbeks, tashkent
vanuatu, , port_vila
vatican holy_see, vatican
venezuela, venezuelan venezuelans, caracas miraflores
vietnam, vietnamese, hanoi
yemen, yemeni yemenis, sanaa sana'a
zambia, zambian zambians, lusaka
zimbabwe, zimbabwean zimbabweans, harare
scotland, scottish scot scots, edinburgh holyrood
wales, welsh, cardiff senedd
northern_ireland, northern_irish, stormont
europe, european europeans
`

/** The same of a few bodies. */
export const bodyNames = `
european_union eu e.u., , brussels
united_nations un u.n.
nato north_atlantic_treaty_organization north_atlantic_treaty_organisation atlantic_alliance
european_central_bank ecb
bank_of_england boe threadneedle_street
federal_reserve fed fomc
bank_of_japan boj
international_monetary_fund imf
world_bank
world_health_organization world_health_organisation who
world_trade_organization world_trade_organisation wto
supreme_court scotus
opec, , opec+
african_union au
g7 group_of_seven
g20 group_of_twenty
`
