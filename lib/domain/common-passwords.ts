/**
 * What attackers try first. Whole passwords of twelve characters and more that head the published lists of leaked
 * ones, and shorter words that people lengthen with figures and signs until a form accepts them. All in lower case.
 * Runs along the alphabet, the digits or the keyboard, and repetitions, are found by rule: see `password-rules.ts`.
 */
export const COMMON_LONG_PASSWORDS: ReadonlySet<string> = new Set(
  `
  passwordpassword passwordisthis passwordistaken thisismypassword mypasswordis mypassword123 ihatepasswords
  ihatemypassword forgotpassword forgotmypassword nopasswordhere password-password password_password notapassword
  newpassword1 newpassword123 mynewpassword changepassword changeme1234 changemenow1 changemeplease pleasechange
  pleasechangeme temporarypassword temppassword temppassword1 defaultpassword initialpassword testpassword testpassword1
  secretpassword supersecretpassword supersecret1 supersecret123 topsecret123 verysecret123 adminpassword adminadmin123
  administrator administrator1 administrator123 rootpassword rootroot1234 letmein12345 letmeinplease letmeinletmein
  letmeinnow123 opensesame123 opensesame12 welcomewelcome welcome12345 welcome123456 welcomehome1 welcomeback1
  helloworld12 helloworld123 helloworld1234 hellohello12 hellokitty12 hellokitty123 hello1234567 goodmorning1
  goodmorning12 goodbyeworld iloveyou1234 iloveyou12345 iloveyou123456 iloveyoubaby iloveyousomuch iloveyoumore
  iloveyouforever iloveyou4ever iloveyou2much iloveyouiloveyou ilovemymother ilovemyfamily ilovemyself12 ilovemydog123
  ilovemylife1 ilovemusic12 ilovejesus12 ilovejesus123 ilovefootball iloveyoumom1 iloveyoumum1 jesuschrist1 jesuschrist12
  jesusislord1 jesuslovesme jesuslovesme1 godisgreat12 godisgood123 godblessyou1 inthenameofgod blessed12345
  princess1234 princess12345 superman1234 superman12345 batman123456 spiderman123 spiderman1234 ironman12345
  captainamerica pokemon12345 pikachu12345 starwars1234 starwars12345 maytheforcebewithyou startrek1234 harrypotter1
  harrypotter12 harrypotter123 lordoftherings gameofthrones winteriscoming valarmorghulis minecraft123 minecraft1234
  fortnite1234 playstation1 playstation2 playstation3 playstation4 playstation5 xbox36012345 nintendo1234 callofduty12
  callofduty123 leagueoflegends worldofwarcraft counterstrike assassinscreed grandtheftauto needforspeed1 roblox123456
  football1234 football12345 baseball1234 baseball12345 basketball12 basketball123 basketball1234 volleyball12
  cheerleader1 cheerleader12 skateboarding snowboarding manchesterunited manchester1 manchester12 manchester123
  liverpoolfc1 liverpool123 liverpool1234 youllneverwalkalone chelsea12345 chelseafc123 arsenal12345 arsenalfc123
  barcelona123 barcelona1234 realmadrid12 realmadrid123 juventus1234 bayernmunich dallascowboys pittsburghsteelers
  newyorkyankees redsox123456 michaeljordan michaeljackson justinbieber justinbieber1 taylorswift1 taylorswift13
  onedirection onedirection1 linkinpark12 linkinpark123 metallica123 metallica1234 slipknot1234 ledzeppelin1 pinkfloyd123
  beatles12345 elvispresley bobmarley123 avengedsevenfold sunshine1234 sunshine12345 butterfly123 butterfly1234
  strawberry12 strawberry123 blueberry123 watermelon12 watermelon123 chocolate123 chocolate1234 cheesecake12 cupcake12345
  icecream1234 cocacola1234 mountaindew1 vanillaicecream motherfucker motherfucker1 fuckyou12345 fuckyou123456
  fuckyoufuckyou fuckthisshit1 bullshit1234 asshole12345 whatthefuck1 whatthehell1 nothing12345 whatever1234
  whatever12345 idontknow123 idontknow1234 idontremember dontforgetme forgetmenot1 rememberme12 rememberme123 trustno1234
  trustnobody1 trustnoone12 trustnoone123 letitbe12345 carpediem123 hakunamatata hakunamatata1 abracadabra1 abracadabra12
  correcthorsebatterystaple correcthorsebattery correct-horse-battery-staple
  tobeornottobe thequickbrownfox thequickbrownfoxjumps onceuponatime oncewasenough lifeisgood12 lifeisbeautiful
  lifeisgreat1 livelaughlove livelovelaugh liveandletdie dreambig1234 nevergiveup1 nevergiveup12 neverforget1
  believeinyourself happybirthday happybirthday1 merrychristmas merrychristmas1 happynewyear happynewyear1 happyhappy12
  happiness123 bestfriends1 bestfriends12 friendsforever bestfriendsforever foreverandever foreveryoung babygirl1234
  babygirl12345 beautiful123 beautiful1234 beautifulgirl gorgeous1234 sweetheart12 sweetheart123 sweetpea1234
  brokenheart1 heartbreaker sexylady1234 sexybitch123 playboy12345 pornhub12345 snowflake123 thunderbird1 thunderstorm
  midnight1234 moonlight123 starlight123 sunflower123 sunflower1234 summertime12 summertime123 summerholiday winter123456
  springtime12 autumn123456 september123 september1234 november1234 december1234 computer1234 computer12345 internet1234
  internet12345 microsoft123 microsoft1234 windows12345 windowsxp123 samsung12345 motorola1234 blackberry12 google123456
  facebook1234 facebook12345 instagram123 youtube12345 snapchat1234 linkedin1234 netflix12345 amazon123456 paypal123456
  bitcoin12345 security1234 security12345 letmein-please master123456 masterkey123 mastermind12 dragon123456 dragonball12
  dragonballz1 dragonballz123 monkey123456 shadow123456 hunter123456 killer123456 ninja1234567 phoenix12345 mustang12345
  corvette1234 chevrolet123 ferrari12345 lamborghini1 lamborghini12 mercedes1234 mercedesbenz harleydavidson motorcycle12
  freedom12345 america12345 americanpie1 england12345 australia123 australia1234 canada123456 germany12345 newyorkcity
  newyorkcity1 losangeles12 california12 california123 california1234 philadelphia philadelphia1 washington12
  washington123 sanfrancisco sanfrancisco1 elizabeth123 elizabeth1234 alexander123 alexander1234 christopher1
  christopher12 christopher123 christian123 christian1234 jonathan1234 benjamin1234 nicholas1234 victoria1234
  stephanie123 jessica12345 michelle1234 michael12345 jennifer1234 matthew12345 anthony12345 charlie12345 thomas123456
  zaq12wsxcde3 zaq1xsw2cde3 1qazxsw23edc 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4t5y6 q1w2e3r4t5y6u7
  qazwsxedcrfv qazwsxedc123 qweasdzxc123 qwe123qwe123 qweasd123456 qwerty123456 qwerty1234567 qwerty12345678 123456qwerty
  qwertyqwerty asdfghjkl123 asdfasdfasdf asdf1234asdf zxcvbnm12345 abcd1234abcd abc123abc123 a1b2c3d4e5f6 aa123456aa12
  a123456789012 1a2b3c4d5e6f 123123123123 121212121212 112233445566 123321123321 147258369147 159753159753 741852963000
  789456123000 987654321000 3.1415926535 314159265358 27182818284590 0123456789ab deadbeefdeadbeef
  newsroom1234 newsroom12345 newspaper123 newspaper1234 journalist12 journalist123 reporter1234 editorial123
  breakingnews breakingnews1 deadline1234 headline1234 factchecker1 factchecking factcheck123 fakenews1234
  `
    .trim()
    .split(/\s+/),
);

