import type { LinkTarget } from './LinkTarget';
import type { VpcLink } from './VpcLink';

/** One call's way through a link: the target that it is at, and those that it could not reach. */
export class LinkedCall {
  private readonly tried = new Set<LinkTarget>();
  private at: LinkTarget | undefined;

  constructor(
    private readonly link: VpcLink,
    private readonly avoidMillis: number,
  ) {}

  /** @returns a target that it was not at yet; undefined when there is none, and it stays where it is */
  next(): LinkTarget | undefined {
    const target = this.link.pick(this.tried);
    if (!target) return undefined;
    this.tried.add(target);
    this.leave();
    target.openCalls += 1;
    this.at = target;
    return target;
  }

  reached(): void {
    this.at?.reached();
  }

  unreachable(reason: string): void {
    this.at?.unreachable(reason, this.avoidMillis);
  }

  /** The call is over, or goes elsewhere. */
  leave(): void {
    if (this.at) this.at.openCalls -= 1;
    this.at = undefined;
  }
}
