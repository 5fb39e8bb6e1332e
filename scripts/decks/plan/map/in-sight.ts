// What of the world's outlines can be seen from above a place: most of them cannot, and to project every point
// of them takes longer than to plan a whole deck.

import { geoDistance } from 'd3-geo'

type Point = readonly number[]

/** A circle on the globe around an outline: its middle in degrees east and north, its radius in radians. */
interface Circle {
  middle: [east: number, north: number]
  radius: number
}

const circles = new WeakMap<readonly Point[], Circle>()

/**
 * Whether an outline may reach into the circle of `angle` radians around a place. Never wrong where it says no:
 * arcs between points of a circle smaller than half the globe stay in it, and of larger outlines every one may.
 */
export function isInSight(
  line: readonly Point[],
  from: [east: number, north: number],
  angle: number,
): boolean {
  const { middle, radius } = circles.get(line) ?? circleAround(line)
  return radius >= Math.PI / 2 || geoDistance(middle, from) <= radius + angle
}

function circleAround(line: readonly Point[]): Circle {
  const radians = Math.PI / 180
  let [x, y, z] = [0, 0, 0]
  for (const [east, north] of line as readonly [number, number][]) {
    x += Math.cos(north * radians) * Math.cos(east * radians)
    y += Math.cos(north * radians) * Math.sin(east * radians)
    z += Math.sin(north * radians)
  }
  const middle: Circle['middle'] = [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians]
  const radius = line.reduce(
    (most, point) => Math.max(most, geoDistance(middle, point as [number, number])),
    0,
  )
  const circle = { middle, radius }
  circles.set(line, circle)
  return circle
}
