import type { Api } from '@/lib/model/v2/api';

type Endpoint = Pick<Api, 'apiEndpoint'>;

/** Where clients of a stage connect to, e.g. `wss://abc.execute-api.example/prod`. */
export const stageUrl = ({ apiEndpoint }: Endpoint, stageName: string): string =>
  `${apiEndpoint}/${stageName}`;

/** Where backends reach the stage's connections. */
export const connectionsUrl = (api: Endpoint, stageName: string): string =>
  `${stageUrl(api, stageName).replace(/^ws/, 'http')}/@connections`;
