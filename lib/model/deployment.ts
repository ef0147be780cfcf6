export interface Deployment {
  id: string;
  restApiId: string;
  description?: string;
  createdDate: number;
  /** who deployed */
  createdBy: string;
  /** stages that serve it now, to all callers or to a canary's share of them */
  stageNames: string[];
  /** of those: the ones whose canary has it */
  canaryStageNames: string[];
}

/** One method that a deployment serves, with what the stage's cache needs to know of it. */
export interface DeployedMethod {
  path: string;
  httpMethod: string;
  cacheKeyParameters: string[];
  /** its answers are streamed, and so never cached */
  streams: boolean;
}

/** AWS's apiSummary: by path, then verb. */
export type ApiSummary = Record<
  string,
  Record<string, { authorizationType: string; apiKeyRequired: boolean }>
>;

/** One difference between two definitions, as a sentence, e.g. "POST /pets: integration URI changed". */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  /** e.g. `POST /pets` or `API` or `Model Pet` */
  subject: string;
  sentence: string;
  /** dotted path of the member, e.g. methodIntegration.uri */
  path?: string;
  before?: unknown;
  after?: unknown;
}
