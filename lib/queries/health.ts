import { queryOptions } from '@tanstack/react-query';

export interface Health {
  ok: boolean;
  database: boolean;
  revision: number;
  workers: { id: number; pid: number; revision: number }[];
}

/** Asked every five seconds while the page is looked at; the body says what is wrong. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async (): Promise<Health> => {
    const response = await fetch('/api/health?page');
    const health: Health & { state: string } = await response.json();
    if (!health.workers) throw new Error(`Gatehouse is ${health.state}`);
    return health;
  },
  refetchInterval: 5000,
});
