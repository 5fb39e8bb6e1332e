// SCORM 1.2 (ADL, Run-Time Environment).
/* global find */

const lms = (() => {
  const api = find('API')
  const set = (name, value) => api.LMSSetValue(name, String(value))
  const duration = (seconds) => {
    const pad = (n) => String(Math.floor(n)).padStart(2, '0')
    return `${pad(seconds / 3600).padStart(4, '0')}:${pad((seconds / 60) % 60)}:${pad(seconds % 60)}`
  }
  let count = 0
  return {
    async open() {
      if (!api || api.LMSInitialize('') !== 'true') throw new Error('no SCORM 1.2')
      if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted')
        set('cmi.core.lesson_status', 'incomplete')
      count = Number(api.LMSGetValue('cmi.interactions._count')) || 0
      set('cmi.core.score.min', 0)
      set('cmi.core.score.max', 100)
      return api.LMSGetValue('cmi.suspend_data')
    },
    save({ data, interactions, share, complete }) {
      set('cmi.suspend_data', data)
      set('cmi.core.score.raw', Math.round(share * 100))
      set('cmi.core.lesson_status', complete ? 'completed' : 'incomplete')
      for (const { id, type, right } of interactions) {
        const at = `cmi.interactions.${count++}`
        set(`${at}.id`, id)
        set(`${at}.type`, type)
        set(`${at}.result`, right ? 'correct' : 'wrong')
      }
      api.LMSCommit('')
    },
    close(seconds) {
      set('cmi.core.session_time', duration(seconds))
      set('cmi.core.exit', 'suspend')
      api.LMSCommit('')
      api.LMSFinish('')
    },
  }
})()
