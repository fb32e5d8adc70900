/**
 * Words that carry grammar and no meaning, per language: short lists on purpose, because a word on them cannot be
 * searched for in running text. Accents and case as written; they are compared after lower-casing.
 */
const lists: Record<string, string> = {
  en: `a about above after again against all am an and any are as at be because been before being below between
    both but by can could d did do does doing don down during each few for from further had has have having he her
    here hers herself him himself his how i if in into is it its itself just ll m many may me might more most much
    must my myself no nor not now of off on once only or other our ours out over own re s same shall she should so
    some such t than that the their theirs them themselves then there these they this those through to too under
    until per up upon us ve very was we were what when where which while who whom whose why will with would you your
    yours yourself didn doesn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn`,
  de: `aber als also am an auch auf aus bei bin bis bist da damit dann das dass daß dein deine dem den denn der des
    dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es
    etwas euch euer für gegen habe haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
    in ins ist ja jede jedem jeden jeder jedes kann kannst können könnte man mehr mein meine meinem meinen meiner
    mich mir mit muss müssen nach nicht noch nun nur ob oder ohne pro sehr sein seine seinem seinen seiner sich sie
    sind so soll sollte um und uns unser unsere unter viel viele vom von vor war waren warum was weil welche
    welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wo wurde wurden würde zu zum
    zur über`,
  es: `a al algo ante aquel aquella como con cual cuál cuales cuáles cuando cuándo cuanto cuánto cuántos cuántas de
    del desde donde dónde durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está
    estaba están estas este esto estos fue fueron ha había han hasta hay la las le les lo los más me mi mis muy
    nada ni no nos nosotros o os otra otro para pero poco por porque pues que qué quien quién quienes quiénes se
    sea ser si sí sin sobre son su sus también te tiene tienen tu tú tus un una unas uno unos usted y ya yo`,
  fr: `à ai au aucun aussi autre aux avec ce ceci cela celle celui ces cet cette ceux chez comme comment d dans de
    des du elle elles en entre es est et été être eu eux il ils j je l la le les leur leurs lors lui m ma mais me
    même mes moi mon n ne ni nos notre nous on ont ou où par pas peu pour pourquoi puis qu quand que quel quelle
    quelles quels qui quoi s sa sans se sera ses si son sont sous sur ta te tes toi ton très tu un une vos votre
    vous y a était étaient c avait combien`,
  it: `a ad agli ai al alla alle allo anche c che chi ci come con cosa cui d da dagli dai dal dalla dalle dallo degli
    dei del dell della delle dello di dove e è ed era erano essere fra fu furono gli ha hanno i il in io l la le
    lei li lo loro lui ma me mi mia mio ne negli nei nel nell nella nelle nello no noi non nostra nostro o per
    perché però più qual quale quali quando quanto quanti quante quella quelle quelli quello questa queste questi
    questo se sei si sia sono sta su sua sue sugli sui sul sull sulla sulle sullo suo suoi ti tra tu tua tuo un
    una uno vi voi`,
  pt: `a ao aos as às até com como da das de dela dele delas deles depois do dos e é ela elas ele eles em entre era
    eram essa esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não
    nas nem no nos nós o os ou onde para pela pelas pelo pelos por porque qual quais quando quanto quantos quantas
    que quem são se sem ser seu seus sua suas só também te tem têm tu um uma umas uns você vocês à`,
  nl: `aan al als alles bij dan dat de der deze die dit doch doen door dus een en er ge geen had heb hebben heeft
    hem het hier hij hoe hun ik in is ja je kan kunnen maar me meer men met mij mijn naar niet nog nu of om omdat
    onder ons ook op over te tegen toch toen tot u uit uw van veel voor waar waarom wanneer was wat welk welke
    werd wie wij wil worden wordt zal ze zich zij zijn zo zonder zou hoeveel`,
  sv: `alla allt att av bara blev bli då de dem den denna deras dess det detta dig din ditt du där efter eller en er
    ett från för ha hade han hans har henne hennes hon honom hur hos i icke inte jag ju kan man med mellan men mig
    min mitt mot mycket ni nu när någon något några och om oss på samma sig sin sitt ska skulle som så till under
    upp ut utan vad var vara vem vi vid vilka vilken vilket är över varför`,
  da: `af alle at blev blive da de dem den denne der deres det dette dig din dit du efter eller en end er et for fra
    ham han hans har havde hende hendes her hos hun hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor
    hvornår i ikke ind jeg jer kan man med meget men mig min mit mod ned noget nogle nu når og også om op os over
    på sig sin sit skal som så til ud under var ved vi vil være`,
  no: `alle at av bare ble bli da de dem den denne der deres det dette din du eller en er et etter for fra ha hadde
    han hans har henne hennes her hun hva hvem hvilke hvilken hvilket hvor hvordan hvorfor i ikke inn jeg kan man
    med meg mellom men mer min mot mye nå når og også om opp oss over på seg sin skal som så til under ut var ved
    vi vil være`,
  fi: `ei eivät en että hän he heidän ja jo joka jos jotka kanssa kuin kun me miksi mikä mitä milloin missä mistä
    mihin minä mukaan mutta myös ne niin nämä ole oli olivat olla on ovat se sen siitä sinä sitä tai tämä tämän
    te vai vain voi kuka kuinka miten`,
  ro: `a acea aceasta această aceea acel acela acele acest acesta aceste acestea acestui ai al ale am are as asta
    au avea avut ca că când care cărei cărui ce cea cel cele cât câte câți cine cu cum da dar de deci din după
    ea ei el ele era erau este eu fi fiind fost i îi il îl în în între la le li lor lui mai mi nici nu o pe pentru
    prin să sa se și şi sunt său spre te tu un una unde unei unor unui va vor`,
  tr: `ama ancak bazı ben bir biri bu bunu da daha de değil diye en gibi göre hangi hem hepsi her hiç için ile ise
    kadar ki kim kimin mı mi mu mü nasıl ne neden nedir nerede neresi nereye niçin niye o olan olarak oldu olduğu
    olur onlar onu onun sen siz şu ve veya ya yani kaç idi`,
  ru: `а без бы был была были было быть в вам вас ваш во вот все вы где да даже для до его ее её если есть еще ещё
    же за и из или им их к как какая какие какой каких какое какую ко когда который которая которые которого кто
    куда ли либо между меня мне мой мы на над не него нее ней нет ни них но ну о об однако он она они оно от
    отчего по под почему при про с сам себя со так также такой там те тем то того тоже той только том ты у уже
    чего чем что чтобы это этого этой этом этот эта эти я сколько`,
  uk: `а але без би був була були було бути в вам вас він вона вони воно все ви від де для до її її його й з за зі
    і із або їх як яка який яке які коли котрий хто куди чи між мене мені мій ми на над не немає ні но о об от по
    під при про с себе та так також такий там те тим то того тут ти у уже чого чому що щоб це цього ця цей ці я
    скільки`,
  pl: `a aby ale bez bo być był była było były by ci co czy czym dla do gdy gdzie go i ich ile im ja jak jaka jakie
    jaki jako je jego jej jest jeszcze jeśli już kiedy kim kto która które którego której który których lub ma
    mi mnie mogę może my na nad nie niej nim o od on ona one oni oraz po pod przed przez przy są się skąd ta tak
    także tam te tego tej ten to tu ty tych tylko tym u w we wy z za ze że dlaczego`,
  cs: `a aby ale ani až bez bude by byl byla byli bylo být co či do i já jak jaká jaké jaký jako je jeho jej její
    jejich jen ještě ji jsem jsou k kam kde kdo kdy když která které kterého který ke kolik ma mi mezi mít my na
    nad ne nebo nebyl není o od on ona oni ono pak po pod pokud podle pro proč proto před při s se si so ta tak
    také tam tato ten tento to tu ty u už v ve však za z ze že`,
  hu: `a az és egy hogy nem is ez ezt azt de ha csak már mint meg van volt voltak vagy el ki be le fel mi mit ki kit
    hol mikor hogyan miért melyik milyen mennyi hány én te ő mi ti ők akkor ami amely aki ahol után között szerint`,
  el: `α αι αλλά αλλα αν από απο αυτά αυτή αυτό αυτός αυτών για γιατί δε δεν εάν εκ εκεί ένα έναν ένας είναι ειναι
    είχε είχαν επί έχει έχουν η ή ήταν θα και κατά κάθε κι μα με μετά μέχρι μη μην μια μία μου να ο οι όμως όπως
    όταν ότι που πού ποια ποιά ποιες ποιο ποιό ποιοι ποιος ποιός ποιον πόσα πόσες πόσοι πόσο πότε προς πριν πως
    πώς σαν σας σε στα στη στην στις στο στον στους στης των τα τη την της τι τί τις το τον του τους ως`,
  ar: `في من إلى الى على عن أن ان إن لا ما هل هو هي هم هذا هذه ذلك تلك التي الذي الذين كان كانت كما كم كيف متى
    أين اين ماذا لماذا مع أو او ثم قد لم لن بين بعد قبل حتى عند عندما كل بعض أي اي و ب ل ف منذ خلال حول غير أكثر
    إذا اذا لقد له لها لهم به بها فيها فيه منها منه ليس تم يتم ولا وقد`,
  he: `של על את זה זו זאת הוא היא הם הן אני אתה את אנחנו אתם לא כן גם או כי אם אבל כל מה מי איך איפה מתי למה מדוע
    איזה איזו אילו כמה עם בין יש אין היה הייתה היו להיות אשר שם רק עוד כבר אל עד`,
  hi: `का के की को में से पर है हैं था थे थी हो ने और या एक यह ये वह वे इस इसे इसके इसकी उस उसे उसके उसकी उन उनके
    उनकी जो जिस जिसे जिसके कि भी तो ही लिए लिये साथ द्वारा तक कर करने करना करता करते करती किया किये गया गये गई
    क्या कौन कौनसा कौनसी किस किसे किसने किसके कहाँ कहां कब कैसे क्यों कितने कितना कितनी अपने अपनी अपना था होता
    होती होते रहा रहे रही नहीं न हुआ हुई हुए सा से`,
  vi: `là và của có cho các những một với trong được đã đang sẽ thì mà ở từ này đó khi nào gì ai đâu sao bao nhiêu
    như thế vì tại bởi để ra vào lên về ông bà họ nó tôi bạn chúng ta không cũng bị do trên dưới theo đến hay hoặc
    nhưng nếu rằng`,
  th: `ที่ ของ และ ใน เป็น มี ได้ ให้ จะ ว่า กับ จาก ไม่ การ ความ โดย นี้ นั้น แต่ หรือ ก็ อยู่ ไป มา คือ ใคร อะไร
    เมื่อไร เมื่อไหร่ ที่ไหน ทำไม อย่างไร เท่าไร เท่าไหร่ กี่ ใด ไหน ซึ่ง เพื่อ ถูก แล้ว ยัง ด้วย เมื่อ บ้าง`,
  zh: `的 了 是 在 和 与 與 及 或 也 都 就 而 被 把 对 對 从 從 到 为 為 以 于 於 之 其 这 這 那 有 个 個 们 們 吗 嗎 呢
    吧 啊 着 著 过 過 我 你 他 她 它 我们 他们 什么 什麼 哪 哪个 哪些 谁 誰 怎么 怎麼 如何 为什么 多少 几 幾 何时 哪里`,
  ja: `の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため その あっ
    よう また もの という あり まで られ なる へ か だ これ によって により おり より による ず なり られる において
    ば なかっ なく しかし について せ だっ その後 できる それ う ので なお のみ でき き つ における および いう さらに
    でも ら たり その他 に関する たち ます ん なら に対して です ました ですか 何 いつ どこ だれ 誰 なぜ どの どう どれ`,
  ko: `이 그 저 것 수 등 및 에 의 을 를 은 는 가 와 과 도 로 으로 에서 하다 있다 무엇 어디 언제 누가 누구 왜 어떻게
    어떤 몇 얼마`,
  id: `yang dan di ke dari untuk pada dengan adalah ini itu atau juga tidak akan dalam oleh sebagai karena ada saya
    anda kami kita mereka dia apa siapa kapan mana bagaimana mengapa berapa telah sudah bisa dapat para`,
};

/** Stop words of a language (`en`, `pt-BR`, ...), lower-case; empty where we have none. */
export function stopWords(language: string): ReadonlySet<string> {
  return sets.get(primary(language)) ?? none;
}

/** `pt` of `pt-BR`. */
export function primary(language: string): string {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? "";
  return synonyms[code] ?? code;
}

const synonyms: Record<string, string> = { nb: "no", nn: "no", iw: "he", in: "id", ms: "id" };
const none: ReadonlySet<string> = new Set();
const sets = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.normalize("NFKC").split(/\s+/))] as const),
);