export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  password passwort passord wachtwoord contrasena contraseña motdepasse parola haslo salasana senha pass passw passwd
  pwd mypass mypassword newpassword admin administrator root user username guest test tester testing demo default login
  signin secret topsecret supersecret private access letmein opensesame welcome hello helloworld changeme change
  iloveyou loveyou lovely love lover sunshine princess queen king prince angel angels baby babygirl babyboy honey
  sweetheart sweetie butterfly flower flowers rainbow unicorn cookie cookies chocolate strawberry banana orange cherry
  peanut cheese pepper ginger coffee monkey dragon tiger lion eagle falcon wolf panther dolphin kitty kitten puppy buddy
  football soccer baseball basketball hockey tennis golf golfer yankees cowboys steelers lakers liverpool chelsea arsenal
  barcelona realmadrid juventus superman batman spiderman ironman hulk starwars startrek matrix pokemon pikachu
  harrypotter hogwarts minecraft fortnite roblox nintendo playstation xbox mustang ferrari porsche mercedes corvette
  harley yamaha honda toyota computer laptop internet network server windows microsoft apple iphone android samsung
  google facebook instagram youtube twitter amazon netflix master boss hunter killer ninja warrior shadow ghost phantom
  phoenix thunder lightning storm summer winter spring autumn january february march april june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday freedom liberty america england
  london paris berlin madrid newyork california texas florida canada australia germany deutschland france espana italia
  polska russia jesus christ jesuschrist blessed faith heaven michael jennifer jessica ashley matthew joshua daniel
  andrew charlie jordan thomas robert george william nicole amanda hannah sophie victoria elizabeth alexander maggie
  bailey buster fuckyou fuckoff asshole bitch bullshit whatever nothing something trustno trustnoone security
  abracadabra whatsup peace music guitar metallica nirvana slipknot qwerty qwertz azerty asdf zxcv qazwsx
  newsroom newsdesk newspaper magazine journalist reporter editor checker factcheck deadline headline press
  `
    .trim()
    .split(/\s+/),
);
