/** Who is told what is looked up in a map. */
export interface Listener<K> {
  asked(key: K): void
  /** All of it, or how much of it there is. */
  askedAll(): void
}

/** A map that tells a listener what is looked up in it, so that it is known what a finding rests on. */
export class HeardMap<K, V> extends Map<K, V> {
  #listener: Listener<K> | undefined

  /** What `run` gives; meanwhile the listener hears what is looked up. One at a time. */
  hear<T>(listener: Listener<K>, run: () => T): T {
    this.#listener = listener
    try {
      return run()
    } finally {
      this.#listener = undefined
    }
  }

  override get(key: K): V | undefined {
    this.#listener?.asked(key)
    return super.get(key)
  }

  override has(key: K): boolean {
    this.#listener?.asked(key)
    return super.has(key)
  }

  override get size(): number {
    this.#listener?.askedAll()
    return super.size
  }

  override keys(): MapIterator<K> {
    this.#listener?.askedAll()
    return super.keys()
  }

  override values(): MapIterator<V> {
    this.#listener?.askedAll()
    return super.values()
  }

  override entries(): MapIterator<[K, V]> {
    this.#listener?.askedAll()
    return super.entries()
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  override forEach(each: (value: V, key: K, map: Map<K, V>) => void): void {
    this.#listener?.askedAll()
    super.forEach(each)
  }
}
