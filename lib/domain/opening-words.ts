/**
 * Words that begin sentences and are no names, in lower case: function words, and what news is most often about. A
 * word of this list is never taken for a name by its capital at the start of a sentence.
 */
export const OPENING_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those there here then now no not nor neither either both all any some such each every',
    'i we you he she it they me us him her them my our your his its their one who whom whose which what when where',
    'why how if as at by for from in into of off on onto out over under up down with within without after before',
    'about above across against along amid among around behind below beneath beside besides between beyond during',
    'except inside near outside past per since through throughout till to toward towards until upon via versus and',
    'but or so yet because although though while whereas whether unless once than that be is am are was were been do',
    'does did done has have had having can could may might must shall should will would let get got go goes going',
    'also again ago almost already always another away back best better even ever far few fewer first former further',
    'half hardly however indeed instead just last late later latter least less like likely little long many maybe',
    'meanwhile more moreover most much nearly never nevertheless new next nobody none nothing nowhere often old only',
    'other others otherwise perhaps quite rather recent recently same second several similarly sometimes somewhere',
    'soon still third thus today together tomorrow tonight too twice usually very well whatever whenever wherever',
    'whoever yes yesterday early earlier everybody everyone everything everywhere somebody someone something somehow',
    'according asked added given despite due thanks including following based compared contrary unlike regarding',
    'zero two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions twenty thirty',
    'air airport analysts army artillery attack attacks authorities banks border borders boys bridge bridges building',
    'buildings campaigners cases casualties central chief child children cities city civilians coal colleagues',
    'commander commanders companies company conference council councillors country countries court courts crews crime',
    'critics crowds data date debris defence defense deputy detail details diplomats doctors documents drone drones',
    'eastern economists editors election elections emergency employees energy engineers evidence executives experts',
    'explosions families farmers father federal figures fire firefighters firms food footage forces foreign former',
    'friends full fuel fighting girl girls government great ground group groups gunfire health high homes hospital',
    'hospitals house houses human images industry inflation inside intelligence interest international investigators',
    'investors islands jobs judge judges key lawmakers lawyers leader leaders left letters life local low lower major',
    'man managers markets may mayor media medics men military minister ministers missiles money mother municipal',
    'national nations negotiators neighbours neighbors news newspapers north northern nurses observers office officers',
    'official officials oil opponents opposition page parents parliament part parties passengers patients people photo',
    'photos picture pilots plans police politicians power pressure price prices prime prison prosecutors protesters',
    'pupils questions rain readers rebels records refugees relatives report reporters reports rescue rescuers residents',
    'restaurants results right rising road roads rockets sales schools scientists security senior shares shelling ships',
    'shops short sirens smoke social soldiers source sources south southern spokesman spokeswoman staff state states',
    'students study suppliers support supporters survivors talks tax taxes teachers tensions tests time times top',
    'traffic trains travel trees troops unemployment union unions unity university uncertainty victims video videos',
    'villagers volunteers voters war wages warnings water western white wind witnesses woman women workers world',
    'years young',
    'а без более больше был была были было быть в вам вас весь во вот все всё всего вы где да даже для до его ее её если',
    'есть еще ещё же за здесь и из или им их к как когда который кто ли между меня мне много мы на над не него нет ни но',
    'ну о об один около он она они оно от перед по под после потом потому при про с сегодня сейчас со так также там те тем',
    'то того тоже только том ты у уже хотя чего чем что чтобы это этого этот эта эти я вчера завтра по-прежнему утром',
    'але або був була були було в він вона вони від для до з за зі із й і їх його її коли на над не про та так там те ти що',
    'щоб у це цей ця ці як який яка які після перед під при біля сьогодні вчора зранку також також уже ще',
  ].flatMap((line) => line.split(' ')),
);

/** Endings of English words that are seldom names: adverbs, participles, abstract nouns. */
export const COMMON_ENDING =
  /(?:ly|ing|ness|ment|ments|tion|tions|sion|ity|ities|ism|ance|ence|ful|ous|ship|ers|ors|ists|ians)$/u;

/** What people do with words: before it a sentence's first word is a person, a place or an office. */
export const SAYS: ReadonlySet<string> = new Set(
  'said says told tells denied denies claimed claims added adds wrote writes called calls insisted insists warned warns accused accuses promised promises announced announces argued argues asked asks replied replies tweeted posted confirmed confirms refused refuses declined declines described describes noted notes stated states suggested suggests testified acknowledged admitted visited met signed ordered invaded attacked launched blamed vowed resigned died married'.split(
    ' ',
  ),
);
