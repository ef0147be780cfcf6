import type { Machine } from '../machine';
import type { Blueprint } from './Blueprint';
import { nodeBlueprints } from './nodeBlueprints';
import { otherBlueprints } from './otherBlueprints';

/** Those that run on this machine. */
export const blueprintsOn = (machine: Machine): Blueprint[] =>
  [...nodeBlueprints, ...otherBlueprints].filter(({ needs }) => !needs || machine[needs]);
