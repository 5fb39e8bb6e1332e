// What of ts-fsrs no page should carry: methods that it adds to Date, which keep code alive that could be
// shaken off; parameters of older versions, or changed on the way; fuzz and short terms, which the player
// switches off.

/** @type {[RegExp, string][]} */
const unusedOfFsrs = [
  [/^Date\.prototype\.\w+ = function[^]*?^};$/gm, ''],
  [/migrateParameters\(\s*props\?\.w,[^)]*\)/, '[...default_w]'],
  [/new Proxy\(\s*(this\.prepare_parameters\(params\)),\s*this\.params_handler_proxy\(\)\s*\)/, '$1'],
  [/clipParameters\(\s*Array\.from\(generated\.w\),[^)]*\)/, 'generated.w'],
  [/return this\.apply_fuzz\(newInterval, elapsed_days\)/, 'return newInterval'],
  [/this\.next_short_term_stability\(s, g\)/, 's'],
  [
    /^ {2}(?:params_handler_proxy|apply_fuzz|next_short_term_stability|update_parameters|set parameters)\([^]*?^ {2}\}$/gm,
    '',
  ],
]
/** A plugin that leaves it out of the bundle; throws where a new version of ts-fsrs looks otherwise. */
export const lessOfFsrs = {
  name: 'less-of-fsrs',
  /** @type {(code: string, id: string) => { code: string, map: null } | null} */
  transform(code, id) {
    if (!/[\\/]ts-fsrs[\\/]/.test(id)) return null
    const kept = unusedOfFsrs.reduce((before, [unused, instead]) => {
      const after = before.replace(unused, instead)
      if (after === before) throw new Error(`ts-fsrs has no ${unused} any more; look at its new version`)
      return after
    }, code)
    return { code: kept, map: null }
  },
}
