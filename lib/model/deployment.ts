export interface Deployment {
  id: string;
  restApiId: string;
  description?: string;
  createdDate: number;
  /** who deployed */
  createdBy: string;
  /** stages that serve it now */
  stageNames: string[];
}

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
