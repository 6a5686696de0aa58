/** Names that stand for a government or a body when they speak: countries, capitals, seats of power, continents. */
export const places: ReadonlySet<string> = new Set(
  `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium
bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon canada chad chile china colombia congo croatia
cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia finland france georgia germany ghana greece guatemala
haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg malaysia mali malta mexico moldova
mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan
palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore
slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey türkiye
turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
africa america asia europe west east north south
abuja amman ankara athens baghdad baku bangkok beijing beirut belgrade berlin bern bogotá brasília bratislava brussels
bucharest budapest cairo canberra caracas chisinau copenhagen damascus delhi dhaka doha dublin hanoi harare havana
helsinki islamabad jakarta jerusalem kabul kampala kathmandu khartoum kiev kinshasa kyiv lima lisbon ljubljana london
madrid manila minsk moscow nairobi oslo ottawa paris prague pretoria pyongyang quito rabat reykjavik riga riyadh rome
santiago sarajevo seoul skopje sofia stockholm tallinn tashkent tbilisi tehran tirana tokyo tripoli tunis ulaanbaatar
vienna vilnius warsaw washington wellington yerevan zagreb
kremlin pentagon eu un us uk u.s. u.k. u.n. e.u. usa nato imf opec ecb fed who wto brics cnn bbc
europeans americans russians ukrainians chinese germans french british israelis palestinians iranians indians
republicans democrats conservatives tories labour`
    .split(/\s+/)
    .filter(Boolean),
)
