import { expect, test } from 'vitest';
import { loadPause } from '../testing/faultRounds';
import type { Installation } from '../testing/Installation';
import { installations } from '../testing/installations';
import { Load } from '../testing/Load';
import { mockApi } from '../testing/mockApi';
import { until } from '../testing/until';

const install = installations();

/** What a balancer does: asks every node whether it is ready, and sends calls to one that was when last asked. */
class Balancer {
  private readonly ready = new Set<Installation>();
  private turn = 0;
  private asked = 0;
  /** by node, the youngest question that was answered: an older answer that comes later is no news */
  private readonly heard = new Map<Installation, number>();
  private readonly probing: NodeJS.Timeout;

  constructor(private readonly nodes: Installation[]) {
    this.probing = setInterval(() => nodes.forEach((node) => void this.probe(node)), 100);
  }

  /** Resolves when all nodes are ready. */
  allReady(): Promise<unknown> {
    return until('all nodes ready', () => this.ready.size === this.nodes.length);
  }

  next(): Installation {
    const ready = this.nodes.filter((node) => this.ready.has(node));
    const node = ready[this.turn++ % ready.length];
    if (!node) throw new Error('No node is ready');
    return node;
  }

  stop(): void {
    clearInterval(this.probing);
  }

  private async probe(node: Installation): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const ok = await node.health().then(
      (health) => health.ok,
      () => false,
    );
    if (question < (this.heard.get(node) ?? 0)) return;
    this.heard.set(node, question);
    if (ok) this.ready.add(node);
    else this.ready.delete(node);
  }
}

/** A node that runs, and where its copy of the API is called. */
async function startNode(): Promise<{ node: Installation; url: string }> {
  const node = await install({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_STOP_DELAY: '6', GATEHOUSE_WORKERS: '1' });
  await node.start();
  const api = await mockApi(node);
  await api.deploy(1);
  return { node, url: api.url };
}

test('F12: a rolling restart of two nodes behind a balancer that asks for readiness loses no call', async () => {
  const started = await Promise.all([startNode(), startNode()]);
  const urls = new Map(started.map(({ node, url }) => [node, url]));
  const balancer = new Balancer([...urls.keys()]);
  await balancer.allReady();
  const load = new Load(() => urls.get(balancer.next()) ?? '', 8, { pauseMs: loadPause(40) });
  for (const node of urls.keys()) {
    expect(await node.stop()).toBe(0);
    const before = load.calls;
    await until('calls at the other node', () => load.calls > before + 200);
    await node.start();
    await balancer.allReady();
  }
  expect(await load.stop()).toEqual({ 200: load.calls });
  balancer.stop();
});
