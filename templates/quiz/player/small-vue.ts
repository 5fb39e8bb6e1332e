// The part of Vue's runtime that the compiled components of this folder call: the bundle takes it in place of `vue`, which would be half of every
// page. Reactivity is Vue's own; drawing is redone here without what a quiz has no use for: slots, directives, transitions, suspense, teleport,
// hydration, SVG, lists that change their order. A component that needs more imports a name that this file lacks, and the bundle fails.
// Development and types keep `vue`; tests/quiz/small-vue.test.ts draws the same screens with both and compares.

import { effect, pauseTracking, resetTracking, shallowReactive, stop, type Ref } from '@vue/reactivity'

export { computed, effect, reactive, ref, unref } from '@vue/reactivity'
export { normalizeClass } from '@vue/shared'

export const Fragment = Symbol()
const Text = Symbol()
const Comment = Symbol()

type Props = Record<string, unknown>
type Listener = (...values: unknown[]) => unknown
type Draw = (context: object, cache: unknown[]) => VNode

interface Component {
  props?: Record<string, { type?: unknown }>
  setup(props: Props, context: { emit: Listener }): Draw
}

interface VNode {
  type: string | symbol | Component
  props: Props | null
  children: string | VNode[] | null
  key: unknown
  /** First node in the page. */
  node?: Node
  /** Last node in the page, of a fragment. */
  end?: Node
  instance?: Instance
}

interface Instance {
  id: number
  vnode: VNode
  props: Props
  drawn?: VNode
  draw(): unknown
  end(): void
  mounted: (() => void)[]
  unmounting: (() => void)[]
}

// What templates compile to. Patch flags and blocks only spare comparisons, which are few here.

export function createElementVNode(
  type: VNode['type'],
  props: Props | null = null,
  children: VNode['children'] = null,
): VNode {
  return { type, props, children, key: props?.['key'] }
}
export {
  createElementVNode as createElementBlock,
  createElementVNode as createVNode,
  createElementVNode as createBlock,
}
export const createTextVNode = (text = ' ') => createElementVNode(Text, null, text)
export const createCommentVNode = (text = '') => createElementVNode(Comment, null, text)
export const openBlock = (): void => undefined
export const defineComponent = <T>(component: T): T => component
export const toDisplayString = (value: unknown): string => String(value ?? '')
export const renderList = <T>(items: Iterable<T>, draw: (item: T, place: number) => VNode): VNode[] =>
  Array.from(items, draw)

// When to draw: all changes of one turn together, outer components first.

const waiting = new Set<Instance>()
let flushed = Promise.resolve()
let drawnComponents = 0
let settingUp: Instance | undefined

function flush(): void {
  while (waiting.size > 0) {
    const next = [...waiting].reduce((a, b) => (b.id < a.id ? b : a))
    waiting.delete(next)
    next.draw()
  }
  for (const ready of toCall.splice(0)) ready()
}

const toCall: (() => void)[] = []

function drawLater(instance: Instance): void {
  if (waiting.size === 0) flushed = Promise.resolve().then(flush)
  waiting.add(instance)
}

/** After the page shows all changes made so far. */
export function nextTick(then?: () => void): Promise<void> {
  return flushed.then(then)
}

export function onMounted(call: () => void): void {
  settingUp!.mounted.push(call)
}

export function onBeforeUnmount(call: () => void): void {
  settingUp!.unmounting.push(call)
}

/** Shows a component in place of what the element holds. */
export function createApp(component: Component): { mount(selector: string): void } {
  return {
    mount(selector) {
      const home = document.querySelector(selector)!
      home.textContent = ''
      patch(undefined, createElementVNode(component), home, null)
      flush()
    },
  }
}

// Drawing: a tree of nodes is made to look like the next one.

const isSame = (a: VNode, b: VNode): boolean => a.type === b.type && a.key === b.key

function patch(old: VNode | undefined, next: VNode, home: Node, before: Node | null): void {
  if (old === next) return
  const { type, children } = next
  if (typeof type === 'object') patchComponent(old, next, home, before)
  else if (type === Fragment) {
    next.node = old?.node ?? home.insertBefore(document.createTextNode(''), before)
    next.end = old?.end ?? home.insertBefore(document.createTextNode(''), before)
    patchChildren(old?.children, children, home, next.end)
  } else if (typeof type === 'string') patchElement(old, next, type, home, before)
  else if (old) {
    next.node = old.node!
    if (old.children !== children) next.node.nodeValue = children as string
  } else
    next.node = home.insertBefore(
      type === Text
        ? document.createTextNode(children as string)
        : document.createComment(children as string),
      before,
    )
}

function patchElement(
  old: VNode | undefined,
  next: VNode,
  tag: string,
  home: Node,
  before: Node | null,
): void {
  const element = (old?.node as Element | undefined) ?? document.createElement(tag)
  next.node = element
  patchChildren(old?.children, next.children, element, null)
  const was = old?.props ?? {}
  const is = next.props ?? {}
  for (const name in was) if (!(name in is)) setProp(element, name, undefined)
  // The value last: it may depend on the options inside and on the type.
  for (const name in is) if (name !== 'value' && is[name] !== was[name]) setProp(element, name, is[name])
  if ('value' in is) setProp(element, 'value', is['value'])
  if (!old) {
    home.insertBefore(element, before)
    if (is['ref']) (is['ref'] as Ref).value = element
  }
}

