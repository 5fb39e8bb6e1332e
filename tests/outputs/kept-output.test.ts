// What a build makes is written as it is made, so that nobody holds all of it, and of what fails nothing stays.

import { expect, test } from 'vitest'
import { inTree } from '../../scripts/commands/kept-output.ts'
import { renderAll } from '../../scripts/commands/render-all.ts'
import { output, type FileData, type OutputFile } from '../../scripts/outputs/output.ts'
import { partsOf } from '../../scripts/outputs/parts.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import type { StagedTree } from '../../scripts/source/staged-tree.ts'
import { deck, sampleContent } from '../site/content.ts'

/** A tree that notes what is done to it. */
function notedTree(fails?: string): StagedTree & { files: Map<string, FileData>; said: string[] } {
  const files = new Map<string, FileData>()
  const said: string[] = []
  return {
    files,
    said,
    add({ path, data }) {
      if (path === fails) throw new Error('the disk is full')
      said.push(`+${path}`)
      files.set(path, data)
      return path
    },
    takeOver: () => false,
    remove(path) {
      said.push(`-${path}`)
      files.delete(path)
    },
    digests: new Map(),
    read(path) {
      said.push(`?${path}`)
      return Buffer.from(files.get(path) as string)
    },
    settled: async () => {},
  }
}

const content = {
  ...sampleContent(),
  decks: ['one', 'two', 'three'].map((id) => deck(id, id, [])),
}
const style = Buffer.from('style')

function making(name: string, emit: (id: string) => OutputFile[], shared: () => OutputFile[] = () => []) {
  return output({
    name,
    makes: name,
    scope: 'deck',
    options: {},
    files: {},
    emit: async ({ id }) => emit(id),
    shared: async () => shared(),
  })
}

const made = (outputs: Parameters<typeof renderAll>[0], tree: StagedTree) =>
  renderAll(outputs, content, { render: openDryRender() }, undefined, partsOf, inTree(tree))

test('each deck is written before the next is made, and what decks share is written once and not read', async () => {
  const tree = notedTree()
  const pages = making(
    'pages',
    (id) => {
      tree.said.push(`makes ${id}`)
      return [{ path: `${id}.html`, data: id }]
    },
    () => [{ path: 'style.css', data: style }],
  )
  const { files } = await made([pages], tree)
  expect(tree.said).toEqual([
    'makes one',
    '+one.html',
    '+style.css',
    'makes two',
    '+two.html',
    'makes three',
    '+three.html',
  ])
  expect(files.map(({ path }) => path)).toEqual(['one.html', 'style.css', 'two.html', 'three.html'])
  expect(String(files[2]!.data)).toBe('two')
})

test('decks share as many files as there are', async () => {
  const shared = Array.from({ length: 60_000 }, () => ({ path: 'style.css', data: style }))
  const { files, failures } = await made(
    [
      making(
        'pages',
        () => [],
        () => shared,
      ),
    ],
    notedTree(),
  )
  expect([failures, files.length]).toEqual([[], 1])
})

test('of an output that fails nothing stays, not even what another made before it at the same place', async () => {
  const tree = notedTree()
  const sound = making('sound', (id) => [{ path: `${id}.html`, data: id }])
  const broken = making('broken', (id) => {
    if (id === 'two') throw new Error('no ink')
    return [
      { path: `${id}.pdf`, data: id },
      { path: `${id}.html`, data: id },
    ]
  })
  const { files, failures } = await made([sound, broken], tree)
  expect(failures.map(String)).toEqual(['Error: no ink'])
  expect([...tree.files.keys()]).toEqual(['one.html', 'two.html', 'three.html'])
  expect(files.map(({ path }) => path)).toEqual([...tree.files.keys()])
})

test('what another process makes is made beside the rest, stands in its place, and fails for itself', async () => {
  const tree = notedTree()
  const said: string[] = []
  let finish: (() => void) | undefined
  const others = new Promise<void>((resolve) => (finish = resolve))
  const slow = (name: string, fails: boolean) =>
    output({
      name,
      makes: name,
      scope: 'unit',
      elsewhere: true,
      options: {},
      files: {},
      async emit() {
        said.push(`${name} begins`)
        await others
        if (fails) throw new Error(`no ${name}`)
        return [{ path: `${name}.pdf`, data: name }]
      },
    })
  const here = making('here', (id) => {
    said.push(id)
    if (id === 'three') finish!()
    return [{ path: `${id}.html`, data: id }]
  })
  const { files, failures } = await made([slow('paper', false), slow('ink', true), here], tree)
  expect(said).toEqual(expect.arrayContaining(['paper begins', 'ink begins', 'three']))
  expect(failures.map(String)).toEqual(['Error: no ink'])
  expect(files.map(({ path }) => path)).toEqual(['paper.pdf', 'one.html', 'two.html', 'three.html'])
})

test('two files in one place that differ are a fault, from whatever outputs they come', async () => {
  const one = making('one', () => [{ path: 'same.txt', data: 'same' }])
  const other = making('other', (id) => [{ path: 'same.txt', data: id === 'two' ? 'another' : 'same' }])
  expect((await made([one], notedTree())).files).toHaveLength(1)
  await expect(made([one, other], notedTree())).rejects.toThrow('Unexpected second file same.txt')
})

test('what cannot be written ends the build, and is no failure of its output', async () => {
  const tree = notedTree('two.html')
  const pages = making('pages', (id) => [{ path: `${id}.html`, data: id }])
  await expect(made([pages], tree)).rejects.toThrow('the disk is full')
})

test('what is made elsewhere is asked for before the rest keeps this process busy, and taken between its parts', async () => {
  const said: string[] = []
  let answer: (() => void) | undefined
  const asking = (name: string) =>
    output({
      name,
      makes: name,
      scope: 'unit',
      elsewhere: true,
      options: {},
      files: {},
      emit: async () => {
        // As what is kept is looked up, before somebody else is asked.
        for (let step = 0; step < 20; step++) await Promise.resolve()
        said.push(`${name} asks`)
        await new Promise<void>((resolve) => {
          answer = resolve
        })
        said.push(`${name} has it`)
        return []
      },
    })
  const busy = output({
    name: 'busy',
    makes: 'busy',
    scope: 'deck',
    options: {},
    files: {},
    emit: async ({ id }) => {
      said.push(id)
      // Somebody else answers: not before this process looks.
      setImmediate(() => answer?.())
      return []
    },
  })
  await made([busy, asking('sheets')], notedTree())
  expect(said).toEqual(['sheets asks', 'one', 'sheets has it', 'two', 'three'])
})
