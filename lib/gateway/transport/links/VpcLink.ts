import type { VpcLinkDocument } from '../../snapshot/types';
import type { LinkTarget } from './LinkTarget';
import type { TargetHealth } from './TargetHealth';

/** The targets of a link, and which of them is next. */
export class VpcLink {
  private turn = 0;

  constructor(
    readonly document: VpcLinkDocument,
    readonly targets: readonly LinkTarget[],
  ) {}

  /**
   * The one with the fewest open calls of those that are not known to be down, in turn where several have as few.
   * When all are down one is chosen all the same, as load balancers do: the checks may be wrong, and the caller
   * loses nothing by the attempt.
   * @param tried are not chosen again
   */
  pick(tried: ReadonlySet<LinkTarget>): LinkTarget | undefined {
    let best: LinkTarget | undefined;
    const { targets } = this;
    const from = this.turn;
    for (let step = 0; step < targets.length; step += 1) {
      const at = (from + step) % targets.length;
      const target = targets[at];
      if (!target || tried.has(target) || (best && !isBetter(target, best))) continue;
      best = target;
      this.turn = at + 1;
    }
    return best;
  }

  health(): TargetHealth[] {
    return this.targets.map((target) => target.health());
  }
}

function isBetter(target: LinkTarget, than: LinkTarget): boolean {
  if (target.usable !== than.usable) return target.usable;
  return target.openCalls < than.openCalls;
}
