"""Places that datelines name often, for the cases where capitals alone cannot tell "MOSCOW: ..." from "TRUMP: ..."."""

from __future__ import annotations

from functools import cache

from octavo.reading.cleaning import fold

_PLACES = """
Abidjan, Abu Dhabi, Abuja, Acapulco, Accra, Adana, Addis Ababa, Adelaide, Aden, Afghanistan, Agra, Ahmedabad, Albany, Albuquerque, Aleppo,
Alexandria, Algeria, Algiers, Almaty, Amman, Amritsar, Amsterdam, Anchorage, Ankara, Ann Arbor, Antalya, Antananarivo, Antwerp, Apia,
Ashgabat, Asmara, Astana, Asuncion, Athens, Atlanta, Auckland, Augusta, Austin, Baghdad, Baku, Bali, Baltimore, Bamako, Bandar Seri
Begawan, Bangalore, Bangkok, Bangladesh, Bangui, Banjul, Barcelona, Bari, Basel, Basra, Bath, Baton Rouge, Beersheba, Beijing, Beirut,
Belfast, Belgrade, Belmopan, Bengaluru, Benghazi, Berlin, Bern, Berne, Bethlehem, Bhopal, Bilbao, Birmingham, Bishkek, Bissau, Bogota,
Boise, Bologna, Bonn, Bordeaux, Bosnia, Boston, Brasilia, Bratislava, Brazil, Brazzaville, Bremen, Brisbane, Bristol, Britain, Brussels,
Bruxelles, Brüssel, Bucharest, Budapest, Buenos Aires, Buffalo, Bujumbura, Busan, Cairo, Calais, Calcutta, Calgary, Cali, Cambodia,
Canberra, Cannes, Cape Canaveral, Cape Town, Caracas, Cardiff, Casablanca, Chandigarh, Charleston, Charlotte, Chengdu, Chennai, Cheyenne,
Chicago, China, Chisinau, Chongqing, Christchurch, Cincinnati, Cleveland, Cologne, Colombo, Columbia, Columbus, Conakry, Copenhagen, Cork,
Cuba, Cyprus, Dakar, Dalian, Dallas, Damascus, Dar es Salaam, Darwin, Davos, Dayton, Delhi, Denver, Des Moines, Detroit, Dhaka, Dili,
Diyarbakir, Djibouti, Doha, Donetsk, Dortmund, Dresden, Dubai, Dublin, Durban, Dushanbe, Düsseldorf, Edinburgh, Edmonton, Egypt,
Eindhoven, El Paso, Entebbe, Erbil, Erie, Essen, Falluja, Fiji, Florence, Fort Worth, France, Frankfurt, Freetown, Fresno, Fukuoka,
Fukushima, Gaborone, Galveston, Gaza, Gaza City, Gdansk, Geneva, Genf, Genoa, Genève, George Town, Georgetown, Germany, Glasgow, Goma,
Gothenburg, Grand Rapids, Graz, Greece, Guangzhou, Guatemala City, Gwangju, Hague, Haifa, Haiti, Halifax, Hamburg, Hamilton, Hangzhou,
Hanoi, Hanover, Harare, Harrisburg, Hartford, Havana, Hebron, Helsinki, Hiroshima, Ho Chi Minh City, Hobart, Homs, Honduras, Hong Kong,
Honiara, Honolulu, Houston, Hull, Hyderabad, Iceland, Idlib, Incheon, India, Indianapolis, Indonesia, Innsbruck, Ipoh, Iran, Iraq,
Ireland, Irpin, Islamabad, Israel, Istanbul, Italy, Izmir, Jackson, Jacksonville, Jaipur, Jakarta, Japan, Jeddah, Jenin, Jerusalem,
Johannesburg, Johor Bahru, Johor Baru, Juba, Juneau, Kabul, Kampala, Kandahar, Kansas City, Karachi, Kathmandu, Kazan, Kenya, Key West,
Kharkiv, Khartoum, Kherson, Kiel, Kiev, Kiew, Kigali, Kingston, Kinshasa, Kirkuk, Klang, Kolkata, Kosovo, Kota Baru, Kota Bharu, Kota
Kinabalu, Krakow, Kramatorsk, Kuala Lumpur, Kuala Terengganu, Kuantan, Kuching, Kunming, Kuwait, Kuwait City, Kyiv, Kyoto, Köln, La Paz,
Lagos, Lahore, Lansing, Laos, Las Vegas, Lausanne, Lebanon, Leeds, Leicester, Leipzig, Lexington, Lhasa, Libreville, Libya, Lille,
Lilongwe, Lima, Limassol, Lincoln, Linz, Lisbon, Lissabon, Little Rock, Liverpool, Ljubljana, Lome, London, Londres, Los Angeles,
Louisville, Luanda, Lucknow, Lusaka, Luxembourg, Luxor, Lviv, Lyon, Macau, Madison, Madrid, Mailand, Malacca, Malaga, Malaysia, Male,
Mali, Managua, Manama, Manchester, Mandalay, Manila, Maputo, Mariupol, Marrakech, Marseille, Maseru, Mecca, Medellin, Medina, Melaka,
Melbourne, Memphis, Mexico, Mexico City, Miami, Milan, Milano, Milwaukee, Minneapolis, Minsk, Mobile, Mogadishu, Mombasa, Monaco,
Monrovia, Montevideo, Montgomery, Montpelier, Montreal, Moscou, Moscow, Moscú, Moskau, Mosul, Mumbai, Munich, Muscat, Myanmar, München,
Nablus, Nagasaki, Nagoya, Nairobi, Nanjing, Nantes, Naples, Nashville, Nassau, Naypyitaw, Nepal, New Delhi, New Haven, New Orleans, New
York, Newark, Niamey, Nice, Nicosia, Nigeria, Norfolk, Norway, Nottingham, Nouakchott, Novosibirsk, Nueva York, Nur-Sultan, Nuremberg,
Nuuk, Oakland, Odesa, Odessa, Oklahoma City, Olympia, Omaha, Oman, Orlando, Osaka, Oslo, Ottawa, Ouagadougou, Oxford, Pakistan, Palermo,
Palo Alto, Panama City, Paramaribo, Paris, Patna, Pensacola, Perth, Peru, Peshawar, Petaling Jaya, Philadelphia, Philippines, Phnom Penh,
Phoenix, Pittsburgh, Podgorica, Poland, Port Dickson, Port Louis, Port Moresby, Port of Spain, Port-au-Prince, Portland, Porto, Porto
Alegre, Porto-Novo, Potsdam, Prag, Prague, Praia, Pretoria, Pristina, Providence, Pune, Putrajaya, Pyongyang, Qatar, Quebec City, Quetta,
Quito, Rabat, Rafah, Raleigh, Ramallah, Rangoon, Rawalpindi, Recife, Regina, Reno, Reykjavik, Richmond, Riga, Rio de Janeiro, Riyadh, Rom,
Roma, Rome, Rostov-on-Don, Rotterdam, Russia, Rwanda, Sacramento, Saint-Denis, Salem, Salt Lake City, Salzburg, San Antonio, San Diego,
San Francisco, San Jose, San Juan, San Salvador, Sanaa, Santa Fe, Santiago, Santo Domingo, Sao Paulo, Sapporo, Sarajevo, Savannah,
Seattle, Seberang Jaya, Sendai, Seoul, Serbia, Seremban, Sevastopol, Seville, Shah Alam, Shanghai, Sharm el-Sheikh, Sheffield, Shenzhen,
Silicon Valley, Simferopol, Singapore, Sirte, Skopje, Sofia, Somalia, Southampton, Spain, Spokane, Springfield, Srinagar, St Petersburg,
St. John's, St. Louis, St. Paul, St. Petersburg, Stockholm, Strasbourg, Stuttgart, Subang Jaya, Sucre, Sudan, Surabaya, Suva, Suzhou,
Sweden, Sydney, Syria, São Paulo, Taipei, Taiwan, Taiz, Tallahassee, Tallinn, Tampa, Tashkent, Tbilisi, Tegucigalpa, Tehran, Tel Aviv,
Thailand, The Hague, The Vatican, Thessaloniki, Thimphu, Tianjin, Tijuana, Tirana, Tokyo, Toledo, Topeka, Toronto, Toulouse, Trenton,
Tripoli, Tucson, Tulsa, Tunis, Tunisia, Turin, Turkey, Tuscaloosa, Uganda, Ukraine, Ulaanbaatar, Ulan Bator, United Nations, Utrecht,
Vaduz, Valencia, Valletta, Vancouver, Varanasi, Vatican City, Venice, Vienna, Vientiane, Vietnam, Vilnius, Vladivostok, Waco, Warsaw,
Warschau, Washington, Washington D.C., Wellington, Wien, Windhoek, Winnipeg, Wolfsburg, Wuhan, Xiamen, Yamoussoukro, Yangon, Yaounde,
Yemen, Yerevan, York, Zagreb, Zaporizhzhia, Zimbabwe, Zurich, Zürich
"""


@cache
def _known() -> frozenset[str]:
    return frozenset(fold(name) for name in _PLACES.replace("\n", " ").split(","))


def is_known(name: str) -> bool:
    """Whether `name`, in any case, is a place that datelines name often."""
    return fold(name) in _known()
