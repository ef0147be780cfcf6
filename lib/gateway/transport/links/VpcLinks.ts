import type { Clock } from '../../ports';
import type { VpcLinkDocument } from '../../snapshot/types';
import { type HealthCheckOptions, HealthChecks } from './HealthChecks';
import { LinkTarget } from './LinkTarget';
import type { TargetHealth } from './TargetHealth';
import { VpcLink } from './VpcLink';

interface Kept {
  link: VpcLink;
  checks: HealthChecks;
}

/** The links of the configuration that serves, each with its checks. */
export class VpcLinks {
  private links = new Map<string, Kept>();

  constructor(
    private readonly clock: Clock,
    private readonly checking: HealthCheckOptions,
  ) {}

  find(id: string): VpcLink | undefined {
    return this.links.get(id)?.link;
  }

  /** Of an unknown link: none. */
  health(id: string): TargetHealth[] {
    return this.find(id)?.health() ?? [];
  }

  /** A link that stays as it was goes on; one that changed keeps the targets that it still names. */
  update(documents: readonly VpcLinkDocument[]): void {
    const before = this.links;
    this.links = new Map(
      documents.map((document) => [document.id, this.kept(document, before.get(document.id))]),
    );
    for (const [id, { link, checks }] of before) {
      const now = this.links.get(id);
      if (now?.link === link) continue;
      checks.stop();
      for (const target of link.targets) target.gone = !now?.link.targets.includes(target);
    }
  }

  stop(): void {
    this.update([]);
  }

  private kept(document: VpcLinkDocument, before: Kept | undefined): Kept {
    if (before && JSON.stringify(before.link.document) === JSON.stringify(document)) return before;
    const known = new Map(before?.link.targets.map((target) => [target.name, target]));
    const targets = document.targets.map((name) => known.get(name) ?? new LinkTarget(name, this.clock));
    const link = new VpcLink(document, targets);
    return { link, checks: new HealthChecks(link, this.checking) };
  }
}
