import { createServer } from 'node:net';
import { type Config, ownAddress } from '@/lib/runtime/config';
import { portHolder } from '@/lib/runtime/portHolder';
import { type Finding, fail, ok } from './Finding';

/** Which of Gatehouse's own listeners answered as themselves. */
export interface Answering {
  console: boolean;
  gateway: boolean;
  aws: boolean;
}

/** One line a port: free, Gatehouse's own, or held by whom. */
export async function checkPorts(config: Config, answering: Answering): Promise<Finding[]> {
  const { consolePort, gatewayPort, awsPort, samplePort } = config;
  const rows: [number | null, string, boolean][] = [
    [consolePort, 'GATEHOUSE_PORT', answering.console],
    [gatewayPort, 'GATEHOUSE_GATEWAY_PORT', answering.gateway],
    [awsPort, 'GATEHOUSE_AWS_PORT', answering.aws],
    [samplePort, 'GATEHOUSE_SAMPLE_PORT', answering.console],
  ];
  return Promise.all(
    rows.flatMap(([port, variable, isOurs]) =>
      port === null ? [] : [checkPort(port, variable, isOurs, ownAddress(config))],
    ),
  );
}

async function checkPort(port: number, variable: string, isOurs: boolean, host: string): Promise<Finding> {
  const check = `port ${port}`;
  const code = await bindFailure(port, host);
  if (code === null) return ok(check, 'free');
  if (code === 'EADDRINUSE' && isOurs) return ok(check, `held by Gatehouse${holderOf(port, ', ')}`);
  const detail = code === 'EADDRINUSE' ? `taken${holderOf(port, ' by ')}` : `cannot be bound (${code})`;
  return fail(check, detail, `End what holds it, or set ${variable} to another port.`);
}

/** Empty where the system does not tell. */
function holderOf(port: number, before: string): string {
  const holder = portHolder(port);
  return holder === null ? '' : `${before}${holder}`;
}

/** Null: it can be bound. */
function bindFailure(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
