#!/usr/bin/env node
// The command. A release carries the program as plain JavaScript; a checkout makes it of its sources, as they
// are now.

import { existsSync } from 'node:fs'

const fromSources = new URL('../program/from-sources.mjs', import.meta.url)
await import(existsSync(fromSources) ? fromSources.href : '../lib/factdeck.js')
