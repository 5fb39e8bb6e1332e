// Which English words need no support in a passage, and why.

import { remember } from '../remember.ts'

/**
 * Words that say nothing by themselves, beside those that the tagger knows for articles, prepositions,
 * pronouns and auxiliaries.
 */
export const grammarWords: ReadonlySet<string> = words(
  'a an the this that these those it its he him his she her hers they them their theirs we us our you your i me my who whom whose which what ' +
    'when where why how whether and or but nor so yet if then than as at by for from in into of off on onto out over to toward towards under up ' +
    'upon with within without about above across after against along amid among around before behind below beneath beside between beyond down ' +
    'during except inside near since through throughout until till via per is are was were be been being am has have had having do does did done ' +
    'doing will would shall should can could may might must not no nor very too also even still already just quite rather there here now ' +
    'such same own one ones other others another some any each every all both either neither many much more most few fewer less least several ' +
    'while because although though however thus therefore hence again ago away back else ever never only once yet far further well ' +
    'get gets got getting let lets make makes made making take takes took taken taking go goes went gone going come comes came coming ' +
    'thing things way ways kind sort lot lots bit part parts time times be being like particularly especially including include includes ' +
    'included among e.g etc instead together apart themselves itself himself herself',
)

/**
 * The words in which any statement speaks of a text and of who says what in it. None of them vouches for
 * anything.
 */
export const tellingWords: ReadonlySet<string> = words(
  'say says said saying tell tells told telling state states stated stating report reports reported reporting reportedly article articles ' +
    'call calls called calling write writes wrote written writing describe describes described describing account accounts according ' +
    'statement statements claim claims claimed claiming judge judges judged judgement argue argues argued arguing argument hold holds held ' +
    'conclude concludes concluded conclusion note notes noted noting mention mentions mentioned cite cites cited citing quote quotes quoted ' +
    'quoting name names named naming suggest suggests suggested suggesting suggestion point points pointed pointing remark remarks remarked add adds added ' +
    'adding put puts putting give gives gave given find finds found finding see sees saw seen seeing speak speaks spoke speaking explain explains ' +
    'explained comment comments commented commentary comments commentator author authors writer writers headline headlines caption captions summary ' +
    'text texts passage passages source sources undated unnamed anonymous relay relays relayed pass passes passed passing word words wording ' +
    'recommend recommends recommended advise advises advised view views opinion mean means meaning meant refer refers referred reading read reads ' +
    'think thinks thought believe believes believed expect expects expected allege alleges alleged allegedly accuse accuses accused date dates dated ' +
    'announce announces announced stress stresses stressed emphasise emphasises emphasised emphasize emphasizes emphasized answer answered ask asks asked name estimate estimates estimated estimating object objects objected objecting reply replies replied replying',
)

/** Those of them, and others, which say that somebody says so. */
export const attributingWords: ReadonlySet<string> = words(
  'say says said saying tell tells told telling state states stated report reports reported reporting reportedly article articles call calls called ' +
    'write writes wrote describe describes described account according claim claims claimed judge judges judged judgement argue argues argued hold holds ' +
    'conclude concludes concluded conclusion note notes noted mention mentions mentioned cite cites cited citing suggest suggests suggested point points pointed ' +
    'remark remarks remarked add adds added explain explains explained commentary comment comments commentator headline caption summary source sources relay relays ' +
    'recommend recommends recommended advise advises advised view opinion think thinks thought believe believes believed expect expects expected allege alleges alleged ' +
    'allegedly accuse accuses accused announce announces announced warn warns warned fear fears feared worry worries estimate estimates estimated stress stresses ' +
    'stressed mock mocked mocks see sees find finds found put puts reckon reckons analysis assessment criticise criticises criticised welcomed welcomes vow vows ' +
    'vowed pledge pledged promise promised disclose disclosed discloses confirm confirms confirmed picture image praise praised compare compared ask asks asked wants concerned ' +
    'deny denies denied dispute disputes disputed blame blames blamed caution cautions cautioned ' +
    'admit admits admitted insist insists insisted declare declares declared complain complains complained reckoned hint hints hinted predict predicts ' +
    'predicted foresee foresees foresaw assume assumes assumed',
)

