// SCORM 2004, 4th edition (ADL, Run-Time Environment).
/* global find */

const lms = (() => {
  const api = find('API_1484_11')
  const set = (name, value) => api.SetValue(name, String(value))
  let count = 0
  return {
    async open() {
      if (!api || api.Initialize('') !== 'true') throw new Error('no SCORM 2004')
      if (api.GetValue('cmi.completion_status') === 'unknown') set('cmi.completion_status', 'incomplete')
      count = Number(api.GetValue('cmi.interactions._count')) || 0
      set('cmi.score.min', 0)
      set('cmi.score.max', 100)
      return api.GetValue('cmi.suspend_data')
    },
    save({ data, interactions, share, complete }) {
      set('cmi.suspend_data', data)
      set('cmi.score.scaled', Number(share.toFixed(4)))
      set('cmi.score.raw', Math.round(share * 100))
      set('cmi.completion_status', complete ? 'completed' : 'incomplete')
      for (const { id, type, stem, right } of interactions) {
        const at = `cmi.interactions.${count++}`
        set(`${at}.id`, id)
        set(`${at}.type`, type)
        set(`${at}.description`, stem)
        set(`${at}.result`, right ? 'correct' : 'incorrect')
      }
      api.Commit('')
    },
    close(seconds) {
      set('cmi.session_time', `PT${Math.round(seconds)}S`)
      set('cmi.exit', 'suspend')
      api.Commit('')
      api.Terminate('')
    },
  }
})()
