/** The interface of a learning system, which stands in a window around this one or in that which opened it. */
function find(name) {
  for (const start of [window, window.opener]) {
    for (let at = start, steps = 0; at && steps < 12; at = at.parent === at ? null : at.parent, steps++)
      try {
        if (at[name]) return at[name]
      } catch {
        break
      }
  }
  return undefined
}
