"""Places that datelines name often, for the cases where capitals alone cannot tell "MOSCOW: ..." from "TRUMP: ..."."""

from __future__ import annotations

from functools import cache

from octavo.reading.parts.cleaning import fold

_PLACES = """
Abidjan, Abu Dhabi, Abuja, Acapulco, Accra, Adana, Addis Ababa, Adelaide, Aden, Afghanistan, Agra, Ahmedabad, Alabama, Alaska, Albany,
Alberta, Albuquerque, Aleppo, Alexandria, Algeria, Algiers, Almaty, Amman, Amritsar, Amsterdam, Anchorage, Ankara, Ann Arbor, Antalya,
Antananarivo, Antwerp, Apia, Argentina, Arizona, Arkansas, Ashgabat, Asmara, Astana, Asuncion, Athens, Atlanta, Auckland, Augusta, Austin,
Australia, Austria, Baghdad, Baku, Bali, Baltimore, Bamako, Bandar Seri Begawan, Bangalore, Bangkok, Bangladesh, Bangui, Banjul,
Barcelona, Bari, Basel, Basra, Bath, Baton Rouge, Beersheba, Beijing, Beirut, Belfast, Belgium, Belgrade, Belmopan, Bengaluru, Benghazi,
Berlin, Bern, Berne, Bethlehem, Bhopal, Bilbao, Birmingham, Bishkek, Bissau, Bogota, Boise, Bologna, Bonn, Bordeaux, Bosnia, Boston,
Brasilia, Bratislava, Brazil, Brazzaville, Bremen, Brisbane, Bristol, Britain, Brussels, Bruxelles, Brüssel, Bucharest, Budapest, Buenos
Aires, Buffalo, Bujumbura, Bulgaria, Busan, Cairo, Calais, Calcutta, Calgary, Cali, California, Cambodia, Canada, Canberra, Cannes, Cape
Canaveral, Cape Town, Caracas, Cardiff, Casablanca, Chandigarh, Charleston, Charlotte, Chengdu, Chennai, Cheyenne, Chicago, Chile, China,
Chisinau, Chongqing, Christchurch, Cincinnati, Cleveland, Cologne, Colombia, Colombo, Colorado, Columbia, Columbus, Conakry, Connecticut,
Copenhagen, Cork, Croatia, Cuba, Cyprus, Dakar, Dalian, Dallas, Damascus, Dar es Salaam, Darwin, Davos, Dayton, Delaware, Delhi, Denmark,
Denver, Des Moines, Detroit, Dhaka, Dili, Diyarbakir, Djibouti, Doha, Donetsk, Dortmund, Dresden, Dubai, Dublin, Durban, Dushanbe,
Düsseldorf, Ecuador, Edinburgh, Edmonton, Egypt, Eindhoven, El Paso, England, Entebbe, Erbil, Erie, Essen, Estonia, Ethiopia, Falluja,
Fiji, Finland, Florence, Florida, Fort Worth, France, Frankfurt, Freetown, Fresno, Fukuoka, Fukushima, Gaborone, Galveston, Gaza, Gaza
City, Gdansk, Geneva, Genf, Genoa, Genève, George Town, Georgetown, Georgia, Germany, Ghana, Glasgow, Goma, Gothenburg, Grand Rapids,
Graz, Greece, Guangzhou, Guatemala City, Gwangju, Hague, Haifa, Haiti, Halifax, Hamburg, Hamilton, Hangzhou, Hanoi, Hanover, Harare,
Harrisburg, Hartford, Havana, Hawaii, Hebron, Helsinki, Hiroshima, Ho Chi Minh City, Hobart, Homs, Honduras, Hong Kong, Honiara, Honolulu,
Houston, Hull, Hungary, Hyderabad, Iceland, Idaho, Idlib, Illinois, Incheon, India, Indiana, Indianapolis, Indonesia, Innsbruck, Iowa,
Ipoh, Iran, Iraq, Ireland, Irpin, Islamabad, Israel, Istanbul, Italy, Izmir, Jackson, Jacksonville, Jaipur, Jakarta, Japan, Jeddah, Jenin,
Jerusalem, Johannesburg, Johor Bahru, Johor Baru, Jordan, Juba, Juneau, Kabul, Kampala, Kandahar, Kansas, Kansas City, Karachi, Kathmandu,
Kazakhstan, Kazan, Kentucky, Kenya, Key West, Kharkiv, Khartoum, Kherson, Kiel, Kiev, Kiew, Kigali, Kingston, Kinshasa, Kirkuk, Klang,
Kolkata, Kosovo, Kota Baru, Kota Bharu, Kota Kinabalu, Krakow, Kramatorsk, Kuala Lumpur, Kuala Terengganu, Kuantan, Kuching, Kunming,
Kuwait, Kuwait City, Kyiv, Kyoto, Köln, La Paz, Lagos, Lahore, Lansing, Laos, Las Vegas, Latvia, Lausanne, Lebanon, Leeds, Leicester,
Leipzig, Lexington, Lhasa, Libreville, Libya, Lille, Lilongwe, Lima, Limassol, Lincoln, Linz, Lisbon, Lissabon, Lithuania, Little Rock,
Liverpool, Ljubljana, Lome, London, Londres, Los Angeles, Louisiana, Louisville, Luanda, Lucknow, Lusaka, Luxembourg, Luxor, Lviv, Lyon,
Macau, Madison, Madrid, Mailand, Maine, Malacca, Malaga, Malaysia, Male, Mali, Managua, Manama, Manchester, Mandalay, Manila, Manitoba,
Maputo, Mariupol, Marrakech, Marseille, Maryland, Maseru, Massachusetts, Mecca, Medellin, Medina, Melaka, Melbourne, Memphis, Mexico,
Mexico City, Miami, Michigan, Milan, Milano, Milwaukee, Minneapolis, Minnesota, Minsk, Mississippi, Missouri, Mobile, Mogadishu, Mombasa,
Monaco, Monrovia, Montana, Montevideo, Montgomery, Montpelier, Montreal, Morocco, Moscou, Moscow, Moscú, Moskau, Mosul, Mozambique,
Mumbai, Munich, Muscat, Myanmar, München, Nablus, Nagasaki, Nagoya, Nairobi, Nanjing, Nantes, Naples, Nashville, Nassau, Naypyitaw,
Nebraska, Nepal, Netherlands, Nevada, New Delhi, New Hampshire, New Haven, New Jersey, New Mexico, New Orleans, New York, New Zealand,
Newark, Niamey, Nice, Nicosia, Nigeria, Norfolk, North Carolina, North Dakota, Norway, Nottingham, Nouakchott, Novosibirsk, Nueva York,
Nur-Sultan, Nuremberg, Nuuk, Oakland, Odesa, Odessa, Ohio, Oklahoma, Oklahoma City, Olympia, Omaha, Oman, Ontario, Oregon, Orlando, Osaka,
Oslo, Ottawa, Ouagadougou, Oxford, Pakistan, Palermo, Palo Alto, Panama City, Paraguay, Paramaribo, Paris, Patna, Pennsylvania, Pensacola,
Perth, Peru, Peshawar, Petaling Jaya, Philadelphia, Philippines, Phnom Penh, Phoenix, Pittsburgh, Podgorica, Poland, Port Dickson, Port
Louis, Port Moresby, Port of Spain, Port-au-Prince, Portland, Porto, Porto Alegre, Porto-Novo, Portugal, Potsdam, Prag, Prague, Praia,
Pretoria, Pristina, Providence, Pune, Putrajaya, Pyongyang, Qatar, Quebec, Quebec City, Queensland, Quetta, Quito, Rabat, Rafah, Raleigh,
Ramallah, Rangoon, Rawalpindi, Recife, Regina, Reno, Reykjavik, Rhode Island, Richmond, Riga, Rio de Janeiro, Riyadh, Rom, Roma, Romania,
Rome, Rostov-on-Don, Rotterdam, Russia, Rwanda, Sacramento, Saint-Denis, Salem, Salt Lake City, Salzburg, San Antonio, San Diego, San
Francisco, San Jose, San Juan, San Salvador, Sanaa, Santa Fe, Santiago, Santo Domingo, Sao Paulo, Sapporo, Sarajevo, Saudi Arabia,
Savannah, Scotland, Seattle, Seberang Jaya, Sendai, Senegal, Seoul, Serbia, Seremban, Sevastopol, Seville, Shah Alam, Shanghai, Sharm
el-Sheikh, Sheffield, Shenzhen, Silicon Valley, Simferopol, Singapore, Sirte, Skopje, Slovakia, Slovenia, Sofia, Somalia, South Africa,
South Carolina, South Dakota, South Korea, Southampton, Spain, Spokane, Springfield, Sri Lanka, Srinagar, St Petersburg, St. John's, St.
Louis, St. Paul, St. Petersburg, Stockholm, Strasbourg, Stuttgart, Subang Jaya, Sucre, Sudan, Surabaya, Suva, Suzhou, Sweden, Switzerland,
Sydney, Syria, São Paulo, Taipei, Taiwan, Taiz, Tallahassee, Tallinn, Tampa, Tanzania, Tashkent, Tasmania, Tbilisi, Tegucigalpa, Tehran,
Tel Aviv, Tennessee, Texas, Thailand, The Hague, The Vatican, Thessaloniki, Thimphu, Tianjin, Tijuana, Tirana, Tokyo, Toledo, Topeka,
Toronto, Toulouse, Trenton, Tripoli, Tucson, Tulsa, Tunis, Tunisia, Turin, Turkey, Tuscaloosa, Uganda, Ukraine, Ulaanbaatar, Ulan Bator,
United Arab Emirates, United Nations, Uruguay, Utah, Utrecht, Uzbekistan, Vaduz, Valencia, Valletta, Vancouver, Varanasi, Vatican City,
Venezuela, Venice, Vermont, Vienna, Vientiane, Vietnam, Vilnius, Virginia, Vladivostok, Waco, Wales, Warsaw, Warschau, Washington,
Washington D.C., Wellington, West Virginia, Wien, Windhoek, Winnipeg, Wisconsin, Wolfsburg, Wuhan, Wyoming, Xiamen, Yamoussoukro, Yangon,
Yaounde, Yemen, Yerevan, York, Zagreb, Zambia, Zaporizhzhia, Zimbabwe, Zurich, Zürich
"""


@cache
def _known() -> frozenset[str]:
    return frozenset(fold(name) for name in _PLACES.replace("\n", " ").split(","))


def is_known(name: str) -> bool:
    """Whether `name`, in any case, is a place that datelines name often."""
    return fold(name) in _known()
