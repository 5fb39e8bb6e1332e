// Which English words need no support in a passage, and why.

/** Words that say nothing by themselves, beside those that the tagger knows for articles, prepositions, pronouns and auxiliaries. */
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

/** The words in which any statement speaks of a text and of who says what in it. None of them vouches for anything. */
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
    'announce announces announced answer answered ask asks asked name',
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
