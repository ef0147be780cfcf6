import type { SimulationInput } from '@/lib/model/identity';

/** The simulator's form as its address has it: `?user=ada&api=…&stage=prod&method=GET&path=/pets&context=aws:SourceIp=10.0.0.1` */
export interface Simulation {
  user: string;
  api: string;
  stage: string;
  method: string;
  path: string;
  /** condition key -> value */
  context: Record<string, string>;
}

export const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

type Params = Record<string, string | string[] | undefined>;

export function readSimulation(params: Params): Simulation {
  const one = (name: string) => [params[name]].flat()[0] ?? '';
  const pairs = [params.context].flat().map((pair) => /^([^=]*)=(.*)$/s.exec(pair ?? ''));
  return {
    user: one('user'),
    api: one('api'),
    stage: one('stage'),
    method: one('method') || 'GET',
    path: one('path'),
    context: Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : []))),
  };
}

export function simulationQuery({ context, ...rest }: Simulation): string {
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''));
  for (const [key, value] of Object.entries(context)) query.append('context', `${key}=${value}`);
  return query.toString();
}

/** undefined: something is not chosen yet. */
export function simulationInput({
  user,
  api,
  stage,
  method,
  path,
  context,
}: Simulation): SimulationInput | undefined {
  const httpMethod = verbs.find((verb) => verb === method);
  if (!user || !api || !stage || !path || !httpMethod) return undefined;
  return { userName: user, restApiId: api, stageName: stage, httpMethod, path, context };
}
