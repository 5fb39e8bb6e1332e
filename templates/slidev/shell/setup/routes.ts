// The print route, which Slidev leaves out of a build: PDFs are printed from `?print=true#/print` of the
// built page.

import type { RouteRecordRaw } from 'vue-router'

export default (routes: RouteRecordRaw[]): RouteRecordRaw[] => [
  { name: 'print', path: '/print', component: () => import('@slidev/client/pages/print.vue') },
  ...routes,
]