const listeners = new WeakMap<Element, Record<string, Listener>>()

function setProp(element: Element, name: string, value: unknown): void {
  if (name === 'key' || name === 'ref' || name === 'ref_key') return
  if (name.startsWith('on')) {
    const event = name.slice(2).toLowerCase()
    const known = listeners.get(element) ?? {}
    listeners.set(element, known)
    if (!(event in known)) element.addEventListener(event, (happened) => known[event]?.(happened))
    known[event] = value as Listener
    return
  }
  const properties = element as unknown as Props
  if (name === 'value' && element.tagName !== 'PROGRESS') {
    const text = String(value ?? '')
    // Written only where it differs: writing moves the cursor of a field.
    if (properties['value'] !== text) properties['value'] = text
  }
  const isSwitch = typeof properties[name] === 'boolean'
  if (isSwitch) properties[name] = !!value
  if (value == null || (isSwitch && !value)) element.removeAttribute(name)
  else element.setAttribute(name, isSwitch ? '' : String(value))
}

function patchChildren(
  old: VNode['children'] | undefined,
  next: VNode['children'],
  home: Node,
  after: Node | null,
): void {
  if (!Array.isArray(next)) {
    if (Array.isArray(old)) old.forEach(remove)
    if (next !== (Array.isArray(old) ? null : (old ?? null))) home.textContent = next
    return
  }
  if (typeof old === 'string') home.textContent = ''
  const before = Array.isArray(old) ? old : []
  const kept = next.map((child, place) => {
    const here = before[place]
    if (here && isSame(here, child)) return here
    return child.key === undefined ? undefined : before.find((other) => isSame(other, child))
  })
  for (const child of before) if (!kept.includes(child)) remove(child)
  // Backwards, so that what follows a child is in its place already.
  let following = after
  for (let place = next.length - 1; place >= 0; place--) {
    const child = next[place]!
    patch(kept[place], child, home, following)
    // Lists of a quiz grow and shrink; none is sorted while it is shown.
    if (lastNode(child).nextSibling !== following) throw new Error('a list changed its order')
    following = firstNode(child)
  }
}

const firstNode = (vnode: VNode): Node => (vnode.instance ? firstNode(vnode.instance.drawn!) : vnode.node!)
const lastNode = (vnode: VNode): Node =>
  vnode.instance ? lastNode(vnode.instance.drawn!) : (vnode.end ?? vnode.node!)

function nodesOf(vnode: VNode): Node[] {
  const nodes = [firstNode(vnode)]
  while (nodes.at(-1) !== lastNode(vnode)) nodes.push(nodes.at(-1)!.nextSibling!)
  return nodes
}

function remove(vnode: VNode): void {
  const nodes = nodesOf(vnode)
  end(vnode)
  for (const node of nodes) (node as ChildNode).remove()
}

/** Ends the components within; the nodes stay. */
function end(vnode: VNode): void {
  vnode.instance?.end()
  const ref = vnode.props?.['ref'] as Ref | undefined
  if (ref) ref.value = null
  if (Array.isArray(vnode.children)) vnode.children.forEach(end)
}

function patchComponent(old: VNode | undefined, next: VNode, home: Node, before: Node | null): void {
  const component = next.type as Component
  const props: Props = {}
  for (const name in component.props) {
    const value = next.props?.[name]
    props[name] = component.props[name]!.type === Boolean ? value === '' || !!value : value
  }
  if (old?.instance) {
    next.instance = old.instance
    next.instance.vnode = next
    // The component sees what changed and draws itself anew, in this same turn.
    Object.assign(next.instance.props, props)
    return
  }
  next.instance = start(component, next, shallowReactive(props), home, before)
}

function start(component: Component, vnode: VNode, props: Props, home: Node, before: Node | null): Instance {
  const outer = settingUp
  const cache: unknown[] = []
  const instance: Instance = {
    id: drawnComponents++,
    vnode,
    props,
    mounted: [],
    unmounting: [],
    draw: () => undefined,
    end() {
      for (const call of instance.unmounting) call()
      stop(runner)
      waiting.delete(instance)
      end(instance.drawn!)
    },
  }
  const emit = (event: unknown, ...values: unknown[]) => {
    const name = `on${String(event)[0]!.toUpperCase()}${String(event).slice(1)}`
    ;(instance.vnode.props?.[name] as Listener | undefined)?.(...values)
  }
  // What a component reads while it sets itself up is not what its parent shows.
  pauseTracking()
  settingUp = instance
  const template = component.setup(props, { emit })
  settingUp = outer
  resetTracking()
  const runner = effect(
    () => {
      const { drawn } = instance
      const next = template({}, cache)
      if (drawn && !isSame(drawn, next)) throw new Error('a component has one root')
      instance.drawn = next
      patch(drawn, next, drawn ? firstNode(drawn).parentNode! : home, before)
    },
    { scheduler: () => drawLater(instance) },
  )
  // A computed value may have come out the same.
  instance.draw = () => runner.effect.dirty && runner()
  toCall.push(...instance.mounted)
  return instance
}
