// Places the two circles. Lengths are in units of the drawing, the middle between the two is (0, 0), and the pose is
// drawn as if the acting one sat on the left; `mirror` turns it when they sit on the right.
import type { FeltHeard } from '../backend/types';

export interface Disc {
  x: number;
  y: number;
  r: number;
  /** A full circle acts; a washed one makes room. */
  full: boolean;
  /** The middle of the name, from the circle's own middle, and how wide it may be. */
  label: { x: number; width: number; size: number };
}
export interface Pose {
  width: number;
  height: number;
  left: Disc;
  right: Disc;
  /** Where the ring of time goes: around the acting circle. */
  ring: { x: number; y: number; r: number } | null;
  /** Whether the left circle lies above the right one. */
  leftAbove: boolean;
}
export type PoseName = 'home' | 'together' | 'floor' | 'lean' | 'swap' | FeltHeard;

/** Both alike, so far apart. The right circle lies above: the names go to the middle of what is seen of each. */
function together(scale: number, apart: number, r = 56): Pose {
  const out = Math.max(0, r - apart);
  const seen = 2 * apart;
  const disc = (side: -1 | 1, shift: number) => ({
    x: side * apart * scale,
    y: 0,
    r: r * scale,
    full: false,
    label: { x: side * out * shift * scale, width: Math.min(seen, 1.6 * r) * 0.84 * scale, size: 19 * scale },
  });
  return {
    width: 2 * (r + Math.max(apart, 37)) * scale + 24,
    height: (2 * r + 38) * scale,
    left: disc(-1, 0.9),
    right: disc(1, 0.75),
    ring: null,
    leftAbove: false,
  };
}

/** The acting one on the left. */
const poses: Record<PoseName, Pose> = {
  home: together(1, 37),
  together: together(1.42, 37),
  /** One speaks, full and large, with the ring of time; the other leans towards them. */
  floor: {
    width: 400,
    height: 240,
    left: { x: -65, y: 0, r: 96, full: true, label: { x: -4, width: 150, size: 30 } },
    right: { x: 92, y: 12, r: 66, full: false, label: { x: 7, width: 98, size: 21 } },
    ring: { x: -65, y: 0, r: 112 },
    leftAbove: false,
  },
  /** One acts upon what the other said: near, and above. */
  lean: {
    width: 400,
    height: 204,
    left: { x: -46, y: 0, r: 78, full: true, label: { x: -2, width: 122, size: 25 } },
    right: { x: 66, y: 0, r: 66, full: false, label: { x: 23, width: 74, size: 20 } },
    ring: { x: -46, y: 0, r: 94 },
    leftAbove: true,
  },
  /** The weight goes over to the one who speaks next. */
  swap: {
    width: 400,
    height: 204,
    left: { x: -56, y: 0, r: 88, full: false, label: { x: -18, width: 112, size: 25 } },
    right: { x: 74, y: 0, r: 64, full: false, label: { x: 10, width: 84, size: 20 } },
    ring: null,
    leftAbove: true,
  },
  yes: together(1.42, 26),
  mostly: together(1.42, 38),
  'not-yet': together(1.42, 51),
};

function mirror({ left, right, ring, ...pose }: Pose): Pose {
  const flip = (disc: Disc): Disc => ({ ...disc, x: -disc.x, label: { ...disc.label, x: -disc.label.x } });
  return {
    ...pose,
    left: flip(right),
    right: flip(left),
    ring: ring && { ...ring, x: -ring.x },
    leftAbove: !pose.leftAbove,
  };
}

export function pose(name: PoseName, acts: 'left' | 'right'): Pose {
  return acts === 'left' ? poses[name] : mirror(poses[name]);
}

const weight: Record<FeltHeard, number> = { yes: 1, mostly: 0.6, 'not-yet': 0.15 };

/**
 * Tells how far the two circles of a past check-in overlap, 0 (touching) to 1 (nearly one): how heard both felt. None
 * when nobody said.
 */
export function overlap(felt: (FeltHeard | null)[]): number | null {
  const told = felt.filter((answer) => answer !== null);
  if (told.length === 0) return null;
  return told.reduce((sum, answer) => sum + weight[answer], 0) / told.length;
}
