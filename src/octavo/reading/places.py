"""Places that datelines name often, for the cases where capitals alone cannot tell "MOSCOW: ..." from "TRUMP: ..."."""

from __future__ import annotations

from functools import cache

from octavo.reading.cleaning import fold

_PLACES = """
Abidjan, Abu Dhabi, Abuja, Acapulco, Accra, Adana, Addis Ababa, Adelaide, Aden, Agra, Ahmedabad, Albany, Albuquerque, Aleppo, Alexandria,
Algeria, Algiers, Almaty, Amman, Amritsar, Amsterdam, Anchorage, Ankara, Ann Arbor, Antalya, Antananarivo, Antwerp, Apia, Ashgabat, Asmara, Astana,
Asuncion, Athens, Atlanta, Auckland, Augusta, Austin, Baghdad, Baku, Bali, Baltimore, Bamako, Bandar Seri Begawan, Bangalore, Bangkok,
Bangui, Banjul, Barcelona, Bari, Basel, Basra, Bath, Baton Rouge, Beersheba, Beijing, Beirut, Belfast, Belgrade, Belmopan, Bengaluru, Benghazi,
Berlin, Bern, Berne, Bethlehem, Bhopal, Bilbao, Birmingham, Bishkek, Bissau, Bogota, Boise, Bologna, Bonn, Bordeaux, Boston, Brasilia, Bratislava,
Brazzaville, Bremen, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires, Buffalo, Bujumbura, Busan, Cairo, Calais, Calcutta,
Calgary, Cali, Canberra, Cannes, Cape Canaveral, Cape Town, Caracas, Cardiff, Casablanca, Chandigarh, Charleston, Charlotte, Chengdu, Chennai,
Cheyenne, Chicago, Chisinau, Chongqing, Christchurch, Cincinnati, Cleveland, Cologne, Colombo, Columbia, Columbus, Conakry, Copenhagen,
Cork, Dakar, Dalian, Dallas, Damascus, Dar es Salaam, Darwin, Davos, Dayton, Delhi, Denver, Des Moines, Detroit, Dhaka, Dili, Diyarbakir, Djibouti,
Doha, Donetsk, Dortmund, Dresden, Dubai, Dublin, Durban, Dushanbe, Düsseldorf, Edinburgh, Edmonton, El Paso, Erbil, Eindhoven, Entebbe, Erie,
Essen, Falluja, Florence, Fort Worth, Frankfurt, Freetown, Fresno, Fukuoka, Fukushima, Gaborone, Galveston, Gaza, Gaza City, Gdansk,
Geneva, Genoa, George Town, Georgetown, Glasgow, Goma, Gothenburg, Grand Rapids, Graz, Guangzhou, Guatemala City, Gwangju, Hague, The Hague,
Haifa, Halifax, Hamburg, Hamilton, Hanoi, Hanover, Hangzhou, Harare, Harrisburg, Hartford, Havana, Hebron, Helsinki, Hiroshima, Hobart, Ho Chi Minh City,
Homs, Hong Kong, Honiara, Honolulu, Houston, Hull, Hyderabad, Idlib, Incheon, Indianapolis, Innsbruck, Ipoh, Irpin, Islamabad, Istanbul, Izmir, Jackson,
Jacksonville, Jaipur, Jakarta, Jeddah, Jenin, Jerusalem, Johannesburg, Johor Baru, Johor Bahru, Juba, Juneau, Kabul, Kampala, Kandahar, Kansas City,
Karachi, Kathmandu, Kazan, Key West, Kharkiv, Khartoum, Kherson, Kiel, Kiev, Kigali, Kingston, Kinshasa, Kirkuk, Klang, Kolkata, Kota Baru, Kota Bharu,
Kota Kinabalu, Krakow, Kramatorsk, Kuala Lumpur, Kuala Terengganu, Kuantan, Kuching, Kunming, Kuwait City, Kuwait, Kyiv, Kyoto, La Paz, Lagos, Lahore,
Lansing, Las Vegas, Lausanne, Leeds, Leipzig, Leicester, Lexington, Lhasa, Libreville, Lille, Lilongwe, Lima, Limassol, Lincoln, Linz, Lisbon,
Little Rock, Liverpool, Ljubljana, Lome, London, Los Angeles, Louisville, Luanda, Lucknow, Lusaka, Luxembourg, Luxor, Lviv, Lyon, Macau, Madison, Madrid,
Malacca, Malaga, Male, Managua, Manama, Manchester, Mandalay, Manila, Maputo, Mariupol, Marrakech, Marseille, Maseru, Mecca, Medellin, Medina, Melaka,
Melbourne, Memphis, Mexico City, Miami, Milan, Milwaukee, Minneapolis, Minsk, Mobile, Mogadishu, Mombasa, Monaco, Monrovia, Montevideo, Montgomery,
Montpelier, Montreal, Moscow, Mosul, Mumbai, Munich, Muscat, Nablus, Nagasaki, Nagoya, Nairobi, Nanjing, Nantes, Naples, Nashville, Nassau,
Naypyitaw, Newark, New Delhi, New Haven, New Orleans, New York, Niamey, Nice, Nicosia, Norfolk, Nottingham, Nouakchott, Novosibirsk, Nuremberg, Nuuk,
Nur-Sultan, Oakland, Odesa, Odessa, Oklahoma City, Olympia, Omaha, Orlando, Osaka, Oslo, Ottawa, Ouagadougou, Oxford, Palermo, Palo Alto, Panama City,
Paramaribo, Paris, Patna, Pensacola, Perth, Peshawar, Petaling Jaya, Philadelphia, Phnom Penh, Phoenix, Pittsburgh, Podgorica, Port Dickson,
Port-au-Prince, Port Louis, Port Moresby, Port of Spain, Portland, Porto, Porto Alegre, Porto-Novo, Potsdam, Prague, Praia, Pretoria, Pristina,
Providence, Pune, Putrajaya, Pyongyang, Quebec City, Quetta, Quito, Rabat, Rafah, Raleigh, Ramallah, Rangoon, Rawalpindi, Recife, Regina, Reno,
Reykjavik, Richmond, Riga, Rio de Janeiro, Riyadh, Rome, Rostov-on-Don, Rotterdam, Sacramento, Saint-Denis, Salem, Salt Lake City, Salzburg,
San Antonio, Sanaa, San Diego, San Francisco, San Jose, San Juan, San Salvador, Santa Fe, Santiago, Santo Domingo, Sao Paulo, São Paulo, Sapporo,
Sarajevo, Savannah, Seattle, Seberang Jaya, Sendai, Seoul, Seremban, Sevastopol, Seville, Shah Alam, Shanghai, Sharm el-Sheikh, Shenzhen, Sheffield,
Silicon Valley, Simferopol, Singapore, Sirte, Skopje, Sofia, Southampton, Spokane, Springfield, Srinagar, St Petersburg, St. Petersburg, St. John's,
St. Louis, St. Paul, Stockholm, Strasbourg, Stuttgart, Subang Jaya, Sucre, Surabaya, Suva, Suzhou, Sydney, Taipei, Taiz, Tallahassee, Tallinn, Tampa,
Tashkent, Tbilisi, Tegucigalpa, Tehran, Tel Aviv, The Vatican, Thessaloniki, Thimphu, Tianjin, Tijuana, Tirana, Tokyo, Toledo, Topeka, Toronto,
Toulouse, Trenton, Tripoli, Tucson, Tulsa, Tunis, Turin, Tuscaloosa, Ulaanbaatar, Ulan Bator, United Nations, Utrecht, Vaduz, Valencia, Valletta,
Vancouver, Varanasi, Vatican City, Venice, Vienna, Vientiane, Vilnius, Vladivostok, Waco, Warsaw, Washington, Washington D.C., Wellington, Windhoek,
Winnipeg, Wolfsburg, Wuhan, Xiamen, Yamoussoukro, Yangon, Yaounde, Yerevan, York, Zagreb, Zaporizhzhia, Zurich, Zürich, Köln, München, Wien, Genf,
Moskau, Kiew, Brüssel, Rom, Mailand, Lissabon, Warschau, Prag, Bruxelles, Londres, Genève, Moscou, Rome, Roma, Milano, Nueva York, Moscú, Madrid,
Afghanistan, Bangladesh, Bosnia, Brazil, Britain, Cambodia, China, Cuba, Cyprus, Egypt, Fiji, France, Germany, Greece, Haiti, Honduras, Iceland, India,
Indonesia, Iran, Iraq, Ireland, Israel, Italy, Japan, Kenya, Kosovo, Laos, Lebanon, Libya, Malaysia, Mali, Mexico, Myanmar, Nepal, Nigeria, Norway,
Oman, Pakistan, Peru, Philippines, Poland, Qatar, Russia, Rwanda, Serbia, Somalia, Spain, Sudan, Sweden, Syria, Taiwan, Thailand, Tunisia, Turkey, Uganda,
Ukraine, Vietnam, Yemen, Zimbabwe
"""


@cache
def _known() -> frozenset[str]:
    return frozenset(fold(name) for name in _PLACES.replace("\n", " ").split(","))


def is_known(name: str) -> bool:
    """Whether `name`, in any case, is a place that datelines name often."""
    return fold(name) in _known()
