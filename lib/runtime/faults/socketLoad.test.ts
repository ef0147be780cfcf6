import { expect, onTestFinished, test } from 'vitest';
import { faultRounds } from '../testing/faultRounds';
import { SocketLoad, socketLoadAnswers } from '../testing/SocketLoad';
import { sharedInstallation } from '../testing/sharedInstallation';
import { socketApi } from '../testing/socketApi';
import { until } from '../testing/until';

const install = sharedInstallation();
const connections = faultRounds(500, 2_000);
const perSecond = connections;
const seconds = faultRounds(6, 30);

test('L4: WebSockets lose no message and keep their order, past a deployment and the end of control', async () => {
  const installation = await install();
  const api = await socketApi(installation, socketLoadAnswers);
  const url = installation.gatewayUrl(api.apiId, 'prod', '').replace('http', 'ws');
  const load = new SocketLoad(url);
  onTestFinished(() => load.end());
  await load.open(connections, 200);
  load.send(perSecond);
  const whole = perSecond * seconds;
  await until('a third of the messages', () => load.answered > whole / 3);
  await api.deploy();
  await until('two thirds', () => load.answered > (whole * 2) / 3);
  process.kill((await installation.health()).pid, 'SIGKILL');
  await until('all of them', () => load.sent >= whole);
  load.stop();
  await until('the last answers', () => load.answered >= load.sent);
  const { sent, ...counts } = load.counts();
  expect(counts).toEqual({ open: connections, lost: 0, outOfOrder: [] });
  expect(sent).toBeGreaterThanOrEqual(whole);
  await installation.healthy();
});
