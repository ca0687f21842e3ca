"""Real films as real catalogues write them, to be searched: title, year, director, country, other titles.

Facts of ACMI’s collection (CC0) and of the CNC’s list of approved films, with their ways: accents that are lost,
articles that stand behind, two titles in one, notes in brackets. A few are added in scripts that neither has.
"""

FILMS = """
8 1/2 = Eight and a half|1962|Federico Fellini|IT
Super 8 1/2: a cautionary bio-pic (E)|1994||CA
1,000 miles up the Nile|1994||US
20,000 leagues under the sea|1954|Richard Fleischer|US
Onoda, 10 000 nuits dans la jungle|2019|HARARI Arthur|FR
Naked Gun 33 1/3: The Final Insult|1994|Peter Segal|US
Sunrise = 日出|1986|Yu Benzheng|CN
The Loner = Gu du de mou sha zhe = 孤独的谋杀者|1986|Zhang Junzhao|CN
The Baise Uprising = Bei Se Qi Yi = 百色起义|1990|Chen Jialin|CN
Crescent moon = Yueyaer  = 月牙儿|1986|Huo Zhuang|CN
東京物語|1953|Yasujirō Ozu|JP|Voyage à Tokyo
Зеркало|1975|Андрей Тарковский|SUHH|Le Miroir
Ο Θίασος|1975|Θόδωρος Αγγελόπουλος|GR|Le Voyage des comédiens
باب الحديد|1958|يوسف شاهين|EG|Gare centrale
'M'|1931|Fritz Lang|DE|M le maudit
M|2018|ZAUBERMAN Yolande|FR
Z|2012|Alan Warburton|GB
X|2021|MAZUY Patricia|FR
It|1927|Clarence Badger|US
Up|1984||US
Go|1999||US
Je|1961|Louis Portugais|CA
81|1996||IE
$|1971|Richard Brooks|US
The The|1982|Tim Pope|GB
Love|1985|Garry Dunstan|AU
Love affair|1971|Roy Evans|GB
Universal love action|2002||AU
Two weeks in love|1990||AU
The Ring|2002|Gore Verbinski|US
The Ring Two|2005||US
The Third man|1949|Carol Reed|GB
Third men and others|1960||GB
The Godfather|1972|Francis Ford Coppola|US
The Godfather. Part II|1974||US
Godfathers and sons [DVD]|2003|Marc Levin|US
Star wars|1977|George Lucas|US
Star Wars Ep. I: The Phantom Menace|1999|George Lucas|US
Spider-Man|2002|Sam Raimi|US
Rocky|1976|John G. Avildsen|US
Rocky II|1979|Sylvester Stallone|US
Rocky 4|1985|Sylvester Stallone|US
Romeo and Juliet|1978|Alvin Rakoff|GB
Romeo+Juliet|1996|Baz Luhrmann|US
Thelma & Louise|1991|Ridley Scott|US
Rosemary's baby|1968|Roman Polanski|US
Universe|1960||CA
University: 900 years of inter-university co-operation in Europe|1967|Zbigniew Bochenek|PL
Universal zoologies|1999||AU
Betty Blue = 37.2 Le Matin|1986|Jean-Jacques Beineix|FR
Breathless|2003||AU
A Bout de Souffle = Breathless|1959|Jean-Luc Godard|FR
Cleo from 5 to 7 = Cleo de 5 a 7|1962|Agnes Varda|FR
Cléo Melvil et moi|2020|VIARD Arnaud|FR
Jacquot de Nantes [Widescreen]|1992|Agnes Varda|FR
Vagabond = Sans toit ni loi|1985|Agnes Varda|FR
The Gleaners and I = Les Glaneurs et la glaneuse [DVD]|2000|Agnes Varda|FR
The Mirror of man|1960||US
Solaris|1972|Andrei Tarkovski|SUHH
Nostalgia = Nostalghia|1983|Andrei Tarkovski|IT
The Sacrifice = Offret|1986|Andrei Tarkovski|SE
Ivan's childhood = Ivanovo Detstvo|1962|Andrei Tarkovski|SUHH
Ran|1985|Akira Kurosawa|JP
Seven samurai = Shichinin no samurai|1954|Akira Kurosawa|JP|Les Sept Samouraïs
Rashomon = In the woods|1950|Akira Kurosawa|JP
Metropolis|1926|Fritz Lang|DE
Fury|1936|Fritz Lang|US
Amour ouf (L')|2023|LELLOUCHE Gilles|FR
Comte de Monte-Cristo (Le)|2023|DELAPORTE Matthieu|FR
Homme qui rétrécit (L')|2024|KOUNEN Jan|FR
Tuche 5 (Les)|2024|ROUVE Jean-Paul|FR
Comme un œuf|2024|DELAMARRE Camille|FR
Au cœur des ténèbres|2023|NUNES Rogerio|BR
Sans cœur|2023|FERREIRA BEZERRA Bruno|BR
Frère et sœur|2021|DESPLECHIN Arnaud|FR
M*A*S*H* = Mash|1970|Robert Altman|US
E.T. the extra-terrestrial|1982|Steven Spielberg|US
I.t.|2015|MOORE John|IE
Lift to the scaffold = L'Ascenseur pour l'echafaud|1957|Louis Malle|FR
The 400 blows = Les Quatre cents coups [DVD]|1957|Francois Truffaut|FR
Twelve angry men = 12 angry men|1957|Sidney Lumet|US|Douze Hommes en colère
2001: a space odyssey|1968|Stanley Kubrick|GB
Nineteen Eighty-Four|1984|Michael Radford|GB
Apollo 13|1995|Ron Howard|US
Toy Story|1995|John Lasseter|US
Toy Story 2|1999|John Lasseter|US
Kill Bill Vol. 1 [DVD] (D)|2003|Quentin Tarantino|US
Kill Bill: Volume 2|2004|Quentin Tarantino|US
Playtime|1967|Jacques Tati|FR
Mon oncle Antoine|1971|Claude Jutra|CA
Mon oncle|1958|Jacques Tati|FR
Amelie [DVD]|2001|Jean-Pierre Jeunet|FR|Le Fabuleux Destin d’Amélie Poulain
Crouching tiger hidden dragon|2000|Ang Lee|CN
Chungking express|1994|Kar-Wai Wong|HK
Annie Hall|1977|Woody Allen|US
Henry V|1979|David Giles|GB
Malcolm X|1992|Spike Lee|US
Richard III|1983||GB
King Kong|1933||US
The Piano|1992|Jane Campion|NZ
City lights|1931||US
Lights of the city|1950||US
The Gold rush|1942|Charles Chaplin|US
Psycho|1960||US
North by northwest|1959|Alfred Hitchcock|US
Casablanca|1942|Michael Curtiz|US
Citizen Kane|1941|Orson Welles|US
The Battleship Potemkin [DVD]|1925|Sergei Eisenstein|SUHH
Man with a movie camera [Special edition]|1929|Dziga Vertov|SUHH
Alexander Nevsky|1938||SUHH
Nosferatu|1922|Frederick Murnau|DE
Nosferatu - phantom of the night = Nosferatu - phantom der nacht|1979||DE
Pickpocket|1959|Robert Bresson|FR
La Dolce Vita = The Sweet life|1961|Federico Fellini|IT
Umberto D|1952|Vittorio De Sica|IT
La Strada|1954|Federico Fellini|IT
Aujourd’hui peut-être|1991|Jean-Louis Bertuccelli|FR
Rendez-vous à Bray|1971|André Delvaux|BE
Łódź, ville ouverte|1998||PL
Straße der Nacht|1960||DE
Kjærlighetens kjøtere|1995|Hans Petter Moland|NO
Kış Uykusu|2014|Nuri Bilge Ceylan|TR|Winter Sleep
La vie est belle|1987|Ngangura Mweze|CD
La vie est belle|1997|Roberto Benigni|IT
Vingt mille lieues sous les mers|1907|Georges Méliès|FR
Quatre-vingt-dix-neuf francs|2007|Jan Kounen|FR
"""

TEXTS = {
    "Playtime": "Un quartier de verre et d’acier, un monsieur qui s’y perd, un soir d’ouverture au restaurant.",
    "Psycho": "A motel, a shower, an owner who talks to his mother. Nothing of it is about the universe.",
    "City lights": "Un vagabond aide une fleuriste aveugle; les lumières de la ville sont des machines à rêver.",
}
