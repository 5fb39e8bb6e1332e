// What of Vue no page should carry: styles that are handed from component to component are compared member by
// member, by all that v-model brings to compare with. The player hands on none.

const comparison =
  /if \(key === "style" && isObject\(nextProp\) && isObject\(prevProp\)\) \{\s*return !looseEqual\(nextProp, prevProp\);\s*\}/

/** A plugin that leaves it out of the bundle; throws where a new version of Vue looks otherwise. */
export const lessOfVue = {
  name: 'less-of-vue',
  /** @type {(code: string, id: string) => { code: string, map: null } | null} */
  transform(code, id) {
    if (!/[\\/]runtime-core\.esm-bundler\.js$/.test(id)) return null
    const kept = code.replace(comparison, '')
    if (kept === code) throw new Error(`Vue has no ${comparison} any more; look at its new version`)
    return { code: kept, map: null }
  },
}