/** Those that do other work too: they attribute where "that" follows. */
export const attributingBeforeThat: ReadonlySet<string> = words(
  'call calls called hold holds held see sees find finds found put puts add adds added point points pointed compare compared expect expects expected ' +
    'state states picture image concerned',
)

/** Verbs whose doer is made a speaker by them. */
export const speakingVerbs: ReadonlySet<string> = words(
  'say says said saying tell tells told state states stated report reports reported write writes wrote describe describes described claim claims claimed ' +
    'argue argues argued conclude concludes concluded note notes noted mention mentions mentioned suggest suggests suggested remark remarks remarked add adds ' +
    'added explain explains explained recommend recommends recommended advise advises advised allege alleges alleged warn warns warned stress stresses stressed ' +
    'announce announces announced disclose discloses disclosed confirm confirms confirmed relay relays',
)

/** Verbs that vouch for what they introduce: no other word is near enough to them. */
export const vouching =
  /^(?:prov(?:e|es|ed|en|ing)|confirm(?:s|ed|ing)?|reveal(?:s|ed|ing)?|demonstrat(?:e|es|ed|ing)|establish(?:es|ed|ing)?|expos(?:e|es|ed|ing)|admit(?:s|ted|ting)?|verif(?:y|ies|ied))$/

type Pair = readonly [RegExp, RegExp]

/** Words of one meaning that WordNet does not lead from one to the other. */
const pairs: readonly Pair[] = [
  [/^(?:deals?|dealings?)$/, /^deal-?making$/],
  [
    /^bolster(?:s|ed|ing)?$/,
    /^(?:strengthen(?:s|ed|ing)?|stronger|reinforc(?:e|es|ed|ing)|increas(?:e|es|ed|ing))$/,
  ],
  [/^exclud(?:e|es|ed|ing)$/, /^rule_out$/],
  [/^implications?$/, /^(?:consequences?|effects?)$/],
  [/^rais(?:e|es|ed|ing)$/, /^increas(?:e|es|ed|ing)$/],
  [/^stronger$/, /^strengthen(?:s|ed|ing)?$/],
  [/^growing$/, /^(?:increasing|increasingly)$/],
  [
    /^(?:sen(?:d|ds|t|ding)|ship(?:s|ped|ping)?)$/,
    /^(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave)$/,
  ],
  [/^(?:deliver(?:s|ed|ing)?)$/, /^(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing))$/],
  [/^(?:deliver(?:y|ies))$/, /^(?:shipments?|suppl(?:y|ies|ied|ying)|transactions?|sent)$/],
  [/^middle$/, /^mid$/],
  [/^years?$/, /^(?:annual|annually|yearly)$/],
  [/^months?$/, /^monthly$/],
  [/^weeks?$/, /^weekly$/],
  [/^days?$/, /^daily$/],
]

/** The two ends of one deed. */
const converses: readonly Pair[] = [
  [
    /^(?:receiv(?:e|es|ed|ing)|obtain(?:s|ed|ing)?)$/,
    /^(?:giv(?:e|es|en|ing)|gave|sen(?:d|ds|t|ding)|suppl(?:y|ies|ied|ying)|provi(?:de|des|ded|ding|sion)|deliver(?:s|ed|ing|y|ies)?|ship(?:s|ped|ping|ments?)?|transfer(?:s|red|ring)?)$/,
  ],
  [/^(?:buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing))$/, /^(?:sell(?:s|ing)?|sold|sales?)$/],
]

/** Whether two words are of one meaning all the same. */
export const arePaired = pairedIn(pairs)

/** Whether two words are the two ends of one deed. */
export const areConverse = pairedIn(converses)

/** Every word is tested once, and not beside every other; most words are in none of the pairs. */
function pairedIn(list: readonly Pair[]): (one: string, other: string) => boolean {
  const any = new RegExp(list.flatMap((pair) => pair.map(({ source }) => source)).join('|'))
  const neither = { first: 0, second: 0 }
  const sides = remember((word) => {
    if (!any.test(word)) return neither
    const side = (which: 0 | 1): number =>
      list.reduce((bits, pair, place) => (pair[which].test(word) ? bits | (1 << place) : bits), 0)
    return { first: side(0), second: side(1) }
  })
  return (one, other) => {
    const mine = sides(one)
    if (mine === neither) return false
    const yours = sides(other)
    return ((mine.first & yours.second) | (mine.second & yours.first)) !== 0
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
